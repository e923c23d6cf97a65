import type { FastifyRequest } from 'fastify'
import { requireOwnForm } from '../../accounts/csrf.ts'
import type { Person } from '../../accounts/person.ts'
import { ATTACHMENT_MAX_BYTES, ATTACHMENTS_MAX, type FiledAttachment } from '../../attachments/attachment.ts'
import { attachmentUnknown } from '../../attachments/attachment-refusals.ts'
import { declaredType, uploaderOf } from '../../attachments/attachment-routes.ts'
import { findUploads } from '../../attachments/attachment-store.ts'
import { receiveAttachment } from '../../attachments/receive-attachment.ts'
import type { Deps } from '../../deps.ts'
import { drainBriefly, isBrokenForm } from '../../platform/drain-briefly.ts'
import { ProblemError } from '../../platform/problem.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import { assign } from './posted-form.ts'
import type { Fields } from './typed-fields.ts'

/** What a page with attachments posted: its fields, the files that were taken in, and what is wrong with the others. */
export type PostedAttachments = { fields: Fields; received: FiledAttachment[]; refused: Refusal[] }

const FIELDS_MAX = 2_000

/**
 * Reads a form with files, each examined and stored as it comes. The form's token stands before its files, so that
 * nothing of a foreign form is taken in. @param fieldsMaxBytes of everything typed
 */
export async function readPostedAttachments(
  deps: Deps,
  request: FastifyRequest,
  person: Person,
  fieldsMaxBytes: number,
): Promise<PostedAttachments> {
  const posted: PostedAttachments = { fields: Object.create(null), received: [], refused: [] }
  let bytes = 0
  try {
    const limits = {
      files: ATTACHMENTS_MAX,
      fields: FIELDS_MAX,
      fieldSize: fieldsMaxBytes,
      fileSize: ATTACHMENT_MAX_BYTES + 1,
    }
    for await (const part of request.parts({ limits, throwFileSizeLimit: false } as object)) {
      if (part.type === 'field') {
        const value = typeof part.value === 'string' ? part.value : ''
        bytes += Buffer.byteLength(value)
        if (part.valueTruncated || bytes > fieldsMaxBytes) throw new ProblemError('body_too_large')
        assign(posted.fields, part.fieldname, value)
        continue
      }
      requireOwnForm(request, posted.fields)
      // An input in which nothing was chosen sends a file without name and content.
      if (!part.filename) {
        part.file.resume()
        continue
      }
      const name = attachmentName(part.filename)
      const made = await receiveAttachment(
        deps.pool,
        uploaderOf(request, person),
        part.file,
        declaredType(part.mimetype),
      )
      part.file.resume()
      if ('refused' in made) posted.refused.push(...made.refused.map((each) => ofFile(name, each)))
      else posted.received.push({ ...made, ...(name !== '' && { name }) })
    }
    requireOwnForm(request, posted.fields)
    return posted
  } catch (error) {
    throw isBrokenForm(error) ? new ProblemError('request_malformed') : error
  } finally {
    drainBriefly(request.raw)
  }
}

/** The list with what was received, each file once and no more than there may be. */
export function withReceived(
  before: readonly FiledAttachment[],
  { received, refused }: Pick<PostedAttachments, 'received' | 'refused'>,
): { attachments: FiledAttachment[]; refused: Refusal[] } {
  const all = new Map([...before, ...received].map((each) => [each.sha256, each]))
  const attachments = [...all.values()]
  if (attachments.length <= ATTACHMENTS_MAX) return { attachments, refused }
  return { attachments: attachments.slice(0, ATTACHMENTS_MAX), refused: [...refused, tooManyAttachments] }
}

/** Those that can no longer be named, because they were uploaded too long ago. */
export async function judgeUploadsThere(
  deps: Pick<Deps, 'pool'>,
  account: number,
  attachments: readonly FiledAttachment[],
): Promise<Refusal[]> {
  const hashes = attachments.map(({ sha256 }) => sha256)
  const there = await findUploads(deps.pool, account, hashes)
  return attachments.flatMap(({ sha256, name = '' }, at) =>
    there.has(sha256) ? [] : [{ ...ofFile(name, attachmentUnknown(at)), pointer: `/attachments/${at}/sha256` }],
  )
}

/** What a filing says of them. */
export function namedOf(attachments: readonly FiledAttachment[]): { sha256: string; name?: string }[] {
  return attachments.map(({ sha256, name }) => ({ sha256, ...(name !== undefined && { name }) }))
}

function ofFile(name: string, { code, message }: Refusal): Refusal {
  return { code, pointer: '/files', message: text(`“${name}”：${message.zh}`, `“${name}”: ${message.en}`) }
}

/** A file's name without its folders and without what does not show; as it is, it is part of what is filed. */
function attachmentName(filename: string): string {
  const last = filename.normalize('NFC').split(/[/\\]/).at(-1)!
  const shown = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cn}\p{Cs}\ufffd]/gu, '').trim()
  return Array.from(shown).slice(0, 120).join('')
}

const tooManyAttachments: Refusal = {
  code: 'too_many',
  pointer: '/files',
  message: text(
    `附件最多 ${ATTACHMENTS_MAX} 件，多出的没有列入：请合并成一个 PDF`,
    `At most ${ATTACHMENTS_MAX} attachments; the others were left out: put several into one PDF`,
  ),
}

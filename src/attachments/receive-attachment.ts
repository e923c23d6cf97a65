import type { Readable } from 'node:stream'
import type { Pool } from 'pg'
import { ProblemError } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { Unavailable } from '../platform/unavailable.ts'
import type { StoredAttachment } from './attachment.ts'
import { type AttachmentFault, attachmentRefusal, typeMismatch } from './attachment-refusals.ts'
import { countRecentUploads, findAttachment, storeUpload, type Uploader } from './attachment-store.ts'
import { examineAttachment } from './examine-attachment.ts'
import { type SpooledUpload, spoolUpload, UploadBrokenOff, UploadTooLarge, UploadTooSlow } from './spool-upload.ts'

/** Files that may be on their way at once in one process. */
export const UPLOADS_AT_ONCE_MAX = 64
/** Uploads of one account in an hour: of an institution, and of anyone who registered on line. */
export const UPLOADS_MAX_PER_HOUR = { institution: 2_000, other: 100 } as const

let underWay = 0

export type ReceivingPerson = Uploader & { accountKind: string }

/**
 * Takes one file in: hashed as it comes, then examined for what it is, then stored, each step before the next. Until
 * it is stored there is nothing of it, in memory a chunk at a time and on the disk no name.
 * @param declared the type that the sender names, if any
 * @returns what was stored, or why it is no attachment
 * @throws Unavailable attachments_busy
 */
export async function receiveAttachment(
  pool: Pool,
  person: ReceivingPerson,
  source: Readable,
  declared: string | undefined,
): Promise<StoredAttachment | { refused: Refusal[] }> {
  const upload = await receiveUpload(source)
  if ('refused' in upload) return upload
  try {
    return await keepUpload(pool, person, upload, declared)
  } finally {
    await upload.file.close()
  }
}

/** The first half: the file as it came, whole. Close its `file`. */
export async function receiveUpload(source: Readable): Promise<SpooledUpload | { refused: Refusal[] }> {
  if (underWay >= UPLOADS_AT_ONCE_MAX) throw new Unavailable('attachments_busy', 5)
  underWay += 1
  try {
    return await spoolUpload(source)
  } catch (error) {
    if (error instanceof UploadTooLarge) return refusedAs('attachment_too_large')
    if (error instanceof UploadTooSlow) return refusedAs('attachment_upload_too_slow')
    if (error instanceof UploadBrokenOff) throw new ProblemError('request_malformed')
    throw error
  } finally {
    underWay -= 1
  }
}

/** The second half: what it is, and into the database with it. */
export async function keepUpload(
  pool: Pool,
  person: ReceivingPerson,
  upload: SpooledUpload,
  declared: string | undefined,
): Promise<StoredAttachment | { refused: Refusal[] }> {
  const { file, sha256, bytes } = upload
  if (bytes === 0) return refusedAs('attachment_empty')
  const limit = UPLOADS_MAX_PER_HOUR[person.accountKind === 'individual' ? 'other' : 'institution']
  if ((await countRecentUploads(pool, person.account, limit)) >= limit) return refusedAs('attachment_uploads_too_many')
  const examined = (await findAttachment(pool, sha256)) ?? (await examineAttachment(file))
  if ('fault' in examined) return { refused: [faultRefusal(examined)] }
  const { mediaType } = examined
  if (declared !== undefined && declared !== mediaType) return { refused: [typeMismatch(declared, mediaType)] }
  const attachment: StoredAttachment = { sha256, bytes, mediaType }
  await storeUpload(pool, person, attachment, file)
  return attachment
}

function refusedAs(code: AttachmentFault): { refused: Refusal[] } {
  return { refused: [attachmentRefusal(code)] }
}

function faultRefusal({ fault, seems }: { fault: AttachmentFault; seems?: string }): Refusal {
  if (fault !== 'attachment_type_not_allowed' || !seems) return attachmentRefusal(fault)
  return attachmentRefusal(
    fault,
    text(
      `文件内容是 ${seems}，附件只收 PDF、JPEG、PNG：请另存为其中一种再上传`,
      `The file is ${seems} by its content, and only PDF, JPEG and PNG are taken: save it as one of them`,
    ),
  )
}

import type { FastifyRequest } from 'fastify'
import { requireOwnForm } from '../../accounts/csrf.ts'
import { ProblemError } from '../../platform/problem.ts'
import type { Fields } from './typed-fields.ts'

/** What a page posted: its fields under nested names, and the files that were chosen, by the name of their input. */
export type PostedForm = { fields: Fields; files: Map<string, Buffer> }

const FIELDS_MAX = 300
const FILES_MAX = 10

/**
 * Reads a form with files (multipart) or without (urlencoded, which the parser has read already). File inputs that were
 * left empty are no files. @throws ProblemError body_too_large, csrf_token_wrong
 */
export async function readPostedForm(request: FastifyRequest, limitBytes: number): Promise<PostedForm> {
  if (!request.isMultipart()) return { fields: (request.body ?? {}) as Fields, files: new Map() }
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw new ProblemError('body_too_large')
  const fields: Fields = Object.create(null)
  const files = new Map<string, Buffer>()
  let bytes = 0
  const limits = { fieldSize: limitBytes, fileSize: limitBytes, files: FILES_MAX, fields: FIELDS_MAX }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      const content = await part.toBuffer()
      bytes += content.length
      if (content.length > 0) files.set(part.fieldname, content)
    } else {
      const value = typeof part.value === 'string' ? part.value : ''
      if (part.valueTruncated) throw new ProblemError('body_too_large')
      bytes += Buffer.byteLength(value)
      assign(fields, part.fieldname, value)
    }
    // Without a length told beforehand, the sum is what bounds it.
    if (bytes > limitBytes) throw new ProblemError('body_too_large')
  }
  requireOwnForm(request, fields)
  return { fields, files }
}

/** `row[items][name]` becomes row → items → name. Names of another shape are none of ours. */
export function assign(fields: Fields, name: string, value: string): void {
  if (!/^\w{1,60}(\[\w{1,60}\]){0,4}$/.test(name)) return
  const path = name.split(/[[\]]+/).filter((each) => each !== '')
  const last = path.pop()!
  let place = fields
  for (const step of path) {
    const next = place[step]
    if (typeof next === 'object' && next !== null) place = next as Fields
    else {
      const made: Fields = Object.create(null)
      place[step] = made
      place = made
    }
  }
  place[last] = value
}

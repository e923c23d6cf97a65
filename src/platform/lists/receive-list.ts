import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { drainBriefly, isBrokenForm } from '../drain-briefly.ts'
import { ProblemError } from '../problem.ts'
import type { Refusal } from '../refusal.ts'
import { LIST_MAX_BYTES } from './list.ts'
import { listRefusal } from './list-refusals.ts'

/** Types of a body that is a list itself. */
export const listMediaTypes = [
  'text/csv',
  'application/x-ndjson',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const

/** What a form with a list posted: its fields, and the bytes of its one file unless that was left empty. */
export type ReceivedForm = { fields: Record<string, string>; file: Buffer | undefined }

const FIELDS_MAX = 20
/** Of the form around the list. */
const FORM_MAX_BYTES = 100_000

/**
 * Reads a form with at most one file, in memory, within the limit of a list.
 * @throws ProblemError list_too_large, list_not_one_file, request_malformed
 */
export async function receiveListForm(request: FastifyRequest): Promise<ReceivedForm> {
  try {
    refuseLonger(request, LIST_MAX_BYTES + FORM_MAX_BYTES)
    const fields: Record<string, string> = {}
    let file: Buffer | undefined
    const limits = { fileSize: LIST_MAX_BYTES + 1, fieldSize: LIST_MAX_BYTES + 1, files: 2, fields: FIELDS_MAX }
    for await (const part of request.parts({ limits, throwFileSizeLimit: false } as object)) {
      if (part.type === 'field') {
        if (part.valueTruncated) throw new ProblemError('list_too_large')
        fields[part.fieldname] = typeof part.value === 'string' ? part.value : ''
        continue
      }
      const bytes = await part.toBuffer()
      if (bytes.length > LIST_MAX_BYTES) throw new ProblemError('list_too_large')
      if (bytes.length === 0) continue
      if (file) throw new ProblemError('list_not_one_file')
      file = bytes
    }
    return { fields, file }
  } catch (error) {
    throw isBrokenForm(error) ? new ProblemError('request_malformed') : error
  } finally {
    drainBriefly(request.raw)
  }
}

/** Reads a body that is the list itself. @throws ProblemError list_too_large, request_malformed */
export async function receiveListBody(request: FastifyRequest): Promise<Buffer> {
  try {
    refuseLonger(request, LIST_MAX_BYTES)
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of (request.body ?? []) as Readable as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > LIST_MAX_BYTES) throw new ProblemError('list_too_large')
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    throw isBrokenForm(error) ? new ProblemError('request_malformed') : error
  } finally {
    drainBriefly(request.raw)
  }
}

function refuseLonger(request: FastifyRequest, bytesMax: number): void {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) throw new ProblemError('list_too_large')
}

/** What a form with a list brought: its fields as text, and the file when one was chosen. */
export type PostedList = { field(name: string): string; file: Buffer | undefined }

/**
 * Reads a form of our own that takes a list, pasted or as a file. A file that is too large is refused at its field.
 * @param requireOwnForm throws when the form is not our own
 */
export async function postedList(
  request: FastifyRequest,
  requireOwnForm: (request: FastifyRequest, fields: Record<string, string>) => void,
): Promise<PostedList | { refused: Refusal }> {
  try {
    const { fields, file } = request.isMultipart()
      ? await receiveListForm(request)
      : { fields: (request.body ?? {}) as Record<string, string>, file: undefined }
    requireOwnForm(request, fields)
    return { field: (name) => String(fields[name] ?? ''), file }
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'list_too_large')) throw error
    return { refused: { ...listRefusal('list_too_large'), pointer: '/file' } }
  }
}

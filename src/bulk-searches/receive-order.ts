import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { LIST_REFUSALS_MAX, type ReadList } from '../platform/lists/list.ts'
import { readList } from '../platform/lists/read-list.ts'
import { listMediaTypes, receiveListBody, receiveListForm } from '../platform/lists/receive-list.ts'
import { type OutboundRules, refuseCallUrl } from '../platform/outbound-call.ts'
import { ProblemError } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { compileBody } from '../platform/validation.ts'
import { Purpose } from '../search/search-query.ts'
import { type AskedLine, askedByRow, bulkUse } from './bulk-list.ts'
import type { BulkBody } from './bulk-schemas.ts'

/** What was sent: the order, or what is wrong with the list as a whole. */
export type Received = {
  order: { purpose: string; asked: AskedLine[]; callbackUrl?: string } | { refused: Refusal[] }
  /** What must be the same for the same answer. */
  sameness: unknown
  /** The fields of a form, whose token the route asks for. */
  fields?: Record<string, string>
}

/** A list in any of its forms: JSON, a file as the body, a form with a file or text. @throws ProblemError */
export async function receiveOrder(request: FastifyRequest, rules: OutboundRules): Promise<Received> {
  if (request.isMultipart()) {
    const { fields, file } = await receiveListForm(request)
    const { purpose, callbackUrl } = fields
    const list = file ?? fields.list ?? ''
    const read = await readList(list, bulkUse)
    return { order: orderOf(purpose, read, callbackUrl, rules), sameness: [purpose, callbackUrl, sha256(list)], fields }
  }
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
  if ((listMediaTypes as readonly string[]).includes(type)) {
    const { purpose, callbackUrl } = request.query as { purpose?: string; callbackUrl?: string }
    const bytes = await receiveListBody(request)
    const read = await readList(bytes, bulkUse)
    return { order: orderOf(purpose, read, callbackUrl, rules), sameness: [purpose, callbackUrl, sha256(bytes)] }
  }
  if (type !== 'application/json') throw new ProblemError('media_type_not_supported', { detail: asList })
  const { purpose, searches, callbackUrl } = request.body as BulkBody
  const asked = searches.map((each, at) => ({ line: at + 1, asked: each as Record<string, unknown> }))
  const wrong = callbackUrl === undefined ? undefined : refuseCallUrl(callbackUrl, rules)
  return {
    order: wrong ? { refused: [wrong] } : { purpose, asked, ...(callbackUrl !== undefined && { callbackUrl }) },
    sameness: request.body,
  }
}

const checkPurpose = compileBody(Type.Object({ purpose: Purpose }))

/** A list that came with a purpose beside it. An empty callback is none. */
export function orderOf(
  purpose: string | undefined,
  read: ReadList,
  callbackUrl: string | undefined,
  rules: OutboundRules,
): Received['order'] {
  const url = callbackUrl?.trim() || undefined
  const wrongUrl = url === undefined ? undefined : refuseCallUrl(url, rules)
  const refused = [
    ...checkPurpose(purpose === undefined ? {} : { purpose }),
    ...(wrongUrl ? [wrongUrl] : []),
    ...('refused' in read ? read.refused : []),
  ]
  if (refused.length > 0 || 'refused' in read) return { refused: refused.slice(0, LIST_REFUSALS_MAX) }
  return { purpose: purpose!, asked: read.rows.map(askedByRow), ...(url !== undefined && { callbackUrl: url }) }
}

function sha256(list: Buffer | string): string {
  return createHash('sha256').update(list).digest('hex')
}

const asList = text(
  '请以 application/json、text/csv、application/x-ndjson、XLSX 或 multipart/form-data 发送清单',
  'Send the list as application/json, text/csv, application/x-ndjson, XLSX or multipart/form-data',
)

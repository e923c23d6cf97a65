import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import { requireOwnForm } from '../accounts/csrf.ts'
import type { Person } from '../accounts/person.ts'
import type { Deps } from '../deps.ts'
import { idempotencyOf, numberFrom, sendRefusals } from '../platform/http.ts'
import { keepAnswer } from '../platform/keep-answer.ts'
import { LIST_MAX_BYTES, LIST_ROWS_MAX, type ReadList } from '../platform/lists/list.ts'
import { listTemplate } from '../platform/lists/list-template.ts'
import { readList, readListRows } from '../platform/lists/read-list.ts'
import { listMediaTypes, receiveListBody, receiveListForm } from '../platform/lists/receive-list.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { compileBody } from '../platform/validation.ts'
import { Purpose } from '../search/search-query.ts'
import { checkOverlaps } from './check-overlaps.ts'
import { overlapReport } from './export-overlaps.ts'
import { loadOverlapCheck, loadOverlapFacts, placesOf, type RecordedOverlapCheck } from './load-overlap-check.ts'
import { overlapAnswer, toldLines } from './overlap-answer.ts'
import { type Grade, grades, type OverlapCheck } from './overlap-check.ts'
import { overlapColumns, overlapUse } from './overlap-list.ts'
import { OverlapBody, overlapSchema } from './overlap-schemas.ts'

/** Lines of one answer, unless told. */
const LINES_A_PART = 1_000

type Posted = { purpose: unknown; read: ReadList; body: unknown }

/** Lists are checked by JSON, by file, or by a form with a file. A check is its maker's own; the registrar sees all. */
export function overlapRoutes(app: FastifyInstance, deps: Deps): void {
  // Of its own, so that no other route takes such bodies.
  app.register(async (own) => {
    own.addContentTypeParser([...listMediaTypes], (_request, payload, done) => done(null, payload))
    own.post(
      '/api/v1/overlap-checks',
      {
        schema: postSchema,
        config: { fileBody: true },
        bodyLimit: JSON_MAX_BYTES,
        onRequest: async (request) => void personWhoMay(request, 'search'),
      },
      (request, reply) => postCheck(deps, request, reply),
    )
  })

  app.get('/api/v1/overlap-checks/template.csv', { schema: templateSchema }, async (request, reply) => {
    return sendCsv(reply, 'overlap-check.csv', listTemplate(overlapColumns, request.language))
  })

  app.get('/api/v1/overlap-checks/:checkNumber', { schema: getSchema }, async (request) => {
    const check = await ownCheck(deps, request)
    return partOf(deps, check, request.query as PartQuery)
  })

  app.get('/api/v1/overlap-checks/:checkNumber/report.csv', { schema: reportSchema }, async (request, reply) => {
    const check = await ownCheck(deps, request)
    const report = await overlapReport(deps.pool, check, request.language)
    return sendCsv(reply, `encumbra-overlap-check-${check.checkNumber}.csv`, report)
  })
}

/** JSON says in more bytes what a file does. */
const JSON_MAX_BYTES = 2 * LIST_MAX_BYTES

/** A check that its reader may see. @throws ProblemError not_found */
export async function ownCheck(deps: Deps, request: FastifyRequest): Promise<RecordedOverlapCheck> {
  const person = personWhoMay(request, 'search')
  const number = numberFrom((request.params as { checkNumber: string }).checkNumber)
  const check = await loadOverlapCheck(deps.pool, number)
  if (!check || !maySeeCheck(person, check)) throw new ProblemError('not_found')
  return check
}

export function maySeeCheck(person: Person, check: { actor: number }): boolean {
  return person.role === 'registrar' || check.actor === person.userId
}

/** Makes a check for a person. Pages and API both come here. */
export function checkFor(
  deps: Deps,
  person: Person,
  request: FastifyRequest,
  read: ReadList,
  purpose: string,
): Promise<OverlapCheck | { refused: Refusal[] }> {
  if ('refused' in read) return Promise.resolve(read)
  const { userId: actor, account } = person
  return checkOverlaps(deps.pool, deps.clock, read.rows, { actor, account, network: request.ip, purpose })
}

async function postCheck(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const person = personWhoMay(request, 'search')
  const { limit } = request.query as PartQuery
  const { purpose, read, body } = await postedList(request)
  const wrong = 'refused' in read ? read.refused : []
  const refused = [...checkPurpose({ purpose }), ...wrong].map(atBody(body))
  if (refused.length > 0) return sendRefusals(reply, refused)
  const kept = await keepAnswer(deps.pool, person.userId, idempotencyOf(request, person, body), async () => {
    const check = await checkFor(deps, person, request, read, purpose as string)
    return 'refused' in check ? check : { answer: await partOf(deps, check, limit === undefined ? {} : { limit }) }
  })
  if ('refused' in kept) return sendRefusals(reply, kept.refused.map(atBody(body)))
  if (kept.replayed) reply.header('idempotency-replayed', 'true')
  return reply.code(201).send(kept.answer)
}

/** Of a JSON body, line and column are a place in it. */
function atBody(body: unknown): (refusal: Refusal) => Refusal {
  const isJson = !Array.isArray(body)
  return (refusal) => {
    const { line, column } = refusal
    if (!isJson || line === undefined) return refusal
    return { ...refusal, pointer: `/lines/${line - 1}${column === undefined ? '' : `/${column}`}` }
  }
}

const checkPurpose = compileBody(Type.Object({ purpose: Purpose }))

/** The list as it was sent. What is the same request is told by the bytes of its list and its purpose. */
async function postedList(request: FastifyRequest): Promise<Posted> {
  if (request.isMultipart()) {
    const { fields, file } = await receiveListForm(request)
    requireOwnForm(request, fields)
    const list = file ?? fields.list
    if (list === undefined) throw new ProblemError('list_not_one_file')
    return { purpose: fields.purpose, read: await readList(list, overlapUse), body: [fields.purpose, sha256(list)] }
  }
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
  if ((listMediaTypes as readonly string[]).includes(type)) {
    const { purpose } = request.query as { purpose?: string }
    const bytes = await receiveListBody(request)
    return { purpose, read: await readList(bytes, overlapUse), body: [purpose, sha256(bytes)] }
  }
  if (type !== 'application/json') throw new ProblemError('media_type_not_supported', { detail: asList })
  const { purpose, lines } = request.body as OverlapBody
  return { purpose, read: readListRows(lines, overlapUse), body: request.body }
}

function sha256(list: Buffer | string): string {
  return createHash('sha256').update(list).digest('hex')
}

type PartQuery = { grade?: Grade | 'duplicate'; from?: number; limit?: number }

async function partOf(deps: Deps, check: OverlapCheck, { grade, from = 0, limit = LINES_A_PART }: PartQuery) {
  const all = placesOf(check, grade)
  const places = all.slice(from, from + limit)
  const facts = await loadOverlapFacts(deps.pool, check, places)
  const query = new URLSearchParams({ from: String(from + limit), limit: String(limit), ...(grade && { grade }) })
  const next = from + limit < all.length ? `/api/v1/overlap-checks/${check.checkNumber}?${query}` : undefined
  return overlapAnswer(check, toldLines(check, facts, places, 'searcher'), next)
}

export function sendCsv(reply: FastifyReply, name: string, content: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .send(content)
}

const asList = text(
  '请以 application/json、text/csv、application/x-ndjson、XLSX 或 multipart/form-data 发送清单',
  'Send the list as application/json, text/csv, application/x-ndjson, XLSX or multipart/form-data',
)

const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: LIST_ROWS_MAX }))
const lang = Type.Optional(Type.String())
const params = Type.Object({ checkNumber: Type.String() })
const csv = (description: string) => ({ description, content: { 'text/csv': { schema: { type: 'string' } } } })

const postSchema = {
  tags: ['search'],
  summary: 'Check a list of numbers or descriptions against what is registered',
  description:
    'A JSON body `{purpose, lines}`, a file as the body itself with `?purpose=`, or a form with the fields `purpose` ' +
    'and `list` (a file or text). At most 10,000 lines and 5 MiB.',
  security: [{ apiKey: [] }],
  consumes: ['application/json', ...listMediaTypes, 'multipart/form-data'],
  body: { content: { 'application/json': { schema: OverlapBody } } },
  headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }),
  querystring: Type.Object({ purpose: Type.Optional(Type.String()), limit, lang }, { additionalProperties: false }),
  response: { 201: overlapSchema, ...problemResponses(400, 401, 403, 409, 413, 415, 422, 503) },
}
const getSchema = {
  tags: ['search'],
  summary: 'A list that was checked: the same facts forever, a part of its lines at a time',
  security: [{ apiKey: [] }],
  params,
  querystring: Type.Object(
    {
      grade: Type.Optional(Type.Unsafe<string>({ type: 'string', enum: [...grades, 'duplicate'] })),
      from: Type.Optional(Type.Integer({ minimum: 0, maximum: LIST_ROWS_MAX })),
      limit,
      lang,
    },
    { additionalProperties: false },
  ),
  response: { 200: overlapSchema, ...problemResponses(401, 404, 422) },
}
const reportSchema = {
  tags: ['search'],
  summary: 'All lines of a check as CSV',
  security: [{ apiKey: [] }],
  params,
  response: { 200: csv('The report'), ...problemResponses(401, 404, 422) },
}
const templateSchema = {
  tags: ['search'],
  summary: 'A list to fill in',
  response: { 200: csv('Column names and two rows as examples') },
}

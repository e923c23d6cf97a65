import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../accounts/authenticate.ts'
import { requireOwnForm } from '../accounts/csrf.ts'
import type { Deps } from '../deps.ts'
import { idempotencyOf, numberFrom, sendRefusals } from '../platform/http.ts'
import { LIST_MAX_BYTES } from '../platform/lists/list.ts'
import { listTemplate } from '../platform/lists/list-template.ts'
import { listMediaTypes } from '../platform/lists/receive-list.ts'
import { ProblemError } from '../platform/problem.ts'
import { bulkAnswer, lineAnswer } from './bulk-answer.ts'
import { bulkColumns } from './bulk-list.ts'
import * as schemas from './bulk-schemas.ts'
import { type BulkSearch, isOver, type LineState } from './bulk-search.ts'
import { bulkLinePages, listBulkSearches, loadBulkLines, loadBulkSearch } from './bulk-search-store.ts'
import { resultsAsCsv } from './export-results.ts'
import { receiveOrder } from './receive-order.ts'
import { startBulkSearch } from './start-bulk-search.ts'
import { type BulkActor, cancelBulkSearch, resumeBulkSearch } from './stop-and-resume.ts'
import { EndsAwaited } from './wait-for-end.ts'

/** JSON says in more bytes what a file does. */
const JSON_MAX_BYTES = 2 * LIST_MAX_BYTES
const PATH = '/api/v1/bulk-searches'
const LINES_A_PAGE = 500
const LISTED = 20

/** Lists of debtors, each searched as one job. A list is its maker's own; the registrar sees all. */
export function bulkSearchRoutes(app: FastifyInstance, deps: Deps): void {
  const awaited = new EndsAwaited()
  app.addHook('preClose', async () => awaited.close())
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'search')
  // Of its own, so that no other route takes such bodies.
  app.register(async (own) => {
    own.addContentTypeParser([...listMediaTypes], (_request, payload, done) => done(null, payload))
    const options = { schema: schemas.postSchema, config: { fileBody: true }, bodyLimit: JSON_MAX_BYTES, onRequest }
    own.post(PATH, options, (request, reply) => postList(deps, request, reply))
  })

  app.get(PATH, { schema: schemas.listSchema, onRequest }, async (request) => {
    const person = personWhoMay(request, 'search')
    const { before, limit = LISTED } = request.query as { before?: string; limit?: number }
    const page = { limit: limit + 1, ...(before !== undefined && { before }) }
    const found = await listBulkSearches(deps.pool, person.userId, page)
    const shown = found.slice(0, limit)
    const next = found.length > limit ? `${PATH}?before=${shown.at(-1)!.bulkSearchNumber}&limit=${limit}` : undefined
    return { bulkSearches: shown.map((each) => bulkAnswer(each)), ...(next && { next }) }
  })

  app.get(`${PATH}/template.csv`, { schema: schemas.templateSchema }, async (request, reply) =>
    sendTemplate(request, reply),
  )

  app.get(`${PATH}/:bulkSearchNumber`, { schema: schemas.getSchema, onRequest }, async (request, reply) => {
    const search = await visibleBulkSearch(deps, request)
    const { waitSeconds = 0 } = request.query as { waitSeconds?: number }
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    return bulkAnswer(await awaited.wait(deps.pool, search, { seconds: waitSeconds, gone: gone.signal }))
  })

  app.get(`${PATH}/:bulkSearchNumber/results`, { schema: schemas.resultsRouteSchema, onRequest }, async (request) => {
    const search = await visibleBulkSearch(deps, request)
    const { state, after = 0, limit = LINES_A_PAGE } = request.query as ResultsQuery
    const page = { after, limit: limit + 1, ...(state && { state }) }
    const lines = await loadBulkLines(deps.pool, search.id, page)
    const shown = lines.slice(0, limit)
    const query = new URLSearchParams({
      after: String(shown.at(-1)?.place),
      limit: String(limit),
      ...(state && { state }),
    })
    const next = lines.length > limit ? `${PATH}/${search.bulkSearchNumber}/results?${query}` : undefined
    return {
      bulkSearchNumber: search.bulkSearchNumber,
      state: search.state,
      results: shown.map((line) => lineAnswer(line, search, request.language)),
      ...(next && { next }),
    }
  })

  app.get(`${PATH}/:bulkSearchNumber/results.csv`, { schema: schemas.csvSchema, onRequest }, async (request, reply) =>
    sendResults(deps, request, reply, (request.query as ResultsQuery).state),
  )

  app.post(`${PATH}/:bulkSearchNumber/cancellations`, { schema: schemas.cancelSchema, onRequest }, async (request) =>
    bulkAnswer(await cancelOwn(deps, request)),
  )
  app.post(`${PATH}/:bulkSearchNumber/resumptions`, { schema: schemas.resumeSchema, onRequest }, async (request) =>
    bulkAnswer(await resumeOwn(deps, request)),
  )
}

type ResultsQuery = { state?: LineState; after?: number; limit?: number }

async function postList(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const person = personWhoMay(request, 'search')
  const { order, sameness, fields } = await receiveOrder(request, { loopback: deps.identity.sandbox })
  if (fields) requireOwnForm(request, fields)
  if ('refused' in order) return sendRefusals(reply, order.refused)
  const idempotency = idempotencyOf(request, person, sameness)
  const whole = { ...order, person, network: request.ip, requestId: request.id }
  const started = await startBulkSearch(deps, whole, idempotency)
  if ('refused' in started) return sendRefusals(reply, started.refused)
  if (started.replayed) reply.header('idempotency-replayed', 'true')
  const { search, callbackSecret } = started.answer
  const answer = bulkAnswer(search, callbackSecret)
  return reply.code(202).header('location', answer.links.self).header('cache-control', 'no-store').send(answer)
}

/** The list that a request names. @throws ProblemError not_found when there is none, or not for this person */
export async function visibleBulkSearch(deps: Deps, request: FastifyRequest): Promise<BulkSearch> {
  const person = personWhoMay(request, 'search')
  const number = numberFrom((request.params as { bulkSearchNumber: string }).bulkSearchNumber)
  const search = await loadBulkSearch(deps.pool, number)
  if (!search || (person.role !== 'registrar' && search.actor !== person.userId)) throw new ProblemError('not_found')
  return search
}

/** Stops a list of the caller's own. Sent again it is stopped as before. @throws ProblemError bulk_search_ended */
export async function cancelOwn(deps: Deps, request: FastifyRequest): Promise<BulkSearch> {
  const search = await ownBulkSearch(deps, request)
  if (search.state !== 'cancelled') await cancelBulkSearch(deps.pool, search.id, actorOf(request))
  const now = (await loadBulkSearch(deps.pool, search.bulkSearchNumber))!
  if (now.state !== 'cancelled') throw new ProblemError('bulk_search_ended')
  return now
}

/** Goes on with a list of the caller's own. @throws ProblemError bulk_search_not_resumable, bulk_search_running */
export async function resumeOwn(deps: Deps, request: FastifyRequest): Promise<BulkSearch> {
  const search = await ownBulkSearch(deps, request)
  if (isOver(search.state)) {
    const resumed = await resumeBulkSearch(deps.pool, search.id, actorOf(request))
    if (!resumed) throw new ProblemError('bulk_search_not_resumable')
  }
  return (await loadBulkSearch(deps.pool, search.bulkSearchNumber))!
}

/** The registrar looks at all lists and acts on none. */
async function ownBulkSearch(deps: Deps, request: FastifyRequest): Promise<BulkSearch> {
  const search = await visibleBulkSearch(deps, request)
  if (search.actor !== personWhoMay(request, 'search').userId) throw new ProblemError('not_found')
  return search
}

function actorOf(request: FastifyRequest): BulkActor {
  const { userId, account } = personWhoMay(request, 'search')
  return { userId, account, network: request.ip, requestId: request.id }
}

/** All results, or those of one state, written as they are read. */
export async function sendResults(deps: Deps, request: FastifyRequest, reply: FastifyReply, state?: LineState) {
  const search = await visibleBulkSearch(deps, request)
  const number = search.bulkSearchNumber
  const inChinese = encodeURIComponent(`批量查询-${number}.csv`)
  const rows = resultsAsCsv(search, bulkLinePages(deps.pool, search.id, state), request.language)
  return reply
    .type('text/csv; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="bulk-search-${number}.csv"; filename*=UTF-8''${inChinese}`)
    .send(Readable.from(rows, { highWaterMark: 1 }))
}

export function sendTemplate(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="bulk-search.csv"')
    .send(listTemplate(bulkColumns, request.language))
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Person } from '../accounts/person.ts'
import type { Deps } from '../deps.ts'
import { beijingDate } from '../platform/clock.ts'
import { idempotencyOf, numberFrom, sendRefusals } from '../platform/http.ts'
import { keepAnswer } from '../platform/keep-answer.ts'
import { problemResponses } from '../platform/openapi.ts'
import { type ProblemCode, ProblemError, problems } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import { loadMatches, loadSearch, type RecordedSearch } from './load-search.ts'
import { withNearMatches } from './near-match-answer.ts'
import { pastMoment } from './past-moment.ts'
import { type SearchAnswer, searchAnswer } from './search-answer.ts'
import { FOUND_AT_ONCE, type PreparedSearch } from './search-group.ts'
import { keysOf, LIMIT_MAX, queryOf, SearchBody } from './search-query.ts'
import { matchViewQuery, searchSchema } from './search-schemas.ts'
import { type AsksMatches, sendAnswer } from './send-answer.ts'

export function searchRoutes(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'search')
  app.post('/api/v1/searches', { schema: postSchema, onRequest }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const idempotency = idempotencyOf(request, person)
    const body = request.body as SearchBody
    const made = await keepAnswer(deps.pool, person.userId, idempotency, async () =>
      withNearMatches(deps, body, await search(deps, person, request, body), request.language),
    )
    if ('refused' in made) return sendRefusals(reply, made.refused)
    if (made.replayed) reply.header('idempotency-replayed', 'true')
    const { limit } = body
    return sendAnswer(deps.pool, reply.code(201), made.answer, limit === undefined ? {} : { limit })
  })

  app.get('/api/v1/searches/:searchNumber', { schema: getSchema }, async (request, reply) => {
    const found = await visibleSearch(deps, request)
    const { lang: _lang, ...asked } = request.query as AsksMatches & { lang?: string }
    return sendAnswer(deps.pool, reply, await recordedAnswer(deps.pool, found), asked)
  })
}

/** The search that a request names. @throws ProblemError not_found when there is none, or not for this person */
export async function visibleSearch(deps: Deps, request: FastifyRequest): Promise<RecordedSearch> {
  const person = personWhoMay(request, 'search')
  const { searchNumber } = request.params as { searchNumber: string }
  const found = await loadSearch(deps.pool, numberFrom(searchNumber))
  if (!found || !maySeeSearch(person, found)) throw new ProblemError('not_found')
  await auditLook(deps.pool, request, person, found)
  return found
}

/** The answer of a search as it was recorded, with the first of its matches. */
export async function recordedAnswer(pool: Deps['pool'], found: RecordedSearch): Promise<SearchAnswer> {
  const { registrations } = await loadMatches(pool, found.searchNumber, { limit: FOUND_AT_ONCE })
  return searchAnswer({ ...found, registrations }, 'searcher', found.query, found.purpose)
}

/** Notes in the audit, before anything of it is shown, that a registrar opens a search of somebody else. */
export async function auditLook(
  pool: Deps['pool'],
  request: FastifyRequest,
  { userId, account }: Person,
  search: { actor: number; searchNumber: string },
): Promise<void> {
  if (search.actor === userId) return
  await pool.query(
    `insert into audit_events (user_id, account, act, subject, network, request_id)
     values ($1, $2, 'search_record.opened', $3, $4, $5)`,
    [userId, account, search.searchNumber, request.ip ?? null, String(request.id)],
  )
}

/** A search is its searcher's own; the registrar sees all. */
export function maySeeSearch(person: Person, search: { actor: number }): boolean {
  return person.role === 'registrar' || search.actor === person.userId
}

/**
 * Makes a certified search for a person. Pages and API both come here. Of a long list the answer holds the first
 * matches; the others are read from the record.
 */
export async function search(
  deps: Deps,
  person: Person,
  request: FastifyRequest,
  body: SearchBody,
): Promise<{ answer: SearchAnswer } | { refused: Refusal[] }> {
  const today = beijingDate(deps.clock.nowMicroseconds())
  const logic = await deps.logics.newest()
  const keys = keysOf(body, today, logic)
  if ('refused' in keys) return keys
  const query = queryOf(body)
  const prepared: PreparedSearch = {
    keys,
    logic: logic.version,
    query,
    purpose: body.purpose,
    actor: person.userId,
    account: person.account,
    network: request.ip,
  }
  if (body.asOf) {
    const past = await pastMoment(deps, person, body)
    if ('refused' in past) return { refused: [asOfRefusal(past.refused)] }
    prepared.asOf = past.moment
    const keysThen = past.logic === logic ? keys : keysOf(body, today, past.logic)
    if ('refused' in keysThen) return keysThen
    Object.assign(prepared, { keys: keysThen, logic: past.logic.version })
  }
  const found = await deps.searches.search(prepared)
  return { answer: searchAnswer(found, 'searcher', query, body.purpose) }
}

/** The problem as a refusal of the field, so that a page can say it there. */
function asOfRefusal(code: ProblemCode): Refusal {
  return { code, pointer: '/asOf', message: problems[code].title }
}

/** Ranks are integers of the database. */
export const RANK_MAX = 2_147_483_647

const postSchema = {
  tags: ['search'],
  summary: 'Search the register',
  security: [{ apiKey: [] }],
  headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }),
  body: SearchBody,
  response: { 201: searchSchema, ...problemResponses(400, 401, 403, 409, 415, 422, 503) },
}
const getSchema = {
  tags: ['search'],
  summary: 'A search that was made: the same facts forever',
  security: [{ apiKey: [] }],
  params: Type.Object({ searchNumber: Type.String() }),
  querystring: Type.Object(
    {
      ...matchViewQuery,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMIT_MAX })),
      after: Type.Optional(Type.Integer({ minimum: 0, maximum: RANK_MAX })),
      lang: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
  response: { 200: searchSchema, ...problemResponses(401, 404, 422) },
}

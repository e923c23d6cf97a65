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
import { loadSearch } from './load-search.ts'
import { pastMoment } from './past-moment.ts'
import { type SearchAnswer, searchAnswer } from './search-answer.ts'
import type { PreparedSearch } from './search-group.ts'
import { keysOf, queryOf, SearchBody } from './search-query.ts'
import { searchSchema } from './search-schemas.ts'

export function searchRoutes(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'search')
  app.post('/api/v1/searches', { schema: postSchema, onRequest }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const idempotency = idempotencyOf(request, person)
    const made = await keepAnswer(deps.pool, person.userId, idempotency, () =>
      search(deps, person, request, request.body as SearchBody),
    )
    if ('refused' in made) return sendRefusals(reply, made.refused)
    if (made.replayed) reply.header('idempotency-replayed', 'true')
    return reply.code(201).send(made.answer)
  })

  app.get('/api/v1/searches/:searchNumber', { schema: getSchema }, async (request) => {
    const person = personWhoMay(request, 'search')
    const { searchNumber } = request.params as { searchNumber: string }
    const found = await loadSearch(deps.pool, numberFrom(searchNumber))
    if (!found || !maySeeSearch(person, found)) throw new ProblemError('not_found')
    return searchAnswer(found, 'searcher', found.query, found.purpose)
  })
}

/** A search is its searcher's own; the registrar sees all. */
export function maySeeSearch(person: Person, search: { actor: number }): boolean {
  return person.role === 'registrar' || search.actor === person.userId
}

/** Makes a certified search for a person. Pages and API both come here. */
export async function search(
  deps: Deps,
  person: Person,
  request: FastifyRequest,
  body: SearchBody,
): Promise<{ answer: SearchAnswer } | { refused: Refusal[] }> {
  const keys = keysOf(body, beijingDate(deps.clock.nowMicroseconds()))
  if ('refused' in keys) return keys
  const query = queryOf(body)
  const prepared: PreparedSearch = {
    keys,
    query,
    purpose: body.purpose,
    actor: person.userId,
    account: person.account,
    network: request.ip,
  }
  if (body.asOf) {
    const past = await pastMoment(deps.pool, person, body)
    if ('refused' in past) return { refused: [asOfRefusal(past.refused)] }
    prepared.asOf = past.moment
  }
  const made = await deps.searches.search(prepared)
  // A long list is read from the record of the search: the answer holds all of it.
  const found = made.count > made.registrations.length ? (await loadSearch(deps.pool, made.searchNumber))! : made
  return { answer: searchAnswer(found, 'searcher', query, body.purpose) }
}

/** The problem as a refusal of the field, so that a page can say it there. */
function asOfRefusal(code: ProblemCode): Refusal {
  return { code, pointer: '/asOf', message: problems[code].title }
}

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
  response: { 200: searchSchema, ...problemResponses(401, 404, 422) },
}

import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Deps } from '../deps.ts'
import { idempotencyOf, sendRefusals } from '../platform/http.ts'
import { keepAnswer } from '../platform/keep-answer.ts'
import { problemResponses } from '../platform/openapi.ts'
import { LIMIT_MAX, purposes } from '../search/search-query.ts'
import { visibleSearch } from '../search/search-routes.ts'
import { searchSchema } from '../search/search-schemas.ts'
import { sendAnswer } from '../search/send-answer.ts'
import { type HistoryFilter, listSearches } from './list-searches.ts'
import { repeatSearch } from './repeat-search.ts'

const PAGE_MAX = 200

/** One's own searches, and making one of them again. */
export function historyRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/searches', { schema: listSchema }, async (request) => {
    const person = personWhoMay(request, 'search')
    const { before, limit = 50, lang: _lang, ...filter } = request.query as ListQuery
    const page = { limit, ...(before !== undefined && { before }) }
    const { searches, next } = await listSearches(deps.pool, person.userId, filter, page)
    const rows = searches.map((each) => ({ ...each, links: { self: `/api/v1/searches/${each.searchNumber}` } }))
    if (next === undefined) return { searches: rows }
    const url = new URL(request.url, 'http://local')
    url.searchParams.set('before', next)
    return { searches: rows, next: `${url.pathname}${url.search}` }
  })

  app.post('/api/v1/searches/:searchNumber/repeats', { schema: repeatSchema }, async (request, reply) => {
    const found = await visibleSearch(deps, request)
    const person = personWhoMay(request, 'search')
    const { limit } = (request.body ?? {}) as { limit?: number }
    const made = await keepAnswer(deps.pool, person.userId, idempotencyOf(request, person), () =>
      repeatSearch(deps, person, request, found),
    )
    if ('refused' in made) return sendRefusals(reply, made.refused)
    if (made.replayed) reply.header('idempotency-replayed', 'true')
    return sendAnswer(deps.pool, reply.code(201), made.answer, limit === undefined ? {} : { limit })
  })
}

type ListQuery = Omit<HistoryFilter, 'asked'> & { before?: string; limit?: number; lang?: string }

const day = Type.Optional(Type.String({ format: 'date' }))
const listed = Type.Object({
  searchNumber: Type.String(),
  searchedAt: Type.String(),
  query: Type.Object({ by: Type.String() }, { additionalProperties: true }),
  purpose: Type.String(),
  asOf: Type.Object({ sequence: Type.Integer(), time: Type.String() }),
  matchCount: Type.Integer(),
  links: Type.Object({ self: Type.String() }),
})

const listSchema = {
  tags: ['search'],
  summary: 'The searches that the caller made, newest first',
  security: [{ apiKey: [] }],
  querystring: Type.Object(
    {
      purpose: Type.Optional(Type.Unsafe<string>({ type: 'string', enum: Object.keys(purposes) })),
      found: Type.Optional(Type.Boolean()),
      searchedFrom: day,
      searchedTo: day,
      before: Type.Optional(Type.String({ pattern: '^[0-9]{20}$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_MAX })),
      lang: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({ searches: Type.Array(listed), next: Type.Optional(Type.String()) }),
    ...problemResponses(401, 403, 422),
  },
}

const repeatSchema = {
  tags: ['search'],
  summary: 'Make a search again, as of now, for the same purpose',
  security: [{ apiKey: [] }],
  headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }),
  params: Type.Object({ searchNumber: Type.String() }),
  body: Type.Unsafe<{ limit?: number } | null>({
    type: ['object', 'null'],
    properties: { limit: { type: 'integer', minimum: 1, maximum: LIMIT_MAX } },
    additionalProperties: false,
  }),
  response: { 201: searchSchema, ...problemResponses(401, 403, 404, 409, 422, 503) },
}

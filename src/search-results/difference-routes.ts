import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Deps } from '../deps.ts'
import { numberFrom } from '../platform/http.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import { loadSearch, type RecordedSearch } from '../search/load-search.ts'
import { LIMIT_MAX } from '../search/search-query.ts'
import { auditLook, maySeeSearch, visibleSearch } from '../search/search-routes.ts'
import { matchSchema } from '../search/search-schemas.ts'
import { searchDifference } from './search-difference.ts'

/** What a search found that an earlier one of the same query did not, and the other way round. */
export function differenceRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/searches/:searchNumber/difference', { schema }, async (request) => {
    const later = await visibleSearch(deps, request)
    const { since, limit = 200 } = request.query as { since: string; limit?: number }
    const earlier = await earlierSearch(deps, request, since)
    const difference = await searchDifference(deps.pool, later, earlier, limit)
    return {
      searchNumber: later.searchNumber,
      asOf: later.asOf,
      searchLogic: later.searchLogic,
      since: { searchNumber: earlier.searchNumber, asOf: earlier.asOf, searchLogic: earlier.searchLogic },
      ...difference,
    }
  })
}

/** @throws ProblemError not_found when there is none, or not for this person */
export async function earlierSearch(deps: Deps, request: FastifyRequest, since: string): Promise<RecordedSearch> {
  const person = personWhoMay(request, 'search')
  const found = await loadSearch(deps.pool, numberFrom(since))
  if (!found || !maySeeSearch(person, found)) throw new ProblemError('not_found')
  await auditLook(deps.pool, request, person, found)
  return found
}

const moment = Type.Object({ sequence: Type.Integer(), time: Type.String() })
const different = Type.Object({ count: Type.Integer(), matches: Type.Array(matchSchema) })

const schema = {
  tags: ['search'],
  summary: 'What is different since an earlier search of the same query',
  security: [{ apiKey: [] }],
  params: Type.Object({ searchNumber: Type.String() }),
  querystring: Type.Object(
    {
      since: Type.String({ maxLength: 40 }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMIT_MAX })),
      lang: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({
      searchNumber: Type.String(),
      asOf: moment,
      searchLogic: Type.String(),
      since: Type.Object({ searchNumber: Type.String(), asOf: moment, searchLogic: Type.String() }),
      added: different,
      gone: different,
      changed: different,
    }),
    ...problemResponses(401, 404, 422),
  },
}

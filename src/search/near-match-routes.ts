import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import type { Deps } from '../deps.ts'
import type { Moment } from '../near-matches/look-up-in-effect.ts'
import { problemResponses } from '../platform/openapi.ts'
import type { Language } from '../platform/text.ts'
import type { RecordedSearch } from './load-search.ts'
import { type NearMatchesAnswer, nearMatchesAnswer, nearWantedOf, nothingAsked } from './near-match-answer.ts'
import { visibleSearch } from './search-routes.ts'
import { nearMatchesSchemas } from './search-schemas.ts'
import { pastWarning } from './search-wording.ts'

/** Near matches beside a search that was made, as of now. */
export function nearMatchRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/searches/:searchNumber/near-matches', { schema }, async (request) => {
    const found = await visibleSearch(deps, request)
    const { asOf, ...answer } = await nearMatchesNow(deps, found, request.language)
    return { searchNumber: found.searchNumber, ...(asOf && { asOf }), ...answer }
  })
}

/** As of now, not of the search: what came since is in it, and what has ended since is not. */
export async function nearMatchesNow(
  deps: Pick<Deps, 'nearMatches'>,
  search: Pick<RecordedSearch, 'query' | 'searchedAt' | 'asOf'>,
  language: Language,
): Promise<NearMatchesAnswer & { asOf?: Moment }> {
  const wanted = nearWantedOf(search.query)
  if (!wanted || pastWarning(search)) return nothingAsked
  const found = await deps.nearMatches.find(wanted)
  return { ...(found && { asOf: found.asOf }), ...nearMatchesAnswer(wanted, found, language) }
}

const schema = {
  tags: ['search'],
  summary: 'Near matches beside an own search, as of now: an aid that no certificate covers',
  security: [{ apiKey: [] }],
  params: Type.Object({ searchNumber: Type.String() }),
  response: {
    200: Type.Object({
      searchNumber: Type.String(),
      asOf: Type.Optional(Type.Object({ sequence: Type.Integer(), time: Type.String() })),
      ...nearMatchesSchemas,
    }),
    ...problemResponses(401, 404, 422),
  },
}

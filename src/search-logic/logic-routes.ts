import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import type { Deps } from '../deps.ts'
import { unseenIn } from '../parties/unseen-characters.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import { ValidationError } from '../platform/validation.ts'
import { SEARCH_LOGIC } from '../search/search-key.ts'
import { compareNames, type ExplainedName } from './compare-names.ts'
import { compareSchema, logicSchema, NamePair } from './logic-schemas.ts'
import { publishedLogic } from './published-logic.ts'
import { refusalsOfPair } from './refuse-pair.ts'

/** The published search logic, open to everybody: its rules, and what they make of two names. */
export function searchLogicRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/search-logic/:version', { schema: getSchema }, async (request, reply) => {
    const { version } = request.params as { version: string }
    const logic = publishedLogic(version, await deps.logics.complete())
    if (!logic) throw new ProblemError('not_found')
    return reply.header('cache-control', 'public, max-age=300').send(logic)
  })

  // Names stand in the body and never in an address (threat 14).
  app.post('/api/v1/search-logic/:version/comparisons', { schema: postSchema }, async (request) => {
    const { version } = request.params as { version: string }
    if (version !== SEARCH_LOGIC) throw new ProblemError('not_found')
    const pair = request.body as NamePair
    const refused = refusalsOfPair(pair)
    if (refused.length > 0) throw new ValidationError(refused)
    const { equal, equalFrom, difference, first, second } = compareNames(pair.first, pair.second)
    return {
      searchLogic: version,
      equal,
      ...(equalFrom !== undefined && { equalFrom }),
      ...(difference && { difference }),
      first: explainedName(first),
      second: explainedName(second),
    }
  })
}

function explainedName({ name, key, way, steps }: ExplainedName) {
  return { name, key, way, unseen: unseenIn(name), steps }
}

const params = Type.Object({ version: Type.String() })
const getSchema = {
  tags: ['search'],
  summary: 'A published version of the search logic: steps, words, character tables, cases. Public',
  params,
  response: { 200: logicSchema, ...problemResponses(404) },
}
const postSchema = {
  tags: ['search'],
  summary: 'Two names, step by step: whether a search of the one finds the other. Public; nothing is recorded',
  params,
  body: NamePair,
  response: { 200: compareSchema, ...problemResponses(400, 404, 415, 422) },
}

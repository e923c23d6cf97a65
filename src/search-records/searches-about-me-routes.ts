import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Person } from '../accounts/person.ts'
import type { Deps } from '../deps.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import { text } from '../platform/text.ts'
import { purposes } from '../search/search-query.ts'
import { type Debtor, searchesAbout } from './searches-about.ts'

/** How often the caller's account was searched for, by month and purpose; never by whom. */
export function searchesAboutMeRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/searches-about-me', { schema: aboutMeSchema }, async (request) =>
    searchesAbout(deps.pool, debtorOf(personWhoMay(request, 'be_asked_for'))),
  )
}

/** The person's account as a debtor. @throws ProblemError identity_not_verified */
export function debtorOf({ account, identifierKey }: Person): Debtor {
  if (identifierKey !== null) return { account, identifierKey }
  throw new ProblemError('identity_not_verified', { detail: notVerified })
}

export const notVerified = text(
  '只有核验过身份的账户可以看到自己被查询的情况：请持证件向登记机构申请核验',
  'Only an account of verified identity sees how often it is searched for: have the register’s office verify yours',
)

const count = Type.Object({
  is: Type.Unsafe<string>({ type: 'string', enum: ['exactly', 'at_least', 'few'] }),
  searches: Type.Optional(Type.Integer()),
})
const aboutMeSchema = {
  tags: ['search'],
  summary: 'How often your account was searched for, by month and purpose; never by whom',
  security: [{ apiKey: [] }],
  querystring: Type.Object({ lang: Type.Optional(Type.String()) }, { additionalProperties: false }),
  response: {
    200: Type.Object({
      until: Type.String(),
      months: Type.Array(
        Type.Object({
          month: Type.String(),
          isOver: Type.Boolean(),
          purposes: Type.Object(Object.fromEntries(Object.keys(purposes).map((purpose) => [purpose, count]))),
          total: count,
        }),
      ),
    }),
    ...problemResponses(401, 403, 422),
  },
}

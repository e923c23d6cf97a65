import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Deps } from '../deps.ts'
import { sendRefusals } from '../platform/http.ts'
import { isWellFormedNumber, normalizeNumber } from '../platform/numbers.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError, problems } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import { filingKinds } from './act.ts'
import { compareFilings } from './which-came-first.ts'

export function whichCameFirstRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/filings/which-came-first', { schema }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const { first, second } = request.query as { first: string; second: string }
    const numbers = numbersOf({ first, second })
    if ('refused' in numbers) return sendRefusals(reply, numbers.refused)
    const comparison = await compareFilings(deps.pool, person, numbers.first, numbers.second)
    if (!comparison) throw new ProblemError('not_found')
    return comparison
  })
}

/** Both numbers without their spaces, or which of them is mistyped. */
export function numbersOf(typed: {
  first: string
  second: string
}): { first: string; second: string } | { refused: Refusal[] } {
  const numbers = { first: normalizeNumber(typed.first), second: normalizeNumber(typed.second) }
  const refused = (['first', 'second'] as const)
    .filter((each) => !isWellFormedNumber(numbers[each]))
    .map((each) => ({ code: 'number_mistyped', pointer: `/${each}`, message: problems.number_mistyped.title }))
  return refused.length > 0 ? { refused } : numbers
}

const NUMBER_MAX_CHARACTERS = 60
const number = Type.String({ minLength: 1, maxLength: NUMBER_MAX_CHARACTERS })
const filing = Type.Object({
  filingNumber: Type.String(),
  registrationNumber: Type.String(),
  kind: Type.Unsafe<string>({ type: 'string', enum: [...filingKinds] }),
  sequence: Type.Integer(),
  filedAt: Type.String(),
})
const schema = {
  tags: ['registrations'],
  summary: 'Which of two filings came first in the order; informational, rank may follow other rules',
  security: [{ apiKey: [] }],
  querystring: Type.Object(
    { first: number, second: number, lang: Type.Optional(Type.String()) },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({
      first: filing,
      second: filing,
      cameFirst: Type.Unsafe<string>({ type: 'string', enum: ['first', 'second', 'same'] }),
      microsecondsApart: Type.Integer(),
    }),
    ...problemResponses(401, 404, 422),
  },
}

import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import type { Deps } from '../deps.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'

export function accountRoutes(app: FastifyInstance, _deps: Deps): void {
  app.get('/api/v1/me', { schema: meSchema }, async (request) => {
    const { person } = request
    if (!person) throw new ProblemError('sign_in_required')
    const { loginName, displayName, role, accountName } = person
    return { loginName, displayName, role, account: accountName }
  })
}

const meSchema = {
  tags: ['accounts'],
  summary: 'Who is signed in',
  security: [{ apiKey: [] }],
  response: {
    200: Type.Object({
      loginName: Type.String(),
      displayName: Type.String(),
      role: Type.String(),
      account: Type.String(),
    }),
    ...problemResponses(401),
  },
}

import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Deps } from '../deps.ts'
import { loadOverlapCheck } from '../overlap-checks/load-overlap-check.ts'
import { maySeeCheck } from '../overlap-checks/overlap-routes.ts'
import { numberFrom } from '../platform/http.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import { notThereFor } from '../registrations/destroyed.ts'
import { sendCertificate } from './certificate-routes.ts'

/** The certificate of a check of a list. */
export function overlapCertificateRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/overlap-checks/:checkNumber/certificate', { schema }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const number = numberFrom((request.params as { checkNumber: string }).checkNumber)
    const check = await loadOverlapCheck(deps.pool, number)
    if (!check) throw await notThereFor(deps.pool, person, number)
    if (!maySeeCheck(person, check)) throw new ProblemError('not_found')
    // The facts were masked for whoever made the check when they were put together: nothing more is to be hidden.
    return sendCertificate(deps, reply, number, 'party')
  })
}

const schema = {
  tags: ['certificates'],
  summary: 'The certificate of a check of a list',
  security: [{ apiKey: [] }],
  params: Type.Object({ checkNumber: Type.String() }),
  response: {
    200: {
      description: 'The certificate as PDF',
      content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
    },
    ...problemResponses(401, 404, 410, 422, 503),
  },
}

import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../platform/problem.ts'
import { csrfToken } from './secrets.ts'

/**
 * Refuses a page's form that did not come from our own page: the token is bound to the session, and a request that says
 * it comes from another site is refused whether or not somebody is signed in (the sign-in form too).
 * @param body the parsed fields of the form
 */
export function requireOwnForm(request: FastifyRequest, body: unknown): void {
  const { origin, host } = request.headers
  if (origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== host)
    throw new ProblemError('csrf_token_wrong')
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new ProblemError('csrf_token_wrong')
  if (request.person?.via !== 'session') return
  const given = Buffer.from(String((body as { _csrf?: unknown } | undefined)?._csrf ?? ''))
  const real = Buffer.from(csrfToken(request.person.bearer))
  if (given.length !== real.length || !timingSafeEqual(given, real)) throw new ProblemError('csrf_token_wrong')
}

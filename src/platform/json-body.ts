import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problem.ts'

/** No form of ours is nested deeper than this; what is would only exhaust the stack of whoever reads it. */
const DEPTH_MAX = 32

/**
 * Reads JSON bodies strictly (RFC 8259): UTF-8 and nothing else. A body in another encoding would otherwise turn into
 * replacement characters, and a search of a damaged name into a clear answer.
 */
export function readJsonStrictly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1]
    if (charset !== undefined && !/^utf-?8$/i.test(charset)) return done(new ProblemError('media_type_not_supported'))
    if (!isUtf8(body as Buffer)) return done(new ProblemError('request_malformed'))
    parse(request, (body as Buffer).toString('utf8'), (error, value) => {
      if (!error && isDeeperThan(value, DEPTH_MAX)) return done(new ProblemError('request_malformed'))
      done(error, value)
    })
  })
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (!value || typeof value !== 'object') return false
  if (levels === 0) return true
  return Object.values(value).some((each) => isDeeperThan(each, levels - 1))
}

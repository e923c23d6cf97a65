import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from './problem.ts'

/** No form of ours is nested deeper than this; what is would only exhaust the stack of whoever reads it. */
const DEPTH_MAX = 32

/**
 * Reads JSON bodies strictly (RFC 8259): UTF-8 and nothing else. A body in another encoding would otherwise turn into
 * replacement characters, and a search of a damaged name into a clear answer.
 */
export function readJsonStrictly(app: FastifyInstance): void {
  const read = strictJson(app)
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      refuseOtherCharset(request.headers['content-type'])
      done(null, read(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
}

/** What reads one JSON text strictly: a body, or a line of one. It throws what a request that is malformed throws. */
export function strictJson(app: FastifyInstance): (bytes: Buffer) => unknown {
  const parse = app.getDefaultJsonParser('error', 'error')
  return (bytes) => {
    if (!isUtf8(bytes)) throw new ProblemError('request_malformed')
    let read: { error: Error | null; value: unknown } | undefined
    parse({} as FastifyRequest, bytes.toString('utf8'), (error: Error | null, value: unknown) => {
      read = { error, value }
    })
    // Fastify's parser answers at once, though by a callback.
    if (!read || read.error) throw read?.error ?? new ProblemError('request_malformed')
    if (isDeeperThan(read.value, DEPTH_MAX)) throw new ProblemError('request_malformed')
    return read.value
  }
}

/** @throws ProblemError media_type_not_supported for any other encoding than UTF-8 */
export function refuseOtherCharset(contentType: string | undefined): void {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1]
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new ProblemError('media_type_not_supported')
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (!value || typeof value !== 'object') return false
  if (levels === 0) return true
  return Object.values(value).some((each) => isDeeperThan(each, levels - 1))
}

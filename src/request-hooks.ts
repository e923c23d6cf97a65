import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireOwnForm } from './accounts/csrf.ts'
import { sessionTokenOf } from './accounts/session-cookie.ts'
import type { Deps } from './deps.ts'
import { countUnread } from './notices/list-notices.ts'
import { shellOf } from './page-shell.ts'
import { wantsPage } from './platform/error-page.ts'
import { languageOf } from './platform/http.ts'
import { switchLanguage } from './platform/language-switch.ts'
import { ProblemError } from './platform/problem.ts'
import { securityHeaders } from './platform/security-headers.ts'
import { text } from './platform/text.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route reads a multipart form itself and checks its token with requireOwnForm. */
    multipartForm?: boolean
    /** A route of the API whose body is a file, or a form with one that it checks with requireOwnForm. */
    fileBody?: boolean
    /** The route of the API reads lines of JSON and nothing else. */
    jsonLines?: boolean
  }
}

/** Requests a minute by user or network, outside the loopback sandbox (threat 12). */
const REQUESTS_MAX_PER_MINUTE = 1_200

/** What happens to every request before its handler: language, who calls, how much, and whether a form is our own. */
export async function addRequestHooks(app: FastifyInstance, deps: Deps): Promise<void> {
  const { behindTls } = deps.config
  const headers = securityHeaders(behindTls)
  const refused = new WeakMap<FastifyRequest, unknown>()
  app.decorateRequest('person', undefined)
  app.decorateRequest('language', 'zh-CN')
  app.decorateRequest('shell')

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    request.language = languageOf(request)
    const page = !isApi(request)
    // Before anything can fail, so that the page that says so has its frame.
    if (page) request.shell = shellOf(request, deps)
    if (page && switchLanguage(request, reply, behindTls)) return reply
    try {
      request.person = await deps.authenticator.identify(request, sessionTokenOf(request, behindTls))
    } catch (error) {
      // A wrong key counts towards the network's limit before it is refused.
      if (!(error instanceof ProblemError)) throw error
      refused.set(request, error)
    }
    if (page) request.shell = shellOf(request, deps, await unreadOf(request, deps))
  })
  if (!deps.identity.sandbox) {
    await app.register(rateLimit, {
      max: REQUESTS_MAX_PER_MINUTE,
      timeWindow: '1 minute',
      hook: 'onRequest',
      keyGenerator: (request) => (request.person ? `user ${request.person.userId}` : `network ${request.ip}`),
    })
  }
  app.addHook('onRequest', async (request) => {
    if (refused.has(request)) throw refused.get(request)
  })
  app.addHook('preValidation', async (request) => refuseForeignForm(request))
}

/**
 * The API takes JSON, which another site cannot send without asking first. Everything else that changes something is a
 * form of one of our own pages, whatever it calls itself.
 */
function refuseForeignForm(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
  if (isApi(request)) {
    // Other sites cannot send these without asking first, but for multipart, whose token the route asks for.
    if (request.routeOptions.config.fileBody && type !== 'application/json') return
    // Neither can be sent by another site's form.
    const { jsonLines } = request.routeOptions.config
    const taken = jsonLines ? type === 'application/x-ndjson' : type === '' || type === 'application/json'
    if (!taken) throw new ProblemError('media_type_not_supported', jsonLines ? { detail: sendLines } : {})
    return
  }
  if (type === 'multipart/form-data' && request.routeOptions.config.multipartForm) return
  if (type !== '' && type !== 'application/x-www-form-urlencoded') throw new ProblemError('media_type_not_supported')
  requireOwnForm(request, request.body)
}

/** Asked for pages alone: pictures, scripts and programs do not show it. */
async function unreadOf(request: FastifyRequest, { pool }: Deps): Promise<number> {
  return request.person && wantsPage(request) ? countUnread(pool, request.person) : 0
}

const sendLines = text(
  '此处请用 application/x-ndjson，每行一个 JSON',
  'Send application/x-ndjson here, one JSON a line',
)

function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/')
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { wantsPage } from './error-page.ts'

const YEAR_SECONDS = 365 * 24 * 3600

/**
 * `?lang=` on a page: the language is kept in a cookie and the reader goes on to the same page without it. Undefined
 * when nothing is switched.
 */
export function switchLanguage(
  request: FastifyRequest,
  reply: FastifyReply,
  behindTls: boolean,
): FastifyReply | undefined {
  const { lang } = request.query as Record<string, unknown>
  if (request.method !== 'GET' || (lang !== 'en' && lang !== 'zh-CN') || !wantsPage(request)) return undefined
  reply.setCookie('language', lang, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: behindTls,
    maxAge: YEAR_SECONDS,
  })
  return reply.header('cache-control', 'no-store').redirect(withoutLang(request.url), 303)
}

/** Always a path of this site: a path that begins with two slashes would lead to another. */
function withoutLang(here: string): string {
  const url = new URL(`http://local${here}`)
  url.searchParams.delete('lang')
  return `${url.pathname.replace(/^\/{2,}/, '/')}${url.search}`
}

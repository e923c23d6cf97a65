import type { FastifyReply, FastifyRequest } from 'fastify'
import { SESSION_MAX_HOURS } from './authenticate.ts'

/** Behind TLS the cookie carries the __Host- prefix; on loopback HTTP, where browsers refuse that, a plain name. */
export function sessionCookieName(behindTls: boolean): string {
  return behindTls ? '__Host-session' : 'session'
}

export function sessionTokenOf(request: FastifyRequest, behindTls: boolean): string | undefined {
  return request.cookies[sessionCookieName(behindTls)]
}

export function setSessionCookie(reply: FastifyReply, token: string, behindTls: boolean): void {
  reply.setCookie(sessionCookieName(behindTls), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: behindTls,
    maxAge: SESSION_MAX_HOURS * 3600,
  })
}

export function clearSessionCookie(reply: FastifyReply, behindTls: boolean): void {
  reply.clearCookie(sessionCookieName(behindTls), { path: '/', httpOnly: true, sameSite: 'lax', secure: behindTls })
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { isConnectionLost } from './database.ts'
import { IDEMPOTENCY_KEY_MAX_CHARACTERS, IdempotentRequest } from './idempotency.ts'
import { isWellFormedNumber, normalizeNumber } from './numbers.ts'
import { type Problem, type ProblemCode, ProblemError, problemOf, problemOfRefusals, problems } from './problem.ts'
import type { Refusal } from './refusal.ts'
import { type Language, text } from './text.ts'
import { Unavailable } from './unavailable.ts'
import { ValidationError } from './validation.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** zh-CN unless the reader asked for English: ?lang=, the language cookie, or Accept-Language. */
    language: Language
  }
}

/** The language that a request asks for. Chinese is the register's first. */
export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as Record<string, unknown> | undefined)?.lang ?? request.cookies?.language
  if (asked === 'en' || asked === 'zh-CN') return asked
  const ranges = (request.headers['accept-language'] ?? '').split(',').map((range) => {
    const [tag = '', ...rest] = range.trim().toLowerCase().split(';')
    const quality = Number(rest.find((each) => each.trim().startsWith('q='))?.split('=')[1] ?? 1)
    return { tag, quality: Number.isFinite(quality) ? quality : 0 }
  })
  const best = (prefix: string) => Math.max(0, ...ranges.filter((r) => r.tag.startsWith(prefix)).map((r) => r.quality))
  return best('en') > best('zh') ? 'en' : 'zh-CN'
}

/**
 * The caller's Idempotency-Key, if it sent one. @throws ProblemError when it is empty or too long
 * @param body what must be the same for the same answer, where that is not the parsed body
 */
export function idempotencyOf(
  request: FastifyRequest,
  caller: { userId: number; bearer: string },
  body: unknown = request.body,
): IdempotentRequest | undefined {
  const key = idempotencyKeyOf(request)
  const { method, url } = request
  return key === undefined
    ? undefined
    : new IdempotentRequest(caller.userId, caller.bearer, key, { method, path: url, body })
}

/** The header itself. @throws ValidationError when it is empty, too long or sent twice */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  const sent = request.raw.headersDistinct?.['idempotency-key'] ?? []
  if (sent.length > 1 || typeof key !== 'string' || key.length === 0 || key.length > IDEMPOTENCY_KEY_MAX_CHARACTERS) {
    throw new ValidationError([
      {
        code: 'idempotency_key_wrong',
        pointer: '',
        message: text('Idempotency-Key 应只有一个，1 至 255 个字符', 'Send one Idempotency-Key of 1 to 255 characters'),
      },
    ])
  }
  return key
}

/** A public number from a path or form. @throws ProblemError number_mistyped when its check digits do not match */
export function numberFrom(typed: string): string {
  const number = normalizeNumber(typed)
  if (!isWellFormedNumber(number)) throw new ProblemError('number_mistyped')
  return number
}

/** What an error means to the caller. Faults of our own say so, and never look like "not found". */
export function problemOfError(error: unknown, language: Language): { problem: Problem; retryAfterSeconds?: number } {
  if (error instanceof ValidationError) return { problem: problemOfRefusals(error.refusals, language) }
  if (error instanceof Unavailable) {
    return { problem: problemOf(error.code, language), retryAfterSeconds: error.retryAfterSeconds }
  }
  if (error instanceof ProblemError) {
    const { code, detail, pointer, retryAfterSeconds } = error
    const errors = pointer === undefined ? undefined : [{ code, pointer, message: detail ?? problems[code].title }]
    const problem = problemOf(code, language, { ...(detail && { detail }), ...(errors && { errors }) })
    return { problem, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
  }
  const code = codeOfFrameworkError(error)
  if (code)
    return { problem: problemOf(code, language), ...(code === 'too_many_requests' && { retryAfterSeconds: 60 }) }
  if (isConnectionLost(error)) {
    return { problem: problemOf('database_unavailable', language), retryAfterSeconds: 5 }
  }
  return { problem: problemOf('internal_fault', language) }
}

function codeOfFrameworkError(error: unknown): ProblemCode | undefined {
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE' || statusCode === 413)
    return 'body_too_large'
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || statusCode === 415) return 'media_type_not_supported'
  if (statusCode === 429) return 'too_many_requests'
  if (statusCode === 503) return 'register_busy'
  if (code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_MAX_PARAM_LENGTH') return 'not_found'
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return 'request_malformed'
  return undefined
}

export function sendProblem(reply: FastifyReply, problem: Problem, retryAfterSeconds?: number): FastifyReply {
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds))
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .code(problem.status)
    .header('content-language', reply.request.language ?? 'zh-CN')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}

export function sendRefusals(reply: FastifyReply, refused: readonly Refusal[]): FastifyReply {
  return sendProblem(reply, problemOfRefusals(refused, reply.request.language))
}

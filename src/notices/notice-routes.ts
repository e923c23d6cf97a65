import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Person } from '../accounts/person.ts'
import type { Deps } from '../deps.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import { inLanguage, type Language } from '../platform/text.ts'
import { type ListedNotice, listNotices } from './list-notices.ts'
import { noticeSentence } from './notice-wording.ts'
import { markRead } from './read-notices.ts'

const NOTICES_MAX = 100
const NOTICES_UNLESS_TOLD = 50

export function noticeRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/notices', { schema: listSchema }, async (request) => {
    const person = readerOfNotices(request)
    const { before, limit = NOTICES_UNLESS_TOLD, unread = false } = request.query as Query
    const found = await listNotices(deps.pool, person, {
      limit: limit + 1,
      unread,
      ...(before !== undefined && { before }),
    })
    const notices = found.slice(0, limit)
    const last = notices.at(-1)
    return {
      notices: notices.map((each) => noticeView(each, request.language)),
      ...(found.length > limit && {
        next: `/api/v1/notices?before=${last!.notice}&limit=${limit}${unread ? '&unread=true' : ''}`,
      }),
    }
  })

  app.post('/api/v1/notices/reads', { schema: readsSchema }, async (request, reply) => {
    await markRead(deps.pool, readerOfNotices(request), (request.body as { upTo: number }).upTo)
    return reply.code(204).send()
  })
}

/** Whoever is signed in has notices. @throws ProblemError sign_in_required */
export function readerOfNotices(request: FastifyRequest): Person {
  if (!request.person) throw new ProblemError('sign_in_required')
  return request.person
}

function noticeView(notice: ListedNotice, language: Language) {
  const { registrationNumber, filingNumber } = notice
  return {
    ...notice,
    message: inLanguage(noticeSentence(notice), language),
    links: {
      ...(registrationNumber && { registration: `/api/v1/registrations/${registrationNumber}` }),
      ...(filingNumber && { certificate: `/api/v1/filings/${filingNumber}/certificate` }),
    },
  }
}

type Query = { before?: number; limit?: number; unread?: boolean }

const place = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
const optionalText = Type.Optional(Type.String())

const listSchema = {
  tags: ['notices'],
  summary: 'What your account is told, newest first; `next` is the path of the next page',
  security: [{ apiKey: [] }],
  querystring: Type.Object({
    before: Type.Optional(place),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: NOTICES_MAX })),
    unread: Type.Optional(Type.Boolean()),
  }),
  response: {
    200: Type.Object({
      notices: Type.Array(
        Type.Object({
          notice: Type.Integer(),
          kind: Type.String(),
          message: Type.String(),
          at: Type.String(),
          read: Type.Boolean(),
          registrationNumber: optionalText,
          filingNumber: optionalText,
          details: Type.Object({}, { additionalProperties: true }),
          links: Type.Object({ registration: optionalText, certificate: optionalText }),
        }),
      ),
      next: optionalText,
    }),
    ...problemResponses(401, 422),
  },
}
const readsSchema = {
  tags: ['notices'],
  summary: 'Note that you have read every notice up to this one; your colleagues’ are their own',
  security: [{ apiKey: [] }],
  body: Type.Object({ upTo: place }, { additionalProperties: false }),
  response: { 204: { description: 'Noted' }, ...problemResponses(401, 422) },
}

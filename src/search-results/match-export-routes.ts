import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Deps } from '../deps.ts'
import { problemResponses } from '../platform/openapi.ts'
import { isNarrowed, type MatchView } from '../search/match-view.ts'
import { recordedAnswer, visibleSearch } from '../search/search-routes.ts'
import { matchViewQuery } from '../search/search-schemas.ts'
import { sendAnswer } from '../search/send-answer.ts'
import { viewPages } from '../search/view-matches.ts'
import { matchesAsCsv } from './match-exports.ts'
import { readMatchView } from './pages/match-filter.ts'

/**
 * The matches of a search as files, all of them or those of a view, written as they are read: a long list is never
 * whole in memory.
 */
export function matchExportRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/searches/:searchNumber/matches.csv', { schema: csvSchema }, async (request, reply) => {
    const { lang: _lang, ...view } = request.query as MatchView & { lang?: string }
    return sendCsv(deps, request, reply, view)
  })

  app.get('/searches/:searchNumber/matches.csv', { schema: { hide: true } }, async (request, reply) =>
    sendCsv(deps, request, reply, readMatchView(request.query).view),
  )

  app.get('/searches/:searchNumber/matches.json', { schema: { hide: true } }, async (request, reply) => {
    const found = await visibleSearch(deps, request)
    const { view } = readMatchView(request.query)
    attach(reply, found.searchNumber, view, 'json')
    return sendAnswer(deps.pool, reply, await recordedAnswer(deps.pool, found), view)
  })
}

async function sendCsv(deps: Deps, request: FastifyRequest, reply: FastifyReply, view: MatchView) {
  const found = await visibleSearch(deps, request)
  attach(reply, found.searchNumber, view, 'csv')
  const lines = matchesAsCsv(viewPages(deps.pool, found, view), request.language)
  return reply.type('text/csv; charset=utf-8').send(Readable.from(lines, { highWaterMark: 1 }))
}

/** The name of the file says which search it is of, and whether it is all of it. */
function attach(reply: FastifyReply, number: string, view: MatchView, kind: 'csv' | 'json'): void {
  const whole = !isNarrowed(view)
  const inChinese = encodeURIComponent(`查询结果-${number}${whole ? '' : '-部分'}.${kind}`)
  const name = `search-${number}${whole ? '' : '-view'}.${kind}`
  reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${name}"; filename*=UTF-8''${inChinese}`)
}

const csvSchema = {
  tags: ['search'],
  summary: 'The matches of a search as CSV, all of them or a view',
  security: [{ apiKey: [] }],
  params: Type.Object({ searchNumber: Type.String() }),
  querystring: Type.Object({ ...matchViewQuery, lang: Type.Optional(Type.String()) }, { additionalProperties: false }),
  response: {
    200: { description: 'A line a match', content: { 'text/csv': { schema: { type: 'string' } } } },
    ...problemResponses(401, 404, 422),
  },
}

import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { beijingDate } from '../../platform/clock.ts'
import { sendProblemPage } from '../../platform/error-page.ts'
import { html, nothing } from '../../platform/html.ts'
import { sendPage } from '../../platform/layout.ts'
import { problemOfRefusals } from '../../platform/problem.ts'
import { text } from '../../platform/text.ts'
import { visibleSearch } from '../../search/search-routes.ts'
import { exportHistory } from '../export-history.ts'
import { listSearches } from '../list-searches.ts'
import { repeatSearch } from '../repeat-search.ts'
import { historyAddress, historyFilter, readHistoryFilter } from './history-filter.ts'
import { historyView } from './history-view.ts'

const LINES_A_PAGE = 50

/** The searches that the reader made, newest first, by filters; all of them as a file; and one of them made again. */
export function ownSearchesPages(app: FastifyInstance, deps: Deps): void {
  app.get('/searches', { schema: { hide: true } }, async (request, reply) =>
    // A name that was searched for is not taken from an address: it must not stand in one.
    sendList(deps, request, reply, { ...(request.query as object), asked: '' }),
  )

  app.post('/searches', { schema: { hide: true } }, async (request, reply) => {
    personWhoMay(request, 'search')
    const typed = readHistoryFilter(request.body)
    if (typed.filter.asked !== undefined || typed.refused.length > 0) {
      return sendList(deps, request, reply, request.body)
    }
    return reply.redirect(historyAddress(typed), 303)
  })

  app.post('/searches/export', { schema: { hide: true } }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const typed = readHistoryFilter(request.body)
    if (typed.refused.length > 0) return sendList(deps, request, reply, request.body)
    const day = beijingDate(deps.clock.nowMicroseconds())
    const name = encodeURIComponent(`我的查询-${day}.csv`)
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="searches-${day}.csv"; filename*=UTF-8''${name}`)
      .send(Readable.from(exportHistory(deps.pool, person.userId, typed.filter, request.language)))
  })

  app.post('/searches/:searchNumber/repeats', { schema: { hide: true } }, async (request, reply) => {
    const found = await visibleSearch(deps, request)
    const made = await repeatSearch(deps, personWhoMay(request, 'search'), request, found)
    if ('refused' in made) return sendProblemPage(reply, problemOfRefusals(made.refused, request.language))
    return reply.redirect(`/searches/${made.answer.searchNumber}?since=${found.searchNumber}`, 303)
  })
}

async function sendList(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  from: unknown,
): Promise<FastifyReply> {
  const person = personWhoMay(request, 'search')
  const { language, shell } = request
  const typed = readHistoryFilter(from)
  const before = numberOf((from as { before?: unknown }).before)
  const wrong = typed.refused.length > 0
  const page = { limit: LINES_A_PAGE, ...(before !== undefined && { before }) }
  const found = wrong ? { searches: [] } : await listSearches(deps.pool, person.userId, typed.filter, page)
  return sendPage(reply, {
    title: text('我的查询', 'My searches'),
    wide: true,
    ...(wrong && { errors: typed.refused, status: 422 }),
    body: html`${historyFilter(typed, { language, errors: typed.refused }, shell)}
${wrong ? nothing : historyView(found, typed, before !== undefined, shell)}`,
  })
}

/** The number of the last search of the page before. */
function numberOf(given: unknown): string | undefined {
  return typeof given === 'string' && /^\d{20}$/.test(given) ? given : undefined
}

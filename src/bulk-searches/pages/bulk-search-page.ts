import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { hiddenCsrf, type SummaryRow, submitButton, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { pageLinks } from '../../platform/paging.ts'
import type { Shell } from '../../platform/shell.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { groupsOfFour, numberInGroups, thousands, writtenMoment } from '../../platform/written-form.ts'
import { notCovered, purposeLabel } from '../../search/search-wording.ts'
import { type BulkSearch, doneOf, isLineState, isOver, type LineState, lineStates, states } from '../bulk-search.ts'
import { cancelOwn, resumeOwn, sendResults, visibleBulkSearch } from '../bulk-search-routes.ts'
import { loadBulkLines } from '../bulk-search-store.ts'
import { bulkSentence, callbackWords, oneMomentNote, unfinishedNote } from '../bulk-wording.ts'
import { resultsTable } from './results-table.ts'

const LINES_A_PAGE = 100
const REFRESH_SECONDS = 3

/** A list while it is searched, and what came of it: the answer first, then its lines by how they stand. */
export function bulkSearchPages(app: FastifyInstance, deps: Deps): void {
  const url = '/bulk-searches/:bulkSearchNumber'
  app.get(url, { schema: { hide: true } }, async (request, reply) => {
    const search = await visibleBulkSearch(deps, request)
    const { language, shell } = request
    const filter = filterOf((request.query as { show?: unknown }).show, search)
    const slice = sliceOf(countOf(search, filter), request.query)
    const lines = await loadBulkLines(deps.pool, search.id, {
      limit: LINES_A_PAGE,
      offset: slice.first,
      ...(filter !== 'all' && { state: filter }),
    })
    const own = search.actor === request.person?.userId
    if (!isOver(search.state)) reply.header('refresh', String(REFRESH_SECONDS))
    return sendPage(reply, {
      title: text(`批量查询 ${groupsOfFour(search.bulkSearchNumber)}`, `List ${groupsOfFour(search.bulkSearchNumber)}`),
      wide: true,
      back: '/bulk-searches',
      ownHeading: true,
      body: html`${answerView(search, language)}
${actions(search, shell, own)}
<div class="text-column">${summaryList(factsOf(search, language, deps.config.bulkSearchDays), language)}</div>
<section aria-labelledby="lines"><h2 class="govuk-heading-m" id="lines">${speaker(language)('逐行结果', 'Line by line')}</h2>
${filterLinks(search, filter, language)}
${lines.length > 0 ? resultsTable(lines, language) : html`<p class="govuk-body">${speaker(language)('没有这样的行。', 'There are no such lines.')}</p>`}
${pageLinks(language, { ...slice, rows: lines }, { here: request.url, name: 'page', anchor: 'lines' })}</section>`,
    })
  })

  app.get(`${url}/results.csv`, { schema: { hide: true } }, async (request, reply) => {
    const { show } = request.query as { show?: unknown }
    return sendResults(deps, request, reply, isLineState(show) ? show : undefined)
  })

  app.post(`${url}/cancel`, { schema: { hide: true } }, async (request, reply) => {
    const { bulkSearchNumber } = await cancelOwn(deps, request)
    return reply.redirect(`/bulk-searches/${bulkSearchNumber}`, 303)
  })

  app.post(`${url}/resume`, { schema: { hide: true } }, async (request, reply) => {
    const { bulkSearchNumber } = await resumeOwn(deps, request)
    return reply.redirect(`/bulk-searches/${bulkSearchNumber}`, 303)
  })
}

type Filter = LineState | 'all'

/** What shows first is what was found, when anything was. */
function filterOf(asked: unknown, { state, found }: BulkSearch): Filter {
  if (asked === 'all' || isLineState(asked)) return asked
  return isOver(state) && found > 0 ? 'found' : 'all'
}

function countOf(search: BulkSearch, filter: Filter): number {
  const counts: Record<Filter, number> = {
    found: search.found,
    nothing_found: search.nothingFound,
    refused: search.refused,
    not_searched: search.total - doneOf(search),
    all: search.total,
  }
  return counts[filter]
}

function sliceOf(total: number, query: unknown) {
  const asked = Number((query as { page?: unknown }).page ?? 1)
  const pages = Math.max(1, Math.ceil(total / LINES_A_PAGE))
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  return { page, pages, first: (page - 1) * LINES_A_PAGE, total }
}

function answerView(search: BulkSearch, language: Language): Html {
  const say = speaker(language)
  const note = unfinishedNote(search)
  return html`<h1 class="answer">${inLanguage(bulkSentence(search), language)}</h1>
${isOver(search.state) ? nothing : progressView(search, language)}
${note ? html`<div class="note"><p class="govuk-body"><strong>${say('请注意：', 'Please note: ')}</strong>${inLanguage(note, language)}</p></div>` : nothing}
<p class="govuk-body secondary">${inLanguage(notCovered, language)}</p>`
}

function progressView(search: BulkSearch, language: Language): Html {
  const say = speaker(language)
  const done = doneOf(search)
  const label = say(
    `已查 ${thousands(done)} 行，共 ${thousands(search.total)} 行`,
    `${thousands(done)} of ${thousands(search.total)} lines`,
  )
  return html`<p class="govuk-body"><progress value="${done}" max="${search.total}" aria-label="${label}">${label}</progress><br>
<span class="secondary">${say('本页自动刷新；您可以离开，稍后从“批量查询”回到这里。', 'This page refreshes by itself. You may leave it and come back from “Search a list”.')}</span></p>`
}

function actions(search: BulkSearch, shell: Shell, own: boolean): Html {
  const say = speaker(shell.language)
  const at = `/bulk-searches/${search.bulkSearchNumber}`
  const post = (step: string, label: Text) =>
    html`<form method="post" action="${at}/${step}">${hiddenCsrf(shell)}${submitButton(shell.language, label, { kind: 'secondary' })}</form>`
  return html`<div class="govuk-body actions">
${isOver(search.state) ? html`<a class="govuk-button" href="${at}/results.csv">${say('下载逐行结果（CSV）', 'Download the results (CSV)')}</a>` : nothing}
${own && !isOver(search.state) ? post('cancel', text('停止查询', 'Stop')) : nothing}
${own && search.mayResume ? post('resume', text('继续查询', 'Go on')) : nothing}
<a class="govuk-link" href="/bulk-searches">${say('另查一份清单', 'Search another list')}</a></div>`
}

function factsOf(search: BulkSearch, language: Language, keptDays: number): SummaryRow[] {
  const say = (words: Text) => inLanguage(words, language)
  const { callback } = search
  return [
    { key: text('清单编号', 'List number'), value: numberInGroups(search.bulkSearchNumber) },
    { key: text('状态', 'State'), value: say(states[search.state]) },
    { key: text('提交时间', 'Sent'), value: say(writtenMoment(search.createdAt)) },
    ...(search.endedAt ? [{ key: text('结束时间', 'Ended'), value: say(writtenMoment(search.endedAt)) }] : []),
    { key: text('查询目的', 'Purpose'), value: say(purposeLabel(search.purpose)) },
    ...(callback
      ? [{ key: text('回调', 'Callback'), value: html`${callback.url}<br>${say(callbackWords(callback))}` }]
      : []),
    { key: text('说明', 'Note'), value: say(oneMomentNote(keptDays)) },
  ]
}

function filterLinks(search: BulkSearch, current: Filter, language: Language): Html {
  const say = speaker(language)
  const choices: [Filter, Text][] = [
    ...(Object.entries(lineStates) as [LineState, Text][]),
    ['all', text('全部', 'All')],
  ]
  const items = choices
    .filter(([filter]) => countOf(search, filter) > 0 || filter === current)
    .map(([filter, label]) => {
      const count = thousands(countOf(search, filter))
      return html`<li><a href="/bulk-searches/${search.bulkSearchNumber}?show=${filter}#lines"${filter === current ? html` aria-current="page"` : nothing}>${inLanguage(label, language)}${say(`（${count}）`, ` (${count})`)}</a></li>`
    })
  return html`<nav aria-label="${say('按结果筛选', 'Filter by result')}"><ul class="ways">${items}</ul></nav>`
}

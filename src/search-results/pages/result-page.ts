import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../deps.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import type { Slice } from '../../platform/paging.ts'
import type { Shell } from '../../platform/shell.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { groupsOfFour, numberInGroups, writtenMoment } from '../../platform/written-form.ts'
import type { RecordedSearch } from '../../search/load-search.ts'
import { nearMatchesNow } from '../../search/near-match-routes.ts'
import { visibleSearch } from '../../search/search-routes.ts'
import {
  answerSentence,
  narrowSearchWarning,
  notCovered,
  pastWarning,
  purposeLabel,
} from '../../search/search-wording.ts'
import { loadActs, type MatchActs } from '../../timeline/load-acts.ts'
import { timelineView } from '../../timeline/pages/timeline-view.ts'
import { earlierSearch } from '../difference-routes.ts'
import { loadNameHits } from '../load-name-hits.ts'
import { searchDifference } from '../search-difference.ts'
import { DIFFERENT_SHOWN_MAX, differenceView } from './difference-view.ts'
import { readMatchView, type TypedView } from './match-filter.ts'
import { type Match, matchList } from './match-list.ts'
import { matchSlice } from './match-slice.ts'
import { nearMatchList } from './near-match-list.ts'
import { aboveMatches, FILTERED_FROM, resultActions } from './result-controls.ts'
import { whyFound } from './why-found.ts'

/** What a search found: the answer first, then what it does not cover, then the list. The same facts forever. */
export function searchResultPages(app: FastifyInstance, deps: Deps): void {
  app.get('/searches/:searchNumber', { schema: { hide: true } }, async (request, reply) => {
    const found = await visibleSearch(deps, request)
    const typed = readMatchView(request.query)
    const { refused, view } = typed
    const slice = await matchSlice(deps.pool, found, view, (request.query as { page?: unknown }).page)
    const shown = slice.rows.map(({ sequence }) => sequence)
    const acts = await loadActs(deps.pool, shown, found.asOf.sequence)
    const whyFound = await reasonsOf(deps, request.shell, found, shown)
    const difference = await differenceOf(deps, request, found)
    const near = await nearMatchesNow(deps, found, request.language)
    const written = groupsOfFour(found.searchNumber)
    return sendPage(reply, {
      title: text(`查询结果 ${written}`, `Result of search ${written}`),
      wide: true,
      ownHeading: true,
      ...(refused.length > 0 && { errors: refused, status: 422 }),
      body: html`${resultView({ found, typed, slice, acts, whyFound, difference }, request.shell, request.url)}
${nearMatchList(near, { shell: request.shell, purpose: found.purpose })}`,
    })
  })
}

type Result = {
  found: RecordedSearch
  typed: TypedView
  slice: Slice<Match>
  acts: ReadonlyMap<number, MatchActs>
  whyFound: (match: Match) => Html
  /** Since the earlier search that the address names. */
  difference: Html
}

async function differenceOf(deps: Deps, request: FastifyRequest, later: RecordedSearch): Promise<Html> {
  const { since } = request.query as { since?: unknown }
  if (typeof since !== 'string') return nothing
  const earlier = await earlierSearch(deps, request, since)
  const difference = await searchDifference(deps.pool, later, earlier, DIFFERENT_SHOWN_MAX)
  return differenceView(difference, later, earlier, request.language)
}

/** What is said of each match of a search by name, under the search logic by which it was made. */
async function reasonsOf(deps: Deps, shell: Shell, search: RecordedSearch, shown: readonly number[]) {
  const { query, searchLogic, asOf } = search
  const logic = deps.logics.known(searchLogic)
  if (query.by !== 'organizationName' || typeof query.name !== 'string' || !logic) return () => nothing
  const searched = { name: query.name, logic }
  const hits = await loadNameHits(deps.pool, { ...searched, sequence: asOf.sequence }, shown)
  return (match: Match) => whyFound(match, hits.get(match.sequence) ?? [], searched, shell)
}

function resultView(result: Result, shell: Shell, here: string): Html {
  const { found } = result
  const { language } = shell
  const say = speaker(language)
  const sentence = answerSentence({ query: found.query, asOf: found.asOf, count: found.count })
  const warnings = [pastWarning(found), narrowSearchWarning(found.query.by)].flatMap((each) => each ?? [])
  return html`<h1 class="answer">${inLanguage(sentence, language)}</h1>
<p class="govuk-body secondary">${inLanguage(notCovered, language)}</p>
${found.destroyed.length > 0 ? destroyedNote(found.destroyed, language) : nothing}
${warnings.map((warning) => html`<div class="note"><p class="govuk-body"><strong>${say('请注意：', 'Please note: ')}</strong>${inLanguage(warning, language)}</p></div>`)}
${resultActions(found, shell)}
<div class="text-column">${summaryList(searchRows(found, language), language)}</div>
${result.difference}
${found.count > found.destroyed.length ? foundView(result, { language, here, linked: true }) : nothing}`
}

/** What was found then and destroyed since, after its retention: only the numbers are left. */
function destroyedNote(numbers: readonly string[], language: Language): Html {
  const say = speaker(language)
  return html`<div class="note"><p class="govuk-body">${say(
    '当时查得的下列登记，保存期满，内容已经依法销毁，只留编号：',
    'Of these registrations, found then, only the numbers are left: their content was destroyed when its retention was over.',
  )}</p>
<ul class="govuk-list">${numbers.map((number) => html`<li>${numberInGroups(number)}</li>`)}</ul></div>`
}

/** The list, by rank unless asked otherwise, and under it the same registrations over time. */
function foundView(
  { found, typed, slice, acts, whyFound }: Result,
  place: { language: Language; here: string; linked: boolean },
): Html {
  const matches = slice.rows.map((match) => ({ ...match, ...acts.get(match.sequence)! }))
  const above = found.count >= FILTERED_FROM ? aboveMatches(found, typed, slice.total, place.language) : nothing
  return html`${matchList(slice, { ...place, asOf: found.asOf, above, whyFound })}
${matches.length > 0 ? timelineView(matches, found.asOf, place) : nothing}`
}

function searchRows(found: RecordedSearch, language: Language): SummaryRow[] {
  return [
    { key: text('查询编号', 'Search number'), value: numberInGroups(found.searchNumber) },
    { key: text('核验码', 'Verification code'), value: numberInGroups(found.verificationCode) },
    { key: text('查询时间', 'Time of the search'), value: inLanguage(writtenMoment(found.searchedAt), language) },
    { key: text('截至时间', 'As of'), value: inLanguage(writtenMoment(found.asOf.time), language) },
    { key: text('查询目的', 'Purpose'), value: inLanguage(purposeLabel(found.purpose), language) },
    {
      key: text('查询逻辑', 'Search logic'),
      value: html`<a class="govuk-link" href="/search-logic">${inLanguage(
        text(`第 ${found.searchLogic} 版，精确匹配`, `Version ${found.searchLogic}, exact match`),
        language,
      )}</a>`,
    },
  ]
}

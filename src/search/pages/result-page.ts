import type { FastifyInstance } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { partyLines } from '../../parties/pages/party-view.ts'
import { dataTable } from '../../platform/data-table.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { numberFrom } from '../../platform/http.ts'
import { type Html, html, joined, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { pageLinks, type Slice, slicePage } from '../../platform/paging.ts'
import { ProblemError } from '../../platform/problem.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import {
  groupsOfFour,
  numberInGroups,
  thousands,
  writtenDate,
  writtenExactMoment,
  writtenMoment,
} from '../../platform/written-form.ts'
import { stateWord } from '../../registrations/pages/state-word.ts'
import { securityTypeLabel } from '../../registrations/registration-wording.ts'
import { loadSearch } from '../load-search.ts'
import { type SearchAnswer, searchAnswer } from '../search-answer.ts'
import { maySeeSearch } from '../search-routes.ts'
import {
  answerSentence,
  narrowSearchWarning,
  notCovered,
  purposeLabel,
  rankingNote,
  type RecordedQuery,
  searchedByLabel,
} from '../search-wording.ts'

const MATCHES_A_PAGE = 200

type Match = SearchAnswer['matches'][number]

/** What a search found: the answer first, then what it does not cover, then the list. The same facts forever. */
export function searchResultPages(app: FastifyInstance, deps: Deps): void {
  app.get('/searches/:searchNumber', { schema: { hide: true } }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const number = numberFrom((request.params as { searchNumber: string }).searchNumber)
    const found = await loadSearch(deps.pool, number)
    if (!found || !maySeeSearch(person, found)) throw new ProblemError('not_found')
    const answer = searchAnswer(found, 'searcher', found.query, found.purpose)
    const slice = slicePage(answer.matches, MATCHES_A_PAGE, request.query, 'page')
    const written = groupsOfFour(number)
    return sendPage(reply, {
      title: text(`查询结果 ${written}`, `Result of search ${written}`),
      wide: true,
      ownHeading: true,
      body: resultView(answer, found.query, slice, request.language, request.url),
    })
  })
}

function resultView(
  answer: SearchAnswer,
  query: RecordedQuery,
  slice: Slice<Match>,
  language: Language,
  here: string,
): Html {
  const say = speaker(language)
  const sentence = answerSentence({ query, asOf: answer.asOf, count: answer.matches.length })
  const warning = narrowSearchWarning(query.by)
  const again = `/search?by=${query.by}&purpose=${answer.purpose}`
  return html`<h1 class="answer">${inLanguage(sentence, language)}</h1>
<p class="govuk-body secondary">${inLanguage(notCovered, language)}</p>
${warning ? html`<div class="note"><p class="govuk-body"><strong>${say('请注意：', 'Please note: ')}</strong>${inLanguage(warning, language)}</p></div>` : nothing}
<p class="govuk-body actions"><a class="govuk-button" href="${answer.links.certificate}">${say('取查询证明（PDF）', 'Get the certificate (PDF)')}</a>
<a class="govuk-link" href="${again}">${say('再查一次', 'Search again')}</a></p>
<div class="text-column">${summaryList(searchRows(answer, language), language)}</div>
${answer.matches.length > 0 ? matchList(slice, language, here) : nothing}`
}

function searchRows(answer: SearchAnswer, language: Language): SummaryRow[] {
  return [
    { key: text('查询编号', 'Search number'), value: numberInGroups(answer.searchNumber) },
    { key: text('核验码', 'Verification code'), value: numberInGroups(answer.verificationCode) },
    { key: text('查询时间', 'Time of the search'), value: inLanguage(writtenMoment(answer.searchedAt), language) },
    { key: text('查询目的', 'Purpose'), value: inLanguage(purposeLabel(answer.purpose), language) },
    {
      key: text('查询逻辑', 'Search logic'),
      value: inLanguage(
        text(`第 ${answer.searchLogic} 版，精确匹配`, `Version ${answer.searchLogic}, exact match`),
        language,
      ),
    },
  ]
}

function matchList(slice: Slice<Match>, language: Language, here: string): Html {
  const say = speaker(language)
  return html`<h2 class="govuk-heading-m" id="matches">${say('查得的在效登记', 'Registrations in effect that were found')}</h2>
<p class="govuk-body secondary">${inLanguage(rankingNote, language)}</p>
${matchTable(slice.rows, language)}
${pageLinks(language, slice, { here, name: 'page', anchor: 'matches' })}`
}

function matchTable(matches: readonly Match[], language: Language): Html {
  return dataTable(language, {
    caption: text('查得的在效登记，按登记时间先后', 'Registrations in effect, in order of filing'),
    captionHidden: true,
    rows: matches,
    columns: [
      { label: text('次序', 'Rank'), cell: ({ rank }) => thousands(rank), kind: 'whole' },
      { label: text('登记', 'Registration'), cell: (match) => registrationCell(match, language), heads: true },
      { label: text('担保权人', 'Secured party'), cell: ({ securedParties }) => partyLines(securedParties, language) },
      { label: text('担保人', 'Debtor'), cell: ({ debtors }) => partyLines(debtors, language) },
      { label: text('担保财产', 'Collateral'), cell: ({ collateralSummary }) => collateralSummary },
      { label: text('登记时间', 'Filed'), cell: ({ filedAt }) => inLanguage(writtenExactMoment(filedAt), language) },
      { label: text('到期日', 'Expires'), cell: ({ expiresOn }) => inLanguage(writtenDate(expiresOn), language) },
      { label: text('状态', 'State'), cell: () => stateWord('in_effect', language) },
      { label: text('相符的是', 'Found by'), cell: ({ matchedBy }) => foundBy(matchedBy, language) },
    ],
  })
}

function registrationCell({ registrationNumber, securityType }: Match, language: Language): Html {
  return html`<a class="govuk-link" href="/registrations/${registrationNumber}">${numberInGroups(registrationNumber, { copy: false })}</a><br>${inLanguage(securityTypeLabel(securityType), language)}`
}

function foundBy(matchedBy: readonly string[], language: Language): Html {
  return joined(
    matchedBy.map((by) => inLanguage(searchedByLabel(by), language)),
    html`<br>`,
  )
}

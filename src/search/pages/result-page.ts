import type { FastifyInstance } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { numberFrom } from '../../platform/http.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { type Slice, slicePage } from '../../platform/paging.ts'
import { ProblemError } from '../../platform/problem.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { groupsOfFour, numberInGroups, writtenMoment } from '../../platform/written-form.ts'
import { loadActs, type MatchActs } from '../../timeline/load-acts.ts'
import { timelineView } from '../../timeline/pages/timeline-view.ts'
import { loadSearch } from '../load-search.ts'
import { type SearchAnswer, searchAnswer } from '../search-answer.ts'
import { maySeeSearch } from '../search-routes.ts'
import {
  answerSentence,
  narrowSearchWarning,
  notCovered,
  pastWarning,
  purposeLabel,
  type RecordedQuery,
} from '../search-wording.ts'
import { MATCHES_A_PAGE, type Match, matchList } from './match-list.ts'

/** What a search found: the answer first, then what it does not cover, then the list. The same facts forever. */
export function searchResultPages(app: FastifyInstance, deps: Deps): void {
  app.get('/searches/:searchNumber', { schema: { hide: true } }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const number = numberFrom((request.params as { searchNumber: string }).searchNumber)
    const found = await loadSearch(deps.pool, number)
    if (!found || !maySeeSearch(person, found)) throw new ProblemError('not_found')
    const answer = searchAnswer(found, 'searcher', found.query, found.purpose)
    const slice = slicePage(answer.matches, MATCHES_A_PAGE, request.query, 'page')
    const acts = await loadActs(
      deps.pool,
      slice.rows.map(({ sequence }) => sequence),
      answer.asOf.sequence,
    )
    const written = groupsOfFour(number)
    return sendPage(reply, {
      title: text(`查询结果 ${written}`, `Result of search ${written}`),
      wide: true,
      ownHeading: true,
      body: resultView(answer, found.query, { slice, acts }, request.language, request.url),
    })
  })
}

function resultView(
  answer: SearchAnswer,
  query: RecordedQuery,
  { slice, acts }: { slice: Slice<Match>; acts: ReadonlyMap<number, MatchActs> },
  language: Language,
  here: string,
): Html {
  const say = speaker(language)
  const count = answer.matches.length + (answer.destroyedMatches?.length ?? 0)
  const sentence = answerSentence({ query, asOf: answer.asOf, count })
  const warnings = [pastWarning(answer), narrowSearchWarning(query.by)].flatMap((each) => each ?? [])
  const again = `/search?by=${query.by}&purpose=${answer.purpose}`
  return html`<h1 class="answer">${inLanguage(sentence, language)}</h1>
<p class="govuk-body secondary">${inLanguage(notCovered, language)}</p>
${answer.destroyedMatches ? destroyedNote(answer.destroyedMatches, language) : nothing}
${warnings.map((warning) => html`<div class="note"><p class="govuk-body"><strong>${say('请注意：', 'Please note: ')}</strong>${inLanguage(warning, language)}</p></div>`)}
<p class="govuk-body actions"><a class="govuk-button" href="${answer.links.certificate}">${say('取查询证明（PDF）', 'Get the certificate (PDF)')}</a>
<a class="govuk-link" href="${again}">${say('再查一次', 'Search again')}</a></p>
<div class="text-column">${summaryList(searchRows(answer, language), language)}</div>
${answer.matches.length > 0 ? foundView(slice, acts, answer.asOf, { language, here, linked: true }) : nothing}`
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

/** The list by rank, and under it the same registrations over time. */
function foundView(
  slice: Slice<Match>,
  acts: ReadonlyMap<number, MatchActs>,
  asOf: SearchAnswer['asOf'],
  place: { language: Language; here: string; linked: boolean },
): Html {
  const matches = slice.rows.map((match) => ({ ...match, ...acts.get(match.sequence)! }))
  return html`${matchList(slice, { ...place, asOf })}
${timelineView(matches, asOf, place)}`
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

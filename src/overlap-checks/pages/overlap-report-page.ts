import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { pageLinks, slicePage } from '../../platform/paging.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { groupsOfFour, numberInGroups, thousands, writtenMoment } from '../../platform/written-form.ts'
import { purposeLabel } from '../../search/search-wording.ts'
import { overlapReport } from '../export-overlaps.ts'
import { loadOverlapFacts, placesOf } from '../load-overlap-check.ts'
import { toldLines } from '../overlap-answer.ts'
import { type Grade, grades, type OverlapCheck } from '../overlap-check.ts'
import { ownCheck, sendCsv } from '../overlap-routes.ts'
import {
  gradeLabels,
  notCheckedNote,
  overlapSentence,
  ranksFromNote,
  similarAsOfNote,
  similarIncompleteNote,
  similarNote,
} from '../overlap-wording.ts'
import { lineTable } from './line-table.ts'

const LINES_A_PAGE = 100

type Filter = Grade | 'duplicate' | 'all'

/** What a check found: the answer first, then counts, then the lines by how they stand. The same facts forever. */
export function overlapReportPages(app: FastifyInstance, deps: Deps): void {
  app.get('/overlap-checks/:checkNumber', { schema: { hide: true } }, async (request, reply) => {
    const check = await ownCheck(deps, request)
    const { language } = request
    const filter = filterOf((request.query as { show?: unknown }).show, check)
    const slice = slicePage(placesOf(check, filter === 'all' ? undefined : filter), LINES_A_PAGE, request.query, 'page')
    const facts = await loadOverlapFacts(deps.pool, check, slice.rows)
    const lines = toldLines(check, facts, slice.rows, 'searcher')
    const written = groupsOfFour(check.checkNumber)
    return sendPage(reply, {
      title: text(`清单核对 ${written}`, `Check of a list ${written}`),
      wide: true,
      ownHeading: true,
      body: html`${answerView(check, language)}
<section aria-labelledby="lines"><h2 class="govuk-heading-m" id="lines">${speaker(language)('逐行结果', 'Line by line')}</h2>
${filterLinks(check, filter, language)}
${notesOf(check, filter, language)}
${lines.length > 0 ? lineTable(lines, language) : nothing}
${pageLinks(language, slice, { here: request.url, name: 'page', anchor: 'lines' })}</section>`,
    })
  })

  app.get('/overlap-checks/:checkNumber/report.csv', { schema: { hide: true } }, async (request, reply) => {
    const check = await ownCheck(deps, request)
    const report = await overlapReport(deps.pool, check, request.language)
    return sendCsv(reply, `encumbra-overlap-check-${check.checkNumber}.csv`, report)
  })
}

function answerView(check: OverlapCheck, language: Language): Html {
  const say = speaker(language)
  const at = `/overlap-checks/${check.checkNumber}`
  const warnings = [
    ...(check.similarComplete ? [] : [similarIncompleteNote]),
    ...(check.similarAsOf < check.asOf.sequence ? [similarAsOfNote(check.similarAsOf)] : []),
  ]
  return html`<h1 class="answer">${inLanguage(overlapSentence(check), language)}</h1>
<p class="govuk-body secondary">${inLanguage(notCheckedNote, language)}</p>
${warnings.map((warning) => html`<div class="note"><p class="govuk-body"><strong>${say('请注意：', 'Please note: ')}</strong>${inLanguage(warning, language)}</p></div>`)}
<p class="govuk-body actions"><a class="govuk-button" href="/api/v1${at}/certificate">${say('取核对证明（PDF）', 'Get the certificate (PDF)')}</a>
<a class="govuk-link" href="${at}/report.csv">${say('下载逐行结果（CSV）', 'Download the lines (CSV)')}</a>
<a class="govuk-link" href="/overlap-checks">${say('再查一份清单', 'Check another list')}</a></p>
<div class="text-column">${summaryList(checkRows(check, language), language)}</div>`
}

function checkRows(check: OverlapCheck, language: Language): SummaryRow[] {
  const { counts } = check
  const say = (words: Text) => inLanguage(words, language)
  const lines = text(`${thousands(counts.lines)} 行`, thousands(counts.lines))
  return [
    { key: text('核对编号', 'Check number'), value: numberInGroups(check.checkNumber) },
    { key: text('核验码', 'Verification code'), value: numberInGroups(check.verificationCode) },
    { key: text('核对时间', 'Time of the check'), value: say(writtenMoment(check.checkedAt)) },
    { key: text('查询目的', 'Purpose'), value: say(purposeLabel(check.purpose)) },
    { key: text('清单', 'Lines of the list'), value: say(lines) },
  ]
}

/** What shows first is what was found, when anything was. */
function filterOf(asked: unknown, { counts }: OverlapCheck): Filter {
  if (asked === 'all' || asked === 'duplicate' || grades.some((each) => each === asked)) return asked as Filter
  if (counts.exact > 0) return 'exact'
  return counts.similar > 0 ? 'similar' : 'all'
}

function filterLinks({ checkNumber, counts }: OverlapCheck, current: Filter, language: Language): Html {
  const say = speaker(language)
  const choices: [Filter, Text, number][] = [
    ...grades.map((grade): [Filter, Text, number] => [grade, gradeLabels[grade], counts[grade]]),
    ['duplicate', text('清单内重复', 'Repeated in the list'), counts.duplicates],
    ['all', text('全部', 'All'), counts.lines],
  ]
  const items = choices
    .filter(([filter, , count]) => count > 0 || filter === current)
    .map(
      ([filter, label, count]) =>
        html`<li><a href="/overlap-checks/${checkNumber}?show=${filter}#lines"${filter === current ? html` aria-current="page"` : nothing}>${inLanguage(label, language)}${say(`（${thousands(count)}）`, ` (${thousands(count)})`)}</a></li>`,
    )
  return html`<nav aria-label="${say('按结果筛选', 'Filter by result')}"><ul class="ways">${items}</ul></nav>`
}

function notesOf(check: OverlapCheck, filter: Filter, language: Language): Html {
  const shown = (grade: Grade) => check.counts[grade] > 0 && (filter === grade || filter === 'all')
  const notes = [...(shown('exact') ? [ranksFromNote] : []), ...(shown('similar') ? [similarNote] : [])]
  return html`${notes.map((note) => html`<p class="govuk-body secondary">${inLanguage(note, language)}</p>`)}`
}

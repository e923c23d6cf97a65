import {
  notCheckedNote,
  overlapSentence,
  ranksFromNote,
  similarAsOfNote,
  similarIncompleteNote,
  similarNote,
} from '../../overlap-checks/overlap-wording.ts'
import { lineTable } from '../../overlap-checks/pages/line-table.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { pageLinks, slicePage } from '../../platform/paging.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { thousands, writtenMoment } from '../../platform/written-form.ts'
import { purposeLabel } from '../../search/search-wording.ts'
import type { OverlapCertificateFacts } from '../certificate-facts.ts'

const LINES_A_PAGE = 100

/** What the certificate of a check says. @param here path and query, for paging */
export function overlapFactsView(facts: OverlapCertificateFacts, language: Language, here: string): Html {
  const say = speaker(language)
  const registrations = new Map(facts.registrations.map((each) => [each.registrationNumber, each]))
  const query = Object.fromEntries(new URL(here, 'http://local').searchParams)
  const slice = slicePage(facts.lines, LINES_A_PAGE, query, 'page')
  const lines = slice.rows.map((line) => ({
    ...line,
    exact: line.exact.map((hit) => ({ ...registrations.get(hit.registrationNumber)!, ...hit })),
    similar: line.similar.map((hit) => ({ ...registrations.get(hit.registrationNumber)!, ...hit })),
  }))
  const notes = [
    notCheckedNote,
    ...(facts.counts.exact > 0 ? [ranksFromNote] : []),
    ...(facts.counts.similar > 0 ? [similarNote] : []),
    ...(facts.similarComplete ? [] : [similarIncompleteNote]),
    ...(facts.similarAsOf.sequence < facts.asOf.sequence ? [similarAsOfNote(facts.similarAsOf.sequence)] : []),
  ]
  return html`<h2 class="govuk-heading-m">${say('核对', 'The check')}</h2>
<p class="govuk-body"><strong>${inLanguage(overlapSentence(facts), language)}</strong></p>
<div class="text-column">${summaryList(checkRows(facts, language), language)}</div>
${notes.map((note) => html`<p class="govuk-body secondary">${inLanguage(note, language)}</p>`)}
${
  lines.length > 0
    ? html`<h2 class="govuk-heading-m" id="lines">${say('有结果的行', 'Lines with finds')}</h2>
${lineTable(lines, language, { linked: false })}
${pageLinks(language, slice, { here, name: 'page', anchor: 'lines' })}`
    : nothing
}`
}

function checkRows(facts: OverlapCertificateFacts, language: Language): SummaryRow[] {
  const { counts } = facts
  const say = (words: Text) => inLanguage(words, language)
  return [
    { key: text('核对人', 'Checked by'), value: facts.checker },
    { key: text('查询目的', 'Purpose'), value: say(purposeLabel(facts.purpose)) },
    { key: text('核对时间', 'Time of the check'), value: say(writtenMoment(facts.issuedAt)) },
    { key: text('清单行数', 'Lines of the list'), value: thousands(counts.lines) },
    { key: text('清单的 SHA-256', 'SHA-256 of the list'), value: html`<code class="hash">${facts.listSha256}</code>` },
    ...(counts.nothing > 0
      ? [{ key: text('没有查得的行', 'Lines without a find'), value: rangeWords(facts.nothing) }]
      : []),
  ]
}

function rangeWords(ranges: readonly [number, number][]): string {
  return ranges
    .map(([from, until]) => (from === until ? thousands(from) : `${thousands(from)}–${thousands(until)}`))
    .join('、')
}

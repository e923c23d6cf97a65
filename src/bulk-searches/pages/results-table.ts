import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, joined } from '../../platform/html.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { groupsOfFour, numberInGroups, thousands } from '../../platform/written-form.ts'
import { searchedByLabel } from '../../search/search-wording.ts'
import { type BulkLine, lineStates } from '../bulk-search.ts'
import { askedOf } from '../export-results.ts'

/** Lines of a list with what came of each. Its search is one link away, and its certificate another. */
export function resultsTable(lines: readonly BulkLine[], language: Language): Html {
  return dataTable(language, {
    caption: text('逐行结果', 'Line by line'),
    captionHidden: true,
    rows: lines,
    columns: [
      { label: text('行', 'Line'), cell: ({ line }) => thousands(line), kind: 'whole' },
      { label: text('查询条件', 'Searched for'), cell: (line) => askedCell(line, language), heads: true },
      { label: text('结果', 'Result'), cell: (line) => resultCell(line, language) },
      { label: text('查询编号', 'Search number'), cell: (line) => searchCell(line, language) },
    ],
  })
}

function askedCell(line: BulkLine, language: Language): Html {
  const { name, number } = askedOf(line, language)
  const words: Html[] = [name, number].filter((each) => each !== '').map((each) => html`${each}`)
  if (line.query) words.push(small(searchedByLabel(line.query.by), language))
  else words.push(html`${inLanguage(text('读不出查询条件', 'What to search for is unclear'), language)}`)
  if (line.reference !== null)
    words.push(small(text(`您的编号：${line.reference}`, `Your reference: ${line.reference}`), language))
  if (line.sameAsLine !== null) {
    const at = thousands(line.sameAsLine)
    words.push(small(text(`与第 ${at} 行相同，只查一次`, `Same as line ${at}, searched once`), language))
  }
  return joined(words, html`<br>`)
}

function small(words: Text, language: Language): Html {
  return html`<span class="secondary small">${inLanguage(words, language)}</span>`
}

function resultCell({ state, matchCount, refused }: BulkLine, language: Language): Html {
  const word = inLanguage(lineStates[state], language)
  switch (state) {
    case 'found': {
      const count = thousands(matchCount!)
      return html`<strong>${inLanguage(text(`查得 ${count} 项在效登记`, `${count} in effect`), language)}</strong>`
    }
    case 'refused':
      return html`<span class="state state--alarm">${word}</span>${(refused ?? []).map(({ message }) => html`<br>${inLanguage(message, language)}`)}`
    default:
      return html`${word}`
  }
}

function searchCell({ searchNumber }: BulkLine, language: Language): string | Html {
  if (searchNumber === null) return ''
  const certificate = inLanguage(text('查询证明（PDF）', 'Certificate (PDF)'), language)
  return html`<a class="govuk-link" href="/searches/${searchNumber}">${numberInGroups(searchNumber, { copy: false })}</a><br>
<a class="govuk-link" href="/searches/${searchNumber}/certificate">${certificate}<span class="govuk-visually-hidden"> ${groupsOfFour(searchNumber)}</span></a>`
}

import { writtenIdentifier } from '../parties/party-wording.ts'
import { BYTE_ORDER_MARK, csvRows, numberAsText } from '../platform/csv.ts'
import { inLanguage, type Language, type Text, text } from '../platform/text.ts'
import { beijingMoment } from '../platform/written-form.ts'
import { securityTypeLabel } from '../registrations/registration-wording.ts'
import type { MatchPage } from '../search/load-search.ts'
import { matchesFor, type SearchAnswer } from '../search/search-answer.ts'
import { searchedByLabel } from '../search/search-wording.ts'

type Match = SearchAnswer['matches'][number]

/**
 * The matches of a search as CSV, a line each, part by part: what is not sent yet is not read yet. Of what was
 * destroyed only the number is left. @param pages of the view that is exported
 */
export async function* matchesAsCsv(pages: AsyncIterable<MatchPage>, language: Language): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRows([columns.map(({ label }) => inLanguage(label, language))])
  for await (const { registrations, destroyed } of pages) {
    const lines = [
      ...matchesFor('searcher', registrations).map((match) => ({ rank: match.rank, cells: cellsOf(match, language) })),
      ...destroyed.map((each) => ({ rank: each.rank, cells: destroyedCells(each, language) })),
    ]
    // A view without what was destroyed keeps its own order.
    if (destroyed.length > 0) lines.sort((a, b) => a.rank - b.rank)
    if (lines.length > 0) yield csvRows(lines.map(({ cells }) => cells))
  }
}

function cellsOf(match: Match, language: Language): string[] {
  return columns.map(({ cell }) => cell(match, language))
}

function destroyedCells({ rank, number }: { rank: number; number: string }, language: Language): string[] {
  const words = inLanguage(text('保存期满，内容已经销毁', 'Destroyed after its retention'), language)
  return [String(rank), numberAsText(number), words, ...Array<string>(columns.length - 3).fill('')]
}

type Column = { label: Text; cell(match: Match, language: Language): string }

const names = (parties: Match['debtors']) => parties.map(({ name }) => name).join('；')
const numbers = (parties: Match['debtors'], language: Language) =>
  parties.map(({ identifier }) => numberAsText(inLanguage(writtenIdentifier(identifier), language))).join('；')

const columns: readonly Column[] = [
  { label: text('次序', 'Rank'), cell: ({ rank }) => String(rank) },
  {
    label: text('登记证明编号', 'Registration number'),
    cell: ({ registrationNumber }) => numberAsText(registrationNumber),
  },
  {
    label: text('担保类型', 'Security type'),
    cell: ({ securityType }, language) => inLanguage(securityTypeLabel(securityType), language),
  },
  { label: text('担保权人', 'Secured parties'), cell: ({ securedParties }) => names(securedParties) },
  {
    label: text('担保权人代码或者证件号码', 'Numbers of the secured parties'),
    cell: ({ securedParties }, language) => numbers(securedParties, language),
  },
  { label: text('担保人', 'Debtors'), cell: ({ debtors }) => names(debtors) },
  {
    label: text('担保人代码或者证件号码', 'Numbers of the debtors'),
    cell: ({ debtors }, language) => numbers(debtors, language),
  },
  { label: text('担保财产', 'Collateral'), cell: ({ collateralSummary }) => collateralSummary },
  { label: text('登记时间（北京时间）', 'Filed (UTC+8)'), cell: ({ filedAt }) => beijingMoment(filedAt) },
  { label: text('登记序号', 'Sequence'), cell: ({ sequence }) => String(sequence) },
  { label: text('登记到期日', 'Expiry date'), cell: ({ expiresOn }) => expiresOn },
  {
    label: text('相符的是', 'Found by'),
    cell: ({ matchedBy }, language) => matchedBy.map((by) => inLanguage(searchedByLabel(by), language)).join('；'),
  },
  { label: text('未了结的异议', 'Open objections'), cell: ({ openObjections }) => String(openObjections) },
]

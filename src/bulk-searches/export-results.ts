import { writtenIdentifier } from '../parties/party-wording.ts'
import { BYTE_ORDER_MARK, csvRows, numberAsText } from '../platform/csv.ts'
import { inLanguage, type Language, type Text, text } from '../platform/text.ts'
import { beijingMoment } from '../platform/written-form.ts'
import { type BulkLine, type BulkSearch, lineStates } from './bulk-search.ts'

/** The results of a list as CSV, a row each, part by part. Cells that a spreadsheet would run are guarded. */
export async function* resultsAsCsv(
  search: BulkSearch,
  pages: AsyncIterable<BulkLine[]>,
  language: Language,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRows([columns.map(({ label }) => inLanguage(label, language))])
  for await (const lines of pages)
    yield csvRows(lines.map((line) => columns.map(({ cell }) => cell(line, search, language))))
}

/** What a line asked for, apart in name and number. */
export function askedOf({ query }: BulkLine, language: Language): { name: string; number: string } {
  const { name, scheme, value, country, identifier } = (query ?? {}) as {
    name?: string
    scheme?: string
    value?: string
    country?: string
    identifier?: { value: string; country?: string }
  }
  const own = value === undefined ? undefined : { value, ...(scheme !== undefined && country && { country }) }
  const number = identifier ?? own
  return { name: name ?? '', number: number ? inLanguage(writtenIdentifier(number), language) : '' }
}

type Column = { label: Text; cell(line: BulkLine, search: BulkSearch, language: Language): string }

const searched = (line: BulkLine, words: string) => (line.searchNumber === null ? '' : words)

const columns: readonly Column[] = [
  { label: text('行', 'Line'), cell: ({ line }) => String(line) },
  { label: text('您的编号', 'Your reference'), cell: ({ reference }) => numberAsText(reference ?? '') },
  { label: text('名称', 'Name'), cell: (line, _search, language) => askedOf(line, language).name },
  {
    label: text('代码或证件号码', 'Number'),
    cell: (line, _search, language) => numberAsText(askedOf(line, language).number),
  },
  { label: text('结果', 'Result'), cell: ({ state }, _search, language) => inLanguage(lineStates[state], language) },
  { label: text('在效登记', 'Registrations in effect'), cell: (line) => searched(line, String(line.matchCount)) },
  { label: text('查询编号', 'Search number'), cell: ({ searchNumber }) => numberAsText(searchNumber ?? '') },
  { label: text('截至登记序号', 'As of filing'), cell: (line, { asOf }) => searched(line, String(asOf?.sequence)) },
  {
    label: text('截至时间（北京时间）', 'As of (UTC+8)'),
    cell: (line, { asOf }) => (asOf ? searched(line, beijingMoment(asOf.time)) : ''),
  },
  {
    label: text('与此行相同', 'Same as line'),
    cell: ({ sameAsLine }) => (sameAsLine === null ? '' : String(sameAsLine)),
  },
  {
    label: text('不能查询的原因', 'Why refused'),
    cell: ({ refused }, _search, language) =>
      (refused ?? []).map(({ message }) => inLanguage(message, language)).join('；'),
  },
  { label: text('代码', 'Code'), cell: ({ refused }) => (refused ?? []).map(({ code }) => code).join('；') },
]

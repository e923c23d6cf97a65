import type { Pool } from 'pg'
import { BYTE_ORDER_MARK, csvRows, numberAsText } from '../platform/csv.ts'
import { inLanguage, type Language, type Text, text } from '../platform/text.ts'
import { beijingMoment } from '../platform/written-form.ts'
import { purposeLabel, searchedByLabel } from '../search/search-wording.ts'
import { type HistoryFilter, type ListedSearch, listSearches } from './list-searches.ts'

const ROWS_A_PART = 1_000

/** One's own searches that pass a filter as CSV, newest first, part by part: what is not sent yet is not read yet. */
export async function* exportHistory(
  pool: Pick<Pool, 'query'>,
  actor: number,
  filter: HistoryFilter,
  language: Language,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRows([columns.map(({ label }) => inLanguage(label, language))])
  let before: string | undefined
  do {
    const page = await listSearches(pool, actor, filter, { limit: ROWS_A_PART, ...(before && { before }) })
    if (page.searches.length > 0)
      yield csvRows(page.searches.map((row) => columns.map((each) => each.cell(row, language))))
    before = page.next
  } while (before)
}

/** What was searched for, in one line. */
export function askedFor({ query }: Pick<ListedSearch, 'query'>): string {
  const { name, value, identifier } = query as { name?: string; value?: string; identifier?: { value: string } }
  return [name ?? value, identifier?.value].filter((each) => each !== undefined).join('；')
}

type Column = { label: Text; cell(row: ListedSearch, language: Language): string }

const columns: readonly Column[] = [
  { label: text('查询编号', 'Search number'), cell: ({ searchNumber }) => numberAsText(searchNumber) },
  { label: text('查询时间（北京时间）', 'Searched (UTC+8)'), cell: ({ searchedAt }) => beijingMoment(searchedAt) },
  {
    label: text('查询方式', 'Searched by'),
    cell: ({ query }, language) => inLanguage(searchedByLabel(query.by), language),
  },
  { label: text('查询条件', 'Searched for'), cell: (row) => numberAsText(askedFor(row)) },
  { label: text('目的', 'Purpose'), cell: ({ purpose }, language) => inLanguage(purposeLabel(purpose), language) },
  { label: text('查得', 'Found'), cell: ({ matchCount }) => String(matchCount) },
  { label: text('截至登记序号', 'As of sequence'), cell: ({ asOf }) => String(asOf.sequence) },
  { label: text('截至时间（北京时间）', 'As of (UTC+8)'), cell: ({ asOf }) => beijingMoment(asOf.time) },
]

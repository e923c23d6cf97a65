import { parse } from 'csv-parse/sync'
import { withoutFormulaGuard } from '../platform/csv.ts'
import type { Refusal } from '../platform/refusal.ts'
import { inLanguage, type Language, text } from '../platform/text.ts'
import { headerOf } from './column-names.ts'
import { type Field, ITEMS_MAX } from './forms/define-form.ts'

/** One row as it was pasted: its place there, from 1, and the text of each cell by the column's name. */
export type PastedRow = { place: number; cells: Readonly<Record<string, string>> }

/** What was pasted or uploaded for a table. `refused` is what keeps rows from being read; cells are judged later. */
export type PastedRows = { rows: PastedRow[]; hasHeader: boolean; refused: Refusal[] }

/** A spreadsheet's clipboard has tabs; CSV has commas, or semicolons where the comma is the decimal sign. */
const SEPARATORS = ['\t', ',', ';'] as const
type Separator = (typeof SEPARATORS)[number]

const REFUSALS_MAX = 20

/**
 * Reads rows as they paste from a spreadsheet or stand in a CSV file. A first row of column names (Chinese, English or
 * the API's, in any order) says which cell is which; without one, cells stand in the order of the form. Empty rows are
 * passed over but counted, so that a row's place is the one its spreadsheet shows.
 */
export function readRows(columns: readonly Field[], pasted: string): PastedRows {
  const content = pasted.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (content.trim() === '') return { rows: [], hasHeader: false, refused: [] }
  const separator = separatorOf(columns, content)
  const records = split(content, separator)
  if ('refused' in records) return { rows: [], hasHeader: false, refused: [records.refused] }

  const filled = records.cells.flatMap((cells, at) =>
    cells.some((cell) => cell !== '') ? [{ place: at + 1, cells }] : [],
  )
  const header = filled[0] && headerOf(columns, filled[0].cells)
  const order = header ? header.names : columns.map((column) => column.name)
  const refused = header ? header.refused.map((each) => atRow(filled[0]!.place, each)) : []
  const body = header ? filled.slice(1) : filled
  if (body.length > ITEMS_MAX) refused.push(tooManyRows(body.length))

  const rows = body.slice(0, ITEMS_MAX).map(({ place, cells }) => {
    const beyond = cells.slice(order.length).filter((cell) => cell !== '')
    if (beyond.length > 0 && refused.length < REFUSALS_MAX)
      refused.push(atRow(place, tooManyCells(order.length, cells)))
    const named = order.flatMap((name, at) => (name && cells[at] ? [[name, cells[at]] as const] : []))
    return { place, cells: Object.fromEntries(named) }
  })
  return { rows, hasHeader: header !== undefined, refused }
}

/** Rows as text that pastes: a row of column names, then tab-separated cells. What readRows read, it reads again. */
export function writeRows(
  columns: readonly Field[],
  rows: readonly Readonly<Record<string, string>>[],
  language: Language,
): string {
  const lines = [
    columns.map((column) => inLanguage(column.label, language)),
    ...rows.map((cells) => columns.map((column) => cells[column.name] ?? '')),
  ]
  return lines.map((cells) => `${cells.map(writtenCell).join('\t')}\n`).join('')
}

function writtenCell(cell: string): string {
  return /["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** A message with the row that it is about, as the person counts rows. */
export function atRow(place: number, { code, message }: Refusal): Refusal {
  return { code, message: text(`第 ${place} 行 ${message.zh}`, `Row ${place} ${message.en}`) }
}

/** The one under which the first row is a row of column names; else tabs before commas before semicolons. */
function separatorOf(columns: readonly Field[], content: string): Separator {
  const firstLine = content.split('\n').find((each) => each.trim() !== '') ?? ''
  const named = SEPARATORS.find((each) => headerOf(columns, plainSplit(firstLine, each)))
  if (named && firstLine.includes(named)) return named
  if (content.includes('\t')) return '\t'
  const count = (separator: string) => firstLine.split(separator).length
  return count(';') > count(',') ? ';' : ','
}

function split(content: string, delimiter: Separator): { cells: string[][] } | { refused: Refusal } {
  try {
    const cells: string[][] = parse(content, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: '\n',
    })
    // Two lone quotation marks would swallow what stands between them: no cell of a clipboard holds a tab.
    if (delimiter === '\t' && cells.some((record) => record.some((cell) => cell.includes('\t'))))
      return plainRows(content)
    return { cells: cells.map((record) => record.map(cleanCell)) }
  } catch (error) {
    // A clipboard may hold a lone quotation mark, which means nothing there: then each line is a row.
    if (delimiter === '\t') return plainRows(content)
    return { refused: quoteOpen((error as { lines?: number }).lines ?? 1) }
  }
}

function plainRows(content: string): { cells: string[][] } {
  return { cells: content.split('\n').map((each) => plainSplit(each, '\t')) }
}

function plainSplit(line: string, separator: string): string[] {
  return line.split(separator).map(cleanCell)
}

function cleanCell(cell: string): string {
  return withoutFormulaGuard(cell.trim())
}

function tooManyRows(found: number): Refusal {
  return {
    code: 'too_many_rows',
    message: text(
      `共 ${found.toLocaleString('en')} 行，最多 ${ITEMS_MAX.toLocaleString('en')} 行，请分次登记`,
      `${found.toLocaleString('en')} rows, and at most ${ITEMS_MAX.toLocaleString('en')} are allowed: file the rest apart`,
    ),
  }
}

function tooManyCells(columns: number, cells: readonly string[]): Refusal {
  return {
    code: 'too_many_cells',
    message: text(
      `有 ${cells.length} 格，表格只有 ${columns} 列；内容中有分隔符的，请用引号括起或改用制表符`,
      `has ${cells.length} cells and the table ${columns} columns; quote cells that hold a separator, or use tabs`,
    ),
  }
}

function quoteOpen(line: number): Refusal {
  return {
    code: 'quotation_mark_open',
    message: text(
      `第 ${line} 行附近的引号没有成对，请核对`,
      `A quotation mark near line ${line} has no partner; check it`,
    ),
  }
}

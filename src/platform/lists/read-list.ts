import type { Refusal } from '../refusal.ts'
import { decodeList, lineAt, loneSurrogateAt } from './decode-list.ts'
import { type JsonRow, readJsonLine } from './json-list.ts'
import {
  LIST_MAX_BYTES,
  LIST_REFUSALS_MAX,
  LIST_ROWS_MAX,
  type ListCell,
  type ListColumn,
  type ListFormat,
  type ListLine,
  type ListRow,
  type ListUse,
  type ReadList,
} from './list.ts'
import { readCell } from './list-cells.ts'
import { namesIn, readHeader, shortened } from './list-header.ts'
import { listRefusal } from './list-refusals.ts'
import { readWorkbook } from './read-workbook.ts'
import { splitList } from './split-list.ts'

const BYTE_ORDER_MARK = /^\ufeff/
/** What a ZIP archive begins with, and what an old or an encrypted workbook does. */
const ZIP = Buffer.from('PK\x03\x04', 'latin1')
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/**
 * Reads a list: the bytes of a file (CSV with commas, semicolons or tabs; XLSX; a JSON object a line) or pasted text.
 * What it is follows from its content alone. Empty rows are passed over; a row that says the same as one before is kept
 * and says so. A list is read wholly or not at all: with anything wrong in it, the first things wrong are told.
 * @throws Unavailable lists_busy when too many workbooks wait to be read
 */
export async function readList(list: Uint8Array | string, use: ListUse): Promise<ReadList> {
  const size = typeof list === 'string' ? Buffer.byteLength(list) : list.length
  if (size > LIST_MAX_BYTES) return refusedFor(listRefusal('list_too_large'))
  if (size === 0) return refusedFor(listRefusal('list_empty'))
  if (typeof list === 'string') return readText(list, use, true)
  const bytes = Buffer.from(list.buffer, list.byteOffset, list.length)
  if (bytes.subarray(0, 4).equals(ZIP)) return readSheet(bytes, use)
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE)) return refusedFor(listRefusal(compoundFault(bytes)))
  const decoded = decodeList(bytes)
  return 'refused' in decoded ? refusedFor(decoded.refused) : readText(decoded.content, use, false)
}

/** Rows that come as objects of texts: judged as the rows of a file are, their lines counted from 1. */
export function readListRows(rows: readonly Readonly<Record<string, string>>[], use: ListUse): ReadList {
  const named = rows.map((row, at) => {
    const cells = use.columns.flatMap((column) => {
      const cell = row[column.name]
      return cell === undefined ? [] : [[column, cell] as const]
    })
    return { line: at + 1, cells: new Map<ListColumn, ListCell>(cells) }
  })
  return rowsOf(named, [], 'ndjson', use)
}

async function readSheet(bytes: Buffer, use: ListUse): Promise<ReadList> {
  // One row more than a list may have, and the header.
  const sheet = await readWorkbook(bytes, (use.maxRows ?? LIST_ROWS_MAX) + 2)
  return 'refused' in sheet ? refusedFor(sheet.refused) : readTable(sheet.lines, 'xlsx', use)
}

/** Encrypted workbooks are kept in the container of the old ones. */
function compoundFault(bytes: Buffer): 'list_workbook_encrypted' | 'list_workbook_old' {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'list_workbook_encrypted' : 'list_workbook_old'
}

async function readText(said: string, use: ListUse, pasted: boolean): Promise<ReadList> {
  const content = said.replace(BYTE_ORDER_MARK, '').replace(/\r\n?/g, '\n')
  const damaged = loneSurrogateAt(content)
  if (damaged !== undefined)
    return refusedFor(listRefusal('list_bytes_undecodable', { line: lineAt(content, damaged) }))
  if (content.trim() === '') return refusedFor(listRefusal('list_empty'))
  if (/^\s*\{/.test(content)) return readJson(content, use)
  const plain = pasted ? plainColumn(content, use) : undefined
  if (plain) return readPlain(content, plain, use)
  const split = await splitList(content, use.columns, (use.maxRows ?? LIST_ROWS_MAX) + 2)
  return 'refused' in split ? refusedFor(split.refused) : readTable(split.lines, split.format, use)
}

/** Pasted text of one value a line needs no header. With anything that separates cells in it, it does. */
function plainColumn(content: string, { columns, plain }: ListUse): ListColumn | undefined {
  if (plain === undefined || /[\t,;"]/.test(content)) return undefined
  const [first = ''] = content.trimStart().split('\n', 1)
  return namesIn(columns, [first]) > 0 ? undefined : columns.find(({ name }) => name === plain)
}

function readPlain(content: string, column: ListColumn, use: ListUse): ReadList {
  const lines = content.split('\n').flatMap((each, at) => (each.trim() ? [{ line: at + 1, cells: [each.trim()] }] : []))
  return rowsOf(
    lines.map(({ line, cells }) => ({ line, cells: new Map<ListColumn, ListCell>([[column, cells[0]!]]) })),
    [],
    'plain',
    use,
  )
}

function readTable(lines: readonly ListLine[], format: ListFormat, use: ListUse): ReadList {
  const [first, ...rest] = lines
  if (!first) return refusedFor(listRefusal('list_empty'))
  const header = readHeader(use.columns, first.cells, first.line)
  if ('refused' in header) return { refused: header.refused.slice(0, LIST_REFUSALS_MAX) }
  const refused: Refusal[] = []
  const rows = rest.map(({ line, cells }) => {
    const beyond = cells.find((cell, at) => cell !== '' && !header.columns[at])
    if (beyond !== undefined && refused.length < LIST_REFUSALS_MAX) refused.push(tooManyCells(line, beyond))
    const named = header.columns.flatMap((column, at) => (column ? [[column, cells[at] ?? ''] as const] : []))
    return { line, cells: new Map<ListColumn, ListCell>(named) }
  })
  return rowsOf(rows, refused, format, use)
}

function tooManyCells(line: number, beyond: ListCell): Refusal {
  return listRefusal('list_too_many_cells', {
    line,
    said: shortened(typeof beyond === 'string' ? beyond : beyond.lost),
  })
}

function readJson(content: string, use: ListUse): ReadList {
  const max = (use.maxRows ?? LIST_ROWS_MAX) + 1
  const refused: Refusal[] = []
  const rows: JsonRow[] = []
  for (const [at, said] of content.split('\n').entries()) {
    if (said.trim() === '') continue
    const row = readJsonLine(use.columns, said, at + 1)
    if ('refused' in row) refused.push(row.refused)
    else rows.push(row)
    if (refused.length >= LIST_REFUSALS_MAX || rows.length >= max) break
  }
  return rowsOf(rows, refused, 'ndjson', use)
}

type NamedRow = { line: number; cells: ReadonlyMap<ListColumn, ListCell> }

/** Judges every cell, and marks rows that say what one before them said. */
function rowsOf(named: readonly NamedRow[], before: Refusal[], format: ListFormat, use: ListUse): ReadList {
  const max = use.maxRows ?? LIST_ROWS_MAX
  const refused = [...before]
  if (named.length > max) return refusedFor(listRefusal('list_too_many_rows', { max }))
  const seen = new Map<string, number>()
  const rows: ListRow[] = []
  for (const { line, cells } of named) {
    if (refused.length >= LIST_REFUSALS_MAX) break
    const values: Record<string, string> = {}
    for (const column of use.columns) {
      const cell = cells.get(column)
      if (cell === undefined && !column.required) continue
      const read = readCell(column, cell ?? '', line)
      if ('refused' in read) refused.push(read.refused)
      else if (read.value !== undefined) values[column.name] = read.value
      else if (column.required) refused.push(listRefusal('list_cell_missing', { line, column }))
    }
    const said = JSON.stringify(values)
    const sameAs = seen.get(said)
    if (sameAs === undefined) seen.set(said, line)
    rows.push({ line, values, ...(sameAs !== undefined && { sameAs }) })
  }
  if (refused.length > 0)
    return { refused: refused.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, LIST_REFUSALS_MAX) }
  return rows.length === 0 ? refusedFor(listRefusal('list_no_rows')) : { rows, format }
}

function refusedFor(refusal: Refusal): { refused: Refusal[] } {
  return { refused: [refusal] }
}

import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parse } from 'csv-parse'
import { withoutFormulaGuard } from '../csv.ts'
import type { Refusal } from '../refusal.ts'
import type { ListColumn, ListFormat, ListLine } from './list.ts'
import { namesIn } from './list-header.ts'
import { listRefusal } from './list-refusals.ts'

export type SplitList = { lines: ListLine[]; format: ListFormat } | { refused: Refusal }

/** A spreadsheet's clipboard has tabs; CSV has commas, or semicolons where the comma is the decimal sign. */
const SEPARATORS = ['\t', ',', ';'] as const
type Separator = (typeof SEPARATORS)[number]

const RECORD_MAX_CHARACTERS = 100_000
/** Read at a time: others have their turn in between. */
const PIECE_BYTES = 64 * 1024

/**
 * Splits text into lines of cells: CSV, or what is pasted from a spreadsheet. Empty lines are passed over and counted,
 * so that a line's number is the one that an editor shows.
 * @param content with LF as its line ends @param maxLines no more are read
 */
export async function splitList(content: string, known: readonly ListColumn[], maxLines: number): Promise<SplitList> {
  const separator = separatorOf(known, content)
  const format = separator === '\t' ? 'tabs' : 'csv'
  const lines: ListLine[] = []
  let line = 1
  try {
    for await (const { record, info } of recordsOf(content, separator)) {
      const cells = record.map(cleanCell)
      // Two lone quotation marks would swallow what stands between them: no cell of a clipboard holds a tab.
      if (separator === '\t' && cells.some((cell) => cell.includes('\t'))) return plainLines(content, maxLines)
      if (cells.some((cell) => cell !== '')) lines.push({ line, cells })
      if (lines.length >= maxLines) break
      line = info.lines + 1
    }
    return { lines, format }
  } catch (error) {
    // A clipboard may hold a lone quotation mark, which means nothing there: then each line is a row.
    if (separator === '\t') return plainLines(content, maxLines)
    const { code, lines: at } = error as { code?: string; lines?: number }
    if (code === 'CSV_MAX_RECORD_SIZE') return { refused: listRefusal('list_line_too_long', { line: at ?? line }) }
    if (!code?.startsWith('CSV_')) throw error
    return { refused: listRefusal('list_quotation_mark_open', { line }) }
  }
}

type CsvRecord = { record: string[]; info: { lines: number } }

function recordsOf(content: string, delimiter: Separator): AsyncIterable<CsvRecord> {
  const parser = parse({
    delimiter,
    info: true,
    max_record_size: RECORD_MAX_CHARACTERS,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  })
  const source = Readable.from(piecesOf(Buffer.from(content)))
  source.on('error', (error) => parser.destroy(error))
  return source.pipe(parser) as AsyncIterable<CsvRecord>
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield bytes.subarray(at, at + PIECE_BYTES)
    await nextTurn()
  }
}

/** The one under which the first line names most columns; else tabs before commas before semicolons. */
function separatorOf(known: readonly ListColumn[], content: string): Separator {
  const firstLine = content.split('\n', 50).find((each) => each.trim() !== '') ?? ''
  const named = SEPARATORS.map((separator) => ({
    separator,
    names: firstLine.includes(separator) ? namesIn(known, firstLine.split(separator).map(cleanName)) : 0,
  })).sort((a, b) => b.names - a.names)
  if (named[0]!.names > 0) return named[0]!.separator
  if (firstLine.includes('\t')) return '\t'
  const count = (separator: string) => firstLine.split(separator).length
  return count(';') > count(',') ? ';' : ','
}

function plainLines(content: string, maxLines: number): SplitList {
  const lines = content.split('\n').flatMap((each, at) => {
    const cells = each.split('\t').map(cleanCell)
    return cells.some((cell) => cell !== '') ? [{ line: at + 1, cells }] : []
  })
  return { lines: lines.slice(0, maxLines), format: 'tabs' }
}

function cleanName(cell: string): string {
  return cell.trim().replace(/^"|"$/g, '')
}

function cleanCell(cell: string): string {
  return withoutFormulaGuard(cell.trim())
}

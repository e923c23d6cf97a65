import { readFileSync, writeSync } from 'node:fs'
import readWorkbookFile from 'read-excel-file/universal'
import type { ListCell, ListLine } from './list.ts'
import {
  packPlainly,
  unpackWorkbook,
  WorkbookError,
  type WorkbookFault,
  type WorkbookParts,
} from './unpack-workbook.ts'

/*
 * A process of its own that reads one workbook from its standard input and says on standard output what stands in it.
 * It is started by read-workbook.ts with limits on time and memory and no right to open anything but its own code.
 */

/** What the process says: that it runs, and then what it read. */
export type WorkbookAnswer =
  | { lines: ListLine[] }
  | { fault: WorkbookFault | 'list_workbook_sheets' | 'list_too_many_rows'; said?: string }

const STANDARD_INPUT = 0
/** A spreadsheet keeps so many digits of a number; an identifier of more has lost its last ones. */
const DIGITS_MAX = 15
const SHEETS_TOLD_MAX = 5

const ERROR_CELL = /<(?:\w+:)?c\s(?:[^<>]*\s)?t=["']e["'][^<>]*>/
const UNCALCULATED_CELL =
  /<(?:\w+:)?c\s[^<>]*[^/<>]>\s*<(?:\w+:)?f\b[^<>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*<\/(?:\w+:)?c>/

say('running')
say(await read(readFileSync(STANDARD_INPUT)).catch(faultOf))

async function read(bytes: Buffer): Promise<WorkbookAnswer> {
  const parts = await unpackWorkbook(bytes)
  refuseFormulaFaults(parts)
  const packed = packPlainly(parts)
  const archive = packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.length) as ArrayBuffer
  const sheets = await readWorkbookFile<ListCell>(archive, { trim: false, parseNumber: cellOfNumber })
  const filled = sheets
    .map(({ sheet, data }) => ({ sheet, lines: linesOf(data as unknown[][]) }))
    .filter(({ lines }) => lines.length > 0)
  if (filled.length > 1) {
    const names = filled.slice(0, SHEETS_TOLD_MAX).map(({ sheet }) => sheet)
    return { fault: 'list_workbook_sheets', said: names.join('、') }
  }
  return { lines: filled[0]?.lines ?? [] }
}

function linesOf(data: readonly unknown[][]): ListLine[] {
  return data.flatMap((cells, at) => {
    const read = cells.map(cellOf)
    return read.some((cell) => cell !== '') ? [{ line: at + 1, cells: read }] : []
  })
}

/** Text as it is, dates as YYYY-MM-DD. Line ends and blanks at a cell's ends mean nothing. */
function cellOf(value: unknown): ListCell {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.valueOf()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'string' ? value.trim() : (value as ListCell)
}

/** A number as it would be typed; of more digits than are kept, it is told as lost. */
function cellOfNumber(written: string): ListCell {
  const digits = written.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '')
  const value = Number(written)
  const whole = Number.isSafeInteger(value)
  if (
    !Number.isFinite(value) ||
    (whole && Math.abs(value) >= 10 ** DIGITS_MAX) ||
    (!whole && Math.abs(value) >= 2 ** 53)
  )
    return { lost: written }
  // Fractions are kept to 17 digits, of which the last two are the machine's.
  if (!whole && digits.length > DIGITS_MAX) return String(Number(value.toPrecision(DIGITS_MAX)))
  return String(value)
}

/**
 * Cells whose formula has no result, or an error as its result, would read as empty: a line would be checked that is
 * not the one that was meant. @throws WorkbookError
 */
function refuseFormulaFaults(parts: WorkbookParts): void {
  for (const [path, content] of parts) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(path)) continue
    const sheet = content.toString('utf8')
    const found = ERROR_CELL.exec(sheet) ?? UNCALCULATED_CELL.exec(sheet)
    if (found) throw new WorkbookError('list_formula_error', /\br=["']([A-Z]+\d+)["']/.exec(found[0])?.[1] ?? '?')
  }
}

function faultOf(error: unknown): WorkbookAnswer {
  if (error instanceof WorkbookError) return { fault: error.fault, ...(error.said && { said: error.said }) }
  const tooMuch = error instanceof RangeError || (error instanceof Error && /allocation failed/.test(error.message))
  return { fault: tooMuch ? 'list_workbook_too_complex' : 'list_workbook_malformed' }
}

function say(message: 'running' | WorkbookAnswer): void {
  const bytes = Buffer.from(`${JSON.stringify(message)}\n`)
  let at = 0
  while (at < bytes.length) {
    try {
      at += writeSync(1, bytes, at)
    } catch (error) {
      // A pipe that is full for the moment.
      if ((error as { code?: string }).code !== 'EAGAIN') throw error
    }
  }
}

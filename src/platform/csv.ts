/** Spreadsheets run a cell that begins with one of these as a formula (threat 11: hostile text). */
const FORMULA_SIGN = /^[=+\-@\t\r]/
export const BYTE_ORDER_MARK = '\ufeff'
const LONG_NUMBER = /^\d{12,}$/

/**
 * A CSV file as spreadsheets open it: UTF-8 with a byte order mark, CRLF (RFC 4180). A cell that a spreadsheet would
 * run as a formula gets an apostrophe before it.
 */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + csvRows(rows)
}

/** Rows of a file that is written part by part: its first part begins with the byte order mark. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

/** A long number in groups of four: a spreadsheet takes it for text, and keeps its last digits. */
export function numberAsText(value: string): string {
  return LONG_NUMBER.test(value) ? value.replace(/.{4}(?=.)/g, '$& ') : value
}

function csvCell(value: string): string {
  const safe = FORMULA_SIGN.test(value) ? `'${value}` : value
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The cell as it was before csvFile wrote it. */
export function withoutFormulaGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA_SIGN.test(cell.slice(1)) ? cell.slice(1) : cell
}

/**
 * The text of an uploaded file: UTF-8 with or without a byte order mark, UTF-16 with one, or else GB18030, in which
 * spreadsheets in China save CSV. Bytes that are neither come out as U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

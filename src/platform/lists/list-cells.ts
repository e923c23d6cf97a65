import type { Refusal } from '../refusal.ts'
import type { ListCell, ListColumn } from './list.ts'
import { listRefusal } from './list-refusals.ts'

/**
 * What has no place in a cell: controls but for tab and line ends, bidirectional controls, line and paragraph
 * separators, halves of characters, and the signs that stand for damaged text (U+FFFD, private use, noncharacters).
 */
const FORBIDDEN =
  /[[\p{Cc}--[\t\n\r]]\p{Bidi_Control}\p{Cs}\p{Co}\u2028\u2029\u206A-\u206F\uFFFC\uFFFD\uFDD0-\uFDEF\uFFFE\uFFFF]/v

/** Most numbers are of these alone, and need no look at each character. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/

/** A cell as it is kept, or what is wrong with it. An empty cell is kept as undefined. */
export function readCell(
  column: ListColumn,
  cell: ListCell,
  line: number,
): { value: string | undefined } | { refused: Refusal } {
  if (cell === '') return { value: undefined }
  if (typeof cell !== 'string')
    return { refused: listRefusal('list_cell_digits_lost', { line, column, said: cell.lost }) }
  if (cell.length <= column.maxCharacters && PLAIN.test(cell)) return { value: cell }
  const forbidden = FORBIDDEN.exec(cell)?.[0]
  if (forbidden !== undefined)
    return { refused: listRefusal('list_cell_character', { line, column, said: codePoint(forbidden) }) }
  if (!column.multiline && /[\n\r]/.test(cell.trim()))
    return { refused: listRefusal('list_cell_line_break', { line, column }) }
  const value = cell.replace(/\r\n?/g, '\n').trim()
  if (value.length > column.maxCharacters && Array.from(value).length > column.maxCharacters)
    return { refused: listRefusal('list_cell_too_long', { line, column, max: column.maxCharacters }) }
  return { value: value === '' ? undefined : value }
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

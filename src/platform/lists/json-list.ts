import type { Refusal } from '../refusal.ts'
import type { ListColumn } from './list.ts'
import { foldedName, namesOf, shortened } from './list-header.ts'
import { listRefusal } from './list-refusals.ts'

/** One object of a list of JSON lines: its cells by column. */
export type JsonRow = { line: number; cells: Map<ListColumn, string> }

/** Reads one JSON object (RFC 8259) of a list: text, whole numbers that lose no digit, or null for an empty cell. */
export function readJsonLine(known: readonly ListColumn[], said: string, line: number): JsonRow | { refused: Refusal } {
  const read = objectOf(said)
  if (!read) return { refused: listRefusal('list_line_not_json', { line }) }
  const names = namesOf(known)
  const cells = new Map<ListColumn, string>()
  for (const [name, value] of Object.entries(read)) {
    const column = names.get(foldedName(name))
    if (!column) return { refused: listRefusal('list_column_unknown', { line, columns: known, said: shortened(name) }) }
    if (cells.has(column)) return { refused: listRefusal('list_column_twice', { line, said: shortened(name) }) }
    if (value === null) continue
    if (typeof value === 'number' && !Number.isSafeInteger(value))
      return { refused: listRefusal('list_cell_digits_lost', { line, column, said: String(value) }) }
    if (typeof value !== 'string' && typeof value !== 'number')
      return { refused: listRefusal('list_line_not_json', { line }) }
    cells.set(column, String(value).trim())
  }
  return { line, cells }
}

function objectOf(said: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(said)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

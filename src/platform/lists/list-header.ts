import type { Refusal } from '../refusal.ts'
import type { ListCell, ListColumn } from './list.ts'
import { listRefusal } from './list-refusals.ts'

/** The column of each cell (undefined: the header's cell is empty), or what is wrong with the header. */
export type ListHeader = { columns: (ListColumn | undefined)[] } | { refused: Refusal[] }

const SAID_MAX_CHARACTERS = 40

/** Reads the row of column names. A name that is no column is refused, not dropped: what is below it was meant. */
export function readHeader(known: readonly ListColumn[], cells: readonly ListCell[], line: number): ListHeader {
  const byName = namesOf(known)
  const said = cells.map((cell) => (typeof cell === 'string' ? cell.trim() : cell.lost))
  const columns = said.map((cell) => byName.get(foldedName(cell)))
  if (columns.every((each) => each === undefined))
    return { refused: [listRefusal('list_header_wrong', { columns: known })] }
  const refused = said.flatMap((cell, at) => {
    const column = columns[at]
    if (cell === '') return []
    if (!column) return [listRefusal('list_column_unknown', { line, columns: known, said: shortened(cell) })]
    if (columns.indexOf(column) < at) return [listRefusal('list_column_twice', { line, said: shortened(cell) })]
    return []
  })
  for (const column of known) {
    if (!column.required || columns.includes(column)) continue
    const { zh, en } = column.label
    refused.push(listRefusal('list_column_missing', { line, columns: known, said: zh === en ? zh : `${zh} ${en}` }))
  }
  return refused.length > 0 ? { refused } : { columns }
}

/** How many cells of a row are names of columns. */
export function namesIn(known: readonly ListColumn[], cells: readonly string[]): number {
  const byName = namesOf(known)
  return cells.filter((cell) => byName.has(foldedName(cell))).length
}

/** Every name that a column may have, as it is compared. */
export function namesOf(known: readonly ListColumn[]): Map<string, ListColumn> {
  const names = new Map<string, ListColumn>()
  for (const column of known) {
    for (const each of [column.name, column.label.zh, column.label.en, ...column.synonyms])
      names.set(foldedName(each), column)
  }
  return names
}

/** Without case, blanks, marks that a column is required, and what stands in brackets (units, remarks). */
export function foldedName(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[\s*_:.-]/g, '')
}

export function shortened(cell: string): string {
  const characters = Array.from(cell.replace(/[\p{Cc}\p{Bidi_Control}\p{Cs}]/gu, '�'))
  return characters.length > SAID_MAX_CHARACTERS
    ? `${characters.slice(0, SAID_MAX_CHARACTERS - 1).join('')}…`
    : characters.join('')
}

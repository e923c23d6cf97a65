import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import type { Field } from './forms/define-form.ts'

/** A row of column names: the column of each cell (undefined: an empty cell), and what is wrong with the row. */
export type Header = { names: (string | undefined)[]; refused: Refusal[] }

/**
 * Whether these cells are column names: all of them, at least two, or one that the table requires (nothing is called
 * 名称; but a unit may well be called unit). A label that offers two words (序列号/出厂编号) is
 * known by either. A name that is no column is refused, not dropped: what stands under it was meant to be filed.
 */
export function headerOf(columns: readonly Field[], cells: readonly string[]): Header | undefined {
  const known = namesOf(columns)
  const names = cells.map((cell) => known.get(folded(cell)))
  const filled = cells.filter((cell) => cell !== '').length
  const found = names.filter((name) => name !== undefined).length
  const required = columns.some((column) => column.required && names.includes(column.name))
  if (found === 0 || (found < 2 && found < filled && !required)) return undefined
  const refused = cells.flatMap((cell, at) => {
    if (cell === '') return []
    if (names[at] === undefined) return [unknownColumn(cell, columns)]
    return names.indexOf(names[at]) < at ? [columnTwice(cell)] : []
  })
  return { names, refused }
}

/** The column of each name that is known; a word that two columns share names neither. */
function namesOf(columns: readonly Field[]): Map<string, string> {
  const known = new Map<string, string>()
  const shared = new Set<string>()
  for (const { name, label } of columns) {
    for (const each of new Set([name, label.zh, label.en, ...wordsOf(label.zh), ...wordsOf(label.en)].map(folded))) {
      const other = known.get(each)
      if (other !== undefined && other !== name) shared.add(each)
      else known.set(each, name)
    }
  }
  for (const each of shared) known.delete(each)
  // A whole label or an API name is never in doubt.
  for (const { name, label } of columns) for (const each of [name, label.zh, label.en]) known.set(folded(each), name)
  return known
}

function wordsOf(label: string): string[] {
  return label.split(/\/|或者|或| or /)
}

/** Without case, blanks, marks that a column is required, and what stands in brackets (units, remarks). */
function folded(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[\s*_:]/g, '')
}

function unknownColumn(cell: string, columns: readonly Field[]): Refusal {
  return {
    code: 'column_unknown',
    message: text(
      `没有“${cell}”这一列，请改名或删去。可用的列：${columns.map((each) => each.label.zh).join('、')}`,
      `has no column “${cell}”: rename or remove it. The columns: ${columns.map((each) => each.label.en).join(', ')}`,
    ),
  }
}

function columnTwice(cell: string): Refusal {
  return {
    code: 'column_twice',
    message: text(`“${cell}”列出现了两次，请删去一列`, `names the column “${cell}” twice; remove one`),
  }
}

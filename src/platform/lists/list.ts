import type { Refusal } from '../refusal.ts'
import type { Text } from '../text.ts'

/*
 * Lists: a file or pasted text whose rows are read by known columns. Which columns there are is the use's to say; what
 * a list may be, and how it is refused, is the same for every use.
 */

/** Rows of one list, and bytes of its file or text. */
export const LIST_ROWS_MAX = 10_000
export const LIST_MAX_BYTES = 5 * 1024 * 1024
/** Told of one list: the first ones say what is wrong with the others. */
export const LIST_REFUSALS_MAX = 20

/** A column of a list, and the names that its header may have. */
export type ListColumn = {
  readonly name: string
  readonly label: Text
  /** Further names of the column, in either language. Case, blanks and what stands in brackets do not matter. */
  readonly synonyms: readonly string[]
  /** Its header must stand in the first row. */
  readonly required?: boolean
  readonly maxCharacters: number
  /** Cells may have line breaks, as descriptions do. A line break within a number is a sign that rows ran together. */
  readonly multiline?: boolean
  /** Two cells for the template. */
  readonly examples: readonly [string, string]
}

/** One row: its line in the file as people count them, from 1, and its cells by column. Empty cells are left out. */
export type ListRow = {
  line: number
  values: Readonly<Record<string, string>>
  /** The line of the first row that says the same. */
  sameAs?: number
}

export type ListFormat = 'csv' | 'tabs' | 'plain' | 'ndjson' | 'xlsx'

export type ListUse = {
  readonly columns: readonly ListColumn[]
  readonly maxRows?: number
  /** The column of pasted text without a header, one value a line. */
  readonly plain?: string
}

export type ReadList = { rows: ListRow[]; format: ListFormat } | { refused: Refusal[] }

/** A cell as its file has it. A number of more digits than a spreadsheet keeps is lost, and said to be. */
export type ListCell = string | { lost: string }

/** Cells of one line before the header says what they are. */
export type ListLine = { line: number; cells: readonly ListCell[] }

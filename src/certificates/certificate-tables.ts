import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js'
import type { Text } from '../platform/text.ts'
import { contentOf, type Line, type Piece, type Style, setLines } from './certificate-typesetting.ts'

/** The certificates' tables: hairlines between rows, headings repeated on every page, rows that break over pages. */

/** Points. The margins leave a column of exactly 500. */
export const PAGE_MARGIN = 47.64
export const CONTENT_WIDTH = 500

export const INK = '#1d2322'
export const GREY = '#66706d'
export const DEEP = '#0f4c4f'
export const HAIRLINE = '#c5cbc8'

export const styles = {
  data: { face: 'sans', size: 9, color: INK },
  small: { face: 'sans', size: 7.5, color: GREY },
  label: { face: 'sans', size: 8, color: GREY },
  labelSmall: { face: 'sans', size: 6.8, color: GREY },
  cell: { face: 'sans', size: 7.5, color: INK },
  cellSmall: { face: 'sans', size: 6.5, color: GREY },
  heading: { face: 'serif', size: 11.5, color: DEEP },
  headingSmall: { face: 'sans', size: 8, color: GREY },
} as const satisfies Record<string, Style>

/** Chinese first, English after it in small grey. */
export function both(words: Text, style: Style = styles.data, small: Style = styles.small): Piece[] {
  return words.zh === words.en ? plain(words.zh, style) : [...plain(words.zh, style), ...plain(`  ${words.en}`, small)]
}

/** As filed. */
export function plain(words: string, style: Style = styles.data): Piece[] {
  return [{ text: words, style }]
}

/** Chinese and English as a paragraph each. */
export function paragraphs(words: Text): Piece[] {
  return [...plain(`${words.zh}\n`), ...plain(words.en, styles.small)]
}

export type FactRow = { readonly label: Text; readonly value: readonly Piece[] }

const LABEL_WIDTH = 160

/** A heading and rows of label and value. */
export function factTable(heading: Text | undefined, rows: readonly FactRow[]): Content {
  const valueWidth = CONTENT_WIDTH - LABEL_WIDTH - GAP
  const body = rows.map(({ label, value }) => [
    setLines(both(label, styles.label, styles.labelSmall), LABEL_WIDTH),
    setLines(value, valueWidth),
  ])
  return ruledTable({ heading, widths: [LABEL_WIDTH, valueWidth], rows: body })
}

export type Cell = readonly Line[]
type RuledTable = {
  heading?: Text | undefined
  /** Of the text in each column, in points; GAP lies between columns. */
  widths: readonly number[]
  header?: readonly Cell[]
  rows: readonly (readonly Cell[])[]
}

/** Between the text of two columns, in points. */
export const GAP = 8
const ROW_PADDING = 3

/**
 * pdfmake drops what does not fit on the page from a row that it may not break, and breaks others in the middle of a
 * line's neighbours. So rows are cut here into parts of at most this height, without a line between the parts.
 */
const PART_HEIGHT_MAX = 220

/** A table that is lower than this stays on one page. */
const KEPT_TOGETHER_HEIGHT_MAX = 150

export function ruledTable({ heading, widths, header, rows }: RuledTable): Content {
  const parts = rows.flatMap((row) => partsOf(row).map((cells, i) => ({ cells, continues: i > 0 })))
  const head = [...(heading ? [headingRow(heading, widths.length)] : []), ...(header ? [header.map(cellOf)] : [])]
  const body = [...head, ...parts.map(({ cells }) => cells.map(cellOf))]
  const table: ContentTable['table'] = {
    widths: [...widths],
    body,
    dontBreakRows: true,
    ...(head.length > 0 && { headerRows: head.length, keepWithHeaderRows: kept(parts.map(({ cells }) => cells)) }),
  }
  const ruled = body.map((_, i) => i > 0 && !parts[i - head.length]?.continues)
  return { table, layout: hairlines(ruled), margin: [0, heading ? 12 : 6, 0, 0] }
}

/** How many rows stay on the page of the heading: all of a low table, and at least the first. */
function kept(rows: readonly (readonly Cell[])[]): number {
  const heights = rows.map((row) => Math.max(...row.map(heightOf)) + 2 * ROW_PADDING)
  return heights.reduce((sum, height) => sum + height, 0) <= KEPT_TOGETHER_HEIGHT_MAX ? rows.length : 1
}

function heightOf(cell: Cell): number {
  return cell.reduce((sum, line) => sum + line.height, 0)
}

function headingRow(heading: Text, columns: number): TableCell[] {
  const lines = setLines(both(heading, styles.heading, styles.headingSmall), CONTENT_WIDTH)
  return [{ ...(contentOf(lines) as object), colSpan: columns } as TableCell, ...Array(columns - 1).fill({})]
}

function cellOf(lines: Cell): TableCell {
  return contentOf(lines) as TableCell
}

/** Cuts a row that is too high: each part takes as many lines of every cell as fit. */
function partsOf(row: readonly Cell[]): (readonly Cell[])[] {
  const parts: Cell[][] = []
  const taken = row.map(() => 0)
  do {
    parts.push(
      row.map((cell, column) => {
        const from = taken[column] as number
        let to = from
        for (let height = 0; to < cell.length; to++) {
          height += (cell[to] as Line).height
          if (height > PART_HEIGHT_MAX && to > from) break
        }
        taken[column] = to
        return cell.slice(from, to)
      }),
    )
  } while (row.some((cell, column) => (taken[column] as number) < cell.length))
  return parts
}

/** Lines above the rows marked, and below the last; none at the sides. */
function hairlines(ruled: readonly boolean[]): CustomTableLayout {
  return {
    hLineWidth: (line) => (line === ruled.length || ruled[line] ? 0.5 : 0),
    vLineWidth: () => 0,
    hLineColor: () => HAIRLINE,
    paddingLeft: (column) => (column === 0 ? 0 : GAP / 2),
    paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : GAP / 2),
    paddingTop: (row) => (row < ruled.length && !ruled[row] && row > 0 ? 0 : ROW_PADDING),
    paddingBottom: (row) => (row + 1 < ruled.length && !ruled[row + 1] ? 0 : ROW_PADDING),
  }
}

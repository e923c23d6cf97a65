import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js'
import type { Text } from '../platform/text.ts'
import { both, CONTENT_WIDTH, HAIRLINE, PAGE_HEIGHT, styles } from './certificate-styles.ts'
import { contentOf, heightOf, type Line, type Piece, setLines } from './certificate-typesetting.ts'

/**
 * The certificates' tables: hairlines between rows, a heading that repeats on every page, rows that break over pages.
 */

/** What stands on a certificate: content that flows over pages, or a list too long to be laid out at once. */
export type Block = Content | LongList

/**
 * A table whose pages are made one by one: pdfmake needs 30 kB of memory for a row of the pages it lays out together.
 */
export class LongList {
  readonly #table: RuledTable

  constructor(table: RuledTable) {
    this.#table = table
  }

  /** How many pages the list takes. */
  pageCount(): number {
    let count = 0
    for (const _page of this.#rowsByPage()) count++
    return count
  }

  /** The list's pages in turn, each with its heading. The rows are set anew each time. */
  *pages(): Generator<Content> {
    const head = headOf(this.#table)
    for (const rows of this.#rowsByPage()) yield tableNode(this.#table.widths, head, rows)
  }

  *#rowsByPage(): Generator<RowPart[]> {
    const headHeight = headOf(this.#table).rows.reduce((sum, row) => sum + heightOfRow(row) + HAIRLINE_WIDTH, 0)
    let rows: RowPart[] = []
    let height = headHeight
    for (const part of rowParts(this.#table.rows)) {
      const partHeight = heightOfRow(part.cells) + HAIRLINE_WIDTH
      if (rows.length > 0 && height + partHeight > PAGE_HEIGHT) {
        yield rows
        rows = []
        height = headHeight
      }
      rows.push(part)
      height += partHeight
    }
    if (rows.length > 0) yield rows
  }
}

export type FactRow = { readonly label: Text; readonly value: readonly Piece[] }

const LABEL_WIDTH = 160

/** A heading and rows of label and value. */
export function factTable(heading: Text | undefined, rows: readonly FactRow[]): Content {
  const valueWidth = CONTENT_WIDTH - LABEL_WIDTH - GAP
  const at = ({ label, value }: FactRow) => [
    setLines(both(label, styles.label, styles.labelSmall), LABEL_WIDTH),
    setLines(value, valueWidth),
  ]
  return flowingTable({
    heading,
    widths: [LABEL_WIDTH, valueWidth],
    rows: { count: rows.length, at: (i) => at(rows[i]!) },
  })
}

export type Cell = readonly Line[]
type Row = readonly Cell[]

export type RuledTable = {
  readonly heading?: Text | undefined
  /** Of the text in each column, in points; GAP lies between columns. */
  readonly widths: readonly number[]
  readonly header?: Row
  readonly rows: { readonly count: number; at(index: number): Row }
}

/** Between the text of two columns, in points. */
export const GAP = 8
const ROW_PADDING = 3
const HAIRLINE_WIDTH = 0.5
const LONG_LIST_ROWS = 300

/** A table in the flow of the page, or a long list on pages of its own. */
export function ruledTable(table: RuledTable): Block {
  return table.rows.count > LONG_LIST_ROWS ? new LongList(table) : flowingTable(table)
}

function flowingTable(table: RuledTable): Content {
  const head = headOf(table)
  const parts = [...rowParts(table.rows)]
  const keepWithHeaderRows = rowsKept(parts)
  const node = tableNode(
    table.widths,
    head,
    parts,
    head.rows.length > 0 && { headerRows: head.rows.length, keepWithHeaderRows },
  )
  return { ...(node as ContentTable), margin: [0, table.heading ? 10 : 6, 0, 0] }
}

/** The rows above the first: the heading, over all columns if there is one, and the columns' headers. */
type Head = { readonly rows: readonly Row[]; readonly spans: boolean }

function headOf({ heading, header, widths }: RuledTable): Head {
  const lines = heading && setLines(both(heading, styles.heading, styles.headingSmall), CONTENT_WIDTH)
  const spanning = lines ? [[lines, ...Array<Cell>(widths.length - 1).fill([])]] : []
  return { rows: [...spanning, ...(header ? [header] : [])], spans: lines !== undefined }
}

type RowPart = { readonly cells: Row; readonly continues: boolean }
type HeaderRows = false | { headerRows: number; keepWithHeaderRows: number }

function tableNode(
  widths: readonly number[],
  head: Head,
  parts: readonly RowPart[],
  headerRows: HeaderRows = false,
): Content {
  const rows = [...head.rows, ...parts.map(({ cells }) => cells)]
  const body = rows.map((row, i) =>
    row.map((cell, column): TableCell => {
      const colSpan = head.spans && i === 0 && column === 0 ? widths.length : 1
      return { ...(contentOf(cell) as object), colSpan } as TableCell
    }),
  )
  const ruled = body.map((_, i) => i > 0 && !parts[i - head.rows.length]?.continues)
  const table = { widths: [...widths], body, ...(headerRows && { ...headerRows, dontBreakRows: true }) }
  return { table, layout: hairlines(ruled) }
}

/**
 * pdfmake drops what does not fit on the page from a row that it may not break, and breaks others in the middle of a
 * line's neighbours. So rows are cut here into parts of at most this height, without a hairline between the parts.
 */
const PART_HEIGHT_MAX = 220

/** A table that is lower than this stays on one page, its heading included. */
const KEPT_TOGETHER_HEIGHT_MAX = 150

function* rowParts(rows: RuledTable['rows']): Generator<RowPart> {
  for (let i = 0; i < rows.count; i++) {
    const row = rows.at(i)
    const taken = row.map(() => 0)
    do {
      const cells = row.map((cell, column) => {
        const lines = linesThatFit(cell.slice(taken[column]))
        taken[column]! += lines.length
        return lines
      })
      yield { cells, continues: taken.some((count, column) => count > (cells[column] as Cell).length) }
    } while (row.some((cell, column) => taken[column]! < cell.length))
  }
}

function linesThatFit(lines: Cell): Cell {
  let height = 0
  const end = lines.findIndex((line, i) => {
    height += line.height
    return height > PART_HEIGHT_MAX && i > 0
  })
  return end < 0 ? lines : lines.slice(0, end)
}

/** How many rows stay on the page of the heading: all of a low table, and else the first. */
function rowsKept(parts: readonly RowPart[]): number {
  const height = parts.reduce((sum, { cells }) => sum + heightOfRow(cells), 0)
  return height <= KEPT_TOGETHER_HEIGHT_MAX ? parts.length : 1
}

function heightOfRow(row: Row): number {
  return Math.max(...row.map(heightOf)) + 2 * ROW_PADDING
}

/** Lines above the rows marked, and below the last; none at the sides. */
function hairlines(ruled: readonly boolean[]): CustomTableLayout {
  return {
    hLineWidth: (line) => (line === ruled.length || ruled[line] ? HAIRLINE_WIDTH : 0),
    vLineWidth: () => 0,
    hLineColor: () => HAIRLINE,
    paddingLeft: (column) => (column === 0 ? 0 : GAP / 2),
    paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : GAP / 2),
    paddingTop: (row) => (row < ruled.length && !ruled[row] && row > 0 ? 0 : ROW_PADDING),
    paddingBottom: (row) => (row + 1 < ruled.length && !ruled[row + 1] ? 0 : ROW_PADDING),
  }
}

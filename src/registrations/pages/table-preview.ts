import { type Column, dataTable } from '../../platform/data-table.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { thousands } from '../../platform/written-form.ts'
import { naming } from '../field-errors.ts'
import type { Field } from '../forms/define-form.ts'
import type { JudgedAnswers } from '../judge-answers.ts'
import type { PastedRow } from '../pasted-rows.ts'

export const PREVIEW_ROWS = 20
const WRONG_ROWS_MAX = 20

/** What is wrong with one cell: the row's index among the read rows, its column, and why. */
export type CellError = { index: number; column: Field | undefined; message: Text; refusal: Refusal }

/** Splits refusals of one table into those of cells and those of the table as a whole. */
export function cellErrorsOf(field: Field, refused: readonly Refusal[]): { cells: CellError[]; whole: Refusal[] } {
  const at = `/collateral/${field.name}/`
  const cells = refused.flatMap((each): CellError[] => {
    const [, index = '', name = ''] = new RegExp(`^${at}(\\d+)/?(\\w*)`).exec(each.pointer ?? '') ?? []
    if (index === '') return []
    const column = field.columns?.find((candidate) => candidate.name === name)
    const message = column ? naming({ label: column.label, chosen: column.input === 'choice' }, each) : each.message
    return [{ index: Number(index), column, message, refusal: each }]
  })
  const whole = refused.filter(({ pointer }) => pointer === `/collateral/${field.name}`)
  return { cells, whole }
}

/** Refusals of cells as errors of their table, each with the row that the person counts: 第 3 行 数量：…. */
export function atTables(fields: readonly Field[], judged: JudgedAnswers): Refusal[] {
  const tables = fields.filter((field) => field.input === 'table')
  return judged.refused.map((each) => {
    const field = tables.find(({ name }) => each.pointer?.startsWith(`/collateral/${name}/`))
    const [error] = field ? cellErrorsOf(field, [each]).cells : []
    if (!field || !error) return each
    const place = judged.tables[field.name]?.rows[error.index]?.place ?? error.index + 1
    const message = text(`第 ${place} 行 ${error.message.zh}`, `Row ${place}, ${error.message.en}`)
    return { code: `column_${each.code}`, pointer: `/collateral/${field.name}`, message }
  })
}

/** Rows as they will be filed: dates, numbers and choices as they were understood. */
export function rowsAsFiled(field: Field, collateral: unknown): PastedRow[] {
  const rows = ((collateral as Record<string, unknown> | undefined)?.[field.name] ?? []) as Record<string, unknown>[]
  return rows.map((row, at) => {
    const cells = (field.columns ?? []).flatMap(({ name, input }) => {
      const value = row[name]
      if (value === undefined) return []
      const figure = (input === 'decimal' || input === 'number') && /^[\d.]+$/.test(String(value))
      return [[name, figure ? thousands(String(value)) : String(value)] as const]
    })
    return { place: at + 1, cells: Object.fromEntries(cells) }
  })
}

/** The first rows as they were read, and rows further on in which something is wrong. Empty without rows. */
export function tablePreview(
  language: Language,
  field: Field,
  rows: readonly PastedRow[],
  options: { errors?: readonly CellError[]; from?: number; upTo?: number; id?: string; asPasted?: boolean } = {},
): Html {
  const { errors = [], from = 0, upTo = PREVIEW_ROWS, id, asPasted = false } = options
  if (rows.length === 0) return nothing
  const wrong = [...new Set(errors.map(({ index }) => index))]
    .filter((index) => index >= from + upTo)
    .slice(0, WRONG_ROWS_MAX)
  const indexes = [...Array.from({ length: Math.min(upTo, rows.length - from) }, (_, at) => from + at), ...wrong]
  const shown = indexes.flatMap((index) => (rows[index] ? [{ index, row: rows[index] }] : []))
  const columns = (field.columns ?? []).filter(
    (column) =>
      column.required ||
      shown.some(({ row }) => row.cells[column.name]) ||
      errors.some((each) => each.column === column),
  )
  const table = dataTable(language, {
    caption: caption(field, rows.length, from, upTo),
    rows: shown,
    columns: [
      // While rows are being put right they are counted as in the spreadsheet; what will be filed is counted from 1.
      asPasted
        ? { label: text('行', 'Row'), kind: 'whole', cell: ({ row }) => row.place }
        : { label: text('序号', 'No.'), kind: 'whole', cell: ({ index }) => index + 1 },
      ...columns.map(
        (column): Column<(typeof shown)[number]> => ({
          label: column.label,
          heads: column === columns[0],
          cell: ({ index, row }) => cellOf(language, column, index, row, errors),
        }),
      ),
    ],
  })
  return id ? html`<div id="${id}">${table}</div>` : table
}

function cellOf(
  language: Language,
  column: Field,
  index: number,
  row: PastedRow,
  errors: readonly CellError[],
): string | Html {
  const cell = shownCell(language, column, row.cells[column.name] ?? '')
  const error = errors.find((each) => each.index === index && each.column === column)
  if (!error) return cell
  return html`${cell} <span class="cell-error">${inLanguage(error.message, language)}</span>`
}

/** A choice is shown by its label, everything else as it was pasted. */
function shownCell(language: Language, column: Field, cell: string): string {
  const choice = column.choices?.find(({ value }) => value === cell)
  return choice ? inLanguage(choice.label, language) : cell
}

function caption(field: Field, count: number, from: number, upTo: number): Text {
  const total = count.toLocaleString('en')
  const zh = `${field.label.zh}：共 ${total} 项`
  const en = `${field.label.en}: ${total} ${count === 1 ? 'row' : 'rows'}`
  if (count <= upTo) return text(zh, en)
  if (from === 0) return text(`${zh}，显示前 ${upTo} 项`, `${en}, the first ${upTo} shown`)
  const last = Math.min(from + upTo, count).toLocaleString('en')
  const first = (from + 1).toLocaleString('en')
  return text(`${zh}，显示第 ${first} 至 ${last} 项`, `${en}, ${first} to ${last} shown`)
}

import { type Text, text } from '../platform/text.ts'
import type { Field } from '../registrations/forms/define-form.ts'
import { CONTENT_WIDTH, plain, styles } from './certificate-styles.ts'
import { type Block, type Cell, GAP, ruledTable } from './certificate-tables.ts'
import { type Style, setLines, widthOf } from './certificate-typesetting.ts'
import { thousands } from './certificate-wording.ts'

/**
 * A form's table (items, account debtors, instalments): one row an item, numbered, only the columns that are filled.
 */

type Row = Readonly<Record<string, unknown>>

/** `rigid`: its text is never broken, because it is short and hard to read in parts (a date). */
type Column = { readonly label: Text; readonly rigid: boolean; readonly textOf: (row: Row, i: number) => string }

export function itemList(field: Pick<Field, 'label' | 'columns'>, rows: readonly Row[]): Block {
  const columns = [NUMBER, ...columnsOf(field.columns ?? [], rows)]
  const labels = columns.map((column) => column.label)
  const textsOf = (i: number) => columns.map((column) => column.textOf(rows[i] as Row, i))
  const widths = columnWidths(columns, sampleOf(rows.length).map(textsOf))
  const count = thousands(rows.length)
  return ruledTable({
    heading: text(`${field.label.zh}（共 ${count} 项）`, `${field.label.en} (${count})`),
    widths,
    header: labels.map((label, i) => headerCell(label, widths[i] as number)),
    rows: {
      count: rows.length,
      at: (i) => textsOf(i).map((cell, column) => setLines(plain(cell, styles.cell), widths[column] as number)),
    },
  })
}

const NUMBER: Column = { label: text('序', 'No.'), rigid: true, textOf: (_row, i) => thousands(i + 1) }

export function headerCell(label: Text, width: number): Cell {
  return [
    ...setLines(plain(label.zh, { ...styles.cell, color: styles.label.color }), width),
    ...(label.en === label.zh ? [] : setLines(plain(label.en, styles.cellSmall), width)),
  ]
}

/** The filled columns; a unit stands with its quantity and a currency with its amount. Unknown keys get their own. */
function columnsOf(fields: readonly Field[], rows: readonly Row[]): Column[] {
  const filled = new Set(rows.flatMap((row) => Object.keys(row)))
  const names = new Set(fields.map((field) => field.name))
  const quantity = fields.some((field) => field.name === 'quantity' && filled.has('quantity'))
  const decimal = fields.find((field) => field.input === 'decimal' && filled.has(field.name))
  const columns = fields.flatMap((field): Column[] => {
    if (!filled.has(field.name)) return []
    if (field.name === 'unit' && quantity) return []
    if (field.name === 'currency' && decimal) return []
    const companion = field.name === 'quantity' ? 'unit' : field === decimal ? 'currency' : undefined
    const textOf = (row: Row) => joined(cellText(field, row[field.name]), companion && row[companion])
    return [{ label: field.label, rigid: field.input === 'date', textOf }]
  })
  const unknown = [...filled].filter((name) => !names.has(name))
  return [
    ...columns,
    ...unknown.map((name) => ({ label: text(name, name), rigid: false, textOf: (row: Row) => unknownText(row[name]) })),
  ]
}

function joined(value: string, companion: unknown): string {
  return typeof companion === 'string' ? `${value} ${companion}`.trim() : value
}

/** A value of a table's cell as text; dates stay YYYY-MM-DD, which both languages read and narrow columns hold. */
function cellText(field: Field, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (field.input === 'choice')
    return field.choices?.find((choice) => choice.value === value)?.label.zh ?? String(value)
  if (field.input === 'yes_no') return value === true ? '是 Yes' : '否 No'
  if (field.input === 'decimal' || field.input === 'number') return thousands(value as string | number)
  return unknownText(value)
}

/** A value that no form describes any more is still stated, as it was filed. */
export function unknownText(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
}

/**
 * Widths that add up to the page: each column gets what its longest piece without a break needs, within bounds, and the
 * rest goes by how much longer its text is.
 */
function columnWidths(columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
  const available = CONTENT_WIDTH - GAP * (columns.length - 1)
  const wants = columns.map(({ label, rigid }, column) => {
    const values = rows.map((row) => row[column] ?? '')
    const whole = Math.min(widest([label.zh, ...values], styles.cell), WANT_MAX)
    const heads = Math.max(widest(piecesOf(label.zh), styles.cell), widest(piecesOf(label.en), styles.cellSmall))
    const pieces = Math.max(widest(rigid ? values : values.flatMap(piecesOf), styles.cell), heads)
    const enough = rigid ? pieces : Math.min(whole, ENOUGH)
    const least = Math.max(Math.min(pieces, PIECE_MAX), enough)
    return { floor: enough, least, whole: Math.max(whole, least) }
  })
  const total = (of: 'floor' | 'least' | 'whole') => wants.reduce((sum, want) => sum + want[of], 0)
  if (total('floor') > available) return wants.map((want) => (want.floor * available) / total('floor'))
  const [from, to] = total('least') > available ? (['floor', 'least'] as const) : (['least', 'whole'] as const)
  const share = Math.min(1, (available - total(from)) / Math.max(total(to) - total(from), 1e-6))
  const widths = wants.map((want) => want[from] + (want[to] - want[from]) * share)
  const spare = Math.max(0, available - widths.reduce((sum, width) => sum + width, 0))
  const soft = columns.filter((column) => !column.rigid).length
  return widths.map((width, i) => (columns[i]?.rigid ? width : width + spare / soft))
}

/**
 * Points: the most a column may ask for, for a piece without a break (a VIN has 17 characters), and five Chinese ones.
 */
const WANT_MAX = 180
const PIECE_MAX = 80
const ENOUGH = 38

function piecesOf(words: string): string[] {
  return words.split(/(?<=[\s/-])|(?=[\u2e80-\u9fff])/u)
}

/** Texts longer than 60 characters want the most there is anyway. */
function widest(texts: readonly string[], style: Style): number {
  return texts.reduce((width, each) => Math.max(width, widthOf(each.slice(0, 60).trimEnd(), style)), 0) + 0.1
}

/** A few hundred rows show how wide the columns are. */
function sampleOf(count: number): number[] {
  const step = Math.ceil(count / 200)
  return Array.from({ length: Math.ceil(count / Math.max(step, 1)) }, (_, i) => i * step)
}

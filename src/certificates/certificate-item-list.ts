import { type Text, text } from '../platform/text.ts'
import type { Field } from '../registrations/forms/define-form.ts'
import { CONTENT_WIDTH, plain, styles } from './certificate-styles.ts'
import { type Block, type Cell, GAP, ruledTable } from './certificate-tables.ts'
import { type Style, setLines, widthOf } from './certificate-typesetting.ts'
import { thousands } from './certificate-wording.ts'

/** A form's table (items, account debtors, instalments): one row an item, numbered, only the columns that are filled. */

type Row = Readonly<Record<string, unknown>>
type Column = { readonly label: Text; readonly textOf: (row: Row) => string }

export function itemList(field: Pick<Field, 'label' | 'columns'>, rows: readonly Row[]): Block {
  const columns = columnsOf(field.columns ?? [], rows)
  const labels = [text('序号', 'No.'), ...columns.map((column) => column.label)]
  const textsOf = (i: number) => [thousands(i + 1), ...columns.map((column) => column.textOf(rows[i] as Row))]
  const widths = columnWidths(labels, sampleOf(rows.length).map(textsOf))
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
    return [
      { label: field.label, textOf: (row) => joined(cellText(field, row[field.name]), companion && row[companion]) },
    ]
  })
  const unknown = [...filled].filter((name) => !names.has(name))
  return [
    ...columns,
    ...unknown.map((name) => ({ label: text(name, name), textOf: (row: Row) => unknownText(row[name]) })),
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
function columnWidths(labels: readonly Text[], rows: readonly (readonly string[])[]): number[] {
  const available = CONTENT_WIDTH - GAP * (labels.length - 1)
  const wants = labels.map((label, column) => {
    const texts = [label.zh, ...rows.map((row) => row[column] ?? '')]
    const whole = Math.min(widest(texts, styles.cell), WANT_MAX)
    const pieces = Math.max(widest(texts.flatMap(piecesOf), styles.cell), widest(piecesOf(label.en), styles.cellSmall))
    const least = Math.max(Math.min(pieces, PIECE_MAX), Math.min(whole, ENOUGH))
    return { least, whole: Math.max(whole, least) }
  })
  const least = wants.reduce((sum, want) => sum + want.least, 0)
  if (least > available) return wants.map((want) => (want.least * available) / least)
  const more = wants.reduce((sum, want) => sum + want.whole - want.least, 0)
  const share = more === 0 ? 0 : Math.min(1, (available - least) / more)
  const spare = (available - least - more * share) / labels.length
  return wants.map((want) => want.least + (want.whole - want.least) * share + spare)
}

/** Points: the most a column may ask for, for a piece without a break (a VIN has 17 characters), and five Chinese ones. */
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

import { type Column, dataTable } from '../../platform/data-table.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { pageLinks, slicePage } from '../../platform/paging.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { thousands, writtenDate, writtenMoney } from '../../platform/written-form.ts'
import type { Field } from '../forms/define-form.ts'
import { formOf } from '../forms/forms.ts'

/** Rows of a table on one page. */
export const ROWS_A_PAGE = 100

type Values = Readonly<Record<string, unknown>>

/**
 * `here` is the page's path and query: tables are paged by parameters with their names; `at` tells several parts apart.
 */
type Place = { language: Language; here: string; at?: number }

/**
 * The collateral of a filing by its form's labels, in the form's order; a field that no form describes any more is
 * still stated.
 */
export function collateralFacts(securityType: string, collateral: Values, place: Place): Html {
  const fields = fieldsOf(securityType, collateral)
  const tables = fields.filter((field) => field.input === 'table')
  const rows = fields
    .filter((field) => field.input !== 'table')
    .map((field): SummaryRow => ({ key: field.label, value: written(field, collateral[field.name], place.language) }))
  return html`${rows.length > 0 ? summaryList(rows, place.language) : nothing}
${tables.map((field) => tableFacts(field, collateral[field.name] as Values[], place))}`
}

export function yesNo(yes: boolean): Text {
  return yes ? text('是', 'Yes') : text('否', 'No')
}

/** The fields that have a value. */
function fieldsOf(securityType: string, collateral: Values): Field[] {
  const known = formOf(securityType)?.fields ?? []
  const names = new Set(known.map((field) => field.name))
  const unknown = Object.keys(collateral).filter((name) => !names.has(name))
  return [...known, ...unknown.map(undescribed)].filter((field) => {
    const value = collateral[field.name]
    return Array.isArray(value) ? value.length > 0 : value !== undefined
  })
}

function undescribed(name: string): Field {
  return { name, label: text(name, name), required: false, input: 'line', schema: {} }
}

function tableFacts(field: Field, all: readonly Values[], { language, here, at = 0 }: Place): Html {
  const name = at === 0 ? field.name : `${field.name}-${at + 1}`
  const slice = slicePage(all, ROWS_A_PAGE, Object.fromEntries(new URL(here, 'http://local').searchParams), name)
  const count = thousands(all.length)
  const caption = text(`${field.label.zh}（共 ${count} 项）`, `${field.label.en} (${count})`)
  const rows = slice.rows.map((row, index) => ({ place: slice.first + index + 1, row }))
  const place: Column<(typeof rows)[number]> = {
    label: text('序号', 'No.'),
    cell: (each) => thousands(each.place),
    kind: 'whole',
  }
  const columns = columnsOf(field.columns ?? [], all, language).map(
    (column): Column<(typeof rows)[number]> => ({ ...column, cell: ({ row }) => column.cell(row) }),
  )
  return html`<div id="${name}">${dataTable(language, { caption, columns: [place, ...columns], rows })}
${pageLinks(language, slice, { here, name, anchor: name })}</div>`
}

/** The columns that are filled anywhere; a unit stands with its quantity and a currency with its amount. */
function columnsOf(fields: readonly Field[], rows: readonly Values[], language: Language): Column<Values>[] {
  const filled = new Set(rows.flatMap((row) => Object.keys(row)))
  const names = new Set(fields.map((field) => field.name))
  const amount = fields.find((field) => field.input === 'decimal' && filled.has(field.name))
  const unknown = [...filled].filter((name) => !names.has(name)).map(undescribed)
  return [...fields, ...unknown].flatMap((field): Column<Values>[] => {
    if (!filled.has(field.name)) return []
    if (field.name === 'unit' && filled.has('quantity')) return []
    if (field.name === 'currency' && amount) return []
    const companion = field.name === 'quantity' ? 'unit' : field === amount ? 'currency' : undefined
    const cell = (row: Values) => withCompanion(written(field, row[field.name], language), companion && row[companion])
    return [{ label: field.label, cell, ...(KEPT_WHOLE.has(field.input) && { kind: 'whole' as const }) }]
  })
}

const KEPT_WHOLE: ReadonlySet<Field['input']> = new Set(['date', 'decimal'])

function withCompanion(value: string | Html, companion: unknown): string | Html {
  return typeof value === 'string' && typeof companion === 'string' ? `${value} ${companion}`.trim() : value
}

function written(field: Field, value: unknown, language: Language): string | Html {
  if (value === undefined || value === null) return ''
  switch (field.input) {
    case 'choice': {
      const choice = field.choices?.find((each) => each.value === value)
      return choice ? inLanguage(choice.label, language) : String(value)
    }
    case 'yes_no':
      return inLanguage(yesNo(value === true), language)
    case 'date':
      return inLanguage(writtenDate(String(value)), language)
    case 'amount':
      return writtenMoney(value as { currency: string; amount: string })
    case 'decimal':
    case 'number':
      return thousands(value as string | number)
    case 'paragraph':
      return html`<div class="paragraph">${String(value)}</div>`
    default:
      return typeof value === 'string' ? value : JSON.stringify(value)
  }
}

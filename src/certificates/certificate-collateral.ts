import { type Text, text } from '../platform/text.ts'
import type { Field, Form } from '../registrations/forms/define-form.ts'
import type { Money } from './certificate-facts.ts'
import { itemList, unknownText } from './certificate-item-list.ts'
import { row, section, when, yesOrNo } from './certificate-sections.ts'
import { both, plain } from './certificate-styles.ts'
import type { Block, FactRow } from './certificate-tables.ts'
import type { Piece } from './certificate-typesetting.ts'
import { calendarDay, money, thousands } from './certificate-wording.ts'

const COLLATERAL = text('担保财产', 'Collateral')

/**
 * Collateral under a heading of its own: the form's fields in its order, its tables after them. Fields of older
 * versions of the form follow under their own names.
 * @param first rows that stand above the fields
 */
export function collateralBlocks(
  form: Form | undefined,
  values: Record<string, unknown>,
  heading: Text = COLLATERAL,
  first: readonly FactRow[] = [],
): Block[] {
  const fields = form?.fields ?? []
  const known = new Set(fields.map((field) => field.name))
  const unknown = Object.entries(values).filter(([name]) => !known.has(name))
  const rows = [
    ...fields.flatMap((field) => when(values[field.name], (value) => fieldRow(field, value)).flat()),
    ...unknown.map(([name, value]) => row(name, name, plain(unknownText(value)))),
  ]
  const tables = fields.filter((field) => field.input === 'table' && isRows(values[field.name]))
  return [
    ...section(heading, [...first, ...rows]),
    ...tables.map((field) => itemList(field, values[field.name] as Record<string, unknown>[])),
  ]
}

function isRows(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}

function fieldRow(field: Field, value: unknown): FactRow[] {
  return field.input === 'table' ? [] : [{ label: field.label, value: fieldValue(field, value) }]
}

function fieldValue(field: Field, value: unknown): Piece[] {
  switch (field.input) {
    case 'choice': {
      const chosen = field.choices?.find((choice) => choice.value === value)
      return chosen ? both(chosen.label) : plain(unknownText(value))
    }
    case 'yes_no':
      return yesOrNo(value)
    case 'date':
      return both(calendarDay(String(value)))
    case 'amount':
      return plain(money(value as Money))
    case 'decimal':
    case 'number':
      return plain(thousands(value as string | number))
    default:
      return plain(unknownText(value))
  }
}

import type { Refusal } from '../../platform/refusal.ts'
import { type Language, text } from '../../platform/text.ts'
import { atFields } from '../field-errors.ts'
import type { Field, Form } from '../forms/define-form.ts'
import { judgeSection } from '../judge-answers.ts'
import { readRows, writeRows } from '../pasted-rows.ts'
import type { TypedAnswers } from '../typed-answers.ts'
import { pageFields } from './field-control.ts'
import { typed } from './typed-fields.ts'

/** The cells of one row that was typed into inputs, by column. */
export type TypedRow = Readonly<Record<string, string>>

/** What was typed into the inputs of each table's row; tables of which nothing was typed are left out. */
export function typedRows(form: Form, fields: unknown): Record<string, TypedRow> {
  const tables = form.fields.filter((field) => field.input === 'table')
  const rows = tables.map(({ name, columns = [] }) => {
    const cells = columns.map((column) => [column.name, typed(fields, 'row', name, column.name)] as const)
    return [name, Object.fromEntries(cells)] as const
  })
  return Object.fromEntries(rows.filter(([, cells]) => Object.values(cells).some((cell) => cell.trim() !== '')))
}

/**
 * Puts a typed row at the end of what was pasted, which is then written anew with all columns. A row with errors is not
 * taken over: it stays in its inputs, with the errors there.
 */
export function appendRow(
  form: Form,
  field: Field,
  pasted: string,
  row: TypedRow,
  today: string,
  language: Language,
): { pasted: string } | { refused: Refusal[] } {
  const columns = field.columns ?? []
  const at = `/row/${field.name}`
  const before = readRows(columns, pasted)
  const single = writeRows(columns, [row], language)
  const answers = { collateral: { [field.name]: single } } as unknown as TypedAnswers
  const own = `/collateral/${field.name}/0`
  const refused = judgeSection(form, 'collateral', answers, today).refused.flatMap((each) =>
    each.pointer?.startsWith(own) ? [{ ...each, pointer: at + each.pointer.slice(own.length) }] : [],
  )
  if (refused.length > 0) return { refused: atFields(refused, pageFields(columns, at)) }
  if (before.refused.length > 0) return { refused: [{ ...pastedWrong, pointer: `${at}/${columns[0]?.name ?? ''}` }] }
  return { pasted: writeRows(columns, [...before.rows.map(({ cells }) => cells), row], language) }
}

const pastedWrong: Refusal = {
  code: 'pasted_rows_wrong',
  message: text('请先更正上面粘贴的内容，再加入这一项', 'Put the pasted rows right first, then add this one'),
}

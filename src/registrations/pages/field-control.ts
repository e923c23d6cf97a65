import { type Choice, type FormState, radios, select, textArea, textInput } from '../../platform/form-controls.ts'
import { type Html, html } from '../../platform/html.ts'
import type { Language, Text } from '../../platform/text.ts'
import { text } from '../../platform/text.ts'
import type { PageField } from '../field-errors.ts'
import type { Field } from '../forms/define-form.ts'
import type { TypedMoney } from '../typed-answers.ts'

const RADIOS_MAX = 6

export const yesOrNo: readonly Choice[] = [
  { value: 'yes', label: text('是', 'Yes') },
  { value: 'no', label: text('否', 'No') },
]

/** The control of one field of a form's definition, tables apart. `at` is the pointer that its name hangs under. */
export function fieldControl(form: FormState, field: Field, at: string, value: string | TypedMoney): Html {
  const { label, hint, input, choices = [] } = field
  const pointer = `${at}/${field.name}`
  if (input === 'amount')
    return moneyControl(form, { pointer, label, ...(hint && { hint }), optional: !asks(field) }, moneyOf(value))
  const control = { pointer, label, ...(hint && { hint }), value, optional: !asks(field) }
  switch (input) {
    case 'paragraph':
      return textArea(form, control)
    case 'yes_no':
      return radios(form, { ...control, choices: yesOrNo, inline: true })
    case 'choice':
      return choices.length > RADIOS_MAX
        ? select(form, { ...control, choices, empty: text('请选择', 'Choose') })
        : radios(form, { ...control, choices })
    case 'date':
      return textInput(form, { ...control, hint: dateHint(hint), width: 10 })
    case 'decimal':
    case 'number':
      return textInput(form, { ...control, inputmode: 'decimal', width: 10 })
    default:
      return textInput(form, control)
  }
}

/** An amount and its currency beside it. */
export function moneyControl(
  form: FormState,
  control: { pointer: string; label: Text; hint?: Text; optional?: boolean },
  typed: TypedMoney,
): Html {
  return html`<div class="money">${textInput(form, {
    ...control,
    pointer: `${control.pointer}/amount`,
    value: typed.amount,
    inputmode: 'decimal',
    width: 20,
  })}
${select(form, {
  pointer: `${control.pointer}/currency`,
  label: currencyLabel,
  value: typed.currency,
  choices: currencyChoices(form.language, typed.currency),
})}</div>`
}

/** How the fields of a form are called in messages, with the places where their errors show. */
export function pageFields(fields: readonly Field[], at: string): PageField[] {
  return fields.flatMap(({ name, label, input }): PageField[] => {
    const pointer = `${at}/${name}`
    if (input === 'amount') return moneyFields(pointer, label)
    return [{ pointer, label, chosen: input === 'choice' || input === 'yes_no' }]
  })
}

export function moneyFields(pointer: string, label: Text): PageField[] {
  return [
    { pointer: `${pointer}/amount`, label },
    { pointer: `${pointer}/currency`, label: text(`${label.zh}的币种`, `Currency of: ${label.en}`), chosen: true },
  ]
}

export function dateHint(hint: Text | undefined): Text {
  const example = text('例如 2026-11-22', 'For example 2026-11-22')
  return hint ? text(`${hint.zh}${example.zh}。`, `${hint.en} ${example.en}.`) : example
}

/** A description or a list of items is asked of every form, though neither alone: no "optional" there. */
function asks(field: Field): boolean {
  return field.required || field.name === 'description' || field.name === 'items'
}

function moneyOf(value: string | TypedMoney): TypedMoney {
  return typeof value === 'string' ? { currency: 'CNY', amount: value } : value
}

const currencyLabel = text('币种', 'Currency')
const FIRST = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP']

/**
 * All currencies of ISO 4217 that the runtime knows, the usual ones first; one that was typed otherwise stays there.
 */
function currencyChoices(language: Language, typed: string): readonly Choice[] {
  const names = new Intl.DisplayNames([language], { type: 'currency', fallback: 'code' })
  const codes = [...FIRST, ...Intl.supportedValuesOf('currency').filter((code) => !FIRST.includes(code))]
  if (typed !== '' && !codes.includes(typed)) codes.unshift(typed)
  return codes.map((code) => {
    const name = /^[A-Z]{3}$/.test(code) ? names.of(code) : undefined
    const label = name && name !== code ? `${code} ${name}` : code
    return { value: code, label: text(label, label) }
  })
}

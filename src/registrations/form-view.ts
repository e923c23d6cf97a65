import { inLanguage, type Language } from '../platform/text.ts'
import type { Field, Form } from './forms/define-form.ts'

/** A form as the API shows it: labels in both languages, and the title in the reader's. */
export function formView(form: Form, language: Language) {
  return {
    securityType: form.securityType,
    title: inLanguage(form.label, language),
    labels: {
      type: form.label,
      securedParty: form.securedPartyLabel,
      debtor: form.debtorLabel,
      effect: form.effect,
      ...(form.note && { note: form.note }),
      collateral: Object.fromEntries(form.fields.map((field) => [field.name, fieldView(field)])),
    },
    links: { self: `/api/v1/forms/${form.securityType}` },
  }
}

function fieldView(field: Field): object {
  return {
    label: field.label,
    input: field.input,
    required: field.required,
    ...(field.hint && { hint: field.hint }),
    ...(field.choices && { choices: field.choices }),
    ...(field.columns && { columns: Object.fromEntries(field.columns.map((each) => [each.name, fieldView(each)])) }),
  }
}

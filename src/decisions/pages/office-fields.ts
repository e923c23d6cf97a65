import Type from 'typebox'
import { type FormState, fieldset, type SummaryRow, textArea, textInput } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { compileBody } from '../../platform/validation.ts'
import { writtenDate } from '../../platform/written-form.ts'
import { present, refusedAt, valueRead } from '../../registrations/act-pages/typed-reading.ts'
import type { PageField } from '../../registrations/field-errors.ts'
import { dateHint } from '../../registrations/pages/field-control.ts'
import { type Fields, typed } from '../../registrations/pages/typed-fields.ts'
import type { LegalDocument } from '../../registrations/revoke.ts'
import { readDate, readLine, readParagraph } from '../../registrations/typed-values.ts'
import type { RegistrarAct } from '../registrar-acts.ts'

/** What the office says with an act of its own. They are named under `office`, apart from the fields of a change. */
const labels = {
  issuer: text('作出文书的法院或者仲裁机构', 'Court or arbitral institution'),
  number: text('文书编号', 'Number of the document'),
  issuedOn: text('文书日期', 'Date of the document'),
  applicant: text('申请人', 'Applicant'),
}

/** Which of them an act asks. A document that is not `needed` may be left out as a whole. */
export type OfficeFields = {
  document: 'needed' | 'optional'
  applicant: boolean
  /** The words under which the statement is asked; `optional` when it may be left out. */
  statement: { label: PageField['label']; optional?: boolean; hint?: PageField['label'] }
}

export function officeFields(asked: OfficeFields): PageField[] {
  return [
    ...(asked.applicant ? [{ pointer: '/office/applicant', label: labels.applicant }] : []),
    { pointer: '/office/statement', label: asked.statement.label },
    { pointer: '/office/document/issuer', label: labels.issuer },
    { pointer: '/office/document/number', label: labels.number },
    { pointer: '/office/document/issuedOn', label: labels.issuedOn },
  ]
}

export function officeControls(form: FormState, fields: Fields, asked: OfficeFields): Html {
  const optional = asked.document === 'optional'
  const { label, hint } = asked.statement
  return html`${asked.applicant ? textInput(form, { pointer: '/office/applicant', label: labels.applicant, hint: text('提出申请的当事人或者利害关系人。', 'The party or interested person who applied.'), value: typed(fields, 'office', 'applicant') }) : nothing}
${textArea(form, { pointer: '/office/statement', label, ...(hint && { hint }), ...(asked.statement.optional && { optional: true }), value: typed(fields, 'office', 'statement'), rows: 4 })}
${fieldset(form, {
  pointer: '/office/document',
  legend: optional
    ? text('依据的裁判文书（选填）', 'Judgment or award it rests on (optional)')
    : text('依据的生效裁判文书', 'Binding judgment or award'),
  legendClass: 'govuk-fieldset__legend--s',
  body: html`${textInput(form, { pointer: '/office/document/issuer', label: labels.issuer, value: typed(fields, 'office', 'document', 'issuer') })}
${textInput(form, { pointer: '/office/document/number', label: labels.number, hint: text('例如（2026）鄂01民终8号。', 'As the document has it, for example （2026）鄂01民终8号.'), value: typed(fields, 'office', 'document', 'number') })}
${textInput(form, { pointer: '/office/document/issuedOn', label: labels.issuedOn, hint: dateHint(undefined), value: typed(fields, 'office', 'document', 'issuedOn'), width: 10 })}`,
})}`
}

/** What was typed of them, and what could not be read. */
export function readOffice(
  fields: Fields,
  asked: OfficeFields,
): { content: Record<string, unknown>; refused: Refusal[] } {
  const line = (...path: string[]) => readLine(typed(fields, 'office', ...path))
  const [applicant, issuer, number] = [line('applicant'), line('document', 'issuer'), line('document', 'number')]
  const day = readDate(typed(fields, 'office', 'document', 'issuedOn'))
  const statement = readParagraph(typed(fields, 'office', 'statement'))
  const document = present({ issuer: valueRead(issuer), number: valueRead(number), issuedOn: valueRead(day) })
  const untold = [issuer, number, day].every((each) => each === undefined)
  return {
    content: present({
      applicant: asked.applicant ? valueRead(applicant) : undefined,
      statement: valueRead(statement),
      document: untold && asked.document === 'optional' ? undefined : document,
    }),
    refused: [
      ...refusedAt(applicant, '/office/applicant'),
      ...refusedAt(statement, '/office/statement'),
      ...refusedAt(issuer, '/office/document/issuer'),
      ...refusedAt(number, '/office/document/number'),
      ...refusedAt(day, '/office/document/issuedOn'),
    ],
  }
}

/** What the schema of the act says of the office's own part; changes are judged on their own. */
export function unfitOffice(act: RegistrarAct, content: Record<string, unknown>, told: readonly Refusal[]): Refusal[] {
  const places = new Set(told.map(({ pointer }) => pointer))
  return checkOf(act)(content)
    .filter(({ pointer = '' }) => !pointer.startsWith('/changes'))
    .map((each) => ({ ...each, pointer: officePlace(each.pointer ?? '') }))
    .filter(({ pointer }) => !places.has(pointer))
}

/** The field of the page for a place in the content of a registrar's act. */
export function officePlace(pointer: string): string {
  if (pointer === '/document') return '/office/document/issuer'
  return /^\/(document|statement|applicant)/.test(pointer) ? `/office${pointer}` : pointer
}

/** @param at the path under which its attachments are opened; undefined where they are not */
export function officeRows(content: Record<string, unknown>, language: Language, at?: string): SummaryRow[] {
  const document = content.document as LegalDocument | undefined
  const attachments = (content.attachments ?? []) as { sha256: string; name?: string }[]
  const rows: (SummaryRow | false)[] = [
    content.applicant !== undefined && { key: labels.applicant, value: String(content.applicant) },
    content.statement !== undefined && {
      key: text('说明', 'Statement'),
      value: html`<div class="paragraph">${String(content.statement)}</div>`,
    },
    document !== undefined && {
      key: text('依据的文书', 'Document'),
      value: html`${document.issuer}<br>${document.number}<br><span class="secondary">${inLanguage(writtenDate(document.issuedOn), language)}</span>`,
    },
    attachments.length > 0 && {
      key: text('附件', 'Attachments'),
      value: html`${attachments.map(({ name = '', sha256 }) => {
        const words = name || sha256.slice(0, 16)
        return html`<div>${at ? html`<a class="govuk-link" href="${at}/attachments/${sha256}">${words}</a>` : words}</div>`
      })}`,
    },
  ]
  return rows.filter((row) => row !== false)
}

const checks = new Map<RegistrarAct, (body: unknown) => Refusal[]>()

function checkOf(act: RegistrarAct): (body: unknown) => Refusal[] {
  const check = checks.get(act) ?? compileBody(Type.Object(act.properties, { additionalProperties: false }))
  checks.set(act, check)
  return check
}

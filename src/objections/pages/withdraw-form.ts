import Type from 'typebox'
import { type SummaryRow, summaryList, textArea } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { numberFrom } from '../../platform/http.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { compileBody } from '../../platform/validation.ts'
import { numberInGroups, writtenMoment } from '../../platform/written-form.ts'
import type { ActForm } from '../../registrations/act-pages/act-form.ts'
import { present, refusedAt, valueRead } from '../../registrations/act-pages/typed-reading.ts'
import { atFields } from '../../registrations/field-errors.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import { readParagraph } from '../../registrations/typed-values.ts'
import { withdrawalBody } from '../objection-routes.ts'
import { prepareWithdrawal, type Withdrawal } from '../withdraw-objection.ts'
import { insteadForObjector, objectionOf, objector } from './objector-page.ts'

const reason = { pointer: '/reason', label: text('撤回的原因', 'Reason for the withdrawal') }
const check = compileBody(Type.Object(withdrawalBody))
const title = text('撤回异议', 'Withdrawal of an objection')

/** Withdrawal 撤回异议 by page, by the account that objected. */
export const withdrawForm: ActForm = {
  path: '/objections/:objection/withdraw',
  kind: 'objection_withdrawal',
  by: { ...objector, instead: (page) => insteadForObjector(page, title) },
  title,
  verb: text('撤回异议', 'Withdraw the objection'),
  done: text('异议已经撤回', 'Objection withdrawn'),
  fields: () => [reason],
  controls: (page, form, fields) => html`${summaryList(objectionRows(page), page.language)}
${textArea(form, { ...reason, hint: text('公开显示。', 'Shown publicly.'), optional: true, value: typed(fields, 'reason'), rows: 3 })}`,
  read: (page, fields) => {
    const words = readParagraph(typed(fields, 'reason'))
    const content = present({ reason: valueRead(words) })
    return {
      content: { ...content, objection: numberFrom((page.request.params as { objection: string }).objection) },
      refused: atFields([...refusedAt(words, '/reason'), ...check(content)], [reason]),
    }
  },
  place: (pointer) => pointer,
  prepare: (filer, number, content, options) =>
    prepareWithdrawal(filer, number, content as unknown as Withdrawal, options),
  facts: (page, content) =>
    summaryList(
      [
        ...objectionRows(page),
        {
          key: reason.label,
          value: content.reason === undefined ? '—' : html`<div class="paragraph">${String(content.reason)}</div>`,
        },
      ],
      page.language,
    ),
  next: () => [
    text(
      '登记上注明异议已经撤回；登记的效力和顺位不变。',
      'The registration says that the objection was withdrawn; its effect and rank are as before.',
    ),
    text('需要的，可以重新提出异议。', 'If there is need, you can object again.'),
  ],
}

/** The objection that an act is about. */
export function objectionRows(page: Parameters<typeof objectionOf>[0]): SummaryRow[] {
  const objection = objectionOf(page)
  if (!objection) return []
  return [
    { key: text('异议编号', 'Objection'), value: numberInGroups(objection.filingNumber) },
    { key: text('登记时间', 'Filed'), value: inLanguage(writtenMoment(objection.filedAt), page.language) },
    { key: text('异议内容', 'Statement'), value: html`<div class="paragraph">${objection.statement}</div>` },
  ]
}

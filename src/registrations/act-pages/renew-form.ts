import Type from 'typebox'
import { type FormState, summaryList, textInput } from '../../platform/form-controls.ts'
import { type Html, html } from '../../platform/html.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { compileBody } from '../../platform/validation.ts'
import { writtenDate, writtenTerm } from '../../platform/written-form.ts'
import { renewalBody } from '../act-routes.ts'
import { atFields } from '../field-errors.ts'
import { declaration } from '../pages/check-page.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'
import { TERM_MONTHS_MAX } from '../registration-form.ts'
import { prepareRenewal, type Renewal } from '../renew.ts'
import { readWholeNumber } from '../typed-values.ts'
import type { ActForm } from './act-form.ts'

type Read = ReturnType<ActForm['read']>

const months = { pointer: '/additionalMonths', label: text('延长的月数', 'Months to add') }
const check = compileBody(Type.Object(renewalBody))

/** Renewal 展期登记 by page: how many months, counted on from the present expiry date. */
export const renewForm: ActForm = {
  path: '/renew',
  kind: 'renewal',
  title: text('展期登记', 'Renewal'),
  verb: text('提交展期', 'Submit the renewal'),
  done: text('展期完成', 'Renewed'),
  declaration,
  fields: () => [months],
  controls: ({ state, language }, form, fields) => html`${summaryList(
    [
      { key: text('现在的登记期限', 'Present term'), value: inLanguage(writtenTerm(state.termMonths), language) },
      {
        key: text('现在的登记到期日', 'Present expiry date'),
        value: inLanguage(writtenDate(state.expiresOn), language),
      },
    ],
    language,
  )}
${monthsInput(form, fields)}`,
  read: (_page, fields) => readMonths(fields),
  place: (pointer) => pointer,
  prepare: (filer, number, content, options) => prepareRenewal(filer, number, content as Renewal, options),
  facts: ({ state, language }, content, after) =>
    summaryList(
      [
        {
          key: months.label,
          value: inLanguage(writtenTerm(Number(content.additionalMonths)), language),
        },
        {
          key: text('现在的登记到期日', 'Present expiry date'),
          value: inLanguage(writtenDate(state.expiresOn), language),
        },
        {
          key: text('展期后的登记到期日', 'Expiry date after renewal'),
          value: html`<strong>${inLanguage(writtenDate(after.expiresOn), language)}</strong>`,
        },
        {
          key: text('展期后的登记期限', 'Term after renewal'),
          value: inLanguage(writtenTerm(after.termMonths), language),
        },
      ],
      language,
    ),
  next: ({ expiresOn }) => {
    const { zh, en } = writtenDate(expiresOn)
    return [
      text(
        `登记在效至${zh}24:00，顺位不变。需要再延长的，在此之前再办展期。`,
        `The registration is in effect until 24:00 on ${en} and keeps its rank. To prolong it further, renew it again before then.`,
      ),
      text('修改码不变，请继续保存。', 'The modification code stays the same: keep it.'),
    ]
  },
}

const outOfRange: Refusal = {
  code: 'term_out_of_range',
  pointer: months.pointer,
  message: text(
    `应为 1 至 ${TERM_MONTHS_MAX} 个月（办法第十二条）`,
    `it must be 1 to ${TERM_MONTHS_MAX} months (art. 12 of the Measures)`,
  ),
}

/** How many months to add. */
export function monthsInput(form: FormState, fields: Fields): Html {
  return textInput(form, {
    ...months,
    hint: text(
      `1 至 ${TERM_MONTHS_MAX} 的整数，自初始登记日起接续计算；展期次数不限，顺位不变（办法第十二条）。`,
      `A whole number from 1 to ${TERM_MONTHS_MAX}, counted on from the day of the initial filing. Renew any number of times; the rank is kept (art. 12 of the Measures).`,
    ),
    value: typed(fields, 'additionalMonths'),
    inputmode: 'numeric',
    width: 4,
    suffix: text('个月', 'months'),
  })
}

/** What a renewal says, from what was typed. */
export function readMonths(fields: Fields): Read {
  const reading = readWholeNumber(typed(fields, 'additionalMonths'))
  if (reading && 'refused' in reading) {
    return { content: {}, refused: atFields([{ ...reading.refused, pointer: months.pointer }], [months]) }
  }
  const content = { ...(reading && { additionalMonths: reading.value }), declaration: true }
  const refused = check(content).map((each) => (each.code === 'number_out_of_range' ? outOfRange : each))
  return { content, refused: atFields(refused, [months]) }
}

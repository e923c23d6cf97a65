import Type from 'typebox'
import { partyName } from '../../parties/party.ts'
import { type FormState, radios, type SummaryRow, summaryList, textArea } from '../../platform/form-controls.ts'
import { type Html, html } from '../../platform/html.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import { compileBody } from '../../platform/validation.ts'
import { writtenDate } from '../../platform/written-form.ts'
import { dischargeBody } from '../act-routes.ts'
import { type Discharge, dischargeReasons, prepareDischarge } from '../discharge.ts'
import { atFields } from '../field-errors.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'
import { readParagraph } from '../typed-values.ts'
import { cannotBeUndone } from './act-check.ts'
import type { ActForm } from './act-form.ts'

type Read = ReturnType<ActForm['read']>

export const reasons: Readonly<Record<Discharge['reason'], Text>> = {
  debt_extinguished: text('主债权消灭', 'The secured debt is extinguished'),
  right_realised: text('担保权已经实现', 'The security right was realised'),
  right_waived: text('权利人放弃担保权', 'The secured party waived the right'),
  other: text('其他情形', 'Another reason'),
}

const reason = { pointer: '/reason', label: text('注销原因', 'Reason for the discharge'), chosen: true }
const reasonText = { pointer: '/reasonText', label: text('其他情形的说明', 'The other reason, in words') }
const check = compileBody(Type.Object(dischargeBody))

/** Discharge 注销登记 by page: the reason (the Measures, art. 16). It ends the registration wholly and for good. */
export const dischargeForm: ActForm & Required<Pick<ActForm, 'declaration'>> = {
  path: '/discharge',
  kind: 'discharge',
  title: text('注销登记', 'Discharge'),
  verb: text('注销这项登记', 'Discharge this registration'),
  done: text('登记已经注销', 'Discharged'),
  final: true,
  declaration: text(
    '我声明：注销原因属实，由我方承担责任（办法第二十三条）。 I declare that the reason given is true, for which we are responsible (art. 23 of the Measures).',
    'I declare that the reason given is true, for which we are responsible (art. 23 of the Measures). 我声明：注销原因属实，由我方承担责任（办法第二十三条）。',
  ),
  fields: () => [reason, reasonText],
  controls: (page, form, fields) => html`${cannotBeUndone(page)}
${reasonControls(form, fields)}`,
  read: (_page, fields) => readReason(fields),
  place: (pointer) => pointer,
  prepare: (filer, number, content, options) => prepareDischarge(filer, number, content as Discharge, options),
  facts: ({ state, form, language }, content) => {
    const given = content as Discharge
    const rows: (SummaryRow | false)[] = [
      { key: form.debtorLabel, value: html`${state.debtors.map(({ party }) => html`<div>${partyName(party)}</div>`)}` },
      { key: text('登记到期日', 'Expiry date'), value: inLanguage(writtenDate(state.expiresOn), language) },
      { key: reason.label, value: inLanguage(reasons[given.reason], language) },
      given.reasonText !== undefined && {
        key: reasonText.label,
        value: html`<div class="paragraph">${given.reasonText}</div>`,
      },
    ]
    return summaryList(
      rows.filter((row) => row !== false),
      language,
    )
  },
  next: () => [
    text(
      '登记已经失效，查询不再查得；登记内容保存十五年，仅当事人、法院和登记机构可以查看（办法第三十条）。',
      'The registration has ended and searches no longer find it. It is kept for fifteen years, for its parties, courts and the register only (art. 30 of the Measures).',
    ),
    text('修改码不再有用。', 'The modification code has no more use.'),
  ],
}

const reasonTextMissing: Refusal = {
  code: 'field_missing',
  pointer: reasonText.pointer,
  message: text('此项必填', 'This must be given'),
}
const reasonTextUnasked: Refusal = {
  code: 'reason_text_unasked',
  pointer: reasonText.pointer,
  message: text('属于其他情形的请选“其他情形”，否则请删去说明', 'choose “Another reason”, or clear these words'),
}

/** The reason of art. 16, and words for another. */
export function reasonControls(form: FormState, fields: Fields): Html {
  return radios(form, {
    ...reason,
    hint: text(
      '有下列情形之一的，应在十个工作日内注销（办法第十六条）。',
      'A discharge is due within ten working days of the reason (art. 16 of the Measures).',
    ),
    value: typed(fields, 'reason'),
    choices: dischargeReasons.map((value) => ({
      value,
      label: reasons[value],
      ...(value === 'other' && {
        below: textArea(form, { ...reasonText, value: typed(fields, 'reasonText'), rows: 3 }),
      }),
    })),
  })
}

/** What a discharge says, from what was typed. */
export function readReason(fields: Fields): Read {
  const reading = readParagraph(typed(fields, 'reasonText'))
  const chosen = typed(fields, 'reason')
  const words = reading && 'value' in reading ? reading.value : undefined
  const content = {
    ...(chosen !== '' && { reason: chosen }),
    ...(words !== undefined && { reasonText: words }),
    declaration: true,
  }
  const refused = check(content)
  if (reading && 'refused' in reading) refused.push({ ...reading.refused, pointer: reasonText.pointer })
  if (chosen === 'other' && reading === undefined) refused.push(reasonTextMissing)
  if (chosen !== 'other' && chosen !== '' && reading !== undefined) refused.push(reasonTextUnasked)
  return { content, refused: atFields(refused, [reason, reasonText]) }
}

import { summaryList, textArea } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { writtenMoney } from '../../platform/written-form.ts'
import { moneyControl, moneyFields } from '../pages/field-control.ts'
import { typed } from '../pages/typed-fields.ts'
import { readAmount, readCurrency, readParagraph } from '../typed-values.ts'
import type { ChangeForm } from './change-form.ts'
import { present, refusedAt, valueRead } from './typed-reading.ts'

type Money = { currency: string; amount: string }

const amountLabel = text('变更后的主债权金额', 'Secured amount after the change')
const currencies = new Set(Intl.supportedValuesOf('currency'))

/** Change of the secured amount. */
export const changeAmount: ChangeForm = {
  type: 'change_amount',
  label: text('变更主债权金额', 'Change of the amount'),
  purpose: text(
    '主债权金额增加或者减少；增加的部分自变更时起算。',
    'The secured amount rises or falls; what is added counts from the amendment.',
  ),
  fields: () => moneyFields('/securedAmount', amountLabel),
  controls: ({ state, language }, form, fields) => {
    const before = state.terms.securedAmount
    return html`${summaryList([{ key: presentAmount, value: before ? writtenMoney(before) : inLanguage(notStated, language) }], language)}
${moneyControl(
  form,
  { pointer: '/securedAmount', label: amountLabel },
  {
    amount: typed(fields, 'securedAmount', 'amount'),
    currency: typed(fields, 'securedAmount', 'currency') || before?.currency || 'CNY',
  },
)}`
  },
  read: (_page, fields) => {
    const money = {
      amount: typed(fields, 'securedAmount', 'amount'),
      currency: typed(fields, 'securedAmount', 'currency'),
    }
    const [amount, currency] = [readAmount(money.amount), readCurrency(money.currency)]
    const unknown = !currencies.has(String(valueRead(currency) ?? ''))
    const refused = [
      ...refusedAt(amount, '/securedAmount/amount'),
      ...(currency && unknown ? [{ ...currencyUnknown, pointer: '/securedAmount/currency' }] : []),
    ]
    return { change: { securedAmount: present({ amount: valueRead(amount), currency: valueRead(currency) }) }, refused }
  },
  facts: ({ state, language }, change) => {
    const before = state.terms.securedAmount
    return summaryList(
      [
        { key: presentAmount, value: before ? writtenMoney(before) : inLanguage(notStated, language) },
        { key: amountLabel, value: html`<strong>${writtenMoney(change.securedAmount as Money)}</strong>` },
      ],
      language,
    )
  },
}

const noteField = { pointer: '/text', label: text('顺位变更的内容', 'The change of rank') }

/** A note of a change of rank. The register notes it: it moves no rank itself. */
export const rankNote: ChangeForm = {
  type: 'rank_note',
  label: text('记载顺位变更', 'Note of a change of rank'),
  purpose: text(
    '各方约定改变顺位的，记载约定和各方的同意。',
    'The parties agreed to another rank: note the agreement and the consents.',
  ),
  fields: () => [noteField],
  controls: (_page, form, fields) =>
    textArea(form, {
      ...noteField,
      hint: text(
        '写明涉及的登记证明编号、约定的顺位，以及受影响各方的书面同意。登记只作记载，查询结果仍按登记时间排列。',
        'Name the registrations concerned, the rank agreed, and the written consent of those affected. It is noted only: search results stay in the order of filing.',
      ),
      value: typed(fields, 'text'),
      rows: 6,
    }),
  read: (_page, fields) => {
    const reading = readParagraph(typed(fields, 'text'))
    return { change: present({ text: valueRead(reading) }), refused: refusedAt(reading, '/text') }
  },
  facts: ({ language }, change) =>
    summaryList([{ key: noteField.label, value: html`<div class="paragraph">${String(change.text)}</div>` }], language),
}

const presentAmount = text('现在的主债权金额', 'Present secured amount')
const notStated = text('未登记', 'Not stated')
const currencyUnknown: Refusal = {
  code: 'currency_unknown',
  message: text('请选择币种', 'Choose the currency'),
}

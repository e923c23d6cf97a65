import {
  type FormState,
  fieldset,
  hiddenCsrf,
  radios,
  submitButton,
  textArea,
  textInput,
} from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { text } from '../../platform/text.ts'
import type { PageField } from '../field-errors.ts'
import { date, type Field, line } from '../forms/define-form.ts'
import { CONTRACTS_MAX, TERM_MONTHS_MAX } from '../registration-form.ts'
import type { TypedContract, TypedTerms } from '../typed-answers.ts'
import { dateHint, moneyControl, moneyFields, yesOrNo } from './field-control.ts'
import { type FilingPage, leaveButton } from './filing-page.ts'

/** The columns of the contracts, as rows paste. */
export const contractColumns: readonly Field[] = [
  line('number', text('合同编号', 'Contract number'), { required: true }),
  line('name', text('合同名称', 'Name of the contract')),
  date('date', text('合同日期', 'Date of the contract')),
]

export const termLabels = {
  termMonths: text('登记期限', 'Term'),
  securedAmount: text('主债权金额', 'Secured amount'),
  maximumAmountSecurity: text('是否最高额担保', 'Is it maximum-amount security'),
  ceiling: text('最高债权额', 'Ceiling'),
  scope: text('担保范围', 'Scope'),
  negativePledge: text('是否有禁止或者限制转让的约定', 'Is there an agreement that forbids or restricts transfer'),
  purchaseMoney: text('是否价款担保', 'Is it purchase-money security'),
  deliveredOn: text('标的物交付日', 'Day of delivery'),
  contracts: text('合同', 'Contracts'),
  filerReference: text('填表人归档号', 'Filer’s reference'),
} as const

/** What messages call the fields of this page, and where their errors show. */
export function termFields(terms: TypedTerms): PageField[] {
  const contracts = terms.contracts.flatMap((_, at) =>
    contractColumns.map(({ name, label }) => ({ pointer: `/contracts/${at}/${name}`, label })),
  )
  return [
    { pointer: '/termMonths', label: termLabels.termMonths },
    ...moneyFields('/securedAmount', termLabels.securedAmount),
    { pointer: '/maximumAmountSecurity', label: termLabels.maximumAmountSecurity, chosen: true },
    ...moneyFields('/ceiling', termLabels.ceiling),
    { pointer: '/scope', label: termLabels.scope },
    { pointer: '/negativePledge', label: termLabels.negativePledge, chosen: true },
    { pointer: '/purchaseMoney/given', label: termLabels.purchaseMoney, chosen: true },
    { pointer: '/purchaseMoney/deliveredOn', label: termLabels.deliveredOn },
    ...contracts,
    { pointer: '/contracts', label: termLabels.contracts },
    { pointer: '/filerReference', label: termLabels.filerReference },
  ]
}

/** The common part of the form: term, claim, contracts. `pasted` is what stands in the box for contracts still. */
export function termForm(page: FilingPage, form: FormState, options: { pasted: string; extraRow: boolean }): Html {
  const { terms } = page.entry.answers
  return html`<form method="post" action="${page.path('/term')}" novalidate>
${hiddenCsrf(page.request.shell)}
<button type="submit" class="default-button" tabindex="-1" aria-hidden="true">${speaker(form.language)('保存并继续', 'Save and continue')}</button>
${textInput(form, {
  pointer: '/termMonths',
  label: termLabels.termMonths,
  hint: text(
    `1 至 ${TERM_MONTHS_MAX} 的整月数，自登记之日起算；期满前可以展期（办法第十一条、第十二条）。`,
    `1 to ${TERM_MONTHS_MAX} whole months from the day of filing; it can be renewed before it ends (arts. 11, 12 of the Measures).`,
  ),
  value: terms.termMonths,
  inputmode: 'numeric',
  width: 4,
  suffix: text('个月', 'months'),
})}
${claimFields(form, terms)}
${contractFields(form, terms.contracts, options)}
${textInput(form, {
  pointer: '/filerReference',
  label: termLabels.filerReference,
  hint: text('贵方自己的档案编号，他人查询时不显示。', 'Your own file number; not shown to those who search.'),
  value: terms.filerReference,
  optional: true,
  width: 20,
})}
<div class="govuk-button-group">${submitButton(form.language, text('保存并继续', 'Save and continue'))}
${leaveButton(form.language)}</div>
</form>`
}

export function claimFields(form: FormState, terms: TypedTerms): Html {
  return html`${moneyControl(form, { pointer: '/securedAmount', label: termLabels.securedAmount, optional: true }, terms.securedAmount)}
${radios(form, {
  pointer: '/maximumAmountSecurity',
  label: termLabels.maximumAmountSecurity,
  optional: true,
  value: terms.maximumAmountSecurity,
  choices: yesOrNo,
  inline: true,
})}
${moneyControl(
  form,
  {
    pointer: '/ceiling',
    label: termLabels.ceiling,
    hint: text('最高额担保必填。', 'Needed for maximum-amount security.'),
    optional: true,
  },
  terms.ceiling,
)}
${textArea(form, {
  pointer: '/scope',
  label: termLabels.scope,
  hint: text(
    '例如本金、利息、违约金、实现担保权的费用。',
    'For example principal, interest, damages, costs of enforcement.',
  ),
  value: terms.scope,
  optional: true,
  rows: 3,
})}
${radios(form, {
  pointer: '/negativePledge',
  label: termLabels.negativePledge,
  optional: true,
  value: terms.negativePledge,
  choices: yesOrNo,
  inline: true,
})}
${radios(form, {
  pointer: '/purchaseMoney/given',
  label: termLabels.purchaseMoney,
  hint: text(
    '担保的是购买、租赁该动产的价款，并在交付后十日内登记的，优先于该买受人、承租人的其他担保权人，但留置权人除外（民法典第四百一十六条）。',
    'If it secures the price of the asset itself and is filed within ten days of delivery, it ranks before other secured parties of the buyer or lessee, liens excepted (Civil Code art. 416).',
  ),
  optional: true,
  value: terms.purchaseMoney,
  choices: yesOrNo,
  inline: true,
})}
${textInput(form, {
  pointer: '/purchaseMoney/deliveredOn',
  label: termLabels.deliveredOn,
  hint: dateHint(text('价款担保必填。', 'Needed for purchase-money security.')),
  value: terms.deliveredOn,
  optional: true,
  width: 10,
})}`
}

function contractFields(
  form: FormState,
  typed: readonly TypedContract[],
  { pasted, extraRow }: { pasted: string; extraRow: boolean },
): Html {
  const say = speaker(form.language)
  const blank = { number: '', name: '', date: '' }
  const rows = typed.length === 0 || (extraRow && typed.length < CONTRACTS_MAX) ? [...typed, blank] : typed
  const open = pasted !== '' || form.errors.some(({ pointer }) => pointer === '/pastedContracts')
  return html`<div id="contracts">${rows.map((row, at) =>
    fieldset(form, {
      legend: text(`合同 ${at + 1}（选填）`, `Contract ${at + 1} (optional)`),
      legendClass: 'govuk-fieldset__legend--s',
      body: html`<div class="contract">${contractColumns.map(({ name, label, input }) =>
        textInput(form, {
          pointer: `/contracts/${at}/${name}`,
          label,
          value: row[name as keyof TypedContract],
          ...(input === 'date' && { hint: dateHint(undefined), width: 10 }),
        }),
      )}</div>`,
    }),
  )}</div>
${rows.length < CONTRACTS_MAX ? submitButton(form.language, text('再加一份合同', 'Add another contract'), { kind: 'secondary', name: 'action', value: 'add-contract' }) : nothing}
<details class="govuk-details"${open ? html` open` : nothing}>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">${say('从电子表格粘贴多份合同', 'Paste several contracts from a spreadsheet')}</span></summary>
<div class="govuk-details__text">${textArea(form, {
    pointer: '/pastedContracts',
    label: text('粘贴各行', 'Rows'),
    hint: text(
      `各列依次为：${contractColumns.map(({ label }) => label.zh).join('、')}。保存后加在上面各份合同之后。`,
      `The columns, in order: ${contractColumns.map(({ label }) => label.en).join(', ')}. They are added after the contracts above.`,
    ),
    value: pasted,
    rows: 4,
  })}
${submitButton(form.language, text('加入这些合同', 'Add these contracts'), { kind: 'secondary', name: 'action', value: 'add-contract' })}</div></details>`
}

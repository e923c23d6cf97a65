import { type FormState, fieldset, summaryList, textInput } from '../../platform/form-controls.ts'
import { type Html, html } from '../../platform/html.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import { termsAsTyped, writtenSorted } from '../as-typed.ts'
import type { PageField } from '../field-errors.ts'
import { judgeSection } from '../judge-answers.ts'
import { dateHint } from '../pages/field-control.ts'
import { claimFields, contractColumns, termFields, termLabels } from '../pages/term-form.ts'
import { termsRows } from '../pages/terms-facts.ts'
import { type Fields, typedTerms } from '../pages/typed-fields.ts'
import type { RegistrationState } from '../registration-state.ts'
import type { TypedAnswers, TypedTerms } from '../typed-answers.ts'
import type { ActPage } from './act-form.ts'
import type { ChangeForm } from './change-form.ts'
import {
  beforeAndAfter,
  statementControl,
  statementField,
  statementRead,
  statementShown,
  unchanged,
} from './correction-changes.ts'
import { present } from './typed-reading.ts'

type Terms = Record<string, unknown>

/** Amounts and what was agreed, filed wrongly: what is told here replaces what stands there. */
export const correctTerms: ChangeForm = {
  type: 'correction',
  path: 'correction/terms',
  label: text('更正金额与约定', 'Correction of amounts and terms'),
  purpose: text('', ''),
  fields: (fields) => [...fieldsOf(typedTerms(fields)), statementField],
  controls: (page, form, fields) => {
    const terms = termsShown(page, fields)
    return html`${claimFields(form, terms)}
${contracts(form, terms)}
${textInput(form, { pointer: '/filerReference', label: termLabels.filerReference, value: terms.filerReference, optional: true, width: 20 })}
${statementControl(form, fields)}`
  },
  read: (page, fields) => {
    const before = page.state.terms as Terms
    const { body, refused } = judged(page, fields)
    const changed = Object.fromEntries(
      Object.entries(body).filter(([name, value]) => writtenSorted(value) !== writtenSorted(before[name])),
    )
    const cleared = Object.keys(before).filter((name) => correctable.has(name) && body[name] === undefined)
    const said = statementRead(fields)
    const nothing = Object.keys(changed).length === 0 && cleared.length === 0 && refused.length === 0
    return {
      change: present({ ...said.change, terms: changed }),
      refused: [
        ...refused,
        ...cleared.map((name) => ({ ...notCleared, pointer: placeOf(name) })),
        ...(nothing ? [unchanged('/securedAmount/amount')] : []),
        ...said.refused,
      ],
    }
  },
  place: (pointer) => {
    const within = pointer.replace(/^\/terms/, '')
    return within.startsWith('/purchaseMoney') ? '/purchaseMoney/deliveredOn' : within || '/securedAmount/amount'
  },
  facts: ({ state, language }, change) => {
    const changed = change.terms as RegistrationState['terms']
    const before = Object.fromEntries(
      Object.keys(changed).map((name) => [name, (state.terms as Terms)[name]]),
    ) as RegistrationState['terms']
    return beforeAndAfter(
      language,
      summaryList(rowsOf(before, language), language),
      html`${summaryList(rowsOf(changed, language), language)}${statementShown(change, language)}`,
    )
  },
}

const correctable = new Set([
  'securedAmount',
  'maximumAmountSecurity',
  'ceiling',
  'scope',
  'negativePledge',
  'purchaseMoney',
  'contracts',
  'filerReference',
])

/** As typed; on the first showing what stands there now. */
function termsShown({ state }: ActPage, fields: Fields): TypedTerms {
  return fields.securedAmount === undefined ? termsAsTyped(state.terms) : typedTerms(fields)
}

/** The term itself is no part of a correction: it is judged as any that could be filed. */
function judged(page: ActPage, fields: Fields): { body: Terms; refused: Refusal[] } {
  const terms = { ...typedTerms(fields), termMonths: '12' }
  const { body, refused } = judgeSection(page.form, 'terms', { terms } as unknown as TypedAnswers, page.today)
  const { termMonths: _term, ...rest } = body
  return { body: rest, refused: refused.map((each) => ({ ...each, pointer: placeOf((each.pointer ?? '').slice(1)) })) }
}

/** Where a term is shown: an amount at its figure, the price at its day. */
function placeOf(name: string): string {
  if (name === 'securedAmount' || name === 'ceiling') return `/${name}/amount`
  return name === 'purchaseMoney' ? '/purchaseMoney/given' : `/${name}`
}

function fieldsOf(terms: TypedTerms): PageField[] {
  return termFields(terms).filter(({ pointer }) => pointer !== '/termMonths')
}

function contracts(form: FormState, { contracts: rows }: TypedTerms): Html {
  const blank = { number: '', name: '', date: '' }
  return html`<div id="contracts">${[...rows, blank].map((row, at) =>
    fieldset(form, {
      legend: text(`合同 ${at + 1}（选填）`, `Contract ${at + 1} (optional)`),
      legendClass: 'govuk-fieldset__legend--s',
      body: html`<div class="contract">${contractColumns.map(({ name, label, input }) =>
        textInput(form, {
          pointer: `/contracts/${at}/${name}`,
          label,
          value: row[name as keyof typeof row],
          ...(input === 'date' && { hint: dateHint(undefined), width: 10 }),
        }),
      )}</div>`,
    }),
  )}</div>`
}

function rowsOf(terms: RegistrationState['terms'], language: ActPage['language']) {
  const { filerReference } = terms
  return [
    ...termsRows(terms, language),
    ...(filerReference === undefined ? [] : [{ key: termLabels.filerReference, value: filerReference }]),
  ]
}

const notCleared: Refusal = {
  code: 'term_not_clearable',
  message: text(
    '已经登记的不能更正为空，请填写正确的内容',
    'what was filed cannot be corrected into nothing: give what it should be',
  ),
}

import type { SummaryRow } from '../../platform/form-controls.ts'
import { html, nothing } from '../../platform/html.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { writtenDate, writtenMoney } from '../../platform/written-form.ts'
import type { RegistrationContent } from '../registration-form.ts'
import { yesNo } from './collateral-facts.ts'

type Terms = Partial<
  Pick<
    RegistrationContent,
    'securedAmount' | 'maximumAmountSecurity' | 'ceiling' | 'scope' | 'negativePledge' | 'purchaseMoney' | 'contracts'
  >
>

/** The common part of the form beside parties, collateral and term: what is secured, and what was agreed. */
export function termsRows(terms: Terms, language: Language): SummaryRow[] {
  const { securedAmount, maximumAmountSecurity, ceiling, scope, negativePledge, purchaseMoney, contracts } = terms
  const rows: (SummaryRow | false)[] = [
    securedAmount !== undefined && { key: text('主债权金额', 'Secured amount'), value: writtenMoney(securedAmount) },
    maximumAmountSecurity !== undefined && {
      key: text('最高额担保', 'Maximum-amount security'),
      value: inLanguage(yesNo(maximumAmountSecurity), language),
    },
    ceiling !== undefined && { key: text('最高债权额', 'Ceiling'), value: writtenMoney(ceiling) },
    scope !== undefined && { key: text('担保范围', 'Scope'), value: html`<div class="paragraph">${scope}</div>` },
    negativePledge !== undefined && {
      key: text('禁止或者限制转让的约定', 'Agreement that restricts transfer'),
      value: inLanguage(yesNo(negativePledge), language),
    },
    purchaseMoney !== undefined && {
      key: text('价款担保，标的物交付日', 'Purchase-money security, day of delivery'),
      value: inLanguage(writtenDate(purchaseMoney.deliveredOn), language),
    },
    contracts !== undefined &&
      contracts.length > 0 && {
        key: text('合同', 'Contracts'),
        value: html`${contracts.map(
          ({ number, name, date }) =>
            html`<div>${number}${name ? ` ${name}` : ''}${date ? html` <span class="secondary">${inLanguage(writtenDate(date), language)}</span>` : nothing}</div>`,
        )}`,
      },
  ]
  return rows.filter((row) => row !== false)
}

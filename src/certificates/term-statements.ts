import { type Text, text } from '../platform/text.ts'
import { writtenDate, writtenMoney } from '../platform/written-form.ts'
import type { Terms } from './act-facts.ts'
import type { Money } from './certificate-facts.ts'
import { filed, prefixed, type Stated, stated, words } from './stated.ts'

/** The terms of a registration beside its months: what is secured, and what was agreed. Pure. */
export function termStatements(terms: Partial<Terms>, prefix?: Text): Stated[] {
  const { securedAmount, maximumAmountSecurity, ceiling, scope, negativePledge, purchaseMoney } = terms
  const rows: (Stated | undefined)[] = [
    securedAmount && stated('主债权金额', 'Principal amount', filed(writtenMoney(securedAmount))),
    yesNo('最高额担保', 'Maximum-amount security', maximumAmountSecurity),
    ceiling && stated('最高债权额', 'Ceiling', filed(writtenMoney(ceiling))),
    scope === undefined ? undefined : stated('担保范围', 'Scope', filed(scope)),
    yesNo('禁止或者限制转让的约定', 'Negative pledge', negativePledge),
    purchaseMoney &&
      stated(
        '价款担保，标的物交付日',
        'Purchase-money security, delivered on',
        words(writtenDate(purchaseMoney.deliveredOn)),
      ),
    ...(terms.contracts ?? []).map(({ number, name, date }) =>
      stated(
        '合同',
        'Contract',
        filed([number, name].filter(Boolean).join('  '), date ? writtenDate(date) : undefined),
      ),
    ),
    terms.filerReference === undefined
      ? undefined
      : stated('填表人归档号', 'Filer’s reference', filed(terms.filerReference)),
  ]
  return rows.flatMap((row) => {
    if (!row || 'whole' in row) return []
    return [{ ...row, label: prefixed(row.label, prefix) }]
  })
}

/** The amount went up in the same currency: the increase counts from the filing that raised it. */
export function isRaised(before: Money | undefined, after: Money | undefined): boolean {
  if (!before || !after) return false
  return before.currency === after.currency && hundredths(after.amount) > hundredths(before.amount)
}

/** Amounts have up to 18 digits: more than a number holds. */
function hundredths(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  return BigInt(whole + fraction.padEnd(2, '0'))
}

function yesNo(zh: string, en: string, value: boolean | undefined): Stated | undefined {
  return value === undefined ? undefined : stated(zh, en, words(value ? text('是', 'Yes') : text('否', 'No')))
}

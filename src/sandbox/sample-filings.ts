import type { Party } from '../parties/party.ts'
import type { RegistrationContent } from '../registrations/registration-form.ts'
import { cny, contractNumber } from './figures.ts'
import { organizationOf } from './organizations.ts'
import { individualParty } from './people.ts'
import { createRandom, type Random, weightedList } from './random.ts'
import { type RegisteredName, registeredName } from './registered-names.ts'
import { type SampleCollateral, sampleCollateral } from './sample-collateral.ts'
import { debtorOf, type SampleDebtor, type SecurityType, sampleDebtor, sampleSecuredParty } from './sample-parties.ts'

export type { SecurityType } from './sample-parties.ts'

/** A whole body for POST /api/v1/registrations. */
export type SampleRegistration = RegistrationContent & { filerReference: string }

export type SampleOptions = {
  readonly securityType?: SecurityType
  /** The only secured party, instead of a drawn one. */
  readonly securedParty?: Party
  /** The first debtor's name. Where a person or a foreign organisation is drawn as the debtor, it is not used. */
  readonly debtorName?: RegisteredName
  /** The filer's own file number, instead of a drawn one that may occur twice. */
  readonly filerReference?: string
  /** The day of filing in Beijing, YYYY-MM-DD; contracts and invoices are dated before it. */
  readonly today?: string
}

/** The day samples are filed on unless told, so that a seed gives the same bytes in every year. */
export const SAMPLE_DAY = '2026-10-30'

/**
 * A registration that reads like a real one: parties with valid codes, and collateral that suits the debtor's trade.
 * The same state of `random` and the same options give the same body. Everybody and everything in it is invented.
 */
export function sampleRegistration(random: Random, options: SampleOptions): SampleRegistration {
  const { today = SAMPLE_DAY } = options
  const securityType = options.securityType ?? random.weighted(SECURITY_TYPES)
  const debtor = firstDebtor(random, securityType, options.debtorName)
  const debtors = [debtor.party, ...furtherDebtors(random, debtor)]
  const drawn = sampleCollateral(random, securityType, debtor, today)
  const securedParties = options.securedParty ? [options.securedParty] : securedPartiesOf(random, securityType, drawn)
  return {
    securityType,
    securedParties,
    debtors,
    collateral: drawn.collateral,
    termMonths: drawn.termMonths,
    ...amountOf(random, drawn),
    ...drawn.common,
    ...(random.chance(0.12) && { scope: random.pick(SCOPES) }),
    ...(random.chance(0.25) && { negativePledge: random.chance(0.9) }),
    contracts: contractsOf(random, debtor, securityType, drawn.contract),
    filerReference: options.filerReference ?? `DJ${today.replaceAll('-', '')}${random.digits(8)}`,
    declaration: true,
  }
}

/** The registration at a place of a seed's endless list, with its own filer reference `S{seed}-{index}`. */
export function sampleRegistrationAt(
  seed: number | string,
  index: number,
  options: SampleOptions = {},
): SampleRegistration {
  const random = createRandom('registrations', seed, index)
  return sampleRegistration(random, { filerReference: `S${seed}-${index}`, ...options })
}

/** Roughly the shares of the national register's filings. */
const SECURITY_TYPES = weightedList<SecurityType>([
  ['finance_lease', 30],
  ['factoring', 24],
  ['chattel_mortgage', 18],
  ['receivables_pledge', 17],
  ['retention_of_title', 5],
  ['other', 4],
  ['document_pledge', 2],
])

function firstDebtor(random: Random, securityType: SecurityType, name: RegisteredName | undefined): SampleDebtor {
  const drawn = sampleDebtor(random, securityType)
  const replaced = name && drawn.party.kind === 'organization' && drawn.party.address.country === 'CN'
  return replaced ? debtorOf(random, name, false) : drawn
}

/** Spouses and affiliates who lease or mortgage together. */
function furtherDebtors(random: Random, first: SampleDebtor): Party[] {
  if (!random.chance(0.04)) return []
  if (first.party.kind === 'individual') return [individualParty(random, first.division)]
  return [organizationOf(registeredName(random))]
}

/** One lender in nearly all filings; syndicates state their shares. */
function securedPartiesOf(random: Random, securityType: SecurityType, { holder }: SampleCollateral): Party[] {
  if (holder) return [holder]
  const first = sampleSecuredParty(random, securityType)
  if (!random.chance(0.02)) return [first]
  const second = sampleSecuredParty(random, securityType)
  if (second.identifier.value === first.identifier.value) return [first]
  const share = random.between(4, 16) * 5
  return [
    { ...first, share: `${share}%` },
    { ...second, share: `${100 - share}%` },
  ]
}

/** Lenders lend a part of the value; some filings leave the amount out. */
function amountOf(
  random: Random,
  { amount, value, common }: SampleCollateral,
): { securedAmount?: { currency: string; amount: string } } {
  if (amount !== undefined) return { securedAmount: cny(amount) }
  if (common?.maximumAmountSecurity || random.chance(0.15)) return {}
  const share = random.between(30, 85) / 100
  return { securedAmount: cny(Math.max(10_000, Math.round((value * share) / 1000) * 1000)) }
}

/** The contract that creates the right, and often the one whose debt it secures. */
function contractsOf(
  random: Random,
  debtor: SampleDebtor,
  securityType: SecurityType,
  contract: SampleCollateral['contract'],
) {
  if (!LOAN_TYPES.includes(securityType) || random.chance(0.4)) return [contract]
  const name = random.pick(['流动资金借款合同', '综合授信合同', '固定资产借款合同', '银行承兑协议'])
  return [
    contract,
    { number: contractNumber(random, contract.date, '借', debtor.division.code), name, date: contract.date },
  ]
}

/** Types that secure a loan with a contract of its own. */
const LOAN_TYPES: readonly SecurityType[] = ['chattel_mortgage', 'receivables_pledge', 'document_pledge']

const SCOPES = [
  '主债权本金及利息、复利、罚息、违约金、损害赔偿金和实现债权的费用',
  '主合同项下全部债务，包括本金、利息、违约金、保管担保财产和实现担保物权的费用',
]

import type { Party } from '../parties/party.ts'
import type { Sector } from './company-words.ts'
import { cny, contractNumber, daysAfter, roundSum, yuan } from './figures.ts'
import { type Random, weightedList } from './random.ts'
import { sampleDocuments } from './sample-documents.ts'
import { type SampleItems, sampleFleet, sampleMachines, sampleStock } from './sample-equipment.ts'
import { sampleOther, sampleSubClass } from './sample-other.ts'
import { lienor, type SampleDebtor, type SecurityType, worksOf } from './sample-parties.ts'
import { sampleFutureReceivables, sampleIncomeRight, sampleInvoices } from './sample-receivables.ts'

/** A type's `collateral` and what the common part of the form says because of it. */
export type SampleCollateral = {
  readonly collateral: Record<string, unknown>
  /** What the collateral is worth, in yuan. */
  readonly value: number
  /** The contract that creates the right. */
  readonly contract: { number: string; name: string; date: string }
  readonly termMonths: number
  /** The secured amount in yuan where the form fixes it; otherwise a share of the value. */
  readonly amount?: number
  /** Who holds the collateral, where that cannot be a lender (a lien). */
  readonly holder?: Party
  /** Further common fields: purchase-money security, maximum-amount security. */
  readonly common?: Record<string, unknown>
}

/** Collateral of a type that suits the debtor's trade; contracts are dated before `today`. */
export function sampleCollateral(
  random: Random,
  securityType: SecurityType,
  debtor: SampleDebtor,
  today: string,
): SampleCollateral {
  return MAKERS[securityType](random, debtor, today)
}

type Maker = (random: Random, debtor: SampleDebtor, today: string) => SampleCollateral

const MAKERS: Readonly<Record<SecurityType, Maker>> = {
  chattel_mortgage: chattelMortgage,
  receivables_pledge: receivablesPledge,
  document_pledge: documentPledge,
  finance_lease: financeLease,
  factoring,
  retention_of_title: retentionOfTitle,
  other,
}

function chattelMortgage(random: Random, debtor: SampleDebtor, today: string): SampleCollateral {
  const place = worksOf(random, debtor)
  const maximum = random.chance(0.45)
  const contract = signed(random, debtor, today, maximum ? '最高额动产抵押合同' : '动产抵押合同', '抵')
  const termMonths = random.weighted(LOAN_TERMS)
  const drawn = random.integer(100)
  if (drawn < 20) {
    const value = roundSum(random, 500_000, 80_000_000)
    const description = `抵押人现有的以及将有的全部生产设备、原材料、半成品、产品，位于${place}及抵押人的其他经营场所。`
    return maximumAmount({ assetClass: 'several', floating: true, description }, value, contract, termMonths)
  }
  const stage = drawn < 28 ? 'raw_materials' : drawn < 32 ? 'semi_finished_goods' : 'products'
  const stock = drawn < 42
  const listed: SampleItems = stock
    ? sampleStock(random, debtor.sector, stage, place)
    : sampleMachines(random, debtor.sector, place)
  const described = (stock || random.chance(0.3)) && {
    description: stock
      ? `抵押人存放于${place}的下列货物，抵押期间可以在正常经营活动中替换，数量不低于所列数量。`
      : `抵押人所有的位于${place}的机器设备及其附属设施，以所列明细为准。`,
  }
  const fields = { assetClass: stock ? stage : 'production_equipment', ...described, items: listed.items }
  if (maximum) return maximumAmount(fields, listed.value, contract, termMonths)
  return { collateral: fields, value: listed.value, contract, termMonths }
}

function receivablesPledge(random: Random, debtor: SampleDebtor, today: string): SampleCollateral {
  const drawn = random.integer(100)
  const make = drawn < 35 ? sampleInvoices : drawn < 70 ? sampleFutureReceivables : sampleIncomeRight
  const { fields, value } = make(random, debtor, today, '出质人')
  const contract = signed(random, debtor, today, '应收账款质押合同', '质')
  const termMonths = drawn < 70 ? random.pick([6, 12, 12, 24, 36]) : random.pick([60, 96, 120, 180, 240])
  return { collateral: fields, value, contract, termMonths }
}

function documentPledge(random: Random, debtor: SampleDebtor, today: string): SampleCollateral {
  const { fields, value } = sampleDocuments(random, debtor, today)
  const contract = signed(random, debtor, today, '权利质押合同', '质')
  return { collateral: fields, value, contract, termMonths: random.pick([3, 6, 6, 12, 12, 24]) }
}

function financeLease(random: Random, debtor: SampleDebtor, today: string): SampleCollateral {
  const place = worksOf(random, debtor)
  const fleet = random.chance(debtor.sector === 'logistics' ? 0.8 : 0.1)
  const { items, value } = fleet ? sampleFleet(random) : sampleMachines(random, debtor.sector, place)
  const leaseback = random.chance(fleet ? 0.85 : 0.6)
  const contract = signed(random, debtor, today, leaseback ? '融资租赁合同（售后回租）' : '融资租赁合同（直租）', '租')
  const rent = Math.round(value * (1 + random.between(40, 190) / 1000))
  const plant = !fleet && items.length > 3 && FACTORY_SECTORS.includes(debtor.sector)
  const collateral = {
    leaseContractNumber: contract.number,
    leaseContractDate: contract.date,
    leaseForm: leaseback ? 'sale_and_leaseback' : 'direct',
    rentTotal: cny(rent),
    ...(plant && { description: `位于${place}的生产线一条，包括下列主机及其辅机、模具、控制系统和备品备件。` }),
    items,
  }
  const purchaseMoney = !leaseback &&
    random.chance(0.5) && {
      purchaseMoney: { deliveredOn: daysAfter(today, -random.between(0, 9)) },
    }
  const termMonths = random.pick(fleet ? [24, 36, 36, 48] : [24, 36, 36, 48, 60, 60, 84, 96])
  return { collateral, value, contract, termMonths, amount: rent, common: { ...purchaseMoney } }
}

function factoring(random: Random, debtor: SampleDebtor, today: string): SampleCollateral {
  const drawn = random.integer(100)
  const make = drawn < 74 ? sampleInvoices : drawn < 88 ? sampleFutureReceivables : sampleIncomeRight
  const { fields, value } = make(random, debtor, today, '让与人')
  const contract = signed(
    random,
    debtor,
    today,
    random.pick(['国内保理业务合同', '公开型有追索权保理合同', '保理合同']),
    '保',
  )
  const recourse = contract.name.includes('有追索权') || random.chance(0.6) ? 'with_recourse' : 'without_recourse'
  const accountDebtorNotified = contract.name.includes('公开型') || random.chance(0.6)
  const collateral = { recourse, accountDebtorNotified, ...fields }
  return { collateral, value, contract, termMonths: random.pick([6, 12, 12, 12, 24, 36]) }
}

function retentionOfTitle(random: Random, debtor: SampleDebtor, today: string): SampleCollateral {
  const { items, value } = sampleMachines(random, debtor.sector, worksOf(random, debtor))
  const price = Math.round(value / 100) * 100
  const contract = signed(random, debtor, today, '设备买卖合同（所有权保留）', '销')
  const deliveredOn = daysAfter(today, -random.between(0, 9))
  const count = random.pick([3, 4, 6, 12, 12, 24, 36])
  const collateral = {
    saleContractNumber: contract.number,
    saleContractDate: contract.date,
    titleCondition: random.pick(TITLE_CONDITIONS),
    price: cny(price),
    instalments: instalments(price, count, deliveredOn),
    items,
  }
  const purchaseMoney = random.chance(0.8) ? { purchaseMoney: { deliveredOn } } : {}
  return {
    collateral,
    value,
    contract,
    termMonths: count + random.between(2, 12),
    amount: price,
    common: purchaseMoney,
  }
}

function other(random: Random, debtor: SampleDebtor, today: string): SampleCollateral {
  const subClass = sampleSubClass(random)
  const { fields, value, contractName } = sampleOther(random, debtor, subClass, today)
  const contract = signed(random, debtor, today, contractName, '保')
  const holder = subClass === 'lien' ? { holder: lienor(random) } : {}
  return { collateral: fields, value, contract, termMonths: random.weighted(LOAN_TERMS), ...holder }
}

/** Equal monthly instalments; the last one takes what division leaves over. */
function instalments(price: number, count: number, start: string): { dueDate: string; amount: string }[] {
  const each = Math.floor(price / count)
  return Array.from({ length: count }, (_, i) => ({
    dueDate: daysAfter(start, 30 * (i + 1)),
    amount: yuan(i === count - 1 ? price - each * (count - 1) : each),
  }))
}

/** A security for all claims of a time up to a ceiling (最高额), which such a form must state. */
function maximumAmount(
  collateral: Record<string, unknown>,
  value: number,
  contract: SampleCollateral['contract'],
  termMonths: number,
): SampleCollateral {
  const ceiling = cny(Math.max(100_000, Math.round((value * 0.7) / 10_000) * 10_000))
  return { collateral, value, contract, termMonths, common: { maximumAmountSecurity: true, ceiling } }
}

function signed(random: Random, debtor: SampleDebtor, today: string, name: string, word: string) {
  const date = daysAfter(today, -random.between(0, 20))
  return { number: contractNumber(random, date, word, debtor.division.code), name, date }
}

const FACTORY_SECTORS: readonly Sector[] = ['machining', 'plastics', 'textile', 'food', 'electronics', 'metals']

const LOAN_TERMS = weightedList([
  [12, 34],
  [24, 12],
  [36, 34],
  [60, 14],
  [120, 6],
])

const TITLE_CONDITIONS = [
  '买受人付清全部价款之日，标的物所有权转移至买受人；付清之前所有权由出卖人保留。',
  '买受人支付全部价款及逾期利息前，设备所有权归出卖人所有；买受人不得转让、抵押或者出租。',
  '所有权自买受人付清最后一期价款并取得出卖人书面确认时转移。',
]

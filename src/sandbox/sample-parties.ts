import type { Organization, Party } from '../parties/party.ts'
import { addressIn } from './addresses.ts'
import type { Sector } from './company-words.ts'
import { CITY_PLACES, COUNTY_PLACES, DIVISIONS, type Division } from './divisions.ts'
import { foreignOrganization } from './foreign-parties.ts'
import { nameShapes } from './name-shapes.ts'
import { type NamedOrganization, organizationOf } from './organizations.ts'
import { individualParty } from './people.ts'
import { createRandom, type Random, type Weighted, weightedList } from './random.ts'
import { type RegisteredName, registeredName } from './registered-names.ts'

/** The seven types of the Measures, art. 2. */
export type SecurityType =
  | 'chattel_mortgage'
  | 'receivables_pledge'
  | 'document_pledge'
  | 'finance_lease'
  | 'factoring'
  | 'retention_of_title'
  | 'other'

/** A debtor with what its collateral depends on. */
export type SampleDebtor = { readonly party: Party; readonly sector: Sector; readonly division: Division }

/**
 * The debtor of a filing: a company or other organisation, a person where persons borrow, now and then one from abroad.
 */
export function sampleDebtor(random: Random, securityType: SecurityType): SampleDebtor {
  if (random.chance(INDIVIDUAL_SHARE[securityType])) {
    const division = random.pick(random.weighted(COUNTY_PLACES).divisions)
    return { party: individualParty(random, division), sector: random.weighted(PERSONAL_SECTORS), division }
  }
  if (random.chance(0.006)) {
    return {
      party: foreignOrganization(random),
      sector: random.pick(FOREIGN_SECTORS),
      division: random.pick(DIVISIONS),
    }
  }
  const sectors = SUITABLE_SECTORS[securityType]
  let name = registeredName(random)
  while (sectors && !sectors.includes(name.industry.sector)) name = registeredName(random)
  return debtorOf(random, name)
}

/** The debtor of a given name. One individual business in twelve is known by its owner alone if `mayLackName`. */
export function debtorOf(random: Random, named: RegisteredName, mayLackName = true): SampleDebtor {
  const party = organizationOf(named)
  if (mayLackName && party.owner && random.chance(1 / 12)) delete party.name
  return { party, sector: named.industry.sector, division: named.division }
}

/**
 * The secured party: banks, lessors, factors, dealers. They come from a few thousand institutions, a few of which file
 * most, as in life.
 */
export function sampleSecuredParty(random: Random, securityType: SecurityType): Party {
  const trade = random.weighted(LENDERS[securityType])
  if (trade === 'person') return individualParty(random)
  if (trade === 'foreign') return foreignOrganization(random)
  const rank = Math.floor(INSTITUTIONS_MAX[trade] * (random.integer(10_000) / 10_000) ** 2.5)
  return institution(trade, rank)
}

/** Who holds things by a lien: a warehouse or a workshop. */
export function lienor(random: Random): Party {
  return institution('warehouse', random.integer(INSTITUTIONS_MAX.warehouse))
}

/** Where a debtor's machines stand: at its address if that is no office or flat, or at a works nearby. */
export function worksOf(random: Random, debtor: SampleDebtor): string {
  const { country, line } = debtor.party.address
  const there = country === 'CN' && !/[层室]/.test(line) && random.chance(0.7)
  return (there ? line : addressIn(random, debtor.division, 'works').line) + random.pick(['', '', '', '厂区内'])
}

type Trade =
  | 'bank'
  | 'lessor'
  | 'factor'
  | 'dealer'
  | 'guarantor'
  | 'small_lender'
  | 'warehouse'
  | 'trustee'
  | 'supply_chain'

/** The institution of a trade at a rank; the same on every call. */
function institution(trade: Trade, rank: number): Organization {
  const random = createRandom('institution', trade, rank)
  const place = random.weighted(CITY_PLACES)
  const division = random.pick(place.divisions)
  // The first shape has the trade names of two characters.
  const tradeName = random.pick(nameShapes().elements[0]!.tradeNames)
  const name = random.pick(NAMES[trade])(tradeName, place.name)
  const head: NamedOrganization = { name, kind: 'company', division }
  const own = trade === 'bank' && random.chance(0.7) ? branchOfBank(random, head) : head
  const party = organizationOf(own, 'office')
  if (trade === 'bank' && random.chance(0.12)) {
    // Of the People's Bank's list: class, number, kind of institution, branch.
    party.identifier = { scheme: 'financial_institution_code', value: `B0${random.digits(3)}H${random.digits(8)}` }
  }
  return party
}

function branchOfBank(random: Random, parent: NamedOrganization): NamedOrganization {
  const place = random.weighted(CITY_PLACES)
  const division = random.pick(place.divisions)
  const suffix = random.pick([`${place.name}分行`, `${place.name}支行`, `${place.name}${random.pick(STREETS)}支行`])
  return { name: parent.name + suffix, kind: 'branch', division, parent }
}

const STREETS = ['新区', '城东', '城西', '高新', '开发区', '滨江', '中山路', '人民路', '科技园', '自贸区']

const NAMES: Readonly<Record<Trade, readonly ((tradeName: string, place: string) => string)[]>> = {
  bank: [
    (tradeName) => `${tradeName}银行股份有限公司`,
    (tradeName, place) => `${place}${tradeName}商业银行股份有限公司`,
    (tradeName, place) => `${place}${tradeName}农村商业银行股份有限公司`,
    (tradeName, place) => `${place}${tradeName}村镇银行有限责任公司`,
  ],
  lessor: [
    (tradeName, place) => `${tradeName}融资租赁（${place}）有限公司`,
    (tradeName) => `${tradeName}国际融资租赁有限公司`,
    (tradeName) => `${tradeName}金融租赁股份有限公司`,
    (tradeName, place) => `${place}${tradeName}融资租赁有限公司`,
  ],
  factor: [
    (tradeName, place) => `${tradeName}商业保理（${place}）有限公司`,
    (tradeName, place) => `${place}${tradeName}商业保理有限公司`,
    (tradeName) => `${tradeName}国际商业保理有限公司`,
  ],
  dealer: [
    (tradeName, place) => `${place}${tradeName}工程机械有限公司`,
    (tradeName, place) => `${place}${tradeName}农业机械销售有限公司`,
    (tradeName, place) => `${place}${tradeName}机电设备有限公司`,
    (tradeName, place) => `${tradeName}数控设备（${place}）有限公司`,
    (tradeName, place) => `${place}${tradeName}医疗器械有限公司`,
  ],
  guarantor: [
    (tradeName, place) => `${place}${tradeName}融资担保有限公司`,
    (tradeName, place) => `${place}${tradeName}融资担保集团有限公司`,
  ],
  small_lender: [(tradeName, place) => `${place}${tradeName}小额贷款有限公司`],
  warehouse: [
    (tradeName, place) => `${place}${tradeName}仓储物流有限公司`,
    (tradeName, place) => `${place}${tradeName}机械维修有限公司`,
  ],
  trustee: [
    (tradeName) => `${tradeName}国际信托有限公司`,
    (tradeName, place) => `${place}${tradeName}信托有限责任公司`,
  ],
  supply_chain: [(tradeName, place) => `${tradeName}供应链管理（${place}）有限公司`],
}

const INSTITUTIONS_MAX: Readonly<Record<Trade, number>> = {
  bank: 3000,
  lessor: 900,
  factor: 700,
  dealer: 1500,
  guarantor: 400,
  small_lender: 600,
  warehouse: 300,
  trustee: 60,
  supply_chain: 400,
}

type Lender = Trade | 'person' | 'foreign'

const LENDERS: Readonly<Record<SecurityType, Weighted<Lender>>> = {
  chattel_mortgage: lenders({ bank: 74, guarantor: 9, small_lender: 7, supply_chain: 5, person: 4, foreign: 1 }),
  receivables_pledge: lenders({ bank: 90, guarantor: 5, trustee: 3, small_lender: 2 }),
  document_pledge: lenders({ bank: 84, supply_chain: 15, foreign: 1 }),
  finance_lease: lenders({ lessor: 98, foreign: 2 }),
  factoring: lenders({ factor: 62, bank: 36, foreign: 2 }),
  retention_of_title: lenders({ dealer: 94, foreign: 6 }),
  other: lenders({ bank: 60, trustee: 20, supply_chain: 20 }),
}

/** Types whose debtors are of some sectors only: whoever stores and ships goods pledges documents. */
const SUITABLE_SECTORS: Readonly<Partial<Record<SecurityType, readonly Sector[]>>> = {
  document_pledge: ['trade', 'metals', 'food', 'farming', 'plastics', 'textile', 'energy'],
}

const INDIVIDUAL_SHARE: Readonly<Record<SecurityType, number>> = {
  chattel_mortgage: 0.04,
  receivables_pledge: 0.005,
  document_pledge: 0.02,
  finance_lease: 0.1,
  factoring: 0,
  retention_of_title: 0.3,
  other: 0.02,
}

const PERSONAL_SECTORS = weightedList<Sector>([
  ['farming', 45],
  ['construction', 35],
  ['logistics', 20],
])

const FOREIGN_SECTORS: readonly Sector[] = ['machining', 'electronics', 'trade', 'logistics']

function lenders(weights: Partial<Record<Lender, number>>): Weighted<Lender> {
  return weightedList(Object.entries(weights) as [Lender, number][])
}

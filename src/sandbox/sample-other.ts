import { partyName } from '../parties/party.ts'
import { contractNumber, daysAfter } from './figures.ts'
import { type Random, weightedList } from './random.ts'
import { sampleFleet, sampleMachines, sampleStock } from './sample-equipment.ts'
import { type SampleDebtor, worksOf } from './sample-parties.ts'

/** What the form of `other` asks, and the value in yuan. */
export type SampleOther = {
  readonly fields: Record<string, unknown>
  readonly value: number
  readonly contractName: string
}

export type SubClass = 'lien' | 'margin_account_pledge' | 'inventory' | 'trust' | 'other'

const SUB_CLASSES = weightedList<SubClass>([
  ['margin_account_pledge', 45],
  ['inventory', 32],
  ['other', 12],
  ['trust', 6],
  ['lien', 5],
])

export function sampleSubClass(random: Random): SubClass {
  return random.weighted(SUB_CLASSES)
}

/** Collateral of one of the named sub-classes. */
export function sampleOther(random: Random, debtor: SampleDebtor, subClass: SubClass, today: string): SampleOther {
  return MAKERS[subClass](random, debtor, today)
}

type Maker = (random: Random, debtor: SampleDebtor, today: string) => SampleOther

const MAKERS: Readonly<Record<SubClass, Maker>> = {
  margin_account_pledge: (random, debtor) => {
    const unit = debtor.party.kind === 'individual' ? 5_000 : 100_000
    const holder = partyName(debtor.party)
    const account = `${random.digits(4)} ${random.digits(4)} ${random.digits(4)} ${random.digits(4)}`
    const purpose = random.pick(['承兑业务保证金', '信用证保证金', '担保业务保证金', '保理回款保证金'])
    const description = `担保人在担保权人处开立的${purpose}专户（户名：${holder}，账号：${account}）内现有的以及将有的全部资金及其孳息；账户由担保权人控制，未经其书面同意不得支取、划转。`
    const fields = { subClass: 'margin_account_pledge', description }
    return { fields, value: random.between(2, 300) * unit, contractName: '保证金质押合同' }
  },
  inventory: (random, debtor) => {
    const place = worksOf(random, debtor)
    const { items, value } = sampleStock(random, debtor.sector, 'products', place)
    const description = `存放于${place}的全部存货，包括现有的和将有的；由第三方监管，最低库存价值不低于主债权本金的1.4倍。`
    return { fields: { subClass: 'inventory', description, items }, value, contractName: '存货动态质押监管协议' }
  },
  trust: (random, debtor, today) => {
    const number = contractNumber(random, today, '信', debtor.division.code)
    const { items, value } = sampleMachines(random, debtor.sector, worksOf(random, debtor))
    const description = `依据编号为${number}的《动产信托合同》，委托人交付信托的动产，以所附明细为准，由受托人为受益人的利益持有。`
    return { fields: { subClass: 'trust', description, items }, value, contractName: '动产信托合同' }
  },
  lien: (random, debtor, today) => {
    const fleet = random.chance(0.4)
      ? sampleFleet(random)
      : sampleMachines(random, debtor.sector, worksOf(random, debtor))
    const items = fleet.items.slice(0, 3)
    const held = daysAfter(today, -random.between(60, 200))
    const reason = random.pick(['维修费', '仓储保管费', '承揽加工费'])
    const description = `债务人拖欠${reason}，担保权人自${held}起依法留置已合法占有的下列动产，并已给予债务人六十日以上的履行期限。`
    return { fields: { subClass: 'lien', description, items }, value: fleet.value * 0.1, contractName: '加工承揽合同' }
  },
  other: (random, debtor) => {
    const { items, value } = sampleMachines(random, 'services', worksOf(random, debtor))
    const subClassName = random.pick(['非生产用设备抵押', '经营场所设施设备抵押'])
    return { fields: { subClass: 'other', subClassName, items }, value, contractName: '动产抵押合同' }
  },
}

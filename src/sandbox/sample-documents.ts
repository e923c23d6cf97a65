import type { Sector } from './company-words.ts'
import { daysAfter, roundSum, yuan } from './figures.ts'
import { commoditiesOf } from './goods-catalogue.ts'
import type { Random } from './random.ts'
import { lot } from './sample-equipment.ts'
import type { SampleDebtor } from './sample-parties.ts'

/** What the form of a document pledge asks, and the value in yuan. */
export type SampleDocuments = { readonly fields: Record<string, unknown>; readonly value: number }

/** A pledge of warehouse receipts, bills of lading or deposit certificates; one class and one medium a registration. */
export function sampleDocuments(random: Random, debtor: SampleDebtor, today: string): SampleDocuments {
  const kind = GOODS_SECTORS.includes(debtor.sector) && debtor.party.kind === 'organization' ? random.integer(10) : 9
  if (kind < 6) return warehouseReceipts(random, debtor, today)
  return kind < 8 ? billsOfLading(random, debtor, today) : depositCertificates(random, debtor, today)
}

function warehouseReceipts(random: Random, debtor: SampleDebtor, today: string): SampleDocuments {
  const port = random.pick(PORTS)
  const electronic = random.chance(0.7)
  const issuer = `${port.name}${random.pick(['港', '保税区', '中储', '陆港'])}${random.pick(WAREHOUSE_WORDS)}有限公司`
  const issueDate = daysAfter(today, -random.between(1, 40))
  const goods = random.pick(commoditiesOf(debtor.sector))
  let value = 0
  const items = Array.from({ length: random.between(1, 5) }, () => {
    const quantity = lot(random, goods)
    value += quantity * goods.price
    return {
      name: electronic ? '电子仓单' : '仓单',
      documentNumber: `${port.letters}${electronic ? 'E' : ''}WR${issueDate.replaceAll('-', '')}${random.digits(5)}`,
      issuer,
      goods: `${goods.name}，${goods.grade}`,
      quantity,
      unit: goods.unit,
      faceAmount: yuan(quantity * goods.price),
      currency: 'CNY',
      location: `${port.name}市${port.area}${random.between(1, 30)}号库${random.between(1, 9)}区`,
      issueDate,
      dueDate: daysAfter(issueDate, random.pick([90, 120, 180, 365])),
    }
  })
  const description = `出质人存放于${issuer}的${goods.name}，以所列仓单载明的品种、数量和货位为准。`
  const described = debtor.sector === 'trade' && { description }
  return {
    fields: { documentClass: 'warehouse_receipt', medium: electronic ? 'electronic' : 'paper', ...described, items },
    value,
  }
}

/** A carrier's letters (its four-letter code) and digits, as carriers number their bills. */
function billsOfLading(random: Random, debtor: SampleDebtor, today: string): SampleDocuments {
  const carrier = random.pick(CARRIERS)
  const [from, to] = [random.pick(FOREIGN_PORTS), random.pick(PORTS)]
  const goods = random.pick(commoditiesOf(debtor.sector))
  const issueDate = daysAfter(today, -random.between(3, 35))
  let value = 0
  const items = Array.from({ length: random.between(1, 3) }, () => {
    const quantity = lot(random, goods)
    value += quantity * goods.price
    return {
      name: '海运提单',
      documentNumber: carrier.code + random.digits(carrier.digits),
      issuer: carrier.name,
      goods: `${goods.name}，${goods.grade}，${from}至${to.name}`,
      quantity,
      unit: goods.unit,
      faceAmount: yuan(Math.round((quantity * goods.price) / 7.1)),
      currency: 'USD',
      location: `${to.name}港`,
      issueDate,
      dueDate: daysAfter(issueDate, random.between(20, 50)),
    }
  })
  return {
    fields: { documentClass: 'bill_of_lading', medium: random.chance(0.15) ? 'electronic' : 'paper', items },
    value,
  }
}

function depositCertificates(random: Random, debtor: SampleDebtor, today: string): SampleDocuments {
  const issueDate = daysAfter(today, -random.between(1, 700))
  const months = random.pick([12, 24, 36])
  const city = debtor.division.name.slice(0, 3)
  const issuer = `${random.pick(['江海', '通汇', '岭南', '越州', '北辰', '云川'])}银行股份有限公司${city}营业部`
  let value = 0
  const items = Array.from({ length: random.chance(0.7) ? 1 : random.between(2, 4) }, () => {
    const amount = roundSum(random, 200_000, 20_000_000)
    value += amount
    return {
      name: debtor.party.kind === 'individual' ? '个人定期储蓄存单' : '单位定期存单',
      documentNumber: `${random.pick(['DC', 'XII', 'CD'])}${random.digits(10)}`,
      issuer,
      faceAmount: yuan(amount),
      currency: 'CNY',
      issueDate,
      dueDate: daysAfter(issueDate, Math.round(months * 30.44)),
    }
  })
  const medium = random.pick(['paper', 'paper', 'electronic', 'no_instrument'])
  return { fields: { documentClass: 'deposit_certificate', medium, items }, value }
}

/** Sectors that hold goods; others pledge deposits. */
const GOODS_SECTORS: readonly Sector[] = [
  'trade',
  'metals',
  'food',
  'farming',
  'plastics',
  'textile',
  'energy',
  'logistics',
]

const WAREHOUSE_WORDS = ['仓储物流', '国际物流', '储运', '供应链管理']

const PORTS = [
  { name: '青岛', area: '前湾港区', letters: 'QD' },
  { name: '上海', area: '洋山保税港区', letters: 'SH' },
  { name: '宁波', area: '北仑港区', letters: 'NB' },
  { name: '天津', area: '东疆综合保税区', letters: 'TJ' },
  { name: '大连', area: '大窑湾港区', letters: 'DL' },
  { name: '广州', area: '南沙港区', letters: 'GZ' },
  { name: '厦门', area: '海沧港区', letters: 'XM' },
  { name: '连云港', area: '墟沟作业区', letters: 'LYG' },
  { name: '日照', area: '石臼港区', letters: 'RZ' },
  { name: '钦州', area: '钦州港大榄坪作业区', letters: 'QZ' },
]

const FOREIGN_PORTS = [
  'Santos',
  'Antofagasta',
  'Port Hedland',
  'Vancouver',
  'Rotterdam',
  'Laem Chabang',
  'Durban',
  'New Orleans',
]

const CARRIERS = [
  { name: '中远海运集装箱运输有限公司', code: 'COSU', digits: 10 },
  { name: 'A.P. Møller – Mærsk A/S', code: 'MAEU', digits: 9 },
  { name: 'Orient Overseas Container Line Ltd.', code: 'OOLU', digits: 10 },
  { name: 'MSC Mediterranean Shipping Company S.A.', code: 'MEDU', digits: 8 },
  { name: '海丰国际航运集团有限公司', code: 'SITG', digits: 10 },
]

import type { Sector } from './company-words.ts'
import { cny, contractNumber, daysAfter, invoiceNumber, yuan } from './figures.ts'
import { organizationOf } from './organizations.ts'
import type { Random } from './random.ts'
import { registeredName } from './registered-names.ts'
import type { SampleDebtor } from './sample-parties.ts'

/** What the forms of a receivables pledge and of factoring ask, and the face value in yuan. */
export type SampleReceivables = { readonly fields: Record<string, unknown>; readonly value: number }

/** What a description calls the debtor: pledgor, or assignor in factoring. */
export type DebtorRole = '出质人' | '让与人'

/** Invoices of one debtor on one to three buyers, all arisen before `today`. */
export function sampleInvoices(random: Random, debtor: SampleDebtor, today: string): SampleReceivables {
  const accountDebtors: Record<string, unknown>[] = []
  const items: Record<string, unknown>[] = []
  const subject = random.pick(SUBJECTS[debtor.sector] ?? GENERAL_SUBJECTS)
  let value = 0
  for (let buyer = random.chance(0.75) ? 1 : random.between(2, 3); buyer > 0; buyer--) {
    const { name, identifier } = buyerOf(random)
    accountDebtors.push({ name, identifier })
    const signed = daysAfter(today, -random.between(60, 400))
    const contract = contractNumber(random, signed, '购销', debtor.division.code)
    for (let count = random.chance(0.05) ? random.between(20, 80) : random.between(1, 6); count > 0; count--) {
      const issued = daysAfter(today, -random.between(1, 58))
      const amount = random.between(8_000, 1_200_000) + random.pick([0, 0, 0.5, 0.36, 0.87])
      value += amount
      items.push({
        name: subject,
        contractNumber: contract,
        invoiceNumber: invoiceNumber(random, issued, debtor.division.code),
        accountDebtor: name,
        amount: yuan(amount),
        currency: 'CNY',
        dueDate: daysAfter(issued, random.pick([60, 90, 90, 120, 180])),
      })
    }
  }
  const receivableClass = SERVICE_SECTORS.includes(debtor.sector) ? 'services' : 'sale_of_goods'
  const fields = { receivableClass, presentOrFuture: 'present', totalAmount: cny(value), accountDebtors, items }
  return { fields, value }
}

/** All claims against one buyer or from one kind of contract over a time to come, described and not listed. */
export function sampleFutureReceivables(
  random: Random,
  debtor: SampleDebtor,
  today: string,
  role: DebtorRole,
): SampleReceivables {
  const { name, identifier } = buyerOf(random)
  const until = daysAfter(today, random.between(1, 5) * 365)
  const contract = contractNumber(random, daysAfter(today, -random.between(5, 90)), '合', debtor.division.code)
  const subject = random.pick(SUBJECTS[debtor.sector] ?? GENERAL_SUBJECTS)
  const value = random.between(20, 900) * 100_000
  const description = random.pick([
    `${role}自${chineseDate(today)}至${chineseDate(until)}期间因与${name}之间的交易（${subject}，包括但不限于编号${contract}的合同）已经产生的和将要产生的全部应收账款，包括本金、利息、违约金。`,
    `编号为${contract}的合同项下对${name}享有的现有的以及将有的全部应收账款，预计总额不超过${(value / 10_000).toLocaleString('en-US')}万元。`,
    `${chineseDate(today)}至${chineseDate(until)}期间内发生的、因${subject}而对${name}及其分支机构享有的全部应收账款。`,
  ])
  const fields = {
    receivableClass: SERVICE_SECTORS.includes(debtor.sector) ? 'services' : 'sale_of_goods',
    presentOrFuture: random.pick(['future', 'present_and_future']),
    totalAmount: cny(value),
    accountDebtors: [{ name, identifier }],
    description,
  }
  return { fields, value }
}

/** The income of a plant, a pipe, a hospital or a let building, pledged for years ahead. */
export function sampleIncomeRight(
  random: Random,
  debtor: SampleDebtor,
  today: string,
  role: DebtorRole,
): SampleReceivables {
  const rights = INCOME_RIGHTS.filter((right) => right.sectors.includes(debtor.sector))
  if (rights.length === 0) return sampleFutureReceivables(random, debtor, today, role)
  const right = random.pick(rights)
  const value = random.between(30, 2500) * 100_000
  const until = daysAfter(today, random.between(5, 20) * 365)
  const place = debtor.division.name
  const payer = right.payer?.(place)
  const fields = {
    receivableClass: right.receivableClass,
    presentOrFuture: 'present_and_future',
    totalAmount: cny(value),
    ...(payer && { accountDebtors: [{ name: payer }] }),
    description: right.text(role, place, `${chineseDate(today)}至${chineseDate(until)}`),
  }
  return { fields, value }
}

/** A company that owes money, with its code as the form asks. */
function buyerOf(random: Random): { name: string; identifier: string } {
  let named = registeredName(random)
  while (named.kind !== 'company') named = registeredName(random)
  const organization = organizationOf(named)
  return { name: organization.name!, identifier: organization.identifier.value }
}

/** 2026-03-18 as 2026年3月18日. */
function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

const SERVICE_SECTORS: readonly Sector[] = ['services', 'logistics', 'medical']
const GENERAL_SUBJECTS = ['货款', '产品购销款', '商品销售款']

const SUBJECTS: Readonly<Partial<Record<Sector, readonly string[]>>> = {
  machining: ['设备采购款', '汽车零部件货款', '模具加工费', '五金件货款'],
  plastics: ['包装膜货款', '注塑件货款', '新材料销售款'],
  construction: ['工程进度款', '劳务分包款', '混凝土货款', '设备租赁费'],
  medical: ['医用耗材货款', '药品配送款', '检验服务费'],
  energy: ['光伏电站EPC工程款', '电缆货款', '环保运维服务费'],
  textile: ['坯布货款', '服装加工费', '成衣货款'],
  food: ['食品货款', '酒类经销款', '团餐服务费'],
  logistics: ['运输服务费', '仓储服务费', '货运代理费'],
  farming: ['农产品收购款', '生猪销售款', '鲜奶销售款'],
  electronics: ['电子元器件货款', '软件开发服务费', '系统集成项目款'],
  metals: ['钢材货款', '铝型材货款', '废钢货款'],
  services: ['物业服务费', '广告发布费', '人力资源外包服务费', '咨询服务费'],
}

type IncomeRight = {
  readonly sectors: readonly Sector[]
  readonly receivableClass: string
  text(role: DebtorRole, place: string, period: string): string
  payer?(place: string): string
}

const PUBLIC_UTILITY = 'infrastructure_and_public_utility_income'

const INCOME_RIGHTS: readonly IncomeRight[] = [
  {
    sectors: ['energy', 'construction'],
    receivableClass: PUBLIC_UTILITY,
    text: (role, place, period) => `${role}依法享有的${place}污水处理厂特许经营项目自${period}的污水处理服务费收益权。`,
    payer: (place) => `${place}住房和城乡建设局`,
  },
  {
    sectors: ['energy'],
    receivableClass: PUBLIC_UTILITY,
    text: (_role, place, period) =>
      `位于${place}的20MW屋顶分布式光伏发电项目自${period}的全部电费收益权，含上网电费和可再生能源补贴。`,
    payer: (place) => `${place}供电公司`,
  },
  {
    sectors: ['energy'],
    receivableClass: PUBLIC_UTILITY,
    text: (role, place, period) => `${role}在${place}供热特许经营区域内自${period}收取的全部供热费收入。`,
  },
  {
    sectors: ['construction', 'logistics'],
    receivableClass: PUBLIC_UTILITY,
    text: (_role, place, period) => `${place}境内一级公路项目自${period}的车辆通行费收费权及其项下全部收益。`,
  },
  {
    sectors: ['services', 'trade', 'logistics'],
    receivableClass: 'lease_of_goods',
    text: (role, place, period) =>
      `${role}将位于${place}的自有物业出租，自${period}享有的全部租金应收账款，承租人见租赁合同。`,
  },
  {
    sectors: ['medical'],
    receivableClass: 'services',
    text: (role, _place, period) => `${role}自${period}提供医疗服务形成的全部收费权，包括对医疗保障经办机构的结算款。`,
    payer: (place) => `${place}医疗保障事业管理中心`,
  },
  {
    sectors: ['services', 'electronics'],
    receivableClass: 'other_contractual_claims',
    text: (role, place, period) =>
      `${role}依据与${place}人民政府签订的购买服务协议，自${period}享有的全部服务价款债权。`,
    payer: (place) => `${place}财政局`,
  },
  {
    sectors: ['services'],
    receivableClass: 'loans',
    text: (role, place, period) =>
      `${role}自${period}在${place}发放委托贷款形成的全部债权，以每季度末双方确认的债权清单为准。`,
  },
]

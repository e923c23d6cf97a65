import { type Weighted, weightedList } from './random.ts'

/** What a company works in, coarsely: it decides which machines, goods and receivables it has. */
export type Sector =
  | 'machining'
  | 'plastics'
  | 'construction'
  | 'medical'
  | 'energy'
  | 'textile'
  | 'food'
  | 'logistics'
  | 'farming'
  | 'electronics'
  | 'metals'
  | 'trade'
  | 'services'

export type Industry = { readonly word: string; readonly sector: Sector }

/** The kinds of organisation whose names the sandbox makes; `company` includes groups and joint-stock companies. */
export type NameKind = 'company' | 'partnership' | 'cooperative' | 'individual_business' | 'branch'

/** The end of a registered name: industry and organisation form. */
export type Tail = { readonly text: string; readonly industry: Industry; readonly kind: NameKind }

/** Industries (行业或经营特点) with their weights, by sector. A word stands in one sector only. */
const COMPANY_INDUSTRIES: Readonly<Record<Sector, string>> = {
  machining: `机械 30 机械制造 12 机械设备 22 精密机械 12 精密制造 6 模具 12 五金制品 16 自动化设备 14 智能装备 8 数控设备 4 机电设备 18
    汽车零部件 14 轴承 4 阀门 6 液压设备 3 机床 3 工业设备 4 印刷 8 包装机械 3`,
  plastics: `塑胶制品 12 塑料制品 10 橡塑 6 橡塑科技 3 包装材料 12 包装制品 8 高分子材料 4 新材料 14 新材料科技 14 化工 12 涂料 5`,
  construction: `建筑工程 40 建设工程 26 建设 20 建筑安装工程 8 市政工程 10 装饰工程 22 建筑劳务 26 园林绿化工程 10 钢结构 6 建材 20 混凝土 6
    工程机械租赁 6 建筑设备租赁 5 土石方工程 6 路桥工程 4`,
  medical: `医疗器械 20 医疗科技 10 医药 12 医药科技 8 生物科技 26 生物医药 5 医院 4 口腔门诊部 4 健康管理 12 制药 6 大药房 10`,
  energy: `新能源 12 新能源科技 16 能源科技 8 电力工程 10 电力设备 6 光伏科技 4 电气 14 环保科技 18 环保设备 8 热力 3 燃气 4`,
  textile: `纺织 14 纺织品 6 服饰 28 服装 18 针织 6 印染 3 家纺 4 皮革制品 3 鞋业 5`,
  food: `食品 30 食品科技 5 饮料 4 酒业 14 粮油 8 调味品 2 乳业 2 餐饮管理 40 茶业 8 水产 5 冷链物流 4`,
  logistics: `物流 34 供应链管理 36 运输 20 货运代理 8 国际货运代理 8 汽车运输 4 仓储 6 仓储服务 4 汽车租赁 8 汽车销售 18 汽车服务 14 快递 4 船务 3`,
  farming: `农业 16 农业科技 18 农业发展 20 生态农业 10 农业开发 12 畜牧 4 养殖 6 种业 3 林业 4 农产品 5`,
  electronics: `电子 26 电子科技 36 电子商务 30 光电科技 8 半导体 3 半导体科技 4 微电子 3 通信技术 8 电子元件 4 电路板 2 智能科技 30
    信息科技 36 信息技术 30 网络科技 60 软件 12 科技 180 科技发展 24 通讯设备 5 计算机 4`,
  metals: `金属材料 16 金属制品 20 钢铁 5 钢材 4 铝业 6 铜业 3 有色金属 5 矿业 8 铸造 5 再生资源 10 不锈钢制品 6`,
  trade: `贸易 90 商贸 130 国际贸易 26 进出口 8 进出口贸易 10 实业 36 实业发展 8 工贸 20 百货 6 建材贸易 4 化工贸易 3 物资 8 家具 12
    家居 8 日用品 5 工艺品 6 煤炭销售 4 石油化工 5`,
  services: `文化传媒 50 广告 24 文化传播 24 企业管理 40 企业管理咨询 40 商务服务 14 信息咨询 20 商务咨询 12 教育科技 14 教育咨询 10 投资 24
    投资管理 14 投资发展 8 控股 8 物业管理 24 物业服务 14 酒店管理 14 房地产开发 26 置业 10 人力资源 16 劳务派遣 8 家政服务 10 旅游 8
    国际旅行社 5 体育文化 4 影视传媒 6 展览展示 4 检测技术 5 保安服务 5 保洁服务 5 工程咨询 8 设计 8`,
}

/** A registered name says its form: an individual business by the word for its shop, a cooperative by its trade. */
const SHOP_WORDS: Readonly<Partial<Record<Sector, string>>> = {
  food: '餐饮店 20 小吃店 12 面馆 5 火锅店 4 茶庄 3 烟酒店 8 食品经营部 5 水果店 6',
  trade: '百货店 8 商行 24 经营部 30 便利店 12 超市 14 建材经营部 8 五金店 8 文具店 3 家具店 4 电器店 4',
  services: '美容美发店 8 美容院 4 打印店 3 咨询服务部 4 理发店 3',
  textile: '服装店 12 鞋店 3 窗帘店 2 服饰店 6',
  machining: '五金加工厂 5 模具加工厂 3 汽车修理厂 5 汽修店 4',
  construction: '建筑设备租赁部 4 装饰部 3 石材店 3 门窗加工店 3',
  farming: '家庭农场 8 农资经营部 4 养殖场 5 种植场 2',
  medical: '大药店 3 诊所 3 口腔诊所 2',
}
const COOPERATIVE_WORDS = '种植 30 养殖 18 农业 16 果蔬 8 农机 8 水产养殖 4 茶叶 4 苗木 4 蔬菜 5 食用菌 2 中药材 3'
const PARTNERSHIP_WORDS = '股权投资 12 企业管理 30 企业管理咨询 20 投资 8 创业投资 6 科技 6 商务咨询 5 信息咨询 4'

/** 有限公司 and its kin for a company with an industry. */
export const COMPANY_TAILS = tails(companyIndustries(), 'company', [
  ['有限公司', 84],
  ['有限责任公司', 11],
  ['股份有限公司', 2.4],
  ['集团有限公司', 1],
  ['（集团）有限公司', 0.5],
  ['集团股份有限公司', 0.2],
  ['（集团）股份有限公司', 0.1],
])

/** Groups that name no industry: 某某集团有限公司. */
export const GROUP_TAILS = tails([[{ word: '', sector: 'trade' }, 1]], 'company', [
  ['集团有限公司', 50],
  ['（集团）有限公司', 25],
  ['集团股份有限公司', 15],
  ['（集团）股份有限公司', 5],
])

export const PARTNERSHIP_TAILS = tails(industries(PARTNERSHIP_WORDS, 'services'), 'partnership', [
  ['合伙企业（有限合伙）', 80],
  ['合伙企业（普通合伙）', 6],
  ['中心（有限合伙）', 30],
])

export const COOPERATIVE_TAILS = tails(industries(COOPERATIVE_WORDS, 'farming'), 'cooperative', [
  ['专业合作社', 85],
  ['农民专业合作社', 10],
  ['专业合作社联合社', 2],
])

export const SHOP_TAILS = tails(
  Object.entries(SHOP_WORDS).flatMap(([sector, words]) => industries(words, sector as Sector)),
  'individual_business',
  [
    ['', 80],
    // Added since the register of individual businesses began to mark the form in the name.
    ['（个体工商户）', 20],
  ],
)

function companyIndustries(): [Industry, number][] {
  return Object.entries(COMPANY_INDUSTRIES).flatMap(([sector, words]) => industries(words, sector as Sector))
}

function industries(table: string, sector: Sector): [Industry, number][] {
  const words = table.trim().split(/\s+/)
  const entries: [Industry, number][] = []
  for (let i = 0; i < words.length; i += 2) entries.push([{ word: words[i]!, sector }, Number(words[i + 1])])
  return entries
}

function tails(
  industryWeights: readonly [Industry, number][],
  kind: NameKind,
  forms: readonly (readonly [string, number])[],
): Weighted<Tail> {
  return weightedList(
    industryWeights.flatMap(([industry, weight]) =>
      forms.map(([form, share]): [Tail, number] => [{ text: industry.word + form, industry, kind }, weight * share]),
    ),
  )
}

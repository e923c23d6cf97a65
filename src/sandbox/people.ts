import type { Individual } from '../parties/party.ts'
import { makeResidentId } from '../parties/resident-id.ts'
import { addressIn } from './addresses.ts'
import { DIVISIONS, type Division } from './divisions.ts'
import { type Random, weightedList } from './random.ts'

/**
 * A resident as a form states one. The number is well formed (GB 11643) and invented: it is somebody's only by chance.
 */
export type Person = { readonly name: string; readonly residentId: string; readonly division: Division }

/** A Chinese personal name; one in a few hundred is that of a minority with a middle dot. */
export function personName(random: Random): string {
  if (random.chance(0.004)) return `${random.pick(DOTTED_GIVEN_NAMES)}·${random.pick(DOTTED_FAMILY_NAMES)}`
  const surname = random.weighted(SURNAMES)
  return surname + (random.chance(0.5) ? femaleGivenName(random) : maleGivenName(random))
}

/** An adult resident; lives in `division` if given. */
export function person(random: Random, division: Division = random.pick(DIVISIONS)): Person {
  const female = random.chance(0.4)
  const name = random.weighted(SURNAMES) + (female ? femaleGivenName(random) : maleGivenName(random))
  return {
    name,
    residentId: residentId(random, random.chance(0.6) ? division : random.pick(DIVISIONS), female),
    division,
  }
}

/**
 * A resident identity number: division of first registration, day of birth (1958 to 2003), a serial number that is odd
 * for men, and the check character.
 */
export function residentId(random: Random, division: Division, female: boolean): string {
  const birth = [random.between(1958, 2003), random.between(1, 12), random.between(1, 28)]
  const born = birth.map((part) => String(part).padStart(2, '0')).join('')
  const serial = random.between(0, 499) * 2 + (female ? 0 : 1)
  return makeResidentId(division.code + born + String(serial).padStart(3, '0'))
}

/** A person as a party to a filing: nearly always a resident, now and then from Hong Kong, Macao, Taiwan or abroad. */
export function individualParty(random: Random, division?: Division): Individual {
  if (random.chance(0.02)) return visitor(random)
  const { name, residentId: value, division: home } = person(random, division)
  const address = addressIn(random, home, 'home')
  return { kind: 'individual', name, identifier: { scheme: 'resident_id', value }, address }
}

function visitor(random: Random): Individual {
  const address = addressIn(random, random.pick(DIVISIONS), 'home')
  const kind = random.integer(4)
  if (kind === 0) {
    const identifier = { scheme: 'mainland_travel_permit_hk_macao', value: random.pick(['H', 'M']) + random.digits(8) }
    return { kind: 'individual', name: random.pick(TRADITIONAL_NAMES), identifier, address }
  }
  if (kind === 1) {
    const identifier = { scheme: 'mainland_travel_permit_taiwan', value: `0${random.digits(7)}` }
    return { kind: 'individual', name: random.pick(TRADITIONAL_NAMES), identifier, address }
  }
  if (kind === 2) {
    const value = makeResidentId(
      `${random.pick(['810000', '820000', '830000'])}19${random.between(60, 99)}0${random.between(1, 9)}${random.between(10, 28)}${random.digits(3)}`,
    )
    const identifier = { scheme: 'residence_permit_hk_macao_taiwan', value }
    return { kind: 'individual', name: random.pick(TRADITIONAL_NAMES), identifier, address }
  }
  const [name, country] = random.pick(FOREIGNERS)
  const identifier = { scheme: 'passport', value: random.pick(['C', 'M', 'P', 'X']) + random.digits(8), country }
  return { kind: 'individual', name, identifier, address }
}

function maleGivenName(random: Random): string {
  return givenName(random, MALE, NEUTRAL)
}

function femaleGivenName(random: Random): string {
  return givenName(random, FEMALE, NEUTRAL)
}

/** One character in four names, otherwise two: the first often says the generation or a wish, the second the sex. */
function givenName(random: Random, own: readonly string[], neutral: readonly string[]): string {
  if (random.chance(0.22)) return random.pick(own)
  return random.pick(random.chance(0.6) ? neutral : own) + random.pick(own)
}

/** The hundred or so commonest surnames by their share of the population, in thousandths; then compound ones. */
const SURNAMES = weightedList(
  (
    '王72 李72 张68 刘54 陈45 杨31 黄22 赵20 吴20 周19 徐15 孙14 马13 朱13 胡12 郭12 何12 林12 罗10 高10 郑9 梁9 谢8 宋8 唐7 许7 韩7 邓7 冯7 ' +
    '曹6 彭6 曾6 肖6 田6 董6 潘5 袁5 蔡5 蒋5 余5 于5 杜5 叶5 程5 魏5 苏5 吕5 丁4 任4 卢4 姚4 沈4 钟4 姜4 崔4 谭4 陆4 范4 汪4 廖4 石3 金3 韦3 贾3 夏3 ' +
    '付3 方3 邹3 熊3 白3 孟3 秦3 邱3 侯3 江3 尹3 薛3 闫2 段2 雷2 龙2 黎2 史2 陶2 贺2 毛2 郝2 顾2 龚2 邵2 万2 覃2 武2 钱2 戴2 严2 莫2 孔2 向2 常2 汤2 ' +
    '欧阳0.5 上官0.1 司马0.1 诸葛0.1 慕容0.05 皇甫0.05 司徒0.05 令狐0.05 仉0.02 逄0.05 亓0.05 褚0.3 喻0.5 麦0.5 冼0.2 阚0.2 娄0.3 羿0.01'
  )
    .split(' ')
    .map((entry): [string, number] => [entry.replace(/[\d.]+/, ''), Number(entry.replace(/[^\d.]/g, ''))]),
)
const NEUTRAL = [
  ...'文志建国永世家德明春晓小玉海云永金立新振思子雨梓一嘉俊宇天佳兴学光荣成庆福长东景宗泽书安瑞卫正忠少',
]
const MALE = [
  ...'伟强军勇杰涛斌波辉刚健鹏飞浩宇超峰磊凯亮龙平华明林生民东鑫旭宁博豪阳坤彬勋晖炜栋钊帆毅江山海富贵根发祥',
]
const FEMALE = [...'芳娜敏静丽艳娟霞秀兰英玲燕红梅琴萍莉婷雪慧颖倩洁琳怡欣琪瑶妍萱涵菲薇蓉莹璐瑜珍珠凤菊香云月娇媛岚']
const DOTTED_GIVEN_NAMES = '阿迪力 买买提 艾力 古丽娜尔 阿依古丽 玉素甫 努尔兰 扎西 卓玛 迪丽拜尔'.split(' ')
const DOTTED_FAMILY_NAMES = '吐尔逊 买买提 阿不都热依木 艾合买提 卡德尔 依明 托合提 沙吾提 赛买提 叶尔江'.split(' ')
const TRADITIONAL_NAMES = '陳志明 黃美玲 李嘉欣 張國華 林淑芬 蔡宗翰 許雅婷 何家輝 鄭詠詩 吳俊傑 劉慧儀 謝承恩'.split(
  ' ',
)
const FOREIGNERS: readonly [string, string][] = [
  ['Andreas Köhler', 'DE'],
  ['Marie-Claire Dubois', 'FR'],
  ['James Patrick O’Connor', 'IE'],
  ['Kim Min-jun', 'KR'],
  ['佐藤健一', 'JP'],
  ['Nguyễn Văn Hùng', 'VN'],
  ['Sukarno', 'ID'],
  ['Rajesh Kumar Sharma', 'IN'],
  ['Ольга Петрова', 'RU'],
  ['John Smith', 'US'],
]

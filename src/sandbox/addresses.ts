import type { Address } from '../parties/party.ts'
import type { Division } from './divisions.ts'
import type { Random } from './random.ts'

/** What stands at an address: it decides what follows the house number. */
export type Premises = 'office' | 'works' | 'shop' | 'home'

/** A full address in a division, as on a licence or an identity card. */
export function addressIn(random: Random, division: Division, premises: Premises): Address {
  return { country: 'CN', division: division.code, line: division.name + streetLine(random, division, premises) }
}

function streetLine(random: Random, division: Division, premises: Premises): string {
  if (premises === 'home' && random.chance(0.3)) {
    return `${random.pick(VILLAGES)}镇${random.pick(VILLAGES)}村${random.between(1, 12)}组${random.between(1, 99)}号`
  }
  const street = random.pick(STREET_WORDS) + random.pick(STREET_ENDS)
  const house = `${street}${random.between(1, 1999)}号`
  const building = random.between(1, 30)
  if (premises === 'home') {
    return `${house}${random.pick(ESTATES)}${building}幢${random.between(1, 4)}单元${random.between(1, 32)}0${random.between(1, 4)}室`
  }
  if (premises === 'shop') return random.chance(0.5) ? `${house}${random.between(1, 60)}号商铺` : house
  if (premises === 'works') {
    const inPark = /开发区|园区|新区|管理区|示范区/.test(division.name)
    return !inPark && random.chance(0.6) ? `${random.pick(PARKS)}${house}` : `${house}${building}号厂房`
  }
  const floor = random.between(2, 36)
  return random.chance(0.6) ? `${house}${floor}层${floor}${random.digits(2)}室` : house
}

const STREET_WORDS =
  '人民 解放 建设 中山 和平 新华 文化 胜利 光明 兴业 科技 创新 工业 迎宾 滨河 长江 黄河 珠江 朝阳 振兴 东风 友谊 学府 文三 环城 站前 富民 锦绣 金鹰 华山 泰山 天目山 银城 龙泉 凤凰 梅园 松江 嘉陵 汉阳 海景 滨海 港口 园区 纬一 经三 北环 南环 东湖 西湖 青年 幸福 康庄 世纪 开元 黄山 庐山 衡山 昆仑'.split(
    ' ',
  )
const STREET_ENDS = ['路', '路', '路', '路', '大道', '街', '东路', '西路', '南路', '北路', '中路', '大街', '巷']
const ESTATES =
  '锦绣花园 阳光家园 碧水湾 翠苑小区 江南春城 金色家园 滨江花园 书香门第 和平里 幸福里 东方苑 梅兰苑'.split(' ')
const PARKS = '经济开发区 高新技术产业园区 工业园区 工业集中区 科技产业园 装备制造产业园 新材料产业园 临港产业园'.split(
  ' ',
)
const VILLAGES =
  '李家 王庄 石桥 柳河 清泉 双桥 太平 龙潭 新兴 东岭 白杨 红旗 永安 大湾 杏林 桃源 沙河 高坪 长岭 临泽'.split(' ')

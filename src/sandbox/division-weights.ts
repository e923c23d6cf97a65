/**
 * How companies spread over the country: rough shares, good enough that a sandbox looks like life (many in Shenzhen,
 * few in Ngari). Written as text tables, a name and a weight in turn.
 */

/** Provinces by their share of the country's enterprises, in thousandths. */
export const PROVINCE_WEIGHTS = weightTable(`
  广东省 148 江苏省 92 山东省 88 浙江省 75 上海市 62 北京市 52 河南省 48 四川省 47 河北省 44 湖北省 40 福建省 39 安徽省 36 湖南省 32
  重庆市 26 陕西省 26 辽宁省 24 江西省 22 云南省 19 广西壮族自治区 18 天津市 18 山西省 16 贵州省 14 黑龙江省 12 内蒙古自治区 11
  吉林省 10 新疆维吾尔自治区 10 海南省 10 甘肃省 10 宁夏回族自治区 4 青海省 3 西藏自治区 2`)

/** Cities that stand out in their province. Others weigh 1 at prefecture level and COUNTY_WEIGHT below it. */
export const CITY_WEIGHTS = weightTable(`
  深圳市 14 广州市 12 东莞市 6 佛山市 5 中山市 2.5 惠州市 2 珠海市 2 苏州市 7 南京市 6 无锡市 4 常州市 2.5 南通市 2 徐州市 2
  杭州市 8 宁波市 5 温州市 3 金华市 2 嘉兴市 2 绍兴市 2 青岛市 5 济南市 5 烟台市 2 潍坊市 2 临沂市 2 成都市 12 武汉市 9 长沙市 7
  郑州市 8 洛阳市 1.5 石家庄市 4 唐山市 2 合肥市 7 芜湖市 1.5 厦门市 5 福州市 4 泉州市 4 南昌市 4 赣州市 2 西安市 9 沈阳市 5 大连市 4
  长春市 5 哈尔滨市 6 昆明市 6 贵阳市 5 南宁市 5 柳州市 2 海口市 8 三亚市 3 太原市 5 兰州市 5 银川市 4 西宁市 4 呼和浩特市 3
  包头市 2 鄂尔多斯市 2 乌鲁木齐市 6 拉萨市 4 昆山市 1 江阴市 1 张家港市 0.7 常熟市 0.7 义乌市 1.2 慈溪市 0.8 余姚市 0.6
  诸暨市 0.6 晋江市 0.8 石狮市 0.5 福清市 0.5 长沙县 0.4`)

export const COUNTY_WEIGHT = 0.1

/** The share of names in which a city stands with 市 (深圳市 against 上海), by province; elsewhere WITH_SHI_ELSEWHERE. */
export const WITH_SHI = weightTable('北京市 0.02 上海市 0.02 天津市 0.05 重庆市 0.25 广东省 0.75')
export const WITH_SHI_ELSEWHERE = 0.4

/** The share of names at province level that say 省 (广东省 against 广东). */
export const WITH_SHENG = 0.12

/** The share of a province's names that carry the province itself instead of a city. */
export const PROVINCE_SHARE = 0.12

function weightTable(text: string): ReadonlyMap<string, number> {
  const words = text.trim().split(/\s+/)
  const table = new Map<string, number>()
  for (let i = 0; i < words.length; i += 2) table.set(words[i]!, Number(words[i + 1]))
  return table
}

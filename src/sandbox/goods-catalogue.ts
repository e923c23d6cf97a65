import type { Sector } from './company-words.ts'

/** Goods that are stored, shipped and mortgaged by weight or number. The price is in yuan a unit. */
export type Goods = {
  readonly name: string
  readonly grade: string
  readonly unit: string
  readonly price: number
  /** Usual quantities of one lot. */
  readonly lotFrom: number
  readonly lotTo: number
}

/** What a sector buys, in stock as raw material. */
export function materialsOf(sector: Sector): readonly Goods[] {
  return MATERIALS[sector] ?? COMMODITIES
}

/** What a sector makes or sells, in stock as product. */
export function productsOf(sector: Sector): readonly Goods[] {
  return PRODUCTS[sector] ?? COMMODITIES
}

/** One kind of goods a line: name | grade | unit | price | lot. */
function goods(table: string): readonly Goods[] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const [name, grade, unit, price, lot] = row.split('|').map((cell) => cell.trim())
      const [lotFrom, lotTo] = lot!.split('-').map(Number)
      return { name: name!, grade: grade!, unit: unit!, price: Number(price), lotFrom: lotFrom!, lotTo: lotTo! }
    })
}

/** Goods that warehouse receipts and bills of lading are made out for. A sector has its own; dealers have all. */
export function commoditiesOf(sector: Sector): readonly Goods[] {
  return COMMODITIES_BY_SECTOR[sector] ?? COMMODITIES
}

const COMMODITIES_BY_SECTOR: Readonly<Partial<Record<Sector, readonly Goods[]>>> = {
  metals: goods(`
    阴极铜|GB/T 467 Cu-CATH-1|吨|74500|25-600
    铝锭|GB/T 1196 Al99.70|吨|19800|50-1500
    锌锭|GB/T 470 Zn99.995|吨|22600|25-500
    螺纹钢|HRB400E Φ20mm|吨|3380|100-5000
    热轧卷板|Q235B 4.75×1500mm|吨|3520|100-5000
    铁矿石|62%粉矿|吨|805|5000-170000`),
  plastics: goods(`
    天然橡胶|SCR WF|吨|14300|20-800
    精对苯二甲酸（PTA）|优等品|吨|5250|100-3000
    甲醇|GB/T 338 优等品|吨|2480|200-5000
    聚丙烯|T30S|吨|7450|50-1200`),
  food: goods(`
    一级大豆油|GB/T 1535|吨|8050|50-1500
    白砂糖|GB/T 317 一级|吨|5980|100-3000
    冻去骨牛肉|巴西产，-18℃|吨|41500|12-200`),
  farming: goods(`
    进口大豆|国标三级，散装|吨|4200|500-30000
    玉米|国标二等|吨|2320|300-20000`),
  textile: goods(`
    皮棉|3128B|吨|15400|40-800
    漂白针叶木浆|银星|吨|5900|100-2000`),
  energy: goods(`
    动力煤|Q5500|吨|780|2000-60000
    多晶硅料|N型致密料|吨|38500|30-500`),
}

const COMMODITIES = Object.values(COMMODITIES_BY_SECTOR).flat()

const MATERIALS: Readonly<Partial<Record<Sector, readonly Goods[]>>> = {
  machining: goods(`
    45号圆钢|Φ60-Φ220mm|吨|4150|20-600
    冷轧钢板|SPCC 1.5×1250mm|吨|4480|20-800
    球墨铸铁毛坯件|QT500-7|吨|7800|10-300`),
  plastics: goods(`
    ABS树脂|HI-121H|吨|10800|20-500
    聚碳酸酯|2805|吨|15200|10-300
    低密度聚乙烯|2426H|吨|9100|20-600`),
  textile: goods(`
    涤纶低弹丝（DTY）|150D/48F|吨|8900|20-500
    精梳棉纱|40S|吨|24800|10-300
    氨纶|40D|吨|27500|5-80`),
  food: goods(`
    小麦|国标二等|吨|2480|200-8000
    原料白条猪|一级|吨|20500|10-200
    全脂奶粉|25kg/袋|吨|31800|10-200`),
  metals: goods(`
    再生铝|ADC12|吨|19600|30-800
    铜杆|Φ8mm 低氧|吨|75200|20-400
    镍铁|Ni 10%|吨|9800|50-900`),
  electronics: goods(`
    覆铜板|FR-4 1.6mm|张|128|2000-60000
    存储芯片|LPDDR4X 8GB|颗|42|10000-300000
    液晶面板|15.6英寸 FHD|片|285|1000-40000`),
  medical: goods(`
    头孢曲松钠原料药|无菌粉|千克|1150|200-6000
    黄芪|甘肃产，统货|吨|32000|5-80
    医用无纺布|SMS 45g|吨|12800|10-200`),
}

const PRODUCTS: Readonly<Partial<Record<Sector, readonly Goods[]>>> = {
  machining: goods(`
    汽车轮毂轴承单元|DAC3870|套|96|5000-120000
    工业减速机|ZDY250|台|8600|20-600
    精密注塑模具|HASCO标准|套|265000|2-60`),
  plastics: goods(`
    BOPP薄膜|25μm×840mm|吨|9300|30-600
    食品级PET瓶坯|28g|万只|2150|50-3000`),
  textile: goods(`
    涤棉坯布|T/C 65/35 57英寸|米|7.6|50000-900000
    成品羽绒服|2026秋冬款|件|238|2000-60000
    家用四件套|60S贡缎|套|186|2000-40000`),
  food: goods(`
    浓香型白酒基酒|52%vol，五年|吨|68000|20-900
    速冻水饺|1kg×10袋|箱|88|2000-60000
    普洱熟茶|2018年勐海七子饼|件|19800|20-400
    冷冻南美白虾仁|51/60|吨|46000|5-120`),
  farming: goods(`
    东北长粒香大米|25kg|吨|5150|50-2000
    存栏育肥猪|110-130kg|头|1850|200-9000
    红富士苹果|80#以上，冷库存|吨|6400|50-1500
    存栏奶牛|荷斯坦，泌乳期|头|16500|50-2000`),
  electronics: goods(`
    智能手机|8GB+256GB|台|1380|500-30000
    电源适配器|65W GaN|只|46|5000-200000`),
  metals: goods(`
    铝合金门窗型材|6063-T5|吨|22800|20-600
    不锈钢冷轧卷|304/2B 1.0mm|吨|14200|50-1500`),
  energy: goods(`
    锂离子电池模组|280Ah 1P52S|套|16800|50-3000
    电力电缆|YJV22 3×240|米|612|2000-60000`),
  medical: goods(`
    一次性使用无菌注射器|5ml|支|0.38|500000-9000000
    中成药颗粒剂|10g×12袋|盒|21.5|20000-600000`),
  construction: goods(`
    预拌砂浆|DM M10|吨|315|500-9000
    陶瓷抛釉砖|800×800mm|平方米|52|5000-120000`),
}

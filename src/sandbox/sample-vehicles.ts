import type { Random } from './random.ts'

/** A vehicle as a row of a list of collateral, with its price in yuan. */
export type SampleVehicle = { readonly item: Record<string, unknown>; readonly price: number }

/** A lorry, trailer tractor, coach or car with a VIN; those of one list are of one kind. */
export function sampleVehicles(random: Random, count: number): SampleVehicle[] {
  const kind = random.pick(VEHICLES)
  const model = random.pick(kind.models)
  const price = Math.round(random.between(kind.priceFrom, kind.priceTo) / 1000) * 1000
  const serial = random.integer(900_000)
  return Array.from({ length: count }, (_, i) => ({
    item: {
      name: kind.name,
      model,
      quantity: 1,
      unit: '辆',
      maker: kind.maker,
      vin: vin(random, kind.wmi, serial + i * random.between(1, 9)),
    },
    price,
  }))
}

/**
 * A vehicle identification number (GB 16735, ISO 3779): maker (3), description (5), check digit, model year, plant and
 * a serial number of six digits.
 */
export function vin(random: Random, wmi: string, serial: number): string {
  let description = ''
  for (let i = 0; i < 5; i++) description += CHARACTERS.charAt(random.integer(CHARACTERS.length))
  const end = random.pick(MODEL_YEARS) + random.pick(PLANTS) + String(serial % 1_000_000).padStart(6, '0')
  return wmi + description + vinCheckDigit(`${wmi}${description}0${end}`) + end
}

/**
 * The check digit of a VIN, its ninth character: a digit, or X for ten. What stands in the ninth place does not count.
 */
export function vinCheckDigit(vin17: string): string {
  let sum = 0
  for (const [index, weight] of WEIGHTS.entries()) sum += VALUES.get(vin17.charAt(index))! * weight
  return 'X'.repeat(Number(sum % 11 === 10)) || String(sum % 11)
}

const CHARACTERS = '0123456789ABCDEFGHJKLMNPRSTUVWXYZ'
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
/** Letters count as in the standard's table: A to H are 1 to 8, J to R 1 to 9 (no O, Q), S to Z 2 to 9. */
const VALUES = new Map(
  [...'0123456789ABCDEFGHJKLMNPRSTUVWXYZ'].map((character, i) => [
    character,
    Number('012345678912345678123457923456789'[i]),
  ]),
)
/** 2022 to 2026. */
const MODEL_YEARS = ['N', 'P', 'R', 'S', 'T']
const PLANTS = ['A', 'B', 'C', 'E', 'H', '1', '2']

type Vehicle = {
  readonly name: string
  readonly models: readonly string[]
  readonly maker: string
  /** World manufacturer identifier. */
  readonly wmi: string
  readonly priceFrom: number
  readonly priceTo: number
}

const VEHICLES: readonly Vehicle[] =
  `重型半挂牵引车|ZZ4257V344GF1, ZZ4187N361GF1|中国重汽集团济南卡车股份有限公司|LZZ|280000-460000
  重型半挂牵引车|CA4250P66K25T1E6, CA4180P66T1E6|一汽解放汽车有限公司|LFW|270000-440000
  混凝土搅拌运输车|SX5319GJB, SX5259GJB|陕西汽车集团股份有限公司|LZG|330000-480000
  自卸汽车|SX33196C406B, SX32596V384|陕西汽车集团股份有限公司|LZG|300000-420000
  厢式运输车|BJ5048XXY, BJ5186XXY-2|北汽福田汽车股份有限公司|LVB|90000-240000
  大型普通客车|ZK6126HQT, ZK6117BEVY|宇通客车股份有限公司|LZY|780000-1650000
  纯电动轿车|BYD7009BEV, BYD6480STHEV|比亚迪汽车有限公司|LGX|95000-260000
  轿车|FV7144FABDG, FV7187BBDBG|一汽-大众汽车有限公司|LFV|88000-230000
  轿车|SVW7142CRV, SVW71814GL|上汽大众汽车有限公司|LSV|86000-245000
  小型越野客车|SGM6472EAX1, SGM6531UAX2|上汽通用汽车有限公司|LSG|150000-380000`
    .split('\n')
    .map((row) => {
      const [name, models, maker, wmi, price] = row.trim().split('|')
      const [priceFrom, priceTo] = price!.split('-').map(Number)
      return {
        name: name!,
        models: models!.split(', '),
        maker: maker!,
        wmi: wmi!,
        priceFrom: priceFrom!,
        priceTo: priceTo!,
      }
    })

import { createRequire } from 'node:module'

/** GB/T 2260 as the npm package china-area-data has it: names by code, under the code of what they are part of. */
const areas: Readonly<Record<string, Readonly<Record<string, string>>>> = createRequire(import.meta.url)(
  'china-area-data/data.json',
)

/** Levels that are no places of their own: 市辖区 and the like. */
const NOT_A_PLACE = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/

/** Every place of the mainland by its full name, level by level: provinces, cities, counties. Without the fillers. */
export function placesByLevel(): { provinces: string[]; cities: string[]; counties: string[] } {
  const places = (codes: readonly string[]) =>
    codes.flatMap((code) => Object.values(areas[code] ?? {})).filter((name) => !NOT_A_PLACE.test(name))
  const provinces = Object.keys(areas['86'] ?? {})
  const cities = provinces.flatMap((province) => Object.keys(areas[province] ?? {}))
  return { provinces: places(['86']), cities: places(provinces), counties: places(cities) }
}

/** 330106 is 浙江省杭州市西湖区. A code that is not known, and anything that is no code, stays as it is. */
export function divisionName(division: string): string {
  if (!/^\d{6}$/.test(division)) return division
  const [province, city] = [`${division.slice(0, 2)}0000`, `${division.slice(0, 4)}00`]
  const steps = [areas['86']?.[province], areas[province]?.[city], areas[city]?.[division]]
  const wanted = division === province ? 1 : division === city ? 2 : 3
  // Some counties stand directly under their province.
  const name = steps[wanted - 1] ?? areas[province]?.[division]
  if (!name) return division
  const whole = [...steps.slice(0, wanted - 1), name].filter((each) => each !== undefined && !NOT_A_PLACE.test(each))
  return whole.join('')
}

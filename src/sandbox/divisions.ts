import { createRequire } from 'node:module'
import {
  CITY_WEIGHTS,
  COUNTY_WEIGHT,
  PROVINCE_SHARE,
  PROVINCE_WEIGHTS,
  WITH_SHENG,
  WITH_SHI,
  WITH_SHI_ELSEWHERE,
} from './division-weights.ts'
import { type Weighted, weightedList } from './random.ts'

/**
 * The mainland's divisions of GB/T 2260 (as of 2019, from the npm package china-area-data) as a company register uses
 * them: the division that holds the company's file, and the place name that stands in its registered name.
 */

/**
 * A division that registers companies: a district, county or county-level city, or a city without any. `code` is six
 * digits, `name` is the full path as in an address (江苏省苏州市昆山市).
 */
export type Division = { readonly code: string; readonly name: string }

/** A place as it stands in a registered name (上海, 深圳市, 昆山) and the divisions where such a company may be registered. */
export type Place = { readonly name: string; readonly divisions: readonly Division[] }

type Names = Readonly<Record<string, string>>
type City = { readonly name: string; readonly province: string; readonly divisions: readonly Division[] }
type County = { readonly name: string; readonly division: Division }

// Read with require: an import would make the compiler infer a type from 3,500 literals.
const AREAS: Readonly<Record<string, Names>> = createRequire(import.meta.url)('china-area-data/data.json')

// Hong Kong, Macao and Taiwan register companies under their own rules and numbers.
const PROVINCES = Object.entries(AREAS['86']!).filter(([code]) => code < '710000')

/** Every registering division, in order of code. */
export const DIVISIONS: readonly Division[] = PROVINCES.flatMap(([code, name]) =>
  citiesOf(code, name).flatMap((city) => city.divisions),
)

/** Places at the head of a name, as often as companies are. Each place name stands once in the list. */
export const HEAD_PLACES: Weighted<Place> = weightedList(headPlaces())

/** Cities as they stand in brackets and in the names of branches: 上海, 苏州, without 市. */
export const CITY_PLACES: Weighted<Place> = weightedList(cityPlaces())

/** Districts, counties and county-level cities (深圳市南山区, 昆山市), as in the names of shops and cooperatives. */
export const COUNTY_PLACES: Weighted<Place> = weightedList(countyPlaces())

function headPlaces(): [Place, number][] {
  const places = new Map<string, [Place, number]>()
  // Cities come first: where a city and a province share a short name (吉林), the city's weight stands for both.
  const add = (name: string, divisions: readonly Division[], weight: number) => {
    if (!places.has(name)) places.set(name, [{ name, divisions }, weight])
  }
  for (const [provinceCode, province] of PROVINCES) {
    const cities = citiesOf(provinceCode, province)
    const counties = cities.flatMap(countiesOf)
    const sum =
      cities.reduce((all, city) => all + cityWeight(city), 0) +
      counties.reduce((all, county) => all + countyWeight(county), 0)
    const share = (PROVINCE_WEIGHTS.get(province) ?? 1) / sum
    const withShi = WITH_SHI.get(province) ?? WITH_SHI_ELSEWHERE
    for (const city of cities) {
      if (!city.name.endsWith('市')) continue
      add(city.name.slice(0, -1), city.divisions, cityWeight(city) * share * (1 - withShi))
      add(city.name, city.divisions, cityWeight(city) * share * withShi)
    }
    for (const county of counties) {
      const short = county.name.replace(/[市县]$/, '')
      // 忠县 keeps its 县: a name of one character needs it; autonomous counties are too long for a registered name.
      if (short.length > 4) continue
      if (short.length > 1) add(short, [county.division], countyWeight(county) * share * (1 - withShi))
      add(county.name, [county.division], countyWeight(county) * share * withShi)
    }
  }
  for (const [provinceCode, province] of PROVINCES) {
    const divisions = citiesOf(provinceCode, province).flatMap((city) => city.divisions)
    const weight = (PROVINCE_WEIGHTS.get(province) ?? 1) * PROVINCE_SHARE
    add(shortProvince(province), divisions, weight * (1 - WITH_SHENG))
    if (province.endsWith('省')) add(province, divisions, weight * WITH_SHENG)
  }
  return [...places.values()]
}

function cityPlaces(): [Place, number][] {
  return PROVINCES.flatMap(([code, province]) => {
    const cities = citiesOf(code, province).filter((city) => city.name.endsWith('市'))
    const sum = cities.reduce((all, city) => all + cityWeight(city), 0)
    const share = (PROVINCE_WEIGHTS.get(province) ?? 1) / sum
    return cities.map((city): [Place, number] => [
      { name: city.name.slice(0, -1), divisions: city.divisions },
      cityWeight(city) * share,
    ])
  })
}

function countyPlaces(): [Place, number][] {
  return PROVINCES.flatMap(([code, province]) => {
    const cities = citiesOf(code, province)
    const sum = cities.reduce((all, city) => all + cityWeight(city), 0)
    return cities.flatMap((city) =>
      city.divisions.map((division): [Place, number] => {
        const own = lastPart(division.name, city)
        const name = own.endsWith('区') && own.length < 6 ? city.name + own : own
        const share = cityWeight(city) / sum / city.divisions.length
        return [{ name, divisions: [division] }, (PROVINCE_WEIGHTS.get(province) ?? 1) * share]
      }),
    )
  })
}

/** A municipality is one city; the headings 市辖区 and 省直辖县级行政区划 are no places. */
function citiesOf(provinceCode: string, province: string): City[] {
  const entries = Object.entries(AREAS[provinceCode]!)
  if (province.endsWith('市')) {
    return [{ name: province, province, divisions: entries.flatMap(([code]) => divisionsOf(code, province)) }]
  }
  return entries.map(([code, name]) => {
    const path = name.endsWith('行政区划') ? province : province + name
    return { name, province, divisions: divisionsOf(code, path) }
  })
}

/** The divisions below a city; the city itself where it has none (嘉峪关) or only towns with nine digits (东莞). */
function divisionsOf(cityCode: string, path: string): Division[] {
  const below = Object.entries(AREAS[cityCode] ?? {})
    .filter(([code, name]) => code.length === 6 && name !== '市辖区')
    .map(([code, name]) => ({ code, name: joinPath(path, name) }))
  return below.length > 0 ? below : [{ code: cityCode, name: path }]
}

/** Some development zones are listed with their city's name (永州市金洞管理区 below 永州市), which is said once. */
function joinPath(path: string, name: string): string {
  const city = name.slice(0, name.indexOf('市') + 1)
  return city !== '' && city !== name && path.endsWith(city) ? path + name.slice(city.length) : path + name
}

/** County-level cities and counties, which stand in names by themselves; districts do not. */
function countiesOf(city: City): County[] {
  return city.divisions
    .map((division) => ({ name: lastPart(division.name, city), division }))
    .filter(({ name }) => /[市县]$/.test(name) && name !== city.name)
}

function lastPart(path: string, city: City): string {
  const heads = [city.province + city.name, city.province]
  const head = heads.find((candidate) => path.startsWith(candidate) && path.length > candidate.length) ?? ''
  return path.slice(head.length)
}

function cityWeight(city: City): number {
  return CITY_WEIGHTS.get(city.name) ?? (city.name.endsWith('市') ? 1 : 0.3)
}

function countyWeight(county: County): number {
  return CITY_WEIGHTS.get(county.name) ?? COUNTY_WEIGHT
}

function shortProvince(province: string): string {
  if (province === '内蒙古自治区') return '内蒙古'
  return province.endsWith('自治区') ? province.slice(0, 2) : province.replace(/[省市]$/, '')
}

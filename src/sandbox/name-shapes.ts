import {
  COMPANY_TAILS,
  COOPERATIVE_TAILS,
  GROUP_TAILS,
  PARTNERSHIP_TAILS,
  SHOP_TAILS,
  type Tail,
} from './company-words.ts'
import { CITY_PLACES, COUNTY_PLACES, HEAD_PLACES, type Place } from './divisions.ts'
import { type Weighted, weightedList } from './random.ts'
import { separableTradeNames } from './trade-names.ts'

/**
 * How a registered name is put together (rules on enterprise names 企业名称登记管理规定, art. 6: division, trade name, industry,
 * organisation form). One pair of a place's and a tail's text occurs in one shape only, or in several whose trade names
 * are disjoint, so (place, trade name, tail) names one name.
 */
export type Shape = {
  /** At the head (上海恒泰科技有限公司), in brackets after the trade name (恒泰（上海）科技有限公司), or not at all. */
  readonly placement: 'head' | 'brackets' | 'none'
  readonly places: Weighted<Place>
  readonly tails: Weighted<Tail>
  readonly tradeNames: readonly string[]
}

let cached: Weighted<Shape> | undefined

/**
 * All shapes, as often as names have them. Made on first use, since reading the trade names takes a third of a second.
 */
export function nameShapes(): Weighted<Shape> {
  cached ??= weightedList(listShapes())
  return cached
}

/** A place for names without one; where such a company is registered must be drawn apart. */
const NOWHERE: Weighted<Place> = weightedList([[{ name: '', divisions: [] }, 1]])

function listShapes(): [Shape, number][] {
  const { short, long, latin } = tradeNames()
  const shape = (
    placement: Shape['placement'],
    places: Weighted<Place>,
    tails: Weighted<Tail>,
    weights: { short: number; long?: number; latin?: number },
  ): [Shape, number][] => {
    const sets: [readonly string[], number][] = [
      [short, weights.short],
      [long, weights.long ?? weights.short / 2],
      [latin, weights.latin ?? 0],
    ]
    return sets
      .filter(([, weight]) => weight > 0)
      .map(([tradeNames, weight]) => [{ placement, places, tails, tradeNames }, weight])
  }
  return [
    ...shape('head', HEAD_PLACES, COMPANY_TAILS, { short: 51, long: 22, latin: 0.2 }),
    ...shape('brackets', CITY_PLACES, COMPANY_TAILS, { short: 4.5, latin: 0.15 }),
    ...shape('none', NOWHERE, COMPANY_TAILS, { short: 1, long: 1.5 }),
    ...shape('head', HEAD_PLACES, GROUP_TAILS, { short: 0.9 }),
    ...shape('none', NOWHERE, GROUP_TAILS, { short: 0.2 }),
    ...shape('head', HEAD_PLACES, PARTNERSHIP_TAILS, { short: 1.6 }),
    ...shape('brackets', CITY_PLACES, PARTNERSHIP_TAILS, { short: 0.6 }),
    ...shape('head', COUNTY_PLACES, COOPERATIVE_TAILS, { short: 1.3 }),
    ...shape('head', COUNTY_PLACES, SHOP_TAILS, { short: 5 }),
  ]
}

function tradeNames() {
  const heads = [HEAD_PLACES, COUNTY_PLACES, NOWHERE].flatMap((places) => places.elements.map((place) => place.name))
  const lists = [COMPANY_TAILS, GROUP_TAILS, PARTNERSHIP_TAILS, COOPERATIVE_TAILS, SHOP_TAILS]
  const tails = lists.flatMap((list) => list.elements.map((tail) => tail.text))
  if (new Set(tails).size < tails.length) throw new Error('two tails are the same: names would not be distinct')
  const separable = separableTradeNames(heads, tails)
  return {
    short: separable.filter((name) => name.length === 2),
    long: separable.filter((name) => name.length > 2),
    latin: latinTradeNames(),
  }
}

/** Three capital letters, as in older names (TCL): Latin text needs its own path through search and print. */
function latinTradeNames(): string[] {
  const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']
  return letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
}

import { placesByLevel } from '../parties/division-name.ts'

/*
 * The places that stand in registered names: 广州, 广州市, 广东省, 天河区. A place written with or without its 省, 市, 区 is
 * the same place; two names that differ only in that are near each other. Pure.
 */

/** What stands at the end of a full name and is left out in the short one. */
const LEVEL =
  /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|(?:[^\s]{1,3}族)*自治[州县旗]|林区|新区|地区|省|市|区|县|盟|旗)$/u

const PLACE_MAX_CHARACTERS = 12

let cached: Map<string, string> | undefined

/** Full and short names of places, each with the short one. Made on first use. */
function places(): Map<string, string> {
  if (cached) return cached
  cached = new Map([
    ['中国', '中国'],
    ['香港', '香港'],
    ['澳门', '澳门'],
    ['台湾', '台湾'],
  ])
  const { provinces, cities, counties } = placesByLevel()
  for (const name of [...provinces, ...cities]) addPlace(cached, name, true)
  // A county's short name may be anybody's trade name (朝阳, 长安): only that of a county-level city counts as a place.
  for (const name of counties) addPlace(cached, name, name.endsWith('市'))
  return cached
}

function addPlace(found: Map<string, string>, name: string, shortToo: boolean): void {
  const short = name.replace(LEVEL, '')
  if (short.length < 2) return void found.set(name, name)
  found.set(name, short)
  if (!shortToo) return
  found.set(short, short)
  if (!/[省市区县盟旗]$/u.test(name)) return
  found.set(`${short}市`, short)
}

/**
 * The place at the beginning of a text, the longest that is known.
 * @returns how many characters it takes, and its short name
 */
export function placeAtStart(characters: readonly string[], from = 0): { length: number; place: string } | undefined {
  const most = Math.min(PLACE_MAX_CHARACTERS, characters.length - from)
  for (let length = most; length >= 2; length -= 1) {
    const place = places().get(characters.slice(from, from + length).join(''))
    if (place !== undefined) return { length, place }
  }
  return undefined
}

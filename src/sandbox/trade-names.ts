import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const SOURCE = new URL('./data/company-trade-names.txt.gz', import.meta.url)

/** Words of the corpus that name something else than a business, or a whole company already. */
const NOT_TRADE_NAMES =
  /大学|学院|医院|银行|证券|保险|航空|集团|公司|协会|政府|法院|电视|电力|移动|地产|房产|机场|景区|公园|金融|论坛|官网|小学|中学|大厦|寺|庙|墓/

const CHARACTERS_MAX = 4

/**
 * The trade names that can stand between a head (a place or nothing) and a tail (industry and organisation form) so
 * that the joined name can be taken apart again in one way only. Two different triples then never make the same name,
 * and names are distinct because their triples are, without remembering them.
 *
 * Why it holds: two readings of one name differ in the tail, or in the head alone.
 * - In the tail: the longer tail is P + the shorter one. The shorter tail's trade name then ends with P, or, being
 * shorter than
 *   P, is the end of P. Both kinds are left out.
 * - In the head alone: the longer head is the shorter one + Q, and the shorter head's trade name begins with Q. Left
 * out. It also drops what reads badly as a trade name: 倚天科技, 上海滩, 东方金鼎.
 */
export function separableTradeNames(heads: Iterable<string>, tails: Iterable<string>): string[] {
  const before = residues([...heads], (longer, cut) => [longer.slice(0, cut), longer.slice(cut)])
  const after = residues([...tails], (longer, cut) => [longer.slice(cut), longer.slice(0, cut)])
  const endsOfAfter = new Set([...after].flatMap((residue) => suffixes(residue)))
  return tradeNames().filter(
    (name) =>
      name.length <= CHARACTERS_MAX &&
      !NOT_TRADE_NAMES.test(name) &&
      !prefixes(name).some((prefix) => before.has(prefix)) &&
      !suffixes(name).some((suffix) => after.has(suffix)) &&
      !endsOfAfter.has(name),
  )
}

/** What is left of the longer word wherever one word of the list is the beginning (or the end) of another. */
function residues(words: readonly string[], split: (longer: string, cut: number) => [shorter: string, rest: string]) {
  const known = new Set(words)
  const rests = new Set<string>()
  for (const word of known) {
    for (let cut = 0; cut <= word.length; cut++) {
      const [shorter, rest] = split(word, cut)
      if (rest !== '' && known.has(shorter)) rests.add(rest)
    }
  }
  return rests
}

function prefixes(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(0, i + 1))
}

function suffixes(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(i))
}

function tradeNames(): string[] {
  return gunzipSync(readFileSync(SOURCE)).toString('utf8').trimEnd().split('\n')
}

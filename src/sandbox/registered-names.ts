import type { Industry, NameKind } from './company-words.ts'
import { CITY_PLACES, type Division, HEAD_PLACES } from './divisions.ts'
import { nameShapes, type Shape } from './name-shapes.ts'
import { createRandom, hash32, type Random, weightedList } from './random.ts'

/** A name as a company register would hold it, and what it tells. */
export type RegisteredName = {
  readonly name: string
  readonly kind: NameKind
  /** Where it is registered. */
  readonly division: Division
  readonly industry: Industry
  /** The company that a branch belongs to. */
  readonly parent?: RegisteredName
}

/**
 * Registered names without end, each different from all before it, the same for the same seed on every machine. The
 * name at a position does not depend on how many are taken.
 *
 * They are distinct by construction, so memory does not grow (about 80 MB of counters and words): a name can be read as
 * place, trade name and tail in one way only (see trade-names.ts), and each pair of a place and a tail walks through
 * the trade names in an order of its own without coming back. A pair that has used them up is drawn no more. A branch
 * is named after the last company, which gets no other.
 */
export function* registeredNames(seed: number | string): Generator<RegisteredName, never> {
  const random = createRandom('registered names', seed)
  const walks = nameShapes().elements.map((shape) => createWalk(shape, hash32(String(seed))))
  let withoutBranch: RegisteredName | undefined
  while (true) {
    if (withoutBranch && random.chance(BRANCH_SHARE)) {
      yield branchOf(random, withoutBranch)
      withoutBranch = undefined
    }
    const index = random.weightedIndex(nameShapes())
    const shape = nameShapes().elements[index]!
    const place = random.weightedIndex(shape.places)
    const tail = random.weightedIndex(shape.tails)
    const tradeName = walks[index]!(place, tail)
    // Only the busiest pairs (上海, 贸易有限公司) come to an end, after some ten million names.
    if (tradeName === undefined) continue
    const name = join(random, shape, place, tail, tradeName)
    if (name.kind === 'company') withoutBranch = name
    yield name
  }
}

/** One registered name. Two draws may give the same name, though seldom; `registeredNames` gives distinct ones. */
export function registeredName(random: Random): RegisteredName {
  const shape = random.weighted(nameShapes())
  const place = random.weightedIndex(shape.places)
  const tail = random.weightedIndex(shape.tails)
  const name = join(random, shape, place, tail, random.pick(shape.tradeNames))
  return name.kind === 'company' && random.chance(BRANCH_SHARE) ? branchOf(random, name) : name
}

const BRANCH_SHARE = 0.04

const BRANCH_WORDS = weightedList([
  ['分公司', 86],
  ['第一分公司', 4],
  ['第二分公司', 3],
  ['营业部', 3],
  ['办事处', 4],
])

/** Gives the next trade name for a place and a tail, or undefined when they have had all. */
type Walk = (place: number, tail: number) => string | undefined

/** Steps of any length visit every trade name once when their count is prime, so the list is cut at a prime. */
function createWalk(shape: Shape, seed: number): Walk {
  const tails = shape.tails.elements.length
  const turns = new Uint32Array(shape.places.elements.length * tails)
  const prime = largestPrimeUpTo(shape.tradeNames.length)
  return (place, tail) => {
    const pair = place * tails + tail
    const turn = turns[pair]!
    if (turn === prime) return undefined
    turns[pair] = turn + 1
    const start = mix(seed, pair)
    const step = 1 + (mix(start, pair) % (prime - 1))
    return shape.tradeNames[(start + step * turn) % prime]
  }
}

function join(random: Random, shape: Shape, placeIndex: number, tailIndex: number, tradeName: string): RegisteredName {
  const place = shape.places.elements[placeIndex]!
  const tail = shape.tails.elements[tailIndex]!
  const { kind, industry } = tail
  if (shape.placement === 'none') {
    const division = random.pick(random.weighted(HEAD_PLACES).divisions)
    return { name: tradeName + tail.text, kind, division, industry }
  }
  const name =
    shape.placement === 'head' ? place.name + tradeName + tail.text : `${tradeName}（${place.name}）${tail.text}`
  return { name, kind, division: random.pick(place.divisions), industry }
}

function branchOf(random: Random, parent: RegisteredName): RegisteredName {
  const place = random.weighted(CITY_PLACES)
  const name = parent.name + place.name + random.weighted(BRANCH_WORDS)
  return { name, kind: 'branch', division: random.pick(place.divisions), industry: parent.industry, parent }
}

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
  return (hash ^ (hash >>> 13)) >>> 0
}

function largestPrimeUpTo(limit: number): number {
  for (let candidate = limit; candidate > 2; candidate--) if (isPrime(candidate)) return candidate
  throw new RangeError(`no usable prime up to ${limit}`)
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) return false
  return true
}

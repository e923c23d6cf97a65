/**
 * Random numbers that repeat: the sandbox, the tests and the benches must get the same data from the same seed on every
 * machine. Never for secrets.
 */
export type Random = {
  /** A whole number from 0 to `below` - 1. `below` is at least 1 and at most 2^32. */
  integer(below: number): number
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean
  /** One element, each as likely as the others. The list must not be empty. */
  pick<T>(list: readonly T[]): T
  /** One element of a weighted list. */
  weighted<T>(list: Weighted<T>): T
  /** The index of one element of a weighted list. */
  weightedIndex<T>(list: Weighted<T>): number
  /** `count` decimal digits. */
  digits(count: number): string
}

/** Elements with the running sums of their weights, made by `weightedList`. */
export type Weighted<T> = { readonly elements: readonly T[]; readonly sums: Float64Array; readonly total: number }

/**
 * sfc32 (Chris Doty-Humphrey's Small Fast Counting generator, of the PractRand test suite): 128 bits of state, period
 * at least 2^32, 32 bits a step. The seed's parts are hashed into the state, so neighbouring seeds give unrelated
 * numbers.
 */
export function createRandom(...seed: readonly (string | number)[]): Random {
  const next = sfc32(seedState(seed.join('\u0000')))

  const integer = (below: number): number => {
    if (!(below >= 1 && below <= 2 ** 32)) throw new RangeError(`no whole number below ${below}`)
    return Math.floor((next() / 2 ** 32) * below)
  }
  const weightedIndex = <T>(list: Weighted<T>) => indexOfSum(list.sums, (next() / 2 ** 32) * list.total)
  return {
    integer,
    between: (from, to) => from + integer(to - from + 1),
    chance: (probability) => next() / 2 ** 32 < probability,
    pick: (list) => list[integer(list.length)]!,
    weighted: (list) => list.elements[weightedIndex(list)]!,
    weightedIndex,
    digits: (count) => {
      let text = ''
      for (let i = 0; i < count; i++) text += integer(10)
      return text
    },
  }
}

/** Weights are relative and positive; they need not add up to anything. */
export function weightedList<T>(entries: Iterable<readonly [T, number]>): Weighted<T> {
  const elements: T[] = []
  const sums: number[] = []
  let total = 0
  for (const [element, weight] of entries) {
    if (!(weight > 0)) throw new RangeError(`weight ${weight} is not positive`)
    total += weight
    elements.push(element)
    sums.push(total)
  }
  if (elements.length === 0) throw new RangeError('a weighted list needs an element')
  return { elements, sums: Float64Array.from(sums), total }
}

/** A 32-bit hash of a text (FNV-1a with a final mix), for deriving one thing's numbers from its name. */
export function hash32(text: string, start = 0x811c9dc5): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The first index whose running sum is above `point`. */
function indexOfSum(sums: Float64Array, point: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sums[middle]! > point) high = middle
    else low = middle + 1
  }
  return low
}

type State = readonly [number, number, number, number]

function seedState(seed: string): State {
  const a = hash32(seed)
  const b = hash32(seed, a ^ 0x9e3779b9)
  const c = hash32(seed, b ^ 0x243f6a88)
  return [a, b, c, 1]
}

function sfc32(state: State): () => number {
  let [a, b, c, counter] = state
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c = c | 0
    return sum >>> 0
  }
  // The author's recommendation: a few steps until the seed has reached all of the state.
  for (let i = 0; i < 15; i++) next()
  return next
}

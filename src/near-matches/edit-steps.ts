import { soundsAlike } from './fold-characters.ts'
import { isSameNumeral, looksAlike } from './look-alikes.ts'

/*
 * How one text becomes another in the fewest steps: a character replaced, left out, put in, or exchanged with its
 * neighbour (optimal string alignment). What is easily mistaken costs less. Pure.
 */

export type EditStep =
  | { kind: 'look_alike' | 'same_sound' | 'numeral' | 'replaced'; searched: string; registered: string }
  | { kind: 'missing'; registered: string }
  | { kind: 'extra'; searched: string }
  | { kind: 'swapped'; searched: string; registered: string }

export type Edits = { cost: number; steps: EditStep[] }

const COSTS = {
  numeral: 0.3,
  look_alike: 0.5,
  same_sound: 0.6,
  swapped: 0.8,
  replaced: 1,
  missing: 1,
  extra: 1,
} as const satisfies Record<EditStep['kind'], number>

/**
 * The cheapest steps from the searched text to the registered one, or undefined when they cost more than `costMax`.
 * The work is bounded by the product of both lengths.
 */
export function editsBetween(
  searched: readonly string[],
  registered: readonly string[],
  costMax: number,
): Edits | undefined {
  if (Math.abs(searched.length - registered.length) > costMax) return undefined
  const width = registered.length + 1
  const costs = new Float64Array((searched.length + 1) * width)
  for (let i = 0; i <= searched.length; i += 1) {
    let least = Number.POSITIVE_INFINITY
    for (let j = 0; j < width; j += 1) {
      const cost = i === 0 ? j : j === 0 ? i : costAt(searched, registered, costs, width, i, j)
      costs[i * width + j] = cost
      if (cost < least) least = cost
    }
    // An exchange looks two rows back and costs less than one: within that a later row can be no cheaper.
    if (least > costMax + 1) return undefined
  }
  const cost = costs.at(-1)!
  if (cost > costMax) return undefined
  return { cost, steps: stepsBack(searched, registered, costs, width) }
}

type Texts = readonly string[]

/** What the cheapest way to here costs. */
function costAt(searched: Texts, registered: Texts, costs: Float64Array, width: number, i: number, j: number): number {
  const [a, b] = [searched[i - 1]!, registered[j - 1]!]
  const diagonal = costs[(i - 1) * width + j - 1]!
  if (a === b) return diagonal
  const aside = Math.min(costs[(i - 1) * width + j]! + COSTS.extra, costs[i * width + j - 1]! + COSTS.missing)
  const exchanged = canSwap(searched, registered, i, j)
    ? costs[(i - 2) * width + j - 2]! + COSTS.swapped
    : Number.POSITIVE_INFINITY
  const least = Math.min(aside, exchanged)
  // What sort of replacement it is need only be asked where the cheapest sort would win.
  return diagonal + COSTS.numeral < least ? Math.min(least, diagonal + COSTS[replacementKind(a, b)]) : least
}

function canSwap(searched: Texts, registered: Texts, i: number, j: number): boolean {
  return i > 1 && j > 1 && searched[i - 1] === registered[j - 2] && searched[i - 2] === registered[j - 1]
}

function replacementKind(a: string, b: string): 'numeral' | 'look_alike' | 'same_sound' | 'replaced' {
  if (isSameNumeral(a, b)) return 'numeral'
  if (looksAlike(a, b)) return 'look_alike'
  return soundsAlike(a, b) ? 'same_sound' : 'replaced'
}

function stepsBack(searched: Texts, registered: Texts, costs: Float64Array, width: number): EditStep[] {
  const steps: EditStep[] = []
  let i = searched.length
  let j = registered.length
  while (i > 0 || j > 0) {
    const cost = costs[i * width + j]!
    const [a, b] = [searched[i - 1], registered[j - 1]]
    if (j === 0 || (i > 0 && a !== b && cost === costs[(i - 1) * width + j]! + COSTS.extra)) {
      steps.push({ kind: 'extra', searched: a! })
      i -= 1
    } else if (i === 0 || (a !== b && cost === costs[i * width + j - 1]! + COSTS.missing)) {
      steps.push({ kind: 'missing', registered: b! })
      j -= 1
    } else if (
      a !== b &&
      canSwap(searched, registered, i, j) &&
      cost === costs[(i - 2) * width + j - 2]! + COSTS.swapped
    ) {
      steps.push({ kind: 'swapped', searched: searched[i - 2]! + a, registered: registered[j - 2]! + b })
      i -= 2
      j -= 2
    } else {
      if (a !== b) steps.push({ kind: replacementKind(a!, b!), searched: a!, registered: b! })
      i -= 1
      j -= 1
    }
  }
  return steps.reverse()
}

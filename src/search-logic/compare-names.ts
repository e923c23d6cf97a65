import { codeOf } from '../parties/unseen-characters.ts'
import { type ExplainedStep, explainOrganizationKey } from '../search/search-key.ts'

/** How two names become their keys, and where they meet or part. */
export type NameComparison = {
  equal: boolean
  first: ExplainedName
  second: ExplainedName
  /**
   * From which step on the two are the same to the end: `as_written` when they are so before any step, otherwise the
   * step after which nothing differs any more. Undefined for names whose keys differ.
   */
  equalFrom?: string
  /** Where the keys part, for names whose keys differ. */
  difference?: KeyDifference
}

export type ExplainedName = { name: string; key: string; way: 'with_han' | 'without_han'; steps: ExplainedStep[] }

/** The first place (from 1, in characters) where two keys differ; a side that has ended there has no character. */
export type KeyDifference = { place: number; first?: DifferingCharacter; second?: DifferingCharacter }

export type DifferingCharacter = { character: string; code: string }

/** Compares two names under search logic 1. Pure. @throws SearchKeyError when one of them cannot be keyed */
export function compareNames(first: string, second: string): NameComparison {
  const [one, other] = [explained(first), explained(second)]
  const equal = one.key === other.key
  return {
    equal,
    first: one,
    second: other,
    ...(equal ? { equalFrom: meetingStep(one, other) } : { difference: firstDifference(one.key, other.key) }),
  }
}

function explained(name: string): ExplainedName {
  const steps = explainOrganizationKey(name)
  const way = steps.some(({ step }) => step === 'ignored_beside_han') ? 'with_han' : 'without_han'
  return { name, key: steps.at(-1)!.after, way, steps }
}

/** Names with equal keys took the same way: a key has Han characters or has none. */
function meetingStep(one: ExplainedName, other: ExplainedName): string {
  const parted = one.steps.findLastIndex(({ after }, at) => after !== other.steps[at]!.after)
  if (parted === -1 && one.name === other.name) return 'as_written'
  return one.steps[parted + 1]!.step
}

function firstDifference(one: string, other: string): KeyDifference {
  const [a, b] = [[...one], [...other]]
  const at = a.findIndex((character, place) => character !== b[place])
  const place = at === -1 ? a.length : at
  return {
    place: place + 1,
    ...(a[place] !== undefined && { first: characterOf(a[place]) }),
    ...(b[place] !== undefined && { second: characterOf(b[place]) }),
  }
}

function characterOf(character: string): DifferingCharacter {
  return { character, code: codeOf(character.codePointAt(0)!) }
}

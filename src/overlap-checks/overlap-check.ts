import type { AssetKeyKind } from '../registrations/forms/define-form.ts'
import type { Moment } from '../registrations/moment-in-order.ts'

/*
 * An overlap check: a list of numbers and descriptions against what is registered and in effect, at one moment, line by
 * line. It informs; it is no search of a debtor.
 */

/** How a line stands. `exact`: its number is registered. `similar` is an aid: the words of a description are. */
export const grades = ['exact', 'similar', 'nothing'] as const
export type Grade = (typeof grades)[number]

/** One line as it was asked. */
export type AskedLine = {
  /** From 1, as its file counts. */
  line: number
  identifier?: string
  kind?: AssetKeyKind
  description?: string
  debtorName?: string
  debtorIdentifier?: string
  /** The asker's own word for the line. Only shown again. */
  reference?: string
  /** The first line of the list with the same number, or that says the same. */
  duplicateOf?: number
}

/** What was found of a line, by its place in the list from 0. Facts follow from the check's moment. */
export type ExactHit = { at: number; registration: number; since: number; kinds: AssetKeyKind[] }

/** `share` of the line's terms, in percent. `place`: which of the registration's texts it was. */
export type SimilarHit = { at: number; registration: number; share: number; place: TextPlace }

/** A general description or an item of a registration, by its place among them. */
export type TextPlace = ['description' | 'item', number]

export type Counts = Record<Grade, number> & { lines: number; duplicates: number }

/** A check as it is recorded. Times are RFC 3339 UTC. */
export type OverlapCheck = {
  checkNumber: string
  verificationCode: string
  checkedAt: string
  actor: number
  account: number
  purpose: string
  searchLogic: string
  similarityRule: string
  asOf: Moment
  lines: AskedLine[]
  exact: ExactHit[]
  /** Places of lines whose number more registrations list than are told. */
  more: number[]
  similar: SimilarHit[]
  /** Descriptions were compared as of this sequence: their index follows the order, at times some seconds behind. */
  similarAsOf: number
  /** False when descriptions were more than are compared in one check. */
  similarComplete: boolean
  counts: Counts
}

/** Registrations told of one line. */
export const EXACT_MAX_PER_LINE = 20
export const SIMILAR_MAX_PER_LINE = 5

/** The grade of each line. */
export function gradesOf({ lines, exact, similar }: Pick<OverlapCheck, 'lines' | 'exact' | 'similar'>): Grade[] {
  const found: Grade[] = lines.map(() => 'nothing')
  for (const { at } of similar) found[at] = 'similar'
  for (const { at } of exact) found[at] = 'exact'
  return found
}

export function countsOf(check: Pick<OverlapCheck, 'lines' | 'exact' | 'similar'>): Counts {
  const counts = { lines: check.lines.length, exact: 0, similar: 0, nothing: 0, duplicates: 0 }
  for (const grade of gradesOf(check)) counts[grade] += 1
  counts.duplicates = check.lines.filter(({ duplicateOf }) => duplicateOf !== undefined).length
  return counts
}

import { beijingDate, microsecondsOf } from '../platform/clock.ts'
import { acceptanceDueOn } from '../registrations/objection-rules.ts'
import type { MatchAct } from './load-acts.ts'
import { endOfDay, millisecondsOf, type TimelineScale, timelineScale } from './timeline-scale.ts'

/**
 * The timeline of a search: where each registration's bar, acts and expiry stand. It follows from the facts and the
 * search's own moment alone, so the same search draws the same picture forever. Pure.
 */
export type Timeline = {
  /** Of the part that is drawn to scale. All places are within 0 and it. */
  width: number
  /** The moment of the search. Nothing that was filed stands to its right. */
  now: number
  folds: number[]
  ticks: TimelineScale['ticks']
  /** In order of rank. */
  bars: Bar[]
}

export type Bar = {
  match: TimelineMatch
  /** From the filing to the end of the expiry date. */
  from: number
  until: number
  /** In the order of the acts. */
  marks: Mark[]
  /** While the registration had ended and was not yet reinstated. */
  gaps: { from: number; until: number }[]
  /** From where added collateral ranks. */
  added: number[]
  /** Acts that have no mark, because there are too many. */
  unmarked: number
}

export type Mark = { x: number; shape: MarkShape; act: MatchAct }

/** Each has a shape of its own in timeline-svg.ts. */
export type MarkShape =
  | 'initial'
  | 'amendment'
  | 'added_collateral'
  | 'renewal'
  | 'objection_open'
  | 'objection_closed'
  | 'case_acceptance'
  | 'objection_end'
  | 'ending'
  | 'reinstatement'
  | 'correction'

/** What the timeline reads of a match. */
export type TimelineMatch = {
  rank: number
  registrationNumber: string
  securityType: string
  securedParties: readonly { name: string }[]
  filedAt: string
  expiresOn: string
  acts: readonly MatchAct[]
  actCount?: number
}

/** Registrations in one picture. */
export const BARS_MAX = 50
/** Marks on one bar: the initial filing's and the latest. */
export const MARKS_MAX = 24

/** @param measures `width` of the part to scale, `mark` the side of a mark */
export function timelineOf(
  matches: readonly TimelineMatch[],
  asOf: { time: string },
  measures: { width: number; mark: number },
): Timeline {
  const { width, mark } = measures
  const drawn = matches.slice(0, BARS_MAX)
  const now = millisecondsOf(asOf.time)
  const earliest = Math.min(now, ...drawn.map(({ filedAt }) => millisecondsOf(filedAt)))
  const latest = Math.max(now, ...drawn.map(({ expiresOn }) => endOfDay(expiresOn)))
  const marks = drawn.map(markedActs)
  // Acts of one day would lie upon each other: they stand side by side, and the earliest filing leaves room for that.
  const side = mark + 2
  const most = Math.max(1, ...marks.map((each) => each.length))
  const start = Math.min(mark + (most - 1) * side, width * ROOM_SHARE)
  const scale = timelineScale({ earliest, now, latest }, start, width - mark)
  const nowAt = scale.place(now)
  return {
    width,
    now: nowAt,
    folds: scale.folds,
    ticks: scale.ticks,
    bars: drawn.map((match, at) => barOf(match, marks[at]!, scale, { first: mark, last: nowAt, side, asOf })),
  }
}

/** How much of the width the marks of the earliest registration may take before it. */
const ROOM_SHARE = 0.15

/** The acts that get a mark: the initial one, and of the others the latest. */
function markedActs({ acts }: TimelineMatch): MatchAct[] {
  return acts.length <= MARKS_MAX ? [...acts] : [acts[0]!, ...acts.slice(1 - MARKS_MAX)]
}

type Room = { first: number; last: number; side: number; asOf: { time: string } }

function barOf(match: TimelineMatch, acts: readonly MatchAct[], scale: TimelineScale, room: Room): Bar {
  const places = spread(
    acts.map(({ filedAt }) => scale.place(millisecondsOf(filedAt))),
    room,
  )
  const marks = acts.map((act, at) => ({ x: places[at]!, shape: shapeOf(act, match.acts, room.asOf), act }))
  const until = Math.max(scale.place(endOfDay(match.expiresOn)), places.at(-1) ?? 0)
  return {
    match,
    from: marks[0]?.x ?? scale.place(millisecondsOf(match.filedAt)),
    until,
    marks,
    gaps: gapsOf(marks, until),
    added: marks.filter(({ shape }) => shape === 'added_collateral').map(({ x }) => x),
    unmarked: (match.actCount ?? match.acts.length) - marks.length,
  }
}

/** Places in order, `side` apart where there is room, none beyond `last`. */
function spread(wished: readonly number[], { first, last, side }: Omit<Room, 'asOf'>): number[] {
  const apart = Math.min(side, (last - first) / Math.max(1, wished.length - 1))
  const places: number[] = []
  for (const x of wished) places.push(Math.min(last, Math.max(x, first, (places.at(-1) ?? -apart) + apart)))
  for (let at = places.length - 2; at >= 0; at -= 1) places[at] = Math.min(places[at]!, places[at + 1]! - apart)
  return places
}

function shapeOf(act: MatchAct, all: readonly MatchAct[], asOf: { time: string }): MarkShape {
  switch (act.kind) {
    case 'amendment':
      return act.addsCollateral ? 'added_collateral' : 'amendment'
    case 'objection':
      return isOpenObjection(act, all, asOf) ? 'objection_open' : 'objection_closed'
    case 'objection_withdrawal':
    case 'objection_lapse':
      return 'objection_end'
    case 'revocation':
      return act.objection ? 'objection_end' : 'ending'
    case 'discharge':
      return 'ending'
    default:
      return act.kind
  }
}

/** An objection is open until an act ends it, or thirty days pass without a case (the Measures, art. 20). */
export function isOpenObjection(
  { filingNumber, filedAt }: MatchAct,
  all: readonly MatchAct[],
  asOf: { time: string },
): boolean {
  const about = all.filter(({ objection }) => objection === filingNumber)
  if (about.some(({ kind }) => kind !== 'case_acceptance')) return false
  return about.length > 0 || acceptanceDueOn(beijingDay(filedAt)) >= beijingDay(asOf.time)
}

const beijingDay = (time: string) => beijingDate(microsecondsOf(time))

function gapsOf(marks: readonly Mark[], until: number): Bar['gaps'] {
  const gaps: Bar['gaps'] = []
  let from: number | undefined
  for (const { act, x } of marks) {
    if (act.ended) from ??= x
    if (act.kind !== 'reinstatement' || from === undefined) continue
    gaps.push({ from, until: x })
    from = undefined
  }
  return from === undefined ? gaps : [...gaps, { from, until }]
}

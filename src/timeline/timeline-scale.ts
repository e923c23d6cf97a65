import { type ScaleTime, scaleLinear, scaleUtc } from 'd3-scale'
import { microsecondsOf } from '../platform/clock.ts'

/**
 * From moments to places across a timeline. Around the moment of the search the scale is even; what lies years away is
 * folded into a narrow strip at the edge, so that a term of thirty years does not press what is recent together. Pure.
 */
export type TimelineScale = {
  /** The place of a moment, in milliseconds since the epoch. */
  place(milliseconds: number): number
  /** Where the even part begins or ends, if something is folded there. */
  folds: number[]
  ticks: { x: number; label: string }[]
}

const HOUR = 3_600_000
const YEAR = 365.2425 * 24 * HOUR
const BEIJING = 8 * HOUR

/** What stays even around the moment, and from what length a side is folded. */
const PAST = { even: 4 * YEAR, foldedFrom: 6 * YEAR }
const FUTURE = { even: 6 * YEAR, foldedFrom: 9 * YEAR }
/** Of the whole width. */
const FOLD_SHARE = 0.12
const TICKS = 7
/** Ticks nearer to the edge of a fold than this, of the whole width, would meet the year that stands there. */
const TICK_CLEARANCE = 0.06

/** @param span milliseconds since the epoch, in order @param from @param until the places of its ends */
export function timelineScale(
  span: { earliest: number; now: number; latest: number },
  from: number,
  until: number,
): TimelineScale {
  const { earliest, now, latest } = span
  const fold = (until - from) * FOLD_SHARE
  const past = now - earliest > PAST.foldedFrom ? [{ at: now - PAST.even, x: from + fold }] : []
  const future = latest - now > FUTURE.foldedFrom ? [{ at: now + FUTURE.even, x: until - fold }] : []
  const stops = [{ at: earliest, x: from }, ...past, ...future, { at: Math.max(latest, earliest + HOUR), x: until }]
  const scale = scaleLinear(
    stops.map(({ at }) => at),
    stops.map(({ x }) => x),
  ).clamp(true)
  const even: [number, number] = [past[0]?.at ?? earliest, future[0]?.at ?? latest]
  const clear = (until - from) * TICK_CLEARANCE
  const inside = (x: number) => (past.length === 0 || x > from + clear) && (future.length === 0 || x < until - clear)
  const edges = [...past.map(() => earliest), ...future.map(() => latest)]
  return {
    place: (milliseconds) => scale(milliseconds),
    folds: [...past, ...future].map(({ x }) => x),
    ticks: [
      ...evenTicks(even).map(({ at, label }) => ({ x: scale(at), label })),
      ...edges.map((at) => ({ x: scale(at), label: beijing(at).slice(0, 4) })),
    ]
      .filter(({ x }) => x === from || x === until || inside(x))
      .sort((a, b) => a.x - b.x),
  }
}

/** Milliseconds since the epoch, with the microseconds as a fraction. */
export function millisecondsOf(time: string): number {
  return microsecondsOf(time) / 1000
}

/** 24:00 in Beijing of a calendar day, in milliseconds since the epoch. */
export function endOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) + 24 * HOUR - BEIJING
}

/** Round dates in Beijing, written as short as they can be told apart: 2027, 2027-03, 03-12. */
function evenTicks([from, until]: [number, number]): { at: number; label: string }[] {
  const clock: ScaleTime<number, number> = scaleUtc().domain([new Date(from + BEIJING), new Date(until + BEIJING)])
  const dates = fewTicks(clock).map((date) => ({ at: date.getTime() - BEIJING, day: date.toISOString() }))
  const whole = dates.filter(({ day }) => day.slice(11, 16) === '00:00')
  const years = whole.every(({ day }) => day.slice(5, 10) === '01-01')
  const months = whole.every(({ day }) => day.slice(8, 10) === '01')
  return whole.map(({ at, day }) => ({
    at,
    label: years ? day.slice(0, 4) : months ? day.slice(0, 7) : day.slice(5, 10),
  }))
}

/** A hint of seven gives up to twelve: these are never more than eight, so that their dates do not meet. */
function fewTicks(clock: ScaleTime<number, number>): Date[] {
  for (let hint = TICKS; hint > 1; hint -= 1) {
    const ticks = clock.ticks(hint)
    if (ticks.length <= TICKS + 1) return ticks
  }
  return []
}

function beijing(milliseconds: number): string {
  return new Date(milliseconds + BEIJING).toISOString()
}

/**
 * Time as a dependency. The wall clock gives microseconds since the Unix epoch, the monotonic one milliseconds since an
 * arbitrary start; the database's clock decides the order, these two only watch over it.
 */
export type Clock = { nowMicroseconds(): number; monotonicMilliseconds(): number }

export const systemClock: Clock = {
  nowMicroseconds: () => Date.now() * 1000,
  monotonicMilliseconds: () => performance.now(),
}

const BEIJING_OFFSET_MICROSECONDS = 8 * 3_600 * 1_000_000

/** RFC 3339 in UTC with six decimals and Z, from microseconds since the Unix epoch. */
export function rfc3339(microseconds: number): string {
  const milliseconds = Math.floor(microseconds / 1000)
  const rest = microseconds - milliseconds * 1000
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${String(rest).padStart(3, '0')}Z`
}

/** Microseconds since the Unix epoch, from RFC 3339 in UTC with any number of decimals up to six. */
export function microsecondsOf(time: string): number {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z$/.exec(time)
  if (!match) throw new RangeError('not an RFC 3339 time in UTC')
  return Date.parse(`${match[1]}Z`) * 1000 + Number((match[2] ?? '').padEnd(6, '0'))
}

/** The calendar day in Beijing (YYYY-MM-DD) at a moment given in microseconds since the Unix epoch. */
export function beijingDate(microseconds: number): string {
  const day = Math.floor((microseconds + BEIJING_OFFSET_MICROSECONDS) / DAY_MICROSECONDS)
  if (day !== lastDay.day) lastDay = { day, date: rfc3339(day * DAY_MICROSECONDS).slice(0, 10) }
  return lastDay.date
}

const DAY_MICROSECONDS = 86_400 * 1_000_000
/** Asked for with every request, and nearly always the same. */
let lastDay = { day: Number.NaN, date: '' }

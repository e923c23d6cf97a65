/**
 * The clocks are watched, since rank is time (threat 6). All values are microseconds since the Unix epoch, but
 * `monotonic`, which counts from an arbitrary start.
 */
export type ClockReading = { database: number; process: number; monotonic: number }

export type ClockFault = 'clocks_differ' | 'clock_jumped' | 'clock_behind_order'

export const CLOCK_DIFFERENCE_MAX_MICROSECONDS = 2_000_000
/** A jump that was steady for this long and is under an hour is taken for a corrected clock. */
const STEADY_MICROSECONDS = 10_000_000
const JUMP_BEYOND_REPAIR_MICROSECONDS = 3_600_000_000

/**
 * Judges one reading against the one that was trusted last.
 * @param lastFiledAt the time of the newest filing or tick
 */
export function judgeClocks(
  now: ClockReading,
  trusted: ClockReading | undefined,
  lastFiledAt: number,
): ClockFault | undefined {
  if (Math.abs(now.database - now.process) > CLOCK_DIFFERENCE_MAX_MICROSECONDS) return 'clocks_differ'
  if (now.database < lastFiledAt - CLOCK_DIFFERENCE_MAX_MICROSECONDS) return 'clock_behind_order'
  if (trusted && Math.abs(drift(now, trusted)) > CLOCK_DIFFERENCE_MAX_MICROSECONDS) return 'clock_jumped'
  return undefined
}

/**
 * After a jump: true when the new time has been steady since `firstSeen`, so that it may be trusted again. A jump of an
 * hour or more waits for a person: the clock must be put right, or the register started anew.
 */
export function mayTrustAgain(now: ClockReading, firstSeen: ClockReading, trusted: ClockReading): boolean {
  return (
    Math.abs(drift(now, trusted)) < JUMP_BEYOND_REPAIR_MICROSECONDS &&
    isSteady(now, firstSeen) &&
    now.monotonic - firstSeen.monotonic >= STEADY_MICROSECONDS
  )
}

/** True when the database's clock ran like the monotonic one between two readings. */
export function isSteady(now: ClockReading, then: ClockReading): boolean {
  return Math.abs(drift(now, then)) <= CLOCK_DIFFERENCE_MAX_MICROSECONDS
}

function drift(now: ClockReading, then: ClockReading): number {
  return now.database - then.database - (now.monotonic - then.monotonic)
}

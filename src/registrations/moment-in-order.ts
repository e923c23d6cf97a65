import type { Pool } from 'pg'

/** A moment of the past: every filing up to the sequence, judged at the time. RFC 3339 UTC. */
export type Moment = { sequence: number; time: string }

/** An earlier moment as it is asked for: by sequence or by time. */
export type AsOf = { sequence?: number; time?: string }

/**
 * The moment of a sequence is the time of its filing; that of a time has the sequence of the last filing by then.
 * @returns undefined when the order is not closed to there yet, or when nothing had been filed
 */
export async function momentInOrder(pool: Pick<Pool, 'query'>, asOf: AsOf): Promise<Moment | undefined> {
  if (asOf.sequence !== undefined) {
    if (!Number.isSafeInteger(asOf.sequence)) return undefined
    const { rows } = await pool.query('select sequence, filed_at as time from filings where sequence = $1', [
      asOf.sequence,
    ])
    return rows[0]
  }
  const time = timeInUtc(asOf.time ?? '')
  if (time === undefined) return undefined
  const { rows } = await pool.query(
    `select f.sequence, $1::timestamptz as time
     from register_head cross join lateral (
       select sequence from filings where filed_at <= $1::timestamptz order by filed_at desc limit 1) f
     where closed_at >= $1::timestamptz`,
    [time],
  )
  return rows[0]
}

/** RFC 3339 with any offset, in UTC with its microseconds; undefined outside the years the register can know. */
function timeInUtc(time: string): string | undefined {
  const milliseconds = Date.parse(time)
  if (!(milliseconds >= Date.UTC(2000, 0) && milliseconds < Date.UTC(9999, 0))) return undefined
  const decimals = /\.(\d{1,6})/.exec(time)?.[1] ?? ''
  return `${new Date(milliseconds).toISOString().slice(0, 19)}.${decimals.padEnd(6, '0')}Z`
}

import type { Pool } from 'pg'
import type { Person } from '../accounts/person.ts'
import type { ProblemCode } from '../platform/problem.ts'
import type { SearchBody } from './search-query.ts'
import { queryOf } from './search-query.ts'

type Moment = { sequence: number; time: string }

/**
 * The earlier moment that a search asks for: by sequence (its time is that filing's) or by time (its sequence is the
 * last one filed by then). Open to the registrar, to whoever made the same search as of that moment before, and to an
 * institution that searches itself.
 */
export async function pastMoment(
  pool: Pool,
  person: Person,
  body: SearchBody,
): Promise<{ moment: Moment } | { refused: ProblemCode }> {
  const moment = await momentOf(pool, body.asOf!)
  if (!moment) return { refused: 'as_of_out_of_range' }
  return (await isAllowed(pool, person, body, moment)) ? { moment } : { refused: 'as_of_not_allowed' }
}

/** @returns undefined when the order is not closed to there yet, or the time is none that the register can have */
async function momentOf(pool: Pool, asOf: { sequence?: number; time?: string }): Promise<Moment | undefined> {
  if (asOf.sequence !== undefined) {
    if (!Number.isSafeInteger(asOf.sequence)) return undefined
    const { rows } = await pool.query('select sequence, filed_at as time from filings where sequence = $1', [
      asOf.sequence,
    ])
    return rows[0]
  }
  const time = timeInUtc(asOf.time!)
  if (time === undefined) return undefined
  const { rows } = await pool.query(
    `select $1::timestamptz as time, coalesce((select sequence from filings where filed_at <= $1::timestamptz
       order by filed_at desc limit 1), 0) as sequence
     from register_head where closed_at >= $1::timestamptz`,
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

async function isAllowed(pool: Pool, person: Person, body: SearchBody, moment: Moment): Promise<boolean> {
  if (person.role === 'registrar' || person.role === 'court') return true
  const { rows } = await pool.query(
    `select exists (select from searches where actor = $1 and query = $2 and as_of_sequence = $3) as searched,
       exists (select from accounts where account = $4 and identifier ->> 'value' = $5) as own`,
    [person.userId, JSON.stringify(queryOf(body)), moment.sequence, person.account, ownIdentifier(body)],
  )
  return rows[0].searched || rows[0].own
}

function ownIdentifier(body: SearchBody): string | null {
  if (body.by === 'organizationIdentifier' || body.by === 'individualId') return body.value.toUpperCase()
  return null
}

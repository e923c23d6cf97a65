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
  const asOf = body.asOf!
  const { rows } = await pool.query(
    `select sequence, coalesce($2::timestamptz, filed_at) as time, closed_at >= coalesce($2::timestamptz, filed_at) as closed
     from register_head, (
       select sequence, filed_at from filings where sequence <= coalesce($1, sequence) and filed_at <= coalesce($2, filed_at)
       union all select 0, 'epoch' order by sequence desc limit 1) as newest`,
    [asOf.sequence ?? null, asOf.time ?? null],
  )
  const row = rows[0]
  if (!row.closed || (asOf.sequence !== undefined && asOf.sequence !== row.sequence))
    return { refused: 'as_of_in_future' }
  const moment = { sequence: row.sequence, time: row.time }
  return (await isAllowed(pool, person, body, moment)) ? { moment } : { refused: 'as_of_not_allowed' }
}

async function isAllowed(pool: Pool, person: Person, body: SearchBody, moment: Moment): Promise<boolean> {
  if (person.role === 'registrar') return true
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

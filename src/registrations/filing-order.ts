import type { ClientBase } from 'pg'

/** The key of the advisory lock under which every filing gets its place. Also named in docs/operating. */
export const FILING_LOCK = 7_203_110_411

export type Head = {
  lastSequence: number
  lastFiledAt: number
  closedAt: number
  databaseNow: number
  /** Versions of the search logic that are complete or being built: each filing writes keys under all of them. */
  logics: string[]
}

const MICROSECONDS = (expression: string) => `(extract(epoch from ${expression}) * 1000000)::bigint`

/**
 * Opens a READ COMMITTED transaction, takes the filing lock in its own statement (so that the statements after it see
 * everything that was committed before the lock was given), and reads the head. Times are microseconds since the epoch.
 */
export async function takeOrder(client: ClientBase): Promise<Head> {
  const results = (await client.query(
    `begin isolation level read committed;
     select pg_advisory_xact_lock(${FILING_LOCK});
     select last_sequence, ${MICROSECONDS('last_filed_at')} as last_filed_at,
       ${MICROSECONDS('closed_at')} as closed_at, ${MICROSECONDS('clock_timestamp()')} as database_now,
       array(select version from search_logics order by version::integer) as logics
       from register_head`,
  )) as unknown as { rows: (Record<string, number> & { logics: string[] })[] }[]
  const row = results[2]?.rows[0]
  if (!row) throw new Error('register_head has no row: the database is not a register')
  return {
    lastSequence: row.last_sequence!,
    lastFiledAt: row.last_filed_at!,
    closedAt: row.closed_at!,
    databaseNow: row.database_now!,
    logics: row.logics,
  }
}

/**
 * Closes the order up to now when nothing was filed for a while: the time of a search is never a clock of its own.
 * Call inside the transaction of `takeOrder`.
 */
export async function closeOrderAt(client: ClientBase, closedAt: number): Promise<void> {
  await client.query({
    name: 'close-order',
    text: `update register_head set closed_at = timestamptz 'epoch' + $1 * interval '1 microsecond'`,
    values: [closedAt],
  })
}

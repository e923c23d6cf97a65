import type { Pool } from 'pg'
import { inTransaction } from '../platform/transaction.ts'
import { DUE, FRESH } from './bulk-search-store.ts'
import { lockListsOf, refuseTooMany } from './running-lists.ts'

type Client = Pick<Pool, 'query'>

/** Who does it, for the audit. */
export type BulkActor = { userId: number; account: number; network: string | undefined; requestId: string }

/** Stops a list where it is. What was searched stays. @returns false when it had ended before */
export async function cancelBulkSearch(pool: Client, id: number, by: BulkActor): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with stopped as (
       update bulk_searches set end_state = 'cancelled', ended_at = clock_timestamp()
       where bulk_search = $1 and ended_at is null returning bulk_search, bulk_search_number, ended_at
     ), due as (${DUE} from stopped s where c.bulk_search = s.bulk_search), ${audited('cancelled', 'stopped')}
     select from stopped`,
    [id, by.userId, by.account, by.network, by.requestId],
  )
  return rowCount === 1
}

/**
 * Goes on with a list that was stopped, as of the same moment. @returns false when that is not possible any more
 * @throws ProblemError bulk_search_running
 */
export async function resumeBulkSearch(pool: Pool, id: number, by: BulkActor): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    await lockListsOf(client, by.account)
    await refuseTooMany(client, by.account)
    return resumeLocked(client, id, by)
  })
}

async function resumeLocked(client: Client, id: number, by: BulkActor): Promise<boolean> {
  const { rowCount } = await client.query(
    `with resumed as (
       update bulk_searches b set end_state = null, ended_at = null
       where bulk_search = $1 and end_state = 'cancelled' and ${FRESH} returning bulk_search, bulk_search_number
     ), undue as (
       update bulk_search_callbacks c set due_since = null, next_at = null, outcome = null, tries = 0, last_failure = null
       from resumed r where c.bulk_search = r.bulk_search
     ), ${audited('resumed', 'resumed')}
     select from resumed`,
    [id, by.userId, by.account, by.network, by.requestId],
  )
  return rowCount === 1
}

function audited(act: 'cancelled' | 'resumed', of: string): string {
  return `audited as (
    insert into audit_events (user_id, account, act, subject, network, request_id)
    select $2, $3, 'bulk_search.${act}', bulk_search_number, $4, $5 from ${of})`
}

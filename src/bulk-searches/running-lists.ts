import type { Pool } from 'pg'
import { ProblemError } from '../platform/problem.ts'
import { RUNNING_MAX_PER_ACCOUNT } from './bulk-search.ts'

type Client = Pick<Pool, 'query'>

const RETRY_SECONDS = 30
/** The class of advisory locks under which an account's lists are begun one after another. */
const LOCK_CLASS = 0x62756c6b

/** Until the end of the transaction no other list of the account is begun. */
export async function lockListsOf(client: Client, account: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, hashint8($2))', [LOCK_CLASS, account])
}

/** @throws ProblemError bulk_search_running when the account has as many under way as it may */
export async function refuseTooMany(client: Client, account: number): Promise<void> {
  const { rows } = await client.query(
    'select count(*) as running from bulk_searches where account = $1 and ended_at is null',
    [account],
  )
  if (rows[0].running >= RUNNING_MAX_PER_ACCOUNT) throw new ProblemError('bulk_search_running', RETRY_SECONDS)
}

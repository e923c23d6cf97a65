import type { Pool, PoolClient } from 'pg'
import type { Deps } from '../deps.ts'
import { addNotices } from './add-notices.ts'
import { type AnnouncedFiling, keysIn, noticesOf, type VerifiedAccount } from './filing-recipients.ts'

/** Its row in `followers`. */
const FOLLOWER = 'announce-filings'
const BATCH_MAX_FILINGS = 500
const TRANSACTION_TIMEOUT_SECONDS = 60

/**
 * Tells the parties of each filing since the last time, in the order of filings. Notices and cursor are one
 * transaction, so a filing is announced once, however often this is killed or run beside itself.
 */
export async function announceFilings({ pool }: Pick<Deps, 'pool'>): Promise<void> {
  while (await hasMore(pool)) {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(`set local transaction_timeout = '${TRANSACTION_TIMEOUT_SECONDS}s'`)
      const went = await announceBatch(client)
      await client.query('commit')
      client.release()
      // Another process is at it.
      if (!went) return
    } catch (error) {
      // The connection goes, and its transaction with it.
      client.release(true)
      throw error
    }
  }
}

/** One light question, since nearly always nothing is new. */
async function hasMore(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query({
    name: 'follower-has-more',
    text: `select w.sequence < h.last_sequence as more from followers w, register_head h where w.name = $1`,
    values: [FOLLOWER],
  })
  return rows[0]?.more ?? false
}

/** @returns false when another process holds the cursor */
async function announceBatch(client: PoolClient): Promise<boolean> {
  const cursor = await client.query('select sequence from followers where name = $1 for update skip locked', [FOLLOWER])
  if (!cursor.rows[0]) return false
  const filings = await filingsAfter(client, cursor.rows[0].sequence)
  const last = filings.at(-1)
  if (!last) return true
  const accounts = await verifiedAccounts(client, [...new Set(filings.flatMap(keysIn))])
  await addNotices(
    client,
    filings.flatMap((filing) => noticesOf(filing, accounts)),
  )
  await client.query('update followers set sequence = $2 where name = $1', [FOLLOWER, last.sequence])
  return true
}

/**
 * Each with the registration as it stood right before and right after, so that who leaves by a filing is told of it
 * too; and with those whose objection was open before it.
 */
async function filingsAfter(client: PoolClient, sequence: number): Promise<AnnouncedFiling[]> {
  const { rows } = await client.query({
    name: 'filings-to-announce',
    text: `select f.sequence, f.filing_number as "filingNumber", f.kind, f.account,
        first.filing_number as "registrationNumber", s.states,
        (f.filed_at at time zone 'Asia/Shanghai')::date as "filedOn",
        (select coalesce(jsonb_agg(distinct o.account), '[]') from objections o where o.registration = f.registration
          and o.status in ('noted', 'case_accepted') and o.from_sequence < f.sequence
          and (o.until_sequence is null or o.until_sequence >= f.sequence)) as objectors
      from filings f join filings first on first.sequence = f.registration cross join lateral (
        select jsonb_agg(jsonb_build_object('filer', r.account, 'securedParties', r.secured_parties,
          'debtors', r.debtors) order by r.from_sequence) as states
        from registrations r where r.registration = f.registration and r.from_sequence <= f.sequence
          and (r.until_sequence is null or r.until_sequence >= f.sequence)) s
      where f.sequence > $1 order by f.sequence limit $2`,
    values: [sequence, BATCH_MAX_FILINGS],
  })
  return rows
}

async function verifiedAccounts(client: PoolClient, keys: string[]): Promise<Map<string, VerifiedAccount[]>> {
  const { rows } = await client.query({
    name: 'verified-accounts-by-key',
    text: `select account, identifier_key as key from accounts
      where identifier_key = any($1) and identity_verified_at is not null and kind in ('institution', 'individual')`,
    values: [keys],
  })
  return Map.groupBy(rows as VerifiedAccount[], ({ key }) => key)
}

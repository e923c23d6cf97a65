import type { PoolClient } from 'pg'
import type { Deps } from '../deps.ts'
import { followOrder } from '../registrations/follow-order.ts'
import { addNotices } from './add-notices.ts'
import { type AnnouncedFiling, keysIn, noticesOf, type VerifiedAccount } from './filing-recipients.ts'

const BATCH_MAX_FILINGS = 500
const TRANSACTION_TIMEOUT_SECONDS = 60

/**
 * Tells the parties of each filing since the last time, in the order of filings. Notices and cursor are one
 * transaction, so a filing is announced once, however often this is killed or run beside itself.
 */
export function announceFilings({ pool }: Pick<Deps, 'pool'>): Promise<void> {
  return followOrder(pool, {
    name: 'announce-filings',
    timeoutSeconds: TRANSACTION_TIMEOUT_SECONDS,
    deal: announceBatch,
  })
}

async function announceBatch(client: PoolClient, after: number): Promise<number> {
  const filings = await filingsAfter(client, after)
  const last = filings.at(-1)
  if (!last) return after
  const accounts = await verifiedAccounts(client, [...new Set(filings.flatMap(keysIn))])
  await addNotices(
    client,
    filings.flatMap((filing) => noticesOf(filing, accounts)),
  )
  return last.sequence
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

import type { Pool, PoolClient } from 'pg'
import { addNotices } from '../notices/add-notices.ts'
import type { NewNotice } from '../notices/notice.ts'
import { beijingDate, microsecondsOf } from '../platform/clock.ts'
import type { Text } from '../platform/text.ts'
import { inTransaction } from '../platform/transaction.ts'
import { ENDING_SOON_DAYS, endsOn, untouchedSince } from './drafts.ts'

/** Rows of one transaction: nothing waits long for it, and what is killed half way goes on at the next run. */
const BATCH_ROWS = 500
/** A filing's answer can be sent again for 24 hours; what was typed is needed for that, and not much longer. */
const FORGOTTEN_AFTER_HOURS = 48

type Row = {
  id: string
  owner: number
  account: number
  security_type: string
  title: Text | null
  registration_number: string | null
  created_at: string
  updated_at: string
}

/** The two tables of drafts, read alike. */
const kinds = [
  `select d.form_entry as id, d.owner, u.account, d.security_type, null::jsonb as title,
     null as registration_number, d.created_at, d.updated_at
   from form_entries d join users u on u.user_id = d.owner where d.registration_number is null`,
  `select d.draft as id, d.owner, u.account, d.security_type, d.title, d.registration_number, d.created_at, d.updated_at
   from act_drafts d join users u on u.user_id = d.owner where true`,
] as const
const deletions = [
  'delete from form_entries where form_entry = any($1) and registration_number is null',
  'delete from act_drafts where draft = any($1)',
] as const

/**
 * Tells of the drafts that end within a week, and deletes those that nobody touched for so many days. Deletion and its
 * notice, which holds nothing of what was typed, are one transaction: each draft is either there or told.
 * @param days counted in whole days of Beijing
 */
export async function expireDrafts(pool: Pool, days: number): Promise<void> {
  await closeFiled(pool)
  for (const at of [0, 1] as const) {
    await inBatches(pool, (client) => endBatch(client, at, days))
    await tellEnding(pool, at, days)
  }
}

async function endBatch(client: PoolClient, at: 0 | 1, days: number): Promise<number> {
  const { rows } = await client.query<Row>(
    `${kinds[at]} and d.updated_at < ${untouchedSince('$1')} order by d.updated_at limit $2 for update of d skip locked`,
    [days, BATCH_ROWS],
  )
  await client.query(deletions[at], [rows.map(({ id }) => id)])
  await addNotices(client, rows.map(endedNotice))
  return rows.length
}

/** Each draft is told of once for each day on which it would end: touched and left again, it is told of again. */
async function tellEnding(pool: Pool, at: 0 | 1, days: number): Promise<void> {
  let after: Pick<Row, 'updated_at' | 'id'> = { updated_at: '-infinity', id: NO_UUID }
  for (;;) {
    const { rows } = await pool.query<Row>(
      `select * from (${kinds[at]}) d where d.updated_at < ${untouchedSince('$1')} and (d.updated_at, d.id) > ($2, $3)
       order by d.updated_at, d.id limit $4`,
      [days - ENDING_SOON_DAYS - 1, after.updated_at, after.id, BATCH_ROWS],
    )
    await addNotices(
      pool,
      rows.map((row) => endingNotice(row, days)),
    )
    if (rows.length < BATCH_ROWS) return
    after = rows.at(-1)!
  }
}

const NO_UUID = '00000000-0000-0000-0000-000000000000'

function endedNotice(row: Row): NewNotice {
  const begunOn = beijingDate(microsecondsOf(row.created_at))
  return {
    ...common(row),
    kind: 'draft_ended',
    details: { securityType: row.security_type, ...(row.title && { act: row.title }), begunOn },
    source: `draft:${row.id}:ended`,
  }
}

function endingNotice(row: Row, days: number): NewNotice {
  const lastDay = endsOn(row.updated_at, days)
  return {
    ...common(row),
    kind: 'draft_ending',
    details: {
      securityType: row.security_type,
      days: ENDING_SOON_DAYS,
      ...(row.title && { act: row.title }),
      endsOn: lastDay,
    },
    source: `draft:${row.id}:ending:${lastDay}`,
  }
}

function common({ account, owner, registration_number }: Row) {
  return { account, userId: owner, ...(registration_number && { registrationNumber: registration_number }) }
}

/**
 * Forgets what was typed into forms that were filed, once their answer cannot be sent again. Their registration number
 * stays as long as a draft would, so that an old page says under which number it was filed; then the row goes too.
 */
export async function forgetFiledEntries(pool: Pool, days: number): Promise<void> {
  await closeFiled(pool)
  const changed = async (client: PoolClient, sql: string, age: number) =>
    (await client.query(sql, [age, BATCH_ROWS])).rowCount ?? 0
  await inBatches(pool, (client) =>
    changed(
      client,
      `update form_entries set answers = '{}' where form_entry in (
         select form_entry from form_entries where registration_number is not null and answers <> '{}'
           and updated_at < clock_timestamp() - make_interval(hours => $1)
         order by updated_at limit $2 for update skip locked)`,
      FORGOTTEN_AFTER_HOURS,
    ),
  )
  await inBatches(pool, (client) =>
    changed(
      client,
      `delete from form_entries where form_entry in (
         select form_entry from form_entries
         where registration_number is not null and updated_at < ${untouchedSince('$1')}
         order by updated_at limit $2 for update skip locked)`,
      days,
    ),
  )
}

/** What was filed by a process that ended before it could say so: a form gets its number, an act's draft goes. */
async function closeFiled(pool: Pool): Promise<void> {
  await pool.query(
    `update form_entries e set registration_number = done.filing_number, updated_at = clock_timestamp()
     from (select tried.form_entry, f.filing_number from form_entries tried
       cross join lateral jsonb_array_elements_text(tried.answers -> 'filingIds') filing_id
       join filings f on f.filing_id = filing_id.value::uuid
       where tried.registration_number is null and tried.answers ? 'filingIds') done
     where e.form_entry = done.form_entry and e.registration_number is null`,
  )
  await pool.query(
    `delete from act_drafts where draft in (select d.draft from act_drafts d
       cross join lateral unnest(d.filing_ids) tried join filings f on f.filing_id = tried where d.filing_ids <> '{}')`,
  )
}

/** Batch after batch, a transaction each, until one is not full. */
async function inBatches(pool: Pool, change: (client: PoolClient) => Promise<number>): Promise<void> {
  for (;;) if ((await inTransaction(pool, change)) < BATCH_ROWS) return
}

import type { Pool, PoolClient } from 'pg'
import { maskIdentifier, summaryFor } from '../parties/masking.ts'
import type { Identifier } from '../parties/party.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { inTransaction } from '../platform/transaction.ts'
import type { RecordedQuery } from '../search/search-wording.ts'
import { type AskedDebtor, askedKeys } from './asked-keys.ts'

export const RECORDS_PAGE_MAX = 200
export const REASON_MAX_CHARACTERS = 500
const STATEMENT_TIMEOUT_SECONDS = 8
const ACCOUNTS_MAX = 20
/** Without a first day the newest records are looked for in longer and longer spans back, down to this one. */
const FIRST_SPAN_HOURS = 1
const SPANS_GROW = 6
const EARLIEST = '2000-01-01T00:00:00.000000Z'
const LATEST = '9999-01-01T00:00:00.000000Z'

/** A registrar who reads records of searches: goes into the audit with what was looked for and why. */
export type RecordReader = { userId: number; account: number; network: string | undefined; requestId: string }

/** A place in the list: the time and number of a search. */
export type RecordPlace = { searchedAt: string; searchNumber: string }

export type RecordFilter = {
  reason?: string
  searchNumber?: string
  /** Days in Beijing, both included. */
  searchedFrom?: string
  searchedTo?: string
  purpose?: string
  /** Full name or code of the account, or the login name of one of its people. */
  account?: string
  debtor?: AskedDebtor
  before?: RecordPlace
}

export type SearchRecord = RecordPlace & {
  query: RecordedQuery
  purpose: string
  matchCount: number
  asOfSequence: number
  account: { name: string; kind: string }
  searcher: string
}

export type RecordsRead = {
  records: SearchRecord[]
  more: boolean
  /** With a debtor: searches before this moment are found by it. */
  followedUntil?: string
}

/**
 * Searches of everybody, newest first, for the registrar. Whose searches they are is known only with a reason. The look
 * is in the audit before anything is read. A later page begins after the last one of the page before, whatever was
 * searched meanwhile.
 */
export async function readSearchRecords(
  pool: Pool,
  reader: RecordReader,
  filter: RecordFilter,
  limit: number,
): Promise<RecordsRead | { refused: Refusal[] }> {
  const refused = judgeLook(filter)
  if (refused.length > 0) return { refused }
  const keys = filter.debtor && askedKeys(filter.debtor)
  if (keys?.length === 0) return { refused: [debtorNotSearchable] }
  await auditLook(pool, reader, filter)
  const actors = filter.account === undefined ? undefined : await peopleOf(pool, filter.account)
  if (actors?.length === 0) return { refused: [accountUnknown] }
  try {
    return await inTransaction(pool, async (client) => {
      await client.query(`set local statement_timeout = '${STATEMENT_TIMEOUT_SECONDS}s'`)
      const rows = await recordsOf(client, filter, { keys, actors }, limit + 1)
      const records = rows.slice(0, limit).map(shownRecord)
      if (!keys) return { records, more: rows.length > limit }
      const { rows: followed } = await client.query('select until from searches_followed')
      return { records, more: rows.length > limit, followedUntil: followed[0].until }
    })
  } catch (error) {
    if ((error as { code?: unknown }).code === STATEMENT_TIMED_OUT) return { refused: [tooManyRecords] }
    throw error
  }
}

const STATEMENT_TIMED_OUT = '57014'

/** One guard a line. */
function judgeLook({ reason, searchNumber, account, debtor }: RecordFilter): Refusal[] {
  const ofSomebody = searchNumber !== undefined || account !== undefined || debtor !== undefined
  return ofSomebody && reason === undefined ? [reasonMissing] : []
}

/** What was looked for, an individual's number masked: the audit is kept forever. */
async function auditLook(pool: Pool, by: RecordReader, { debtor, ...filter }: RecordFilter): Promise<void> {
  const subject = { ...filter, ...(debtor && { debtor: maskedDebtor(debtor) }) }
  await pool.query(
    `insert into audit_events (user_id, account, act, subject, network, request_id)
     values ($1, $2, 'search_records.read', $3, $4, $5)`,
    [by.userId, by.account, JSON.stringify(subject), by.network ?? null, by.requestId],
  )
}

function maskedDebtor(debtor: AskedDebtor): AskedDebtor {
  if (debtor.by !== 'individualId') return debtor
  const { value } = maskIdentifier({ scheme: debtor.scheme ?? '', value: debtor.value ?? '' } as Identifier)
  return { ...debtor, value }
}

async function peopleOf(pool: Pool, named: string): Promise<number[]> {
  const { rows } = await pool.query(
    `select u.user_id from users u where u.account in (
       select a.account from accounts a where a.name = $1 or a.identifier ->> 'value' = upper($1)
       union select o.account from users o where o.login_name = lower($1) limit $2)`,
    [named.trim(), ACCOUNTS_MAX],
  )
  return rows.map(({ user_id }) => user_id)
}

type Narrowed = { keys: string[] | undefined; actors: number[] | undefined }

async function recordsOf(
  client: PoolClient,
  filter: RecordFilter,
  { keys, actors }: Narrowed,
  limit: number,
): Promise<Record<string, unknown>[]> {
  const { rows: span } = await client.query(
    `select coalesce($1::date::timestamp at time zone 'Asia/Shanghai', $3::timestamptz) as earliest,
       least(coalesce(($2::date + 1)::timestamp at time zone 'Asia/Shanghai', $4::timestamptz),
         clock_timestamp() + interval '1 hour') as latest`,
    [filter.searchedFrom ?? null, filter.searchedTo ?? null, EARLIEST, LATEST],
  )
  const { earliest, latest } = span[0]
  const values = [
    filter.before?.searchedAt ?? LATEST,
    filter.before?.searchNumber ?? '',
    filter.purpose ?? null,
    filter.searchNumber ?? null,
    actors ?? null,
    keys ?? null,
  ]
  // By number, people or key an index leads to the records; else only their time does.
  if (filter.searchNumber !== undefined || keys || actors) {
    const { rows } = await client.query(recordsSql(keys !== undefined), [...values, earliest, latest, limit])
    return rows
  }
  const found: Record<string, unknown>[] = []
  let until = filter.before && filter.before.searchedAt < latest ? afterMicrosecond(filter.before.searchedAt) : latest
  for (let hours = FIRST_SPAN_HOURS; found.length < limit && until > earliest; hours *= SPANS_GROW) {
    const { rows: next } = await client.query(
      `select greatest($1::timestamptz - make_interval(hours => $2), $3::timestamptz) as from`,
      [until, Math.min(hours, HOURS_MAX), earliest],
    )
    const { rows } = await client.query(recordsSql(false), [...values, next[0].from, until, limit - found.length])
    found.push(...rows)
    until = next[0].from
  }
  return found
}

const HOURS_MAX = 1_000_000

/** Spans end before a moment; the place itself may share its moment with others. */
function afterMicrosecond(time: string): string {
  const [whole = '', rest = '0'] = time.slice(0, -1).split('.')
  const micros = Number(rest) + 1
  return micros < 1_000_000
    ? `${whole}.${String(micros).padStart(6, '0')}Z`
    : new Date(Date.parse(`${whole}Z`) + 1_000).toISOString().replace(/(\.\d{3})Z$/, '$1000Z')
}

/** Not named, so that it is planned with its values. */
function recordsSql(byKey: boolean): string {
  return `
  with chosen as materialized (
    select s.search_number, s.searched_at from ${byKey ? 'searched_keys k join searches s using (search_number)' : 'searches s'}
    where s.searched_at >= $7 and s.searched_at < $8
      and (s.searched_at, s.search_number) < ($1::timestamptz, $2::text)
      and ($3::text is null or s.purpose = $3) and ($4::text is null or s.search_number = $4)
      and ($5::bigint[] is null or s.actor = any($5))
      and ${byKey ? `k.key_digest in (select decode(each, 'hex') from unnest($6::text[]) each)` : '$6::text[] is null'}
    group by s.search_number, s.searched_at
    order by s.searched_at desc, s.search_number desc limit $9)
  select s.search_number as "searchNumber", s.searched_at as "searchedAt", s.query, s.purpose,
    jsonb_array_length(s.matches) as "matchCount", s.as_of_sequence as "asOfSequence",
    jsonb_build_object('name', a.name, 'kind', a.kind) as account, u.display_name as searcher
  from chosen join searches s using (search_number) join accounts a on a.account = s.account
    join users u on u.user_id = s.actor
  order by s.searched_at desc, s.search_number desc`
}

/** What was asked, as a registrar may see it (masking.ts). */
function shownRecord(row: Record<string, unknown>): SearchRecord {
  const record = row as SearchRecord
  const { by, scheme, value } = record.query as RecordedQuery & Identifier
  if (by !== 'individualId') return record
  const { identifier } = summaryFor('registrar', { kind: 'individual', identifier: { scheme, value } as Identifier })
  return { ...record, query: { ...record.query, value: identifier.value } }
}

const reasonMissing: Refusal = {
  code: 'reason_missing',
  pointer: '/reason',
  message: text(
    '按查询编号、账户或者被查询人查看的，须写明事由',
    'To read by search number, account or debtor, give a reason',
  ),
}
const debtorNotSearchable: Refusal = {
  code: 'debtor_not_searchable',
  pointer: '/debtor',
  message: text(
    '被查询人的名称或者号码无法查找，请核对',
    'This name or number of a debtor cannot be looked for; check it',
  ),
}
const accountUnknown: Refusal = {
  code: 'account_unknown',
  pointer: '/account',
  message: text(
    '没有这个账户，请填全称、代码或其用户名',
    'There is no such account; give its full name, its code, or a login name of its people',
  ),
}
const tooManyRecords: Refusal = {
  code: 'search_records_too_many',
  pointer: '/searchedFrom',
  message: text(
    '记录太多，未能在时限内查完：请缩短日期范围',
    'Too many records to be found in time: choose fewer days',
  ),
}

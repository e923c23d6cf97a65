import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import type { Deps } from '../deps.ts'
import { inTransaction } from '../platform/transaction.ts'
import { askedKeys } from './asked-keys.ts'

const HOUR_MS = 3_600_000
const SPAN_MAX_MS = 30 * 24 * HOUR_MS
/** A batch is a span of time. It is made shorter where there are more searches in it than this, longer where few. */
const BATCH_MAX_SEARCHES = 20_000
const SPAN_MIN_MS = 1_000
/** A day is not looked at before it has been over for so long: clocks may be put right by less. */
const DAY_OVER_MINUTES = 10
const SETTLES_WITHIN_MS = 5_000
const LOOK_AGAIN_MS = 100
const WRITTEN_AT_ONCE = 5_000

/**
 * Writes which debtor keys the searches of whole days (Beijing's) asked for, in order of time. Keys and cursor are one
 * transaction, so each search is taken once, however often this is killed or run beside itself.
 */
export async function followSearches({ pool }: Pick<Deps, 'pool'>): Promise<void> {
  const { until, target } = await standing(pool)
  if (until >= target || !(await settled(pool))) return
  let span = HOUR_MS
  for (;;) {
    const taken = await inTransaction(pool, (client) => takeSpan(client, target, span))
    if (taken === 'held' || taken === 'done') return
    if (taken === 'too_many') span = Math.max(Math.floor(span / 4), SPAN_MIN_MS)
    else if (taken < BATCH_MAX_SEARCHES / 4) span = Math.min(span * 2, SPAN_MAX_MS)
  }
}

/** How far searches have been taken, and until when there are whole days to take. RFC 3339, by the database's clock. */
async function standing(pool: Pool): Promise<{ until: string; target: string }> {
  const { rows } = await pool.query({
    name: 'searches-followed',
    text: `select until, date_trunc('day', (clock_timestamp() - make_interval(mins => $1)) at time zone 'Asia/Shanghai')
        at time zone 'Asia/Shanghai' as target from searches_followed`,
    values: [DAY_OVER_MINUTES],
  })
  return rows[0]
}

/**
 * A search is stamped before it is committed. When every transaction that is under way now has ended, all searches that
 * were stamped before now are there to be read, or never will be. False: some transaction goes on and on; later, then.
 */
async function settled(pool: Pool): Promise<boolean> {
  const before = new Set(await transactionsUnderWay(pool))
  const giveUpAt = performance.now() + SETTLES_WITHIN_MS
  for (;;) {
    const now = await transactionsUnderWay(pool)
    if (!now.some((each) => before.has(each))) return true
    if (performance.now() > giveUpAt) return false
    await setTimeout(LOOK_AGAIN_MS)
  }
}

/** Each transaction holds its virtual number as a lock from its beginning, before it has written anything. */
async function transactionsUnderWay(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query(
    `select l.virtualxid from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'virtualxid' and l.pid <> pg_backend_pid() and a.datname = current_database()
       and a.usesysid is not null`,
  )
  return rows.map(({ virtualxid }) => virtualxid)
}

type Taken = number | 'held' | 'done' | 'too_many'

async function takeSpan(client: PoolClient, target: string, spanMs: number): Promise<Taken> {
  const cursor = await client.query(
    `select until, least(until + make_interval(secs => $1), $2::timestamptz) as next
     from searches_followed for update skip locked`,
    [spanMs / 1_000, target],
  )
  if (!cursor.rows[0]) return 'held'
  const { until, next } = cursor.rows[0]
  if (until >= target) return 'done'
  const { rows } = await client.query(
    `select search_number, searched_at, account, purpose, query from searches
     where searched_at >= $1 and searched_at < $2 limit $3`,
    [until, next, BATCH_MAX_SEARCHES + 1],
  )
  // A second that holds so many is taken whole nevertheless.
  if (rows.length > BATCH_MAX_SEARCHES && spanMs > SPAN_MIN_MS) return 'too_many'
  const searches = rows.length > BATCH_MAX_SEARCHES ? await searchesOf(client, until, next) : rows
  for (let at = 0; at < searches.length; at += WRITTEN_AT_ONCE) {
    await writeKeys(client, searches.slice(at, at + WRITTEN_AT_ONCE))
    await setImmediate()
  }
  await client.query('update searches_followed set until = $1', [next])
  return searches.length
}

type SearchRow = Record<string, unknown> & { query: Parameters<typeof askedKeys>[0] }

async function searchesOf(client: PoolClient, from: string, until: string): Promise<SearchRow[]> {
  const { rows } = await client.query(
    `select search_number, searched_at, account, purpose, query from searches
     where searched_at >= $1 and searched_at < $2`,
    [from, until],
  )
  return rows
}

async function writeKeys(client: PoolClient, searches: readonly SearchRow[]): Promise<void> {
  const asked = searches.flatMap(({ query, ...search }) => askedKeys(query).map((digest) => ({ ...search, digest })))
  if (asked.length === 0) return
  await client.query({
    name: 'add-searched-keys',
    text: `insert into searched_keys (key_digest, searched_at, search_number, account, purpose)
      select decode(digest, 'hex'), searched_at, search_number, account, purpose
      from json_to_recordset($1) as row (digest text, searched_at timestamptz, search_number text, account bigint,
        purpose text)`,
    values: [JSON.stringify(asked)],
  })
}

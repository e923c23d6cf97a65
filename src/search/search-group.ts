import type { Pool } from 'pg'
import { beijingDate, type Clock } from '../platform/clock.ts'
import { composeNumber, newVerificationCode, randomDigits } from '../platform/numbers.ts'
import { Unavailable } from '../platform/unavailable.ts'
import type { WantedKey } from './search-query.ts'

/** A search ready to be made: its keys, what is recorded of it, and the past moment it asks for, if any. */
export type PreparedSearch = {
  keys: WantedKey[]
  /** The version of the search logic under which the keys were made. */
  logic: string
  query: object
  purpose: string
  actor: number
  account: number
  network: string | undefined
  asOf?: { sequence: number; time: string }
}

/** What one search found. `registrations` are in order of rank. Times are RFC 3339 UTC. */
export type SearchFound = {
  searchNumber: string
  verificationCode: string
  searchLogic: string
  searchedAt: string
  asOf: { sequence: number; time: string }
  /** How many registrations it found; they stand in its record, all of them. */
  count: number
  /** Of these the first by rank, at most FOUND_AT_ONCE. */
  registrations: FoundRegistration[]
}

export type FoundRegistration = {
  registration: number
  registration_number: string
  security_type: string
  filed_at: string
  expires_on: string
  secured_parties: SummaryRow[]
  debtors: SummaryRow[]
  collateral_summary: string
  open_objections: number
  by: string[]
  /** Its place in the search as it was recorded, where others before it are no longer there. */
  rank?: number
}

export type SummaryRow = {
  kind: 'organization' | 'individual'
  name: string
  identifier: { scheme: string; value: string; country?: string }
}

/** A search carries so many of its matches with it; the others are read from its record. */
export const FOUND_AT_ONCE = 200

const GROUP_MAX = 64
/** A group has the way to itself: those that come meanwhile make the next one. After this long it is overtaken. */
const HEAD_START_MS = 5
const IN_FLIGHT_MAX = 4
const QUEUE_MAX = 2_000
/** The order is closed each second; a result whose moment is older than this is not given. */
const CLOSED_WITHIN_SECONDS = 60

type Waiting = { search: PreparedSearch; resolve(found: SearchFound): void; reject(error: Error): void }

/**
 * Certified searches of one process. Those that wait together are made by one statement on the primary, which selects
 * and records: one snapshot, so every search holds every filing up to the sequence that it states.
 */
export class SearchGroup {
  readonly #pool: Pool
  readonly #clock: Clock
  readonly #queue: Waiting[] = []
  #inFlight = 0
  #overtakes: NodeJS.Timeout | undefined

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool
    this.#clock = clock
  }

  /**
   * Makes one search and answers when it is recorded.
   * @throws Unavailable register_busy, or order_not_closed when the moment of the result would be too old
   */
  search(search: PreparedSearch): Promise<SearchFound> {
    if (this.#queue.length >= QUEUE_MAX) return Promise.reject(new Unavailable('register_busy', 1))
    return new Promise((resolve, reject) => {
      this.#queue.push({ search, resolve, reject })
      if (this.#queue.length === 1) this.#wake()
    })
  }

  /** What came in the same turn goes together. While a group is under way, only its lateness starts another. */
  #wake(): void {
    if (this.#inFlight === 0) setImmediate(() => this.#next())
    else this.#overtakes ??= setTimeout(() => this.#next(), HEAD_START_MS)
  }

  #next(): void {
    clearTimeout(this.#overtakes)
    this.#overtakes = undefined
    if (this.#queue.length === 0 || this.#inFlight >= IN_FLIGHT_MAX) return
    const group = this.#queue.splice(0, GROUP_MAX)
    this.#inFlight += 1
    this.#make(group).finally(() => {
      this.#inFlight -= 1
      this.#next()
    })
    if (this.#queue.length > 0) this.#wake()
  }

  async #make(group: Waiting[]): Promise<void> {
    try {
      const found = await makeSearches(
        this.#pool,
        group.map(({ search }) => search),
        this.#clock,
      )
      group.forEach((each, at) => each.resolve(found[at]!))
    } catch (error) {
      // One at fault must not spoil the others. Numbers are random: two may meet, and the next try draws another.
      if (error instanceof Unavailable) for (const each of group) each.reject(error)
      else if (group.length > 1) for (const each of group) await this.#make([each])
      else if ((error as { constraint?: string }).constraint === 'searches_pkey') await this.#make(group)
      else group[0]!.reject(error as Error)
    }
  }
}

/**
 * Makes and records searches in one statement. The results are in the order of the searches.
 * @param carried how many of its matches each result has with it
 */
export async function makeSearches(
  pool: Pick<Pool, 'query'>,
  searches: readonly PreparedSearch[],
  clock: Clock,
  carried = FOUND_AT_ONCE,
): Promise<SearchFound[]> {
  const today = beijingDate(clock.nowMicroseconds())
  const asked = searches.map((search, ord) => ({
    ord,
    search_number: composeNumber(today, randomDigits('search')),
    actor: search.actor,
    account: search.account,
    network: search.network ?? null,
    query: search.query,
    purpose: search.purpose,
    logic: search.logic,
    verification_code: newVerificationCode(),
    as_of_sequence: search.asOf?.sequence ?? null,
    as_of_time: search.asOf?.time ?? null,
  }))
  const wanted = searches.flatMap((search, ord) => search.keys.map((key) => ({ ord, ...key })))
  const { rows } = await pool.query({
    name: 'make-searches',
    text: MAKE_SEARCHES,
    values: [JSON.stringify(asked), JSON.stringify(wanted), carried],
  })
  // Without a head that is fresh enough nothing was searched and nothing recorded.
  if (rows.length === 0) throw new Unavailable('order_not_closed', 5)
  const found = asked.map((each) => ({ ...each, registrations: [] as FoundRegistration[], row: rows[0] }))
  for (const row of rows) {
    const search = found[row.ord]!
    search.row = row
    if (row.registration === null) continue
    row.by = row.by.split(' ')
    search.registrations.push(row)
  }
  return found.map(({ search_number, verification_code, logic, row, registrations }) => ({
    searchNumber: search_number,
    verificationCode: verification_code,
    searchLogic: logic,
    searchedAt: row.searched_at,
    asOf: { sequence: row.n, time: row.t },
    count: row.count,
    registrations,
  }))
}

// The lateral subqueries with OFFSET 0 hold the planner to one index probe a key, whatever it guesses of the lists.
const MAKE_SEARCHES = `
with head as materialized (
  select last_sequence, closed_at
  from register_head where closed_at > clock_timestamp() - interval '${CLOSED_WITHIN_SECONDS} seconds'
), asked as materialized (
  select q.*, coalesce(q.as_of_sequence, head.last_sequence) as n, coalesce(q.as_of_time, head.closed_at) as t,
    clock_timestamp() as searched_at
  from json_to_recordset($1::json) as q(ord integer, search_number text, actor bigint, account bigint, network inet,
    query jsonb, purpose text, logic text, verification_code text, as_of_sequence bigint, as_of_time timestamptz), head
), wanted as materialized (
  select a.ord, a.n, a.t, w.target, decode(w.digest, 'hex') as digest, w.key, w.by
  from json_to_recordset($2::json) as w(ord integer, target text, digest text, key text, by text)
  join asked a using (ord)
), hit as (
  select w.ord, w.n, w.t, w.by, d.registration from wanted w cross join lateral (
    select registration from debtor_keys k where k.key_digest = w.digest and k.key = w.key
      and k.from_sequence <= w.n and (k.until_sequence is null or k.until_sequence > w.n) offset 0) d
  where w.target = 'debtor'
  union all
  select w.ord, w.n, w.t, w.by, d.registration from wanted w cross join lateral (
    select registration from asset_keys k where k.key_digest = w.digest and k.key = w.key
      and k.from_sequence <= w.n and (k.until_sequence is null or k.until_sequence > w.n) offset 0) d
  where w.target = 'asset'
  union all
  select w.ord, w.n, w.t, w.by, d.registration from wanted w cross join lateral (
    select registration from registrations r where r.registration_number = w.key
      and r.from_sequence = r.registration and r.from_sequence <= w.n offset 0) d
  where w.target = 'number'
), match as materialized (
  select h.ord, h.registration, array_agg(distinct h.by) as by,
    row_number() over (partition by h.ord order by h.registration) as place
  from hit h cross join lateral (
    select from registrations r where r.registration = h.registration
      and r.from_sequence <= h.n and (r.until_sequence is null or r.until_sequence > h.n)
      and r.ended is null and r.expires_on >= (h.t at time zone 'Asia/Shanghai')::date offset 0) r
  group by h.ord, h.registration
), list as materialized (
  select ord, count(*) as count, jsonb_agg(jsonb_build_array(registration, by) order by registration) as matches
  from match group by ord
), recorded as (
  insert into searches (search_number, searched_at, actor, account, network, query, purpose, logic, as_of_sequence,
    as_of_time, matches, verification_code)
  select a.search_number, a.searched_at, a.actor, a.account, a.network, a.query, a.purpose, a.logic, a.n, a.t,
    coalesce(l.matches, '[]'), a.verification_code
  from asked a left join list l using (ord)
)
select a.ord, a.n, a.t, a.searched_at, coalesce(l.count, 0) as count, m.registration,
  array_to_string(m.by, ' ') as by, r.registration_number,
  r.security_type, r.filed_at, r.expires_on, r.secured_parties, r.debtors, r.collateral_summary, r.open_objections
from asked a left join list l using (ord) left join match m on m.ord = a.ord and m.place <= $3
left join lateral (
  select * from registrations r where r.registration = m.registration
    and r.from_sequence <= a.n and (r.until_sequence is null or r.until_sequence > a.n) offset 0) r on true
order by a.ord, m.registration`

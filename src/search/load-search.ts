import type { Pool } from 'pg'
import type { FoundRegistration, SearchFound } from './search-group.ts'

type Client = Pick<Pool, 'query'>

/** A search as it was recorded, without its matches: there may be very many. */
export type RecordedSearch = Omit<SearchFound, 'registrations'> & {
  actor: number
  account: number
  searcher: string
  query: Record<string, unknown> & { by: string }
  purpose: string
  /** Registration numbers of matches whose content was destroyed after its retention. */
  destroyed: string[]
}

/** What one page of matches holds. Of those that were destroyed only the numbers are left. */
export type MatchPage = { registrations: FoundRegistration[]; destroyed: { rank: number; number: string }[] }

/** Matches that are read at once. */
export const MATCHES_AT_ONCE = 250

/** A search as it was answered. @returns undefined when there is none of this number */
export async function loadSearch(pool: Client, searchNumber: string): Promise<RecordedSearch | undefined> {
  const { rows } = await pool.query({ name: 'load-search', text: LOAD_SEARCH, values: [searchNumber] })
  const row = rows[0]
  if (!row) return undefined
  return {
    searchNumber: row.search_number,
    verificationCode: row.verification_code,
    searchLogic: row.logic,
    searchedAt: row.searched_at,
    asOf: { sequence: row.as_of_sequence, time: row.as_of_time },
    count: row.count,
    destroyed: row.destroyed,
    actor: row.actor,
    account: row.account,
    searcher: row.searcher,
    query: row.query,
    purpose: row.purpose,
  }
}

/**
 * The matches after a rank (0: from the first), at most so many. What a search matched is in its record, and the facts
 * of each match are read as of the sequence that it states: a page is the same until content in it is destroyed.
 */
export async function loadMatches(
  pool: Client,
  searchNumber: string,
  { after = 0, limit }: { after?: number; limit: number },
): Promise<MatchPage> {
  const { rows } = await pool.query({
    name: 'load-matches',
    text: LOAD_MATCHES,
    values: [searchNumber, after, after + limit - 1],
  })
  const registrations = rows.filter((row) => row.registration_number !== null)
  const gone = rows.filter((row) => row.registration_number === null)
  if (gone.length === 0) return { registrations, destroyed: [] }
  const numbers = await loadDestroyed(
    pool,
    gone.map(({ registration }) => registration),
  )
  if (numbers.size !== gone.length) {
    throw new Error(`search ${searchNumber} lost matches: ${gone.length} without facts, ${numbers.size} destroyed`)
  }
  return { registrations, destroyed: gone.map((row) => ({ rank: row.rank, number: numbers.get(row.registration)! })) }
}

/** The matches after a rank, page after page: what is not asked for yet is not read yet. */
export async function* matchPages(
  pool: Client,
  search: { searchNumber: string; count: number },
  after = 0,
): AsyncGenerator<MatchPage> {
  for (let at = after; at < search.count; at += MATCHES_AT_ONCE) {
    yield await loadMatches(pool, search.searchNumber, { after: at, limit: MATCHES_AT_ONCE })
  }
}

async function loadDestroyed(pool: Client, registrations: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await pool.query(
    `select d.registration, f.filing_number from destructions d join filings f on f.sequence = d.registration
     where d.registration = any($1::bigint[])`,
    [registrations],
  )
  return new Map(rows.map(({ registration, filing_number }) => [registration, filing_number]))
}

// The list is only looked through for what was destroyed when something was that the search may have found.
const LOAD_SEARCH = `
select s.search_number, s.verification_code, s.logic, s.searched_at, s.as_of_sequence, s.as_of_time, s.actor,
  s.account, s.query, s.purpose, a.name as searcher, jsonb_array_length(s.matches) as count,
  case when exists (select from destructions where registration <= s.as_of_sequence) then array(
    select f.filing_number from jsonb_array_elements(s.matches) m
    join destructions d on d.registration = (m ->> 0)::bigint join filings f on f.sequence = d.registration
    order by d.registration)
  else '{}' end as destroyed
from searches s join accounts a using (account) where s.search_number = $1`

// Of a long list only the page is taken apart. With OFFSET 0 each registration is one index probe.
const LOAD_MATCHES = `
with listed as materialized (
  select (m.match ->> 0)::bigint as registration, m.match -> 1 as by, ($2::integer + m.place)::integer as rank,
    s.as_of_sequence as n
  from searches s cross join lateral jsonb_array_elements(jsonb_path_query_array(s.matches, '$[$from to $until]',
    jsonb_build_object('from', $2::integer, 'until', $3::integer))) with ordinality m(match, place)
  where s.search_number = $1
)
select l.registration, l.by, l.rank, r.registration_number, r.security_type, r.filed_at, r.expires_on,
  r.secured_parties, r.debtors, r.collateral_summary, r.open_objections
from listed l left join lateral (
  select * from registrations r where r.registration = l.registration
    and r.from_sequence <= l.n and (r.until_sequence is null or r.until_sequence > l.n) offset 0) r on true
order by l.rank`

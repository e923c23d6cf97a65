import type { Pool } from 'pg'
import type { FoundRegistration, SearchFound } from './search-group.ts'

export type RecordedSearch = SearchFound & {
  actor: number
  account: number
  searcher: string
  query: Record<string, unknown> & { by: string }
  purpose: string
  /** Registration numbers of matches whose content was destroyed after its retention. */
  destroyed: string[]
}

/**
 * A search as it was answered: what it matched is in its record, and the facts of each match are read as of the
 * sequence that it states, so they are the same until their content is destroyed.
 */
export async function loadSearch(pool: Pick<Pool, 'query'>, searchNumber: string): Promise<RecordedSearch | undefined> {
  const { rows } = await pool.query(
    `select s.*, a.name as searcher from searches s join accounts a using (account) where search_number = $1`,
    [searchNumber],
  )
  const row = rows[0]
  if (!row) return undefined
  const { registrations, destroyed } = await loadMatches(pool, row.matches, row.as_of_sequence)
  return {
    searchNumber: row.search_number,
    verificationCode: row.verification_code,
    searchLogic: row.logic,
    searchedAt: row.searched_at,
    asOf: { sequence: row.as_of_sequence, time: row.as_of_time },
    count: row.matches.length,
    registrations,
    destroyed,
    actor: row.actor,
    account: row.account,
    searcher: row.searcher,
    query: row.query,
    purpose: row.purpose,
  }
}

async function loadMatches(
  pool: Pick<Pool, 'query'>,
  matches: [number, string[]][],
  asOf: number,
): Promise<{ registrations: FoundRegistration[]; destroyed: string[] }> {
  if (matches.length === 0) return { registrations: [], destroyed: [] }
  const found = new Map(matches.map(([registration, by], at) => [registration, { by, rank: at + 1 }]))
  const { rows } = await pool.query(
    `select registration, registration_number, security_type, filed_at, expires_on, secured_parties, debtors,
       collateral_summary, open_objections from registrations
     where registration = any($1::bigint[]) and from_sequence <= $2
       and (until_sequence is null or until_sequence > $2) order by registration`,
    [matches.map(([registration]) => registration), asOf],
  )
  const registrations = rows.map((row) => ({ ...row, ...found.get(row.registration) }))
  if (rows.length === matches.length) return { registrations, destroyed: [] }
  const destroyed = await loadDestroyed(pool, [...found.keys()])
  if (rows.length + destroyed.length !== matches.length)
    throw new Error(`a search lost matches: ${rows.length} and ${destroyed.length} destroyed of ${matches.length}`)
  return { registrations, destroyed }
}

async function loadDestroyed(pool: Pick<Pool, 'query'>, registrations: readonly number[]): Promise<string[]> {
  const { rows } = await pool.query(
    `select f.filing_number from destructions d join filings f on f.sequence = d.registration
     where d.registration = any($1::bigint[]) order by d.registration`,
    [registrations],
  )
  return rows.map(({ filing_number }) => filing_number)
}

import type { Pool } from 'pg'
import { loadMatches, loadSearch, type RecordedSearch } from '../search/load-search.ts'
import { matchesFor } from '../search/search-answer.ts'
import { loadActs } from '../timeline/load-acts.ts'
import type { SearchCertificateFacts, SearchMatch, SearchQuery } from './certificate-facts.ts'

type Client = Pick<Pool, 'query'>

/**
 * The facts of a search's certificate, as its searcher may see them.
 * @returns undefined when there is no such search, or a registration that it found was destroyed
 */
export async function searchFacts(pool: Client, searchNumber: string): Promise<SearchCertificateFacts | undefined> {
  const search = await loadSearch(pool, searchNumber)
  if (!search || search.destroyed.length > 0) return undefined
  const matches = await matchFacts(pool, search, { after: 0, limit: search.count })
  return matches && { ...(await factsWithout(pool, search)), matches }
}

/** The facts but for the matches, of which the list is empty. */
export async function factsWithout(pool: Client, search: RecordedSearch): Promise<SearchCertificateFacts> {
  const { rows } = await pool.query('select name from register_identity')
  return {
    kind: 'search_certificate',
    factsVersion: 1,
    register: rows[0].name,
    number: search.searchNumber,
    issuedAt: search.searchedAt,
    searchLogic: search.searchLogic,
    query: search.query as SearchQuery,
    purpose: search.purpose,
    asOf: search.asOf,
    searcher: search.searcher,
    matches: [],
  }
}

/** The matches after a rank, each with its acts. @returns undefined when one of them was destroyed */
export async function matchFacts(
  pool: Client,
  search: RecordedSearch,
  page: { after: number; limit: number },
): Promise<SearchMatch[] | undefined> {
  if (search.count === 0) return []
  const { registrations, destroyed } = await loadMatches(pool, search.searchNumber, page)
  if (destroyed.length > 0) return undefined
  const acts = await loadActs(
    pool,
    registrations.map(({ registration }) => registration),
    search.asOf.sequence,
  )
  return matchesFor('searcher', registrations).map((match) => ({ ...match, ...acts.get(match.sequence)! }))
}

import type { Pool } from 'pg'
import { loadMatches, loadSearch } from '../search/load-search.ts'
import { matchesFor } from '../search/search-answer.ts'
import { loadActs } from '../timeline/load-acts.ts'
import type { SearchCertificateFacts, SearchQuery } from './certificate-facts.ts'

/**
 * The facts of a search's certificate, as its searcher may see them.
 * @returns undefined when there is no such search, or a registration that it found was destroyed
 */
export async function searchFacts(
  pool: Pick<Pool, 'query'>,
  searchNumber: string,
): Promise<SearchCertificateFacts | undefined> {
  const search = await loadSearch(pool, searchNumber)
  if (!search || search.destroyed.length > 0) return undefined
  const { registrations } = await loadMatches(pool, searchNumber, { limit: search.count })
  const { rows } = await pool.query('select name from register_identity')
  const acts = await loadActs(
    pool,
    registrations.map(({ registration }) => registration),
    search.asOf.sequence,
  )
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
    matches: matchesFor('searcher', registrations).map((match) => ({ ...match, ...acts.get(match.sequence)! })),
  }
}

import type { Pool } from 'pg'
import type { RecordedQuery } from '../search/search-wording.ts'

export type ListedSearch = {
  searchNumber: string
  searchedAt: string
  query: RecordedQuery
  purpose: string
  matchCount: number
}

/**
 * The searches that a user made, newest first. @param page `before`: the time of the last one of the page before
 * (RFC 3339 in UTC); at most `limit`
 */
export async function listSearches(
  pool: Pick<Pool, 'query'>,
  actor: number,
  page: { before?: string; limit: number },
): Promise<ListedSearch[]> {
  const { rows } = await pool.query({
    name: 'list-searches',
    text: `select search_number as "searchNumber", searched_at as "searchedAt", query, purpose,
        jsonb_array_length(matches) as "matchCount"
      from searches where actor = $1 and searched_at < coalesce($2::timestamptz, 'infinity')
      order by searched_at desc limit $3`,
    values: [actor, page.before ?? null, page.limit],
  })
  return rows
}

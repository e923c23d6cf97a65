import type { Pool } from 'pg'
import type { RecordedQuery } from '../search/search-wording.ts'

export type ListedSearch = {
  searchNumber: string
  searchedAt: string
  query: RecordedQuery
  purpose: string
  matchCount: number
  asOf: { sequence: number; time: string }
}

/** What the list of one's own searches is narrowed to. Days are Beijing's, YYYY-MM-DD. */
export type HistoryFilter = {
  purpose?: string
  found?: boolean
  searchedFrom?: string
  searchedTo?: string
  /** A part of the name or number that was searched for. Never in an address (threat 14). */
  asked?: string
}

/** A page of the list. `next` is the search after which more may be, also when this page holds fewer than asked. */
export type HistoryPage = { searches: ListedSearch[]; next?: string }

/** Searches that are looked through at once for those that pass a filter. */
export const LOOKED_AT_MAX = 20_000

/**
 * The searches that a user made, newest first. @param page `before`: the number of the last search of the page before;
 * at most `limit`. A filter that few pass ends a page early, with `next` to go on.
 */
export async function listSearches(
  pool: Pick<Pool, 'query'>,
  actor: number,
  filter: HistoryFilter,
  page: { before?: string; limit: number },
): Promise<HistoryPage> {
  const picky = filter.purpose !== undefined || filter.found !== undefined || filter.asked !== undefined
  const lookedAt = picky ? LOOKED_AT_MAX : page.limit + 1
  const { rows } = await pool.query({
    name: 'list-searches',
    text: LIST_SEARCHES,
    values: [
      actor,
      page.before ?? null,
      filter.searchedFrom ?? null,
      filter.searchedTo ?? null,
      filter.purpose ?? null,
      filter.found ?? null,
      filter.asked === undefined ? null : compared(filter.asked),
      lookedAt,
      page.limit + 1,
    ],
  })
  const { looked, lastLooked } = rows[0]
  const found = rows.filter(({ searchNumber }) => searchNumber !== null)
  const searches = found.slice(0, page.limit).map(({ sequence, time, looked: _l, lastLooked: _n, ...row }) => ({
    ...row,
    asOf: { sequence, time },
  }))
  if (found.length > page.limit) return { searches, next: searches.at(-1)!.searchNumber }
  return looked === lookedAt ? { searches, next: lastLooked } : { searches }
}

/** As the database compares: width and case unified. */
function compared(asked: string): string {
  return asked.trim().normalize('NFKC').toLowerCase()
}

const LIST_SEARCHES = `
with looked as materialized (
  select search_number, searched_at, query, purpose, matches, as_of_sequence, as_of_time from searches
  where actor = $1
    and ($2::text is null or (searched_at, search_number) < (
      select searched_at, search_number from searches where search_number = $2 and actor = $1))
    and ($3::date is null or searched_at >= $3::date::timestamp at time zone 'Asia/Shanghai')
    and ($4::date is null or searched_at < ($4::date + 1)::timestamp at time zone 'Asia/Shanghai')
  order by searched_at desc, search_number desc limit $8
), chosen as materialized (
  select * from looked where ($5::text is null or purpose = $5)
    and ($6::boolean is null or (matches <> '[]') = $6)
    and ($7::text is null or strpos(lower(normalize(concat_ws(' ', query ->> 'name', query ->> 'value',
      query #>> '{identifier,value}'), nfkc)), $7) > 0)
  order by searched_at desc, search_number desc limit $9
)
select l.looked, l.last as "lastLooked", c.search_number as "searchNumber", c.searched_at as "searchedAt", c.query,
  c.purpose, jsonb_array_length(c.matches) as "matchCount", c.as_of_sequence as sequence, c.as_of_time as time
from (select count(*)::integer as looked,
  (array_agg(search_number order by searched_at, search_number))[1] as last from looked) l
left join chosen c on true
order by c.searched_at desc, c.search_number desc`

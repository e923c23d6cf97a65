import type { Pool } from 'pg'
import { type BulkLine, type BulkSearch, isOver, type LineState, MOMENT_MAX_HOURS } from './bulk-search.ts'

type Client = Pick<Pool, 'query'>

/** @returns undefined when there is no list of this number */
export async function loadBulkSearch(pool: Client, number: string): Promise<BulkSearch | undefined> {
  const { rows } = await pool.query({
    name: 'load-bulk-search',
    text: `${SEARCHES} where b.bulk_search_number = $1`,
    values: [number],
  })
  return rows[0] && searchOf(rows[0])
}

/** The lists of a user, newest first. @param page `before`: the number of the last one of the page before */
export async function listBulkSearches(
  pool: Client,
  actor: number,
  page: { before?: string; limit: number },
): Promise<BulkSearch[]> {
  const { rows } = await pool.query({
    name: 'list-bulk-searches',
    text: `${SEARCHES} where b.actor = $1 and ($2::text is null
        or b.bulk_search < (select bulk_search from bulk_searches where bulk_search_number = $2 and actor = $1))
      order by b.bulk_search desc limit $3`,
    values: [actor, page.before ?? null, page.limit],
  })
  return rows.map(searchOf)
}

/** Lines in their order, those of one state unless all. @param page `after`: the place of the last one before */
export async function loadBulkLines(
  pool: Client,
  id: number,
  page: { state?: LineState; after?: number; offset?: number; limit: number },
): Promise<BulkLine[]> {
  const { rows } = await pool.query({
    name: 'load-bulk-lines',
    text: LINES,
    values: [id, page.after ?? 0, page.state ?? null, page.limit, page.offset ?? 0],
  })
  return rows
}

/** Every line, part by part: what is not sent yet is not read yet. */
export async function* bulkLinePages(pool: Client, id: number, state?: LineState): AsyncGenerator<BulkLine[]> {
  for (let after = 0; ; ) {
    const lines = await loadBulkLines(pool, id, { after, limit: LINES_AT_ONCE, ...(state && { state }) })
    if (lines.length > 0) yield lines
    if (lines.length < LINES_AT_ONCE) return
    after = lines.at(-1)!.place
  }
}

const LINES_AT_ONCE = 500

/** Lists that ended so many days ago, with their lines. The searches themselves stay. */
export async function forgetBulkSearches(pool: Client, days: number): Promise<void> {
  await pool.query(`delete from bulk_searches where ended_at < clock_timestamp() - make_interval(days => $1)`, [days])
}

/** The update that has the end of a list told. */
export const DUE = `update bulk_search_callbacks c
  set due_since = s.ended_at, next_at = s.ended_at, tries = 0, outcome = null, last_failure = null`

/** The moment of the list is not so old that it would tell of the past. */
export const FRESH = `coalesce(b.as_of_time, b.created_at) > clock_timestamp() - interval '${MOMENT_MAX_HOURS} hours'`

const SEARCHES = `
select b.bulk_search as id, b.bulk_search_number, b.actor, b.purpose, b.logic, b.created_at, b.total, b.found,
  b.nothing_found, b.refused, b.as_of_sequence, b.as_of_time, b.end_state, b.ended_at, ${FRESH} as fresh,
  c.url, c.due_since, c.next_at, c.tries, c.outcome, c.last_failure
from bulk_searches b left join bulk_search_callbacks c using (bulk_search)`

// A line that asks what another asks has that one's search.
const LINES = `
with lines as (
  select l.place, l.line, l.reference, coalesce(l.refused, f.refused) as refused, f.line as same_as_line, coalesce(f.search_number, l.search_number)
      as search_number, coalesce(f.match_count, l.match_count) as match_count, coalesce(f.query, l.query) as query
  from bulk_search_lines l left join bulk_search_lines f on f.bulk_search = l.bulk_search and f.place = l.same_as
  where l.bulk_search = $1 and l.place > $2
), judged as (
  select *, case when refused is not null then 'refused' when search_number is null then 'not_searched'
    when match_count > 0 then 'found' else 'nothing_found' end as state
  from lines
), page as (
  select * from judged where $3::text is null or state = $3 order by place offset $5 limit $4
)
select p.place, p.line, p.reference, p.state, coalesce(s.query, p.query) as query, p.refused,
  p.same_as_line as "sameAsLine", p.search_number as "searchNumber", p.match_count as "matchCount"
from page p left join searches s on s.search_number = p.search_number order by p.place`

function searchOf(row: Record<string, any>): BulkSearch {
  const state = row.end_state ?? (row.as_of_sequence === null ? 'waiting' : 'running')
  return {
    id: row.id,
    bulkSearchNumber: row.bulk_search_number,
    actor: row.actor,
    purpose: row.purpose,
    searchLogic: row.logic,
    createdAt: row.created_at,
    total: row.total,
    found: row.found,
    nothingFound: row.nothing_found,
    refused: row.refused,
    asOf: row.as_of_sequence === null ? null : { sequence: row.as_of_sequence, time: row.as_of_time },
    state,
    endedAt: row.ended_at,
    mayResume: state === 'cancelled' && row.fresh,
    callback:
      row.url === null
        ? null
        : {
            url: row.url,
            state: row.outcome ?? (isOver(state) ? 'waiting' : 'not_due'),
            tries: row.tries,
            nextAt: row.outcome === null && row.tries > 0 ? row.next_at : null,
            lastFailure: row.last_failure,
          },
  }
}

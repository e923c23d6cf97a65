import type { Pool } from 'pg'
import { loadMatches, type MatchPage, matchPages } from './load-search.ts'
import { isWholeByRank, type MatchView } from './match-view.ts'
import type { FoundRegistration } from './search-group.ts'

/** A page of a view: its matches in the view's order, and how many there are in all of the view. */
export type ViewPage = MatchPage & { total: number }

/** Where a page begins: after the match of a rank, or at a place of the view, from 0. */
type PageOf = { after?: number; offset?: number; limit: number }

/** Rows of a view that are read at once for a whole export: each time the view is put in order anew. */
const VIEW_ROWS_AT_ONCE = 1_000

/**
 * One page of the matches of a search as a view narrows and orders them. The record never changes, so a rank is a
 * stable place in every order, and pages neither overlap nor leave a gap whatever is filed meanwhile.
 */
export async function viewMatches(
  pool: Pick<Pool, 'query'>,
  search: { searchNumber: string; count: number },
  view: MatchView,
  { after, offset = 0, limit }: PageOf,
): Promise<ViewPage> {
  if (isWholeByRank(view)) {
    const page = await loadMatches(pool, search.searchNumber, { after: after ?? offset, limit })
    return { ...page, total: search.count }
  }
  const { rows } = await pool.query({
    name: 'view-matches',
    text: VIEW_MATCHES,
    values: [
      search.searchNumber,
      view.securityType ?? null,
      view.filedFrom ?? null,
      view.filedTo ?? null,
      view.sort ?? 'rank',
      after ?? null,
      offset,
      limit,
    ],
  })
  const registrations = rows.filter(({ registration }) => registration !== null) as FoundRegistration[]
  return { registrations, destroyed: [], total: rows[0].total }
}

/** All of a view, page after page. @param from the rank after which it begins */
export async function* viewPages(
  pool: Pick<Pool, 'query'>,
  search: { searchNumber: string; count: number },
  view: MatchView,
  from?: number,
): AsyncGenerator<MatchPage> {
  if (isWholeByRank(view)) return yield* matchPages(pool, search, from)
  let after = from
  for (;;) {
    const page = await viewMatches(pool, search, view, {
      limit: VIEW_ROWS_AT_ONCE,
      ...(after !== undefined && { after }),
    })
    yield page
    if (page.registrations.length < VIEW_ROWS_AT_ONCE) return
    after = page.registrations.at(-1)!.rank!
  }
}

const VIEW_MATCHES = `
with listed as materialized (
  select (m.match ->> 0)::bigint as registration, m.match -> 1 as by, m.place::integer as rank, s.as_of_sequence as n
  from searches s cross join lateral jsonb_array_elements(s.matches) with ordinality m(match, place)
  where s.search_number = $1
), keyed as materialized (
  select l.*, r.from_sequence, r.security_type, r.filed_at,
    case $5 when 'newest' then -l.rank when 'expiry' then r.expires_on - date '2000-01-01' else l.rank end as key
  from listed l cross join lateral (
    select * from registrations r where r.registration = l.registration
      and r.from_sequence <= l.n and (r.until_sequence is null or r.until_sequence > l.n) offset 0) r
), chosen as materialized (
  select * from keyed where ($2::text is null or security_type = $2)
    and ($3::date is null or filed_at >= $3::date::timestamp at time zone 'Asia/Shanghai')
    and ($4::date is null or filed_at < ($4::date + 1)::timestamp at time zone 'Asia/Shanghai')
), page as materialized (
  select * from chosen
  where $6::integer is null or (key, rank) > (
    case $5 when 'newest' then -$6 when 'expiry' then (select key from keyed where rank = $6) else $6 end, $6)
  order by key, rank offset $7 limit $8
)
select total.total, p.registration, p.by, p.rank, r.registration_number, r.security_type, r.filed_at, r.expires_on,
  r.secured_parties, r.debtors, r.collateral_summary, r.open_objections
from (select count(*)::integer as total from chosen) total
left join page p on true
left join registrations r on r.registration = p.registration and r.from_sequence = p.from_sequence
order by p.key, p.rank`

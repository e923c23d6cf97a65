import type { Pool } from 'pg'
import { ProblemError } from '../platform/problem.ts'
import { canonicalBytes } from '../registrations/canonical-filing.ts'
import type { RecordedSearch } from '../search/load-search.ts'
import { matchesFor, type SearchAnswer } from '../search/search-answer.ts'
import type { FoundRegistration } from '../search/search-group.ts'

/** Of one kind: how many there are, and the first of them by rank. */
export type DifferentMatches = { count: number; matches: SearchAnswer['matches'] }

/**
 * What is different between two searches of the same query: what the later found and the earlier did not, what is gone,
 * with its facts as the earlier found them, and what both found and was amended, renewed, objected to and the like.
 */
export type SearchDifference = { added: DifferentMatches; gone: DifferentMatches; changed: DifferentMatches }

/**
 * Compares a search with an earlier one. @param limit matches that are listed of each kind
 * @throws ProblemError searches_not_comparable
 */
export async function searchDifference(
  pool: Pick<Pool, 'query'>,
  later: RecordedSearch,
  earlier: RecordedSearch,
  limit: number,
): Promise<SearchDifference> {
  const same = canonicalBytes(later.query).equals(canonicalBytes(earlier.query))
  if (!same || earlier.asOf.sequence > later.asOf.sequence || earlier.asOf.time > later.asOf.time) {
    throw new ProblemError('searches_not_comparable')
  }
  const { rows } = await pool.query({
    name: 'search-difference',
    text: SEARCH_DIFFERENCE,
    values: [later.searchNumber, earlier.searchNumber, limit],
  })
  const byKind = Map.groupBy(rows, ({ kind }) => kind as string)
  const of = (kind: keyof SearchDifference): DifferentMatches => {
    const own = byKind.get(kind) ?? []
    const there = own.filter(({ registration_number }) => registration_number !== null) as FoundRegistration[]
    return { count: own[0]?.count ?? 0, matches: matchesFor('searcher', there) }
  }
  return { added: of('added'), gone: of('gone'), changed: of('changed') }
}

// A registration changed when a row of it began to hold between the two sequences.
const SEARCH_DIFFERENCE = `
with later as materialized (
  select (m.match ->> 0)::bigint as registration, m.match -> 1 as by, m.place::integer as rank
  from searches s cross join lateral jsonb_array_elements(s.matches) with ordinality m(match, place)
  where s.search_number = $1
), earlier as materialized (
  select (m.match ->> 0)::bigint as registration, m.match -> 1 as by, m.place::integer as rank
  from searches s cross join lateral jsonb_array_elements(s.matches) with ordinality m(match, place)
  where s.search_number = $2
), moments as materialized (
  select l.as_of_sequence as now, e.as_of_sequence as before from searches l, searches e
  where l.search_number = $1 and e.search_number = $2
), kinds as materialized (
  select coalesce(l.registration, e.registration) as registration, coalesce(l.by, e.by) as by,
    coalesce(l.rank, e.rank) as rank,
    case when e.registration is null then 'added' when l.registration is null then 'gone'
      when exists (select from registrations r where r.registration = l.registration
        and r.from_sequence > (select before from moments) and r.from_sequence <= (select now from moments))
      then 'changed' else 'same' end as kind
  from later l full join earlier e on e.registration = l.registration
), placed as materialized (
  select k.*, count(*) over (partition by kind)::integer as count,
    row_number() over (partition by kind order by rank) as place
  from kinds k where kind <> 'same'
)
select p.kind, p.count, p.registration, p.by, p.rank, r.registration_number, r.security_type, r.filed_at, r.expires_on,
  r.secured_parties, r.debtors, r.collateral_summary, r.open_objections
from placed p cross join moments m left join lateral (
  select * from registrations r where r.registration = p.registration
    and r.from_sequence <= case p.kind when 'gone' then m.before else m.now end
    and (r.until_sequence is null or r.until_sequence > case p.kind when 'gone' then m.before else m.now end)
  offset 0) r on true
where p.place <= $3
order by p.kind, p.rank`

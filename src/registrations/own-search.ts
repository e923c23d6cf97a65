import type { Pool } from 'pg'

/**
 * The time of the first search that a user made when a filing was the newest: what that search showed, its searcher may
 * see again. `made` says which: the same query, or one that found a registration (the sequence of its initial filing).
 * @returns RFC 3339, or undefined when there was none
 */
export async function ownSearchAt(
  pool: Pick<Pool, 'query'>,
  actor: number,
  sequence: number,
  made: { query: object } | { found: number },
): Promise<string | undefined> {
  const query = 'query' in made ? JSON.stringify(made.query) : null
  const found = 'found' in made ? JSON.stringify([[made.found]]) : null
  const { rows } = await pool.query({
    name: 'own-search-at',
    text: OWN_SEARCH,
    values: [actor, sequence, query, found],
  })
  return rows[0]?.time ?? undefined
}

// The times only narrow what is read of the index by actor and time: a search is made while its filing is the newest,
// and statements and clocks are allowed a minute or two.
const OWN_SEARCH = `
select min(s.as_of_time) as time
from filings f left join filings next on next.sequence = f.sequence + 1
join searches s on s.actor = $1 and s.as_of_sequence = f.sequence
  and s.searched_at >= f.filed_at - interval '1 minute'
  and s.searched_at <= coalesce(next.filed_at, 'infinity') + interval '2 minutes'
where f.sequence = $2 and ($3::jsonb is null or s.query = $3) and ($4::jsonb is null or s.matches @> $4)`

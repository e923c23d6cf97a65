import type { Pool } from 'pg'
import { foldedOf } from './load-standing.ts'
import type { FoldedFiling } from './registration-state.ts'

/**
 * The filings of a registration up to and including one sequence, in their order, for folding it as it stood then. None
 * when their content was destroyed.
 */
export async function loadFilingsUpTo(
  client: Pick<Pool, 'query'>,
  registration: number,
  sequence: number,
): Promise<FoldedFiling[]> {
  const { rows } = await client.query(
    `select f.sequence, f.filed_at, f.filing_number, f.kind, f.account, c.content
     from filings f left join filing_contents c on c.sequence = f.sequence
     where f.registration = $1 and f.sequence <= $2 order by f.sequence`,
    [registration, sequence],
  )
  return rows.some(({ content }) => content !== null) ? rows.map(foldedOf) : []
}

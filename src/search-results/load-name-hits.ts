import type { Pool } from 'pg'
import { keyDigest } from '../registrations/key-digest.ts'
import { nameKeyOrRefusal } from '../search/name-refusal.ts'
import type { SearchLogic } from '../search/search-logics.ts'

/** As what a debtor's name was hit: its name now, one that it had before, its parent's or its owner's. */
export type HitAs = 'current' | 'former' | 'parent' | 'owner'

/**
 * As what a searched name was found in each of some registrations, as they stood at a sequence: what the record of a
 * search leaves out. In one query, by the index of the search itself.
 */
export async function loadNameHits(
  pool: Pick<Pool, 'query'>,
  searched: { name: string; logic: SearchLogic; sequence: number },
  registrations: readonly number[],
): Promise<ReadonlyMap<number, readonly HitAs[]>> {
  const key = nameKeyOrRefusal(searched.name, searched.logic)
  if ('refused' in key || registrations.length === 0) return new Map()
  const { rows } = await pool.query({
    name: 'name-hits',
    text: `select registration, array_agg(distinct matched_as) as hits from debtor_keys
      where key_digest = $1 and key = $2 and registration = any($3::bigint[])
        and from_sequence <= $4 and (until_sequence is null or until_sequence > $4)
      group by registration`,
    values: [
      keyDigest('organization_name', searched.logic.version, key.key),
      key.key,
      registrations,
      searched.sequence,
    ],
  })
  return new Map(rows.map(({ registration, hits }) => [registration, hits]))
}

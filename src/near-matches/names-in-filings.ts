import type { Pool } from 'pg'
import { keyDigest } from '../registrations/key-digest.ts'
import { SEARCH_LOGIC } from '../search/search-key.ts'
import { foldedNameOf } from './read-name.ts'

/** A name as the index of near matches holds it. The digest is hex. */
export type IndexedName = { keyDigest: string; key: string; name: string; folded: string }

type Filing = { debtors: { kind: string; name: string }[]; parents: unknown[] | null; owners: string[] }

/**
 * The names of organisations that the filings in a range brought: debtors as they stand after each, and the parents of
 * branches. Who runs an individual business without a name of its own is a person and stays out.
 */
export async function namesInFilings(
  client: Pick<Pool, 'query'>,
  range: { after: number; upTo: number },
): Promise<IndexedName[]> {
  const { rows } = await client.query<Filing>({
    name: 'names-in-filings',
    text: `select r.debtors,
        case when exists (select from debtor_keys k where k.registration = f.registration
          and k.from_sequence = f.sequence and k.matched_as = 'parent')
        then (select jsonb_path_query_array(convert_from(c.content, 'UTF8')::jsonb, '$.**.parent.name')
          from filing_contents c where c.sequence = f.sequence) end as parents,
        (select coalesce(jsonb_agg(k.key), '[]') from debtor_keys k where k.registration = f.registration
          and k.from_sequence <= f.sequence and (k.until_sequence is null or k.until_sequence > f.sequence)
          and k.kind = 'organization_name' and k.matched_as = 'owner') as owners
      from filings f join registrations r on r.registration = f.registration and r.from_sequence = f.sequence
      where f.sequence > $1 and f.sequence <= $2`,
    values: [range.after, range.upTo],
  })
  const found = new Map<string, IndexedName>()
  for (const { debtors, parents, owners } of rows) {
    const organizations = debtors.filter(({ kind }) => kind === 'organization').map(({ name }) => name)
    for (const name of organizations) addName(found, name, owners)
    for (const name of parents ?? []) if (typeof name === 'string') addName(found, name, [])
  }
  return [...found.values()]
}

/** Names that the rules of today would refuse were never filed; one that has no key is passed over. */
function addName(found: Map<string, IndexedName>, name: string, owners: readonly string[]): void {
  const read = foldedNameOf(name)
  if (!read || owners.includes(read.key)) return
  const digest = keyDigest('organization_name', SEARCH_LOGIC, read.key).toString('hex')
  if (!found.has(digest)) found.set(digest, { keyDigest: digest, key: read.key, name, folded: read.folded })
}

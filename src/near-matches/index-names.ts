import { setTimeout } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { followBatch, hasMoreToFollow } from '../registrations/follow-order.ts'
import { countTerms } from './count-terms.ts'
import { termsOf } from './name-terms.ts'
import { type IndexedName, namesInFilings } from './names-in-filings.ts'
import { readName } from './read-name.ts'

/** Its row in `followers`. */
export const FOLLOWER = 'index-names'
/** Small, because names are taken apart on the thread that also serves. */
const BATCH_MAX_FILINGS = 200
/** A list of 5,000 machines brings as many numbers: the batch ends with the filing that goes beyond this. */
const BATCH_MAX_NUMBERS = 20_000
const TRANSACTION_TIMEOUT_SECONDS = 60
/** Behind on a long way it rests twice as long as it worked: filing and searching come first. */
const REST = 2

/**
 * Brings the names and asset identifiers of each filing since the last time into the index of near matches, in the
 * order of filings. What is new and the cursor are one transaction: killed at any moment, nothing is skipped, and what
 * is indexed twice is there once.
 */
export async function indexNames({ pool }: { pool: Pool }): Promise<void> {
  while (await hasMoreToFollow(pool, follower)) {
    const began = performance.now()
    if (!(await followBatch(pool, follower))) return
    await countTerms(pool, { whenMany: true })
    if (await hasMoreToFollow(pool, follower)) await setTimeout(REST * (performance.now() - began))
  }
}

const follower = { name: FOLLOWER, timeoutSeconds: TRANSACTION_TIMEOUT_SECONDS, deal: indexBatch }

async function indexBatch(client: PoolClient, after: number): Promise<number> {
  const upTo = await endOfBatch(client, after)
  if (upTo === undefined) return after
  await addNames(client, await namesInFilings(client, { after, upTo }))
  await addAssetNumbers(client, { after, upTo })
  return upTo
}

async function endOfBatch(client: PoolClient, after: number): Promise<number | undefined> {
  const { rows } = await client.query({
    name: 'names-end-of-batch',
    text: `select max(sequence) as "upTo" from (
        select f.sequence, sum(n) over (order by f.sequence) - n as before
        from (select * from filings where sequence > $1 order by sequence limit $2) f cross join lateral (
          select count(*) as n from asset_keys a
          where a.registration = f.registration and a.from_sequence = f.sequence) numbers) batch
      where before <= $3`,
    values: [after, BATCH_MAX_FILINGS, BATCH_MAX_NUMBERS],
  })
  return rows[0].upTo ?? undefined
}

/** Most names of a filing are there already: only new ones are taken apart. */
async function addNames(client: PoolClient, names: readonly IndexedName[]): Promise<void> {
  if (names.length === 0) return
  const { rows } = await client.query({
    name: 'names-not-indexed',
    text: `select digest from unnest($1::text[]) digest
      where not exists (select from debtor_names n where n.key_digest = decode(digest, 'hex'))`,
    values: [names.map((each) => each.keyDigest)],
  })
  const missing = new Set(rows.map(({ digest }) => digest))
  const added = names
    .filter((each) => missing.has(each.keyDigest))
    .map(({ keyDigest, key, name, folded }) => ({
      digest: keyDigest,
      key,
      name,
      folded,
      terms: termsOf(readName(folded)),
    }))
  if (added.length === 0) return
  await client.query({
    name: 'names-index',
    text: `insert into debtor_names (key_digest, key, name, folded, terms)
      select decode(digest, 'hex'), key, name, folded, array_to_tsvector(terms)
      from json_to_recordset($1::json) as n(digest text, key text, name text, folded text, terms text[])
      on conflict (key_digest) do nothing`,
    values: [JSON.stringify(added)],
  })
}

/** In the database alone, since there may be many. A test holds this to foldAssetKey. */
async function addAssetNumbers(client: PoolClient, { after, upTo }: { after: number; upTo: number }): Promise<void> {
  await client.query({
    name: 'asset-numbers-index',
    text: `insert into asset_numbers (key_digest, key, look_digest)
      select a.key_digest, min(a.key), substr(sha256(convert_to(
        e'asset_look\\n\\n' || translate(min(a.key), 'OQILZSGB', '00112568'), 'UTF8')), 1, 16)
      from filings f join asset_keys a on a.registration = f.registration and a.from_sequence = f.sequence
      where f.sequence > $1 and f.sequence <= $2 group by a.key_digest
      on conflict (key_digest) do nothing`,
    values: [after, upTo],
  })
}

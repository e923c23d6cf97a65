import type { Pool } from 'pg'
import { Unavailable } from '../platform/unavailable.ts'
import type { AssetKeyKind } from './forms/define-form.ts'
import type { Moment } from './moment-in-order.ts'

type Client = Pick<Pool, 'query'>

/** A key to be looked up, its digest in hex. Without a kind it may be of any. */
export type WantedAsset = { digest: string; key: string; kind?: AssetKeyKind }

/** A registration in effect that lists a wanted asset: the place of the wanted key, and since which filing. */
export type AssetHit = { at: number; registration: number; since: number; kinds: AssetKeyKind[] }

/** Hits by the order of the wanted keys, then of filing. `more` are the places of keys that have more than are told. */
export type AssetHits = { asOf: Moment; hits: AssetHit[]; more: Set<number> }

/** The order is closed each second; a result whose moment is older than this is not given. */
const CLOSED_WITHIN_SECONDS = 60
/** An asset of this many kinds is listed once for each. */
const KINDS = 4

/**
 * The registrations in effect that list assets, for many at once: one statement, one index probe a key, one snapshot.
 * @param moment the present one when it is left out
 * @param max registrations told of each key
 * @throws Unavailable order_not_closed when the present moment would be too old
 */
export async function findByAssetKeys(
  client: Client,
  wanted: readonly WantedAsset[],
  max: number,
  moment?: Moment,
): Promise<AssetHits> {
  const { rows } = await client.query({
    name: 'find-by-asset-keys',
    text: FIND_BY_ASSET_KEYS,
    values: [
      wanted.map(({ digest }) => digest),
      wanted.map(({ key }) => key),
      wanted.map(({ kind }) => kind ?? ''),
      (max + 1) * KINDS,
      moment?.sequence ?? null,
      moment?.time ?? null,
    ],
  })
  if (rows.length === 0) throw new Unavailable('order_not_closed', 5)
  const hits: AssetHit[] = []
  const more = new Set<number>()
  let told = 0
  for (const { at, registration, since, kind } of rows) {
    if (at === null) continue
    const last = hits.at(-1)
    if (last?.at !== at) told = 0
    if (last && last.at === at && last.registration === registration) {
      last.since = Math.min(last.since, since)
      last.kinds.push(kind)
    } else if (told === max) more.add(at)
    else {
      hits.push({ at, registration, since, kinds: [kind] })
      told += 1
    }
  }
  return { asOf: { sequence: rows[0].n, time: rows[0].t }, hits, more }
}

// The lateral subqueries with LIMIT and OFFSET 0 hold the planner to one index probe a key, whatever it guesses.
const FIND_BY_ASSET_KEYS = `
with head as materialized (
  select coalesce($5::bigint, last_sequence) as n, coalesce($6::timestamptz, closed_at) as t,
    (coalesce($6::timestamptz, closed_at) at time zone 'Asia/Shanghai')::date as day from register_head
  where $5::bigint is not null or closed_at > clock_timestamp() - interval '${CLOSED_WITHIN_SECONDS} seconds'
), wanted as materialized (
  select w.at::integer - 1 as at, decode(w.digest, 'hex') as digest, w.key, w.kind
  from unnest($1::text[], $2::text[], $3::text[]) with ordinality as w(digest, key, kind, at)
)
select head.n, head.t, hit.at, hit.registration, hit.since, hit.kind
from head left join lateral (
  select w.at, a.registration, a.since, a.kind from wanted w cross join lateral (
    select k.registration, k.from_sequence as since, k.kind from asset_keys k cross join lateral (
      select from registrations r where r.registration = k.registration
        and r.from_sequence <= head.n and (r.until_sequence is null or r.until_sequence > head.n)
        and r.ended is null and r.expires_on >= head.day offset 0) r
    where k.key_digest = w.digest and k.key = w.key and (w.kind = '' or k.kind = w.kind)
      and k.from_sequence <= head.n and (k.until_sequence is null or k.until_sequence > head.n)
    order by k.registration limit $4) a) hit on true
order by hit.at, hit.registration, hit.since`

/**
 * The registrations in effect of many debtors, by the digests of their names and numbers, at a moment. In the order of
 * filing; at most `max` of each debtor, and one more as a sign that there are more.
 */
export async function findByDebtorKeys(
  client: Client,
  wanted: readonly { digest: string; key: string }[],
  max: number,
  moment: Moment,
): Promise<{ at: number; registration: number }[]> {
  const { rows } = await client.query({
    name: 'find-by-debtor-keys',
    text: FIND_BY_DEBTOR_KEYS,
    values: [wanted.map(({ digest }) => digest), wanted.map(({ key }) => key), max + 1, moment.sequence, moment.time],
  })
  return rows
}

const FIND_BY_DEBTOR_KEYS = `
select w.at::integer - 1 as at, d.registration
from unnest($1::text[], $2::text[]) with ordinality as w(digest, key, at) cross join lateral (
  select distinct k.registration from debtor_keys k cross join lateral (
    select from registrations r where r.registration = k.registration
      and r.from_sequence <= $4::bigint and (r.until_sequence is null or r.until_sequence > $4::bigint)
      and r.ended is null and r.expires_on >= ($5::timestamptz at time zone 'Asia/Shanghai')::date offset 0) r
  where k.key_digest = decode(w.digest, 'hex') and k.key = w.key
    and k.from_sequence <= $4::bigint and (k.until_sequence is null or k.until_sequence > $4::bigint)
  order by k.registration limit $3) d
order by 1, 2`

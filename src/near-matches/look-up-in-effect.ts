import type { Pool } from 'pg'

/** A moment in the order: every filing up to the sequence, judged at the time. RFC 3339 UTC. */
export type Moment = { sequence: number; time: string }

/** What is in effect under a key. `identifiers` as they are keyed, at most two different ones. */
export type InEffect = { count: number; more: boolean; foundAs: string[]; identifiers: string[] }

type Keyed = { keyDigest: string; key: string }

/** Counting ends here: an answer says "or more". */
const COUNTED_MAX = 1_000
/** Registrations whose debtor's codes are compared. */
const IDENTIFIED_MAX = 20

/**
 * The registrations in effect at a moment under each of some organisation names. What has ended is not counted, and a
 * name with nothing in effect is not in the answer: it does not come back to the public.
 */
export async function namesInEffect(
  client: Pick<Pool, 'query'>,
  names: readonly Keyed[],
  moment: Moment,
): Promise<Map<string, InEffect>> {
  const { rows } = await client.query({
    name: 'near-names-in-effect',
    text: NAMES_IN_EFFECT,
    values: [names.map((each) => each.keyDigest), names.map((each) => each.key), moment.sequence, moment.time],
  })
  return new Map(rows.map(({ digest, ...row }) => [digest, inEffectOf(row)]))
}

/** The same of asset identifiers. */
export async function numbersInEffect(
  client: Pick<Pool, 'query'>,
  numbers: readonly Keyed[],
  moment: Moment,
): Promise<Map<string, InEffect>> {
  const { rows } = await client.query({
    name: 'near-numbers-in-effect',
    text: NUMBERS_IN_EFFECT,
    values: [numbers.map((each) => each.keyDigest), numbers.map((each) => each.key), moment.sequence, moment.time],
  })
  return new Map(rows.map(({ digest, ...row }) => [digest, inEffectOf({ ...row, foundAs: [], identifiers: [] })]))
}

function inEffectOf({ count, foundAs, identifiers }: Omit<InEffect, 'more'>): InEffect {
  return { count: Math.min(count, COUNTED_MAX), more: count > COUNTED_MAX, foundAs, identifiers }
}

const IN_EFFECT = `
  r.registration = k.registration and r.from_sequence <= $3 and (r.until_sequence is null or r.until_sequence > $3)
  and r.ended is null and r.expires_on >= ($4::timestamptz at time zone 'Asia/Shanghai')::date`

const NAMES_IN_EFFECT = `
with found as materialized (
  select a.digest, f.registration, f.debtor, f.tie
  from unnest($1::text[], $2::text[]) as a(digest, key) cross join lateral (
    select k.registration, min(k.debtor) as debtor, min(k.matched_as) as tie from debtor_keys k
    where k.key_digest = decode(a.digest, 'hex') and k.key = a.key and k.kind = 'organization_name'
      and k.matched_as <> 'owner'
      and k.from_sequence <= $3 and (k.until_sequence is null or k.until_sequence > $3)
      and exists (select from registrations r where ${IN_EFFECT})
    group by k.registration order by k.registration limit ${COUNTED_MAX + 1}) f
)
select d.digest, d.count, d.ties as "foundAs", (
  select coalesce(array_agg(key), '{}') from (
    select distinct i.key from (select * from found g where g.digest = d.digest limit ${IDENTIFIED_MAX}) f
      join debtor_keys i on i.registration = f.registration and i.debtor = f.debtor and i.kind = 'identifier'
        and i.matched_as = case f.tie when 'parent' then 'parent' else 'current' end
        and i.from_sequence <= $3 and (i.until_sequence is null or i.until_sequence > $3)
    limit 2) codes) as identifiers
from (select digest, count(*)::int as count, array_agg(distinct tie) as ties from found group by digest) d`

const NUMBERS_IN_EFFECT = `
select a.digest, count(*)::int as count
from unnest($1::text[], $2::text[]) as a(digest, key) cross join lateral (
  select distinct k.registration from asset_keys k
  where k.key_digest = decode(a.digest, 'hex') and k.key = a.key
    and k.from_sequence <= $3 and (k.until_sequence is null or k.until_sequence > $3)
    and exists (select from registrations r where ${IN_EFFECT})
  limit ${COUNTED_MAX + 1}) found
group by a.digest`

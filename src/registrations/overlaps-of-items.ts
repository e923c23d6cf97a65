import type { Pool } from 'pg'
import { findByAssetKeys } from './find-by-keys.ts'
import type { AssetKeyKind } from './forms/define-form.ts'
import type { Moment } from './moment-in-order.ts'
import type { Collateral } from './registration-form.ts'
import { assetKeysOf, type PartySummary } from './search-index.ts'

/** A number of the collateral that registrations in effect list as well, in the order in which they came to list it. */
export type ItemOverlap = {
  /** As numbers are compared: capitals, without spaces and hyphens. */
  identifier: string
  kind: AssetKeyKind
  registrations: OverlappingRegistration[]
  /** More registrations list it than are told. */
  more: boolean
}

export type OverlappingRegistration = {
  registrationNumber: string
  securityType: string
  securedParties: PartySummary[]
  debtors: PartySummary[]
  /** The filing from which it lists the number. */
  since: number
  expiresOn: string
  yours: boolean
}

/** What is told of one form: numbers, and registrations of each. All are compared. */
const ITEMS_TOLD_MAX = 20
const REGISTRATIONS_TOLD_MAX = 5

/**
 * Which numbers of a form's collateral are in registrations in effect already: as an aid to who is about to file, which
 * refuses nothing. One statement for all numbers and one for what is told of them. Parties are not masked.
 * @param account whose registrations are `yours`
 * @returns the first of them, and how many numbers there are in all
 * @throws Unavailable order_not_closed
 */
export async function overlapsOfItems(
  client: Pick<Pool, 'query'>,
  form: { securityType: string; collateral: Collateral },
  account: number,
): Promise<{ overlaps: ItemOverlap[]; count: number }> {
  const wanted = assetKeysOf(form.securityType, form.collateral).map(({ key_digest, key, kind }) => ({
    digest: key_digest,
    key,
    kind: kind as AssetKeyKind,
  }))
  if (wanted.length === 0) return { overlaps: [], count: 0 }
  const { asOf, hits, more } = await findByAssetKeys(client, wanted, REGISTRATIONS_TOLD_MAX)
  const byPlace = Map.groupBy(hits, ({ at }) => at)
  const told = [...byPlace].slice(0, ITEMS_TOLD_MAX)
  const rows = await loadRows(
    client,
    told.flatMap(([, each]) => each.map(({ registration }) => registration)),
    asOf,
  )
  const overlaps = told.map(([at, each]): ItemOverlap => {
    const { key, kind } = wanted[at]!
    const registrations = each
      .toSorted((a, b) => a.since - b.since)
      .flatMap(({ registration, since }) => {
        const row = rows.get(registration)
        if (!row) return []
        const { account: filer, ...facts } = row
        return [{ ...facts, since, yours: filer === account }]
      })
    return { identifier: key, kind, registrations, more: more.has(at) }
  })
  return { overlaps, count: byPlace.size }
}

type Row = Omit<OverlappingRegistration, 'since' | 'yours'> & { account: number }

async function loadRows(
  client: Pick<Pool, 'query'>,
  registrations: readonly number[],
  { sequence }: Moment,
): Promise<Map<number, Row>> {
  if (registrations.length === 0) return new Map()
  const { rows } = await client.query({
    name: 'overlaps-of-items',
    text: `select registration, registration_number as "registrationNumber", security_type as "securityType",
        secured_parties as "securedParties", debtors, expires_on as "expiresOn", account
      from registrations where registration = any($1::bigint[]) and from_sequence <= $2
        and (until_sequence is null or until_sequence > $2)`,
    values: [[...new Set(registrations)], sequence],
  })
  return new Map(rows.map(({ registration, ...row }) => [registration, row]))
}

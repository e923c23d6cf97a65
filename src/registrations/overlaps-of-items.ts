import type { Pool } from 'pg'
import { MASK, summaryFor } from '../parties/masking.ts'
import { compileBody } from '../platform/validation.ts'
import { SearchKeyError } from '../search/search-key.ts'
import { findByAssetKeys } from './find-by-keys.ts'
import type { AssetKeyKind } from './forms/define-form.ts'
import { formOf } from './forms/forms.ts'
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
 * refuses nothing. One statement for all numbers and one for what is told of them. Individuals are not named: a look
 * before filing is no search, with its purpose and its record.
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

/**
 * The same of a body that is not judged yet.
 * @returns undefined when it has no collateral that fits its security type
 */
export async function overlapsOfBody(
  client: Pick<Pool, 'query'>,
  { securityType, collateral }: { securityType?: unknown; collateral?: unknown },
  account: number,
): Promise<{ overlaps: ItemOverlap[]; overlapCount: number } | undefined> {
  if (typeof securityType !== 'string' || !fits(securityType, collateral)) return undefined
  try {
    const form = { securityType, collateral: collateral as Collateral }
    const { overlaps, count } = await overlapsOfItems(client, form, account)
    return { overlaps, overlapCount: count }
  } catch (error) {
    // A number with a character that is none is refused when the form is filed.
    if (error instanceof SearchKeyError) return undefined
    throw error
  }
}

const checks = new Map<string, ReturnType<typeof compileBody>>()

function fits(securityType: string, collateral: unknown): boolean {
  const form = formOf(securityType)
  if (!form) return false
  const check = checks.get(securityType) ?? compileBody(form.schema)
  checks.set(securityType, check)
  return check(collateral).length === 0
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
  return new Map(
    rows.map(({ registration, ...row }) => [
      registration,
      { ...row, securedParties: row.securedParties.map(unnamed), debtors: row.debtors.map(unnamed) },
    ]),
  )
}

function unnamed(party: PartySummary): PartySummary {
  return party.kind === 'individual' ? { ...summaryFor('searcher', party), name: MASK.repeat(3) } : party
}

import type { Pool } from 'pg'
import type { PartySummary } from '../registrations/search-index.ts'
import { type Grade, gradesOf, type OverlapCheck } from './overlap-check.ts'
import { registrationTexts } from './registration-texts.ts'

type Client = Pick<Pool, 'query'>

/** A check as it was recorded, with the name of the account that made it. */
export type RecordedOverlapCheck = OverlapCheck & { checker: string }

export async function loadOverlapCheck(client: Client, checkNumber: string): Promise<RecordedOverlapCheck | undefined> {
  const { rows } = await client.query({
    name: 'load-overlap-check',
    text: `select c.*, a.name as checker from overlap_checks c join accounts a using (account) where check_number = $1`,
    values: [checkNumber],
  })
  const row = rows[0]
  if (!row) return undefined
  return {
    checkNumber: row.check_number,
    verificationCode: row.verification_code,
    checkedAt: row.checked_at,
    actor: row.actor,
    account: row.account,
    checker: row.checker,
    purpose: row.purpose,
    searchLogic: row.search_logic,
    similarityRule: row.similarity_rule,
    asOf: { sequence: row.as_of_sequence, time: row.as_of_time },
    lines: row.lines,
    exact: row.exact_hits.map(([at, registration, since, kinds]: unknown[]) => ({ at, registration, since, kinds })),
    more: row.more_hits,
    similar: row.similar_hits.map(([at, registration, share, place]: unknown[]) => ({
      at,
      registration,
      share,
      place,
    })),
    similarAsOf: row.similar_as_of_sequence,
    similarComplete: row.similar_complete,
    counts: row.counts,
  }
}

export type ListedOverlapCheck = Pick<OverlapCheck, 'checkNumber' | 'checkedAt' | 'purpose' | 'counts'>

/** The checks that a user made, newest first. @param before the time of the last one of the page before */
export async function listOverlapChecks(
  client: Client,
  actor: number,
  { before, limit }: { before?: string; limit: number },
): Promise<ListedOverlapCheck[]> {
  const { rows } = await client.query({
    name: 'list-overlap-checks',
    text: `select check_number as "checkNumber", checked_at as "checkedAt", purpose, counts from overlap_checks
      where actor = $1 and checked_at < coalesce($2::timestamptz, 'infinity') order by checked_at desc limit $3`,
    values: [actor, before ?? null, limit],
  })
  return rows
}

/** A registration as it stood at the check's moment. */
export type HitFacts = {
  registration: number
  registrationNumber: string
  securityType: string
  filedAt: string
  expiresOn: string
  account: number
  securedParties: PartySummary[]
  debtors: PartySummary[]
  collateralSummary: string
}

/** Which of the check's lines are wanted: a part of those of a grade, by place in the list. */
export function placesOf(check: OverlapCheck, grade: Grade | 'duplicate' | undefined): number[] {
  const found = gradesOf(check)
  return check.lines.flatMap((line, at) => {
    const wanted = grade === undefined || (grade === 'duplicate' ? line.duplicateOf !== undefined : found[at] === grade)
    return wanted ? [at] : []
  })
}

export type OverlapFacts = {
  registrations: Map<number, HitFacts>
  /** When each filing from which an asset ranks was filed. */
  filedAt: Map<number, string>
  /** Text of a similar hit by registration and place. */
  texts: Map<string, string>
}

/** The facts of what was found of some lines, each registration once: three statements, however many lines. */
export async function loadOverlapFacts(
  client: Client,
  check: OverlapCheck,
  places: readonly number[],
): Promise<OverlapFacts> {
  const wanted = new Set(places)
  const exact = check.exact.filter(({ at }) => wanted.has(at))
  const similar = check.similar.filter(({ at }) => wanted.has(at))
  const registrations = [...new Set([...exact, ...similar].map(({ registration }) => registration))]
  if (registrations.length === 0) return { registrations: new Map(), filedAt: new Map(), texts: new Map() }
  const rows = await loadRegistrations(client, registrations, check.asOf.sequence)
  const ranked = exact.filter(({ since, registration }) => since !== registration).map(({ since }) => since)
  const filedAt = new Map(rows.map((row) => [row.registration, row.filedAt]))
  for (const [sequence, time] of await loadTimes(client, [...new Set(ranked)])) filedAt.set(sequence, time)
  const texts = await registrationTexts(
    client,
    [...new Set(similar.map(({ registration }) => registration))],
    check.similarAsOf,
  )
  const byPlace = [...texts].flatMap(([registration, list]) =>
    list.map(({ place, text }) => [textId(registration, place), text] as const),
  )
  return { registrations: new Map(rows.map((row) => [row.registration, row])), filedAt, texts: new Map(byPlace) }
}

export function textId(registration: number, place: readonly unknown[]): string {
  return `${registration} ${place.join(' ')}`
}

async function loadRegistrations(client: Client, registrations: number[], sequence: number): Promise<HitFacts[]> {
  const { rows } = await client.query({
    name: 'overlap-registrations',
    text: `select registration, registration_number as "registrationNumber", security_type as "securityType",
        filed_at as "filedAt", expires_on as "expiresOn", account, secured_parties as "securedParties", debtors,
        collateral_summary as "collateralSummary"
      from registrations where registration = any($1::bigint[]) and from_sequence <= $2
        and (until_sequence is null or until_sequence > $2)`,
    values: [registrations, sequence],
  })
  return rows
}

async function loadTimes(client: Client, sequences: number[]): Promise<[number, string][]> {
  if (sequences.length === 0) return []
  const { rows } = await client.query({
    name: 'overlap-filing-times',
    text: 'select sequence, filed_at from filings where sequence = any($1::bigint[])',
    values: [sequences],
  })
  return rows.map(({ sequence, filed_at }) => [sequence, filed_at])
}

import type { Pool } from 'pg'
import type { FilingKind } from '../registrations/act.ts'

/** One act on a registration that a search found, as it shows on the timeline and in the search certificate. */
export type MatchAct = {
  kind: FilingKind
  filingNumber: string
  sequence: number
  filedAt: string
  /** The expiry date as this act left it. */
  expiresOn: string
  /** It added collateral, which ranks from it (the Measures, art. 13). */
  addsCollateral?: true
  /** It ended the registration; a reinstatement after it put it back in effect. */
  ended?: true
  /** The filing number of the objection that it is about: its acceptance as a case, or its end. */
  objection?: string
}

/** `actCount` is there when there are more acts than are given: then the initial filing and the latest are. */
export type MatchActs = { acts: MatchAct[]; actCount?: number }

/** Of one registration. Nobody files so many in earnest; all of them stand on the registration's own page. */
export const ACTS_MAX = 100

/**
 * The acts on registrations up to and including one sequence, in their order, in one query. They follow from filings
 * alone, so an answer for a sequence is the same forever. @returns by registration (the sequence of its initial filing)
 */
export async function loadActs(
  pool: Pick<Pool, 'query'>,
  registrations: readonly number[],
  sequence: number,
): Promise<Map<number, MatchActs>> {
  if (registrations.length === 0) return new Map()
  const { rows } = await pool.query({ name: 'load-acts', text: LOAD_ACTS, values: [registrations, sequence] })
  const byRegistration = Map.groupBy(rows, ({ registration }) => registration as number)
  return new Map(
    [...byRegistration].map(([registration, own]) => [
      registration,
      { acts: own.map(actOf), ...(own[0]!.acts > ACTS_MAX && { actCount: own[0]!.acts }) },
    ]),
  )
}

function actOf(row: Record<string, any>): MatchAct {
  return {
    kind: row.kind,
    filingNumber: row.filing_number,
    sequence: row.sequence,
    filedAt: row.filed_at,
    expiresOn: row.expires_on,
    ...(row.adds_collateral && { addsCollateral: true }),
    ...(row.ended && { ended: true }),
    ...(row.objection && { objection: row.objection }),
  }
}

// Contents are canonical JSON, in which a quotation mark within a text is escaped: these bytes stand only where the
// value itself does. Looking for them spares reading amendments of thousands of items.
const LOAD_ACTS = `
select f.registration, f.kind, f.filing_number, f.sequence, f.filed_at, f.acts, r.expires_on,
  r.ended is not null and f.kind in ('discharge', 'revocation') as ended,
  position('"type":"add_collateral"'::bytea in c.content) > 0 as adds_collateral,
  case when f.kind in ('case_acceptance', 'objection_withdrawal', 'objection_lapse', 'revocation') then (
    select o.filing_number from objections o
    where o.registration = f.registration and o.from_sequence = f.sequence) end as objection
from (
  select *, count(*) over (partition by registration) as acts,
    row_number() over (partition by registration order by sequence desc) as newest
  from filings where registration = any($1::bigint[]) and sequence <= $2) f
cross join lateral (
  select expires_on, ended from registrations r where r.registration = f.registration
    and r.from_sequence <= f.sequence and (r.until_sequence is null or r.until_sequence > f.sequence) offset 0) r
left join filing_contents c on c.sequence = f.sequence and f.kind in ('amendment', 'correction')
where f.newest < ${ACTS_MAX} or f.sequence = f.registration
order by f.registration, f.sequence`

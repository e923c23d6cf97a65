import type { Pool } from 'pg'
import { beijingDate, microsecondsOf } from '../platform/clock.ts'
import type { StandingRegistration } from './act.ts'
import { foldRegistration } from './fold-registration.ts'
import type { FoldedFiling } from './registration-state.ts'

/**
 * Folds registrations from their filings, by registration number; those that are not there, or whose content was
 * destroyed after their retention, are left out. Throws when a part of the content is missing: that is tampering.
 */
export async function loadStanding(
  client: Pick<Pool, 'query'>,
  numbers: readonly string[],
): Promise<Map<string, StandingRegistration>> {
  const { rows } = await client.query(
    `select first.filing_number as number, f.sequence, f.filed_at, f.filing_number, f.kind, f.account, c.content,
       (select code_hash from modification_codes m where m.registration = first.sequence and m.until_sequence is null) as code_hash
     from filings first join filings f on f.registration = first.sequence
       left join filing_contents c on c.sequence = f.sequence
     where first.filing_number = any($1) and first.kind = 'initial' order by f.sequence`,
    [numbers],
  )
  const filings = [...Map.groupBy(rows, (row) => row.number as string)]
  const kept = filings.filter(([, own]) => own.some(({ content }) => content !== null))
  return new Map(
    kept.map(([number, own]) => [
      number,
      { state: foldRegistration(own.map(foldedOf)), codeHash: own[0].code_hash ?? undefined },
    ]),
  )
}

/** A row of filings with its content as the fold reads it. */
export function foldedOf(row: Record<string, any>): FoldedFiling {
  if (!row.content) throw new Error(`the content of filing ${row.sequence} is not there`)
  return {
    sequence: row.sequence,
    filedAt: row.filed_at,
    filedOn: beijingDate(microsecondsOf(row.filed_at)),
    filingNumber: row.filing_number,
    kind: row.kind,
    account: row.account,
    content: JSON.parse(row.content.toString('utf8')),
  }
}

import type { Pool } from 'pg'
import type { SearchLogic } from '../search/search-logics.ts'
import type { DerivedRows } from './act.ts'
import { deriveRows } from './derive-rows.ts'
import { applyFiling } from './fold-registration.ts'
import { foldedOf } from './load-standing.ts'
import { attachmentRows } from './named-attachments.ts'
import { beginState, type RegistrationState } from './registration-state.ts'
import { type GroupRows, joinRows } from './write-rows.ts'

/** A filing as it is stored; `content` is null where it was destroyed. */
export type FilingRow = Record<string, any> & { registration: number; sequence: number }

/** All filings of some registrations up to a sequence, in their order. */
export async function loadFilingRows(
  client: Pick<Pool, 'query'>,
  registrations: readonly number[],
  last: number,
): Promise<FilingRow[]> {
  const { rows } = await client.query(
    `select f.registration, f.sequence, f.filed_at, f.filing_number, f.kind, f.account, f.commitment, c.content, c.salt
     from filings f left join filing_contents c using (sequence)
     where f.registration = any($1::bigint[]) and f.sequence <= $2 order by f.sequence`,
    [registrations, last],
  )
  return rows
}

/** Everything that is derived from the filings of one registration, each row with both its ends. Pure. */
export function rowsOfFilings(filings: readonly FilingRow[], logics: readonly SearchLogic[]): GroupRows {
  const outcomes: Partial<DerivedRows>[] = []
  let state: RegistrationState | undefined
  for (const row of filings) {
    const filing = foldedOf(row)
    const next: RegistrationState = state ? applyFiling(state, filing) : beginState(filing)
    const named = attachmentRows(row, filing.content)
    outcomes.push({ ...deriveRows(state, next, logics), filingAttachments: named })
    state = next
  }
  return joinRows(outcomes)
}

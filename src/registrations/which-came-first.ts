import type { Pool } from 'pg'
import type { Person } from '../accounts/person.ts'
import { beijingDate, microsecondsOf } from '../platform/clock.ts'
import type { FilingKind } from './act.ts'
import { partyKeysOf } from './is-party-to.ts'
import { loadStanding } from './load-standing.ts'
import { readerOf } from './read-registration.ts'
import { statusOn } from './registration-state.ts'

/** A filing's place in the order. */
export type PlacedFiling = {
  filingNumber: string
  registrationNumber: string
  kind: FilingKind
  sequence: number
  filedAt: string
}

export type Comparison = {
  first: PlacedFiling
  second: PlacedFiling
  /** Which of the two came first in the order; `same` when it is one filing given twice. */
  cameFirst: 'first' | 'second' | 'same'
  /** From the earlier to the later. */
  microsecondsApart: number
}

/**
 * Compares two filings by their places in the order. Informational: rank may follow other rules.
 * @returns undefined when one of them is not there, or is on a registration that is not for this person to see
 */
export async function compareFilings(
  pool: Pick<Pool, 'query'>,
  person: Pick<Person, 'account' | 'role' | 'identifierKey'>,
  first: string,
  second: string,
): Promise<Comparison | undefined> {
  const { rows } = await pool.query({ name: 'compare-filings', text: COMPARE, values: [[first, second]] })
  const standing = await loadStanding(
    pool,
    rows.map(({ registrationNumber }) => registrationNumber),
  )
  const seen = (number: string): PlacedFiling | undefined => {
    const row = rows.find(({ filingNumber }) => filingNumber === number)
    const state = row && standing.get(row.registrationNumber)?.state
    if (!state) return undefined
    const { closedAt, ...filing } = row
    const status = statusOn(state, beijingDate(microsecondsOf(closedAt)))
    return readerOf(person, { account: state.account, status, partyKeys: partyKeysOf(state) }) && filing
  }
  const [one, two] = [seen(first), seen(second)]
  return one && two && comparisonOf(one, two)
}

/** Sequences decide; the times follow them. */
export function comparisonOf(first: PlacedFiling, second: PlacedFiling): Comparison {
  const apart = microsecondsOf(second.filedAt) - microsecondsOf(first.filedAt)
  const cameFirst = first.sequence === second.sequence ? 'same' : first.sequence < second.sequence ? 'first' : 'second'
  return { first, second, cameFirst, microsecondsApart: Math.abs(apart) }
}

const COMPARE = `
select f.filing_number as "filingNumber", first.filing_number as "registrationNumber", f.kind, f.sequence,
  f.filed_at as "filedAt", h.closed_at as "closedAt"
from register_head h, filings f join filings first on first.sequence = f.registration
where f.filing_number = any($1)`

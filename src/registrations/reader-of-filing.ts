import type { Pool } from 'pg'
import type { Person } from '../accounts/person.ts'
import type { Reader } from '../parties/masking.ts'
import { readerOf, readRegistration } from './read-registration.ts'

/**
 * Who this person is to the registration that a filing is on; undefined when it is not theirs to see. Who filed it (an
 * objector is no party) keeps reading it after the registration has ended, as a searcher does.
 */
export async function readerOfFiling(
  pool: Pick<Pool, 'query'>,
  person: Person,
  filingNumber: string,
): Promise<Reader | undefined> {
  const { rows } = await pool.query(
    `select first.filing_number, f.account from filings f join filings first on first.sequence = f.registration
     where f.filing_number = $1`,
    [filingNumber],
  )
  const view = rows[0] && (await readRegistration(pool, rows[0].filing_number))
  const own = rows[0]?.account === person.account ? 'searcher' : undefined
  return view && (readerOf(person, view) ?? own)
}

import type { Pool } from 'pg'
import { beijingDate, microsecondsOf } from '../platform/clock.ts'
import { expiresOn } from '../registrations/expiry.ts'
import type { RegistrationCertificateFacts } from './certificate-facts.ts'

/** The facts of a filing's certificate, all from the filing itself. @returns undefined when there is no such filing */
export async function registrationFacts(
  pool: Pick<Pool, 'query'>,
  filingNumber: string,
): Promise<RegistrationCertificateFacts | undefined> {
  const { rows } = await pool.query(
    `select f.*, c.content, first.filing_number as registration_number, a.name as filer, i.name as register
     from filings f join filings first on first.sequence = f.registration
       join filing_contents c on c.sequence = f.sequence
       join accounts a on a.account = f.account, register_identity i
     where f.filing_number = $1`,
    [filingNumber],
  )
  const row = rows[0]
  if (!row) return undefined
  const content = JSON.parse(row.content.toString('utf8'))
  return {
    kind: 'registration_certificate',
    factsVersion: 1,
    register: row.register,
    number: row.filing_number,
    issuedAt: row.filed_at,
    registrationNumber: row.registration_number,
    filingNumber: row.filing_number,
    filingKind: row.kind,
    sequence: row.sequence,
    filedAt: row.filed_at,
    expiresOn: expiresOn(beijingDate(microsecondsOf(row.filed_at)), content.termMonths),
    securityType: content.securityType,
    filer: row.filer,
    content,
  }
}

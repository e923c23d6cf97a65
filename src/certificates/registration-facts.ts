import type { Pool } from 'pg'
import { loadFiledAttachments } from '../registrations/load-filed-attachments.ts'
import { loadFilingsUpTo } from '../registrations/load-filings.ts'
import type { RegistrationCertificateFacts } from './certificate-facts.ts'
import { filingFacts } from './filing-facts.ts'

/** The facts of a filing's certificate. @returns undefined when there is none, or its content was destroyed */
export async function registrationFacts(
  pool: Pick<Pool, 'query'>,
  filingNumber: string,
): Promise<RegistrationCertificateFacts | undefined> {
  const { rows } = await pool.query(
    `select f.sequence, f.registration, a.name as filer, i.name as register
     from filings f join accounts a on a.account = f.account, register_identity i
     where f.filing_number = $1`,
    [filingNumber],
  )
  const row = rows[0]
  if (!row) return undefined
  const filings = await loadFilingsUpTo(pool, row.registration, row.sequence)
  if (filings.length === 0) return undefined
  const attachments = (await loadFiledAttachments(pool, row.registration)).get(row.sequence)
  return filingFacts(filings, { register: row.register, filer: row.filer, ...(attachments && { attachments }) })
}

import type { Pool } from 'pg'
import { foldRegistration } from '../registrations/fold-registration.ts'
import { loadFiledAttachments } from '../registrations/load-filed-attachments.ts'
import { loadFilingsUpTo } from '../registrations/load-filings.ts'
import { standingAfter, standingCollateral } from './act-standing.ts'
import { replacedBy } from './amendment-replaced.ts'
import type { RegistrationCertificateFacts } from './certificate-facts.ts'

/**
 * The facts of a filing's certificate, all from that filing and those before it: whatever comes later changes nothing.
 * @returns undefined when there is no such filing
 */
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
  const filing = filings.at(-1)
  if (!filing) throw new Error(`the filings of registration ${row.registration} are not there`)
  const after = foldRegistration(filings)
  const attachments = (await loadFiledAttachments(pool, row.registration)).get(filing.sequence)
  const head = {
    kind: 'registration_certificate' as const,
    factsVersion: 1 as const,
    register: row.register as string,
    number: filing.filingNumber,
    issuedAt: filing.filedAt,
    registrationNumber: after.registrationNumber,
    filingNumber: filing.filingNumber,
    sequence: filing.sequence,
    filedAt: filing.filedAt,
    expiresOn: after.expiresOn,
    securityType: after.securityType,
    filer: row.filer as string,
    ...(attachments && { attachments }),
  }
  // What a filing names is stated once, with what is known of it: the list of its content says no more.
  const { attachments: _named, ...rest } = filing.content
  const content = rest as never
  const standing = standingAfter(after, filing.filedOn)
  switch (filing.kind) {
    case 'initial':
      return { ...head, filingKind: 'initial', content }
    case 'renewal':
    case 'discharge':
      return { ...head, filingKind: filing.kind, content, standing }
    case 'amendment': {
      const replaced = replacedBy(foldRegistration(filings.slice(0, -1)), filing)
      return {
        ...head,
        filingKind: 'amendment',
        content,
        replaced,
        standing: { ...standing, ...standingCollateral(after) },
      }
    }
    default:
      throw new Error(`there is no certificate of a filing of the kind ${filing.kind}`)
  }
}

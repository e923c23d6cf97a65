import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { canonicalBytes } from '../registrations/canonical-filing.ts'
import type { CertificateFacts } from './certificate-facts.ts'
import { registrationFacts } from './registration-facts.ts'
import { searchFacts } from './search-facts.ts'

/** A certificate: its facts as they were frozen, their hash, and the code that is printed on it. */
export type Certificate = {
  number: string
  facts: CertificateFacts
  factsSha256: Buffer
  verificationCode: string
  /** The account that it was issued to. */
  account: number
}

/**
 * The certificate of a filing or a search. Its facts follow from rows that never change; the first time it is asked for
 * they are frozen as canonical JSON, and every later answer is read from there.
 * @returns undefined when no filing or search has this number
 */
export async function certificateOf(pool: Pick<Pool, 'query'>, number: string): Promise<Certificate | undefined> {
  const issued = await pool.query({
    name: 'certificate-subject',
    text: `select verification_code, account from filings where filing_number = $1
      union all select verification_code, account from searches where search_number = $1`,
    values: [number],
  })
  const subject = issued.rows[0]
  if (!subject) return undefined
  const frozen = (await readFrozen(pool, number)) ?? (await freeze(pool, number))
  const factsSha256 = createHash('sha256').update(frozen.facts).digest()
  if (!factsSha256.equals(frozen.facts_sha256)) throw new Error(`the facts of certificate ${number} were altered`)
  return {
    number,
    facts: JSON.parse(frozen.facts.toString('utf8')),
    factsSha256,
    verificationCode: subject.verification_code,
    account: subject.account,
  }
}

type Frozen = { facts: Buffer; facts_sha256: Buffer }

async function readFrozen(pool: Pick<Pool, 'query'>, number: string): Promise<Frozen | undefined> {
  const { rows } = await pool.query({
    name: 'certificate-frozen',
    text: 'select facts, facts_sha256 from certificates where number = $1',
    values: [number],
  })
  return rows[0]
}

/** Two requests may freeze at once: the first row stands, and both read it. */
async function freeze(pool: Pick<Pool, 'query'>, number: string): Promise<Frozen> {
  const facts = (await registrationFacts(pool, number)) ?? (await searchFacts(pool, number))
  if (!facts) throw new Error(`certificate ${number} has a subject but no facts`)
  const bytes = canonicalBytes(facts)
  await pool.query(
    `insert into certificates (number, kind, issued_at, facts, facts_sha256) values ($1, $2, $3, $4, sha256($4))
     on conflict (number) do nothing`,
    [number, facts.kind, facts.issuedAt, bytes],
  )
  return (await readFrozen(pool, number))!
}

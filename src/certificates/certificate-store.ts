import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { canonicalBytes } from '../registrations/canonical-filing.ts'
import { loadSearch } from '../search/load-search.ts'
import type { CertificateFacts } from './certificate-facts.ts'
import { standApart } from './matches-apart.ts'
import { overlapFacts } from './overlap-facts.ts'
import { registrationFacts } from './registration-facts.ts'
import { searchFacts } from './search-facts.ts'

/**
 * What stays of a certificate whose facts were destroyed. Without a hash nobody ever asked for it; the code stays with
 * filings, and goes with the records of searches.
 */
export type DestroyedCertificate = {
  destroyed: true
  kind: string
  issuedAt: string
  factsSha256: Buffer | null
  verificationCode: string | null
  toPrepare?: undefined
}

/** A certificate: its facts as they were frozen, their hash, and the code that is printed on it. */
export type Certificate = {
  number: string
  facts: CertificateFacts
  factsSha256: Buffer
  verificationCode: string
  /** The account that it was issued to. */
  account: number
  /** So many matches stand apart; the list in the facts is empty. */
  matchesApart?: number
  destroyed?: undefined
  toPrepare?: undefined
}

/** That of a search of very many matches, whose facts are not frozen yet: that takes a while, and is done apart. */
export type CertificateToPrepare = {
  toPrepare: true
  kind: string
  issuedAt: string
  verificationCode: string
  destroyed?: undefined
}

/**
 * The certificate of a filing, a search or a check. Its facts follow from rows that never change; the first time it is
 * asked for they are frozen as canonical JSON, and every later answer is read from there.
 * @returns undefined when no filing, search or check has this number
 */
export async function certificateOf(
  pool: Pick<Pool, 'query'>,
  number: string,
): Promise<Certificate | CertificateToPrepare | DestroyedCertificate | undefined> {
  const issued = await pool.query({
    name: 'certificate-subject',
    text: `select verification_code, account, filed_at as issued_at, 0 as count from filings where filing_number = $1
      union all select verification_code, account, searched_at, jsonb_array_length(matches) from searches
      where search_number = $1
      union all select verification_code, account, checked_at, 0 from overlap_checks where check_number = $1`,
    values: [number],
  })
  const subject = issued.rows[0]
  const known = subject && (await readFrozen(pool, number))
  if (subject && !known && standApart(subject)) return toPrepare(pool, number, subject)
  const frozen = known ?? (subject && (await freeze(pool, number)))
  if (!frozen) return readDestroyed(pool, number)
  const { facts, facts_sha256: factsSha256, matches_apart: apart } = frozen
  // The hash is that of the whole; matches that stand apart are compared piece by piece when they are read.
  if (apart === null && !createHash('sha256').update(facts).digest().equals(factsSha256)) {
    throw new Error(`the facts of certificate ${number} were altered`)
  }
  return {
    number,
    facts: JSON.parse(facts.toString('utf8')),
    factsSha256,
    verificationCode: subject.verification_code,
    account: subject.account,
    ...(apart !== null && { matchesApart: apart }),
  }
}

/** Nobody asked for it before what it found was destroyed, or nobody has asked for it yet. */
async function toPrepare(
  pool: Pick<Pool, 'query'>,
  number: string,
  subject: { verification_code: string; issued_at: string },
): Promise<CertificateToPrepare | DestroyedCertificate | undefined> {
  const search = await loadSearch(pool, number)
  if (!search || search.destroyed.length > 0) return readDestroyed(pool, number)
  const { verification_code: verificationCode, issued_at: issuedAt } = subject
  return { toPrepare: true, kind: 'search_certificate', issuedAt, verificationCode }
}

type Frozen = { facts: Buffer; facts_sha256: Buffer; matches_apart: number | null }

async function readFrozen(pool: Pick<Pool, 'query'>, number: string): Promise<Frozen | undefined> {
  const { rows } = await pool.query({
    name: 'certificate-frozen',
    text: 'select facts, facts_sha256, matches_apart from certificates where number = $1',
    values: [number],
  })
  return rows[0]
}

/** Of a destroyed registration or search, or of a search that nobody asked it of before what it found was destroyed. */
async function readDestroyed(pool: Pick<Pool, 'query'>, number: string): Promise<DestroyedCertificate | undefined> {
  const { rows } = await pool.query({
    name: 'certificate-destroyed',
    text: `select d.kind, d.issued_at as "issuedAt", d.facts_sha256 as "factsSha256",
        f.verification_code as "verificationCode"
      from destroyed_certificates d left join filings f on f.filing_number = d.number where d.number = $1
      union all select 'search_certificate', searched_at, null, verification_code from searches
      where search_number = $1
      union all select 'overlap_certificate', checked_at, null, verification_code from overlap_checks
      where check_number = $1`,
    values: [number],
  })
  return rows[0] && { destroyed: true, ...rows[0] }
}

/**
 * Two requests may freeze at once: the first row stands, and both read it.
 * @returns undefined when what it would say was destroyed
 */
async function freeze(pool: Pick<Pool, 'query'>, number: string): Promise<Frozen | undefined> {
  const facts =
    (await registrationFacts(pool, number)) ?? (await searchFacts(pool, number)) ?? (await overlapFacts(pool, number))
  if (!facts) return undefined
  const bytes = canonicalBytes(facts)
  await pool.query(
    `insert into certificates (number, kind, issued_at, facts, facts_sha256) values ($1, $2, $3, $4, sha256($4))
     on conflict (number) do nothing`,
    [number, facts.kind, facts.issuedAt, bytes],
  )
  return readFrozen(pool, number)
}

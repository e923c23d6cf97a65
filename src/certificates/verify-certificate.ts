import { timingSafeEqual } from 'node:crypto'
import type { Pool } from 'pg'
import { normalizeVerificationCode } from '../platform/numbers.ts'
import type { Certificate } from './certificate-store.ts'
import { certificateOf } from './certificate-store.ts'
import { factsFor } from './masked-facts.ts'
import { objectedApart, readMatchesApart } from './matches-apart.ts'

/** What anyone learns of a number: without the code only genuine or not, kind, date and hash (domain: search). */
export type Verification = { genuine: false } | Genuine

export type Genuine = {
  genuine: true
  kind: string
  issuedAt: string
  sha256?: string
  facts?: object
  /** There are very many matches: the facts hold a page of them. */
  apart?: MatchesApart
  destroyed?: true
  /** Nobody has asked for the certificate of this search yet. */
  notIssued?: true
}

/** Of all: how many there are, and how many have open objections. Those in the facts come after a rank. */
export type MatchesApart = { matchCount: number; objectedCount: number; after: number }

/** Which of so many matches are read. */
type PageOf = (matchCount: number) => { after: number; limit: number }

/**
 * Checks a certificate by its number, and with the printed verification code shows its facts, masked for the public.
 * An unknown number and a wrong code answer alike. Of what was destroyed no facts are left.
 * @param pageOf which matches the facts hold where they stand apart; none unless told
 */
export async function verifyCertificate(
  pool: Pick<Pool, 'query'>,
  number: string,
  code: string | undefined,
  pageOf: PageOf = () => ({ after: 0, limit: 0 }),
): Promise<Verification> {
  const certificate = await certificateOf(pool, number)
  if (!certificate) return { genuine: false }
  const { verificationCode: real } = certificate
  if (code !== undefined && real !== null && !sameCode(normalizeVerificationCode(code), real)) return { genuine: false }
  if (certificate.destroyed) {
    const { kind, issuedAt, factsSha256 } = certificate
    const hash = factsSha256 && { sha256: factsSha256.toString('hex') }
    return { genuine: true, kind, issuedAt, ...hash, destroyed: true }
  }
  if (certificate.toPrepare) {
    const { kind, issuedAt } = certificate
    return { genuine: true, kind, issuedAt, notIssued: true }
  }
  const { facts, factsSha256 } = certificate
  const known = {
    genuine: true as const,
    kind: facts.kind,
    issuedAt: facts.issuedAt,
    sha256: factsSha256.toString('hex'),
  }
  return code === undefined ? known : { ...known, ...(await shownFacts(pool, certificate, pageOf)) }
}

/** The facts for the public; of matches that stand apart a page. */
async function shownFacts(
  pool: Pick<Pool, 'query'>,
  { number, facts, matchesApart: matchCount }: Certificate,
  pageOf: PageOf,
): Promise<{ facts: object; apart?: MatchesApart }> {
  if (matchCount === undefined || facts.kind !== 'search_certificate') return { facts: factsFor('public', facts) }
  const page = pageOf(matchCount)
  const [matches, objectedCount] = await Promise.all([
    readMatchesApart(pool, number, page),
    objectedApart(pool, number),
  ])
  return { facts: factsFor('public', { ...facts, matches }), apart: { matchCount, objectedCount, after: page.after } }
}

function sameCode(given: string, real: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(real)]
  return a.length === b.length && timingSafeEqual(a, b)
}

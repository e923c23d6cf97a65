import { timingSafeEqual } from 'node:crypto'
import type { Pool } from 'pg'
import { normalizeVerificationCode } from '../platform/numbers.ts'
import { certificateOf } from './certificate-store.ts'
import { factsFor } from './masked-facts.ts'

/** What anyone learns of a number: without the code only genuine or not, kind, date and hash (domain: search). */
export type Verification =
  | { genuine: false }
  | { genuine: true; kind: string; issuedAt: string; sha256?: string; facts?: object; destroyed?: true }

/**
 * Checks a certificate by its number, and with the printed verification code shows its facts, masked for the public.
 * An unknown number and a wrong code answer alike. Of what was destroyed no facts are left.
 */
export async function verifyCertificate(
  pool: Pick<Pool, 'query'>,
  number: string,
  code: string | undefined,
): Promise<Verification> {
  const certificate = await certificateOf(pool, number)
  if (!certificate) return { genuine: false }
  if (certificate.destroyed) {
    const { kind, issuedAt, factsSha256, verificationCode: real } = certificate
    if (code !== undefined && real !== null && !sameCode(normalizeVerificationCode(code), real))
      return { genuine: false }
    const hash = factsSha256 && { sha256: factsSha256.toString('hex') }
    return { genuine: true, kind, issuedAt, ...hash, destroyed: true }
  }
  const { facts, factsSha256, verificationCode } = certificate
  const known = {
    genuine: true as const,
    kind: facts.kind,
    issuedAt: facts.issuedAt,
    sha256: factsSha256.toString('hex'),
  }
  if (code === undefined) return known
  return sameCode(normalizeVerificationCode(code), verificationCode)
    ? { ...known, facts: factsFor('public', facts) }
    : { genuine: false }
}

function sameCode(given: string, real: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(real)]
  return a.length === b.length && timingSafeEqual(a, b)
}

import { randomBytes, randomInt } from 'node:crypto'

/**
 * Public numbers: 20 digits: the Beijing date (8), random (10), ISO 7064 MOD 97-10 check digits (2). They cannot be
 * walked, and a mistyped one is told from an unknown one. The first random digit tells filings (0 to 4), searches (5 to
 * 8) and lists that are checked or searched (9) apart, so that no two of them share a number.
 */
export type NumberedThing = 'filing' | 'search' | 'overlap_check' | 'bulk_search'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const VERIFICATION_CODE_CHARACTERS = 16

const FIRST_FIVE_DIGITS = {
  filing: [0, 50_000],
  search: [50_000, 90_000],
  overlap_check: [90_000, 95_000],
  bulk_search: [95_000, 100_000],
} as const satisfies Record<NumberedThing, readonly [number, number]>

/** The ten random digits of a number. */
export function randomDigits(thing: NumberedThing): string {
  const [from, below] = FIRST_FIVE_DIGITS[thing]
  const high = randomInt(from, below)
  return String(high).padStart(5, '0') + String(randomInt(100_000)).padStart(5, '0')
}

/** A whole number from its Beijing date (YYYY-MM-DD) and random part. */
export function composeNumber(date: string, random: string): string {
  const body = date.replaceAll('-', '') + random
  return body + checkDigits(body)
}

/** True when twenty digits carry the right check digits (ISO 7064 MOD 97-10). */
export function isWellFormedNumber(number: string): boolean {
  return /^\d{20}$/.test(number) && checkDigits(number.slice(0, 18)) === number.slice(18)
}

/** Digits as people paste them: spaces, hyphens and full-width digits are accepted. */
export function normalizeNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/gu, '')
}

/** The verification code printed on a certificate: 80 random bits in Crockford's base 32, 16 characters. */
export function newVerificationCode(): string {
  const bytes = pooledRandomBytes(VERIFICATION_CODE_CHARACTERS)
  let code = ''
  for (const byte of bytes) code += CROCKFORD[byte & 31]
  return code
}

/** A verification code as people type it: any case, spaces and hyphens, O for 0, I and L for 1. */
export function normalizeVerificationCode(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}

const POOL_BYTES = 16 * 1024
let pool = Buffer.alloc(0)

/** Random bytes are drawn many at a time: a system call for each would cost more than what they are for. */
export function pooledRandomBytes(count: number): Buffer {
  if (pool.length < count) pool = randomBytes(POOL_BYTES)
  const taken = pool.subarray(0, count)
  pool = pool.subarray(count)
  return taken
}

/** Of 18 digits, in two steps: both stay far below the end of the safe integers. */
function checkDigits(body: string): string {
  const rest = Number(body.slice(0, 14)) % 97
  return String(98 - ((Number(rest + body.slice(14)) * 100) % 97)).padStart(2, '0')
}

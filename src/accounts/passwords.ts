import bcrypt from 'bcrypt'
import { Unavailable } from '../platform/unavailable.ts'

/** bcrypt reads 72 bytes and no more: a longer password is refused rather than cut. */
export const PASSWORD_MAX_BYTES = 72
const COST = 11
const CONCURRENT_MAX = 2
const WAITING_MAX = 64

let running = 0
const waiting: (() => void)[] = []

export async function hashPassword(password: string): Promise<string> {
  if (Buffer.byteLength(password) > PASSWORD_MAX_BYTES) throw new RangeError('the password is over 72 bytes')
  return bounded(() => bcrypt.hash(password, COST))
}

/**
 * Checks a password. An unknown user costs the same time (`hash` undefined).
 * @throws Unavailable when too many checks wait: a flood of sign-ins must not starve the rest (threat 16)
 */
export async function passwordMatches(password: string, hash: string | undefined): Promise<boolean> {
  if (Buffer.byteLength(password) > PASSWORD_MAX_BYTES) return false
  const matches = await bounded(() => bcrypt.compare(password, hash ?? UNKNOWN_USER))
  return matches && hash !== undefined
}

/** A hash of nothing anybody knows. */
const UNKNOWN_USER = '$2b$11$wZTvXM1FJmXq1sEVp0fq6uWlQz0m2cEwU9Y8n3n7Hj0N0yN5uQpGK'

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (running >= CONCURRENT_MAX) {
    if (waiting.length >= WAITING_MAX) throw new Unavailable('register_busy', 2)
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    // The place goes to the next in line; only when nobody waits does it become free.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

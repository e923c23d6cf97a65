import { canonicalBytes } from '../registrations/canonical-filing.ts'
import { leafHash } from './merkle.ts'

/** What of a filing stands in the log. Times are RFC 3339 in UTC with six decimals. */
export type LoggedFiling = {
  sequence: number
  filedAt: string
  filingNumber: string
  kind: string
  /** SHA-256(salt ‖ content). */
  commitment: Uint8Array
}

/**
 * The entry of a filing: canonical JSON (RFC 8785). It tells nothing of the content, and stays valid when that is
 * destroyed. Its place in the tree is sequence − 1.
 */
export function logEntry({ sequence, filedAt, filingNumber, kind, commitment }: LoggedFiling): Buffer {
  const committed = Buffer.from(commitment).toString('hex')
  return canonicalBytes({ sequence, filedAt, filingNumber, kind, commitment: committed })
}

/** The leaf's hash of a filing. */
export function filingLeaf(filing: LoggedFiling): Buffer {
  return leafHash(logEntry(filing))
}

const LENGTH_BYTES = 2

/** Entries as C2SP tlog-tiles bundles them: each after its length as an unsigned 16-bit number, high byte first. */
export function entryBundle(entries: readonly Buffer[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(LENGTH_BYTES)
      length.writeUInt16BE(entry.length)
      return [length, entry]
    }),
  )
}

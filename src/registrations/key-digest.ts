import { hash } from 'node:crypto'

const DIGEST_BYTES = 16

/**
 * The index form of a search key: the first 16 bytes of SHA-256, so that a key of any length makes an index entry of
 * one size. The key itself is stored and compared too: equal digests alone are never a match.
 */
export function keyDigest(kind: string, logic: string | null, key: string): Buffer {
  return hash('sha256', `${kind}\n${logic ?? ''}\n${key}`, 'buffer').subarray(0, DIGEST_BYTES)
}

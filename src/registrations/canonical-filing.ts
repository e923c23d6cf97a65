import { createHash, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'

const SALT_BYTES = 32

/** The one byte form of what was filed: canonical JSON (RFC 8785) in UTF-8. */
export function canonicalBytes(content: unknown): Buffer {
  const json = canonicalize(content)
  if (json === undefined) throw new TypeError('this content has no JSON form')
  return Buffer.from(json, 'utf8')
}

/** A fresh salt: with it, the commitment tells nothing of short contents. */
export function newSalt(): Buffer {
  return randomBytes(SALT_BYTES)
}

/** SHA-256(salt ‖ content): stays in the filing, and stays checkable when the content is destroyed. */
export function commitmentOf(salt: Uint8Array, content: Uint8Array): Buffer {
  return createHash('sha256').update(salt).update(content).digest()
}

import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'

/* Notes signed by keys with names (C2SP signed-note), by Ed25519: the log's own kind and that of witnesses. */

/** The kinds of keys that are understood, by their byte in a key's text. */
const ED25519 = 0x01
const COSIGNATURE = 0x04
const PUBLIC_KEY_BYTES = 32
const SIGNATURE_BYTES = 64
const TIMESTAMP_BYTES = 8
const NOTE_MAX_CHARACTERS = 1_000_000
const SIGNATURES_MAX = 100

/** Who signs or signed: the name, and the id that tells keys of one name apart. */
export type VerifierKey = { name: string; id: Buffer; type: 'log' | 'witness'; publicKey: KeyObject }

export type SignatureLine = { name: string; id: Buffer; signature: Buffer }

/** `<name>+<id in hex>+<base64 of type and key>`. */
export function verifierKeyText(name: string, publicKey: KeyObject, type: VerifierKey['type'] = 'log'): string {
  const typed = Buffer.concat([Buffer.of(typeByte(type)), rawKey(publicKey)])
  return `${name}+${keyId(name, typed).toString('hex')}+${typed.toString('base64')}`
}

/** @returns undefined for what is no verifier key of Ed25519, or whose id is not its own */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(text)
  if (!match) return undefined
  const [, name = '', id = '', encoded = ''] = match
  const typed = Buffer.from(encoded, 'base64')
  const type = typed[0] === ED25519 ? 'log' : typed[0] === COSIGNATURE ? 'witness' : undefined
  if (!type || typed.length !== 1 + PUBLIC_KEY_BYTES || typed.toString('base64') !== encoded) return undefined
  if (keyId(name, typed).toString('hex') !== id) return undefined
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: typed.subarray(1).toString('base64url') }
  return { name, id: Buffer.from(id, 'hex'), type, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) }
}

/** The line that signs a text, with its line end. @param text ends in a line end */
export function signatureLine(text: string, name: string, privateKey: KeyObject): string {
  const id = keyId(name, Buffer.concat([Buffer.of(ED25519), rawKey(createPublicKey(privateKey))]))
  return `— ${name} ${Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString('base64')}\n`
}

/** The line of a witness (C2SP tlog-cosignature, Ed25519). @param seconds since the Unix epoch */
export function cosignatureLine(text: string, name: string, privateKey: KeyObject, seconds: number): string {
  const id = keyId(name, Buffer.concat([Buffer.of(COSIGNATURE), rawKey(createPublicKey(privateKey))]))
  const timestamp = Buffer.alloc(TIMESTAMP_BYTES)
  timestamp.writeBigUInt64BE(BigInt(seconds))
  const signature = sign(null, cosigned(text, BigInt(seconds)), privateKey)
  return `— ${name} ${Buffer.concat([id, timestamp, signature]).toString('base64')}\n`
}

/** Text and signatures of a note, unverified. @returns undefined when it is not written as a note is */
export function parseNote(note: string): { text: string; signatures: SignatureLine[] } | undefined {
  if (note.length > NOTE_MAX_CHARACTERS || !note.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return
  const at = note.lastIndexOf('\n\n')
  if (at < 0 || !note.endsWith('\n')) return undefined
  const lines = note.slice(at + 2, -1).split('\n')
  const signatures = lines.map(parseSignatureLine)
  if (lines.length > SIGNATURES_MAX || signatures.includes(undefined)) return undefined
  return { text: note.slice(0, at + 1), signatures: signatures as SignatureLine[] }
}

/** `— <name> <base64>` without its line end. */
export function parseSignatureLine(line: string): SignatureLine | undefined {
  const match = /^— ([^+\s]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line)
  const bytes = Buffer.from(match?.[2] ?? '', 'base64')
  if (!match || bytes.length < 5 || bytes.toString('base64') !== match[2]) return undefined
  return { name: match[1]!, id: bytes.subarray(0, 4), signature: bytes.subarray(4) }
}

/**
 * What of a note these keys signed. Signatures of unknown keys are passed over.
 * @returns undefined when it is no note, when none of the keys signed it, or when a line of theirs is wrong
 */
export function openNote(
  note: string,
  keys: readonly VerifierKey[],
): { text: string; signedBy: { key: VerifierKey; seconds?: number }[] } | undefined {
  const parsed = parseNote(note)
  if (!parsed) return undefined
  const signedBy: { key: VerifierKey; seconds?: number }[] = []
  for (const line of parsed.signatures) {
    const key = keys.find(({ name, id }) => name === line.name && id.equals(line.id))
    if (!key) continue
    const verified = verifyLine(parsed.text, line, key)
    if (!verified) return undefined
    signedBy.push({ key, ...verified })
  }
  return signedBy.length > 0 ? { text: parsed.text, signedBy } : undefined
}

/** @returns of a witness's line also when it signed, in seconds since the Unix epoch; undefined when it is wrong */
export function verifyLine(text: string, line: SignatureLine, key: VerifierKey): { seconds?: number } | undefined {
  const { signature } = line
  if (key.type === 'log') {
    const right = signature.length === SIGNATURE_BYTES && verify(null, Buffer.from(text), key.publicKey, signature)
    return right ? {} : undefined
  }
  if (signature.length !== TIMESTAMP_BYTES + SIGNATURE_BYTES) return undefined
  const seconds = signature.readBigUInt64BE(0)
  const right = verify(null, cosigned(text, seconds), key.publicKey, signature.subarray(TIMESTAMP_BYTES))
  return right && seconds <= BigInt(Number.MAX_SAFE_INTEGER) ? { seconds: Number(seconds) } : undefined
}

function cosigned(text: string, seconds: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`)
}

/** The first four bytes of SHA-256 over name, line end, and the key with its type's byte. */
function keyId(name: string, typed: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed]), 'buffer').subarray(0, 4)
}

function rawKey(publicKey: KeyObject): Buffer {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url')
}

function typeByte(type: VerifierKey['type']): number {
  return type === 'log' ? ED25519 : COSIGNATURE
}

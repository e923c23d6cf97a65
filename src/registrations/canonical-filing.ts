import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { pooledRandomBytes } from '../platform/numbers.ts'

const SALT_BYTES = 32

/** The one byte form of what was filed: canonical JSON (RFC 8785) in UTF-8. */
export function canonicalBytes(content: unknown): Buffer {
  const json = sortedJson(content) ?? canonicalize(content)
  if (json === undefined) throw new TypeError('this content has no JSON form')
  return Buffer.from(json, 'utf8')
}

/** A fresh salt: with it, the commitment tells nothing of short contents. */
export function newSalt(): Buffer {
  return pooledRandomBytes(SALT_BYTES)
}

/** SHA-256(salt ‖ content): stays in the filing, and stays checkable when the content is destroyed. */
export function commitmentOf(salt: Uint8Array, content: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([salt, content]), 'buffer')
}

/**
 * The same written straight, many times as fast as the package: RFC 8785 is what JSON.stringify writes, with the names
 * of each object sorted by UTF-16 code units.
 * @returns undefined for what the package is asked instead: lone surrogates, and what is no plain JSON
 */
function sortedJson(content: unknown): string | undefined {
  try {
    return written(content)
  } catch (error) {
    if (error !== notPlain) throw error
    return undefined
  }
}

function written(value: unknown): string {
  if (typeof value === 'string') return writtenText(value)
  if (typeof value === 'boolean' || value === null) return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) throw notPlain
  let members = ''
  for (const name of Object.keys(value).sort()) {
    const own = (value as Record<string, unknown>)[name]
    if (own === undefined) continue
    members += `${members === '' ? '' : ','}${writtenText(name)}:${written(own)}`
  }
  return `{${members}}`
}

/** Texts without anything that JSON escapes are nearly all there are. */
function writtenText(text: string): string {
  if (NOTHING_TO_ESCAPE.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw notPlain
  return JSON.stringify(text)
}

const NOTHING_TO_ESCAPE = /^[ !#-[\]-~\u00a0-\u1fff\u3000-\ud7ff\uf900-\ufffd]*$/
const notPlain = new Error('not plain JSON')

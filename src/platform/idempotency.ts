import { createCipheriv, createDecipheriv, hash, hkdfSync } from 'node:crypto'
import { pooledRandomBytes } from './numbers.ts'
import { ProblemError } from './problem.ts'

/**
 * Idempotency-Key (design: everything can be sent twice). The stored answer is sealed under a key derived from the
 * caller's own secret and the Idempotency-Key, of which only hashes are kept: a modification code in it cannot be read
 * from the database, not even with everything the server knows.
 */
export const IDEMPOTENCY_KEY_MAX_CHARACTERS = 255
const IV_BYTES = 12
const TAG_BYTES = 16

export type StoredAnswer = { requestHash: Buffer; bearerHash: Buffer; answer: Buffer }

export class IdempotentRequest {
  readonly keyHash: Buffer
  readonly requestHash: Buffer
  readonly bearerHash: Buffer
  readonly #sealingKey: Buffer
  /** Under a key that several answers share, each is bound to its own place. */
  readonly #place: Buffer

  /**
   * @param actor the user that the key is scoped to @param bearer the caller's API key or session token
   * @param request what must be the same for the same answer: method, path, body
   * @param line of a request that is a stream of lines: each has a key of its own, which no header can hold, under the
   *   one sealing key that `sealingKeyOf` derived for the stream
   */
  constructor(
    actor: number,
    bearer: string,
    sent: string,
    request: { method: string; path: string; body: unknown },
    line?: { number: number; sealingKey: Buffer },
  ) {
    const key = line ? `${sent}\n${line.number}` : sent
    const { method, path, body } = request
    this.keyHash = sha256(`key\n${actor}\n${key}`)
    this.requestHash = sha256(`request\n${method}\n${path}\n${JSON.stringify(body) ?? ''}`)
    this.bearerHash = sha256(`bearer\n${key}\n${bearer}`)
    this.#place = line ? this.keyHash : Buffer.alloc(0)
    this.#sealingKey = line?.sealingKey ?? sealingKeyOf(actor, bearer, key)
  }

  /** AES-256-GCM: iv ‖ tag ‖ ciphertext. */
  seal(answer: Buffer): Buffer {
    const iv = pooledRandomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.#sealingKey, iv).setAAD(this.#place)
    const sealed = Buffer.concat([cipher.update(answer), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), sealed])
  }

  /** The earlier answer. @throws ProblemError when the stored request was another, or another credential's */
  open(stored: StoredAnswer): Buffer {
    if (!stored.requestHash.equals(this.requestHash)) throw new ProblemError('idempotency_key_reused')
    if (!stored.bearerHash.equals(this.bearerHash)) throw new ProblemError('idempotency_key_of_other_credential')
    const iv = stored.answer.subarray(0, IV_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', this.#sealingKey, iv).setAAD(this.#place)
    decipher.setAuthTag(stored.answer.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(stored.answer.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  }
}

/** The key that seals the answers to one request, which only the caller's own secret gives. */
export function sealingKeyOf(actor: number, bearer: string, key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', bearer, key, `encumbra answer ${actor}`, 32))
}

/** The requests of this process that are running now: the same key meanwhile is a 409 with Retry-After. */
const running = new Set<string>()

/** Runs `work` unless the same key is running already in this process. */
export async function onceAtATime<T>(request: IdempotentRequest | undefined, work: () => Promise<T>): Promise<T> {
  if (!request) return work()
  const key = request.keyHash.toString('hex')
  if (running.has(key)) throw new ProblemError('request_in_progress', 1)
  running.add(key)
  try {
    return await work()
  } finally {
    running.delete(key)
  }
}

function sha256(value: string): Buffer {
  return hash('sha256', value, 'buffer')
}

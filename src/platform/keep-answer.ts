import type { Pool } from 'pg'
import { type IdempotentRequest, onceAtATime, type StoredAnswer } from './idempotency.ts'
import type { Refusal } from './refusal.ts'

/**
 * Carries out a request that is not a filing, once a key: the answer is kept, and the same request gets it again. Two
 * processes that run the same key at once agree on the answer that was kept first.
 */
export async function keepAnswer<T extends object>(
  pool: Pick<Pool, 'query'>,
  actor: number,
  request: IdempotentRequest | undefined,
  work: () => Promise<{ answer: T } | { refused: Refusal[] }>,
): Promise<{ answer: T; replayed: boolean } | { refused: Refusal[] }> {
  if (!request) {
    const made = await work()
    return 'refused' in made ? made : { ...made, replayed: false }
  }
  return onceAtATime(request, async () => {
    const before = await storedAnswer(pool, actor, request)
    if (before) return { answer: reopened<T>(request, before), replayed: true }
    const made = await work()
    if ('refused' in made) return made
    const sealed = request.seal(Buffer.from(JSON.stringify(made.answer)))
    const { rowCount } = await pool.query(
      `insert into idempotency_keys (actor, key_hash, request_hash, bearer_hash, answer) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [actor, request.keyHash, request.requestHash, request.bearerHash, sealed],
    )
    if (rowCount === 1) return { ...made, replayed: false }
    return { answer: reopened<T>(request, (await storedAnswer(pool, actor, request))!), replayed: true }
  })
}

/** The answer that is kept for a key, still sealed. */
export async function storedAnswer(
  pool: Pick<Pool, 'query'>,
  actor: number,
  request: { keyHash: Buffer },
): Promise<StoredAnswer | undefined> {
  const { rows } = await pool.query({
    name: 'stored-answer',
    text: `select request_hash as "requestHash", bearer_hash as "bearerHash", answer from idempotency_keys
      where actor = $1 and key_hash = $2`,
    values: [actor, request.keyHash],
  })
  return rows[0]
}

function reopened<T>(request: IdempotentRequest, stored: StoredAnswer): T {
  return JSON.parse(request.open(stored).toString('utf8'))
}

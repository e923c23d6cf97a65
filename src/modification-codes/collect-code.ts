import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { addNotices } from '../notices/add-notices.ts'
import type { IdempotentRequest } from '../platform/idempotency.ts'
import { storedAnswer } from '../platform/keep-answer.ts'
import type { Refusal } from '../platform/refusal.ts'
import { takeOrder } from '../registrations/filing-order.ts'
import { hashModificationCode, MODIFICATION_CODE_BYTES } from '../registrations/register.ts'
import { type Requester, refuseCollection } from './replace-code.ts'

export type CollectedCode = { registrationNumber: string; modificationCode: string; issuedAt: string }

/**
 * The filer collects its modification code: after a transfer, when it has none; or when a replacement has been approved
 * and waited for. The old code ends and the new one begins under the filing lock, so no act is judged by both. The
 * answer is kept sealed in the same transaction: sent again, the code is shown again, and no other is made.
 */
export async function collectCode(
  pool: Pool,
  requester: Requester,
  registration: { sequence: number; number: string },
  idempotency: IdempotentRequest | undefined,
): Promise<{ answer: CollectedCode; replayed: boolean } | { refused: Refusal[] }> {
  const client = await pool.connect()
  try {
    const { lastSequence } = await takeOrder(client)
    const before = idempotency && (await storedAnswer(client, requester.userId, idempotency))
    if (idempotency && before) {
      await client.query('rollback')
      return { answer: JSON.parse(idempotency.open(before).toString('utf8')), replayed: true }
    }
    const live = await client.query(
      'select from modification_codes where registration = $1 and until_sequence is null',
      [registration.sequence],
    )
    const may = await refuseCollection(client, registration.sequence, requester.account, live.rowCount! > 0)
    if ('refused' in may) {
      await client.query('rollback')
      return { refused: [may.refused] }
    }
    const modificationCode = randomBytes(MODIFICATION_CODE_BYTES).toString('hex').toUpperCase()
    const { rows } = await client.query(REPLACE, [
      registration.sequence,
      lastSequence,
      hashModificationCode(modificationCode),
      may.replacement?.codeReplacement ?? null,
      requester.userId,
      requester.account,
      registration.number,
      requester.network ?? null,
      requester.requestId ?? null,
    ])
    const answer = { registrationNumber: registration.number, modificationCode, issuedAt: rows[0].issued_at }
    if (may.replacement) {
      const source = `code:${may.replacement.codeReplacement}:done`
      const about = { account: requester.account, registrationNumber: registration.number }
      await addNotices(client, [{ ...about, kind: 'code_replacement_done', details: {}, source }])
    }
    if (idempotency) await keep(client, requester.userId, idempotency, answer)
    await client.query('commit')
    return { answer, replayed: false }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

async function keep(client: Pick<Pool, 'query'>, actor: number, request: IdempotentRequest, answer: CollectedCode) {
  const { keyHash, requestHash, bearerHash } = request
  await client.query(
    'insert into idempotency_keys (actor, key_hash, request_hash, bearer_hash, answer) values ($1, $2, $3, $4, $5)',
    [actor, keyHash, requestHash, bearerHash, request.seal(Buffer.from(JSON.stringify(answer)))],
  )
}

// The row that ends is updated by the statement's first part; the unique index of live codes is checked row by row, so
// the new code is inserted only once the old one is seen to have ended.
const REPLACE = `
with ended as (
  update modification_codes set until_sequence = $2 where registration = $1 and until_sequence is null
  returning 1
), collected as (
  update code_replacements set outcome = 'collected', ended_at = clock_timestamp(), ended_by = $5
  where code_replacement = $4::uuid returning 1
), audited as (
  insert into audit_events (user_id, account, act, subject, network, request_id)
  values ($5, $6, 'modification_code.collected', $7, $8, $9)
)
insert into modification_codes (registration, from_sequence, code_hash)
select $1, $2, $3 from (select count(*) from ended) done
returning issued_at`

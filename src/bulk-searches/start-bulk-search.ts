import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { Person } from '../accounts/person.ts'
import { beijingDate, type Clock } from '../platform/clock.ts'
import type { IdempotentRequest } from '../platform/idempotency.ts'
import { keepAnswer } from '../platform/keep-answer.ts'
import { composeNumber, randomDigits } from '../platform/numbers.ts'
import type { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import type { AnsweringLogics } from '../search/answering-logics.ts'
import type { AskedLine } from './bulk-list.ts'
import type { BulkSearch, JudgedLine } from './bulk-search.ts'
import { loadBulkSearch } from './bulk-search-store.ts'
import { judgeLines } from './judge-lines.ts'
import { lockListsOf, refuseTooMany } from './running-lists.ts'

const SECRET_BYTES = 32

export type BulkOrder = {
  person: Person
  network: string | undefined
  /** For the audit. */
  requestId: string
  purpose: string
  asked: readonly AskedLine[]
  callbackUrl?: string
}

/** A list that was begun. The secret is given here and never again. */
export type Started = { search: BulkSearch; callbackSecret?: string }

/**
 * Judges a list and begins its search. List, lines and the answer under the Idempotency-Key are one transaction: sent
 * twice, also to two processes at once, it is one list.
 * @throws ProblemError bulk_search_running when the account has as many under way as it may
 */
export async function startBulkSearch(
  { pool, clock, logics }: { pool: Pool; clock: Clock; logics: AnsweringLogics },
  order: BulkOrder,
  idempotency?: IdempotentRequest,
): Promise<{ answer: Started; replayed: boolean } | { refused: Refusal[] }> {
  const { userId, account } = order.person
  const today = beijingDate(clock.nowMicroseconds())
  const logic = await logics.newest()
  const lines = await judgeLines(order.asked, order.purpose, today, logic)
  return inTransaction(pool, async (client) => {
    await lockListsOf(client, account)
    return keepAnswer(client, userId, idempotency, async () => {
      await refuseTooMany(client, account)
      const number = composeNumber(today, randomDigits('bulk_search'))
      const id = await insertSearch(client, order, { number, logic: logic.version, lines })
      await insertLines(client, id, lines)
      const secret = order.callbackUrl === undefined ? undefined : await insertCallback(client, id, order.callbackUrl)
      const search = (await loadBulkSearch(client, number))!
      return { answer: { search, ...(secret && { callbackSecret: secret }) } }
    })
  })
}

type Client = Pick<Pool, 'query'>

async function insertSearch(
  client: Client,
  order: BulkOrder,
  { number, logic, lines }: { number: string; logic: string; lines: readonly JudgedLine[] },
): Promise<number> {
  const { person, network, purpose, requestId } = order
  const refused = lines.filter((each) => each.refused).length
  const { rows } = await client.query(
    `with made as (
       insert into bulk_searches (bulk_search_number, actor, account, network, purpose, logic, total, refused,
         end_state, ended_at)
       values ($1, $2, $3, $4, $5, $6, $7::integer, $8::integer, case when $7::integer = $8::integer then 'ended' end,
         case when $7::integer = $8::integer then clock_timestamp() end)
       returning bulk_search
     ), audited as (
       insert into audit_events (user_id, account, act, subject, network, request_id)
       values ($2, $3, 'bulk_search.started', $1, $4, $9)
     )
     select bulk_search from made`,
    [number, person.userId, person.account, network, purpose, logic, lines.length, refused, requestId],
  )
  return rows[0].bulk_search
}

async function insertLines(client: Client, id: number, lines: readonly JudgedLine[]): Promise<void> {
  const standsFor = new Map<number, number>()
  for (const { sameAs } of lines) if (sameAs !== undefined) standsFor.set(sameAs, (standsFor.get(sameAs) ?? 1) + 1)
  const rows = lines.map((each, at) => ({
    place: at + 1,
    line: each.line,
    reference: each.reference ?? null,
    query: each.query ?? null,
    refused: each.refused ?? null,
    same_as: each.sameAs ?? null,
    stands_for: standsFor.get(at + 1) ?? 1,
  }))
  await client.query(
    `insert into bulk_search_lines (bulk_search, place, line, reference, query, refused, same_as, stands_for)
     select $1, place, line, reference, query, refused, same_as, stands_for
     from json_to_recordset($2::json) as l(place integer, line integer, reference text, query jsonb, refused jsonb,
       same_as integer, stands_for integer)`,
    [id, JSON.stringify(rows)],
  )
}

async function insertCallback(client: Client, id: number, url: string): Promise<string> {
  const secret = randomBytes(SECRET_BYTES)
  await client.query(
    `insert into bulk_search_callbacks (bulk_search, url, secret, due_since, next_at)
     select bulk_search, $2, $3, ended_at, ended_at from bulk_searches where bulk_search = $1`,
    [id, url, secret],
  )
  return secret.toString('hex')
}

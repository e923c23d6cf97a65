import { setTimeout as delay } from 'node:timers/promises'
import type { ClientBase } from 'pg'
import type { SearchLogic } from '../search/search-logics.ts'
import type { DerivedRows } from './act.ts'
import { takeOrder } from './filing-order.ts'
import { TRANSACTION_TIMEOUT_MS } from './filing-sequencer.ts'
import { type FilingRow, loadFilingRows, rowsOfFilings } from './rows-of-filings.ts'

/** Registrations whose keys are written under one hold of the filing lock. */
export const REKEY_BATCH = 200

export type RekeyOptions = {
  /** Called with the share done, 0 to 1. */
  progress?: (share: number) => void
  /** Asked between two batches: what is done stays, and the next run goes on from there. */
  stopped?: () => boolean
  batch?: number
}

type Standing = { begunSequence: number; keyedSequence: number; complete: boolean }
type Key = DerivedRows['debtorKeys'][number]

/**
 * Gives every registration its keys under a version of the search logic, on line: filings go on, searches go on under
 * the older version, and answer by this one once it is complete.
 *
 * It begins under the filing lock: every filing after that writes its keys under this version too, so the filings up to
 * there are all that is left to do. They are folded outside the lock, a batch at a time; under the lock those on which
 * something was filed meanwhile are folded again, and keys and cursor are written together. So it can be killed at any
 * moment, run twice, and run by two at once: who finds the cursor moved throws its own batch away.
 *
 * @returns whether the version is complete; false when it was stopped before
 * @throws when the version cannot key a registered name: it must not be put to use
 */
export async function rekey(client: ClientBase, logic: SearchLogic, options: RekeyOptions = {}): Promise<boolean> {
  const { progress = () => {}, stopped = () => false, batch = REKEY_BATCH } = options
  // A process that hangs must not keep the filing lock.
  await client.query(`set transaction_timeout = ${TRANSACTION_TIMEOUT_MS}`)
  await begin(client, logic.version)
  for (;;) {
    const { begunSequence, keyedSequence, complete } = await standing(client, logic.version)
    progress(begunSequence === 0 ? 1 : keyedSequence / begunSequence)
    if (complete) return true
    if (stopped()) return false
    if (keyedSequence === begunSequence) await declareComplete(client, logic.version)
    else await keyBatch(client, logic, { from: keyedSequence, to: begunSequence, batch })
  }
}

/** From its commit on every filing group finds the version under the lock. A second begin changes nothing. */
async function begin(client: ClientBase, version: string): Promise<void> {
  const { rows } = await client.query('select from search_logics where version = $1', [version])
  if (rows.length > 0) return
  await underLock(client, async ({ lastSequence }) => {
    await client.query(
      'insert into search_logics (version, begun_sequence) values ($1, $2) on conflict (version) do nothing',
      [version, lastSequence],
    )
  })
}

async function standing(client: ClientBase, version: string): Promise<Standing> {
  const { rows } = await client.query(
    `select begun_sequence, keyed_sequence, completed_at is not null as complete from search_logics where version = $1`,
    [version],
  )
  const { begun_sequence, keyed_sequence, complete } = rows[0]
  return { begunSequence: begun_sequence, keyedSequence: keyed_sequence, complete }
}

/** The time is the order's: a search as of a moment before it is made by the version before. */
async function declareComplete(client: ClientBase, version: string): Promise<void> {
  await underLock(client, async () => {
    await client.query(
      `update search_logics set completed_at = (select greatest(closed_at, clock_timestamp()) from register_head)
       where version = $1 and completed_at is null and keyed_sequence = begun_sequence`,
      [version],
    )
  })
}

async function keyBatch(
  client: ClientBase,
  logic: SearchLogic,
  { from, to, batch }: { from: number; to: number; batch: number },
): Promise<void> {
  const { rows } = await client.query(
    `select sequence, (select last_sequence from register_head) as head from filings
     where kind = 'initial' and sequence > $1 and sequence <= $2 order by sequence limit $3`,
    [from, to, batch],
  )
  const registrations: number[] = rows.map(({ sequence }) => sequence)
  const reached = registrations.length < batch ? to : registrations.at(-1)!
  const head: number = rows[0]?.head ?? to
  const keys = keysOf(await loadFilingRows(client, registrations, head), logic)
  const heldMs = await underLock(client, async ({ lastSequence }) => {
    const moved = await movedSince(client, registrations, head)
    const again = moved.size === 0 ? [] : keysOf(await loadFilingRows(client, [...moved], lastSequence), logic)
    const written = [...keys.filter(({ registration }) => !moved.has(registration)), ...again]
    await client.query({
      name: 'write-logic-keys',
      text: WRITE_KEYS,
      values: [JSON.stringify(written), logic.version, from, reached],
    })
  })
  // Filings wait while the lock is held: they get it for at least as long as this had it.
  await delay(heldMs)
}

/** What was filed on or destroyed after the fold outside the lock. Content that is gone has no keys any more. */
async function movedSince(client: ClientBase, registrations: readonly number[], head: number): Promise<Set<number>> {
  const { rows } = await client.query(
    `select registration from filings where registration = any($1::bigint[]) and sequence > $2
     union select registration from destructions where registration = any($1::bigint[])`,
    [registrations, head],
  )
  return new Set(rows.map(({ registration }) => registration))
}

/** The rows of this version alone, each with both its ends. */
function keysOf(filings: readonly FilingRow[], logic: SearchLogic): Key[] {
  const standing = filings.filter(({ content }) => content !== null)
  return [...Map.groupBy(standing, ({ registration }) => registration)].flatMap(([registration, own]) => {
    try {
      return rowsOfFilings(own, [logic]).debtorKeys.filter((key) => key.logic === logic.version)
    } catch (cause) {
      throw new Error(`search logic ${logic.version} cannot key registration ${registration}`, { cause })
    }
  })
}

/** Runs in the transaction that holds the filing lock, and commits. @returns for how long the lock was held */
async function underLock(client: ClientBase, work: (head: { lastSequence: number }) => Promise<void>): Promise<number> {
  try {
    const head = await takeOrder(client)
    const since = performance.now()
    await work(head)
    await client.query('commit')
    return performance.now() - since
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

// Nothing is written when the cursor is no longer where this batch began. A filing since the version began may have
// written a row already: it is the same row.
const WRITE_KEYS = `
with cursor as (
  update search_logics set keyed_sequence = $4
  where version = $2 and keyed_sequence = $3 and completed_at is null
  returning version
)
insert into debtor_keys (key_digest, registration, key, kind, logic, debtor, matched_as, from_sequence, until_sequence)
select decode(g.key_digest, 'hex'), g.registration, g.key, g.kind, g.logic, g.debtor, g.matched_as, g.from_sequence,
  g.until_sequence
from json_to_recordset($1::json) as g(key_digest text, registration bigint, key text, kind text, logic text,
  debtor integer, matched_as text, from_sequence bigint, until_sequence bigint), cursor
where not exists (select from debtor_keys k where k.key_digest = decode(g.key_digest, 'hex')
  and k.registration = g.registration and k.debtor = g.debtor and k.matched_as = g.matched_as
  and k.from_sequence = g.from_sequence)`

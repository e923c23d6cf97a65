import type { ClientBase } from 'pg'
import { holdUploads } from '../attachments/attachment-store.ts'
import { beijingDate, type Clock, rfc3339 } from '../platform/clock.ts'
import { composeNumber, randomDigits } from '../platform/numbers.ts'
import type { Refusal } from '../platform/refusal.ts'
import { Unavailable } from '../platform/unavailable.ts'
import { type SearchLogic, searchLogics } from '../search/search-logics.ts'
import type { Act, OrderState, Place } from './act.ts'
import type { ClockReading } from './clock-rules.ts'
import { type Head, takeOrder } from './filing-order.ts'
import { loadStanding } from './load-standing.ts'
import { type Accepted, writeFilings } from './write-filings.ts'

/** What became of one act of a group. */
export type Resolution =
  | { filed: Accepted }
  | { refused: Refusal[] }
  | { answeredBefore: { requestHash: Buffer; bearerHash: Buffer; answer: Buffer } }

/** The commit was sent and the connection lost: only reading back under the lock tells what happened. */
export class UnknownCommitError extends Error {
  readonly resolutions: Resolution[]
  constructor(resolutions: Resolution[], cause: unknown) {
    super('the connection was lost at COMMIT', { cause })
    this.resolutions = resolutions
  }
}

/**
 * Files a group in one transaction: lock, head, judge in order of arrival, write, commit. The resolutions are in the
 * order of the acts. Throws with nothing written, or UnknownCommitError.
 * @param watchClocks called under the lock; throws when the clocks cannot be trusted
 * @param known the versions of the search logic that this program can make keys under
 */
export async function fileGroup(
  client: ClientBase,
  acts: readonly Act[],
  clock: Clock,
  watchClocks: (now: ClockReading, head: Head) => void,
  known: readonly SearchLogic[] = searchLogics,
): Promise<Resolution[]> {
  const head = await takeOrder(client)
  watchClocks(readClocks(clock, head), head)
  const logics = writtenLogics(head.logics, known)
  const answered = await loadAnswers(client, acts)
  const state = await loadState(client, acts, logics)
  const resolutions = judgeGroup(acts, answered, state, head)
  const accepted = resolutions.flatMap((each) => ('filed' in each ? [each.filed] : []))
  if (accepted.length === 0) {
    await client.query('rollback')
    return resolutions
  }
  await writeFilings(client, accepted)
  try {
    await client.query('commit')
  } catch (error) {
    throw new UnknownCommitError(resolutions, error)
  }
  return resolutions
}

/**
 * After an unknown commit: takes the lock, which waits until the old connection's transaction has ended, and tells
 * which of the filings are there. Those that are not never will be.
 */
export async function readBack(client: ClientBase, filingIds: readonly string[]): Promise<Set<string>> {
  await takeOrder(client)
  const { rows } = await client.query('select filing_id from filings where filing_id = any($1::uuid[])', [filingIds])
  await client.query('rollback')
  return new Set(rows.map((row) => row.filing_id))
}

/** The three clocks as one reading, the process's taken when the database's arrived. */
export function readClocks(clock: Clock, head: Head): ClockReading {
  return {
    database: head.databaseNow,
    process: clock.nowMicroseconds(),
    monotonic: clock.monotonicMilliseconds() * 1000,
  }
}

/**
 * What is filed under the lock has its keys under every version that is complete or being built at that moment, however
 * long ago it was prepared: a version that is declared complete lacks nothing. A program that does not know one of them
 * files nothing.
 */
function writtenLogics(versions: readonly string[], known: readonly SearchLogic[]): SearchLogic[] {
  return versions.map((version) => {
    const logic = known.find((each) => each.version === version)
    if (!logic) throw new Unavailable('search_logic_unknown', 60)
    return logic
  })
}

function judgeGroup(acts: readonly Act[], answered: Answers, state: OrderState, head: Head): Resolution[] {
  let sequence = head.lastSequence
  let filedAt = Math.max(head.lastFiledAt, head.closedAt)
  return acts.map((act) => {
    const before = answered.get(answerKey(act))
    if (before) return { answeredBefore: before }
    const at = Math.max(head.databaseNow, filedAt + 1)
    const filedOn = beijingDate(at)
    const place: Place = {
      sequence: sequence + 1,
      filedAt: rfc3339(at),
      filedOn,
      filingNumber: composeNumber(filedOn, randomDigits('filing')),
    }
    const outcome = act.judge(state, place)
    if ('refused' in outcome) return outcome
    sequence = place.sequence
    filedAt = at
    return { filed: { act, place, outcome, answer: Buffer.from(JSON.stringify(outcome.answer)) } }
  })
}

type Answers = Map<string, { requestHash: Buffer; bearerHash: Buffer; answer: Buffer }>

const answerKey = (act: Act) => (act.sealing ? `${act.filer.actor}:${act.sealing.keyHash.toString('hex')}` : '')

async function loadAnswers(client: ClientBase, acts: readonly Act[]): Promise<Answers> {
  const keyed = acts.filter((act) => act.sealing)
  if (keyed.length === 0) return new Map()
  const { rows } = await client.query({
    name: 'load-answers',
    text: `select actor, key_hash, request_hash, bearer_hash, answer from idempotency_keys
      join unnest($1::bigint[], $2::text[]) as asked(actor, hash) using (actor)
      where key_hash = decode(asked.hash, 'hex')`,
    values: [keyed.map((act) => act.filer.actor), keyed.map((act) => act.sealing!.keyHash.toString('hex'))],
  })
  return new Map(
    rows.map((row) => [
      `${row.actor}:${row.key_hash.toString('hex')}`,
      { requestHash: row.request_hash, bearerHash: row.bearer_hash, answer: row.answer },
    ]),
  )
}

function attachmentsOf({ needs, filer }: Act): { account: number; sha256: string }[] {
  return (needs.attachments ?? []).map((sha256) => ({ account: filer.account, sha256 }))
}

async function loadState(
  client: ClientBase,
  acts: readonly Act[],
  logics: readonly SearchLogic[],
): Promise<OrderState> {
  const numbers = acts.flatMap((act) => act.needs.registrationNumber ?? [])
  const registrations = numbers.length > 0 ? await loadStanding(client, [...new Set(numbers)]) : new Map()
  const attachments = await holdUploads(client, acts.flatMap(attachmentsOf))
  const state: OrderState = { filerReferences: new Map(), importedLines: new Map(), registrations, attachments, logics }
  const referring = acts.filter((act) => act.needs.filerReference !== undefined)
  if (referring.length > 0) {
    const { rows } = await client.query(
      `select r.account, r.filer_reference, r.registration_number from registrations r
       join unnest($1::bigint[], $2::text[]) as asked(account, reference)
         on r.account = asked.account and r.filer_reference = asked.reference
       where r.from_sequence = r.registration`,
      [referring.map((act) => act.filer.account), referring.map((act) => act.needs.filerReference)],
    )
    for (const row of rows) state.filerReferences.set(`${row.account}:${row.filer_reference}`, row.registration_number)
  }
  const lined = acts.filter((act) => act.needs.lineDigest !== undefined)
  if (lined.length > 0) {
    const { rows } = await client.query(
      `select l.account, encode(l.line_digest, 'hex') as digest, f.filing_number from imported_lines l
       join unnest($1::bigint[], $2::text[]) as asked(account, digest)
         on l.account = asked.account and l.line_digest = decode(asked.digest, 'hex')
       join filings f on f.sequence = l.registration`,
      [lined.map((act) => act.filer.account), lined.map((act) => act.needs.lineDigest)],
    )
    for (const row of rows) state.importedLines.set(`${row.account}:${row.digest}`, row.filing_number)
  }
  return state
}

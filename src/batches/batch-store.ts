import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { ListedRegistration } from '../own-registrations/list-registrations.ts'
import type { Refusal } from '../platform/refusal.ts'

export const LINES_MAX = 500
/** Of one person; the oldest is forgotten first. */
const UNCONFIRMED_MAX = 20

export type BatchKind = 'renewal' | 'discharge'
/** What each act says, without the declaration. */
export type BatchContent = Record<string, unknown>

export type Batch = {
  batch: string
  owner: number
  kind: BatchKind
  content: BatchContent | null
  createdAt: string
  confirmedAt: string | null
  /** The head of the order when the lines were read. */
  head: { sequence: number; time: string }
}

/** A registration of a batch as it stands, and the act of the batch on it once that is filed. */
export type BatchLine = {
  place: number
  filingId: string
  refused: Refusal | null
  registrationNumber: string
  debtors: ListedRegistration['debtors']
  account: number
  filedAt: string
  expiresOn: string
  ended: 'discharged' | 'revoked' | null
  lastSequence: number
  filing: { filingNumber: string; filedAt: string } | null
}

/** Makes a batch of registrations of the account, in the order given; numbers that are not its own are left out. */
export async function createBatch(
  pool: Pick<Pool, 'query'>,
  person: { userId: number; account: number },
  kind: BatchKind,
  numbers: readonly string[],
): Promise<string> {
  const batch = randomUUID()
  await pool.query(
    `with forgotten as (
       delete from batches where batch in (select batch from batches where owner = $2 and confirmed_at is null
         order by created_at desc offset ${UNCONFIRMED_MAX - 1})
     ), made as (insert into batches (batch, owner, kind) values ($1, $2, $3) returning batch)
     insert into batch_lines (batch, place, registration, filing_id)
     select made.batch, row_number() over (order by n.place), r.registration, gen_random_uuid()
     from made, unnest($4::text[]) with ordinality n(number, place)
       join registrations first on first.registration_number = n.number and first.from_sequence = first.registration
       join registrations r on r.registration = first.registration and r.until_sequence is null and r.account = $5`,
    [batch, person.userId, kind, numbers.slice(0, LINES_MAX), person.account],
  )
  return batch
}

/** @returns undefined when there is no such batch of this person */
export async function loadBatch(
  pool: Pick<Pool, 'query'>,
  owner: number,
  batch: string,
): Promise<{ batch: Batch; lines: BatchLine[] } | undefined> {
  const { rows } = await pool.query(
    `select b.batch, b.owner, b.kind, b.content, b.created_at, b.confirmed_at, h.last_sequence, h.closed_at,
       l.place, l.filing_id, l.refused, r.registration_number, r.debtors, r.account, r.filed_at, r.expires_on, r.ended,
       r.from_sequence, f.filing_number, f.filed_at as act_filed_at
     from register_head h cross join batches b
       left join batch_lines l on l.batch = b.batch
       left join registrations r on r.registration = l.registration and r.until_sequence is null
       left join filings f on f.filing_id = l.filing_id
     where b.batch = $1 and b.owner = $2 order by l.place`,
    [batch, owner],
  )
  const [first] = rows
  if (!first) return undefined
  return {
    batch: {
      batch: first.batch,
      owner: first.owner,
      kind: first.kind,
      content: first.content,
      createdAt: first.created_at,
      confirmedAt: first.confirmed_at,
      head: { sequence: first.last_sequence, time: first.closed_at },
    },
    lines: rows.filter(({ place }) => place !== null).map(lineOf),
  }
}

function lineOf(row: Record<string, any>): BatchLine {
  return {
    place: row.place,
    filingId: row.filing_id,
    refused: row.refused,
    registrationNumber: row.registration_number,
    debtors: row.debtors,
    account: row.account,
    filedAt: row.filed_at,
    expiresOn: row.expires_on,
    ended: row.ended,
    lastSequence: row.from_sequence,
    filing: row.filing_number ? { filingNumber: row.filing_number, filedAt: row.act_filed_at } : null,
  }
}

/** What the acts say, or null to ask again. Nothing changes once the batch was confirmed. */
export async function keepContent(
  pool: Pick<Pool, 'query'>,
  batch: string,
  content: BatchContent | null,
): Promise<void> {
  await pool.query('update batches set content = $2 where batch = $1 and confirmed_at is null', [batch, content])
}

/** From here on the content stands. @returns false when it is not the one that was shown */
export async function confirmBatch(pool: Pick<Pool, 'query'>, batch: string, content: BatchContent): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update batches set confirmed_at = coalesce(confirmed_at, clock_timestamp())
     where batch = $1 and content = $2::jsonb`,
    [batch, JSON.stringify(content)],
  )
  return rowCount === 1
}

/** Why an act was refused; its code is none of the secrets. */
export async function noteRefused(
  pool: Pick<Pool, 'query'>,
  batch: string,
  refused: readonly { place: number; refusal: Refusal }[],
): Promise<void> {
  await pool.query(
    `update batch_lines l set refused = e.refusal
     from jsonb_to_recordset($2::jsonb) as e(place integer, refusal jsonb) where l.batch = $1 and l.place = e.place`,
    [batch, JSON.stringify(refused)],
  )
}

/** Batches that were never confirmed are forgotten after thirty days. */
export async function forgetBatches(pool: Pick<Pool, 'query'>): Promise<void> {
  await pool.query(
    `delete from batches where confirmed_at is null and created_at < clock_timestamp() - interval '30 days'`,
  )
}

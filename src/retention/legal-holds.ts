import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { ProblemError } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { judgeTextsIn } from '../registrations/registration-rules.ts'

type Client = Pick<Pool, 'query'>

/** A hold that stops the destruction of a registration. Times are RFC 3339 UTC. */
export type LegalHold = {
  legalHold: string
  registrationNumber: string
  reason: string | null
  document: string | null
  placedBy: string
  placedAt: string
  liftedAt: string | null
}

/** Who does it, from where. */
export type HoldActor = {
  actor: number
  account: number
  network: string | undefined
  requestId: string | undefined
}

/** Places a hold on a registration, whatever its state. @throws ProblemError not_found, content_destroyed */
export async function placeHold(
  client: Client,
  by: HoldActor,
  registrationNumber: string,
  said: { reason: string; document?: string },
): Promise<{ answer: LegalHold } | { refused: Refusal[] }> {
  const refused = judgeTextsIn(said, '')
  if (refused.length > 0) return { refused }
  const id = randomUUID()
  const placed = await append(client, by, registrationNumber, { ...said, id, kind: 'placed' })
  if (!placed) throw new ProblemError('not_found')
  return { answer: (await loadHold(client, registrationNumber, id))! }
}

/** Lifts a hold, once. @throws ProblemError not_found, content_destroyed */
export async function liftHold(
  client: Client,
  by: HoldActor,
  registrationNumber: string,
  id: string,
  said: { reason: string },
): Promise<{ answer: LegalHold } | { refused: Refusal[] }> {
  const refused = judgeTextsIn(said, '')
  if (refused.length > 0) return { refused }
  const hold = await loadHold(client, registrationNumber, id)
  if (!hold) throw new ProblemError('not_found')
  if (hold.liftedAt !== null || !(await append(client, by, registrationNumber, { ...said, id, kind: 'lifted' })))
    return { refused: [liftedAlready] }
  return { answer: (await loadHold(client, registrationNumber, id))! }
}

type Event = { id: string; kind: 'placed' | 'lifted'; reason: string; document?: string }

/** @returns false when there is no such registration, or the hold has this event already */
async function append(client: Client, by: HoldActor, registrationNumber: string, event: Event): Promise<boolean> {
  try {
    const { rowCount } = await client.query(
      `with event as (
         insert into legal_holds (legal_hold, registration, kind, reason, document, user_id, network)
         select $1, sequence, $3, $4, $5, $6, $7 from filings where filing_number = $2 and kind = 'initial'
         on conflict (legal_hold, kind) do nothing returning legal_hold)
       insert into audit_events (user_id, account, act, subject, network, request_id)
       select $6, $8, 'legal_hold.' || $3, $2, $7, $9 from event`,
      [
        event.id,
        registrationNumber,
        event.kind,
        event.reason,
        event.document ?? null,
        by.actor,
        by.network ?? null,
        by.account,
        by.requestId ?? null,
      ],
    )
    return rowCount === 1
  } catch (error) {
    const { constraint } = error as { constraint?: string }
    if (constraint === 'content_destroyed' || constraint === 'not_found') throw new ProblemError(constraint)
    throw error
  }
}

const HOLDS = `select p.legal_hold as "legalHold", f.filing_number as "registrationNumber", p.reason, p.document,
    u.display_name as "placedBy", p.at as "placedAt", l.at as "liftedAt"
  from legal_holds p join filings f on f.sequence = p.registration join users u using (user_id)
    left join legal_holds l on l.legal_hold = p.legal_hold and l.kind = 'lifted'
  where p.kind = 'placed'`

export async function loadHold(client: Client, registrationNumber: string, id: string): Promise<LegalHold | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined
  const { rows } = await client.query(`${HOLDS} and p.legal_hold = $1 and f.filing_number = $2`, [
    id,
    registrationNumber,
  ])
  return rows[0]
}

/** The holds that stand, newest first. */
export async function listStandingHolds(
  client: Client,
  page: { limit: number; offset: number },
): Promise<{ holds: LegalHold[]; total: number }> {
  const { rows } = await client.query(
    `select *, count(*) over ()::int as total from (${HOLDS} and l.at is null) standing
     order by "placedAt" desc limit $1 offset $2`,
    [page.limit, page.offset],
  )
  return { holds: rows.map(({ total: _total, ...hold }) => hold), total: rows[0]?.total ?? 0 }
}

const liftedAlready: Refusal = {
  code: 'legal_hold_lifted',
  message: text('这项保全已经解除', 'This legal hold has been lifted already'),
}

import type { Pool } from 'pg'

/** A request for a new code. Times are RFC 3339 UTC. */
export type CodeReplacement = {
  codeReplacement: string
  registrationNumber: string
  account: number
  reason: string
  requestedBy: number
  requestedByName: string
  requestedAt: string
  approvedBy: number | null
  approvedByName: string | null
  approvedAt: string | null
  readyAt: string | null
  isReady: boolean
  endedAt: string | null
  outcome: 'collected' | 'cancelled' | null
  /** The account of who asked: the filer's, or the register's office. */
  requestedFor: number
}

export type ReplacementStatus = 'requested' | 'waiting' | 'ready' | 'collected' | 'cancelled'

/** Where a request stands. Pure. */
export function replacementStatus(each: Pick<CodeReplacement, 'approvedAt' | 'isReady' | 'outcome'>) {
  if (each.outcome) return each.outcome satisfies ReplacementStatus
  if (!each.approvedAt) return 'requested' satisfies ReplacementStatus
  return (each.isReady ? 'ready' : 'waiting') satisfies ReplacementStatus
}

type Client = Pick<Pool, 'query'>

const REPLACEMENT = `select c.code_replacement as "codeReplacement", f.filing_number as "registrationNumber", c.account,
    c.reason, c.requested_by as "requestedBy", q.display_name as "requestedByName", c.requested_at as "requestedAt",
    c.approved_by as "approvedBy", p.display_name as "approvedByName", c.approved_at as "approvedAt",
    c.ready_at as "readyAt", coalesce(c.ready_at <= clock_timestamp(), false) as "isReady", c.ended_at as "endedAt",
    c.outcome, q.account as "requestedFor"
  from code_replacements c join filings f on f.sequence = c.registration join users q on q.user_id = c.requested_by
    left join users p on p.user_id = c.approved_by`

export async function loadReplacement(client: Client, id: string): Promise<CodeReplacement | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined
  const { rows } = await client.query(`${REPLACEMENT} where c.code_replacement = $1`, [id])
  return rows[0]
}

/** The request on a registration that is neither collected nor cancelled. */
export async function loadOpenReplacement(client: Client, registration: number): Promise<CodeReplacement | undefined> {
  const { rows } = await client.query(`${REPLACEMENT} where c.registration = $1 and c.outcome is null`, [registration])
  return rows[0]
}

/** The requests of one side that are neither collected nor cancelled, newest first. @param account of who asked */
export async function listOpenReplacements(client: Client, account: number): Promise<CodeReplacement[]> {
  const { rows } = await client.query(
    `${REPLACEMENT} where q.account = $1 and c.outcome is null order by c.requested_at desc limit ${LISTED_MAX}`,
    [account],
  )
  return rows
}

const LISTED_MAX = 200

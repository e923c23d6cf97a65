import type { Pool } from 'pg'
import { beijingDate, microsecondsOf } from '../platform/clock.ts'
import { acceptanceDueOn } from '../registrations/objection-rules.ts'
import type { ObjectionStatus } from '../registrations/objection-state.ts'
import type { RegistrationStatus } from '../registrations/registration-status.ts'
import type { PartySummary } from '../registrations/search-index.ts'

/** A line of an account's objections, as each stands at the head of the order. */
export type ListedObjection = {
  /** The sequence of the objection: the place in the list. */
  sequence: number
  filingNumber: string
  registrationNumber: string
  securityType: string
  securedParties: PartySummary[]
  registrationStatus: RegistrationStatus
  filedAt: string
  status: ObjectionStatus
  /** The last day for the notice of case acceptance; null when none is awaited. */
  acceptanceDueOn: string | null
}

/** The objections of an account, newest first. @param page `before` is a sequence (the last one of the page before) */
export async function listOwnObjections(
  pool: Pick<Pool, 'query'>,
  account: number,
  page: { before?: number; limit: number },
): Promise<ListedObjection[]> {
  const { rows } = await pool.query({
    name: 'list-own-objections',
    text: `select o.objection as sequence, o.filing_number as "filingNumber", o.filed_at as "filedAt", o.status,
        first.filing_number as "registrationNumber", r.security_type as "securityType",
        r.secured_parties as "securedParties", h.closed_at as "closedAt",
        case when r.ended is not null then r.ended
          when r.expires_on < (h.closed_at at time zone 'Asia/Shanghai')::date then 'expired'
          else 'in_effect' end as "registrationStatus"
      from register_head h cross join lateral (
        select * from objections where account = $1 and until_sequence is null
          and objection < coalesce($2::bigint, h.last_sequence + 1) order by objection desc limit $3) o
      join registrations r on r.registration = o.registration and r.until_sequence is null
      join filings first on first.sequence = o.registration
      order by o.objection desc`,
    values: [account, page.before ?? null, page.limit],
  })
  return rows.map(({ closedAt, ...row }) => {
    const due = acceptanceDueOn(beijingDate(microsecondsOf(row.filedAt)))
    const late = row.status === 'noted' && due < beijingDate(microsecondsOf(closedAt))
    const status: ObjectionStatus = late ? 'lapsed' : row.status
    return { ...row, status, acceptanceDueOn: status === 'noted' ? due : null }
  })
}

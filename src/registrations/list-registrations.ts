import type { Pool } from 'pg'
import type { RegistrationStatus } from './registration-status.ts'
import type { partySummary } from './search-index.ts'

/** A line of a list of registrations, as each stands at the head of the order. */
export type ListedRegistration = {
  /** The sequence of the initial filing: the place in the list. */
  sequence: number
  registrationNumber: string
  securityType: string
  status: RegistrationStatus
  debtors: ReturnType<typeof partySummary>[]
  filedAt: string
  expiresOn: string
  filerReference: string | null
}

/**
 * The registrations that an account filed, newest first.
 * @param page `before` a sequence (the last one of the page before); at most `limit`
 */
export async function listRegistrations(
  pool: Pick<Pool, 'query'>,
  account: number,
  page: { before?: number; limit: number },
): Promise<ListedRegistration[]> {
  const { rows } = await pool.query({
    name: 'list-registrations',
    text: `select r.registration as sequence, r.registration_number as "registrationNumber",
        r.security_type as "securityType", r.debtors, r.filed_at as "filedAt", r.expires_on as "expiresOn",
        r.filer_reference as "filerReference",
        case when r.ended is not null then r.ended
          when r.expires_on < (h.closed_at at time zone 'Asia/Shanghai')::date then 'expired'
          else 'in_effect' end as status
      from register_head h cross join lateral (
        select registration from registrations
        where account = $1 and from_sequence = registration
          and registration < coalesce($2::bigint, h.last_sequence + 1)
        order by registration desc limit $3) first
      cross join lateral (
        select * from registrations r where r.registration = first.registration
          and r.from_sequence <= h.last_sequence
          and (r.until_sequence is null or r.until_sequence > h.last_sequence) offset 0) r
      order by r.registration desc`,
    values: [account, page.before ?? null, page.limit],
  })
  return rows
}

import type { Pool } from 'pg'
import { queryOf } from '../collateral-texts/text-terms.ts'
import type { RegistrationStatus } from '../registrations/registration-status.ts'
import type { partySummary } from '../registrations/search-index.ts'
import { type ListFilter, soughtDebtor } from './list-filter.ts'

/** A line of a list of registrations, as each stands at the head of the order. */
export type ListedRegistration = {
  /** The sequence of the initial filing: the place in the list. */
  sequence: number
  registrationNumber: string
  securityType: string
  status: RegistrationStatus
  debtors: ReturnType<typeof partySummary>[]
  collateralSummary: string
  filedAt: string
  expiresOn: string
  filerReference: string | null
}

/** Beyond this a list is not counted. */
export const COUNTED_MAX = 10_000

/**
 * The registrations of an account that pass a filter, newest first. A later page begins where the one before ended,
 * whatever was filed meanwhile.
 * @param page `before` a sequence (the last one of the page before); at most `limit`
 */
export async function listRegistrations(
  pool: Pick<Pool, 'query'>,
  account: number,
  filter: ListFilter,
  page: { before?: number; limit: number },
): Promise<ListedRegistration[]> {
  const { rows } = await pool.query(LIST, [...valuesOf(account, filter), page.before ?? null, page.limit])
  return rows
}

/** How many pass the filter, up to one more than COUNTED_MAX. */
export async function countRegistrations(
  pool: Pick<Pool, 'query'>,
  account: number,
  filter: ListFilter,
): Promise<number> {
  const { rows } = await pool.query(COUNT, [...valuesOf(account, filter), null, COUNTED_MAX + 1])
  return rows[0].count
}

function valuesOf(account: number, filter: ListFilter): unknown[] {
  const sought = filter.debtor === undefined ? undefined : soughtDebtor(filter.debtor)
  const words = filter.text === undefined ? undefined : queryOf(filter.text)
  return [
    account,
    filter.securityType ?? null,
    filter.status ?? null,
    filter.expiresWithinDays ?? null,
    filter.filerReference ?? null,
    filter.filerReferencePrefix ?? null,
    filter.filedFrom ?? null,
    filter.filedTo ?? null,
    sought?.digests ?? null,
    sought?.keys ?? null,
    sought?.namePart ?? null,
    words?.terms ?? null,
    words?.phrases ?? null,
  ]
}

/*
 * One statement for every filter. It has no name, so it is planned with its values: a condition whose value is null
 * is true before the plan is made. What the index registrations_of_account includes is judged without reading rows.
 */
const CHOSEN = `
  select r.registration from registrations r
  where r.account = $1 and r.until_sequence is null
    and ($2::text is null or r.security_type = $2)
    and ($3::text is null or case when r.ended is not null then r.ended
      when r.expires_on < (select today from today) then 'expired' else 'in_effect' end = $3)
    and ($4::integer is null or r.ended is null
      and r.expires_on between (select today from today) and (select today from today) + $4)
    and ($5::text is null or r.filer_reference = $5)
    and ($6::text is null or starts_with(r.filer_reference, $6))
    and ($7::date is null or r.registration >= coalesce(
      (select min(sequence) from filings where filed_at >= $7::date::timestamp at time zone 'Asia/Shanghai'),
      9223372036854775807))
    and ($8::date is null or r.registration < coalesce(
      (select min(sequence) from filings where filed_at >= ($8::date + 1)::timestamp at time zone 'Asia/Shanghai'),
      9223372036854775807))
    and ($9::bytea[] is null
      or r.registration = any(array(select k.registration from debtor_keys k
        where k.key_digest = any($9) and k.key = any($10::text[]) and k.until_sequence is null))
      or $11::text is not null and strpos(r.debtor_names, $11) > 0)
    and ($12::integer[] is null or exists (select from collateral_texts t
      where t.registration = r.registration and t.until_sequence is null and t.terms @> $12
        and not exists (select from unnest($13::text[]) phrase where strpos(t.folded, phrase) = 0)))
    and ($14::bigint is null or r.registration < $14)
  order by r.registration desc limit $15`

const TODAY = `today as materialized (
  select (closed_at at time zone 'Asia/Shanghai')::date as today from register_head)`

const COUNT = `with ${TODAY} select count(*) as count from (${CHOSEN}) chosen`

const LIST = `with ${TODAY}, chosen as materialized (${CHOSEN})
  select r.registration as sequence, r.registration_number as "registrationNumber",
    r.security_type as "securityType", r.debtors, r.collateral_summary as "collateralSummary",
    r.filed_at as "filedAt", r.expires_on as "expiresOn", r.filer_reference as "filerReference",
    case when r.ended is not null then r.ended
      when r.expires_on < (select today from today) then 'expired' else 'in_effect' end as status
  from chosen join registrations r on r.registration = chosen.registration and r.until_sequence is null
  order by r.registration desc`

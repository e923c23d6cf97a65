import type { Pool } from 'pg'

type Client = Pick<Pool, 'query'>

/** A registration whose retention is over. Days are Beijing's. */
export type DueRegistration = {
  registration: number
  registrationNumber: string
  endedOn: string
  keptUntil: string
  held: boolean
  /** Its open proposal, and how many have approved it. */
  decision: string | null
  approvals: number
}

/**
 * Registrations whose fifteen years are over, those that ended first at the head. What is derived finds them; whether
 * one may be destroyed, the database judges from its filings.
 * @param page `unproposed`: only those without a hold and without a proposal of the last thirty days
 */
export async function listDue(
  client: Client,
  page: { unproposed: boolean; limit: number; offset?: number },
): Promise<DueRegistration[]> {
  const { rows } = await client.query({
    name: 'due-registrations',
    text: DUE,
    values: [page.unproposed, page.limit, page.offset ?? 0],
  })
  return rows
}

/** The proposal to destroy search records that is open, and how many have approved it. */
export async function openSearchDestruction(
  client: Client,
): Promise<{ decision: string; searchedBefore: string; approvals: number } | undefined> {
  const { rows } = await client.query(
    `select d.decision, d.content ->> 'searchedBefore' as "searchedBefore",
       (select count(*)::int from decision_votes v where v.decision = d.decision) as approvals
     from decisions d where d.kind = 'search_destruction' and d.ends_at > clock_timestamp()
       and not exists (select from destructions x where x.decision = d.decision and x.complete)
       and not exists (select from decision_votes v where v.decision = d.decision and v.vote = 'reject')
     order by d.proposed_at desc limit 1`,
  )
  return rows[0]
}

// The bounds on expires_on and from_sequence are for the indexes, read in their order and no further; they are single
// values, so that no plan walks through what is in effect. The day itself is compared after them, because the
// fifteen years of a 29 February end on a 28th.
const DUE = `
with day as materialized (
  select register_today() as today, (register_today() - interval '15 years')::date as bound
), due as (
  (select r.registration, r.registration_number, r.expires_on as ended_on
   from registrations r
   where r.until_sequence is null and r.ended is null and r.expires_on <= (select bound from day)
     and (r.expires_on + interval '15 years')::date < (select today from day) and ($1::boolean is not true or (${unproposed()}))
   order by r.expires_on, r.registration limit $2::bigint + $3::bigint)
  union all
  (select r.registration, r.registration_number, (f.filed_at at time zone 'Asia/Shanghai')::date
   from registrations r join filings f on f.sequence = r.from_sequence
   where r.until_sequence is null and r.ended is not null
     and r.from_sequence <= (select sequence from filings
       where filed_at < ((select bound from day) + 1)::timestamp at time zone 'Asia/Shanghai'
       order by filed_at desc limit 1)
     and ((f.filed_at at time zone 'Asia/Shanghai')::date + interval '15 years')::date
       < (select today from day)
     and ($1::boolean is not true or (${unproposed()}))
   order by r.from_sequence limit $2::bigint + $3::bigint)
)
select due.registration, due.registration_number as "registrationNumber", due.ended_on as "endedOn",
  (due.ended_on + interval '15 years')::date as "keptUntil", (${held('due')}) as held, d.decision,
  coalesce((select count(*)::int from decision_votes v where v.decision = d.decision), 0) as approvals
from due left join lateral (
  select decision from decisions d where d.registration = due.registration and d.kind = 'destruction'
    and d.ends_at > clock_timestamp()
    and not exists (select from decision_votes v where v.decision = d.decision and v.vote = 'reject')
  order by d.proposed_at desc limit 1) d on true
order by due.ended_on, due.registration limit $2::bigint offset $3::bigint`

/** One that was rejected is not proposed again before its thirty days are over. */
function unproposed(): string {
  return `not (${held('r')}) and not exists (select from decisions d where d.registration = r.registration
    and d.kind = 'destruction' and d.ends_at > clock_timestamp())`
}

function held(alias: string): string {
  return `exists (select from legal_holds h where h.registration = ${alias}.registration and h.kind = 'placed'
    and not exists (select from legal_holds l where l.legal_hold = h.legal_hold and l.kind = 'lifted'))`
}

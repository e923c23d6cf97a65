import type { Pool } from 'pg'
import { endOfWorkingDays } from '../platform/working-days.ts'

/** Working days in which the secured party discharges once the reason is there (the Measures, art. 16). */
export const DISCHARGE_WORKING_DAYS = 10

/** Demands that one account may make on one registration in thirty days: a demand is no means to pester. */
export const DEMANDS_MAX = 5

/** A demand that the secured party discharge or amend. No filing: only its parties and the registrar see it. */
export type DischargeDemand = {
  demand: string
  statement: string
  relation: string
  demandedBy: string
  demandedAt: string
  /** The last day for the secured party to act or refuse, YYYY-MM-DD in Beijing. */
  dueOn: string
}

/** The last of the ten working days that a demand starts. @param demandedOn the day in Beijing */
export function dischargeDueOn(demandedOn: string): string {
  return endOfWorkingDays(demandedOn, DISCHARGE_WORKING_DAYS)
}

type Client = Pick<Pool, 'query'>

/** Records a demand. @returns undefined when this account has made too many on this registration lately */
export async function recordDemand(
  client: Client,
  registration: number,
  person: { userId: number; account: number; network: string | undefined; requestId: string | undefined },
  said: { statement: string; relation: string },
  today: string,
): Promise<Omit<DischargeDemand, 'demandedBy'> | undefined> {
  const { rows } = await client.query(
    `with made as (
       insert into discharge_demands (registration, account, actor, statement, relation, due_on)
       select $1, $2, $3, $4, $5, $6 where (select count(*) from discharge_demands where registration = $1
         and account = $2 and demanded_at > clock_timestamp() - interval '30 days') < ${DEMANDS_MAX}
       returning demand, statement, relation, demanded_at as "demandedAt", due_on as "dueOn"
     ), audited as (
       insert into audit_events (user_id, account, act, subject, network, request_id)
       select $3, $2, 'discharge_demanded', demand::text, $7, $8 from made)
     select * from made`,
    [
      registration,
      person.account,
      person.userId,
      said.statement,
      said.relation,
      dischargeDueOn(today),
      person.network ?? null,
      person.requestId ?? null,
    ],
  )
  return rows[0]
}

/** The demands on a registration, newest first. @param account only those of this account; undefined: all */
export async function loadDemands(client: Client, registration: number, account?: number): Promise<DischargeDemand[]> {
  const { rows } = await client.query(
    `select d.demand, d.statement, d.relation, a.name as "demandedBy", d.demanded_at as "demandedAt",
       d.due_on as "dueOn" from discharge_demands d join accounts a using (account)
     where d.registration = $1 and ($2::bigint is null or d.account = $2) order by d.demanded_at desc limit 200`,
    [registration, account ?? null],
  )
  return rows
}

import type { Pool } from 'pg'
import { ProblemError } from '../platform/problem.ts'
import type { Filer } from './act.ts'

const WINDOW_MINUTES = 60
const FAILURES_MAX = 10
const WAIT_SECONDS = 300

/** Refuses further tries on a registration after too many wrong codes. @throws ProblemError too_many_requests */
export async function refuseCodeGuessing(pool: Pool, registrationNumber: string): Promise<void> {
  const { rows } = await pool.query(
    `select count(*) as failures from modification_code_failures
     where registration_number = $1 and failed_at > clock_timestamp() - interval '${WINDOW_MINUTES} minutes'`,
    [registrationNumber],
  )
  if (rows[0].failures >= FAILURES_MAX) throw new ProblemError('too_many_requests', WAIT_SECONDS)
}

/** Records a wrong code, for the limit and in the audit. */
export async function noteWrongCode(pool: Pool, registrationNumber: string, filer: Filer): Promise<void> {
  await pool.query(
    `with failure as (
       insert into modification_code_failures (registration_number, actor, network) values ($1, $2, $3))
     insert into audit_events (user_id, account, act, subject, network, request_id)
     values ($2, $4, 'modification_code_wrong', $1, $3, $5)`,
    [registrationNumber, filer.actor, filer.network ?? null, filer.account, filer.requestId ?? null],
  )
}

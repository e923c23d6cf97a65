import type { Pool } from 'pg'
import { ProblemError } from '../platform/problem.ts'
import { SESSION_MAX_HOURS } from './authenticate.ts'
import { passwordMatches } from './passwords.ts'
import { hashSecret, newSessionToken } from './secrets.ts'

/** Failures within the window before further tries must wait (threat 16). */
const WINDOW_MINUTES = 15
/** Here: from the network that asks. Everywhere: so high that a stranger can hardly lock somebody out. */
const FAILURES_MAX_PER_NAME_HERE = 10
const FAILURES_MAX_PER_NAME = 100
const FAILURES_MAX_PER_NETWORK = 100
const WAIT_SECONDS = 60

/**
 * Signs a user in by login name and password and opens a session with a fresh token.
 * @returns the session token, or undefined when name or password is wrong
 * @throws ProblemError too_many_requests after repeated failures of the name or the network
 */
export async function signIn(
  pool: Pool,
  credentials: { loginName: string; password: string },
  network: string,
): Promise<string | undefined> {
  const loginName = credentials.loginName.trim().toLowerCase().slice(0, 100)
  await refuseGuessing(pool, loginName, network)
  const { rows } = await pool.query(
    'select user_id, account, password_hash from users where login_name = $1 and closed_at is null',
    [loginName],
  )
  const user = rows[0]
  if (!(await passwordMatches(credentials.password, user?.password_hash))) {
    await noteFailure(pool, loginName, network)
    await audit(pool, user, 'sign_in_failed', loginName, network)
    return undefined
  }
  const token = newSessionToken()
  await pool.query(
    `insert into sessions (token_hash, user_id, expires_at)
     values ($1, $2, clock_timestamp() + interval '${SESSION_MAX_HOURS} hours')`,
    [hashSecret(token), user.user_id],
  )
  await audit(pool, user, 'signed_in', loginName, network)
  return token
}

/** Ends a session. Unknown tokens are no error: the caller wanted it gone, and it is. */
export async function signOut(pool: Pool, token: string, network: string): Promise<void> {
  const { rows } = await pool.query(
    `with ended as (delete from sessions where token_hash = $1 returning user_id)
     select u.user_id, u.account, u.login_name from ended join users u using (user_id)`,
    [hashSecret(token)],
  )
  if (rows[0]) await audit(pool, rows[0], 'signed_out', rows[0].login_name, network)
}

/** @throws ProblemError too_many_requests after repeated failures of the name or the network */
export async function refuseGuessing(pool: Pool, loginName: string, network: string): Promise<void> {
  const { rows } = await pool.query(
    `select (select count(*) from sign_in_failures where login_name = $1 and failed_at > since) as of_name,
       (select count(*) from sign_in_failures where login_name = $1 and network = $2 and failed_at > since) as of_name_here,
       (select count(*) from sign_in_failures where network = $2 and failed_at > since) as of_network
     from (select clock_timestamp() - interval '${WINDOW_MINUTES} minutes' as since) w`,
    [loginName, network],
  )
  const { of_name, of_name_here, of_network } = rows[0]
  if (
    of_name >= FAILURES_MAX_PER_NAME ||
    of_name_here >= FAILURES_MAX_PER_NAME_HERE ||
    of_network >= FAILURES_MAX_PER_NETWORK
  ) {
    throw new ProblemError('too_many_requests', WAIT_SECONDS)
  }
}

export async function noteFailure(pool: Pool, loginName: string, network: string): Promise<void> {
  await pool.query('insert into sign_in_failures (login_name, network) values ($1, $2)', [loginName, network])
}

export async function audit(
  pool: Pool,
  user: { user_id: number; account: number } | undefined,
  act: string,
  subject: string,
  network: string,
): Promise<void> {
  await pool.query('insert into audit_events (user_id, account, act, subject, network) values ($1, $2, $3, $4, $5)', [
    user?.user_id ?? null,
    user?.account ?? null,
    act,
    subject,
    network,
  ])
}

import type { Pool } from 'pg'
import { passwordMatches } from './passwords.ts'
import type { Person } from './person.ts'
import { audit, noteFailure, refuseGuessing } from './sign-in.ts'

/**
 * The signed-in person types the password once more, before what weighs most: a session that was left open is not
 * enough for that. Wrong ones count as failed sign-ins do, under the same limits, and are audited.
 * @throws ProblemError too_many_requests after repeated failures of the name or the network
 */
export async function confirmPassword(
  pool: Pool,
  { userId, account, loginName }: Pick<Person, 'userId' | 'account' | 'loginName'>,
  password: string,
  network: string,
): Promise<boolean> {
  await refuseGuessing(pool, loginName, network)
  const { rows } = await pool.query('select password_hash from users where user_id = $1 and closed_at is null', [
    userId,
  ])
  if (await passwordMatches(password, rows[0]?.password_hash ?? undefined)) return true
  await noteFailure(pool, loginName, network)
  await audit(pool, { user_id: userId, account }, 'password_confirmation_failed', loginName, network)
  return false
}

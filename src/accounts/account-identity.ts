import type { Pool } from 'pg'

/** Who an account is, as the register has verified it: what an objection names as its objector. */
export type AccountIdentity = {
  kind: 'organization' | 'individual'
  name: string
  identifier: { scheme: string; value: string; country?: string }
}

/** @returns undefined while nobody has verified the account's identity */
export async function accountIdentity(
  pool: Pick<Pool, 'query'>,
  account: number,
): Promise<AccountIdentity | undefined> {
  const { rows } = await pool.query({
    name: 'account-identity',
    text: `select case kind when 'individual' then 'individual' else 'organization' end as kind, name, identifier
      from accounts where account = $1 and identifier is not null and identity_verified_at is not null`,
    values: [account],
  })
  return rows[0]
}

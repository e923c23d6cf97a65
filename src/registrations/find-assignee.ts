import type { Pool } from 'pg'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import type { Change } from './amendment-changes.ts'

/**
 * Finds the accounts that transfers name as the new filer: by the institution's code or name, or by the login name of
 * one of its people. It must be able to register: only a regular user can keep a registration up.
 * @returns the changes with their assignees, or what keeps them from being found
 */
export async function withAssignees(
  client: Pick<Pool, 'query'>,
  changes: readonly Change[],
): Promise<{ changes: Change[] } | { refused: Refusal[] }> {
  const refused: Refusal[] = []
  const found: Change[] = []
  for (const [at, change] of changes.entries()) {
    if (change.type !== 'transfer_secured_party' || change.toAccount === undefined) {
      found.push(change)
      continue
    }
    const assignee = await accountNamed(client, change.toAccount)
    if (assignee) found.push({ ...change, assignee })
    else refused.push({ ...accountNotFound, pointer: `/changes/${at}/toAccount` })
  }
  return refused.length > 0 ? { refused } : { changes: found }
}

async function accountNamed(
  client: Pick<Pool, 'query'>,
  named: string,
): Promise<{ account: number; name: string } | undefined> {
  const { rows } = await client.query(
    `select distinct a.account, a.name from accounts a join users u using (account)
     where u.closed_at is null and u.role in ('administrator', 'operator')
       and (a.name = $1 or a.identifier ->> 'value' = upper($1) or u.login_name = lower($1)) limit 2`,
    [named.trim()],
  )
  return rows.length === 1 ? rows[0] : undefined
}

const accountNotFound: Refusal = {
  code: 'account_not_found',
  message: text(
    '没有这个常用户，请填受让机构的全称、代码或其用户名',
    'There is no such regular user; give the assignee’s full name, code, or a login name of its people',
  ),
}

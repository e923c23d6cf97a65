import type { Pool, PoolClient } from 'pg'
import { inTransaction } from '../platform/transaction.ts'

/**
 * Who goes through the filings in their order with a cursor of its own: its name in `followers`, and what it does with
 * the filings after a sequence. `deal` answers the last sequence that it has dealt with now.
 */
export type Follower = {
  name: string
  timeoutSeconds: number
  deal(client: PoolClient, after: number): Promise<number>
}

/** Deals with every filing since the last time, batch after batch, unless another process is at it. */
export async function followOrder(pool: Pool, follower: Follower): Promise<void> {
  while (await hasMoreToFollow(pool, follower)) if (!(await followBatch(pool, follower))) return
}

/** One light question, since nearly always nothing is new. */
export async function hasMoreToFollow(pool: Pick<Pool, 'query'>, { name }: Pick<Follower, 'name'>): Promise<boolean> {
  const { rows } = await pool.query({
    name: 'follower-has-more',
    text: `select w.sequence < h.last_sequence as more from followers w, register_head h where w.name = $1`,
    values: [name],
  })
  return rows[0]?.more ?? false
}

/**
 * One batch. What was done and the cursor are one transaction, so no filing is skipped and none dealt with twice,
 * however often this is killed or run beside itself.
 * @returns false when another transaction holds the cursor
 */
export async function followBatch(pool: Pool, { name, timeoutSeconds, deal }: Follower): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    await client.query(`set local transaction_timeout = '${timeoutSeconds}s'`)
    const cursor = await client.query('select sequence from followers where name = $1 for update skip locked', [name])
    if (!cursor.rows[0]) return false
    const after: number = cursor.rows[0].sequence
    const last = await deal(client, after)
    if (last > after) await client.query('update followers set sequence = $2 where name = $1', [name, last])
    return true
  })
}

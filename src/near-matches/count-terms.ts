import type { Pool } from 'pg'
import { inTransaction } from '../platform/transaction.ts'

const BATCH_MAX_NAMES = 20_000
/** While indexing, terms are counted when so many names are not, or a twentieth of all. */
const MANY_NAMES = 2_000
const MANY_SHARE = 20

/**
 * Counts in how many names each term stands: those of names that were indexed since the last time are added. Count and
 * place are one transaction, so each name is counted once, however often this is killed or run beside itself. What a
 * destruction takes out of the index stays counted; these are statistics.
 * @param options `whenMany`: only when enough has come to matter
 */
export async function countTerms(pool: Pool, options: { whenMany?: boolean } = {}): Promise<void> {
  while ((await uncounted(pool, options.whenMany ?? false)) && (await countBatch(pool)));
}

async function uncounted(pool: Pool, whenMany: boolean): Promise<boolean> {
  const { rows } = await pool.query({
    name: 'terms-to-count',
    text: `select coalesce(max(n.debtor_name), 0) - c.counted_up_to as waiting, c.names
      from debtor_name_count c left join lateral (
        select debtor_name from debtor_names order by debtor_name desc limit 1) n on true
      group by c.counted_up_to, c.names`,
  })
  const { waiting = 0, names = 0 } = rows[0] ?? {}
  return waiting > (whenMany ? Math.max(MANY_NAMES, names / MANY_SHARE) : 0)
}

/** Names become visible in the order of their numbers, since one follower at a time writes them. */
async function countBatch(pool: Pool): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    await client.query(`set local transaction_timeout = '60s'`)
    const { rows } = await client.query('select counted_up_to from debtor_name_count for update skip locked')
    if (!rows[0]) return false
    const batch = await client.query(
      `select max(debtor_name) as last, count(*) as names from (
         select debtor_name from debtor_names where debtor_name > $1 order by debtor_name limit $2) b`,
      [rows[0].counted_up_to, BATCH_MAX_NAMES],
    )
    const { last, names } = batch.rows[0]
    if (last === null) return false
    await client.query(
      `insert into debtor_name_terms (term, names)
       select term, count(*) from debtor_names n cross join lateral unnest(tsvector_to_array(n.terms)) term
       where n.debtor_name > $1 and n.debtor_name <= $2 and term not like '=%' group by term order by term
       on conflict (term) do update set names = debtor_name_terms.names + excluded.names`,
      [rows[0].counted_up_to, last],
    )
    await client.query('update debtor_name_count set counted_up_to = $1, names = names + $2', [last, names])
    return true
  })
}

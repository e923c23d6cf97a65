import type { Pool } from 'pg'
import { UNNAMED_KEPT_DAYS, UNNAMED_KEPT_DAYS_AT_OFFICE } from './attachment.ts'

/** Attachments removed in one transaction: filings that name one of them wait that long, and no longer. */
const BATCH = 50
const BATCHES_MAX = 1_000

/**
 * Forgets uploads after their days, and removes what no filing names and nobody uploaded since. A filing that names an
 * attachment holds its row in its own transaction; here rows that somebody holds are passed over, and what is found
 * free is held and asked again before it goes. May run twice, and be killed at any moment.
 */
export async function removeUnnamedAttachments(pool: Pool): Promise<void> {
  await pool.query(
    `delete from attachment_uploads u using accounts a
     where a.account = u.account and u.uploaded_at
       < clock_timestamp() - make_interval(days => case a.kind when 'registrar' then $2::int else $1::int end)`,
    [UNNAMED_KEPT_DAYS, UNNAMED_KEPT_DAYS_AT_OFFICE],
  )
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) if ((await removeBatch(pool)) < BATCH) return
}

const UNNAMED = `not exists (select from filing_attachments f where f.sha256 = a.sha256)
  and not exists (select from attachment_uploads u where u.sha256 = a.sha256)`

async function removeBatch(pool: Pool): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const held = await client.query(
      `select sha256 from attachments a where ${UNNAMED} limit $1 for update skip locked`,
      [BATCH],
    )
    // A statement of its own sees what was committed before the rows were held.
    await client.query(`delete from attachments a where sha256 = any($1) and ${UNNAMED}`, [
      held.rows.map((row) => row.sha256),
    ])
    await client.query('commit')
    return held.rows.length
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

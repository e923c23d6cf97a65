import type { Pool } from 'pg'
import { carryOutDestruction } from './carry-out-destruction.ts'

const BATCH = 200
/** Batches of search records that one run destroys of a decision at most. */
const SEARCH_BATCHES_MAX = 500

/**
 * Carries out what two people approved and what was not finished: the process died after the second approval, or there
 * were more search records than one batch. What the database refuses stays as it is. @returns how many it carried out
 */
export async function finishDestructions(pool: Pool): Promise<number> {
  let done = 0
  const { rows } = await pool.query(
    `select d.decision, d.registration from decisions d
     where d.kind in ('destruction', 'search_destruction') and d.ends_at > clock_timestamp()
       and not exists (select from destructions x where x.decision = d.decision and x.complete)
       and (select count(*) from decision_votes v where v.decision = d.decision and v.vote = 'approve') = 2
     order by d.ends_at limit $1`,
    [BATCH],
  )
  for (const decision of rows) {
    for (let batch = 0; batch < SEARCH_BATCHES_MAX; batch += 1) {
      if ((await carryOutDestruction(pool, decision)).length > 0) break
      done += 1
      if (decision.registration !== null || (await isComplete(pool, decision.decision))) break
    }
  }
  return done
}

async function isComplete(pool: Pick<Pool, 'query'>, decision: string): Promise<boolean> {
  const { rows } = await pool.query('select exists (select from destructions where decision = $1 and complete)', [
    decision,
  ])
  return rows[0].exists
}

import { createHash, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { addNotices } from '../notices/add-notices.ts'
import { inTransaction } from '../platform/transaction.ts'
import { canonicalBytes } from '../registrations/canonical-filing.ts'
import { searchesKeptFrom } from '../registrations/retention-rules.ts'
import { listDue } from './due-registrations.ts'

/** Days in which two people must have approved: those of every decision. */
const PROPOSAL_DAYS = 30
const BATCH = 200
/** What one run proposes at most: more than an office decides in a day only lapses unread. */
const PROPOSALS_A_RUN_MAX = 2_000
/** Taken so that two runs at once propose nothing twice. */
const PROPOSING_LOCK = 7_203_110_412

/**
 * Proposes the destruction of every registration whose retention is over, without a vote of its own: two registrars
 * must approve. Of search records one proposal covers all that are due. Safe to run twice, and at once.
 * @param today the Beijing day @returns how many were proposed
 */
export async function proposeDestruction(pool: Pool, today: string): Promise<number> {
  let proposed = 0
  while (proposed < PROPOSALS_A_RUN_MAX) {
    const made = await inTransaction(pool, async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [PROPOSING_LOCK])
      const due = await listDue(client, { unproposed: true, limit: BATCH })
      const proposals = due.map(({ registration, registrationNumber, endedOn, keptUntil }) =>
        proposalOf('destruction', registration, { registrationNumber, endedOn, keptUntil }),
      )
      await keepProposals(client, proposals)
      return due.length
    })
    proposed += made
    if (made < BATCH) break
  }
  proposed += await proposeSearches(pool, today)
  if (proposed > 0) await tellRegistrars(pool, today, proposed)
  return proposed
}

async function proposeSearches(pool: Pool, today: string): Promise<number> {
  const searchedBefore = `${searchesKeptFrom(today)}T00:00:00+08:00`
  return inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [PROPOSING_LOCK])
    const { rows } = await client.query(
      `select (exists (select from searches where searched_at < $1)
           or exists (select from overlap_checks where checked_at < $1)) and not exists (
         select from decisions d where d.kind = 'search_destruction' and d.ends_at > clock_timestamp()
           and not exists (select from destructions x where x.decision = d.decision and x.complete)) as due`,
      [searchedBefore],
    )
    if (!rows[0].due) return 0
    await keepProposals(client, [proposalOf('search_destruction', null, { searchedBefore })])
    return 1
  })
}

type Proposal = { decision: string; kind: string; registration: number | null; content: object; sha256: string }

function proposalOf(kind: string, registration: number | null, content: object): Proposal {
  const sha256 = createHash('sha256').update(canonicalBytes(content)).digest('hex')
  return { decision: randomUUID(), kind, registration, content, sha256 }
}

async function keepProposals(client: Pick<Pool, 'query'>, proposals: readonly Proposal[]): Promise<void> {
  await client.query(
    `with proposed as (
       insert into decisions (decision, kind, registration, content, content_sha256, ends_at)
       select decision, kind, registration, content, decode(sha256, 'hex'),
         clock_timestamp() + interval '${PROPOSAL_DAYS} days'
       from json_to_recordset($1::json) as p(decision uuid, kind text, registration bigint, content jsonb, sha256 text)
       returning decision)
     insert into audit_events (act, subject) select 'decision.proposed', decision::text from proposed`,
    [JSON.stringify(proposals)],
  )
}

/** One notice a day to each office, however much is due. */
async function tellRegistrars(pool: Pool, today: string, count: number): Promise<void> {
  const { rows } = await pool.query(`select account from accounts where kind = 'registrar' order by account`)
  await addNotices(
    pool,
    rows.map(({ account }) => ({
      account,
      kind: 'proposal_waiting' as const,
      details: { act: 'destruction', count },
      source: `destructions-proposed:${today}:account:${account}`,
    })),
  )
}

import type { Pool } from 'pg'
import type { Deps } from '../deps.ts'
import { type CallFailure, callOut, type OutboundRules } from '../platform/outbound-call.ts'
import { type BulkSearch, doneOf } from './bulk-search.ts'
import { loadBulkSearch } from './bulk-search-store.ts'

/** At once, so that one slow address does not keep the others waiting. */
const CALLS_AT_ONCE = 8
/** A try that was not noted (its process was killed) is made again after this. */
const LEASE_SECONDS = 60
/** After the first try that failed; each pause is twice the one before. */
const FIRST_PAUSE_SECONDS = 30
const PAUSE_MAX_SECONDS = 2 * 3_600
const GIVEN_UP_AFTER_HOURS = 24

type Due = { id: number; number: string; url: string; secret: Buffer; due_since: string; tries: number }

/**
 * Tells the callers of lists that have ended. Each address is tried for a day with growing pauses; it may be told twice
 * when a process is killed between the call and its note.
 */
export async function callBack(
  { pool, publicUrl, identity }: Pick<Deps, 'pool' | 'publicUrl' | 'identity'>,
  rules: OutboundRules = { loopback: identity.sandbox },
): Promise<void> {
  const { rows } = await pool.query(CLAIM)
  await Promise.all((rows as Due[]).map((due) => callOne(pool, due, publicUrl(), rules)))
}

async function callOne(pool: Pool, due: Due, origin: string, rules: OutboundRules): Promise<void> {
  const search = await loadBulkSearch(pool, due.number)
  if (!search) return
  const body = JSON.stringify(callbackBody(search, origin))
  const { url, secret } = due
  const failure = await callOut(url, { body, secret, at: Math.floor(Date.now() / 1000) }, rules)
  await note(pool, due, failure)
}

/** What is told: where the list stands, and nothing of who was searched for. */
export function callbackBody(search: BulkSearch, origin: string) {
  const { bulkSearchNumber, state, total, found, nothingFound, refused, endedAt } = search
  return {
    event: 'bulk_search.ended',
    bulkSearchNumber,
    state,
    total,
    done: doneOf(search),
    found,
    nothingFound,
    refused,
    endedAt,
    links: { self: `${origin}/api/v1/bulk-searches/${bulkSearchNumber}` },
  }
}

/** Only of the end that was told: a list that was resumed meanwhile has another to tell. */
async function note(pool: Pool, due: Due, failure: CallFailure | undefined): Promise<void> {
  const pauseSeconds = Math.min(FIRST_PAUSE_SECONDS * 2 ** (due.tries - 1), PAUSE_MAX_SECONDS)
  await pool.query(
    `update bulk_search_callbacks set last_failure = $3,
       outcome = case when $3::text is null then 'delivered'
         when due_since < clock_timestamp() - interval '${GIVEN_UP_AFTER_HOURS} hours' then 'given_up' end,
       next_at = case when $3::text is null or due_since < clock_timestamp() - interval '${GIVEN_UP_AFTER_HOURS} hours'
         then null else clock_timestamp() + make_interval(secs => $4) end
     where bulk_search = $1 and due_since = $2`,
    [due.id, due.due_since, failure ?? null, pauseSeconds],
  )
}

const CLAIM = `
update bulk_search_callbacks c
set tries = tries + 1, next_at = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
from bulk_searches b
where b.bulk_search = c.bulk_search and c.bulk_search in (
  select bulk_search from bulk_search_callbacks where next_at <= clock_timestamp() order by next_at
  limit ${CALLS_AT_ONCE} for update skip locked)
returning c.bulk_search as id, b.bulk_search_number as number, c.url, c.secret, c.due_since, c.tries`

import { setTimeout as pause } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { beijingDate, type Clock } from '../platform/clock.ts'
import type { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { Unavailable } from '../platform/unavailable.ts'
import type { AnsweringLogics } from '../search/answering-logics.ts'
import { makeSearches, type PreparedSearch } from '../search/search-group.ts'
import { keysOf, type SearchBody } from '../search/search-query.ts'
import { DUE, FRESH } from './bulk-search-store.ts'

/** Lines that are searched at once: as many as a group of single searches. */
export const CHUNK_LINES = 64
/** After so long it is looked whether the process shuts down. */
const TURN_MS = 2_000

type Parts = { pool: Pool; clock: Clock; logics: AnsweringLogics }

/**
 * Searches what waits, list by list in turn. Between two chunks it rests as long as the chunk took, so that single
 * searches are never kept waiting by lists.
 */
export async function searchBulkLists(parts: Parts): Promise<void> {
  const until = performance.now() + TURN_MS
  do {
    const began = performance.now()
    if (!(await searchChunk(parts))) return
    await pause(performance.now() - began)
  } while (performance.now() < until)
}

/**
 * Searches the next lines of the list that waited longest. Their searches, their results and how far the list has come
 * are one transaction under the lock of the list: killed at any moment, a line has its search and its result or
 * neither, and no other worker has the same list meanwhile.
 * @returns false when nothing waits
 */
export async function searchChunk(parts: Parts, lines = CHUNK_LINES): Promise<boolean> {
  let taken: number | undefined
  try {
    return await inTransaction(parts.pool, async (client) => {
      const list = (await client.query(TAKE_LIST)).rows[0] as OpenList | undefined
      if (!list) return false
      taken = list.id
      if (!list.fresh) await endList(client, list.id, 'timed_out')
      else await searchNext(parts, client, list, lines)
      return true
    })
  } catch (error) {
    // What fails again and again must not keep the other lists from their turn.
    if (taken !== undefined) await parts.pool.query(LET_OTHERS, [taken])
    throw error
  }
}

type OpenList = {
  id: number
  actor: number
  account: number
  network: string | null
  purpose: string
  logic: string
  searched_place: number
  as_of_sequence: number | null
  as_of_time: string | null
  fresh: boolean
}

type NextLine = { place: number; query: { by: string }; stands_for: number }

async function searchNext({ clock, logics }: Parts, client: PoolClient, list: OpenList, limit: number) {
  const { rows } = await client.query(NEXT_LINES, [list.id, list.searched_place, limit])
  const lines = rows as NextLine[]
  const logic = logics.known(list.logic)
  if (!logic) throw new Unavailable('search_logic_unknown', 60)
  const today = beijingDate(clock.nowMicroseconds())
  const asOf = list.as_of_sequence === null ? undefined : { sequence: list.as_of_sequence, time: list.as_of_time! }
  const refused: { place: number; refused: Refusal[]; stands_for: number }[] = []
  const prepared: (PreparedSearch & { line: NextLine })[] = []
  for (const line of lines) {
    // Judged when the list came: only what the day decides (a date of birth) could be another now.
    const keys = keysOf({ ...line.query, purpose: list.purpose } as SearchBody, today, logic)
    if ('refused' in keys) {
      refused.push({ place: line.place, refused: keys.refused, stands_for: line.stands_for })
      continue
    }
    const { actor, account, purpose } = list
    const network = list.network ?? undefined
    const search = { keys, logic: list.logic, query: line.query, purpose, actor, account, network }
    prepared.push({ ...search, line, ...(asOf && { asOf }) })
  }
  // The matches stand in the records; nothing of them is needed here.
  const made = prepared.length === 0 ? [] : await makeSearches(client, prepared, clock, 0)
  const results = made.map(({ searchNumber, count }, at) => {
    const { place, stands_for } = prepared[at]!.line
    return { place, search_number: searchNumber, match_count: count, stands_for }
  })
  if (results.length > 0) await client.query(NOTE_RESULTS, [list.id, JSON.stringify(results)])
  if (refused.length > 0) await client.query(NOTE_REFUSED, [list.id, JSON.stringify(refused)])
  const moment = asOf ?? made[0]?.asOf
  const sum = (some: { stands_for: number }[]) => some.reduce((total, each) => total + each.stands_for, 0)
  await client.query(NOTE_PROGRESS, [
    list.id,
    sum(results.filter(({ match_count }) => match_count > 0)),
    sum(results.filter(({ match_count }) => match_count === 0)),
    sum(refused),
    lines.at(-1)?.place ?? list.searched_place,
    moment?.sequence ?? null,
    moment?.time ?? null,
  ])
  if (lines.length < limit) await endList(client, list.id, 'ended')
}

async function endList(client: PoolClient, id: number, state: 'ended' | 'timed_out'): Promise<void> {
  await client.query(
    `with s as (
       update bulk_searches set end_state = $2, ended_at = clock_timestamp()
       where bulk_search = $1 returning bulk_search, ended_at
     ) ${DUE} from s where c.bulk_search = s.bulk_search`,
    [id, state],
  )
}

const TAKE_LIST = `
select b.bulk_search as id, b.actor, b.account, b.network, b.purpose, b.logic, b.searched_place, b.as_of_sequence,
  b.as_of_time, ${FRESH} as fresh
from bulk_searches b where b.ended_at is null
order by b.last_chunk_at nulls first, b.bulk_search limit 1 for update skip locked`

const LET_OTHERS = 'update bulk_searches set last_chunk_at = clock_timestamp() where bulk_search = $1'

const NEXT_LINES = `
select place, query, stands_for from bulk_search_lines
where bulk_search = $1 and place > $2 and refused is null and same_as is null order by place limit $3`

const NOTE_RESULTS = `
update bulk_search_lines l set search_number = r.search_number, match_count = r.match_count, query = null
from json_to_recordset($2::json) as r(place integer, search_number text, match_count integer)
where l.bulk_search = $1 and l.place = r.place`

const NOTE_REFUSED = `
update bulk_search_lines l set refused = r.refused
from json_to_recordset($2::json) as r(place integer, refused jsonb) where l.bulk_search = $1 and l.place = r.place`

const NOTE_PROGRESS = `
update bulk_searches set found = found + $2, nothing_found = nothing_found + $3, refused = refused + $4,
  searched_place = $5, as_of_sequence = $6, as_of_time = $7, last_chunk_at = clock_timestamp()
where bulk_search = $1`

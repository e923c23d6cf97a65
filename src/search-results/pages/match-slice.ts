import type { Pool } from 'pg'
import type { Slice } from '../../platform/paging.ts'
import type { MatchView } from '../../search/match-view.ts'
import { matchesFor } from '../../search/search-answer.ts'
import { viewMatches } from '../../search/view-matches.ts'
import { MATCHES_A_PAGE, type Match } from './match-list.ts'

/** The page of a view that an address asks for; what is no page of it is its nearest. */
export async function matchSlice(
  pool: Pick<Pool, 'query'>,
  search: { searchNumber: string; count: number },
  view: MatchView,
  asked: unknown,
): Promise<Slice<Match>> {
  const pageAsked = Number(asked ?? 1)
  const page = Number.isInteger(pageAsked) ? Math.min(Math.max(pageAsked, 1), pagesOf(search.count)) : 1
  const read = (at: number) =>
    viewMatches(pool, search, view, { offset: (at - 1) * MATCHES_A_PAGE, limit: MATCHES_A_PAGE })
  let found = await read(page)
  // A narrowed view has fewer pages than the whole list.
  const nearest = Math.min(page, pagesOf(found.total))
  if (nearest < page) found = await read(nearest)
  return {
    rows: matchesFor('searcher', found.registrations),
    page: nearest,
    pages: pagesOf(found.total),
    first: (nearest - 1) * MATCHES_A_PAGE,
    total: found.total,
  }
}

function pagesOf(count: number): number {
  return Math.max(1, Math.ceil(count / MATCHES_A_PAGE))
}

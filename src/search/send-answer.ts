import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Pool } from 'pg'
import { type MatchPage, matchPages } from './load-search.ts'
import { isNarrowed, isWholeByRank, type MatchView } from './match-view.ts'
import { matchesFor, type SearchAnswer } from './search-answer.ts'
import { matchSchema, searchSchema } from './search-schemas.ts'
import { viewMatches, viewPages } from './view-matches.ts'

/** Which matches an answer holds: all of them unless a `limit` is asked for; then those after a rank. */
export type AsksMatches = MatchView & { after?: number; limit?: number }

type Client = Pick<Pool, 'query'>

/**
 * Sends the answer to a search. Without a limit it holds every match: a list that was cut silently would be a false
 * clear. A long one is written piece by piece as its reader takes it, so that neither the list nor its JSON is ever
 * whole in memory; if that breaks off, so does the connection, and what arrived is no JSON.
 */
export async function sendAnswer(
  pool: Client,
  reply: FastifyReply,
  answer: SearchAnswer,
  asked: AsksMatches = {},
): Promise<FastifyReply> {
  const { after, limit, ...view } = asked
  if (limit !== undefined) return reply.send(await limited(pool, answer, view, { after: after ?? 0, limit }))
  if (isWholeByRank(view) && after === undefined) {
    const inHand = answer.matches.length + (answer.destroyedMatches?.length ?? 0)
    return inHand >= answer.matchCount ? reply.send(answer) : stream(reply, answer, matchPages(pool, searchOf(answer)))
  }
  if (isWholeByRank(view)) return stream(reply, answer, matchPages(pool, searchOf(answer), after))
  const { total } = await viewMatches(pool, searchOf(answer), view, { limit: 1 })
  const narrowed = isNarrowed(view) ? { ...answer, viewCount: total } : answer
  return stream(reply, narrowed, viewPages(pool, searchOf(answer), view, after))
}

const searchOf = ({ searchNumber, matchCount }: SearchAnswer) => ({ searchNumber, count: matchCount })

/** One page of matches, and the way to the next while there is one. */
async function limited(
  pool: Client,
  answer: SearchAnswer,
  view: MatchView,
  { after, limit }: { after: number; limit: number },
): Promise<SearchAnswer> {
  const whole = isWholeByRank(view)
  const from = after === 0 ? {} : { after }
  const page = await viewMatches(pool, searchOf(answer), view, { limit: whole ? limit : limit + 1, ...from })
  const shown = page.registrations.slice(0, limit)
  const last = whole ? after + limit : shown.at(-1)?.rank
  const more = whole ? after + limit < answer.matchCount : page.registrations.length > limit
  const query = new URLSearchParams({ limit: String(limit), ...view, after: String(last) })
  return {
    ...answer,
    ...(isNarrowed(view) && { viewCount: page.total }),
    matches: matchesFor('searcher', shown),
    links: { ...answer.links, ...(more && { next: `${answer.links.self}?${query}` }) },
  }
}

function stream(reply: FastifyReply, answer: SearchAnswer, pages: AsyncIterable<MatchPage>): FastifyReply {
  const write = reply.compileSerializationSchema(searchSchema as never)
  const writeMatch = reply.compileSerializationSchema(matchSchema as never)
  // Within texts JSON escapes quotation marks: these characters stand only where the list itself does.
  const [head, tail] = write({ ...answer, matches: [] }).split('"matches":[]') as [string, string]
  async function* pieces(): AsyncGenerator<string> {
    yield `${head}"matches":[`
    let first = true
    for await (const { registrations } of pages) {
      const matches = matchesFor('searcher', registrations).map((match) => writeMatch(match))
      if (matches.length === 0) continue
      yield `${first ? '' : ','}${matches.join(',')}`
      first = false
    }
    yield `]${tail}`
  }
  // Strings would be objects of a stream; one that is read ahead is enough.
  return reply.type('application/json; charset=utf-8').send(Readable.from(pieces(), { highWaterMark: 1 }))
}

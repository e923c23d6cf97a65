import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Pool } from 'pg'
import type { SearchCertificateFacts } from './certificate-facts.ts'
import { factsFor } from './masked-facts.ts'
import { PIECE_MATCHES, readMatchesApart } from './matches-apart.ts'
import { type Genuine, verifyCertificate } from './verify-certificate.ts'

export type AsksVerification = { code?: string; after?: number; limit?: number }

/**
 * Answers the check of a certificate. The facts of one with very many matches hold all of them, written as they are
 * read, or a page when a `limit` is asked for.
 */
export async function sendVerification(
  pool: Pick<Pool, 'query'>,
  reply: FastifyReply,
  number: string,
  { code, after = 0, limit }: AsksVerification,
): Promise<FastifyReply> {
  const found = await verifyCertificate(pool, number, code, () => ({ after, limit: limit ?? 0 }))
  if (!found.genuine || !found.apart) return reply.send(found)
  const { apart, ...known } = found
  const answer = { ...known, matchCount: apart.matchCount }
  if (limit === undefined) return stream(pool, reply, number, answer)
  const query = new URLSearchParams({ code: code!, limit: String(limit), after: String(after + limit) })
  const more = after + limit < apart.matchCount
  return reply.send({ ...answer, ...(more && { next: `/api/v1/certificates/${number}?${query}` }) })
}

function stream(
  pool: Pick<Pool, 'query'>,
  reply: FastifyReply,
  number: string,
  answer: Genuine & { matchCount: number },
): FastifyReply {
  const facts = answer.facts as SearchCertificateFacts
  // Within texts JSON escapes quotation marks: these characters stand only where the list itself does.
  const [head, tail] = JSON.stringify({ ...answer, facts: { ...facts, matches: [] } }).split('"matches":[]')
  async function* pieces(): AsyncGenerator<string> {
    yield `${head}"matches":[`
    for (let after = 0; after < answer.matchCount; after += PIECE_MATCHES) {
      const matches = await readMatchesApart(pool, number, { after, limit: PIECE_MATCHES })
      const shown = factsFor('public', { ...facts, matches }) as SearchCertificateFacts
      yield `${after > 0 ? ',' : ''}${JSON.stringify(shown.matches).slice(1, -1)}`
    }
    yield `]${tail}`
  }
  return reply.type('application/json; charset=utf-8').send(Readable.from(pieces(), { highWaterMark: 1 }))
}

import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { canonicalBytes } from '../registrations/canonical-filing.ts'
import { loadSearch, type RecordedSearch } from '../search/load-search.ts'
import { IN_ONE_CERTIFICATE_MAX } from '../search/long-result.ts'
import type { SearchMatch } from './certificate-facts.ts'
import { factsWithout, matchFacts } from './search-facts.ts'

/*
 * The facts of a certificate of very many matches are one canonical JSON text like those of any other, and their hash
 * is that of the whole; but the matches stand apart, in pieces, so that nobody has to hold all of them.
 */
type Client = Pick<Pool, 'query'>

/** Matches in one piece. */
export const PIECE_MATCHES = 500

export function standApart(search: { count: number }): boolean {
  return search.count > IN_ONE_CERTIFICATE_MAX
}

/**
 * Freezes the facts of a search piece by piece. Killed at any moment it goes on where it was: a piece that is there is
 * not made again. @param alive is called before each piece
 * @returns false when there is nothing to freeze: a registration that it found was destroyed
 */
export async function freezeApart(pool: Client, searchNumber: string, alive: () => Promise<void>): Promise<boolean> {
  const search = await loadSearch(pool, searchNumber)
  if (!search) return false
  const { facts, before, after } = split(canonicalBytes(await factsWithout(pool, search)))
  const whole = createHash('sha256').update(before)
  for (let piece = 0; piece * PIECE_MATCHES < search.count; piece += 1) {
    await alive()
    const matches = (await readPiece(pool, searchNumber, piece)) ?? (await makePiece(pool, search, piece))
    if (!matches) return false
    if (piece > 0) whole.update(',')
    whole.update(matches)
  }
  // A registration may have been destroyed after its piece was made.
  if ((await loadSearch(pool, searchNumber))?.destroyed.length !== 0) return false
  await pool.query(
    `insert into certificates (number, kind, issued_at, facts, facts_sha256, matches_apart)
     select $1::text, 'search_certificate', $2::timestamptz, $3::bytea, $4::bytea, $5::integer
     where (select sum(match_count) from certificate_matches where search_number = $1) = $5
     on conflict (number) do nothing`,
    [searchNumber, search.searchedAt, facts, whole.update(after).digest(), search.count],
  )
  return true
}

/** What was made of a certificate that cannot be frozen any more. */
export async function forgetPieces(pool: Client, searchNumber: string): Promise<void> {
  await pool.query('delete from certificate_matches where search_number = $1', [searchNumber])
}

/** Matches of a frozen certificate after a rank (0: from the first), at most so many. */
export async function readMatchesApart(
  pool: Client,
  number: string,
  { after, limit }: { after: number; limit: number },
): Promise<SearchMatch[]> {
  const [from, until] = [after, after + limit - 1].map((rank) => Math.floor(rank / PIECE_MATCHES)) as [number, number]
  const { rows } = await pool.query({
    name: 'certificate-matches',
    text: `select piece, matches, sha256 from certificate_matches
      where search_number = $1 and piece between $2 and $3 order by piece`,
    values: [number, from, until],
  })
  const matches = rows.flatMap((row) => JSON.parse(`[${unaltered(row, number).toString('utf8')}]`) as SearchMatch[])
  const skipped = after - from * PIECE_MATCHES
  return matches.slice(skipped, skipped + limit)
}

/** How many matches of a frozen certificate had open objections. */
export async function objectedApart(pool: Client, number: string): Promise<number> {
  const { rows } = await pool.query({
    name: 'certificate-objected',
    text: `select coalesce(sum(objected_count), 0)::integer as count from certificate_matches where search_number = $1`,
    values: [number],
  })
  return rows[0].count
}

/** Where the list of matches stands in the facts: within texts JSON escapes quotation marks. */
function split(facts: Buffer): { facts: Buffer; before: Buffer; after: Buffer } {
  const list = '"matches":['
  const at = facts.indexOf(`${list}]`) + list.length
  return { facts, before: facts.subarray(0, at), after: facts.subarray(at) }
}

async function readPiece(pool: Client, number: string, piece: number): Promise<Buffer | undefined> {
  const { rows } = await pool.query(
    'select matches, sha256 from certificate_matches where search_number = $1 and piece = $2',
    [number, piece],
  )
  return rows[0] && unaltered(rows[0], number)
}

/** Two may make a piece at once: the first row stands, and both read it. */
async function makePiece(pool: Client, search: RecordedSearch, piece: number): Promise<Buffer | undefined> {
  const matches = await matchFacts(pool, search, { after: piece * PIECE_MATCHES, limit: PIECE_MATCHES })
  if (!matches) return undefined
  const objected = matches.filter(({ openObjections = 0 }) => openObjections > 0).length
  await pool.query(
    `insert into certificate_matches (search_number, piece, match_count, objected_count, matches, sha256)
     values ($1, $2, $3, $4, $5, sha256($5)) on conflict do nothing`,
    [search.searchNumber, piece, matches.length, objected, canonicalBytes(matches).subarray(1, -1)],
  )
  return readPiece(pool, search.searchNumber, piece)
}

function unaltered({ matches, sha256 }: { matches: Buffer; sha256: Buffer }, number: string): Buffer {
  if (createHash('sha256').update(matches).digest().equals(sha256)) return matches
  throw new Error(`the facts of certificate ${number} were altered`)
}

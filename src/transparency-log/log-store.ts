import type { Pool } from 'pg'
import type { LoggedFiling } from './log-entry.ts'
import { EMPTY_ROOT, type Subtree } from './merkle.ts'
import { subtreeHash, type Tile, type TileAt, type TileReader, tilesFor } from './tiles.ts'

type Database = Pick<Pool, 'query'>

/** A head of the log that was signed. The note carries the register's own signature only. */
export type PublishedCheckpoint = { size: number; root: Buffer; note: string; publishedAt: string }

/** The checkpoint that was published last. */
export async function lastCheckpoint(database: Database): Promise<PublishedCheckpoint | undefined> {
  const { rows } = await database.query({
    name: 'last-checkpoint',
    text: `select tree_size as size, root, note, published_at as "publishedAt" from log_checkpoints
      order by tree_size desc limit 1`,
  })
  return rows[0]
}

/** The checkpoint with what witnesses have signed of it by now, as it is served. */
export async function cosigned(database: Database, { size, note }: PublishedCheckpoint): Promise<string> {
  const { rows } = await database.query({
    name: 'log-cosignatures',
    text: 'select line from log_cosignatures where tree_size = $1 order by verifier_key',
    values: [size],
  })
  return note + rows.map(({ line }) => `${line}\n`).join('')
}

/** These tiles in one query. @throws Error when one is not there */
export async function readTiles(database: Database, wanted: readonly TileAt[]): Promise<TileReader> {
  const tiles = new Map<string, Buffer>()
  if (wanted.length > 0) {
    const { rows } = await database.query({
      name: 'log-tiles',
      text: `select t.level, t.tile, t.hashes from log_tiles t
        join unnest($1::integer[], $2::bigint[]) as w(level, tile) on w.level = t.level and w.tile = t.tile`,
      values: [wanted.map(({ level }) => level), wanted.map(({ tile }) => tile)],
    })
    for (const { level, tile, hashes } of rows as Tile[]) tiles.set(`${level}/${tile}`, hashes)
  }
  return ({ level, tile }) => {
    const hashes = tiles.get(`${level}/${tile}`)
    if (!hashes) throw new Error(`tile ${level}/${tile} of the log is not there`)
    return hashes
  }
}

/** The hashes of subtrees of the log, from the few tiles that hold them. */
export async function hashesOfSubtrees(database: Database, subtrees: readonly Subtree[]): Promise<Buffer[]> {
  const read = await readTiles(database, tilesFor(subtrees))
  return subtrees.map((subtree) => subtreeHash(subtree, read))
}

/** The root of the log when it had this many leaves. */
export async function rootAtSize(database: Database, size: number): Promise<Buffer> {
  if (size === 0) return EMPTY_ROOT
  const [root] = await hashesOfSubtrees(database, [{ start: 0, end: size }])
  return root!
}

/** Filings after a sequence, in their order. */
export async function filingsToLog(database: Database, after: number, limit: number): Promise<LoggedFiling[]> {
  const { rows } = await database.query({
    name: 'filings-to-log',
    text: `select sequence, filed_at as "filedAt", filing_number as "filingNumber", kind, commitment from filings
      where sequence > $1 order by sequence limit $2`,
    values: [after, limit],
  })
  return rows
}

/** Writes what tiles are now; the database refuses anything but growth at their end. */
export async function writeTiles(database: Database, tiles: readonly Tile[]): Promise<void> {
  await database.query({
    name: 'write-log-tiles',
    text: `insert into log_tiles (level, tile, hashes)
      select * from unnest($1::integer[], $2::bigint[], $3::bytea[])
      on conflict (level, tile) do update set hashes = excluded.hashes`,
    values: [tiles.map(({ level }) => level), tiles.map(({ tile }) => tile), tiles.map(({ hashes }) => hashes)],
  })
}

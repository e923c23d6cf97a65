import { readFile } from 'node:fs/promises'
import type { Pool, PoolClient } from 'pg'
import { writeWholeFile } from '../platform/whole-file.ts'
import { type Follower, followBatch } from '../registrations/follow-order.ts'
import { checkpointText, parseCheckpointText } from './checkpoint.ts'
import { filingLeaf, type LoggedFiling } from './log-entry.ts'
import type { LogSigner } from './log-key.ts'
import { filingsToLog, lastCheckpoint, readTiles, rootAtSize, writeTiles } from './log-store.ts'
import { openNote, parseVerifierKey, signatureLine } from './signed-note.ts'
import { tilesWith, unfilledTiles } from './tiles.ts'

/** Its row in `followers`: how many filings stand in the tree. */
const FOLLOWER = 'publish-log'
const BATCH_FILINGS = 4_096
const TRANSACTION_TIMEOUT_SECONDS = 60

/**
 * The log was going to contradict what was signed before: it is not signed, and somebody has to look. Filings were
 * altered, or the database was set back.
 */
export class LogForked extends Error {}

/**
 * Takes the filings since the last time into the tree, in their order, and publishes a checkpoint over them. Tree,
 * cursor and checkpoint are one transaction; two workers do not get into each other's way.
 * @throws LogForked when the tree is not a continuation of every checkpoint that was signed
 */
export async function publishLog(pool: Pool, signer: LogSigner | undefined): Promise<void> {
  const follower: Follower = {
    name: FOLLOWER,
    timeoutSeconds: TRANSACTION_TIMEOUT_SECONDS,
    deal: (client, before) => publishBatch(client, before, signer),
  }
  while (await hasMore(pool, signer !== undefined)) if (!(await followBatch(pool, follower))) return
}

/**
 * At the start: when a head is kept outside the database, the database must know the filings under it.
 * @throws LogForked when it was set back to an older copy, or its filings are others
 */
export async function requireKnownHead(pool: Pool, signer: LogSigner): Promise<void> {
  if (await keptCheckpoint(signer)) await publishLog(pool, signer)
}

/** Filings to take in, or a tree that was grown where there was no key, or is empty still. */
async function hasMore(pool: Pool, signed: boolean): Promise<boolean> {
  const { rows } = await pool.query({
    name: 'log-has-more',
    text: `select w.sequence < h.last_sequence
        or ($2 and not exists (select from log_checkpoints c where c.tree_size = w.sequence)) as more
      from followers w, register_head h where w.name = $1`,
    values: [FOLLOWER, signed],
  })
  return rows[0]?.more ?? false
}

async function publishBatch(client: PoolClient, before: number, signer: LogSigner | undefined): Promise<number> {
  const filings = await filingsToLog(client, before, BATCH_FILINGS)
  await append(client, before, filings)
  const size = before + filings.length
  // While there is more to take in, only the last batch is signed.
  if (signer && filings.length < BATCH_FILINGS) await publish(client, signer, size)
  return size
}

async function append(client: PoolClient, size: number, filings: readonly LoggedFiling[]): Promise<void> {
  if (filings.length === 0) return
  const gap = filings.findIndex(({ sequence }, at) => sequence !== size + at + 1)
  if (gap >= 0) throw new LogForked(`the order has no filing ${size + gap + 1}`)
  const read = await readTiles(client, unfilledTiles(size))
  await writeTiles(client, tilesWith(size, filings.map(filingLeaf), read))
}

/** Signs the head of this size, once what was signed before is found to be its beginning. */
async function publish(client: PoolClient, signer: LogSigner, size: number): Promise<void> {
  const last = await lastCheckpoint(client)
  if (last) await requireBeginning(client, last, size, 'the last checkpoint in the database')
  const kept = await keptCheckpoint(signer)
  if (kept) await requireBeginning(client, kept, size, `the checkpoint in ${signer.checkpointFile}`)
  if (last?.size === size) return
  const root = await rootAtSize(client, size)
  const text = checkpointText({ origin: signer.origin, size, root })
  const note = `${text}\n${signatureLine(text, signer.origin, signer.privateKey)}`
  // Kept outside before it is published: nothing that anybody has seen is forgotten when the database is set back.
  await writeWholeFile(signer.checkpointFile, note, { mode: 0o644 })
  await client.query('insert into log_checkpoints (tree_size, root, note) values ($1, $2, $3)', [size, root, note])
}

async function requireBeginning(
  client: PoolClient,
  earlier: { size: number; root: Buffer },
  size: number,
  what: string,
): Promise<void> {
  if (earlier.size > size) throw new LogForked(`${what} has ${earlier.size} filings, and now there are only ${size}`)
  const root = await rootAtSize(client, earlier.size)
  if (!root.equals(earlier.root)) throw new LogForked(`the first ${earlier.size} filings are not those of ${what}`)
}

/** What was signed last, as it is kept outside the database. @throws LogForked when the file is not our checkpoint */
async function keptCheckpoint(signer: LogSigner): Promise<{ size: number; root: Buffer } | undefined> {
  const note = await readFile(signer.checkpointFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (note === undefined) return undefined
  const opened = openNote(note, [parseVerifierKey(signer.verifierKey)!])
  const checkpoint = opened && parseCheckpointText(opened.text)
  if (!checkpoint) throw new LogForked(`${signer.checkpointFile} is not a checkpoint that this key signed`)
  return checkpoint
}

import type { Pool } from 'pg'
import { commitmentOf } from '../registrations/canonical-filing.ts'
import { parseCheckpointText } from './checkpoint.ts'
import { filingLeaf, type LoggedFiling } from './log-entry.ts'
import { logKeys } from './log-key.ts'
import { EMPTY_ROOT, HASH_BYTES, type Subtree } from './merkle.ts'
import { openNote, type VerifierKey } from './signed-note.ts'
import { hashesOf, subtreeHash, type Tile, tilesWith } from './tiles.ts'

/** What is not as it should be: in which part, at which filing or size, and what. The first of each part is told. */
export type LogDifference = {
  part: 'filings' | 'contents' | 'tiles' | 'checkpoints' | 'outside'
  /** The filing, or the number of filings, that it is about. */
  at: number
  found: string
}

export type LogCheck = { filings: number; checkpoints: number; differences: LogDifference[] }

type Client = Pick<Pool, 'query'>
const BATCH = 2_048

/** A checkpoint that somebody kept, or that another instance serves. */
export type OutsideCheckpoint = { size: number; root: Buffer; from: string }

/**
 * Derives the whole log again from the filings alone and compares: the order is dense and rises in time, each content
 * stands under its commitment, each tile is what the filings give, each checkpoint is signed by a key of the log and is
 * the root at its size. Call it in one snapshot (REPEATABLE READ).
 * @param outside checkpoints from elsewhere, whose roots must be ours too where we have come so far
 */
export async function checkLog(
  client: Client,
  outside: readonly OutsideCheckpoint[] = [],
  progress: (share: number) => void = () => {},
): Promise<LogCheck> {
  const differences: LogDifference[] = []
  const tell = (difference: LogDifference) => {
    if (!differences.some(({ part }) => part === difference.part)) differences.push(difference)
  }
  const { rows: cursor } = await client.query(`select sequence from followers where name = 'publish-log'`)
  const { rows: head } = await client.query('select last_sequence from register_head')
  const [logged, last]: number[] = [cursor[0].sequence, head[0].last_sequence]
  const keys = await logKeys(client)
  const marks = await checkpointsUpwards(client, keys, tell)
  const checkpoints = marks.length
  for (const { size, root, from } of outside) marks.push({ size, root, part: 'outside', from })
  marks.sort((a, b) => a.size - b.size)

  const tree = new GrowingTree()
  const pass = (size: number) => {
    for (let mark = marks[0]; mark && mark.size <= size; marks.shift(), mark = marks[0]) {
      if (!tree.rootAt(mark.size).equals(mark.root)) {
        tell({ part: mark.part, at: mark.size, found: `the first ${mark.size} filings do not give ${mark.from}` })
      }
    }
  }
  pass(0)
  let filedBefore = ''
  for (let size = 0; size < last!; ) {
    const filings = await filingsAfter(client, size)
    for (const [at, filing] of filings.entries()) {
      const sequence = size + at + 1
      if (filing.sequence !== sequence) {
        tell({ part: 'filings', at: sequence, found: `filing ${sequence} is missing` })
        return { filings: size + at, checkpoints, differences }
      }
      if (filing.filedAt <= filedBefore)
        tell({ part: 'filings', at: sequence, found: 'filed no later than the one before' })
      filedBefore = filing.filedAt
      checkContent(filing, tell)
    }
    if (filings.length === 0) {
      tell({ part: 'filings', at: size + 1, found: `filing ${size + 1} is missing` })
      break
    }
    // Tiles and checkpoints reach as far as the log has come; filings after that wait for it.
    const taken = filings.filter(({ sequence }) => sequence <= logged!)
    if (taken.length > 0) await compareTiles(client, tree.grow(taken.map(filingLeaf)), tell)
    size += filings.length
    pass(tree.size)
    progress(size / last!)
  }
  for (const { part, size, from } of marks) {
    tell({ part, at: size, found: `${from} has ${size} filings, and here only ${tree.size} are in the log` })
  }
  return { filings: last!, checkpoints, differences }
}

type Mark = { size: number; root: Buffer; part: 'checkpoints' | 'outside'; from: string }

/** The tree as it grows, with the unfilled tiles alone, and roots at any size of the last batch. */
class GrowingTree {
  size = 0
  #tiles = new Map<string, Buffer>()

  /** @returns the tiles that these leaves change, as they are then */
  grow(leaves: readonly Buffer[]): Tile[] {
    const read = ({ level, tile }: { level: number; tile: number }) => this.#tiles.get(`${level}/${tile}`)!
    const changed = tilesWith(this.size, leaves, read)
    this.#forget()
    for (const { level, tile, hashes } of changed) this.#tiles.set(`${level}/${tile}`, hashes)
    this.size += leaves.length
    return changed
  }

  /** @param size at least that of the tree before the last batch */
  rootAt(size: number): Buffer {
    if (size === 0) return EMPTY_ROOT
    const whole: Subtree = { start: 0, end: size }
    return subtreeHash(whole, ({ level, tile }) => this.#tiles.get(`${level}/${tile}`) ?? Buffer.alloc(0))
  }

  /** Of each level the newest tiles are kept: a batch fills eight of the lowest level and one above. */
  #forget(): void {
    for (const at of this.#tiles.keys()) {
      const [level = 0, tile = 0] = at.split('/').map(Number)
      if (tile < Math.floor(this.size / 256 ** (level + 1))) this.#tiles.delete(at)
    }
  }
}

async function checkpointsUpwards(
  client: Client,
  keys: readonly VerifierKey[],
  tell: (difference: LogDifference) => void,
): Promise<Mark[]> {
  const { rows } = await client.query('select tree_size as size, root, note from log_checkpoints order by tree_size')
  return (rows as { size: number; root: Buffer; note: string }[]).map(({ size, root, note }) => {
    const opened = openNote(note, keys)
    const stated = opened && parseCheckpointText(opened.text)
    if (!stated) tell({ part: 'checkpoints', at: size, found: 'no key of the log signed it' })
    else if (stated.size !== size || !stated.root.equals(root)) {
      tell({ part: 'checkpoints', at: size, found: `its note states another head, of ${stated.size} filings` })
    }
    return { size, root: stated?.root ?? root, part: 'checkpoints' as const, from: `the checkpoint of size ${size}` }
  })
}

type Row = LoggedFiling & { content: Buffer | null; salt: Buffer | null; destroyed: boolean }

async function filingsAfter(client: Client, after: number): Promise<Row[]> {
  const { rows } = await client.query({
    name: 'check-log-filings',
    text: `select f.sequence, f.filed_at as "filedAt", f.filing_number as "filingNumber", f.kind, f.commitment,
        c.content, c.salt, exists (select from destructions d where d.registration = f.registration) as destroyed
      from filings f left join filing_contents c using (sequence)
      where f.sequence > $1 order by f.sequence limit $2`,
    values: [after, BATCH],
  })
  return rows
}

function checkContent({ sequence, content, salt, commitment, destroyed }: Row, tell: (d: LogDifference) => void): void {
  if (content && salt) {
    if (commitmentOf(salt, content).equals(Buffer.from(commitment))) return
    tell({ part: 'contents', at: sequence, found: 'its content is not what it was filed with' })
  } else if (!destroyed) tell({ part: 'contents', at: sequence, found: 'its content is missing and was not destroyed' })
}

async function compareTiles(
  client: Client,
  expected: readonly Tile[],
  tell: (d: LogDifference) => void,
): Promise<void> {
  const { rows } = await client.query({
    name: 'check-log-tiles',
    text: `select w.level, w.tile, t.hashes from unnest($1::integer[], $2::bigint[]) as w(level, tile)
      left join log_tiles t on t.level = w.level and t.tile = w.tile`,
    values: [expected.map(({ level }) => level), expected.map(({ tile }) => tile)],
  })
  const found = new Map((rows as Tile[]).map(({ level, tile, hashes }) => [`${level}/${tile}`, hashes]))
  for (const { level, tile, hashes } of expected) {
    const stored = found.get(`${level}/${tile}`)
    // A batch may end within a tile that goes on.
    if (stored?.subarray(0, hashes.length).equals(hashes)) continue
    const width = 256 ** level
    const at = hashesOf(hashes).findIndex(
      (hash, place) => !stored?.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES).equals(hash),
    )
    const first = (tile * 256 + at) * width + 1
    const leaf = level === 0 ? `filing ${first} is not the one that was logged` : `filings from ${first} on`
    tell({
      part: 'tiles',
      at: first,
      found: stored ? `tile ${level}/${tile}: ${leaf}` : `tile ${level}/${tile} is missing`,
    })
  }
}

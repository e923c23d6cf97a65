import { HASH_BYTES, isComplete, nodeHash, rootOf, type Subtree, splitOf } from './merkle.ts'

/*
 * The tree as tiles (C2SP tlog-tiles): a tile of level 0 holds the hashes of 256 leaves, one of level L the roots of
 * 256 full tiles of level L − 1. Tiles only grow at their end, and a full one never changes.
 */

export const TILE_WIDTH = 256
const LEVEL_MAX = 63

/** A tile by its level and its place in the level, from 0. */
export type TileAt = { level: number; tile: number }

/** The hashes of a tile, as many as it has by now. */
export type Tile = TileAt & { hashes: Buffer }

/** How many hashes the tile has in a tree of this size: 0 to 256. */
export function widthIn({ level, tile }: TileAt, size: number): number {
  const entries = Math.floor(size / TILE_WIDTH ** level)
  return Math.min(TILE_WIDTH, Math.max(0, entries - tile * TILE_WIDTH))
}

/** `<L>/<N>` of a tile's address, with `.p/<W>` when it is not full: `0/x001/x234/067.p/8`. */
export function tilePath({ level, tile }: TileAt, width: number): string {
  return `${level}/${placePath(tile)}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

function placePath(tile: number): string {
  const groups = [String(tile % 1000).padStart(3, '0')]
  for (let left = Math.floor(tile / 1000); left > 0; left = Math.floor(left / 1000)) {
    groups.unshift(`x${String(left % 1000).padStart(3, '0')}`)
  }
  return groups.join('/')
}

/** The tile of an address, written in the one way there is. `entries` for `<L>` is level 0. */
export function parseTilePath(path: string): (TileAt & { width: number; entries: boolean }) | undefined {
  const match = /^(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path)
  if (!match) return undefined
  const [, first = '', place = '', partial] = match
  const entries = first === 'entries'
  const level = entries ? 0 : Number(first)
  const tile = Number(place.replace(/[x/]/g, ''))
  const width = partial === undefined ? TILE_WIDTH : Number(partial)
  if (level > LEVEL_MAX || !Number.isSafeInteger(tile) || (partial !== undefined && width >= TILE_WIDTH))
    return undefined
  const written = tilePath({ level, tile }, width)
  return written === (entries ? `0${path.slice('entries'.length)}` : path) ? { level, tile, width, entries } : undefined
}

/** The tiles in which the hashes of these subtrees are found, each once. */
export function tilesFor(subtrees: readonly Subtree[]): TileAt[] {
  const found = new Map<string, TileAt>()
  for (const subtree of subtrees.flatMap(completeParts)) {
    const at = placeOf(subtree)
    found.set(`${at.level}/${at.tile}`, { level: at.level, tile: at.tile })
  }
  return [...found.values()]
}

/** Gives a tile that tilesFor named. */
export type TileReader = (at: TileAt) => Buffer

/** The hash of a subtree, from tiles. @throws RangeError when a tile does not reach so far */
export function subtreeHash(subtree: Subtree, read: TileReader): Buffer {
  if (!isComplete(subtree)) {
    const middle = subtree.start + splitOf(subtree.end - subtree.start)
    const right = subtreeHash({ start: middle, end: subtree.end }, read)
    return nodeHash(subtreeHash({ start: subtree.start, end: middle }, read), right)
  }
  const { level, tile, from, count } = placeOf(subtree)
  const hashes = read({ level, tile })
  if (hashes.length < (from + count) * HASH_BYTES) throw new RangeError(`tile ${level}/${tile} ends too early`)
  return rootOf(hashesOf(hashes).slice(from, from + count))
}

/** The complete subtrees that make up any other, from the left. */
export function completeParts(subtree: Subtree): Subtree[] {
  if (subtree.start === subtree.end) return []
  if (isComplete(subtree)) return [subtree]
  const middle = subtree.start + splitOf(subtree.end - subtree.start)
  return [{ start: subtree.start, end: middle }, ...completeParts({ start: middle, end: subtree.end })]
}

/** Where the hashes stand that a complete subtree is the root of: at most 128 of one tile. */
function placeOf({ start, end }: Subtree): TileAt & { from: number; count: number } {
  let level = 0
  let width = 1
  while (width * TILE_WIDTH <= end - start) {
    width *= TILE_WIDTH
    level += 1
  }
  const first = start / width
  return { level, tile: Math.floor(first / TILE_WIDTH), from: first % TILE_WIDTH, count: (end - start) / width }
}

/** The hashes that a tile is made of. */
export function hashesOf(tile: Buffer): Buffer[] {
  return Array.from({ length: tile.length / HASH_BYTES }, (_, at) =>
    tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  )
}

/**
 * The tiles that new leaves change, whole, in a tree that had this size before. @param read gives what stands so far of
 * the last, unfilled tile of a level; `unfilledTiles` names them
 */
export function tilesWith(size: number, leaves: readonly Buffer[], read: TileReader): Tile[] {
  const changed: Tile[] = []
  let entries = size
  let added: readonly Buffer[] = leaves
  for (let level = 0; added.length > 0; level += 1) {
    const roots: Buffer[] = []
    for (let taken = 0; taken < added.length; ) {
      const tile = Math.floor((entries + taken) / TILE_WIDTH)
      const filled = (entries + taken) % TILE_WIDTH
      const more = added.slice(taken, taken + TILE_WIDTH - filled)
      const hashes = Buffer.concat([...(filled > 0 ? [read({ level, tile })] : []), ...more])
      changed.push({ level, tile, hashes })
      if (filled + more.length === TILE_WIDTH) roots.push(rootOf(hashesOf(hashes)))
      taken += more.length
    }
    entries = Math.floor(entries / TILE_WIDTH)
    added = roots
  }
  return changed
}

/** The last tile of each level that a tree of this size has begun and not filled. */
export function unfilledTiles(size: number): TileAt[] {
  const tiles: TileAt[] = []
  for (let level = 0, entries = size; entries > 0; level += 1, entries = Math.floor(entries / TILE_WIDTH)) {
    if (entries % TILE_WIDTH > 0) tiles.push({ level, tile: Math.floor(entries / TILE_WIDTH) })
  }
  return tiles
}

import fc from 'fast-check'
import t from 'tap'
import { EMPTY_ROOT, isComplete, leafHash, nodeHash, rootOf } from '../../src/transparency-log/merkle.ts'
import { consistencySubtrees, includes, inclusionSubtrees, isConsistent } from '../../src/transparency-log/proofs.ts'
import {
  completeParts,
  subtreeHash,
  type Tile,
  tilesFor,
  tilesWith,
  unfilledTiles,
  widthIn,
} from '../../src/transparency-log/tiles.ts'

/** The leaves and roots that implementations of RFC 6962 are tested with. */
const published: [string, string][] = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
]
const publishedLeaves = published.map(([entry]) => leafHash(Buffer.from(entry, 'hex')))

t.test('the published roots of RFC 6962 trees of 0 to 8 leaves', async (t) => {
  t.equal(EMPTY_ROOT.toString('hex'), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  for (const [at, [, root]] of published.entries()) {
    t.equal(rootOf(publishedLeaves.slice(0, at + 1)).toString('hex'), root)
  }
})

t.test('published proofs', async (t) => {
  const hashOf = ({ start, end }: { start: number; end: number }) =>
    rootOf(publishedLeaves.slice(start, end)).toString('hex')
  t.same(inclusionSubtrees(0, 8).map(hashOf), [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ])
  t.same(consistencySubtrees(6, 8).map(hashOf), [
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ])
  t.same(consistencySubtrees(1, 1), [])
})

const leaves = Array.from({ length: 700 }, (_, at) => leafHash(Buffer.from(`entry ${at}`)))
const roots = new Map<number, Buffer>()
function rootAt(size: number): Buffer {
  const known = roots.get(size) ?? rootOf(leaves.slice(0, size))
  roots.set(size, known)
  return known
}
const sizes = fc.integer({ min: 1, max: leaves.length })

/** Tiles as the log keeps them, grown in steps of any size. */
function tilesAfter(steps: readonly number[]): Map<string, Buffer> {
  const tiles = new Map<string, Buffer>()
  let size = 0
  for (const step of steps) {
    const read = ({ level, tile }: { level: number; tile: number }) => tiles.get(`${level}/${tile}`)!
    for (const at of unfilledTiles(size)) if (!read(at)) throw new Error('a tile that was begun is not there')
    const changed: Tile[] = tilesWith(size, leaves.slice(size, size + step), read)
    for (const { level, tile, hashes } of changed) {
      const before = tiles.get(`${level}/${tile}`) ?? Buffer.alloc(0)
      if (!hashes.subarray(0, before.length).equals(before)) throw new Error('a tile changed what it had')
      tiles.set(`${level}/${tile}`, hashes)
    }
    size += step
  }
  return tiles
}

t.test('tiles grown in any steps are the same, and give every root and proof', async () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.nat(),
      (steps, a, b) => {
        const total = steps.reduce((sum, step) => sum + step, 0)
        const size = Math.min(total, leaves.length)
        const taken: number[] = []
        for (let left = size, at = 0; left > 0; at += 1) {
          const step = Math.min(left, steps[at % steps.length]!)
          taken.push(step)
          left -= step
        }
        const tiles = tilesAfter(taken)
        const whole = tilesAfter([size])
        if (![...tiles].every(([at, hashes]) => whole.get(at)?.equals(hashes)) || tiles.size !== whole.size)
          return false
        for (const [at, hashes] of tiles) {
          const [level = 0, tile = 0] = at.split('/').map(Number)
          if (hashes.length !== 32 * widthIn({ level, tile }, size)) return false
        }
        const index = a % size
        const first = 1 + (b % size)
        const proof = inclusionSubtrees(index, size)
        const consistency = consistencySubtrees(first, size)
        const needed = [...proof, ...consistency, { start: 0, end: size }]
        const allowed = new Set(tilesFor(needed).map(({ level, tile }) => `${level}/${tile}`))
        const read = ({ level, tile }: { level: number; tile: number }) => {
          if (!allowed.has(`${level}/${tile}`)) throw new Error('a tile was read that was not named')
          return tiles.get(`${level}/${tile}`)!
        }
        const hash = (subtree: { start: number; end: number }) => subtreeHash(subtree, read)
        const tree = { size, root: hash({ start: 0, end: size }) }
        return (
          tree.root.equals(rootAt(size)) &&
          includes({ index, hash: leaves[index]! }, proof.map(hash), tree) &&
          isConsistent({ size: first, root: rootAt(first) }, tree, consistency.map(hash))
        )
      },
    ),
    { numRuns: 150 },
  )
})

t.test('a proof fails when anything of it is changed', async () => {
  fc.assert(
    fc.property(sizes, fc.nat(), fc.nat(), fc.nat(), (size, a, b, c) => {
      const index = a % size
      const proof = inclusionSubtrees(index, size).map(({ start, end }) => rootOf(leaves.slice(start, end)))
      const tree = { size, root: rootAt(size) }
      const leaf = { index, hash: leaves[index]! }
      const wrong = Buffer.from(leaves[b % leaves.length]!)
      wrong[c % 32]! ^= 1 + (c % 255)
      if (!includes(leaf, proof, tree)) return false
      const spoilt = proof.map((hash, at) => (at === b % proof.length ? wrong : hash))
      return !(
        (proof.length > 0 && includes(leaf, spoilt, tree)) ||
        includes({ ...leaf, hash: wrong }, proof, tree) ||
        includes(leaf, [...proof, wrong], tree) ||
        (proof.length > 0 && includes(leaf, proof.slice(0, -1), tree)) ||
        includes({ ...leaf, index: size }, proof, tree) ||
        (size > 1 && includes({ ...leaf, index: (index + 1) % size }, proof, tree)) ||
        includes(leaf, proof, { size, root: wrong })
      )
    }),
    { numRuns: 300 },
  )
})

t.test('consistency with another history fails', async (t) => {
  for (const [first, second] of [
    [1, 2],
    [3, 7],
    [4, 8],
    [6, 8],
    [255, 257],
    [256, 700],
    [699, 700],
  ] as const) {
    const proof = consistencySubtrees(first, second).map(({ start, end }) => rootOf(leaves.slice(start, end)))
    const later = { size: second, root: rootAt(second) }
    t.ok(isConsistent({ size: first, root: rootAt(first) }, later, proof))
    const forged = rootOf([...leaves.slice(0, first - 1), leafHash(Buffer.from('forged'))])
    t.notOk(isConsistent({ size: first, root: forged }, later, proof))
    t.notOk(isConsistent({ size: first, root: rootAt(first) }, { size: second, root: forged }, proof))
    t.notOk(isConsistent({ size: first, root: rootAt(first) }, later, proof.slice(1)))
    t.notOk(isConsistent({ size: first, root: rootAt(first) }, later, [...proof, forged]))
    t.notOk(isConsistent(later, { size: first, root: rootAt(first) }, proof))
  }
  t.ok(isConsistent({ size: 0, root: EMPTY_ROOT }, { size: 5, root: rootAt(5) }, []))
  t.throws(() => consistencySubtrees(0, 5), RangeError)
  t.throws(() => inclusionSubtrees(5, 5), RangeError)
})

t.test('a tree of ten million leaves: a proof is 24 hashes from at most six tiles', async (t) => {
  const size = 10_000_000
  for (const index of [0, 1, 4_999_999, size - 1, 9_999_871]) {
    const subtrees = inclusionSubtrees(index, size)
    t.ok(subtrees.length <= 24)
    t.ok(tilesFor(subtrees).length <= 6, `${tilesFor(subtrees).length} tiles`)
  }
  t.ok(completeParts({ start: 0, end: size }).every(isComplete))
  t.same(nodeHash(leaves[0]!, leaves[1]!), rootAt(2))
})

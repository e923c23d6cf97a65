import { nodeHash, type Subtree, splitOf } from './merkle.ts'

/**
 * The subtrees whose hashes prove that a leaf stands in a tree, from the leaf upwards (RFC 6962, 2.1.1).
 * @param index from 0 @param size of the tree, above index
 */
export function inclusionSubtrees(index: number, size: number, start = 0): Subtree[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`leaf ${index} does not stand in a tree of ${size}`)
  if (size === 1) return []
  const split = splitOf(size)
  const middle = start + split
  if (index < split) return [...inclusionSubtrees(index, split, start), { start: middle, end: start + size }]
  return [...inclusionSubtrees(index - split, size - split, middle), { start, end: middle }]
}

/**
 * The subtrees whose hashes prove that a tree is the beginning of a later one (RFC 6962, 2.1.2).
 * @param first size of the earlier tree, at least 1 @param second size of the later one
 */
export function consistencySubtrees(first: number, second: number): Subtree[] {
  if (!(first >= 1 && first <= second)) throw new RangeError(`a tree of ${first} is no beginning of one of ${second}`)
  return subproof(first, 0, second, true)
}

function subproof(first: number, start: number, size: number, whole: boolean): Subtree[] {
  if (first === size) return whole ? [] : [{ start, end: start + size }]
  const split = splitOf(size)
  const middle = start + split
  if (first <= split) return [...subproof(first, start, split, whole), { start: middle, end: start + size }]
  return [...subproof(first - split, middle, size - split, false), { start, end: middle }]
}

/** Whether a leaf stands at its place in the tree of this size and root (RFC 9162, 2.1.3.2). */
export function includes(
  leaf: { index: number; hash: Uint8Array },
  proof: readonly Uint8Array[],
  tree: { size: number; root: Uint8Array },
): boolean {
  if (!(leaf.index >= 0 && leaf.index < tree.size)) return false
  let place = leaf.index
  let last = tree.size - 1
  let hash: Uint8Array = leaf.hash
  for (const sibling of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash)
      while (place % 2 === 0 && place !== 0) {
        place = half(place)
        last = half(last)
      }
    } else hash = nodeHash(hash, sibling)
    place = half(place)
    last = half(last)
  }
  return last === 0 && equal(hash, tree.root)
}

/** Whether the first tree is the beginning of the second (RFC 9162, 2.1.4.2). Nothing is the beginning of all. */
export function isConsistent(
  first: { size: number; root: Uint8Array },
  second: { size: number; root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (first.size > second.size) return false
  if (first.size === second.size) return proof.length === 0 && equal(first.root, second.root)
  if (first.size === 0) return proof.length === 0
  // A tree that is complete is a node of the later one, so its own root begins the proof.
  const path = Number.isInteger(Math.log2(first.size)) ? [first.root, ...proof] : [...proof]
  let place = first.size - 1
  let last = second.size - 1
  while (place % 2 === 1) {
    place = half(place)
    last = half(last)
  }
  const [seed, ...rest] = path
  if (!seed) return false
  let before = seed
  let after = seed
  for (const sibling of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      before = nodeHash(sibling, before)
      after = nodeHash(sibling, after)
      while (place % 2 === 0 && place !== 0) {
        place = half(place)
        last = half(last)
      }
    } else after = nodeHash(after, sibling)
    place = half(place)
    last = half(last)
  }
  return last === 0 && equal(before, first.root) && equal(after, second.root)
}

const half = (value: number) => Math.floor(value / 2)

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

import { hash } from 'node:crypto'

/*
 * The Merkle tree of RFC 6962, section 2.1, over SHA-256. Sizes and places are whole numbers up to 2^53: no bit
 * operators, which end at 2^31.
 */

export const HASH_BYTES = 32

const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

/** The root of a tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT = sha256(Buffer.alloc(0))

const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/** SHA-256(0x00 ‖ entry). */
export function leafHash(entry: Uint8Array): Buffer {
  return sha256(Buffer.concat([LEAF, entry]))
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Buffer.concat([NODE, left, right]))
}

/** MTH of the leaves whose hashes these are, in their order; or of subtrees that are all complete and of one size. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return EMPTY_ROOT
  if (hashes.length === 1) return hashes[0]!
  const middle = splitOf(hashes.length)
  return nodeHash(rootOf(hashes.slice(0, middle)), rootOf(hashes.slice(middle)))
}

/** The largest power of two below a size above 1: so many leaves stand left of the tree's root. */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** Leaves from `start` (inclusive) until `end` (exclusive) that stand under one node of the tree. */
export type Subtree = { start: number; end: number }

/** True for subtrees whose hash never changes again: a power of two of leaves, at a multiple of it. */
export function isComplete({ start, end }: Subtree): boolean {
  const size = end - start
  let power = 1
  while (power < size) power *= 2
  return power === size && start % size === 0
}

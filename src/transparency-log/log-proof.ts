import type { Pool } from 'pg'
import { logEntry } from './log-entry.ts'
import { filingsToLog, hashesOfSubtrees, rootAtSize } from './log-store.ts'
import { leafHash } from './merkle.ts'
import { consistencySubtrees, inclusionSubtrees } from './proofs.ts'

/** That a filing stands at its place in the log of a size. Hashes are base64, as C2SP writes them. */
export type InclusionProof = {
  sequence: number
  index: number
  /** The entry itself, as it was hashed. */
  entry: string
  leafHash: string
  treeSize: number
  rootHash: string
  proof: string[]
}

/** That the log of the first size is the beginning of the log of the second. */
export type ConsistencyProof = {
  firstSize: number
  firstRootHash: string
  treeSize: number
  rootHash: string
  proof: string[]
}

/** @param size of a tree that was taken in, at least the sequence @returns undefined when there is no such filing */
export async function proveInclusion(
  database: Pick<Pool, 'query'>,
  sequence: number,
  size: number,
): Promise<InclusionProof | undefined> {
  const [filing] = await filingsToLog(database, sequence - 1, 1)
  if (filing?.sequence !== sequence) return undefined
  const entry = logEntry(filing)
  const subtrees = [...inclusionSubtrees(sequence - 1, size), { start: 0, end: size }]
  const hashes = (await hashesOfSubtrees(database, subtrees)).map(base64)
  return {
    sequence,
    index: sequence - 1,
    entry: entry.toString('utf8'),
    leafHash: base64(leafHash(entry)),
    treeSize: size,
    rootHash: hashes.at(-1)!,
    proof: hashes.slice(0, -1),
  }
}

/** @param first at least 0, at most size */
export async function proveConsistency(
  database: Pick<Pool, 'query'>,
  first: number,
  size: number,
): Promise<ConsistencyProof> {
  const subtrees = first === 0 ? [] : consistencySubtrees(first, size)
  const [firstRoot, root, proof] = await Promise.all([
    rootAtSize(database, first),
    rootAtSize(database, size),
    hashesOfSubtrees(database, subtrees),
  ])
  return {
    firstSize: first,
    firstRootHash: base64(firstRoot),
    treeSize: size,
    rootHash: base64(root),
    proof: proof.map(base64),
  }
}

const base64 = (hash: Buffer) => hash.toString('base64')

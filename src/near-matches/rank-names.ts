import type { TermCounts } from './choose-terms.ts'
import { EDGES_UP_TO_CHARACTERS, exchangedTermsOf, placedTermsOf, readingTerm, sizeOf } from './name-terms.ts'
import { type Nearness, nearnessOf } from './near-match.ts'
import { hasHan, type ReadName, readName } from './read-name.ts'

/** Of what the index gives, so many that share most are compared character by character. */
const COMPARED_MAX = 120
const SOUNDS_WEIGHT = 1_000_000

/**
 * The nearest of some names, best first; those that are as near in the order of their characters. First by how rare
 * the terms are that they share with the searched name, which is quick, then by comparing. Pure.
 * @param candidates `sounds`: the whole name sounds like the searched one, however few characters they share
 */
export function rankNames<Candidate extends { folded: string; sounds?: boolean }>(
  searched: ReadName,
  candidates: readonly Candidate[],
  counts: TermCounts,
): (Candidate & Nearness)[] {
  const weights = new Map(
    [...exchangedTermsOf(searched), ...placedTermsOf(searched)].map(({ term }) => [
      term,
      Math.log((counts.names + 2) / (counts.count(term) + 1)),
    ]),
  )
  const size = sizeOf(searched)
  // Short names share so little that each is taken apart, with its first and last characters.
  const short = [...weights.keys()].some((term) => term.startsWith('^'))
  const [reading] = readingTerm(searched)
  const sounds = ({ folded, sounds: told }: Candidate) =>
    told ??
    (hasHan(folded) !== searched.hasHan && reading !== undefined && readingTerm(readName(folded))[0] === reading)
  return candidates
    .map((candidate) => ({
      candidate,
      shared: sounds(candidate)
        ? SOUNDS_WEIGHT
        : short
          ? sharedTerms(candidate.folded, weights)
          : sharedWeight(candidate.folded, weights, size),
    }))
    .sort((a, b) => b.shared - a.shared || compareTexts(a.candidate.folded, b.candidate.folded))
    .slice(0, COMPARED_MAX)
    .flatMap(({ candidate }) => {
      const near = nearnessOf(searched, readName(candidate.folded))
      return near ? [{ ...candidate, ...near }] : []
    })
    .sort((a, b) => b.score - a.score || compareTexts(a.folded, b.folded))
}

const SIGNS = /[^\p{L}\p{N}\p{M}]+/gu
/** Near enough to how terms are made: 广州市 is 广州 there. */
const LEVEL_OF_PLACE = /^(.{2,4})[市省县区]/u

/** By code points, the same on every machine. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function sharedTerms(folded: string, weights: ReadonlyMap<string, number>): number {
  const terms = placedTermsOf(readName(folded), EDGES_UP_TO_CHARACTERS).map(({ term }) => term)
  return terms.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0) - folded.length * 0.05
}

function sharedWeight(folded: string, weights: ReadonlyMap<string, number>, size: number): number {
  const plain = folded.replace(SIGNS, '').replace(LEVEL_OF_PLACE, '$1')
  let sum = 0
  for (let at = 0; at + size <= plain.length; at += 1) sum += weights.get(plain.slice(at, at + size)) ?? 0
  // Of names that share as much, the shorter is nearer.
  return sum - plain.length * 0.05
}

import { exchangedTermsOf, isReadingTerm, type PlacedTerm, placedTermsOf, readingTerm } from './name-terms.ts'
import type { ReadName } from './read-name.ts'

/** How many names have a term, of so many in all. Terms that nobody counted yet are estimated. */
export type TermCounts = { names: number; count(term: string): number }

/*
 * What is looked for in the index: rare terms by themselves, others only together with a second one, so that a query
 * reads some thousand entries however many names there are. Pure.
 */

/** With no more names than this every term is looked for by itself. */
const FEW_NAMES = 3_000
/** Names read for terms that stand alone, and for pairs of terms. */
const ALONE_MAX_NAMES = 1_000
const ALONE_TERM_MAX_NAMES = 400
const PAIRED_MAX_NAMES = 1_500
/** Entries of the index that are gone through for the rarer term of the pairs. */
const SCANNED_MAX_ENTRIES = 60_000
/** Terms stand together more often than by chance. */
const TOGETHER = 3
const TERMS_MAX = 60
/** Pairs begin at least so far from one another that one wrong character does not spoil both. */
const APART = 2

/** Every term that the counts are needed of. */
export function termsToCount(name: ReadName): string[] {
  const terms = [...placedTermsOf(name), ...exchangedTermsOf(name)].map(({ term }) => term)
  return [...new Set(terms)]
}

/** The query of the index, as the text of a tsquery; undefined when the name has nothing to be looked for. */
export function chooseTerms(name: ReadName, counts: TermCounts): string | undefined {
  const own = sorted(placedTermsOf(name), counts)
  const exchanged = sorted(exchangedTermsOf(name), counts)
  const reading = readingTerm(name).map(quoted)
  if (counts.names <= FEW_NAMES) return any([...own, ...exchanged].map(({ term }) => quoted(term)).concat(reading))
  const { alone, rest } = takeAlone(own, counts)
  const clauses = [...alone.map(({ term }) => quoted(term)), ...pairs(rest, exchanged, own, counts)]
  // Of a name whose every term is common the rarest is looked for, and the index gives as many as it may.
  if (clauses.length === 0 && own[0]) clauses.push(quoted(own[0].term))
  return any(clauses.concat(reading))
}

/** Rarest first; of equals the earlier. Each term once. */
function sorted(placed: readonly PlacedTerm[], { count }: TermCounts): PlacedTerm[] {
  const once = new Map(placed.toReversed().map((each) => [each.term, each]))
  const all = [...once.values()].filter(({ term }) => !isReadingTerm(term))
  return all.sort((a, b) => count(a.term) - count(b.term) || a.at - b.at).slice(0, TERMS_MAX)
}

function takeAlone(own: readonly PlacedTerm[], { count }: TermCounts) {
  let left = ALONE_MAX_NAMES
  const alone: PlacedTerm[] = []
  for (const each of own) {
    const names = count(each.term)
    if (names > left || names > ALONE_TERM_MAX_NAMES) break
    left -= names
    alone.push(each)
  }
  return { alone, rest: own.slice(alone.length) }
}

/** Each of the rarer terms with those of the others that make it rare enough, until the budget is used. */
function pairs(
  rest: readonly PlacedTerm[],
  exchanged: readonly PlacedTerm[],
  own: readonly PlacedTerm[],
  counts: TermCounts,
): string[] {
  const clauses: string[] = []
  let scan = SCANNED_MAX_ENTRIES
  let read = PAIRED_MAX_NAMES
  const anchors = [...rest, ...exchanged].sort((a, b) => counts.count(a.term) - counts.count(b.term))
  for (const anchor of anchors) {
    const entries = counts.count(anchor.term)
    if (entries === 0 && !rest.includes(anchor)) continue
    if (entries > scan) break
    const partners: string[] = []
    for (const other of own) {
      if (Math.abs(other.at - anchor.at) < APART || other.term === anchor.term) continue
      const together = Math.min(entries, (TOGETHER * entries * counts.count(other.term)) / counts.names)
      if (together > read) continue
      read -= together
      partners.push(quoted(other.term))
    }
    if (partners.length === 0) continue
    scan -= entries
    clauses.push(`${quoted(anchor.term)} & (${partners.join(' | ')})`)
  }
  return clauses
}

function any(clauses: readonly string[]): string | undefined {
  return clauses.length === 0 ? undefined : clauses.map((each) => `(${each})`).join(' | ')
}

/** A lexeme as tsquery reads it. */
function quoted(term: string): string {
  return `'${term.replace(/['\\]/gu, (sign) => sign + sign)}'`
}

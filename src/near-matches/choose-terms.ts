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
/** Exchanged characters are looked for alone when no more names have them, and so many of them. */
const RARE_MAX_NAMES = 100
const RARE_TERMS_MAX = 8
/** Names read for terms that stand alone, and for pairs of terms. */
const ALONE_MAX_NAMES = 1_000
const ALONE_TERM_MAX_NAMES = 400
const PAIRED_MAX_NAMES = 1_500
/** Entries of the index that are gone through for the rarer term of the pairs. */
const SCANNED_MAX_ENTRIES = 20_000
/** Terms stand together more often than by chance. */
const TOGETHER = 3
const TERMS_MAX = 60
/**
 * The rarer term of a pair is in no more than so many names, or this share of all: words that every second name has,
 * 企业 and 管理, stand together however common they are.
 */
const PAIRED_TERM_MAX_NAMES = 2_000
const PAIRED_TERM_MAX_SHARE = 0.003
/** Second terms of a pair: the rarest, since each is a list to go through. */
const PARTNERS_MAX = 2
const EXCHANGED_PAIRED_MAX_NAMES = 600
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
  const taken = new Set(own.map(({ term }) => term))
  const exchanged = sorted(exchangedTermsOf(name), counts).filter(({ term }) => !taken.has(term))
  const reading = readingTerm(name).map(quoted)
  if (counts.names <= FEW_NAMES) return any([...own, ...exchanged].map(({ term }) => quoted(term)).concat(reading))
  const { alone, rest } = takeAlone(own, counts)
  // A second term costs its whole list to read: what hardly any name has is looked for without one.
  const [rare, common] = [true, false].map((few) =>
    exchanged.filter(({ term }) => counts.count(term) > 0 && counts.count(term) <= RARE_MAX_NAMES === few),
  ) as [PlacedTerm[], PlacedTerm[]]
  const single = [...alone, ...rare.slice(0, RARE_TERMS_MAX)].map(({ term }) => quoted(term))
  const clauses = [...single, ...pairs(rest, common, counts)]
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

/**
 * Each of the rarer terms with those of the others that make it rare enough, until the budget is used; each pair once,
 * and none with a term that is looked for alone.
 */
function pairs(rest: readonly PlacedTerm[], exchanged: readonly PlacedTerm[], counts: TermCounts): string[] {
  const clauses: string[] = []
  let scan = SCANNED_MAX_ENTRIES
  let read = PAIRED_MAX_NAMES
  const entriesMax = Math.max(PAIRED_TERM_MAX_NAMES, counts.names * PAIRED_TERM_MAX_SHARE)
  const place = new Map(rest.map((each, at) => [each, at]))
  const anchors = [...rest, ...exchanged].sort((a, b) => counts.count(a.term) - counts.count(b.term))
  for (const anchor of anchors) {
    const entries = counts.count(anchor.term)
    const own = place.get(anchor)
    if (own === undefined && entries > EXCHANGED_PAIRED_MAX_NAMES) continue
    if (entries > scan || entries > entriesMax) break
    const partners: string[] = []
    for (const other of own === undefined ? rest : rest.slice(own + 1)) {
      if (Math.abs(other.at - anchor.at) < APART || other.term === anchor.term) continue
      const together = Math.min(entries, (TOGETHER * entries * counts.count(other.term)) / counts.names)
      if (together > read || partners.length === PARTNERS_MAX) continue
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

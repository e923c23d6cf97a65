/*
 * When two descriptions of collateral are similar. Published in docs/reference/overlap-checks.md as rule 1, and never
 * edited once in use: a change is rule 2. Pure.
 */
export const SIMILARITY_RULE = '1'

/** Of a line's terms, so many in a hundred stand in one description or item of the registration. */
export const SHARE_MIN_PERCENT = 60

/**
 * The terms of a text: pairs of neighbouring Han characters (a single one by itself), and words of other letters and
 * digits. Width and case make no difference; everything else separates.
 */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>()
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    if (!HAN.test(run)) {
      terms.add(run)
      continue
    }
    const characters = Array.from(run)
    if (characters.length === 1) terms.add(run)
    for (let at = 1; at < characters.length; at += 1) terms.add(characters[at - 1]! + characters[at]!)
  }
  return terms
}

const RUNS = /\p{Script=Han}+|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+/gv
const HAN = /^\p{Script=Han}/u

/** How many of the terms in a hundred stand in the other text, rounded down. */
export function shareOf(terms: ReadonlySet<string>, found: number): number {
  return terms.size === 0 ? 0 : Math.floor((found * 100) / terms.size)
}

/** A text that is compared, and whose it is. */
export type Comparable = { registration: number; text: string }

/** The best text of a registration: its place in the list that was indexed, and the share. */
export type Likeness = { registration: number; place: number; share: number }

/** Texts that descriptions are compared with, by term: only those that share a rare enough term are looked at. */
export class TextIndex {
  readonly #texts: readonly Comparable[]
  readonly #byTerm = new Map<string, number[]>()

  constructor(texts: readonly Comparable[]) {
    this.#texts = texts
    for (const [place, { text }] of texts.entries()) {
      for (const term of termsOf(text)) {
        const known = this.#byTerm.get(term)
        if (known) known.push(place)
        else this.#byTerm.set(term, [place])
      }
    }
  }

  /**
   * The texts that are similar to a description, the best of each registration, most similar first.
   * @param budget postings that may still be read; it is lowered. Undefined when it does not suffice
   */
  similarTo(description: string, budget: { left: number }): Likeness[] | undefined {
    const terms = termsOf(description)
    if (terms.size === 0) return []
    const postings = Array.from(terms, (term) => this.#byTerm.get(term) ?? []).sort((a, b) => a.length - b.length)
    // Who has the share has at least so many terms: one of the others' at most are missing, so one of these is there.
    const needed = Math.ceil((terms.size * SHARE_MIN_PERCENT) / 100)
    const begun = terms.size - needed + 1
    budget.left -= postings.reduce((sum, each) => sum + each.length, 0)
    if (budget.left < 0) return undefined
    const found = new Map<number, number>()
    for (const [at, places] of postings.entries()) {
      for (const place of places) {
        const known = found.get(place)
        if (known !== undefined) found.set(place, known + 1)
        else if (at < begun) found.set(place, 1)
      }
    }
    const best = new Map<number, Likeness>()
    for (const [place, count] of found) {
      const share = shareOf(terms, count)
      const { registration } = this.#texts[place]!
      const known = best.get(registration)
      const better = !known || share > known.share || (share === known.share && place < known.place)
      if (count >= needed && better) best.set(registration, { registration, place, share })
    }
    return [...best.values()].sort((a, b) => b.share - a.share || a.registration - b.registration)
  }
}

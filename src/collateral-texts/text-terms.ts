import { foldText, isUnspaced } from './folded-text.ts'

/*
 * What of a text stands in the index, and what a query asks of it. Pure. To change what is here, or how texts are
 * folded, is to fill the index anew: see docs/operating/database.md.
 */

export const QUERY_MAX_CHARACTERS = 200

/** The terms of a folded text: its words; of Han characters each, and each two that are neighbours. */
export function addTerms(folded: string, terms: Set<number>): void {
  for (const word of wordsIn(folded)) {
    const characters = Array.from(word)
    if (!isUnspaced(characters[0]!)) terms.add(termOf(word))
    else {
      for (const [at, character] of characters.entries()) {
        terms.add(termOf(character))
        if (at > 0) terms.add(termOf(characters[at - 1]! + character))
      }
    }
  }
}

/** What a text must hold: every phrase, as it stands in the folded text. Terms narrow; phrases decide. */
export type TextQuery = { phrases: string[]; terms: number[] }

/**
 * A query is words between white space, and all of them must be found: Han characters next to each other, letters and
 * digits as whole words. Every other sign only parts words, so nothing that is typed has a meaning of its own.
 * @returns undefined when there is nothing to look for
 */
export function queryOf(text: string): TextQuery | undefined {
  const phrases = text.split(/\p{White_Space}+/u).map(phraseOf)
  const asked = [...new Set(phrases.filter((phrase) => phrase !== ''))]
  if (asked.length === 0) return undefined
  return { phrases: asked, terms: [...new Set(asked.flatMap(termsNeededBy))] }
}

/** Beside Han characters a phrase is open: what stands there may belong to a longer run. */
function phraseOf(word: string): string {
  const { folded } = foldText(word)
  const characters = Array.from(folded.trim())
  if (characters.length === 0) return ''
  const [first, last] = [characters[0]!, characters.at(-1)!]
  return `${isUnspaced(first) ? '' : ' '}${characters.join('')}${isUnspaced(last) ? '' : ' '}`
}

function termsNeededBy(phrase: string): number[] {
  return wordsIn(phrase).flatMap((word) => {
    const characters = Array.from(word)
    if (characters.length === 1 || !isUnspaced(characters[0]!)) return [termOf(word)]
    return characters.slice(1).map((character, at) => termOf(characters[at]! + character))
  })
}

function wordsIn(folded: string): string[] {
  return folded.split(/[ \n]+/).filter((word) => word !== '')
}

/** A term as a number of 32 bits (FNV-1a). Two terms may share one: the phrase is compared anyway. */
function termOf(term: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193)
  return hash | 0
}

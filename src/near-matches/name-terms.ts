import { hash } from 'node:crypto'
import { syllablesOf } from './fold-characters.ts'
import type { ReadName } from './read-name.ts'

/*
 * The terms under which a name stands in the index of near matches: pairs of neighbouring characters (triples in names
 * without Han characters), without the organisation form. Two names that differ in one place share most of them. Pure.
 */

/** A registered name has at most 200 characters; a searched one is cut here. */
const CHARACTERS_MAX = 200
/**
 * Short names share few pairs: their first and last characters are terms too. A searched name may be a character
 * shorter than the registered one.
 */
export const EDGES_UP_TO_CHARACTERS = 7
const SEARCHED_EDGES_UP_TO_CHARACTERS = 6
const READING_MAX_CHARACTERS = 24

/** A term and where in the name it begins. */
export type PlacedTerm = { readonly term: string; readonly at: number }

/** Every term of a name once, in the order of the name. */
export function termsOf(name: ReadName): string[] {
  return [...new Set([...placedTermsOf(name, EDGES_UP_TO_CHARACTERS).map(({ term }) => term), ...readingTerm(name)])]
}

/** The terms that a searched name is looked for by. */
export function placedTermsOf(name: ReadName, edgesUpTo = SEARCHED_EDGES_UP_TO_CHARACTERS): PlacedTerm[] {
  const characters = termCharacters(name).slice(0, CHARACTERS_MAX)
  const size = sizeOf(name)
  const terms: PlacedTerm[] = []
  for (let at = 0; at + size <= characters.length; at += 1)
    terms.push({ term: characters.slice(at, at + size).join(''), at })
  if (characters.length > 0 && characters.length <= edgesUpTo) {
    terms.push({ term: `^${characters[0]}`, at: -2 }, { term: `${characters.at(-1)}$`, at: characters.length + 2 })
  }
  return terms
}

/** Each pair with its characters exchanged: what a name has where the searched one has them in the other order. */
export function exchangedTermsOf(name: ReadName): PlacedTerm[] {
  if (!name.hasHan) return []
  const characters = termCharacters(name).slice(0, CHARACTERS_MAX)
  return characters.slice(1).map((second, at) => ({ term: second + characters[at]!, at }))
}

/** How the whole sounds, as one term: it finds a name whose every character was mistaken for one that sounds alike. */
export function readingTerm(name: ReadName): string[] {
  const known = readings.get(name)
  if (known) return known
  const term = makeReadingTerm(name)
  readings.set(name, term)
  return term
}

const readings = new WeakMap<ReadName, string[]>()

function makeReadingTerm(name: ReadName): string[] {
  const characters = termCharacters(name)
  if (characters.length < 2 || characters.length > READING_MAX_CHARACTERS) return []
  const reading = name.hasHan ? syllablesOf(characters.join('')).join('').toLowerCase() : characters.join('')
  return [`=${hash('sha256', reading, 'base64url').slice(0, 8)}`]
}

export function isReadingTerm(term: string): boolean {
  return term.startsWith('=')
}

export function sizeOf(name: Pick<ReadName, 'hasHan'>): 2 | 3 {
  return name.hasHan ? 2 : 3
}

/** Places first and in short, so that 广州市, 广州 and （广州） give the same terms; of a branch its own words last. */
function termCharacters(name: ReadName): string[] {
  if (!name.hasHan) return Array.from(name.words.join('').replace(/[^\p{L}\p{N}\p{M}]+/gu, ''))
  const own = name.branch ? Array.from(name.branch.words.replace(/[^\p{L}\p{N}\p{M}]+/gu, '')) : []
  return [...Array.from(name.places.join('')), ...name.core, ...own]
}

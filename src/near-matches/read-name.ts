import { explainOrganizationKey, SearchKeyError } from '../search/search-key.ts'
import { foldCharacters } from './fold-characters.ts'
import { spellOut } from './latin-words.ts'
import { type Branch, branchOf, takeForm } from './organization-forms.ts'
import { placeAtStart } from './places-in-names.ts'

/**
 * A name taken apart for comparing: where, which, and what form. `folded` is what is stored of a registered name: its
 * search key in simplified characters, or its words with one space between them. Everything else follows from it.
 */
export type ReadName = {
  readonly folded: string
  readonly hasHan: boolean
  /** The places, in short: 广州市 and 广州 are 广州. */
  readonly places: readonly string[]
  /** The places as they stand. */
  readonly region: string
  /** What is left without places, form, branch and signs: trade name and industry. One entry a character. */
  readonly core: readonly string[]
  readonly form: string
  readonly branch: Branch | undefined
  /** All letters and digits with the form, without signs. */
  readonly whole: readonly string[]
  readonly brackets: boolean
  readonly dots: boolean
  /** Words as they are counted, and as they stand, of a name without Han characters. */
  readonly words: readonly string[]
  readonly asWritten: readonly string[]
}

const HAN = /\p{Script=Han}/u
const SIGNS = /[^\p{L}\p{N}\p{M}]+/gu

/**
 * A name's search key, and the form in which the index of near matches holds it. Undefined when it has no key: then
 * nothing can be found by it either.
 */
export function foldedNameOf(name: string): { key: string; folded: string } | undefined {
  try {
    const steps = explainOrganizationKey(name)
    const key = steps.at(-1)!.after
    if (HAN.test(key)) return { key, folded: foldCharacters(key) }
    const words = steps.find(({ step }) => step === 'words')!.after
    return { key, folded: namingWords(words.split(' '), key).join(' ') }
  } catch (error) {
    if (error instanceof SearchKeyError) return undefined
    throw error
  }
}

/** The words that the key is made of: without a leading "the" and the legal form. */
function namingWords(words: readonly string[], key: string): readonly string[] {
  for (let from = 0; from < words.length; from += 1) {
    for (let to = words.length; to > from; to -= 1) {
      const chosen = words.slice(from, to)
      const length = chosen.reduce((sum, word) => sum + word.length, 0)
      if (length < key.length) break
      if (chosen.join('') === key) return chosen
    }
  }
  return words
}

export function hasHan(folded: string): boolean {
  return HAN.test(folded)
}

export function readName(folded: string): ReadName {
  return HAN.test(folded) ? readHanName(folded) : readOtherName(folded)
}

function readHanName(folded: string): ReadName {
  const branch = branchOf(folded)
  const { rest, form } = takeForm(branch?.parent ?? folded)
  const { places, region, core } = takePlaces(rest)
  return {
    folded,
    hasHan: true,
    places,
    region,
    core,
    form,
    branch,
    whole: Array.from(folded.replace(SIGNS, '')),
    brackets: folded.includes('('),
    dots: folded.includes('·'),
    words: [],
    asWritten: [],
  }
}

function readOtherName(folded: string): ReadName {
  const asWritten = folded.split(' ')
  const core = Array.from(folded.replace(SIGNS, ''))
  return {
    folded,
    hasHan: false,
    places: [],
    region: '',
    core,
    form: '',
    branch: undefined,
    whole: core,
    brackets: false,
    dots: false,
    words: asWritten.map(spellOut),
    asWritten,
  }
}

/** Places at the head (上海…) and in brackets (…（上海）…). At least one character is left to be the name. */
function takePlaces(rest: string): { places: string[]; region: string; core: string[] } {
  const places: string[] = []
  let region = ''
  const outside = rest.replace(/\(([^()]*)\)/gu, (whole, inside: string) => {
    const characters = Array.from(inside)
    const found = placeAtStart(characters)
    if (found?.length !== characters.length) return whole
    places.push(found.place)
    region += inside
    return ''
  })
  let core = Array.from(outside.replace(SIGNS, ''))
  for (;;) {
    const found = placeAtStart(core)
    if (!found || found.length >= core.length) break
    places.push(found.place)
    region += core.slice(0, found.length).join('')
    core = core.slice(found.length)
  }
  if (core.length > 0) return { places, region, core }
  return { places: [], region: '', core: Array.from(rest.replace(SIGNS, '')) }
}

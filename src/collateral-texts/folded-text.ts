/*
 * How collateral texts are compared: width, case, accents and punctuation unified, so that what is the same to a reader
 * is the same here. Pure; the folded form of a text never depends on what stands around the text.
 */

/** A text folded, and for each UTF-16 unit of it where in `source` it comes from. */
export type FoldedText = {
  /** The text in Unicode form C: what is shown, and what the places refer to. */
  source: string
  folded: string
  from: number[]
  to: number[]
}

/** Written without spaces between words: these are told apart by their characters. */
const unspaced =
  /[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]&&[\p{L}\p{N}\p{M}]]/v
const wordCharacter = /[\p{L}\p{N}\p{M}]/u
const whiteSpace = /\p{White_Space}/u
/** Leaves no mark on paper: soft hyphens, joiners, variation selectors. */
const invisible = /[[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]--\p{White_Space}]/v
/** Accents are folded where a word without them is still that word; the vowel signs of other scripts are letters. */
const accents = /(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{Mn}+/gu

/** A character with its marks, of which the half-width signs of kana are two. */
const units = /\P{M}[\p{M}\uFF9E\uFF9F]*|\p{M}+/gsu

export function isUnspaced(character: string): boolean {
  return unspaced.test(character)
}

/**
 * Folds a text: form KC, one case, no accents. Words of letters and digits stand between single spaces; a run of Han
 * characters is one word, through white space but not through punctuation. A space begins the text and ends it, so a
 * word is found as ` word `.
 */
export function foldText(text: string): FoldedText {
  const source = text.normalize('NFC')
  const folding = new Folding()
  let at = 0
  // A character with its marks is folded as one, so each piece of the result has its place in the source.
  for (const unit of source.match(units) ?? []) {
    for (const { character, kind } of foldedUnit(unit)) folding.add(character, kind, at, at + unit.length)
    at += unit.length
  }
  return { source, ...folding.end(source.length) }
}

type Kind = 'word' | 'unspaced' | 'white' | 'break' | 'invisible'
type FoldedCharacter = { character: string; kind: Kind }

/** Texts are made of few different characters: what each folds to is worked out once. */
const known = new Map<string, FoldedCharacter[]>()
const KNOWN_MAX = 50_000

function foldedUnit(unit: string): readonly FoldedCharacter[] {
  const found = known.get(unit)
  if (found) return found
  const oneCase = unit.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ')
  const folded = oneCase.normalize('NFD').replace(accents, '').normalize('NFC')
  const characters = Array.from(folded, (character) => ({ character, kind: kindOf(character) }))
  if (known.size >= KNOWN_MAX) known.clear()
  known.set(unit, characters)
  return characters
}

function kindOf(character: string): Kind {
  if (invisible.test(character)) return 'invisible'
  if (isUnspaced(character)) return 'unspaced'
  if (wordCharacter.test(character)) return 'word'
  return whiteSpace.test(character) ? 'white' : 'break'
}

class Folding {
  readonly #pieces: string[] = []
  readonly #from: number[] = []
  readonly #to: number[] = []
  #last: 'word' | 'unspaced' | undefined
  #gap: 'white' | 'break' | undefined

  add(character: string, kind: Kind, from: number, to: number): void {
    if (kind === 'invisible') return
    if (kind === 'white' || kind === 'break') {
      if (this.#gap !== 'break') this.#gap = kind
      return
    }
    const adjoins = this.#gap === undefined || (kind === 'unspaced' && this.#gap === 'white')
    if (this.#last !== kind || !adjoins) this.#push(' ', from, from)
    this.#push(character, from, to)
    this.#last = kind
    this.#gap = undefined
  }

  end(length: number): Omit<FoldedText, 'source'> {
    if (this.#last) this.#push(' ', length, length)
    return { folded: this.#pieces.join(''), from: this.#from, to: this.#to }
  }

  #push(character: string, from: number, to: number): void {
    this.#pieces.push(character)
    for (let unit = 0; unit < character.length; unit += 1) {
      this.#from.push(from)
      this.#to.push(to)
    }
  }
}

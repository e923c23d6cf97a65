import { type FaceName, faceOf, faceWith } from './certificate-fonts.ts'

/**
 * From text to the smallest things that are set on a line. Every character is either in a font or is written by its
 * code point, 〈U+2B7A9〉: never left out, never an empty box. Invisible and direction-changing characters are written
 * so too, because a certificate must not look like something else than was filed.
 */

/** The least that is never split. `width` is in thousandths of an em of its font family. */
export type Atom = { readonly text: string; readonly family: string; readonly width: number; readonly kind: Kind }

/** How a line may break beside it. `joint` is a hyphen or slash; `wide` is set in a Chinese character's square. */
export type Kind =
  | 'word'
  | 'wide'
  | 'wideOpening'
  | 'wideClosing'
  | 'opening'
  | 'closing'
  | 'joint'
  | 'space'
  | 'newline'

/** The atoms of a text in a face, fallback fonts and code points in words included. */
export function atomsOf(text: string, face: FaceName): Atom[] {
  const atoms: Atom[] = []
  let mixed = false
  for (const character of composed(text)) {
    const found = knownAtoms[face].get(character) ?? learn(character, face)
    mixed ||= found[0]?.family === 'latin' || QUOTES.includes(character)
    if (found.length === 1) atoms.push(found[0] as Atom)
    else atoms.push(...found)
  }
  return mixed ? wordsInOneFont(atoms) : atoms
}

/** Whether some character of the text is written by its code point. */
export function hasCharactersInWords(text: string): boolean {
  return Array.from(new Set(composed(text))).some((each) => isInWords(each))
}

/** One break a line, one kind of space, and letters with their accents as one character where there is one. */
function composed(text: string): string {
  const spaced = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]/g, ' ')
  return MARK.test(spaced) ? spaced.replace(ACCENTED, (letter) => letter.normalize('NFC')) : spaced
}

const MARK = /\p{M}/u
const ACCENTED = /\p{Script=Latin}\p{M}+|\p{Script=Cyrillic}\p{M}+|\p{Script=Greek}\p{M}+/gu

/** Controls, formats, private use, unassigned, invisible ones, and marks that would need shaping. */
const NEVER_SHOWN = /[\p{C}\p{Default_Ignorable_Code_Point}\p{M}]/u

const knownAtoms: Record<FaceName, Map<string, readonly Atom[]>> = { sans: new Map(), serif: new Map() }

/** Many characters times few faces: the tables stay small, but a hostile list of all of Unicode must not grow them. */
const KNOWN_MAX = 20_000

function learn(character: string, face: FaceName): readonly Atom[] {
  const known = knownAtoms[face]
  if (known.size >= KNOWN_MAX) known.clear()
  const atoms = isInWords(character) ? inWords(character, face) : [atomOf(character, face)]
  known.set(character, atoms)
  return atoms
}

function isInWords(character: string): boolean {
  if (character === '\n') return false
  return NEVER_SHOWN.test(character) || !faceWith(character.codePointAt(0) as number, 'sans')
}

function inWords(character: string, face: FaceName): Atom[] {
  const number = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
  return Array.from(`〈U+${number}〉`, (each) => atomOf(each, face))
}

function atomOf(character: string, wished: FaceName): Atom {
  if (character === '\n') return { text: '', family: wished, width: 0, kind: 'newline' }
  const codePoint = character.codePointAt(0) as number
  const face = faceWith(codePoint, wished)
  const width = face?.glyph(codePoint)?.advance
  if (!face || width === undefined) throw new Error(`no font has U+${codePoint.toString(16)}`)
  return { text: character, family: face.family, width, kind: kindOf(character) }
}

function kindOf(character: string): Kind {
  if (character === ' ' || character === '\u3000') return 'space'
  if (WIDE_OPENING.includes(character)) return 'wideOpening'
  if (WIDE_CLOSING.includes(character)) return 'wideClosing'
  if (OPENING.includes(character)) return 'opening'
  if (CLOSING.includes(character)) return 'closing'
  if (JOINTS.includes(character)) return 'joint'
  return WIDE.test(character) ? 'wide' : 'word'
}

const WIDE_OPENING = '（【「『《〈〔［｛〖￥'
const WIDE_CLOSING = '）】」』》〉〕］｝〗、。，．：；？！％…—～'
const OPENING = '([{“‘$¥€£'
const CLOSING = ')]},.;:?!%”’·°'
const JOINTS = '-/\\_–@&=?|*'
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef\u2460-\u27bf]/u

/**
 * A word of which Noto lacks a letter is set in Roboto as a whole, if Roboto has all of it. Quotation marks beside
 * Latin letters are Roboto's too: those of Noto Sans SC are as wide as a Chinese character.
 */
function wordsInOneFont(atoms: readonly Atom[]): Atom[] {
  const result: Atom[] = []
  for (let from = 0; from < atoms.length; ) {
    let to = from + 1
    if ((atoms[from] as Atom).kind === 'word') while (atoms[to]?.kind === 'word') to++
    const word = atoms.slice(from, to)
    const first = word[0] as Atom
    const foreign = word.some((atom) => atom.family === 'latin')
    const quote = QUOTES.includes(first.text) && (atoms[from - 1]?.kind === 'word' || atoms[to]?.kind === 'word')
    result.push(...(foreign || quote ? inRoboto(word) : word))
    from = to
  }
  return result
}

function inRoboto(word: readonly Atom[]): readonly Atom[] {
  const latin = faceOf('latin')
  const widths = word.map((atom) => latin?.glyph(atom.text.codePointAt(0) as number)?.advance)
  if (widths.includes(undefined)) return word
  return word.map((atom, i) => ({ ...atom, family: 'latin', width: widths[i] as number }))
}

const QUOTES = '‘’“”'

import { SearchKeyError } from './search-key-error.ts'

/*
 * The character classes of search logic 1 and what is done with each. They are part of the logic's version: to change
 * one is to write version 2. Pure, and without imports outside this folder.
 */

/** Format characters that are printed: number and abbreviation marks of Arabic, Syriac and Kaithi. */
const printedFormat = '\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u{110BD}\\u{110CD}'

/**
 * Characters that leave no mark on paper: Unicode's default-ignorable code points (variation selectors, joiners, soft
 * hyphen, tags, byte order mark, Hangul fillers), controls and format characters, and two symbols that print as
 * nothing, the blank Braille pattern and the null notehead. White space is not invisible in this sense.
 */
const invisible = new RegExp(
  `[[\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{Cf}\\u2800\\u{1D159}]--[\\p{White_Space}${printedFormat}]]`,
  'gv',
)

const whiteSpace = /\p{White_Space}+/gu

/** Unicode's property Quotation_Mark, which JavaScript's expressions do not know by name. */
const quotationMarks = '"\'\u00AB\u00BB\u2018-\u201F\u2039\u203A\u2E42「-』〝-〟'
const openingBracket = new RegExp(`[\\p{Ps}--[${quotationMarks}]]`, 'gv')
const closingBracket = new RegExp(`[\\p{Pe}--[${quotationMarks}]]`, 'gv')

/** Middle dot, bullets, katakana dot, hyphenation point, dot operators, word separator dots, the sinological dot. */
const middleDot = /[\u00B7\u1427\u16EB\u2022\u2027\u2219\u22C5\u2981\u2E31\u2E33\u30FB\uA78F\u{10101}]/gu

/** Unicode's property Dash, and what is typed for one: minus letter, hyphen bullet, box drawing lines, heavy minus. */
const dash = /[\p{Dash}\u02D7\u2043\u2500\u2501\u2796]/gu

/** In a name with Han characters these carry no meaning. */
const ignoredBesideHan = new RegExp(`[${quotationMarks},.;:\\p{White_Space}]+`, 'gv')

/**
 * Apostrophes and what is typed for one: quotation marks in the form of a 6 or a 9, primes, the letters ʹ ʻ ʼ ʽ ʾ ʿ,
 * grave and acute. NFKC has by then turned the free-standing acute and the Greek breathings into a space and a mark.
 */
const apostrophe = /['`\u2018\u2019\u201B\u2032\u2035\u02B9\u02BB-\u02BF]| [\u0301\u0313\u0314]/gu

const fullStop = /[.。]/gu
const punctuation = /[\p{P}\p{White_Space}]+/gu

/** The classes by what is done with them, so that they can be published and counted. A match may be a run of them. */
export const characterClasses = {
  invisible,
  opening_bracket: openingBracket,
  closing_bracket: closingBracket,
  middle_dot: middleDot,
  dash,
  ignored_beside_han: ignoredBesideHan,
  apostrophe,
  full_stop: fullStop,
  word_boundary: punctuation,
  white_space: whiteSpace,
} as const

/** Refuses what has no meaning as text, since no key of it would be the same on every machine. */
export function requireText(text: string): void {
  if (!text.isWellFormed()) throw new SearchKeyError('not_well_formed')
  if (/\p{Cn}/u.test(text)) throw new SearchKeyError('unassigned_character')
}

/** Width, ligatures, radicals, circled and squared forms: Unicode Normalization Form KC (UAX #15). */
export function unifyForms(text: string): string {
  return text.normalize('NFKC')
}

/** What an invisible character held apart may now compose (`e`, joiner, acute), so the text is normalized again. */
export function removeInvisible(text: string): string {
  return text.replace(invisible, '').normalize('NFKC')
}

/**
 * Full case folding (Unicode, CaseFolding.txt C and F), as the small letter of the capital of the small letter of each
 * character by itself: ß and ẞ become ss, ς becomes σ. It differs from the file in two points. Dotless ı goes with i,
 * because its capital is I. Cherokee folds to small letters and not to capitals, which makes the same names equal.
 * Folding can take a composed letter apart, so the text is normalized again.
 */
export function foldCase(text: string): string {
  let folded = ''
  for (const character of text) folded += character.toLowerCase().toUpperCase().toLowerCase()
  return folded.normalize('NFKC')
}

export function unifyBrackets(text: string): string {
  return text.replace(openingBracket, '(').replace(closingBracket, ')')
}

export function unifyMiddleDots(text: string): string {
  return text.replace(middleDot, '\u00B7')
}

export function unifyDashes(text: string): string {
  return text.replace(dash, '-')
}

/** The white circle typed for zero becomes 〇 (U+3007), which is a Han character. */
export function unifyCircles(text: string): string {
  return text.replace(/\u25CB/gu, '\u3007')
}

/** Whether any character belongs to the script Han. Asked after NFKC, so a radical counts as its character. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

/** What stood apart may now compose, so that equal keys are equal code point by code point. */
export function removeIgnoredBesideHan(text: string): string {
  return text.replace(ignoredBesideHan, '').normalize('NFKC')
}

/** Marks are taken from Latin letters only: on kana, Tibetan, Indic, Greek or Cyrillic letters they make the letter. */
export function removeLatinAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFKC')
}

export function spellAmpersand(text: string): string {
  return text.replaceAll('&', ' and ')
}

export function removeApostrophesAndFullStops(text: string): string {
  return text.replace(apostrophe, '').replace(fullStop, '')
}

/** Leaves the words with one space between them. */
export function separateWords(text: string): string {
  return text.replace(punctuation, ' ').trim()
}

export function removeWhiteSpace(text: string): string {
  return text.replace(whiteSpace, '').normalize('NFKC')
}

/** One form for a number of any kind: NFKC, capitals, without white space, dashes and invisible characters. */
export function compactNumber(value: string): string {
  const capitals = removeInvisible(unifyForms(value)).toLowerCase().toUpperCase()
  return removeWhiteSpace(capitals.normalize('NFKC').replace(dash, ''))
}

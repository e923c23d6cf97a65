import { type Refusal, refusal } from '../platform/refusal.ts'
import { type Text, text } from '../platform/text.ts'
import type { IdentifierSchemeInfo } from './identifier-schemes.ts'
import { usccAlphabet } from './uscc.ts'

type CharacterClass = { pattern: RegExp; allowed: Text }

/** The letters of IdentifierSchemeInfo.shapes, each with how a message says what may stand there. */
const classes: Record<string, CharacterClass> = {
  N: { pattern: /^[0-9]$/, allowed: text('应为数字', 'is a digit') },
  A: { pattern: /^[A-Z]$/, allowed: text('应为字母', 'is a letter') },
  C: { pattern: /^[0-9A-Z]$/, allowed: text('应为数字或字母', 'is a digit or a letter') },
  X: { pattern: /^[0-9X]$/, allowed: text('应为数字或 X', 'is a digit or X') },
  U: {
    pattern: new RegExp(`^[${usccAlphabet}]$`),
    allowed: text('应为数字或字母，且不用字母 I、O、S、V、Z', 'is a digit or a letter other than I, O, S, V, Z'),
  },
  H: { pattern: /^[HM]$/, allowed: text('应为字母 H 或 M', 'is the letter H or M') },
  V: { pattern: /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u, allowed: text('应为看得见的字符', 'is a visible character') },
}

/**
 * Whether a number has one of its scheme's forms: its length first, then each character in its place.
 *
 * @param value in the form of normalizeIdentifier; places are counted in it from 1
 */
export function checkShape(info: IdentifierSchemeInfo, value: string): Refusal | undefined {
  const characters = [...value]
  const shape = info.shapes.find((candidate) => candidate.length === characters.length)
  if (shape === undefined) return wrongLength(info, characters.length)
  for (const [index, character] of characters.entries()) {
    const expected = classes[shape.charAt(index)]!
    if (!expected.pattern.test(character)) return wrongCharacter(info, index + 1, expected.allowed)
  }
  return undefined
}

/** The refusal of a wrong check character, or of two check digits in a row. Places are counted from 1. */
export function wrongCheckCharacter(info: IdentifierSchemeInfo, place: number, lastPlace = place): Refusal {
  const two = lastPlace > place
  const zhPlaces = two ? `${place}、${lastPlace}` : place
  const enPlaces = two ? `${ordinal(place)} and ${ordinal(lastPlace)} characters` : `${ordinal(place)} character`
  const verb = two ? 'do not match their check' : 'does not match its check'
  return refusal(
    'identifier_check_character_wrong',
    `${info.label.zh}第 ${zhPlaces} 位校验不符，请核对${info.shownOn.zh}`,
    `The ${enPlaces} of the ${inSentence(info.label.en)} ${verb}; compare it with the ${info.shownOn.en}`,
  )
}

/** A label as it reads within an English sentence. */
export function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

function wrongLength({ label, shownOn, shapes }: IdentifierSchemeInfo, found: number): Refusal {
  const allowed = shapes.map((shape) => shape.length).sort((a, b) => a - b)
  const ends = [allowed.at(0), allowed.at(-1)]
  const zh = allowed.length > 2 ? ends.join(' 至 ') : allowed.join(' 或 ')
  const en = allowed.length > 2 ? ends.join(' to ') : allowed.join(' or ')
  return refusal(
    'identifier_length_wrong',
    `${label.zh}应为 ${zh} 位，现为 ${found} 位，请核对${shownOn.zh}`,
    `The ${inSentence(label.en)} has ${en} characters, not ${found}; compare it with the ${shownOn.en}`,
  )
}

function wrongCharacter({ label, shownOn }: IdentifierSchemeInfo, place: number, allowed: Text): Refusal {
  const en = `The ${ordinal(place)} character of the ${inSentence(label.en)} ${allowed.en}`
  return refusal(
    'identifier_character_not_allowed',
    `${label.zh}第 ${place} 位${allowed.zh}，请核对${shownOn.zh}`,
    `${en}; compare it with the ${shownOn.en}`,
  )
}

function ordinal(place: number): string {
  const suffix = new Intl.PluralRules('en', { type: 'ordinal' }).select(place)
  return `${place}${{ zero: 'th', one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th' }[suffix]}`
}

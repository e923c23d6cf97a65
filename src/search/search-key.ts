import {
  compactNumber,
  foldCase,
  hasHan,
  removeApostrophesAndFullStops,
  removeIgnoredBesideHan,
  removeInvisible,
  removeLatinAccents,
  removeWhiteSpace,
  requireText,
  separateWords,
  spellAmpersand,
  unifyBrackets,
  unifyCircles,
  unifyDashes,
  unifyForms,
  unifyMiddleDots,
} from './name-characters.ts'
import { removeNoiseWords } from './noise-words.ts'
import { eighteenDigitResidentNumber } from './resident-number.ts'
import { SearchKeyError } from './search-key-error.ts'

// Other slices import this file alone; it and its neighbours in this folder import nothing from outside the folder.
export { characterClasses, compactNumber } from './name-characters.ts'
export { residentCheckCharacter } from './resident-number.ts'
export { SearchKeyError, type SearchKeyErrorCode } from './search-key-error.ts'

/*
 * Search logic 1, as docs/reference/search-logic.md publishes it. Texts with equal keys are the certified answer, and
 * nothing else is. Once keys are stored under it, it is never edited: a change is version 2, and both keys are kept.
 */

/** The version of the logic in this file, as searches and certificates state it. */
export const SEARCH_LOGIC = '1'

/** One step of the logic and what it made of a name. The title is in the register's two languages. */
export type ExplainedStep = {
  step: string
  title: { readonly zh: string; readonly en: string }
  before: string
  after: string
}

/**
 * The key under which an organisation's name is stored and searched.
 *
 * Keying a key again gives the same key, but for an accent that stood alone (`a ¨b`): keys are made from names only.
 *
 * @throws SearchKeyError not_well_formed, unassigned_character, or empty_key when nothing to search for is left
 */
export function organizationSearchKey(name: string): string {
  return keyBySteps(name)
}

/**
 * How a name became its key: every step of the logic in its order, also those that changed nothing. The key is what the
 * last step gave, so key and explanation cannot disagree.
 *
 * @throws SearchKeyError as organizationSearchKey does
 */
export function explainOrganizationKey(name: string): ExplainedStep[] {
  const explained: ExplainedStep[] = []
  keyBySteps(name, ({ step, zh, en }, before, after) => explained.push({ step, title: { zh, en }, before, after }))
  return explained
}

/** Takes every step in its order. @param tell is called after each */
function keyBySteps(name: string, tell?: (step: Step, before: string, after: string) => void): string {
  requireText(name)
  let current = name
  const take = (steps: readonly Step[]) => {
    for (const step of steps) {
      const before = current
      current = step.apply(before)
      tell?.(step, before, current)
    }
  }
  take(everyName)
  take(hasHan(current) ? nameWithHan : nameWithoutHan)
  if (current === '') throw new SearchKeyError('empty_key')
  return current
}

/**
 * The key under which a person's or an organisation's number is stored and searched: `scheme:VALUE`, or
 * `scheme:COUNTRY:VALUE` for numbers that only their country makes unique. The scheme decides which of the two, and
 * neither scheme nor country can hold a colon, so numbers of different schemes or countries never share a key.
 *
 * A unified social credit code and the organisation code inside it (its characters 9 to 17) have keys of their own: the
 * one is not searched by the other. Numbers are not checked here (checkIdentifier does), only keyed. A passport without
 * a country is keyed apart from every country; whoever takes a search in refuses it first.
 *
 * @param scheme one of identifierSchemes
 * @param country ISO 3166-1 alpha-2; used by foreign_registration and passport, passed over by the others
 * @throws SearchKeyError empty_key, not_well_formed, unassigned_character, scheme_malformed, country_malformed
 */
export function identifierSearchKey(scheme: string, value: string, country?: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(scheme)) throw new SearchKeyError('scheme_malformed')
  const number = keyedNumber(value)
  if (scheme === 'resident_id') return `${scheme}:${eighteenDigitResidentNumber(number)}`
  if (!keyedByCountry.has(scheme)) return `${scheme}:${number}`
  return `${scheme}:${keyedCountry(country ?? '')}:${number}`
}

/**
 * The key of an asset identifier (serial number, VIN, invoice, warehouse receipt, contract number). Dots and slashes
 * stay: makers tell numbers apart by them.
 *
 * @throws SearchKeyError empty_key, not_well_formed, unassigned_character
 */
export function assetIdentifierKey(value: string): string {
  return keyedNumber(value)
}

/** A step's title is its line in the published logic. */
type Step = { step: string; zh: string; en: string; apply: (name: string) => string }

const everyName: readonly Step[] = [
  { step: 'forms', zh: '统一全角、半角和兼容字形', en: 'Unify width and compatibility forms', apply: unifyForms },
  { step: 'invisible', zh: '去掉看不见的字符', en: 'Remove invisible characters', apply: removeInvisible },
  { step: 'case', zh: '不分大小写', en: 'Ignore letter case', apply: foldCase },
  { step: 'brackets', zh: '统一括号', en: 'Unify brackets', apply: unifyBrackets },
  { step: 'middle_dots', zh: '统一间隔号', en: 'Unify middle dots', apply: unifyMiddleDots },
  { step: 'dashes', zh: '统一连接号和破折号', en: 'Unify dashes', apply: unifyDashes },
  { step: 'circles', zh: '统一“○”和“〇”', en: 'Unify ○ and 〇', apply: unifyCircles },
]

const nameWithHan: readonly Step[] = [
  {
    step: 'ignored_beside_han',
    zh: '去掉空白、引号和 , . ; :',
    en: 'Remove white space, quotation marks and , . ; :',
    apply: removeIgnoredBesideHan,
  },
]

const nameWithoutHan: readonly Step[] = [
  { step: 'accents', zh: '去掉拉丁字母的附加符号', en: 'Remove accents from Latin letters', apply: removeLatinAccents },
  { step: 'ampersand', zh: '“&”读作 and', en: 'Read & as and', apply: spellAmpersand },
  {
    step: 'apostrophes_and_full_stops',
    zh: '去掉撇号和句点',
    en: 'Remove apostrophes and full stops',
    apply: removeApostrophesAndFullStops,
  },
  { step: 'words', zh: '其他标点分隔单词', en: 'Other punctuation separates words', apply: separateWords },
  {
    step: 'noise_words',
    zh: '去掉开头的 the 和结尾的组织形式用语',
    en: 'Remove a leading the and ending legal-form words',
    apply: removeNoiseWords,
  },
  { step: 'white_space', zh: '去掉空白', en: 'Remove white space', apply: removeWhiteSpace },
]

/** The steps in their order, as they are published: first those of every name, then one of the two others. */
export const searchLogicSteps = {
  everyName: published(everyName),
  nameWithHan: published(nameWithHan),
  nameWithoutHan: published(nameWithoutHan),
} as const

function published(steps: readonly Step[]) {
  return steps.map(({ step, zh, en }) => ({ step, title: { zh, en } }))
}

/** Numbers that another country may have given to somebody else. */
const keyedByCountry: ReadonlySet<string> = new Set(['foreign_registration', 'passport'])

function keyedNumber(value: string): string {
  requireText(value)
  const number = compactNumber(value)
  if (number === '') throw new SearchKeyError('empty_key')
  return number
}

function keyedCountry(country: string): string {
  const code = compactNumber(country)
  if (!/^([A-Z]{2})?$/.test(code)) throw new SearchKeyError('country_malformed')
  return code
}

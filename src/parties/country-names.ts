import type { Language, Text } from '../platform/text.ts'
import { text } from '../platform/text.ts'
import { countryCodes } from './countries.ts'

const chinese = new Intl.DisplayNames(['zh-CN'], { type: 'region', fallback: 'code' })
const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })

/** Regions that are not countries are named as Chinese official documents name them. */
const REGIONS: Readonly<Record<string, Text>> = {
  HK: text('中国香港', 'Hong Kong, China'),
  MO: text('中国澳门', 'Macao, China'),
  TW: text('中国台湾', 'Taiwan, China'),
}

/** The name of a country or region (ISO 3166-1 alpha-2); a code that is none stays as it is. */
export function countryName(code: string): Text {
  if (!/^[A-Z]{2}$/.test(code)) return text(code, code)
  return REGIONS[code] ?? text(chinese.of(code) ?? code, english.of(code) ?? code)
}

const FIRST = ['CN', 'HK', 'MO', 'TW']

/** All countries and regions to choose from: China's first, the others by name in the reader's language. */
export function countryChoices(language: Language): { value: string; label: Text }[] {
  const known = choices.get(language)
  if (known) return known
  const name = (code: string) => (language === 'en' ? countryName(code).en : countryName(code).zh)
  const collator = new Intl.Collator(language)
  const others = countryCodes.filter((code) => !FIRST.includes(code))
  const sorted = [...others].sort((a, b) => collator.compare(name(a), name(b)))
  const made = [...FIRST, ...sorted].map((value) => ({ value, label: countryName(value) }))
  choices.set(language, made)
  return made
}
const choices = new Map<Language, { value: string; label: Text }[]>()

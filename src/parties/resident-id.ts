import { type Refusal, refusal } from '../platform/refusal.ts'
import { residentCheckCharacter } from '../search/search-key.ts'
import { identifierSchemes } from './identifier-schemes.ts'
import { inSentence, wrongCheckCharacter } from './identifier-shape.ts'

/*
 * Numbers built after GB 11643: the resident identity number, the residence permit of Hong Kong, Macao and Taiwan
 * residents, and the foreign permanent resident card of 2023. Characters 7 to 14 are the day of birth, the last one
 * checks. The functions expect the shape to be right and `today` as a Beijing date, YYYY-MM-DD.
 */

/** The first two digits of a resident number: provinces and the like, and Taiwan (GB/T 2260). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
)

/** Nobody born earlier can be a party today or in any record the register takes over. */
const bornEarliest = '1850-01-01'

/** A resident number, residence permit number or permanent resident card number with its check character. */
export function makeResidentId(first17: string): string {
  return first17 + residentCheckCharacter(first17)
}

/** A resident identity number of 18 or 15 characters. Numbers of the two cards below are sent to their own scheme. */
export function checkResidentId(value: string, today?: string): Refusal | undefined {
  const info = identifierSchemes.resident_id
  const number = inSentence(info.label.en)
  const elsewhere = value.length === 18 ? schemeByPrefix(value) : undefined
  if (elsewhere !== undefined) {
    const other = identifierSchemes[elsewhere]
    return refusal(
      'identifier_scheme_wrong',
      `这是${other.label.zh}，不是${info.label.zh}，请把证件类型改选为${other.shownOn.zh}`,
      `This is a ${inSentence(other.label.en)}, not a ${number}; choose ${other.shownOn.en} as the document`,
    )
  }
  if (!provinces.has(value.slice(0, 2))) {
    return refusal(
      'identifier_division_unknown',
      `${info.label.zh}前两位不是省级行政区划代码，请核对${info.shownOn.zh}`,
      `The first two digits of the ${number} are no province’s code; compare it with the ${info.shownOn.en}`,
    )
  }
  return checkBirth('resident_id', value, today) ?? (value.length === 18 ? checkLast('resident_id', value) : undefined)
}

/** A residence permit number of a Hong Kong (81), Macao (82) or Taiwan (83) resident. */
export function checkResidencePermit(value: string, today?: string): Refusal | undefined {
  const scheme = 'residence_permit_hk_macao_taiwan'
  if (schemeByPrefix(value) !== scheme) return wrongBeginning(scheme, '81、82 或 83', '81, 82 or 83')
  return checkBirth(scheme, value, today) ?? checkLast(scheme, value)
}

/**
 * A foreign permanent resident card number. For the old form of three letters and twelve digits no check digit is
 * computed: its rule is not published.
 */
export function checkPermanentResidentCard(value: string, today?: string): Refusal | undefined {
  const scheme = 'foreign_permanent_resident_card'
  if (value.length !== 18) return undefined
  if (schemeByPrefix(value) !== scheme) return wrongBeginning(scheme, '9', '9')
  return checkBirth(scheme, value, today) ?? checkLast(scheme, value)
}

type CardScheme = 'resident_id' | 'residence_permit_hk_macao_taiwan' | 'foreign_permanent_resident_card'

function schemeByPrefix(value: string): Exclude<CardScheme, 'resident_id'> | undefined {
  if (/^8[123]/.test(value)) return 'residence_permit_hk_macao_taiwan'
  return value.startsWith('9') ? 'foreign_permanent_resident_card' : undefined
}

/** The message leaves the digits out: a birth date has no place in a log. */
function checkBirth(scheme: CardScheme, value: string, today?: string): Refusal | undefined {
  const digits = value.length === 15 ? `19${value.slice(6, 12)}` : value.slice(6, 14)
  const born = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  if (isRealDate(born) && born >= bornEarliest && (today === undefined || born <= today)) return undefined
  const { label, shownOn } = identifierSchemes[scheme]
  const lastPlace = value.length === 15 ? 12 : 14
  const en = `Characters 7 to ${lastPlace} of the ${inSentence(label.en)} are no real date between 1850 and today`
  return refusal(
    'identifier_date_not_real',
    `${label.zh}第 7 至 ${lastPlace} 位不是 1850 年至今的真实日期，请核对${shownOn.zh}`,
    `${en}; compare it with the ${shownOn.en}`,
  )
}

function checkLast(scheme: CardScheme, value: string): Refusal | undefined {
  if (makeResidentId(value.slice(0, 17)) === value) return undefined
  return wrongCheckCharacter(identifierSchemes[scheme], 18)
}

function wrongBeginning(scheme: CardScheme, zh: string, en: string): Refusal {
  const { label, shownOn } = identifierSchemes[scheme]
  return refusal(
    'identifier_beginning_wrong',
    `${label.zh}应以 ${zh} 开头，请核对${shownOn.zh}或改选证件类型`,
    `The ${inSentence(label.en)} begins with ${en}; compare it with the ${shownOn.en}, or choose another document`,
  )
}

function isRealDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

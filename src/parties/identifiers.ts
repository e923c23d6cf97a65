import { type Refusal, refusal } from '../platform/refusal.ts'
import { compactNumber } from '../search/search-key.ts'
import { isCountryCode } from './countries.ts'
import {
  type IdentifierScheme,
  type IdentifierSchemeInfo,
  identifierSchemes,
  isIdentifierScheme,
} from './identifier-schemes.ts'
import { checkShape, inSentence, wrongCheckCharacter } from './identifier-shape.ts'
import { makeLei } from './lei.ts'
import { makeOrganizationCode } from './organization-code.ts'
import { checkPermanentResidentCard, checkResidencePermit, checkResidentId } from './resident-id.ts'
import { makeUscc } from './uscc.ts'

export {
  type IdentifierScheme,
  type IdentifierSchemeInfo,
  identifierSchemes,
  identifierSchemesFor,
  isIdentifierScheme,
  type PartyKind,
} from './identifier-schemes.ts'

/**
 * Whether a party's number is well formed: formal examination only, it never asks whether the number was given to
 * anybody. Small letters, spaces, hyphens and full-width digits are accepted, as normalizeIdentifier takes them out.
 *
 * Codes, in order of precedence: identifier_scheme_unknown, identifier_missing, identifier_control_character,
 * identifier_country_missing, identifier_country_unknown, identifier_length_wrong, identifier_character_not_allowed,
 * then those of the scheme: identifier_beginning_wrong, identifier_division_unknown, identifier_date_not_real,
 * identifier_check_character_wrong. identifier_scheme_wrong says that the number belongs under another scheme: a
 * foreign number with the country CN, or a resident number that is another card's.
 *
 * @param country ISO 3166-1 alpha-2; for schemes that need none it is passed over
 * @param today the Beijing date, YYYY-MM-DD; without it a birth date in the future is not noticed
 */
export function checkIdentifier(scheme: string, value: string, country?: string, today?: string): Refusal | undefined {
  if (!isIdentifierScheme(scheme)) return unknownScheme()
  const info: IdentifierSchemeInfo = identifierSchemes[scheme]
  const normal = normalizeIdentifier(scheme, value)
  if (normal === '') return missing(info)
  if (hostile.test(value)) return hasControlCharacter(info)
  return checkCountry(scheme, country) ?? checkShape(info, normal) ?? furtherChecks[scheme]?.(normal, today)
}

/**
 * The form in which a number is shown and stored: NFKC, capitals, without spaces, hyphens and invisible characters. A
 * number that fails the checks, and one of an unknown scheme, gets the same treatment and no judgement.
 */
export function normalizeIdentifier(_scheme: string, value: string): string {
  return compactNumber(value)
}

type Check = (value: string, today?: string) => Refusal | undefined

/** What is judged beyond the shape. Schemes that are not here have no check character that the register knows. */
const furtherChecks: Partial<Record<IdentifierScheme, Check>> = {
  uscc: (value) => checkLast('uscc', makeUscc(value.slice(0, 17)) === value, 18),
  organization_code: (value) => checkLast('organization_code', makeOrganizationCode(value.slice(0, 8)) === value, 9),
  lei: (value) => checkLast('lei', makeLei(value.slice(0, 18)) === value, 19, 20),
  resident_id: checkResidentId,
  residence_permit_hk_macao_taiwan: checkResidencePermit,
  foreign_permanent_resident_card: checkPermanentResidentCard,
}

/** Controls other than white space, and characters that turn the direction of what follows. */
const hostile = /[[\p{Cc}--\p{White_Space}]\p{Bidi_Control}]/v

function checkLast(scheme: IdentifierScheme, matches: boolean, place: number, lastPlace?: number): Refusal | undefined {
  return matches ? undefined : wrongCheckCharacter(identifierSchemes[scheme], place, lastPlace)
}

function checkCountry(scheme: IdentifierScheme, country: string | undefined): Refusal | undefined {
  const { label, countryRequired } = identifierSchemes[scheme]
  if (!countryRequired) return undefined
  const code = compactNumber(country ?? '')
  if (code === '') {
    return refusal(
      'identifier_country_missing',
      `${label.zh}须注明国家或地区，请选择`,
      `The ${inSentence(label.en)} needs its country or region; choose it`,
    )
  }
  if (!isCountryCode(code)) {
    return refusal(
      'identifier_country_unknown',
      '没有这个国家或地区代码，请用 ISO 3166-1 的两个字母，例如 DE',
      'There is no such country or region code; use the two letters of ISO 3166-1, for example DE',
    )
  }
  if (scheme === 'foreign_registration' && code === 'CN') {
    return refusal(
      'identifier_scheme_wrong',
      '境内组织不用境外注册号，请改填统一社会信用代码或组织机构代码',
      'A mainland organisation has no foreign number; give its unified social credit code or organisation code',
    )
  }
  return undefined
}

function unknownScheme(): Refusal {
  return refusal(
    'identifier_scheme_unknown',
    '没有这种证件或代码类型，请从列表中选择',
    'There is no such kind of number; choose one from the list',
  )
}

function missing({ label, shownOn }: IdentifierSchemeInfo): Refusal {
  return refusal(
    'identifier_missing',
    `请填写${label.zh}，见${shownOn.zh}`,
    `Enter the ${inSentence(label.en)}; it is on the ${shownOn.en}`,
  )
}

function hasControlCharacter({ label }: IdentifierSchemeInfo): Refusal {
  return refusal(
    'identifier_control_character',
    `${label.zh}中有看不见的控制字符，请删去后重新手工输入`,
    `The ${inSentence(label.en)} holds an invisible control character; clear the field and type the number by hand`,
  )
}

import { identifierSchemes, isIdentifierScheme } from '../parties/identifier-schemes.ts'
import type { Address, Identifier } from '../parties/party.ts'
import { type Text, text } from '../platform/text.ts'
import { purposes } from '../search/search-query.ts'

/** How a certificate writes numbers, times, money and the words of closed lists. Pure. */

export {
  groupsOfFour,
  thousands,
  writtenDate as calendarDay,
  writtenExactMoment as exactMoment,
  writtenMoment as moment,
  writtenMoney as money,
} from '../platform/written-form.ts'
export { filingKindLabels } from '../registrations/registration-wording.ts'

/** The kind of number in words. */
export function schemeLabel(scheme: string): Text {
  return isIdentifierScheme(scheme) ? identifierSchemes[scheme].label : text(scheme, scheme)
}

/** 91310000MA1FL0001X, with the country that gave it where that is part of the identifier. */
export function identifierValue(identifier: Pick<Identifier, 'value' | 'country'>): string {
  return identifier.country
    ? `${identifier.value}（${identifier.country} ${countryName(identifier.country).zh}）`
    : identifier.value
}

/** An address on one line: what was filed, then the division and country. */
export function addressLine(address: Address): string {
  const division = address.division ? `行政区划 ${address.division}，` : ''
  return `${address.line}（${division}${address.country} ${countryName(address.country).zh}）`
}

const chineseNames = new Intl.DisplayNames(['zh-CN'], { type: 'region', fallback: 'code' })
const englishNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })

/** Regions that are not countries are named as Chinese official documents name them. */
const REGIONS: Readonly<Record<string, Text>> = {
  HK: text('中国香港', 'Hong Kong, China'),
  MO: text('中国澳门', 'Macao, China'),
  TW: text('中国台湾', 'Taiwan, China'),
}

/** The name of a country or region (ISO 3166-1 alpha-2). */
export function countryName(code: string): Text {
  return REGIONS[code] ?? text(chineseNames.of(code) ?? code, englishNames.of(code) ?? code)
}

/** How a search was made, and by which part of it a registration was found. */
export const searchedByLabels: Readonly<Record<string, Text>> = {
  organizationName: text('机构名称', 'Registered name of an organisation'),
  organizationIdentifier: text('机构代码', 'Code of an organisation'),
  individualId: text('个人身份证件号码', 'Identity number of an individual'),
  registrationNumber: text('登记证明编号', 'Registration number'),
  assetIdentifier: text('财产标识', 'Asset identifier'),
}

export function searchedBy(by: string): Text {
  return searchedByLabels[by] ?? text(by, by)
}

export function purposeLabel(purpose: string): Text {
  return Object.hasOwn(purposes, purpose) ? purposes[purpose as keyof typeof purposes] : text(purpose, purpose)
}

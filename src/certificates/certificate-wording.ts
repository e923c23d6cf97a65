import { identifierSchemes, isIdentifierScheme } from '../parties/identifier-schemes.ts'
import type { Address, Identifier } from '../parties/party.ts'
import { beijingDate, microsecondsOf, rfc3339 } from '../platform/clock.ts'
import { type Text, text } from '../platform/text.ts'
import { purposes } from '../search/search-query.ts'
import type { FilingKind, Money } from './certificate-facts.ts'

/** How a certificate writes numbers, times, money and the words of closed lists. Pure. */

/** 20261122 0123 … : digits in groups of four. */
export function groupsOfFour(number: string): string {
  return number.replace(/.{4}(?=.)/gu, '$& ')
}

/** A moment in Beijing time, to the second. @param time RFC 3339 in UTC with up to six decimals */
export function moment(time: string): Text {
  return momentWith(time, 19)
}

/** A moment in Beijing time, to the microsecond: what rank hangs on. */
export function exactMoment(time: string): Text {
  return momentWith(time, 26)
}

function momentWith(time: string, characters: number): Text {
  const microseconds = microsecondsOf(time)
  const clock = rfc3339(microseconds + BEIJING_OFFSET_MICROSECONDS).slice(11, characters)
  const day = calendarDay(beijingDate(microseconds))
  return text(`${day.zh} ${clock}（北京时间）`, `${day.en} ${clock} (UTC+8)`)
}

const BEIJING_OFFSET_MICROSECONDS = 8 * 3_600 * 1_000_000
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 2026年11月22日, 22 Nov 2026. Anything that is not YYYY-MM-DD stays as it is. */
export function calendarDay(date: string): Text {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? []
  if (!year) return text(date, date)
  return text(`${year}年${Number(month)}月${Number(day)}日`, `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`)
}

/** 1,234,567.00 from a decimal string or a number. */
export function thousands(value: string | number): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** CNY 1,234,567.00 */
export function money({ currency, amount }: Money): string {
  return `${currency} ${thousands(amount)}`
}

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

export const filingKindLabels: Readonly<Record<FilingKind, Text>> = {
  initial: text('初始登记', 'Initial registration'),
  amendment: text('变更登记', 'Amendment'),
  renewal: text('展期登记', 'Renewal'),
  discharge: text('注销登记', 'Discharge'),
  objection: text('异议登记', 'Objection'),
  objection_withdrawal: text('撤回异议', 'Withdrawal of an objection'),
  case_acceptance: text('异议案件受理通知', 'Notice of case acceptance'),
  objection_lapse: text('异议失效', 'Lapse of an objection'),
  revocation: text('撤销登记', 'Revocation'),
  correction: text('登记机构更正', 'Registrar’s correction'),
  reinstatement: text('恢复登记', 'Reinstatement'),
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

import { schemeLabel, writtenIdentifier } from '../parties/party-wording.ts'
import { microsecondsOf } from '../platform/clock.ts'
import { type Text, text } from '../platform/text.ts'
import { groupsOfFour, thousands, writtenMomentInBrackets } from '../platform/written-form.ts'
import { purposes } from './search-query.ts'

/** What pages say of searches and their results. Pure. */

/** The ways of searching, in the order in which they are offered. Also how a match says by what it was found. */
export const searchedByLabels = {
  organizationName: text('机构名称', 'Registered name of an organisation'),
  organizationIdentifier: text('机构代码', 'Code of an organisation'),
  individualId: text('个人证件号码', 'Identity number of an individual'),
  registrationNumber: text('登记证明编号', 'Registration number'),
  assetIdentifier: text('财产标识', 'Asset identifier'),
} as const satisfies Record<string, Text>

export type SearchedBy = keyof typeof searchedByLabels

export function isSearchedBy(by: unknown): by is SearchedBy {
  return typeof by === 'string' && Object.hasOwn(searchedByLabels, by)
}

export function searchedByLabel(by: string): Text {
  return isSearchedBy(by) ? searchedByLabels[by] : text(by, by)
}

export function purposeLabel(purpose: string): Text {
  return Object.hasOwn(purposes, purpose) ? purposes[purpose as keyof typeof purposes] : text(purpose, purpose)
}

/** A query as it is recorded. Its shape follows from `by`. */
export type RecordedQuery = { by: string } & Record<string, unknown>

/** What was searched for, as it stands in the sentence of the answer. */
function queryWords(query: RecordedQuery): Text {
  const { by, name, value, scheme, country, identifier } = query as RecordedQuery & {
    name?: string
    value?: string
    scheme?: string
    country?: string
    identifier?: { scheme: string; value: string; country?: string }
  }
  if (by === 'organizationName') {
    if (!identifier) return text(`以“${name}”为名称`, `for the name “${name}”`)
    const code = written(identifier)
    return text(
      `以“${name}”为名称或者以${code.zh} 为代码（符合其一即列出）`,
      `for the name “${name}” or the ${code.en} (either matches)`,
    )
  }
  if (scheme !== undefined) {
    const number = written({ scheme, value: value ?? '', ...(country && { country }) })
    return text(`以${number.zh} 查询`, `by the ${number.en}`)
  }
  const shown = by === 'registrationNumber' ? groupsOfFour(value ?? '') : (value ?? '')
  const label = searchedByLabel(by)
  return text(`以${label.zh} ${shown} 查询`, `by the ${lowerFirst(label.en)} ${shown}`)
}

function written(identifier: { scheme: string; value: string; country?: string }): Text {
  const [label, value] = [schemeLabel(identifier.scheme), writtenIdentifier(identifier)]
  return text(`${label.zh} ${value.zh}`, `${lowerFirst(label.en)} ${value.en}`)
}

/** The answer in one sentence. @param count of registrations in effect */
export function answerSentence(search: {
  query: RecordedQuery
  asOf: { sequence: number; time: string }
  count: number
}): Text {
  const { query, asOf, count } = search
  const moment = writtenMomentInBrackets(asOf.time)
  const asked = queryWords(query)
  const zhFound = count === 0 ? '没有查得在效登记' : `共查得 ${thousands(count)} 项在效登记`
  const enFound =
    count === 0
      ? 'No registrations in effect were found'
      : `${thousands(count)} ${count === 1 ? 'registration' : 'registrations'} in effect ${count === 1 ? 'was' : 'were'} found`
  return text(
    `截至第 ${thousands(asOf.sequence)} 号登记（${moment.zh}），${asked.zh}，${zhFound}。`,
    `${enFound} ${asked.en}, as of filing ${thousands(asOf.sequence)} (${moment.en}).`,
  )
}

/** What a search that was not made by registered name does not find. Undefined for one that was. */
export function narrowSearchWarning(by: string): Text | undefined {
  return Object.hasOwn(narrowSearches, by) ? narrowSearches[by as keyof typeof narrowSearches] : undefined
}

const narrowSearches = {
  organizationIdentifier: text(
    '本次只按代码查询，不是按登记名称的查询：以其他代码登记的，不在结果内。请再按名称查询。',
    'This search was by code alone and is no search by registered name: registrations under another code are not in it. Search by the name too.',
  ),
  registrationNumber: text(
    '本次只按登记证明编号查询，不是按担保人名称的查询：同一担保人的其他登记不在结果内。',
    'This search was by registration number alone and is no search by registered name: other registrations against the same debtor are not in it.',
  ),
  assetIdentifier: text(
    '本次只按财产标识查询，不是按担保人名称的查询：登记时没有填写该标识，或者只作概括描述的财产，不在结果内。请再按担保人查询。',
    'This search was by asset identifier alone and is no search by registered name: assets filed without it, or described in general terms, are not in it. Search the debtor too.',
  ),
} as const

/** A search of the present states a moment no older than this. */
const PRESENT_SECONDS = 60

/** What a search as of an earlier moment does not count. Undefined for a search of the present. */
export function pastWarning(search: { searchedAt: string; asOf: { time: string } }): Text | undefined {
  const older = microsecondsOf(search.searchedAt) - microsecondsOf(search.asOf.time)
  return older > PRESENT_SECONDS * 1_000_000 ? past : undefined
}

const past = text(
  '本次查询的是过去的时点：其后的登记、变更、注销都没有计入，结果不是现状。',
  'This search was as of an earlier moment: nothing that was filed after it is counted, and the result is not the present.',
)

export const notCovered = text(
  '查询不反映未登记的权利、其他登记机构的登记、留置权、以占有或者控制公示的权利、司法查封，以及交付后十日内仍可登记的价款担保（民法典第四百一十六条）。',
  'The result does not show unregistered rights, other registers, liens by law, rights by possession or control, seizures, or price security that may still be registered within ten days of delivery (Civil Code art. 416).',
)

export const rankingNote = text(
  '次序按登记时间先后，仅供参考，不是对清偿顺序的认定；民法典第四百零四条、第四百一十五条、第四百一十六条、第七百六十八条的特别规则未计入。',
  'Ranks follow the filing time. They inform and decide no priority; the special rules of Civil Code arts. 404, 415, 416 and 768 are not applied.',
)

/** Acronyms keep their capitals. */
function lowerFirst(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

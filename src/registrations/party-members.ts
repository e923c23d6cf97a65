import type { Identifier } from '../parties/party.ts'
import { identifierSearchKey } from '../search/search-key.ts'
import type { Member } from './registration-state.ts'

/** One of these parties, or who it was before, goes by this identifier as search would find it. Pure. */
export function isAmong(members: readonly Member[], identifier: Identifier): boolean {
  const wanted = keyOf(identifier)
  return members.some(({ party, former }) => [party, ...former.map((each) => each.party)].some(isWanted))

  function isWanted(party: Member['party']): boolean {
    return keyOf(party.identifier) === wanted
  }
}

/** The place of the first party that stands in a list twice, by identifier; -1: none does. */
export function repeatedAt(members: readonly Pick<Member, 'party'>[]): number {
  const keys = members.map(({ party }) => keyOf(party.identifier))
  return keys.findIndex((key, at) => keys.indexOf(key) < at)
}

const keyOf = ({ scheme, value, country }: Identifier) => identifierSearchKey(scheme, value, country)

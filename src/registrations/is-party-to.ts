import type { Person } from '../accounts/person.ts'
import type { Party } from '../parties/party.ts'
import { identifierSearchKey } from '../search/search-key.ts'
import type { Member } from './registration-state.ts'

/**
 * Whether a person is a party to a registration: its account is the filer's, or its verified number is that of a
 * secured party or debtor, of the organisation that a branch belongs to, or of an individual business's owner.
 */
export function isPartyTo(
  person: Pick<Person, 'account' | 'identifierKey'>,
  registration: { account: number; partyKeys: readonly string[] },
): boolean {
  if (person.account === registration.account) return true
  return person.identifierKey !== null && registration.partyKeys.includes(person.identifierKey)
}

/** The search keys of a registration's parties, under every number that each has or had in it. */
export function partyKeysOf(state: { securedParties: readonly Member[]; debtors: readonly Member[] }): string[] {
  const parties = [...state.securedParties, ...state.debtors].flatMap(({ party, former }) => [
    party,
    ...former.map((each) => each.party),
  ])
  return [...new Set(parties.flatMap(keysOf))]
}

function keysOf(party: Party): string[] {
  const { identifier } = party
  const others = party.kind === 'organization' ? [party.parent?.identifier, party.owner?.identifier] : []
  return [identifier, ...others]
    .filter((each) => each !== undefined)
    .map((each) => identifierSearchKey(each.scheme, each.value, each.country))
}

import type { Party } from '../parties/party.ts'
import { blankParty } from './pages/party-fields.ts'
import { newPartyId } from './pages/typed-fields.ts'
import type { RegistrationState } from './registration-state.ts'
import type { TypedMoney, TypedParty, TypedRelative, TypedTerms } from './typed-answers.ts'

/** What was filed, as a person would have typed it: where a correction begins. */
export function partyAsTyped(party: Party): TypedParty {
  const blank = blankParty(party.kind, newPartyId())
  const organization = party.kind === 'organization' ? party : undefined
  return {
    ...blank,
    ...relativeAsTyped(party, blank),
    share: party.share ?? '',
    parent: organization?.parent ? relativeAsTyped(organization.parent, blank.parent) : blank.parent,
    owner: organization?.owner ? relativeAsTyped(organization.owner, blank.owner) : blank.owner,
  }
}

type Relative = Partial<Pick<Party, 'name' | 'address'>> & Pick<Party, 'identifier'> & { representative?: string }

function relativeAsTyped({ name, identifier, address, representative }: Relative, blank: TypedRelative): TypedRelative {
  return {
    name: name ?? '',
    identifier: { country: '', ...identifier },
    address: address ? { division: '', ...address } : blank.address,
    representative: representative ?? '',
  }
}

export function termsAsTyped(terms: RegistrationState['terms']): TypedTerms {
  return {
    termMonths: '',
    securedAmount: moneyAsTyped(terms.securedAmount),
    maximumAmountSecurity: yesNoAsTyped(terms.maximumAmountSecurity),
    ceiling: moneyAsTyped(terms.ceiling),
    scope: terms.scope ?? '',
    negativePledge: yesNoAsTyped(terms.negativePledge),
    purchaseMoney: terms.purchaseMoney ? 'yes' : '',
    deliveredOn: terms.purchaseMoney?.deliveredOn ?? '',
    contracts: (terms.contracts ?? []).map(({ number, name, date }) => ({
      number,
      name: name ?? '',
      date: date ?? '',
    })),
    filerReference: terms.filerReference ?? '',
  }
}

/** A cell of an item. Choices stay as their values, which their controls show by their labels. */
export function valueAsTyped(value: unknown): string {
  if (value === true) return 'yes'
  if (value === false) return 'no'
  return value === undefined || value === null ? '' : String(value)
}

/** The same whatever the order of its names: two things that say the same are written the same. */
export function writtenSorted(value: unknown): string {
  return JSON.stringify(value, (_name, each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}

function moneyAsTyped(money: TypedMoney | undefined): TypedMoney {
  return money ? { currency: money.currency, amount: money.amount } : { currency: 'CNY', amount: '' }
}

function yesNoAsTyped(value: boolean | undefined): string {
  return value === undefined ? '' : value ? 'yes' : 'no'
}

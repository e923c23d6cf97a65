import type { Change } from '../registrations/amendment-changes.ts'
import { applyChange } from '../registrations/apply-change.ts'
import { isRefusal } from '../registrations/change-refusals.ts'
import type { FoldedFiling, Member, RegistrationState } from '../registrations/registration-state.ts'
import { partySummary } from '../registrations/search-index.ts'
import type { Replaced } from './certificate-facts.ts'

/**
 * What each change of an amendment met: a place in a list ("party 2") says nothing to a reader of the certificate, so
 * the party, amount or items that stood there are stated. Changes apply in their order, each on the state that the one
 * before it left. Pure.
 * @param before the registration before the amendment
 */
export function replacedBy(before: RegistrationState, amendment: FoldedFiling): Replaced[] {
  let state = before
  return (amendment.content.changes as Change[]).map((change) => {
    const after = applyChange(state, change, amendment)
    if (isRefusal(after)) throw new Error(`filing ${amendment.sequence} cannot be folded: ${after.code}`)
    const replaced = replacedByOne(state, change, after)
    state = after
    return replaced
  })
}

function replacedByOne(before: RegistrationState, change: Change, after: RegistrationState): Replaced {
  switch (change.type) {
    case 'release_collateral': {
      const items = after.released.at(-1)?.items as Record<string, unknown>[] | undefined
      return items ? { items } : {}
    }
    case 'release_debtor':
      return partyAt(before.debtors, change.index)
    case 'rename_party':
      return partyAt(change.role === 'debtor' ? before.debtors : before.securedParties, change.index)
    case 'transfer_secured_party':
      return partyAt(before.securedParties, change.index)
    case 'change_amount': {
      const { securedAmount } = before.terms
      return securedAmount ? { securedAmount } : {}
    }
    default:
      return {}
  }
}

function partyAt(members: readonly Member[], index: number): Replaced {
  const member = members[index]
  return member ? { party: partySummary(member.party) } : {}
}

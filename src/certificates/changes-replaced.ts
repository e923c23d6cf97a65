import type { Change } from '../registrations/amendment-changes.ts'
import { applyChange, type ChangeOf } from '../registrations/apply-change.ts'
import { itemMatches } from '../registrations/apply-collateral-change.ts'
import { isRefusal } from '../registrations/change-refusals.ts'
import type { FoldedFiling, Member, RegistrationState } from '../registrations/registration-state.ts'
import { partySummary } from '../registrations/search-index.ts'
import type { Replaced, Terms } from './act-facts.ts'

/**
 * What each change of a filing met: a place in a list ("party 2") says nothing to a reader of the certificate, so the
 * party, amount or items that stood there are stated. Changes apply in their order, each on the state that the one
 * before it left. Pure.
 * @param before the registration before the filing
 */
export function replacedBy(before: RegistrationState, filing: FoldedFiling): Replaced[] {
  let state = before
  return (filing.content.changes as Change[]).map((change) => {
    const after = applyChange(state, change, filing)
    if (isRefusal(after)) throw new Error(`filing ${filing.sequence} cannot be folded: ${after.code}`)
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
    case 'divide_party':
      return partyAt(sideOf(before, change.role), change.index)
    case 'merge_parties': {
      const side = sideOf(before, change.role)
      return { parties: change.indexes.flatMap((index) => partyAt(side, index).party ?? []) }
    }
    case 'transfer_secured_party':
      return partyAt(before.securedParties, change.index)
    case 'transfer_asset': {
      const items = (change.items ?? []).flatMap((wanted) => itemsLike(before, wanted))
      return { ...partyAt(before.debtors, change.index), ...(items.length > 0 && { items: [...new Set(items)] }) }
    }
    case 'change_amount': {
      const { securedAmount } = before.terms
      return securedAmount ? { securedAmount } : {}
    }
    case 'correction':
      return replacedByCorrection(before, change)
    case 'add_collateral':
    case 'add_debtor':
    case 'rank_note':
      return {}
  }
}

/** Each thing put right, as it was. A term that was not there before is not in it. */
function replacedByCorrection(before: RegistrationState, change: ChangeOf<'correction'>): Replaced {
  const { party, terms, item, description } = change
  const whole = party && sideOf(before, party.role)[party.index]?.party
  const was = description && before.collateral[description.part]?.description
  return {
    ...(whole && { whole }),
    ...(terms && { terms: termsNamed(before.terms, Object.keys(terms)) }),
    ...(item && { items: itemsLike(before, item.was) }),
    ...(was !== undefined && { description: was }),
  }
}

function termsNamed(terms: Terms, names: readonly string[]): Partial<Terms> {
  return Object.fromEntries(Object.entries(terms).filter(([name]) => names.includes(name)))
}

function itemsLike({ collateral }: RegistrationState, wanted: Record<string, unknown>): Record<string, unknown>[] {
  return collateral.flatMap((part) => (part.items ?? []).filter((item) => itemMatches(item, wanted)))
}

function sideOf(state: RegistrationState, role: 'debtor' | 'securedParty'): readonly Member[] {
  return role === 'debtor' ? state.debtors : state.securedParties
}

function partyAt(members: readonly Member[], index: number): Replaced {
  const member = members[index]
  return member ? { party: partySummary(member.party) } : {}
}

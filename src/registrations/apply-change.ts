import type { Refusal } from '../platform/refusal.ts'
import type { Change } from './amendment-changes.ts'
import { addCollateral, correctDescription, correctItem, releaseCollateral } from './apply-collateral-change.ts'
import {
  addDebtor,
  correctParty,
  divideParty,
  mergeParties,
  releaseDebtor,
  renameParty,
  transferAsset,
  transferSecuredParty,
} from './apply-party-change.ts'
import { changeEmpty, isRefusal } from './change-refusals.ts'
import type { FoldedFiling, RegistrationState } from './registration-state.ts'

export type At = Pick<FoldedFiling, 'sequence' | 'filedAt' | 'filedOn'>
export type ChangeOf<T extends Change['type']> = Extract<Change, { type: T }>
export type Applied = RegistrationState | Refusal

/**
 * One change of an amendment on the state before it: the state after, or why it cannot be. Pure; the fold applies the
 * same function to what was accepted, so judging and reading cannot disagree. Pointers are relative to the change.
 */
export function applyChange(state: RegistrationState, change: Change, at: At): Applied {
  switch (change.type) {
    case 'add_collateral':
      return addCollateral(state, change, at)
    case 'release_collateral':
      return releaseCollateral(state, change, at)
    case 'add_debtor':
      return addDebtor(state, change, at)
    case 'release_debtor':
      return releaseDebtor(state, change)
    case 'rename_party':
      return renameParty(state, change, at)
    case 'transfer_secured_party':
      return transferSecuredParty(state, change, at)
    case 'merge_parties':
      return mergeParties(state, change, at)
    case 'divide_party':
      return divideParty(state, change, at)
    case 'transfer_asset':
      return transferAsset(state, change, at)
    case 'change_amount':
      return withTerms(state, { securedAmount: change.securedAmount }, at)
    case 'rank_note': {
      const note = { sequence: at.sequence, filedAt: at.filedAt, text: change.text }
      return { ...state, rankNotes: [...state.rankNotes, note] }
    }
    case 'correction':
      return correct(state, change, at)
  }
}

/** A correction 更正 may put several things right; all of them stand, or none does. */
function correct(state: RegistrationState, change: ChangeOf<'correction'>, at: At): Applied {
  const { party, terms, item, description } = change
  if (!party && !terms && !item && !description) return changeEmpty
  const termed = terms ? withTerms(state, terms, at) : state
  let after: Applied = party ? correctParty(termed, party, at) : termed
  if (item && !isRefusal(after)) after = correctItem(after, item, at)
  if (description && !isRefusal(after)) after = correctDescription(after, description, at)
  return after
}

/** Terms replaced by others. An amount that was secured before is kept with the filing that ended it. */
function withTerms(state: RegistrationState, terms: Partial<RegistrationState['terms']>, at: At): RegistrationState {
  const changed = { ...state, terms: { ...state.terms, ...terms } }
  const { securedAmount } = state.terms
  if (!terms.securedAmount || JSON.stringify(securedAmount) === JSON.stringify(terms.securedAmount)) return changed
  const former = { ...(securedAmount && { securedAmount }), untilSequence: at.sequence, until: at.filedAt }
  return { ...changed, formerAmounts: [...state.formerAmounts, former] }
}

import type { Change } from './amendment-changes.ts'
import { applyChange, isRefusal } from './apply-change.ts'
import { expiresOn } from './expiry.ts'
import { beginState, type FoldedFiling, type RegistrationState, withFiling } from './registration-state.ts'

/** Folds a registration from its filings, in order. Throws when they are not a registration's: a bug or tampering. */
export function foldRegistration(filings: readonly FoldedFiling[]): RegistrationState {
  const [first, ...rest] = filings
  if (first?.kind !== 'initial') throw new Error('a registration begins with an initial filing')
  return rest.reduce(applyFiling, beginState(first))
}

/** The state after one accepted filing. */
export function applyFiling(state: RegistrationState, filing: FoldedFiling): RegistrationState {
  return withFiling(effectOf(state, filing), filing)
}

function effectOf(state: RegistrationState, filing: FoldedFiling): RegistrationState {
  const { content, sequence, filedAt } = filing
  switch (filing.kind) {
    case 'renewal': {
      const termMonths = state.termMonths + Number(content.additionalMonths)
      return { ...state, termMonths, expiresOn: expiresOn(state.filedOn, termMonths) }
    }
    case 'discharge':
      return { ...state, ended: { status: 'discharged', sequence, filedAt } }
    case 'amendment':
      return (content.changes as Change[]).reduce((before, change) => {
        const after = applyChange(before, change, filing)
        if (isRefusal(after)) throw new Error(`filing ${sequence} cannot be folded: ${after.code}`)
        return after
      }, state)
    default:
      throw new Error(`filing ${sequence} is of a kind that has no effect here: ${filing.kind}`)
  }
}

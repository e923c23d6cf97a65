import { type Member, type RegistrationState, statusOn } from '../registrations/registration-state.ts'
import { partySummary } from '../registrations/search-index.ts'
import type { Standing, StandingCollateral, StandingParty } from './certificate-facts.ts'

/** A registration as an act's certificate states it. Pure. @param filedOn the Beijing day of the act */
export function standingAfter(state: RegistrationState, filedOn: string): Standing {
  const { securedAmount } = state.terms
  return {
    status: statusOn(state, filedOn),
    ...(state.ended && { endedAt: state.ended.filedAt }),
    initialFiling: { sequence: state.registration, filedAt: state.filedAt },
    termMonths: state.termMonths,
    ...(securedAmount && { securedAmount }),
    securedParties: state.securedParties.map(standingParty),
    debtors: state.debtors.map(standingParty),
  }
}

/** Its collateral in parts by rank, and what words alone say of it. Pure. */
export function standingCollateral(state: RegistrationState): StandingCollateral {
  return {
    collateral: state.collateral,
    releasedInWords: state.released.flatMap(({ sequence, filedAt, description }) =>
      description === undefined ? [] : [{ sequence, filedAt, description }],
    ),
    rankNotes: state.rankNotes,
  }
}

function standingParty({ party, former }: Member): StandingParty {
  const earlier = former.map((each) => ({ ...partySummary(each.party), changedOn: each.changedOn }))
  return { ...partySummary(party), ...(earlier.length > 0 && { former: earlier }) }
}

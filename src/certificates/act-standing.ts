import { acceptanceDueOn, objectionStatusOn, tellingDueOn } from '../registrations/objection-rules.ts'
import { isOpen, type Objection } from '../registrations/objection-state.ts'
import { type Member, type RegistrationState, statusOn } from '../registrations/registration-state.ts'
import { partySummary } from '../registrations/search-index.ts'
import type { ObjectionMet, Standing, StandingCollateral, StandingObjection, StandingParty } from './act-facts.ts'
import type { PartySummary } from './certificate-facts.ts'

/** Debtors there ever were, by ordinal, each as it was last named. */
export type DebtorsEver = ReadonlyMap<number, PartySummary>

/** A registration as an act's certificate states it. Pure. @param filedOn the Beijing day of the act */
export function standingAfter(state: RegistrationState, filedOn: string, ever: DebtorsEver): Standing {
  const { securedAmount } = state.terms
  const { formerAmounts, gaps } = state
  const open = state.objections.filter((each) => isOpen({ status: objectionStatusOn(each, filedOn) }))
  return {
    status: statusOn(state, filedOn),
    ...(state.ended && { endedAt: state.ended.filedAt }),
    initialFiling: { sequence: state.registration, filedAt: state.filedAt },
    termMonths: state.termMonths,
    ...(securedAmount && { securedAmount }),
    ...(formerAmounts.length > 0 && { formerAmounts: formerAmounts.map(formerAmount) }),
    securedParties: state.securedParties.map((each) => standingParty(state, each, ever)),
    debtors: state.debtors.map((each) => standingParty(state, each, ever)),
    ...(open.length > 0 && { openObjections: open.map(standingObjection) }),
    ...(gaps.length > 0 && { gaps }),
  }
}

/** Its collateral in parts by rank, what words alone say of it, and its other terms. Pure. */
export function standingCollateral(state: RegistrationState): StandingCollateral {
  const { securedAmount: _stands, filerReference: _own, ...terms } = state.terms
  return {
    collateral: state.collateral,
    releasedInWords: state.released.flatMap(({ sequence, filedAt, description, revoked }) =>
      description === undefined ? [] : [{ sequence, filedAt, description, ...(revoked && { revoked }) }],
    ),
    rankNotes: state.rankNotes,
    ...(Object.keys(terms).length > 0 && { terms }),
  }
}

/** An objection as the certificate of an act on it states it. Pure. */
export function objectionMet(objection: Objection): ObjectionMet {
  const { filingNumber, sequence, filedAt, filedOn, objector, isDebtor, acceptance } = objection
  const { statement, relation, demandedOn, refused } = objection
  return {
    ...{ filingNumber, sequence, filedAt, objector, isDebtor, statement, relation, demandedOn, refused },
    tellingDueOn: tellingDueOn(filedOn),
    acceptanceDueOn: acceptanceDueOn(filedOn),
    ...(acceptance && { acceptance }),
  }
}

function standingObjection(objection: Objection): StandingObjection {
  const { filingNumber, sequence, filedAt, objector, isDebtor, acceptance, filedOn } = objection
  return {
    ...{ filingNumber, sequence, filedAt, objector, isDebtor },
    acceptanceDueOn: acceptanceDueOn(filedOn),
    ...(acceptance && { acceptance }),
  }
}

function formerAmount({ securedAmount, untilSequence, until }: RegistrationState['formerAmounts'][number]) {
  return { ...(securedAmount && { securedAmount }), until: { sequence: untilSequence, filedAt: until } }
}

function standingParty(state: RegistrationState, member: Member, ever: DebtorsEver): StandingParty {
  const { party, former, fromSequence, acquired } = member
  const earlier = former.map((each) => ({ ...partySummary(each.party), changedOn: each.changedOn }))
  const joined = fromSequence === state.registration ? undefined : placeOf(state, fromSequence)
  const from = acquired && ever.get(acquired.from)
  return {
    ...partySummary(party),
    ...(earlier.length > 0 && { former: earlier }),
    ...(joined && { since: joined }),
    ...(acquired && { acquired: { ...(from && { from }), on: acquired.on } }),
  }
}

function placeOf(state: RegistrationState, sequence: number) {
  const filing = state.filings.find((each) => each.sequence === sequence)
  return filing && { sequence, filedAt: filing.filedAt }
}

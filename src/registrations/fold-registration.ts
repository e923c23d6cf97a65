import type { Change } from './amendment-changes.ts'
import { applyChange } from './apply-change.ts'
import { isRefusal } from './change-refusals.ts'
import { expiresOn } from './expiry.ts'
import { type Objection, type ObjectionContent, withObjection } from './objection-state.ts'
import { isAmong } from './party-members.ts'
import { beginState, type FoldedFiling, type RegistrationState, withFiling } from './registration-state.ts'
import type { Revocation } from './revoke.ts'

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
    case 'correction':
      return withChanges(state, content.changes as Change[], filing)
    case 'objection':
      return { ...state, objections: [...state.objections, objectionOf(state, filing)] }
    case 'objection_withdrawal':
      return endObjection(state, filing, 'withdrawn')
    case 'objection_lapse':
      return endObjection(state, filing, 'lapsed')
    case 'case_acceptance': {
      const { objection, court, caseNumber, acceptedOn } = content as Record<string, string>
      const acceptance = { court: court!, caseNumber: caseNumber!, acceptedOn: acceptedOn!, sequence, filedAt }
      return {
        ...state,
        objections: withObjection(state.objections, objection!, { status: 'case_accepted', acceptance }),
      }
    }
    case 'revocation':
      return revoke(state, content as Revocation, filing)
    case 'reinstatement': {
      if (!state.ended) throw new Error(`filing ${sequence} reinstates what has not ended`)
      const { ended, ...standing } = state
      const { status, ...from } = ended
      return { ...standing, gaps: [...state.gaps, { status, from, until: { sequence, filedAt } }] }
    }
    case 'initial':
      throw new Error(`filing ${sequence} begins a registration that has begun`)
  }
}

/** All changes in their order. Throws when one cannot be applied: it was judged before it was filed. */
function withChanges(state: RegistrationState, changes: readonly Change[], filing: FoldedFiling): RegistrationState {
  return changes.reduce((before, change) => {
    const after = applyChange(before, change, filing)
    if (isRefusal(after)) throw new Error(`filing ${filing.sequence} cannot be folded: ${after.code}`)
    return after
  }, state)
}

function objectionOf(state: RegistrationState, filing: FoldedFiling): Objection {
  const { content, filingNumber, sequence, filedAt, filedOn, account } = filing
  const { statement, relation, demandedOn, refused, objector } = content as ObjectionContent
  return {
    ...{ filingNumber, sequence, filedAt, filedOn, account, status: 'noted', objector },
    isDebtor: isAmong(state.debtors, objector.identifier),
    ...{ statement, relation, demandedOn, refused },
  }
}

function endObjection(state: RegistrationState, filing: FoldedFiling, status: 'withdrawn' | 'lapsed' | 'revoked') {
  const { sequence, filedAt, content } = filing
  const ended = { status, ended: { sequence, filedAt } }
  return { ...state, objections: withObjection(state.objections, String(content.objection), ended) }
}

/** Revocation ends the registration, releases a part of it, or ends an objection (the Measures, art. 21). */
function revoke(state: RegistrationState, content: Revocation, filing: FoldedFiling): RegistrationState {
  const { sequence, filedAt } = filing
  switch (content.scope) {
    case 'registration':
      return { ...state, ended: { status: 'revoked', sequence, filedAt } }
    case 'objection':
      return endObjection(state, filing, 'revoked')
    case 'part': {
      const after = withChanges(state, content.changes, filing)
      const released = after.released.map((each) =>
        each.sequence === sequence ? { ...each, revoked: true as const } : each,
      )
      return { ...after, released }
    }
  }
}

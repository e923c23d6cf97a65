import type { FilingKind } from './act.ts'

/** What a registration is at a moment. Expiry is not an act: it follows from the last day and the clock. */
export type RegistrationStatus = 'in_effect' | 'discharged' | 'expired' | 'revoked'

/** The status that is left when an act is refused because of it, as a stable code. */
export type StatusRefusal =
  | 'registration_discharged'
  | 'registration_expired'
  | 'registration_revoked'
  | 'registration_in_effect'

/**
 * Which act may follow on which status: the whole law of it in one table (domain: the acts). An initial filing begins a
 * registration, so it follows on none. What ended is over for everybody but the registrar, who may put an error right.
 */
export const transitions: Record<RegistrationStatus, Record<FilingKind, boolean>> = {
  in_effect: {
    initial: false,
    amendment: true,
    renewal: true,
    discharge: true,
    objection: true,
    objection_withdrawal: true,
    case_acceptance: true,
    objection_lapse: true,
    revocation: true,
    correction: true,
    reinstatement: false,
  },
  discharged: ended({ reinstatement: true }),
  revoked: ended({ reinstatement: true }),
  expired: ended({}),
}

/** @returns undefined when the act may follow, else why not */
export function judgeStatus(status: RegistrationStatus, kind: FilingKind): StatusRefusal | undefined {
  return transitions[status][kind] ? undefined : `registration_${status}`
}

function ended(allowed: Partial<Record<FilingKind, boolean>>): Record<FilingKind, boolean> {
  return {
    initial: false,
    amendment: false,
    renewal: false,
    discharge: false,
    objection: false,
    objection_withdrawal: false,
    case_acceptance: false,
    objection_lapse: false,
    revocation: false,
    correction: false,
    reinstatement: false,
    ...allowed,
  }
}

import t from 'tap'
import { filingKinds } from '../../src/registrations/act.ts'
import { judgeStatus, type RegistrationStatus, transitions } from '../../src/registrations/registration-status.ts'

/*
 * The law of which act may follow on which state, a line each (the Measures, arts. 11 to 21): written by hand beside
 * the table of the code, and over every state and every kind of filing.
 */
const may = 'may follow'
const law: Record<string, Record<RegistrationStatus, string>> = {
  //                     in effect                  discharged                 expired                  revoked
  initial: row('registration_in_effect', 'registration_discharged', 'registration_expired', 'registration_revoked'),
  amendment: row(may, 'registration_discharged', 'registration_expired', 'registration_revoked'),
  renewal: row(may, 'registration_discharged', 'registration_expired', 'registration_revoked'),
  discharge: row(may, 'registration_discharged', 'registration_expired', 'registration_revoked'),
  objection: row(may, 'registration_discharged', 'registration_expired', 'registration_revoked'),
  objection_withdrawal: row(may, 'registration_discharged', 'registration_expired', 'registration_revoked'),
  case_acceptance: row(may, 'registration_discharged', 'registration_expired', 'registration_revoked'),
  objection_lapse: row(may, 'registration_discharged', 'registration_expired', 'registration_revoked'),
  revocation: row(may, 'registration_discharged', 'registration_expired', 'registration_revoked'),
  correction: row(may, 'registration_discharged', 'registration_expired', 'registration_revoked'),
  // What ended wrongly is put back; what ran out has ended rightly.
  reinstatement: row('registration_in_effect', may, 'registration_expired', may),
}

t.test('every kind of filing on every state', async (t) => {
  t.same(Object.keys(law).sort(), [...filingKinds].sort(), 'the law speaks of every kind')
  for (const kind of filingKinds) {
    for (const status of Object.keys(transitions) as RegistrationStatus[]) {
      t.equal(judgeStatus(status, kind) ?? may, law[kind]![status], `${kind} on ${status}`)
    }
  }
})

function row(in_effect: string, discharged: string, expired: string, revoked: string) {
  return { in_effect, discharged, expired, revoked }
}

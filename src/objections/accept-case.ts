import type { Refusal } from '../platform/refusal.ts'
import type { Act, Filer } from '../registrations/act.ts'
import { type ActOptions, prepareActOn } from '../registrations/act-on-registration.ts'
import { judgeAcceptance, judgeObjector } from '../registrations/objection-rules.ts'
import { judgeTextsIn } from '../registrations/registration-rules.ts'

/** The notice by which a court or arbitrator took up the case. */
export type Acceptance = {
  objection: string
  court: string
  caseNumber: string
  acceptedOn: string
  declaration?: true
  attachments?: { sha256: string; name?: string }[]
}

/** Notice of case acceptance 受理通知 (the Measures, art. 20): uploaded by the objector within thirty days. */
export function prepareAcceptance(
  filer: Filer,
  registrationNumber: string,
  acceptance: Acceptance,
  options: ActOptions,
): { refused: Refusal[] } | Act {
  const refused = judgeTextsIn(acceptance, '')
  if (refused.length > 0) return { refused }
  return prepareActOn(filer, {
    kind: 'case_acceptance',
    right: 'own',
    registrationNumber,
    content: acceptance,
    options,
    may: (state) => judgeObjector(state, acceptance.objection, filer.account),
    guard: (state, place) => judgeAcceptance(state, acceptance, place.filedOn),
  })
}

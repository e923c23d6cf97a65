import type { Refusal } from '../platform/refusal.ts'
import type { Act, Filer } from '../registrations/act.ts'
import { type ActOptions, prepareActOn } from '../registrations/act-on-registration.ts'
import { judgeObjectionOpen, judgeObjector } from '../registrations/objection-rules.ts'
import { judgeTextsIn } from '../registrations/registration-rules.ts'

export type Withdrawal = { objection: string; reason?: string; declaration?: true }

/** Withdrawal of an objection 撤回异议, by the account that objected. */
export function prepareWithdrawal(
  filer: Filer,
  registrationNumber: string,
  withdrawal: Withdrawal,
  options: ActOptions,
): { refused: Refusal[] } | Act {
  const refused = judgeTextsIn(withdrawal, '')
  if (refused.length > 0) return { refused }
  return prepareActOn(filer, {
    kind: 'objection_withdrawal',
    right: 'own',
    registrationNumber,
    content: withdrawal,
    options,
    may: (state) => judgeObjector(state, withdrawal.objection, filer.account),
    guard: (state, place) => judgeObjectionOpen(state, withdrawal.objection, place.filedOn),
  })
}

import type { Refusal } from '../platform/refusal.ts'
import type { Act, Filer } from './act.ts'
import { type ActOptions, prepareActOn } from './act-on-registration.ts'
import { judgeTextsIn } from './registration-rules.ts'

export const dischargeReasons = ['debt_extinguished', 'right_realised', 'right_waived', 'other'] as const

export type Discharge = { reason: (typeof dischargeReasons)[number]; reasonText?: string; declaration: true }

/** Discharge 注销登记 (the Measures, art. 16): ends the registration wholly. A partial release is an amendment. */
export function prepareDischarge(
  filer: Filer,
  registrationNumber: string,
  discharge: Discharge,
  options: ActOptions,
): { refused: Refusal[] } | Act {
  const refused = judgeTextsIn(discharge, '')
  if (refused.length > 0) return { refused }
  return prepareActOn(filer, { kind: 'discharge', right: 'filer', registrationNumber, content: discharge, options })
}

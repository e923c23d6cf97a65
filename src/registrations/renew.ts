import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import type { Act, Filer } from './act.ts'
import { type ActOptions, prepareActOn } from './act-on-registration.ts'
import type { RegistrationState } from './registration-state.ts'

export type Renewal = { additionalMonths: number; declaration: true }

/**
 * Renewal 展期登记 (the Measures, arts. 12 and 15): before expiry, any number of times, 1 to 360 months each, counted from
 * the original filing day. Rank is kept.
 */
export function prepareRenewal(filer: Filer, registrationNumber: string, renewal: Renewal, options: ActOptions): Act {
  return prepareActOn(filer, {
    kind: 'renewal',
    right: 'filer',
    registrationNumber,
    content: renewal,
    options,
    guard: tooFar(renewal),
  })
}

/** A date has four digits for its year: what runs beyond is a mistake. */
const LAST_YEAR_MONTHS = 12 * 1_000

function tooFar(renewal: Renewal): (state: RegistrationState) => Refusal[] {
  return (state) => (state.termMonths + renewal.additionalMonths > LAST_YEAR_MONTHS ? [termTooLong] : [])
}

const termTooLong: Refusal = {
  code: 'term_too_long',
  pointer: '/additionalMonths',
  message: text('累计登记期限过长', 'The term adds up to too many months'),
}

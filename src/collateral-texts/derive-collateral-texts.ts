import { applyFiling } from '../registrations/fold-registration.ts'
import { beginState, type FoldedFiling, type RegistrationState } from '../registrations/registration-state.ts'
import { type CollateralText, collateralTextOf } from './collateral-text.ts'

/** A row of `collateral_texts`, but for what is folded of its text. */
export type CollateralTextRow = CollateralText & {
  registration: number
  from_sequence: number
  until_sequence: number | null
}

/**
 * What the filings of one registration say of its collateral, from which sequence until which: a row for each time in
 * which it said the same. Pure.
 * @param filings all of them, in their order
 */
export function deriveCollateralTexts(filings: readonly FoldedFiling[]): CollateralTextRow[] {
  const rows: CollateralTextRow[] = []
  let state: RegistrationState | undefined
  for (const filing of filings) {
    const next: RegistrationState = state ? applyFiling(state, filing) : beginState(filing)
    if (next.collateral !== state?.collateral) {
      const text = collateralTextOf(next.collateral)
      const last = rows.at(-1)
      if (!last || !isSame(last, text)) {
        if (last) last.until_sequence = next.lastSequence
        const held = { registration: next.registration, from_sequence: next.lastSequence, until_sequence: null }
        rows.push({ ...held, ...text })
      }
    }
    state = next
  }
  return rows
}

function isSame(a: CollateralText, b: CollateralText): boolean {
  return JSON.stringify([a.descriptions, a.items]) === JSON.stringify([b.descriptions, b.items])
}

import type { Refusal } from '../platform/refusal.ts'
import { compileBody } from '../platform/validation.ts'
import type { Act, Filer } from './act.ts'
import { type ActOptions, prepareActOn } from './act-on-registration.ts'
import type { Change } from './amendment-changes.ts'
import { applyChange, isRefusal } from './apply-change.ts'
import { forms } from './forms/forms.ts'
import { judgeParty, judgeTextsIn } from './registration-rules.ts'
import type { RegistrationState } from './registration-state.ts'

export type Amendment = { changes: Change[]; declaration: true }

/**
 * Amendment 变更登记 (the Measures, arts. 13 and 14): typed changes, judged and applied in their order as one act. All of
 * them stand, or none does.
 * @param today the Beijing day on which identifiers are judged
 */
export function prepareAmendment(
  filer: Filer,
  registrationNumber: string,
  amendment: Amendment,
  options: ActOptions & { today: string },
): { refused: Refusal[] } | Act {
  const refused = [
    ...judgeTextsIn(amendment.changes, '/changes'),
    ...amendment.changes.flatMap((change, at) => judgePartiesIn(change, `/changes/${at}`, options.today)),
  ]
  if (refused.length > 0) return { refused }
  return prepareActOn(filer, {
    kind: 'amendment',
    registrationNumber,
    content: amendment,
    options,
    guard: (state, place) => judgeChanges(state, amendment.changes, place),
  })
}

function judgeChanges(
  state: RegistrationState,
  changes: readonly Change[],
  place: { sequence: number; filedAt: string; filedOn: string },
): Refusal[] {
  let standing = state
  for (const [at, change] of changes.entries()) {
    const after = applyChange(standing, change, place)
    if (isRefusal(after)) return [{ ...after, pointer: `/changes/${at}${after.pointer ?? ''}` }]
    const refused = judgeOutcome(after, change, `/changes/${at}`, place.filedOn)
    if (refused.length > 0) return refused
    standing = after
  }
  return []
}

/** What only the registration's state can tell: a renamed party as it is called now, and items against its form. */
function judgeOutcome(after: RegistrationState, change: Change, pointer: string, today: string): Refusal[] {
  if (change.type === 'rename_party') {
    const list = change.role === 'debtor' ? after.debtors : after.securedParties
    return judgeParty(list[change.index]!.party, pointer, today)
  }
  if (change.type === 'add_collateral' && change.items) {
    const check = itemChecks.get(after.securityType)
    return (check?.(change.items) ?? []).map((each) => ({ ...each, pointer: `${pointer}/items${each.pointer ?? ''}` }))
  }
  return []
}

/** One check of an item list for each form, compiled once. */
const itemChecks = new Map(
  forms.flatMap((form) => {
    const items = form.fields.find((field) => field.name === 'items')
    return items ? [[form.securityType, compileBody(items.schema)] as const] : []
  }),
)

function judgePartiesIn(change: Change, pointer: string, today: string): Refusal[] {
  if (change.type === 'add_debtor') return judgeParty(change.party, `${pointer}/party`, today)
  if (change.type === 'transfer_secured_party') return judgeParty(change.to, `${pointer}/to`, today)
  return []
}

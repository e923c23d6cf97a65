import type { Pool } from 'pg'
import type { Refusal } from '../platform/refusal.ts'
import type { Act, Filer } from './act.ts'
import { type ActOptions, prepareActOn } from './act-on-registration.ts'
import type { Change } from './amendment-changes.ts'
import { judgeChanges, judgeChangesAlone } from './amendment-rules.ts'
import { withAssignees } from './find-assignee.ts'

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
  const refused = judgeChangesAlone(amendment.changes, options.today)
  if (refused.length > 0) return { refused }
  return prepareActOn(filer, {
    kind: 'amendment',
    right: 'filer',
    registrationNumber,
    content: amendment,
    options,
    guard: (state, place) => judgeChanges(state, amendment.changes, place),
  })
}

/** The same, once the accounts are found that a transfer names as the new filer. */
export async function prepareNamedAmendment(
  pool: Pick<Pool, 'query'>,
  ...[filer, registrationNumber, amendment, options]: Parameters<typeof prepareAmendment>
): Promise<{ refused: Refusal[] } | Act> {
  const named = await withAssignees(pool, amendment.changes)
  if ('refused' in named) return named
  return prepareAmendment(filer, registrationNumber, { ...amendment, changes: named.changes }, options)
}

import type { Refusal } from '../platform/refusal.ts'
import type { Act, Filer } from './act.ts'
import { type ActOptions, prepareActOn } from './act-on-registration.ts'
import type { Change } from './amendment-changes.ts'
import { judgeChanges, judgeChangesAlone } from './amendment-rules.ts'
import { judgeDocumentAttached } from './named-attachments.ts'
import { judgeTextsIn } from './registration-rules.ts'
import type { LegalDocument, TwoPeople } from './revoke.ts'

/** `statement` says what the register got wrong. */
export type Correction = {
  statement: string
  changes: Change[]
  document?: LegalDocument
  attachments?: { sha256: string; name?: string }[]
  people?: TwoPeople
}

/**
 * Registrar's correction 登记机构更正, by two registrars, with the document attached: the register's own error is put
 * right by a new filing that says so. It works as an amendment does, without the modification code, and promises no
 * rank.
 */
export function prepareCorrection(
  filer: Filer,
  registrationNumber: string,
  correction: Correction,
  options: ActOptions & { today: string; filingId?: string },
): { refused: Refusal[] } | Act {
  const { changes, ...rest } = correction
  const refused = [
    ...judgeTextsIn(rest, ''),
    ...judgeChangesAlone(changes, options.today),
    ...judgeDocumentAttached(correction),
  ]
  if (refused.length > 0) return { refused }
  return prepareActOn(filer, {
    kind: 'correction',
    right: 'register',
    registrationNumber,
    content: correction,
    options,
    ...(options.filingId !== undefined && { filingId: options.filingId }),
    guard: (state, place) => judgeChanges(state, changes, place),
  })
}

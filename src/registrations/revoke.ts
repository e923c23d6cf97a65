import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import type { Act, Filer } from './act.ts'
import { type ActOptions, prepareActOn } from './act-on-registration.ts'
import type { Change } from './amendment-changes.ts'
import { judgeChanges, judgeChangesAlone } from './amendment-rules.ts'
import { judgeDocumentAttached } from './named-attachments.ts'
import { judgeObjectionOpen } from './objection-rules.ts'
import { judgeTextsIn } from './registration-rules.ts'

/** The binding judgment or award that a registrar's act rests on. */
export type LegalDocument = { issuer: string; number: string; issuedOn: string }

/** What a registrar releases by revoking a part: collateral, or a debtor. */
export type RevokedPart = Extract<Change, { type: 'release_collateral' | 'release_debtor' }>

/** Both people who carried out a registrar's act, as the filing names them. */
export type TwoPeople = { proposedBy: string; approvedBy: string }

export type Revocation = {
  document: LegalDocument
  applicant: string
  statement?: string
  attachments?: { sha256: string; name?: string }[]
  people?: TwoPeople
} & ({ scope: 'registration' } | { scope: 'objection'; objection: string } | { scope: 'part'; changes: RevokedPart[] })

/**
 * Revocation 撤销登记 (the Measures, art. 21): on a binding judgment or award, on anyone's application who is a party or
 * interested, by two registrars, with the document attached. It ends the registration, releases a part of it, or ends
 * an objection.
 */
export function prepareRevocation(
  filer: Filer,
  registrationNumber: string,
  revocation: Revocation,
  options: ActOptions & { today: string; filingId?: string },
): { refused: Refusal[] } | Act {
  const refused = [
    ...judgeScope(revocation),
    ...judgeTextsIn(revocation, ''),
    ...(revocation.document.issuedOn > options.today ? [documentInFuture] : []),
    ...(revocation.scope === 'part' ? judgeChangesAlone(revocation.changes ?? [], options.today) : []),
    ...judgeDocumentAttached(revocation),
  ]
  if (refused.length > 0) return { refused }
  return prepareActOn(filer, {
    kind: 'revocation',
    right: 'register',
    registrationNumber,
    content: revocation,
    options,
    ...(options.filingId !== undefined && { filingId: options.filingId }),
    guard: (state, place) => {
      if (revocation.scope === 'part') return judgeChanges(state, revocation.changes, place)
      return revocation.scope === 'objection' ? judgeObjectionOpen(state, revocation.objection, place.filedOn) : []
    },
  })
}

/** What each scope needs beside it, and what it has no room for. */
function judgeScope({ scope, ...said }: Revocation): Refusal[] {
  const { objection, changes } = said as { objection?: string; changes?: Change[] }
  const missing = (pointer: string): Refusal => ({ ...fieldMissing, pointer })
  const unasked = (pointer: string): Refusal => ({ ...fieldUnasked, pointer })
  const wrong = (changes ?? []).flatMap(({ type }, at) =>
    type === 'release_collateral' || type === 'release_debtor'
      ? []
      : [{ ...notARelease, pointer: `/changes/${at}/type` }],
  )
  return [
    ...(scope === 'objection' && objection === undefined ? [missing('/objection')] : []),
    ...(scope !== 'objection' && objection !== undefined ? [unasked('/objection')] : []),
    ...(scope === 'part' && changes === undefined ? [missing('/changes')] : []),
    ...(scope !== 'part' && changes !== undefined ? [unasked('/changes')] : []),
    ...wrong,
  ]
}

const fieldMissing: Refusal = { code: 'field_missing', message: text('此项必填', 'This must be given') }
const fieldUnasked: Refusal = {
  code: 'field_not_of_this_scope',
  message: text('所选的撤销范围没有此项，请删去', 'The chosen scope has no such part; leave it out'),
}
const notARelease: Refusal = {
  code: 'change_not_a_release',
  message: text(
    '部分撤销只能解除担保财产或者担保人',
    'A revocation of a part releases collateral or a debtor, and nothing else',
  ),
}

const documentInFuture: Refusal = {
  code: 'date_in_future',
  pointer: '/document/issuedOn',
  message: text('文书日期在将来，请核对', 'The day of the document is yet to come; check it'),
}

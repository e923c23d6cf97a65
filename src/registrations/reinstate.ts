import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import type { Act, Filer } from './act.ts'
import { type ActOptions, prepareActOn } from './act-on-registration.ts'
import { isExpired } from './expiry.ts'
import { judgeDocumentAttached } from './named-attachments.ts'
import { judgeTextsIn } from './registration-rules.ts'
import type { LegalDocument, TwoPeople } from './revoke.ts'

export const reinstatementReasons = ['own_error', 'wrongful_discharge', 'reversed_judgment'] as const

export type Reinstatement = {
  reason: (typeof reinstatementReasons)[number]
  statement: string
  document?: LegalDocument
  attachments?: { sha256: string; name?: string }[]
  people?: TwoPeople
}

/**
 * Reinstatement 恢复登记, by two registrars, with the document attached: what was discharged or revoked wrongly is in
 * effect again from now on. The register promises no rank for it and shows the gap.
 */
export function prepareReinstatement(
  filer: Filer,
  registrationNumber: string,
  reinstatement: Reinstatement,
  options: ActOptions & { filingId?: string },
): { refused: Refusal[] } | Act {
  const refused = [...judgeTextsIn(reinstatement, ''), ...judgeDocumentAttached(reinstatement)]
  if (reinstatement.reason === 'reversed_judgment' && !reinstatement.document) refused.push(documentMissing)
  if (refused.length > 0) return { refused }
  return prepareActOn(filer, {
    kind: 'reinstatement',
    right: 'register',
    registrationNumber,
    content: reinstatement,
    options,
    ...(options.filingId !== undefined && { filingId: options.filingId }),
    guard: (state, place) => (isExpired(state.expiresOn, place.filedOn) ? [termOver] : []),
  })
}

const documentMissing: Refusal = {
  code: 'field_missing',
  pointer: '/document',
  message: text('请填写改判的文书', 'Name the judgment that reversed the earlier one'),
}
const termOver: Refusal = {
  code: 'registration_expired',
  message: text(
    '登记期限已经届满，恢复以后也不再在效；需要的请重新登记',
    'Its term is over, so it would not be in effect again; register anew',
  ),
}

import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import type { Act, Filer } from '../registrations/act.ts'
import { type ActOptions, prepareActOn } from '../registrations/act-on-registration.ts'
import { acceptanceDueOn, judgeObjecting } from '../registrations/objection-rules.ts'
import { judgeTextsIn } from '../registrations/registration-rules.ts'

/** `demandedOn` is the day on which the secured party was asked to amend or discharge; `refused` or silent. */
export type ObjectionBody = {
  statement: string
  relation: string
  demandedOn: string
  refused: boolean
  declaration?: true
  attachments?: { sha256: string; name?: string }[]
}

/**
 * Objection 异议登记 (the Measures, arts. 18 to 20): a debtor's or other interested person's public note that a
 * registration is wrong. The registration stays in effect. Anybody whose identity is verified may object, but not the
 * secured party.
 */
export function prepareObjection(
  filer: Filer,
  registrationNumber: string,
  body: ObjectionBody,
  options: ActOptions,
): { refused: Refusal[] } | Act {
  const { identity } = filer
  if (!identity) return { refused: [identityNotVerified] }
  const refused = judgeTextsIn(body, '')
  if (refused.length > 0) return { refused }
  return prepareActOn(filer, {
    kind: 'objection',
    right: 'anybody',
    registrationNumber,
    content: { ...body, objector: identity },
    options,
    guard: (state, place) =>
      judgeObjecting(
        state,
        { account: filer.account, identifier: identity.identifier },
        body.demandedOn,
        place.filedOn,
      ),
    answer: (after) => ({ acceptanceDueOn: acceptanceDueOn(after.objections.at(-1)!.filedOn) }),
  })
}

export const identityNotVerified: Refusal = {
  code: 'identity_not_verified',
  message: text(
    '提出异议须先核验身份，请向登记机构办理身份核验',
    'To object, your identity must be verified: have the register’s office verify it first',
  ),
}

import Type, { type TProperties } from 'typebox'
import { ATTACHMENTS_MAX, attachmentsSchema } from '../attachments/attachment.ts'
import type { Refusal } from '../platform/refusal.ts'
import type { Act, Filer } from '../registrations/act.ts'
import type { ActOptions } from '../registrations/act-on-registration.ts'
import { CHANGES_MAX, Change } from '../registrations/amendment-changes.ts'
import { prepareCorrection } from '../registrations/correct.ts'
import { prepareReinstatement, reinstatementReasons } from '../registrations/reinstate.ts'
import { prepareRevocation } from '../registrations/revoke.ts'
import type { DecisionKind } from './decision.ts'

type Prepare = (
  filer: Filer,
  registrationNumber: string,
  content: never,
  options: ActOptions & { today: string; filingId?: string },
) => Act | { refused: Refusal[] }

/** An act that two registrars carry out: where it is proposed, what its body says, how it is prepared. */
export type RegistrarAct = {
  kind: Exclude<DecisionKind, 'destruction' | 'search_destruction'>
  path: string
  summary: string
  properties: TProperties
  prepare: Prepare
}

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const LegalDocument = Type.Object(
  { issuer: words(200), number: words(200), issuedOn: Type.String({ format: 'date' }) },
  { additionalProperties: false },
)
const choice = <T extends string>(choices: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...choices] })
// The schema lets them be left out, so that the refusal says what is to be attached.
const attachments = Type.Optional(
  Type.Array(attachmentsSchema.items, {
    maxItems: ATTACHMENTS_MAX,
    description: 'At least one: the document that the act rests on. Without it: document_not_attached',
  }),
)
const changes = Type.Array(Change, { minItems: 1, maxItems: CHANGES_MAX })

/** Every act of the registrars, in one list. */
export const registrarActs: readonly RegistrarAct[] = [
  {
    kind: 'revocation',
    path: 'revocations',
    summary: 'Revoke a registration, a part of it or an objection, on a binding judgment or award',
    properties: {
      scope: choice(['registration', 'part', 'objection']),
      objection: Type.Optional(Type.String()),
      changes: Type.Optional(changes),
      document: LegalDocument,
      applicant: words(200),
      statement: Type.Optional(words(5_000)),
      attachments,
    },
    prepare: prepareRevocation as Prepare,
  },
  {
    kind: 'correction',
    path: 'corrections',
    summary: 'Put the register’s own error right',
    properties: { statement: words(5_000), changes, document: Type.Optional(LegalDocument), attachments },
    prepare: prepareCorrection as Prepare,
  },
  {
    kind: 'reinstatement',
    path: 'reinstatements',
    summary: 'Put a registration back in effect that was discharged or revoked wrongly',
    properties: {
      reason: choice(reinstatementReasons),
      statement: words(5_000),
      document: Type.Optional(LegalDocument),
      attachments,
    },
    prepare: prepareReinstatement as Prepare,
  },
]

export function registrarActOf(kind: DecisionKind): RegistrarAct | undefined {
  return registrarActs.find((each) => each.kind === kind)
}

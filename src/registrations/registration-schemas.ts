import Type from 'typebox'
import { filedAttachmentSchema } from '../attachments/attachment.ts'
import { Party } from '../parties/party.ts'
import { filingKinds } from './act.ts'

/** The answers of this slice's routes. Times are RFC 3339 in UTC with six decimals. */
export const filedSchema = Type.Object({
  registrationNumber: Type.String(),
  filingNumber: Type.String(),
  sequence: Type.Integer(),
  filedAt: Type.String(),
  expiresOn: Type.String(),
  modificationCode: Type.String(),
  verificationCode: Type.String(),
  links: Type.Object({ registration: Type.String(), certificate: Type.String(), verification: Type.String() }),
})

/** The answer to an act on a registration: as above, without the modification code. */
export const actFiledSchema = Type.Object({
  registrationNumber: Type.String(),
  filingNumber: Type.String(),
  sequence: Type.Integer(),
  filedAt: Type.String(),
  expiresOn: Type.String(),
  verificationCode: Type.String(),
  links: Type.Object({ registration: Type.String(), certificate: Type.String(), verification: Type.String() }),
})

export const registrationSchema = Type.Object(
  {
    registrationNumber: Type.String(),
    securityType: Type.String(),
    status: Type.Unsafe<string>({ type: 'string', enum: ['in_effect', 'discharged', 'expired', 'revoked'] }),
    filedAt: Type.String(),
    expiresOn: Type.String(),
    keptUntil: Type.Optional(Type.String()),
    termMonths: Type.Integer(),
    securedParties: Type.Array(Party),
    debtors: Type.Array(Party),
    collateral: Type.Array(Type.Object({}, { additionalProperties: true })),
    filings: Type.Array(
      Type.Object({
        filingNumber: Type.String(),
        kind: Type.Unsafe<string>({ type: 'string', enum: [...filingKinds] }),
        sequence: Type.Integer(),
        filedAt: Type.String(),
        attachments: Type.Array(filedAttachmentSchema),
      }),
    ),
    objections: Type.Array(Type.Any()),
    asOf: Type.Object({ sequence: Type.Integer(), time: Type.String() }),
    filer: Type.String(),
  },
  { additionalProperties: true },
)

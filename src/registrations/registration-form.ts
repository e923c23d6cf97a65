import Type, { type Static, type TSchema } from 'typebox'
import { attachmentsSchema } from '../attachments/attachment.ts'
import { PARTIES_MAX, Party } from '../parties/party.ts'
import { Money } from './forms/define-form.ts'
import { forms } from './forms/forms.ts'

/** The common part of the form (the Measures, art. 9 and 11). `collateral` comes from the type's own form. */
export const TERM_MONTHS_MAX = 360
export const CONTRACTS_MAX = 100

const Contract = Type.Object(
  {
    number: Type.String({ minLength: 1, maxLength: 200 }),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    date: Type.Optional(Type.String({ format: 'date' })),
  },
  { additionalProperties: false },
)

export const commonProperties = {
  securedParties: Type.Array(Party, { minItems: 1, maxItems: PARTIES_MAX }),
  debtors: Type.Array(Party, { minItems: 1, maxItems: PARTIES_MAX }),
  termMonths: Type.Integer({ minimum: 1, maximum: TERM_MONTHS_MAX }),
  securedAmount: Type.Optional(Money),
  maximumAmountSecurity: Type.Optional(Type.Boolean()),
  ceiling: Type.Optional(Money),
  scope: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
  negativePledge: Type.Optional(Type.Boolean()),
  purchaseMoney: Type.Optional(
    Type.Object({ deliveredOn: Type.String({ format: 'date' }) }, { additionalProperties: false }),
  ),
  contracts: Type.Optional(Type.Array(Contract, { maxItems: CONTRACTS_MAX })),
  filerReference: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  attachments: Type.Optional(attachmentsSchema),
  declaration: Type.Literal(true),
}

/** The whole body of one security type. */
export function bodySchemaOf(securityType: string, collateral: TSchema): TSchema {
  return Type.Object(
    { securityType: Type.Literal(securityType), ...commonProperties, collateral },
    { additionalProperties: false, title: securityType },
  )
}

const Common = Type.Object(commonProperties)

/** The content of an initial filing, after validation against its type's schema. */
export type RegistrationContent = Static<typeof Common> & {
  securityType: string
  collateral: Collateral
}

export type Collateral = { description?: string; items?: Record<string, unknown>[] } & Record<string, unknown>

/** One schema for all seven types, told apart by `securityType`. Built when first asked for. */
export function registrationBodySchema(): TSchema {
  return Type.Unsafe<RegistrationContent>({
    type: 'object',
    required: ['securityType'],
    discriminator: { propertyName: 'securityType' },
    oneOf: forms.map((form) => bodySchemaOf(form.securityType, form.schema)),
  })
}

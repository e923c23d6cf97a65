import Type, { type Static } from 'typebox'
import { Identifier, Party } from '../parties/party.ts'
import { DESCRIPTION_MAX_CHARACTERS, ITEMS_MAX, Money } from './forms/define-form.ts'

/** The kinds of change an amendment may hold (the Measures, arts. 13 and 14). Other people's tools use the names. */
const closed = { additionalProperties: false }
const description = Type.String({ minLength: 1, maxLength: DESCRIPTION_MAX_CHARACTERS })
// What an item may hold is its form's to say; here it is flat, so that no list is deeper than a list.
const cell = Type.Unsafe<string | number | boolean>({ type: ['string', 'number', 'boolean'], maxLength: 1_000 })
const item = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: cell })
const items = Type.Array(item, { minItems: 1, maxItems: ITEMS_MAX })
const index = Type.Integer({ minimum: 0, maximum: 10_000 })
const role = Type.Unsafe<'securedParty' | 'debtor'>({ type: 'string', enum: ['securedParty', 'debtor'] })

const AddCollateral = Type.Object(
  { type: Type.Literal('add_collateral'), description: Type.Optional(description), items: Type.Optional(items) },
  closed,
)
const ReleaseCollateral = Type.Object(
  { type: Type.Literal('release_collateral'), description: Type.Optional(description), items: Type.Optional(items) },
  closed,
)
const AddDebtor = Type.Object({ type: Type.Literal('add_debtor'), party: Party }, closed)
const ReleaseDebtor = Type.Object({ type: Type.Literal('release_debtor'), index }, closed)
const RenameParty = Type.Object(
  {
    type: Type.Literal('rename_party'),
    role,
    index,
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    identifier: Type.Optional(Identifier),
    changedOn: Type.String({ format: 'date' }),
  },
  closed,
)
const TransferSecuredParty = Type.Object(
  {
    type: Type.Literal('transfer_secured_party'),
    index,
    to: Party,
    toAccount: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  },
  closed,
)
const ChangeAmount = Type.Object({ type: Type.Literal('change_amount'), securedAmount: Money }, closed)
const RankNote = Type.Object(
  { type: Type.Literal('rank_note'), text: Type.String({ minLength: 1, maxLength: 2_000 }) },
  closed,
)

export const Change = Type.Unsafe<Change>({
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: [
    AddCollateral,
    ReleaseCollateral,
    AddDebtor,
    ReleaseDebtor,
    RenameParty,
    TransferSecuredParty,
    ChangeAmount,
    RankNote,
  ],
})

export type Change =
  | Static<typeof AddCollateral>
  | Static<typeof ReleaseCollateral>
  | (Omit<Static<typeof AddDebtor>, 'party'> & { party: Party })
  | Static<typeof ReleaseDebtor>
  | Static<typeof RenameParty>
  | (Omit<Static<typeof TransferSecuredParty>, 'to'> & { to: Party })
  | Static<typeof ChangeAmount>
  | Static<typeof RankNote>

export const CHANGES_MAX = 50

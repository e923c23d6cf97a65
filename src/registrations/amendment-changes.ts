import Type, { type Static } from 'typebox'
import { Identifier, PARTIES_MAX, Party } from '../parties/party.ts'
import { DESCRIPTION_MAX_CHARACTERS, ITEMS_MAX, Money } from './forms/define-form.ts'
import { commonProperties } from './registration-form.ts'
import type { RegistrationState } from './registration-state.ts'

/** The kinds of change an amendment may hold (the Measures, arts. 13 and 14). Other people's tools use the names. */
const closed = { additionalProperties: false }
const description = Type.String({ minLength: 1, maxLength: DESCRIPTION_MAX_CHARACTERS })
// What an item may hold is its form's to say; here it is flat, so that no list is deeper than a list.
const cell = Type.Unsafe<string | number | boolean>({ type: ['string', 'number', 'boolean'], maxLength: 1_000 })
const item = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: cell })
const items = Type.Array(item, { minItems: 1, maxItems: ITEMS_MAX })
const day = Type.String({ format: 'date' })
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
    changedOn: day,
  },
  closed,
)
const TransferSecuredParty = Type.Object(
  {
    type: Type.Literal('transfer_secured_party'),
    index,
    to: Party,
    toAccount: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  },
  closed,
)
const ChangeAmount = Type.Object({ type: Type.Literal('change_amount'), securedAmount: Money }, closed)
const RankNote = Type.Object(
  { type: Type.Literal('rank_note'), text: Type.String({ minLength: 1, maxLength: 2_000 }) },
  closed,
)

/** Merger 合并: the parties named, of one side, go on as one. A single one was taken over by a company from outside. */
const MergeParties = Type.Object(
  {
    type: Type.Literal('merge_parties'),
    role,
    indexes: Type.Array(index, { minItems: 1, maxItems: PARTIES_MAX, uniqueItems: true }),
    into: Party,
    changedOn: day,
  },
  closed,
)
/** Division 分立: a party goes on as several. */
const DivideParty = Type.Object(
  {
    type: Type.Literal('divide_party'),
    role,
    index,
    into: Type.Array(Party, { minItems: 1, maxItems: PARTIES_MAX }),
    changedOn: day,
  },
  closed,
)
/** Transfer of the asset to another owner (Civil Code art. 406): the new owner joins the debtors, the old one stays. */
const TransferAsset = Type.Object(
  {
    type: Type.Literal('transfer_asset'),
    index,
    to: Party,
    transferredOn: day,
    description: Type.Optional(description),
    items: Type.Optional(items),
  },
  closed,
)
const { termMonths: _term, declaration: _declaration, securedParties: _s, debtors: _d, ...terms } = commonProperties
/** Correction 更正 of what was filed wrongly: a party, the terms, an item of the list, or a part's description. */
const Correction = Type.Object(
  {
    type: Type.Literal('correction'),
    statement: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000 })),
    party: Type.Optional(Type.Object({ role, index, party: Party }, closed)),
    terms: Type.Optional(Type.Object(terms, { ...closed, minProperties: 1 })),
    item: Type.Optional(Type.Object({ was: item, is: item }, closed)),
    description: Type.Optional(Type.Object({ part: index, is: description }, closed)),
  },
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
    MergeParties,
    DivideParty,
    TransferAsset,
    ChangeAmount,
    RankNote,
    Correction,
  ],
})

export type Change =
  | Static<typeof AddCollateral>
  | Static<typeof ReleaseCollateral>
  | (Omit<Static<typeof AddDebtor>, 'party'> & { party: Party })
  | Static<typeof ReleaseDebtor>
  | Static<typeof RenameParty>
  | (Omit<Static<typeof TransferSecuredParty>, 'to'> & {
      to: Party
      /** The account that `toAccount` named: the filer from this act on. Found before filing, never sent. */
      assignee?: { account: number; name: string }
    })
  | (Omit<Static<typeof MergeParties>, 'into'> & { into: Party })
  | (Omit<Static<typeof DivideParty>, 'into'> & { into: Party[] })
  | (Omit<Static<typeof TransferAsset>, 'to'> & { to: Party })
  | Static<typeof ChangeAmount>
  | Static<typeof RankNote>
  | (Omit<Static<typeof Correction>, 'party' | 'terms'> & {
      party?: { role: 'securedParty' | 'debtor'; index: number; party: Party }
      terms?: Partial<RegistrationState['terms']>
    })

export const CHANGES_MAX = 50

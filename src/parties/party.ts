import Type, { type Static } from 'typebox'

/**
 * The shape of a party on a form (the Measures, art. 9). What a schema cannot say (check characters, a name that can be
 * searched, which scheme goes with which kind) stands in party-rules.ts.
 */
export const LINE_MAX_CHARACTERS = 200
export const ADDRESS_LINE_MAX_CHARACTERS = 500
export const PARTIES_MAX = 50

const line = (maxLength = LINE_MAX_CHARACTERS) => Type.String({ minLength: 1, maxLength })

/** ISO 3166-1 alpha-2, upper case. */
export const Country = Type.String({ pattern: '^[A-Z]{2}$' })

export const Identifier = Type.Object(
  { scheme: Type.String({ minLength: 1, maxLength: 60 }), value: line(60), country: Type.Optional(Country) },
  { additionalProperties: false },
)

/** `division` is a GB/T 2260 code or the division's name. */
export const Address = Type.Object(
  { country: Country, division: Type.Optional(line(100)), line: line(ADDRESS_LINE_MAX_CHARACTERS) },
  { additionalProperties: false },
)

/** The organisation that a branch belongs to. */
export const Parent = Type.Object(
  {
    kind: Type.Optional(Type.Literal('organization')),
    name: line(),
    identifier: Identifier,
    address: Type.Optional(Address),
    representative: Type.Optional(line()),
  },
  { additionalProperties: false },
)

/** The person who runs an individual business (个体工商户). */
export const Owner = Type.Object(
  {
    kind: Type.Optional(Type.Literal('individual')),
    name: line(),
    identifier: Identifier,
    address: Type.Optional(Address),
  },
  { additionalProperties: false },
)

/** `name` may be missing only for an individual business without a trade name: then `owner` names it. */
export const Organization = Type.Object(
  {
    kind: Type.Literal('organization'),
    name: Type.Optional(line()),
    identifier: Identifier,
    address: Address,
    representative: line(),
    parent: Type.Optional(Parent),
    owner: Type.Optional(Owner),
    share: Type.Optional(line()),
  },
  { additionalProperties: false, title: 'Organization' },
)

export const Individual = Type.Object(
  {
    kind: Type.Literal('individual'),
    name: line(),
    identifier: Identifier,
    address: Address,
    share: Type.Optional(line()),
  },
  { additionalProperties: false, title: 'Individual' },
)

/**
 * One schema for both kinds, told apart by `kind` (a discriminator, so that errors speak of the kind that was meant).
 */
export const Party = Type.Unsafe<Static<typeof Organization> | Static<typeof Individual>>({
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: [Organization, Individual],
})

export type Identifier = Static<typeof Identifier>
export type Address = Static<typeof Address>
export type Organization = Static<typeof Organization>
export type Individual = Static<typeof Individual>
export type Party = Organization | Individual

/** The name a party is shown under: its own, or its owner's for an individual business without a trade name. */
export function partyName(party: Party): string {
  return party.name ?? (party.kind === 'organization' ? (party.owner?.name ?? '') : '')
}

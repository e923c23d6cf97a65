import Type from 'typebox'
import { forms } from '../registrations/forms/forms.ts'
import { matchOrders } from './match-view.ts'

const summary = Type.Object({
  kind: Type.String(),
  name: Type.String(),
  identifier: Type.Object({
    scheme: Type.String(),
    value: Type.String(),
    country: Type.Optional(Type.String()),
  }),
})

export const matchSchema = Type.Object({
  registrationNumber: Type.String(),
  rank: Type.Integer(),
  securityType: Type.String(),
  securedParties: Type.Array(summary),
  debtors: Type.Array(summary),
  collateralSummary: Type.String(),
  filedAt: Type.String(),
  sequence: Type.Integer(),
  expiresOn: Type.String(),
  matchedBy: Type.Array(Type.String()),
  openObjections: Type.Integer(),
})

const nearMatch = Type.Object({
  by: Type.String(),
  name: Type.Optional(Type.String()),
  value: Type.Optional(Type.String()),
  identifier: Type.Optional(summary.properties.identifier),
  reasons: Type.Array(
    Type.Object({
      code: Type.String(),
      message: Type.String(),
      searched: Type.Optional(Type.String()),
      registered: Type.Optional(Type.String()),
    }),
  ),
  inEffect: Type.Integer(),
  inEffectMore: Type.Optional(Type.Boolean()),
  foundAs: Type.Array(Type.String()),
  score: Type.Number(),
})

/** An aid beside the certified answer, and whether it could be computed. */
export const nearMatchesSchemas = {
  nearMatchesState: Type.Unsafe<'computed' | 'behind' | 'unavailable' | 'not_asked'>({
    type: 'string',
    enum: ['computed', 'behind', 'unavailable', 'not_asked'],
  }),
  nearMatches: Type.Array(nearMatch),
}

/** The answer to a search. Near matches are an aid, never part of the certified answer. */
export const searchSchema = Type.Object({
  searchNumber: Type.String(),
  verificationCode: Type.String(),
  searchLogic: Type.String(),
  searchedAt: Type.String(),
  query: Type.Object({ by: Type.String() }, { additionalProperties: true }),
  purpose: Type.String(),
  asOf: Type.Object({ sequence: Type.Integer(), time: Type.String() }),
  repeats: Type.Optional(Type.String()),
  matchCount: Type.Integer(),
  viewCount: Type.Optional(Type.Integer()),
  matches: Type.Array(matchSchema),
  destroyedMatches: Type.Optional(Type.Array(Type.String())),
  ...nearMatchesSchemas,
  links: Type.Object({
    self: Type.String(),
    certificate: Type.String(),
    verification: Type.String(),
    next: Type.Optional(Type.String()),
    difference: Type.Optional(Type.String()),
    nearMatches: Type.String(),
  }),
})

const day = Type.Optional(Type.String({ format: 'date' }))
const oneOf = (values: readonly string[]) => Type.Optional(Type.Unsafe<string>({ type: 'string', enum: [...values] }))

/** What narrows and orders a view of the matches; the same for the API and for exports. */
export const matchViewQuery = {
  securityType: oneOf(forms.map(({ securityType }) => securityType)),
  filedFrom: day,
  filedTo: day,
  sort: oneOf(Object.keys(matchOrders)),
}

import Type from 'typebox'

const summary = Type.Object({
  kind: Type.String(),
  name: Type.String(),
  identifier: Type.Object({
    scheme: Type.String(),
    value: Type.String(),
    country: Type.Optional(Type.String()),
  }),
})

/** The answer to a search. Near matches are an aid, never part of the certified answer. */
export const searchSchema = Type.Object({
  searchNumber: Type.String(),
  verificationCode: Type.String(),
  searchLogic: Type.String(),
  searchedAt: Type.String(),
  query: Type.Object({ by: Type.String() }, { additionalProperties: true }),
  purpose: Type.String(),
  asOf: Type.Object({ sequence: Type.Integer(), time: Type.String() }),
  matches: Type.Array(
    Type.Object({
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
    }),
  ),
  destroyedMatches: Type.Optional(Type.Array(Type.String())),
  nearMatches: Type.Array(Type.Any()),
  links: Type.Object({ self: Type.String(), certificate: Type.String(), verification: Type.String() }),
})

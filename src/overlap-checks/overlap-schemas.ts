import Type, { type Static } from 'typebox'
import { LIST_ROWS_MAX } from '../platform/lists/list.ts'
import { Purpose } from '../search/search-query.ts'
import { grades } from './overlap-check.ts'
import { overlapColumns } from './overlap-list.ts'

/** The body of a check in JSON. A line has the columns of a list's row. */
export const OverlapBody = Type.Object(
  {
    purpose: Purpose,
    lines: Type.Array(
      Type.Object(
        Object.fromEntries(
          // Lengths in characters are judged with the list, so that every way of sending one is refused alike.
          overlapColumns.map(({ name, maxCharacters }) => [
            name,
            Type.Optional(Type.String({ maxLength: maxCharacters })),
          ]),
        ),
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: LIST_ROWS_MAX },
    ),
  },
  { additionalProperties: false },
)
export type OverlapBody = Omit<Static<typeof OverlapBody>, 'lines'> & { lines: Record<string, string>[] }

const party = Type.Object({
  kind: Type.String(),
  name: Type.String(),
  identifier: Type.Object({ scheme: Type.String(), value: Type.String(), country: Type.Optional(Type.String()) }),
})

const hit = {
  registrationNumber: Type.String(),
  sequence: Type.Integer(),
  securityType: Type.String(),
  securedParties: Type.Array(party),
  debtors: Type.Array(party),
  collateralSummary: Type.String(),
  filedAt: Type.String(),
  expiresOn: Type.String(),
  yours: Type.Boolean(),
}

const optional = () => Type.Optional(Type.String())

const line = Type.Object({
  line: Type.Integer(),
  identifier: optional(),
  kind: optional(),
  description: optional(),
  debtorName: optional(),
  debtorIdentifier: optional(),
  reference: optional(),
  duplicateOf: Type.Optional(Type.Integer()),
  grade: Type.Unsafe<string>({ type: 'string', enum: [...grades] }),
  exact: Type.Array(
    Type.Object({
      ...hit,
      rank: Type.Integer(),
      matchedKinds: Type.Array(Type.String()),
      ranksFrom: Type.Object({ sequence: Type.Integer(), time: Type.String() }),
    }),
  ),
  moreExact: Type.Optional(Type.Boolean()),
  destroyedHits: Type.Optional(Type.Integer()),
  similar: Type.Array(Type.Object({ ...hit, share: Type.Integer(), text: optional() })),
})

/** The answer to a check: the whole of it in counts, and a part of its lines. */
export const overlapSchema = Type.Object({
  checkNumber: Type.String(),
  verificationCode: Type.String(),
  checkedAt: Type.String(),
  purpose: Type.String(),
  asOf: Type.Object({ sequence: Type.Integer(), time: Type.String() }),
  searchLogic: Type.String(),
  similarityRule: Type.String(),
  similarAsOf: Type.Object({ sequence: Type.Integer() }),
  similarComplete: Type.Boolean(),
  summary: Type.Object({
    lines: Type.Integer(),
    exact: Type.Integer(),
    similar: Type.Integer(),
    nothing: Type.Integer(),
    duplicates: Type.Integer(),
  }),
  lines: Type.Array(line),
  next: optional(),
  links: Type.Object({
    self: Type.String(),
    page: Type.String(),
    report: Type.String(),
    certificate: Type.String(),
    verification: Type.String(),
  }),
})

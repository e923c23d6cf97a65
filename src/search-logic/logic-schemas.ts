import Type, { type Static } from 'typebox'

export const NamePair = Type.Object(
  {
    first: Type.String({ minLength: 1, maxLength: 200 }),
    second: Type.String({ minLength: 1, maxLength: 200 }),
  },
  { additionalProperties: false },
)
export type NamePair = Static<typeof NamePair>

const words = Type.Object({ zh: Type.String(), en: Type.String() })

const explainedName = Type.Object({
  name: Type.String(),
  key: Type.String(),
  way: Type.String(),
  unseen: Type.Array(Type.Object({ place: Type.Integer(), code: Type.String(), name: words })),
  steps: Type.Array(Type.Object({ step: Type.String(), title: words, before: Type.String(), after: Type.String() })),
})

const differing = Type.Object({ character: Type.String(), code: Type.String() })

export const compareSchema = Type.Object({
  searchLogic: Type.String(),
  equal: Type.Boolean(),
  equalFrom: Type.Optional(Type.String()),
  difference: Type.Optional(
    Type.Object({ place: Type.Integer(), first: Type.Optional(differing), second: Type.Optional(differing) }),
  ),
  first: explainedName,
  second: explainedName,
})

export const logicSchema = Type.Object({
  version: Type.String(),
  since: Type.String(),
  answers: Type.Boolean(),
  introduction: words,
  firstOfAll: words,
  ways: Type.Array(
    Type.Object({
      way: Type.String(),
      title: words,
      steps: Type.Array(Type.Object({ step: Type.String(), title: words, explanation: words })),
    }),
  ),
  noiseWords: Type.Object({ leading: Type.Array(Type.String()), ending: Type.Array(Type.String()) }),
  numbers: Type.Array(words),
  characters: Type.Array(
    Type.Object({
      class: Type.String(),
      title: words,
      ranges: Type.Array(Type.Array(Type.String(), { minItems: 2, maxItems: 2 })),
    }),
  ),
  cases: Type.Array(
    Type.Object({
      number: Type.Integer(),
      registered: Type.String(),
      searched: Type.String(),
      found: Type.Boolean(),
      why: words,
      registeredKey: Type.String(),
      searchedKey: Type.String(),
    }),
  ),
  versions: words,
})

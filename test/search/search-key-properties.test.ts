import fc from 'fast-check'
import t from 'tap'
import { hasHan, unifyForms } from '../../src/search/name-characters.ts'
import {
  assetIdentifierKey,
  explainOrganizationKey,
  identifierSearchKey,
  organizationSearchKey,
  SearchKeyError,
} from '../../src/search/search-key.ts'
import { pieces, restatedKey } from './restated-search-logic.ts'

const anyPiece = fc.constantFrom(...Object.values(pieces).flat())
const latinPiece = fc.oneof(
  fc.constantFrom(...pieces.letter, ...pieces.accented, ...pieces.foreign),
  fc.constantFrom(...pieces.word, ...pieces.whiteSpace),
  fc.constantFrom(...pieces.invisible, ...pieces.apostrophe, ...pieces.fullStop, ...pieces.comma, ...pieces.ampersand),
)
/** Any text at all: whole code points of every plane, unassigned ones and halves of pairs included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
)

t.test('the written rule, stated a second time, gives the same key', async () => {
  const names = fc.oneof(fc.array(anyPiece, { maxLength: 12 }), fc.array(latinPiece, { maxLength: 12 }))
  fc.assert(
    fc.property(names, (name) => {
      return keyOf(name.join('')) === restatedKey(name)
    }),
    { numRuns: 20_000 },
  )
})

t.test(
  'white space, width, brackets, case, quotes and invisible characters never change the key of a Han name',
  async () => {
    const alike = [
      ...[pieces.opening, pieces.closing, pieces.middleDot, pieces.dash, pieces.circle],
      ...[
        ['a', 'A', 'Ａ'],
        ['x', 'X', 'ｘ'],
        ['1', '１', '①'],
        ['ß', 'ẞ', 'SS'],
        ['é', 'É', 'e\u0301'],
      ],
      ...pieces.han.map((character) => [character]),
    ]
    const dropped = [
      '',
      ...pieces.whiteSpace,
      ...pieces.invisible,
      ...pieces.quote,
      ...pieces.apostrophe,
      ',',
      '.',
      '；',
      '：',
    ]
    const twoWays = fc.array(
      fc.constantFrom(...alike).chain((group) => {
        return fc.tuple(
          ...Array.from({ length: 2 }, () => [fc.constantFrom(...group), fc.constantFrom(...dropped)]).flat(),
        )
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(twoWays, (parts) => {
        const one = `甲${parts.map(([a, b]) => a! + b!).join('')}`
        const other = `甲${parts.map(([, , a, b]) => a! + b!).join('')}`
        return organizationSearchKey(one) === organizationSearchKey(other)
      }),
      { numRuns: 5_000 },
    )
  },
)

t.test('invisible characters anywhere never change the key of any name', async () => {
  const insertions = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...pieces.invisible)), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), insertions, (name, inserted) => {
      const characters = [...name]
      for (const [at, character] of inserted) characters.splice(at % (characters.length + 1), 0, character)
      return keyOf(characters.join('')) === keyOf(name)
    }),
    { numRuns: 5_000 },
  )
})

t.test('letter case never changes a key', async () => {
  fc.assert(
    fc.property(fc.array(anyPiece, { maxLength: 12 }), (parts) => {
      const name = unifyForms(parts.join(''))
      return keyOf(name.toUpperCase()) === keyOf(name) && keyOf(name.toLowerCase()) === keyOf(name)
    }),
    { numRuns: 5_000 },
  )
})

t.test('a leading the and an ending legal form never change the key of a name without Han characters', async () => {
  const ending = fc.constantFrom(' Ltd', ', Inc.', ' & Co', ' S.A.R.L.', ' (Pty) Limited', ' L.L.C.')
  fc.assert(
    fc.property(fc.stringMatching(/^[b-df-hj-np-z0-9]{1,8}( [b-df-hj-np-z0-9]{1,8}){0,3} q$/), ending, (name, form) => {
      const key = organizationSearchKey(name)
      const ended = organizationSearchKey(`The ${name}${form}`)
      return ended === (form.includes('&') ? `${key}and` : key)
    }),
  )
})

t.test('any text has a key that is whole, plain and normal, or a typed refusal', async () => {
  fc.assert(
    fc.property(anyText, (name) => {
      const key = keyOf(name)
      if (key === undefined) return true
      const plain = !/[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(key)
      return key !== '' && key.isWellFormed() && plain && key === key.normalize('NFKC')
    }),
    { numRuns: 20_000 },
  )
})

t.test('the key of a key is the key, unless an accent stood alone', async () => {
  fc.assert(
    fc.property(fc.array(anyPiece, { maxLength: 12 }), (name) => {
      const key = keyOf(name.join(''))
      return key === undefined || organizationSearchKey(key) === key
    }),
    { numRuns: 5_000 },
  )
})

t.test('the explanation is a chain that ends in the key, and takes one of the two ways', async () => {
  fc.assert(
    fc.property(fc.array(anyPiece, { maxLength: 12 }), (parts) => {
      const name = parts.join('')
      const key = keyOf(name)
      if (key === undefined) return true
      const steps = explainOrganizationKey(name)
      const chained = steps.every(({ before }, at) => before === (at === 0 ? name : steps[at - 1]!.after))
      const withHan = steps.some(({ step }) => step === 'ignored_beside_han')
      return chained && steps.at(-1)!.after === key && withHan === hasHan(key)
    }),
  )
})

t.test('numbers of different schemes, countries or values never share a key', async () => {
  const scheme = fc.constantFrom('uscc', 'passport', 'foreign_registration', 'lei', 'resident_id')
  const value = fc.stringMatching(/^[A-Z0-9:]{1,6}$/)
  const number = fc.tuple(scheme, value, fc.constantFrom('CN', 'DE', 'US', undefined))
  fc.assert(
    fc.property(number, number, (one, other) => {
      const byCountry = ['passport', 'foreign_registration'].includes(one[0])
      const equal = one[0] === other[0] && one[1] === other[1] && (!byCountry || one[2] === other[2])
      return (identifierSearchKey(...one) === identifierSearchKey(...other)) === equal
    }),
    { numRuns: 5_000 },
  )
})

t.test('spaces, hyphens, width and case never change the key of a number', async () => {
  const sign = fc.constantFrom(...[['A', 'a', 'Ａ'], ['7', '７'], ['X', 'x', 'ｘ'], ['/'], ['.'], ['号']])
  const dropped = fc.constantFrom('', ...pieces.whiteSpace, ...pieces.invisible, ...pieces.dash)
  const both = fc.array(
    sign.chain((group) => fc.tuple(fc.constantFrom(...group), fc.constantFrom(...group), dropped, dropped)),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(both, (parts) => {
      const one = parts.map(([a, , gap]) => a + gap).join('')
      const other = parts.map(([, b, , gap]) => gap + b).join('')
      const keys = [assetIdentifierKey(one), identifierSearchKey('lei', one)]
      return keys.join() === [assetIdentifierKey(other), identifierSearchKey('lei', other)].join()
    }),
  )
})

/** The key, or `undefined` for a typed refusal; anything else that is thrown fails the property. */
function keyOf(name: string): string | undefined {
  try {
    return organizationSearchKey(name)
  } catch (error) {
    if (error instanceof SearchKeyError) return undefined
    throw error
  }
}

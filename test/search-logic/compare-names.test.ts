import t from 'tap'
import { namePieces, unseenIn } from '../../src/parties/unseen-characters.ts'
import { compareNames } from '../../src/search-logic/compare-names.ts'

t.test('where two names meet, or where their keys part', async (t) => {
  const cases: [first: string, second: string, expected: object][] = [
    ['甲公司', '甲公司', { equal: true, equalFrom: 'as_written' }],
    ['甲（乙）公司', '甲(乙)公司', { equal: true, equalFrom: 'forms' }],
    ['甲【乙】公司', '甲（乙）公司', { equal: true, equalFrom: 'brackets' }],
    ['甲\u200B公司', '甲公司', { equal: true, equalFrom: 'invisible' }],
    ['ABC公司', 'abc公司', { equal: true, equalFrom: 'case' }],
    ['甲 公司', '甲公司', { equal: true, equalFrom: 'ignored_beside_han' }],
    ['Café Ltd', 'CAFE Limited', { equal: true, equalFrom: 'noise_words' }],
    ['A & B', 'A and B', { equal: true, equalFrom: 'words' }],
    ['Foo Bar', 'FooBar', { equal: true, equalFrom: 'white_space' }],
    [
      '未来公司',
      '末来公司',
      {
        equal: false,
        difference: {
          place: 1,
          first: { character: '未', code: 'U+672A' },
          second: { character: '末', code: 'U+672B' },
        },
      },
    ],
    ['甲公司', '甲公司北京', { equal: false, difference: { place: 4, second: { character: '北', code: 'U+5317' } } }],
    ['甲公司北京', '甲公司', { equal: false, difference: { place: 4, first: { character: '北', code: 'U+5317' } } }],
    ['𠮷公司', '𠮷厂', { equal: false, difference: { place: 2 } }],
    ['ABC', 'ABC公司', { equal: false, first: { way: 'without_han' }, second: { way: 'with_han' } }],
  ]
  for (const [first, second, expected] of cases) t.match(compareNames(first, second), expected, `${first} | ${second}`)
})

t.test('every step follows from the one before and the last gives the key', async (t) => {
  for (const { steps, key, name } of Object.values(compareNames('The Café', ' 甲\u3000公司')).filter(isExplained)) {
    t.equal(steps[0]!.before, name)
    for (const [at, step] of steps.slice(1).entries()) t.equal(step.before, steps[at]!.after)
    t.equal(steps.at(-1)!.after, key)
  }
})

t.test('characters that cannot be seen are told by number and name', async (t) => {
  t.match(unseenIn('\uFEFF甲\u200B乙\u3000丙 丁  戊\t'), [
    { place: 1, code: 'U+FEFF', name: { en: 'byte order mark' } },
    { place: 3, code: 'U+200B', name: { zh: '零宽空格' } },
    { place: 5, code: 'U+3000' },
    { place: 9, code: 'U+0020' },
    { place: 10, code: 'U+0020' },
    { place: 12, code: 'U+0009' },
  ])
  t.same(unseenIn('Foo Bar 公司'), [], 'a single space between words is seen')
  t.match(namePieces('甲\u{E0100}乙 丙'), ['甲', { code: 'U+E0100', name: { en: 'variation selector' } }, '乙 丙'])
})

function isExplained(value: unknown): value is ReturnType<typeof compareNames>['first'] {
  return typeof value === 'object' && value !== null && 'steps' in value
}

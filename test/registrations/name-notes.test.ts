import t from 'tap'
import { nameNotes } from '../../src/registrations/name-notes.ts'
import { searchLogic1 } from '../../src/search/search-logics.ts'

type Case = [name: string, expected: Record<string, RegExp>, scheme?: string]

const cases: Case[] = [
  ['甲乙有限公司', {}],
  ['北京中科（集团）有限公司', {}],
  ['上海ＡＢＣ有限公司', {}],
  ['上海\u200B甲乙有限公司', { name_characters_passed_over: /U\+200B（零宽空格）/ }],
  ['上海 甲乙“老店”有限公司', { name_characters_passed_over: /中的空格、“、”，有无/ }],
  ['The Café & Co., Ltd.', { name_characters_passed_over: /“the”、“co”、“ltd”/ }, 'foreign_registration'],
  ['Foo', {}, 'foreign_registration'],
  ['長江實業有限公司', { name_traditional_characters: /“長”（简体为“长”）、“實”（简体为“实”）、“業”（简体为“业”）/ }],
  ['長江實業有限公司', {}, 'foreign_registration'],
  ['乾坤科技有限公司', {}],
  ['上海АBC有限公司', { name_look_alike_characters: /第 3 个字符“А”是西里尔字母（U\+0410）/ }],
  ['ЗАО Ромашка', {}, 'foreign_registration'],
  ['ΟΔΟΣ', {}, 'foreign_registration'],
  ['甲ロ有限公司', { name_look_alike_characters: /第 2 个字符“ロ”是片假名，不是汉字“口”/ }],
  ['ソニー株式会社', {}, 'foreign_registration'],
  ['上海二0二五实业有限公司', { name_look_alike_characters: /数字之间的“0”不是“〇”/ }],
  ['上海2025实业有限公司', {}],
]

t.test('what is told of a name', async (t) => {
  for (const [name, expected, scheme = 'uscc'] of cases) {
    const notes = nameNotes({ name, pointer: '/debtors/0/name', scheme }, searchLogic1)
    const [key, ...others] = notes
    t.match(key, { code: 'name_search_key', pointer: '/debtors/0/name' }, name)
    t.ok(key!.message.zh.includes(`“${searchLogic1.organizationKey(name)}”`), `${name}: its key`)
    t.same(
      others.map(({ code }) => code),
      Object.keys(expected),
      name,
    )
    for (const { code, message } of others) {
      t.match(message.zh, expected[code], name)
      t.ok(message.en.length > 20 && !message.en.includes('undefined'), `${name}: ${message.en}`)
    }
  }
})

t.test('under another logic nothing is said of characters that logic 1 passes over', async (t) => {
  const other = { version: '2', organizationKey: (name: string) => name }
  const notes = nameNotes({ name: '甲 乙“公司”', pointer: '/debtors/0/name', scheme: 'uscc' }, other)
  t.same(
    notes.map(({ code }) => code),
    ['name_search_key'],
  )
})

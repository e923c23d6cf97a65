import fc from 'fast-check'
import t from 'tap'
import { checkName, nameCharactersMax, nameKeyBytesMax } from '../../src/parties/names.ts'
import { organizationSearchKey } from '../../src/search/search-key.ts'

const good = [
  '北京中科（集团）有限公司',
  'Smith & Sons, Co., Ltd.',
  '䶮福贸易有限公司',
  '𠮷野家餐饮有限公司',
  '阿里木·买买提',
  'Sukarno',
  '葛\u{E0100}城商贸有限公司', // a variation selector picks a shape of the character before it
  'हिन्दी\u200Dन्यास', // a joiner is spelling here
  '%公司',
  "甲公司';DROP TABLE x;--",
  '=cmd()',
  '甲',
  '甲'.repeat(nameCharactersMax),
  '𠮷'.repeat(nameCharactersMax),
]

const bad: [string, string][] = [
  ['name_missing', ''],
  ['name_not_well_formed', '甲\uD800公司'],
  ['name_too_long', '甲'.repeat(nameCharactersMax + 1)],
  ['name_control_character', '甲公司\n'],
  ['name_control_character', '甲\r\n公司'],
  ['name_control_character', '甲\t公司'],
  ['name_control_character', '甲公司\0'],
  ['name_control_character', '甲\u0085公司'],
  ['name_control_character', '甲\u2028公司'],
  ['name_control_character', '甲\u2029公司'],
  ['name_bidi_character', '甲\u202E公司'],
  ['name_bidi_character', '\u200F甲公司'],
  ['name_bidi_character', '甲\u2066公司\u2069'],
  ['name_bidi_character', '甲\u061C公司'],
  ['name_character_not_allowed', '甲\uE000公司'],
  ['name_character_not_allowed', '甲\u{F0000}公司'],
  ['name_character_not_allowed', '甲\uFFFD公司'],
  ['name_character_not_allowed', '甲\u0378公司'],
  ['name_character_not_allowed', '甲\uFFFF公司'],
  ['name_not_searchable', '   '],
  ['name_not_searchable', '\u3000'],
  ['name_not_searchable', '\u200B\uFEFF\u3164'],
  ['name_not_searchable', '“”'],
  ['name_not_searchable', '---'],
  ['name_key_too_long', '\uFDFA'.repeat(nameCharactersMax)],
]

t.test('registered names that pass', async (t) => {
  for (const [at, name] of good.entries()) t.equal(checkName(name), undefined, `good name ${at}`)
})

t.test('names that are refused, by code', async (t) => {
  for (const [at, [code, name]] of bad.entries()) t.equal(checkName(name)?.code, code, `bad name ${at}`)
})

t.test('a refusal tells the place, counted in characters', async (t) => {
  t.strictSame(checkName('𠮷甲\u202E公司')?.message, {
    zh: '名称第 3 个字符是改变书写方向的隐藏字符，请删去',
    en: 'Character 3 of the name is a hidden character that turns the writing direction; remove it',
  })
  t.match(checkName('甲'.repeat(201))?.message.zh, '名称最多 200 个字符，现有 201 个')
})

t.test('a name that passes has a key an index can hold', async () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 220 }), (name) => {
      if (checkName(name) !== undefined) return true
      const bytes = Buffer.byteLength(organizationSearchKey(name))
      return bytes > 0 && bytes <= nameKeyBytesMax
    }),
    { numRuns: 2_000 },
  )
})

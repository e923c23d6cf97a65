import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { characterClasses } from '../../src/search/name-characters.ts'
import { searchLogicSteps } from '../../src/search/search-key.ts'
import { characterTables } from '../../src/search-logic/character-tables.ts'
import { stepExplanations } from '../../src/search-logic/logic-words.ts'
import { publishedCases } from '../../src/search-logic/published-cases.ts'
import { textOf } from '../helpers/source-files.ts'

const steps = Object.values(searchLogicSteps).flat()

t.test('every step is explained, and stands in the document', async (t) => {
  t.same(Object.keys(stepExplanations).sort(), steps.map(({ step }) => step).sort())
  const plain = textOf('docs/reference/search-logic.md').replace(/[`*]/g, '')
  for (const [name, parts] of Object.entries(searchLogicSteps)) t.ok(parts.length > 0, name)
  const named = {
    forms: ['统一字形', 'Unify forms'],
    invisible: ['去掉看不见的字符', 'Remove invisible characters'],
    case: ['不分大小写', 'Ignore letter case'],
    brackets: ['统一括号', 'Unify brackets'],
    middle_dots: ['统一间隔号', 'Unify middle dots'],
    dashes: ['统一连接号和破折号', 'Unify dashes'],
    circles: ['统一 ○ 和 〇', 'Unify ○ and 〇'],
    ignored_beside_han: ['去掉空白、引号和 , . ; :', 'Remove white space, quotation marks and , . ; :'],
    accents: ['去掉拉丁字母的附加符号', 'Remove accents from Latin letters'],
    ampersand: ['& 读作 and', 'Read & as and'],
    apostrophes_and_full_stops: ['去掉撇号和句点', 'Remove apostrophes and full stops'],
    words: ['其他标点分隔单词', 'Other punctuation separates words'],
    noise_words: ['去掉开头的 the 和结尾的组织形式用语', 'Remove a leading the and ending legal-form words'],
    white_space: ['去掉空白', 'Remove white space'],
  } as Record<string, string[]>
  for (const { step } of steps) for (const words of named[step]!) t.ok(plain.includes(words), `${step}: ${words}`)
})

t.test('published cases are those of the table that tests the logic', async (t) => {
  const rows = parse<Record<string, string>>(readFileSync(new URL('../search/search-key.cases.csv', import.meta.url)), {
    columns: true,
  })
  const spelled = (cell = '') =>
    cell.replace(/⟦U\+([0-9A-F]+)⟧/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
  for (const { number, registered, searched, found, why } of publishedCases) {
    const row = rows.find((each) => each.number === String(number))!
    const inTable = { number: row.number, registered: spelled(row.registered), searched: spelled(row.searched) }
    t.same({ number: String(number), registered, searched }, inTable)
    t.same({ found, why }, { found: row.expected === 'same', why: { zh: row.zh, en: row.en } }, `case ${number}`)
  }
})

t.test('the character tables hold each character of a class, and no other', async (t) => {
  const tables = characterTables()
  t.same(
    tables.map((table) => table.class),
    Object.keys(characterClasses),
  )
  const number = (code: string) => Number.parseInt(code.slice(2), 16)
  for (const { class: name, ranges } of tables) {
    const members = new Set(ranges.flatMap(([first, last]) => range(number(first), number(last))))
    const expression = new RegExp(
      `^(?:${characterClasses[name].source})$`,
      characterClasses[name].flags.replace('g', ''),
    )
    const wrong = range(0, 0x10ffff).filter((code) => {
      if (code >= 0xd800 && code <= 0xdfff) return false
      return expression.test(String.fromCodePoint(code)) !== members.has(code)
    })
    t.same(wrong, [], name)
  }
})

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import {
  assetIdentifierKey,
  explainOrganizationKey,
  identifierSearchKey,
  organizationSearchKey,
  SEARCH_LOGIC,
  SearchKeyError,
  type SearchKeyErrorCode,
} from '../../src/search/search-key.ts'

/*
 * The cases stand in two tables that can be read without the code. ⟦U+FEFF⟧ stands for the character with that number,
 * where the character itself could not be seen.
 */
type Expected = 'same' | 'different' | 'refused'
type NameCase = { number: string; registered: string; searched: string; expected: Expected; en: string }
type NumberCase = NameCase &
  Record<'registered_scheme' | 'registered_country', string> &
  Record<'searched_scheme' | 'searched_country', string>

t.test('names, case by case', async (t) => {
  const cases = table<NameCase>('search-key.cases.csv')
  t.ok(cases.length >= 150)
  for (const each of cases) {
    t.equal(compare(keyOfName(each.registered), keyOfName(each.searched)), each.expected, `${each.number} ${each.en}`)
  }
})

t.test('numbers, case by case', async (t) => {
  for (const each of table<NumberCase>('identifier-key.cases.csv')) {
    const registered = keyOfNumber(each.registered_scheme, each.registered_country, each.registered)
    const searched = keyOfNumber(each.searched_scheme, each.searched_country, each.searched)
    t.equal(compare(registered, searched), each.expected, `${each.number} ${each.en}`)
  }
})

t.test('every case has its own number', async (t) => {
  const numbers = [...table<NameCase>('search-key.cases.csv'), ...table<NumberCase>('identifier-key.cases.csv')]
  t.equal(new Set(numbers.map((each) => each.number)).size, numbers.length)
})

t.test('keys as they are stored', async (t) => {
  t.equal(SEARCH_LOGIC, '1')
  t.equal(organizationSearchKey('THE LIMITED INC'), 'limited')
  t.equal(organizationSearchKey('北京中科（集团） 有限公司'), '北京中科(集团)有限公司')
  t.equal(organizationSearchKey('Smith & Sons, Co., Ltd.'), 'smithandsons')
  t.equal(organizationSearchKey('上海○•—'), '上海〇·-')
  t.equal(identifierSearchKey('uscc', '91350100m000100y43'), 'uscc:91350100M000100Y43')
  t.equal(identifierSearchKey('resident_id', '110105 491231 002'), 'resident_id:11010519491231002X')
  t.equal(identifierSearchKey('passport', 'e 1234-5678', 'cn'), 'passport:CN:E12345678')
  t.equal(identifierSearchKey('passport', 'E12345678'), 'passport::E12345678')
  t.equal(assetIdentifierKey(' lsvaa2-18/a.1 '), 'LSVAA218/A.1')
})

t.test('what cannot be keyed says why', async (t) => {
  const refused: [SearchKeyErrorCode, () => string][] = [
    ['empty_key', () => organizationSearchKey(' ')],
    ['not_well_formed', () => organizationSearchKey('甲\uD800')],
    ['unassigned_character', () => organizationSearchKey('甲\u0378')],
    ['unassigned_character', () => organizationSearchKey('甲\u{E01F0}')],
    ['empty_key', () => identifierSearchKey('uscc', ' - ')],
    ['scheme_malformed', () => identifierSearchKey('passport:CN', 'E12345678')],
    ['scheme_malformed', () => identifierSearchKey('', 'E12345678')],
    ['country_malformed', () => identifierSearchKey('passport', 'E12345678', 'C:N')],
    ['empty_key', () => assetIdentifierKey('\u200B')],
  ]
  for (const [code, key] of refused) t.equal(codeOf(key), code)
})

t.test('the explanation tells how a name became its key', async (t) => {
  const han = explainOrganizationKey('北京中科（集团） 有限公司')
  t.strictSame(
    han.filter(({ before, after }) => before !== after).map(({ step, after }) => [step, after]),
    [
      ['forms', '北京中科(集团) 有限公司'],
      ['ignored_beside_han', '北京中科(集团)有限公司'],
    ],
  )
  const latin = explainOrganizationKey('The Café & Co., Ltd.')
  t.strictSame(
    latin.filter(({ before, after }) => before !== after).map(({ step, after }) => [step, after]),
    [
      ['case', 'the café & co., ltd.'],
      ['accents', 'the cafe & co., ltd.'],
      ['ampersand', 'the cafe  and  co., ltd.'],
      ['apostrophes_and_full_stops', 'the cafe  and  co, ltd'],
      ['words', 'the cafe and co ltd'],
      ['noise_words', 'cafe and'],
      ['white_space', 'cafeand'],
    ],
  )
  for (const { title } of latin) t.ok(title.zh && title.en)
})

function table<Row extends object>(file: string): Row[] {
  const rows = parse<Row>(readFileSync(new URL(file, import.meta.url)), { columns: true })
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, spelled(cell)])) as Row)
}

function spelled(cell: string): string {
  return cell.replace(/⟦U\+([0-9A-F]+)⟧/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
}

/** `undefined` stands for a refusal. */
function compare(registered: string | undefined, searched: string | undefined): Expected {
  if (registered === undefined || searched === undefined) return 'refused'
  return registered === searched ? 'same' : 'different'
}

function keyOfName(name: string): string | undefined {
  return unlessRefused(() => organizationSearchKey(name))
}

function keyOfNumber(scheme: string, country: string, value: string): string | undefined {
  return unlessRefused(() =>
    scheme === 'asset' ? assetIdentifierKey(value) : identifierSearchKey(scheme, value, country || undefined),
  )
}

function unlessRefused(key: () => string): string | undefined {
  try {
    return key()
  } catch (error) {
    if (error instanceof SearchKeyError) return undefined
    throw error
  }
}

function codeOf(key: () => string): string | undefined {
  try {
    key()
    return undefined
  } catch (error) {
    return (error as SearchKeyError).code
  }
}

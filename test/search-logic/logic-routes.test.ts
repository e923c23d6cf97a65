import t from 'tap'
import { openRegister } from '../helpers/register.ts'

t.test('the search logic is open to everybody', async (t) => {
  const register = await openRegister(t)
  const compare = (payload: object, version = '1') =>
    register.app.inject({
      method: 'POST',
      url: `/api/v1/search-logic/${version}/comparisons`,
      payload,
      headers: { 'accept-language': 'en' },
    })

  t.test('GET: steps in order, words, tables, cases', async (t) => {
    const answer = await register.app.inject({ url: '/api/v1/search-logic/1' })
    t.equal(answer.statusCode, 200, answer.body.slice(0, 500))
    const logic = answer.json()
    t.match(logic, { version: '1', answers: true, since: /^20\d\d-.*Z$/ })
    t.same(
      logic.ways.map((each: { way: string }) => each.way),
      ['every_name', 'with_han', 'without_han'],
    )
    t.match(logic.ways[0].steps[0], { step: 'forms', title: { zh: /全角/ }, explanation: { en: /NFKC/ } })
    t.same(logic.noiseWords.leading, ['the'])
    t.ok(logic.noiseWords.ending.includes('limited liability company'))
    const dashes = logic.characters.find((each: { class: string }) => each.class === 'dash')
    t.ok(dashes.ranges.some(([first, last]: string[]) => first === 'U+2010' && last === 'U+2015'))
    for (const each of logic.cases) t.equal(each.registeredKey === each.searchedKey, each.found, `case ${each.number}`)
  })

  t.test('another version is not found', async (t) => {
    for (const version of ['2', '0', '01', 'one', '1.0', '__proto__']) {
      const answer = await register.app.inject({ url: `/api/v1/search-logic/${version}` })
      t.match(answer.json(), { status: 404, code: 'not_found' }, version)
      t.equal((await compare({ first: '甲', second: '乙' }, version)).statusCode, 404, version)
    }
  })

  t.test('POST comparisons: both names step by step', async (t) => {
    const same = (await compare({ first: '甲\u200B【乙】公司', second: '甲（乙）公司' })).json()
    t.match(same, {
      searchLogic: '1',
      equal: true,
      equalFrom: 'brackets',
      first: { key: '甲(乙)公司', way: 'with_han', unseen: [{ place: 2, code: 'U+200B' }] },
      second: { key: '甲(乙)公司', unseen: [] },
    })
    t.equal(same.difference, undefined)
    t.equal(same.first.steps.length, 8)
    const other = (await compare({ first: 'ABC Ltd', second: 'ABD Ltd' })).json()
    t.match(other, { equal: false, difference: { place: 3, first: { character: 'c' }, second: { code: 'U+0064' } } })
    t.equal(other.equalFrom, undefined)
  })

  t.test('names that cannot be keyed are refused, each at its place', async (t) => {
    const cases: [unknown, unknown, [string, string][]][] = [
      ['\u200B ', '甲', [['/first', 'name_not_searchable']]],
      ['甲', '甲\uD800', [['/second', 'name_not_searchable']]],
      [
        '甲\u0378',
        '…',
        [
          ['/first', 'name_not_searchable'],
          ['/second', 'name_not_searchable'],
        ],
      ],
      ['甲\uE000', '甲', [['/first', 'name_character_not_allowed']]],
      ['', '甲', [['/first', 'text_too_short']]],
      ['甲'.repeat(201), '甲', [['/first', 'text_too_long']]],
      [undefined, '甲', [['/first', 'field_missing']]],
      [1, '甲', [['/first', 'field_type_wrong']]],
    ]
    for (const [first, second, expected] of cases) {
      const answer = await compare({ first, second })
      t.equal(answer.statusCode, 422, answer.body)
      const errors = answer.json().errors.map((each: { pointer: string; code: string }) => [each.pointer, each.code])
      t.same(errors, expected, JSON.stringify([first, second]))
    }
    t.equal((await compare({ first: '甲', second: '乙', more: 1 })).statusCode, 422)
  })

  t.test('nothing is recorded', async (t) => {
    const counts = `select (select count(*) from searches) as searches, (select count(*) from audit_events) as events`
    const before = await register.sql(counts)
    await compare({ first: '甲公司', second: '乙公司' })
    t.same((await register.sql(counts)).rows, before.rows)
  })
})

import t from 'tap'
import { countTerms } from '../../src/near-matches/count-terms.ts'
import { indexNames } from '../../src/near-matches/index-names.ts'
import { createPool } from '../../src/platform/database.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import { type Body, fileAgainst, nearNames, organization, searchFor } from './near-debtors.ts'

const name = '舟山海晏船舶配件有限公司'
const mistyped = '舟山海宴船舶配件有限公司'

t.test('what cannot be computed says so, and the certified answer stands', async (t) => {
  const register = await openRegister(t)
  await fileAgainst(register, name)
  const answers = async (state: string, names: string[]) => {
    const exact = (await searchFor(register, { name, nearMatches: 'always' })).json()
    t.equal(exact.matches.length, 1, `${state}: the certified answer`)
    const answer = (await searchFor(register, { name: mistyped })).json()
    t.equal(answer.nearMatchesState, state)
    t.same(
      answer.nearMatches.map((each: Body) => each.name),
      names,
    )
    const asset = (await searchFor(register, { by: 'assetIdentifier', value: 'NO SUCH' })).json()
    t.same(asset.matches, [])
    return answer
  }
  await answers('computed', [name])
  await indexNames(register.deps)

  await t.test('without statistics a small register is still right', async () => {
    await register.sql('delete from debtor_name_terms')
    await register.sql('update debtor_name_count set counted_up_to = 0, names = 0')
    await answers('computed', [name])
    await countTerms(register.deps.pool)
    await answers('computed', [name])
  })

  await t.test('statistics that say something else change nothing in a small register', async () => {
    await register.sql('update debtor_name_terms set names = 1000000')
    await answers('computed', [name])
  })

  await t.test('a large register without statistics says that it cannot', async () => {
    await register.sql('delete from debtor_name_terms')
    await register.sql('update debtor_name_count set counted_up_to = 0, names = 0')
    await register.sql(`insert into debtor_names overriding system value
      select 30000, substr(sha256('far'), 1, 16), '甚远', '甚远', '甚远', array_to_tsvector(array['甚远'])`)
    const answer = await answers('unavailable', [])
    const page = `/api/v1/searches/${answer.searchNumber}/near-matches`
    t.match((await register.call('searcher', { method: 'GET', url: page })).json(), { nearMatchesState: 'unavailable' })
    await register.sql('delete from debtor_names where debtor_name = 30000')
    await countTerms(register.deps.pool)
  })

  await t.test('an index that is far behind says so', async () => {
    await register.sql(`update followers set sequence = 0 where name = 'index-names'`)
    await register.sql('update register_head set last_sequence = 1000')
    await answers('behind', [name])
    await register.sql('update register_head set last_sequence = 1')
    await indexNames(register.deps)
  })

  await t.test('a follower that was never started, and tables that cannot be read', async () => {
    await register.sql(`delete from followers where name = 'index-names'`)
    await answers('unavailable', [])
    await register.sql(`insert into followers values ('index-names', 1)`)
    await register.sql('alter table debtor_names rename to hidden_names')
    await answers('unavailable', [])
    await register.sql('alter table hidden_names rename to debtor_names')
    await answers('computed', [name])
  })

  await t.test('a table that is held does not hold the answer', async (t) => {
    const pool = createPool(register.database.superuserUrl, { applicationName: 'holding', max: 1, onError: () => {} })
    const client = await pool.connect()
    await client.query('begin')
    await client.query('lock table debtor_names in access exclusive mode')
    const began = performance.now()
    await answers('unavailable', [])
    t.ok(performance.now() - began < 8_000, 'each waits about a second and no longer')
    await client.query('rollback')
    client.release()
    await pool.end()
    await answers('computed', [name])
  })

  await t.test('many at once: some are told that they cannot have them, none fails', async (t) => {
    const many = await Promise.all(Array.from({ length: 120 }, () => searchFor(register, { name: mistyped })))
    const states = many.map((each) => (each.statusCode === 201 ? each.json().nearMatchesState : each.statusCode))
    t.same(
      [...new Set(states)].filter((each) => each !== 'computed' && each !== 'unavailable'),
      [],
    )
    t.ok(states.includes('computed'))
  })
})

t.test('each name is indexed once, whoever is killed when', async (t) => {
  const register = await openRegister(t)
  const others = ['one', 'two'].map((name) =>
    createPool(register.database.url, {
      role: 'registry_app',
      applicationName: `indexer ${name}`,
      max: 1,
      onError: () => {},
    }),
  )
  t.teardown(() => Promise.all(others.map((pool) => pool.end())))
  const [one, two] = others.map((pool) => () => indexNames({ pool }))
  const names = Array.from({ length: 30 }, (_, at) => `温州第${at}阀门有限公司`)
  await Promise.all(names.slice(0, 15).map((each) => fileAgainst(register, each)))
  const indexed = async () =>
    (await register.sql('select name from debtor_names order by name')).rows.map((row) => row.name)

  const holding = createPool(register.database.superuserUrl, { applicationName: 'holding', max: 1, onError: () => {} })
  const client = await holding.connect()
  await client.query('begin')
  await client.query('lock table debtor_names in share row exclusive mode')
  const killed = one!().catch((error: Error) => error)
  const pid = await waitingPid(register, 'indexer one')
  await two!()
  await register.sql('select pg_terminate_backend($1)', [pid])
  t.ok((await killed) instanceof Error, 'killed half way')
  await client.query('rollback')
  client.release()
  await holding.end()
  t.same(await indexed(), [], 'and has written nothing')
  t.same(await nearNames(register, '温州第3阀门有限责任公司'), await nearNames(register, '温州第3阀门有限责任公司'))

  await Promise.all(names.slice(15).map((each) => fileAgainst(register, each)))
  await Promise.all([one!(), two!(), one!(), two!()])
  await one!()
  t.same(await indexed(), [...names].sort(), 'none skipped, none twice')
  await register.sql(`update followers set sequence = 0 where name = 'index-names'`)
  await one!()
  t.same(await indexed(), [...names].sort(), 'a cursor that was set back indexes nothing again')

  await Promise.all([countTerms(register.deps.pool), countTerms(others[0]!), countTerms(others[1]!)])
  await countTerms(register.deps.pool)
  const { rows } = await register.sql(
    `select t.term, t.names::int as counted, count(*)::int as found from debtor_name_terms t
     join debtor_names n on t.term = any(tsvector_to_array(n.terms)) group by t.term, t.names`,
  )
  t.ok(rows.length > 0)
  t.same(
    rows.filter((row) => row.counted !== row.found),
    [],
    'terms are counted once',
  )
})

t.test('names that mean harm', async (t) => {
  const register = await openRegister(t)
  await fileAgainst(register, name)
  await fileAgainst(register, `甲公司';DROP TABLE x;--`)
  await indexNames(register.deps)
  const far = '舟'.repeat(200)
  const names = [
    '甲',
    '公',
    '%',
    '_',
    '%公司',
    '.*',
    '(',
    '\\',
    `'`,
    '&',
    '|',
    '!',
    ':*',
    `a' | 'b`,
    '有限公司',
    '公司公司',
  ]
  for (const each of [
    ...names,
    'limited company',
    'THE',
    `'; drop table debtor_names; --`,
    `甲\\' & '乙`,
    far,
    '𠮷𠮷𠮷',
  ]) {
    const answer = await searchFor(register, { name: each, nearMatches: 'always' })
    if (answer.statusCode === 422) t.match(answer.json().errors[0], { pointer: '/name' }, JSON.stringify(each))
    else {
      t.equal(answer.statusCode, 201, JSON.stringify(each))
      t.equal(answer.json().nearMatchesState, 'computed', JSON.stringify(each))
      t.notOk(
        answer.json().nearMatches.some((near: Body) => near.name === name),
        JSON.stringify(each),
      )
    }
  }
  for (const each of ['长'.repeat(10_000), '甲\u0000公司', '甲\ud800公司', '\u202e', ''])
    t.equal((await searchFor(register, { name: each })).statusCode, 422, JSON.stringify(each.slice(0, 9)))
  t.same(await nearNames(register, `舟山\u202e海宴\u200b船舶\u2066配件有限公司`), [name], 'what nobody sees is nothing')
  for (const value of ['O', '%', `'`, '0'.repeat(200), '\u202e1'])
    t.ok([201, 422].includes((await searchFor(register, { by: 'assetIdentifier', value })).statusCode))
  t.equal((await register.sql('select count(*)::int as n from debtor_names')).rows[0].n, 2)
})

t.test('a mistyped identity number is refused and never near another', async (t) => {
  const register = await openRegister(t)
  const person = { scheme: 'resident_id', value: '11010519491231002X' }
  await fileAgainst(register, {
    ...organization(''),
    kind: 'individual',
    name: '张三',
    identifier: person,
    representative: undefined,
  })
  const wrong = await searchFor(register, { by: 'individualId', ...person, value: '110105194912310021' })
  t.match(wrong.json(), { status: 422, errors: [{ code: 'identifier_check_character_wrong', pointer: '/value' }] })
  t.match(wrong.json().errors[0].message, '校验')
})

async function waitingPid(register: TestRegister, name: string): Promise<number> {
  for (;;) {
    const { rows } = await register.sql(
      `select pid from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock'`,
      [name],
    )
    if (rows[0]) return rows[0].pid
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

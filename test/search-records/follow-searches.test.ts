import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import t from 'tap'
import { createPool } from '../../src/platform/database.ts'
import { askedKeys } from '../../src/search-records/asked-keys.ts'
import { followSearches } from '../../src/search-records/follow-searches.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import { beginDaysAgo, dayAgo, noonOf, searchThen } from './recorded-searches.ts'

const company = { by: 'organizationName', name: '宁波甬江精密机械有限公司' }

async function untilOf(register: TestRegister): Promise<string> {
  const { rows } = await register.sql('select until from searches_followed')
  return new Date(rows[0].until).toISOString()
}
const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString()

async function keysFound(register: TestRegister): Promise<string[]> {
  const { rows } = await register.sql(
    `select search_number || ' ' || encode(key_digest, 'hex') as line from searched_keys order by 1`,
  )
  return rows.map(({ line }) => line)
}

async function keysExpected(register: TestRegister, before: string): Promise<string[]> {
  const { rows } = await register.sql('select search_number, query from searches where searched_at < $1', [before])
  return rows.flatMap(({ search_number, query }) => askedKeys(query).map((key) => `${search_number} ${key}`)).sort()
}

t.test('whole days are taken, the present one is not', async (t) => {
  const register = await openRegister(t)
  await beginDaysAgo(register, 40)
  const code = { scheme: 'uscc', value: '91440300MA5EY03H2M' }
  const queries = [
    company,
    { ...company, identifier: code },
    { by: 'organizationIdentifier', ...code },
    { by: 'individualId', scheme: 'resident_id', value: '330602197509239924' },
    { by: 'assetIdentifier', value: 'XJ-1' },
  ]
  await searchThen(register, 'searcher', queries, noonOf(dayAgo(35)))
  await searchThen(register, 'operator', queries, noonOf(dayAgo(1)))
  await searchThen(register, 'operator', [company], `${dayAgo(0)}T00:00:00+08:00`)
  await followSearches(register.deps)
  const found = await keysFound(register)
  // In the first minutes of a day the one before is not over for long enough.
  const until = await untilOf(register)
  t.ok([startOf(dayAgo(0)), startOf(dayAgo(1))].includes(until))
  t.same(found, await keysExpected(register, until))
  t.ok(found.length >= 5, 'by asset nobody was asked for')
  await followSearches(register.deps)
  t.same(await keysFound(register), found, 'a second run takes nothing twice')
})

t.test('a search that was stamped and is not committed yet is waited for', async (t) => {
  const register = await openRegister(t)
  await beginDaysAgo(register, 5)
  const [number] = await searchThen(register, 'searcher', [company], noonOf(dayAgo(3)))
  const slow = new pg.Client({ connectionString: register.database.superuserUrl })
  await slow.connect()
  t.teardown(() => slow.end())
  await slow.query('begin; set local session_replication_role = replica')
  await slow.query(`update searches set searched_at = '${noonOf(dayAgo(2))}' where search_number = $1`, [number])
  const before = await untilOf(register)
  await followSearches(register.deps)
  t.equal(await untilOf(register), before, 'as long as it may still come, nothing is taken')
  const waiting = followSearches(register.deps)
  await setTimeout(300)
  await slow.query('commit')
  await waiting
  t.not(await untilOf(register), before)
  const { rows } = await register.sql('select search_number, searched_at from searched_keys')
  t.same(rows, [{ search_number: number, searched_at: new Date(noonOf(dayAgo(2))) }])
})

t.test('killed at any moment and run beside itself, each search is taken once', async (t) => {
  const register = await openRegister(t)
  await beginDaysAgo(register, 30)
  for (let day = 2; day < 28; day += 1) await searchThen(register, 'searcher', [company, company], noonOf(dayAgo(day)))
  const pools = [1, 2].map(() =>
    createPool(register.database.url, { role: 'registry_app', applicationName: 'beside', max: 2, onError: () => {} }),
  )
  t.teardown(() => Promise.all(pools.map((pool) => pool.end())))
  let done = false
  const killing = (async () => {
    for (let at = 0; at < 12; at += 1) {
      await setTimeout(25)
      await register.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'beside' and state <> 'idle'`,
      )
    }
    done = true
  })()
  const following = pools.map(async (pool) => {
    while (!done) await followSearches({ pool }).catch(() => {})
  })
  await Promise.all([killing, ...following])
  await followSearches(register.deps)
  t.same(await keysFound(register), await keysExpected(register, await untilOf(register)))
  t.equal((await keysFound(register)).length, 52)
})

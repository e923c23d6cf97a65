import t, { type Test } from 'tap'
import { searchChunk } from '../../src/bulk-searches/search-lines.ts'
import { type Body, openListed, type Result } from './listed-register.ts'

/* A list that is stopped, resumed, out of time, searched by several workers at once, or whose worker fails. */

const lines = (count: number, of = '第') =>
  Array.from({ length: count }, (_, at) => ({ by: 'organizationName', name: `${of} ${at} 家公司` }))

type Listed = Awaited<ReturnType<typeof openListed>>

/** Every line has one search of its own, and no search was made that is no line's. */
async function wholeAndOnce(t: Test, { register, get, results }: Listed, list: Body): Promise<Result[]> {
  const found = await results(list, '?limit=1000')
  const numbers = found.map(({ searchNumber }) => searchNumber)
  t.notOk(numbers.includes(undefined), 'no line is without its search')
  t.equal(new Set(numbers).size, numbers.length, 'each has its own')
  const names = found.map(({ query }) => query!.name)
  const { rows } = await register.sql(
    `select count(*)::int as made from searches where query ->> 'name' = any($1::text[])`,
    [names],
  )
  t.equal(rows[0].made, numbers.length, 'none was made twice')
  t.match(await get(list.links.self), { state: 'ended', done: found.length, total: found.length })
  return found
}

t.test('stopped and resumed', async (t) => {
  const listed = await openListed(t)
  const { register, start, get, results, run, file } = listed
  const post = (list: Body, what: 'cancellations' | 'resumptions') =>
    register.call('operator', { method: 'POST', url: list.links[what] })

  t.test('what was searched stays; the rest follows as of the same moment, whatever was filed meanwhile', async (t) => {
    const list = await start(lines(10))
    await searchChunk(register.deps, 4)
    const stopped = await post(list, 'cancellations')
    t.match(stopped.json(), { state: 'cancelled', done: 4, total: 10 })
    t.equal((await post(list, 'cancellations')).statusCode, 200, 'stopped again it is stopped')
    t.equal(await searchChunk(register.deps, 4), false, 'nothing goes on')
    const before = await results(list)
    t.same(
      before.map(({ state }) => state),
      [...Array(4).fill('nothing_found'), ...Array(6).fill('not_searched')],
    )
    await file('第 7 家公司', 7)
    t.match((await post(list, 'resumptions')).json(), { state: 'running', done: 4 })
    t.equal((await post(list, 'resumptions')).statusCode, 200, 'resumed again it goes on')
    await run()
    const after = await wholeAndOnce(t, listed, list)
    t.same(after.slice(0, 4), before.slice(0, 4))
    t.equal(after[7]!.state, 'nothing_found', 'filed after the moment of the list')
    t.same(new Set(after.map(({ asOf }) => asOf!.sequence)).size, 1)
  })

  t.test('before its first search, and when all was searched', async (t) => {
    const list = await start(lines(3, '未'))
    t.match((await post(list, 'cancellations')).json(), { state: 'cancelled', done: 0 })
    await post(list, 'resumptions')
    await run()
    await wholeAndOnce(t, listed, list)
    t.equal((await post(list, 'cancellations')).json().code, 'bulk_search_ended')
    t.equal((await post(list, 'resumptions')).json().code, 'bulk_search_not_resumable')
    t.equal((await get(list.links.self)).state, 'ended')
  })

  t.test('its moment must not be over a day old', async (t) => {
    const old = async (list: Body) =>
      register.sql(
        `update bulk_searches set as_of_time = as_of_time - interval '25 hours', created_at = created_at - interval '25 hours'
         where bulk_search_number = $1`,
        [list.bulkSearchNumber],
      )
    const stopped = await start(lines(6, '旧'))
    await searchChunk(register.deps, 2)
    await post(stopped, 'cancellations')
    await old(stopped)
    t.equal((await post(stopped, 'resumptions')).json().code, 'bulk_search_not_resumable')
    const running = await start(lines(6, '久'))
    await searchChunk(register.deps, 2)
    await old(running)
    await run()
    t.match(await get(running.links.self), { state: 'timed_out', done: 2, total: 6 })
    t.equal((await results(running)).filter(({ state }) => state === 'not_searched').length, 4)
    t.equal((await post(running, 'resumptions')).json().code, 'bulk_search_not_resumable')
    const waited = await start(lines(2, '等'))
    await old(waited)
    await run()
    t.match(await get(waited.links.self), { state: 'timed_out', done: 0 })
  })
})

t.test('several workers, and one that fails', async (t) => {
  const listed = await openListed(t)
  const { register, start, run } = listed

  t.test('two lists by three workers: each line once', async (t) => {
    const lists = [await start(lines(90, '甲')), await start(lines(70, '乙'))]
    const worker = async () => {
      while (await searchChunk(register.deps, 7));
    }
    await Promise.all([worker(), worker(), worker()])
    await run()
    for (const list of lists) await wholeAndOnce(t, listed, list)
  })

  t.test('lists take turns: a short one does not wait for a long one', async (t) => {
    const long = await start(lines(60, '长'))
    const short = await start(lines(5, '短'))
    await searchChunk(register.deps, 10)
    await searchChunk(register.deps, 10)
    t.equal((await listed.get(short.links.self)).state, 'ended')
    t.equal((await listed.get(long.links.self)).done, 10)
    await run()
    await wholeAndOnce(t, listed, long)
  })

  for (const [when, on] of [
    ['before its results are noted', 'bulk_search_lines'],
    ['before its progress is noted', 'bulk_searches'],
  ] as const) {
    t.test(`a chunk that fails ${when} leaves no search, and the other lists go on`, async (t) => {
      const name = on === 'bulk_searches' ? '败' : '坏'
      const list = await start(lines(9, name))
      await searchChunk(register.deps, 3)
      const other = await start(lines(2, `别${name}`))
      const made = async () =>
        (await register.sql(`select count(*)::int as n from searches where query ->> 'name' like $1`, [`${name} %`]))
          .rows[0].n
      await register.sql(
        `create function fails() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
         create trigger fails before update on ${on} for each row when (
           ${on === 'bulk_searches' ? 'new.searched_place > old.searched_place and' : ''} new.bulk_search = ${await idOf(list)})
           execute function fails()`,
      )
      let failed = 0
      for (let turn = 0; turn < 4; turn += 1) await searchChunk(register.deps, 3).catch(() => (failed += 1))
      t.ok(failed >= 2)
      t.equal(await made(), 3, 'of the chunk that failed nothing is left')
      t.equal((await listed.get(other.links.self)).state, 'ended')
      await register.sql(`drop trigger fails on ${on}; drop function fails()`)
      await run()
      await wholeAndOnce(t, listed, list)
    })
  }

  async function idOf(list: Body): Promise<number> {
    const { rows } = await register.sql('select bulk_search from bulk_searches where bulk_search_number = $1', [
      list.bulkSearchNumber,
    ])
    return Number(rows[0].bulk_search)
  }
})

t.test('while the order is not closed nothing is searched, and then it goes on', async (t) => {
  const listed = await openListed(t)
  const { register, start, run } = listed
  const list = await start(lines(5))
  await register.deps.sequencer.close()
  await register.sql(`update register_head set closed_at = closed_at - interval '2 minutes'`)
  await t.rejects(searchChunk(register.deps), { code: 'order_not_closed' })
  t.equal((await listed.get(list.links.self)).done, 0)
  await register.sql('update register_head set closed_at = clock_timestamp()')
  await run()
  await wholeAndOnce(t, listed, list)
})

import { setTimeout as delay } from 'node:timers/promises'
import t from 'tap'
import { type RegisterProcess, request, startProcess } from '../helpers/processes.ts'
import { openRegister } from '../helpers/register.ts'

/*
 * Lists are searched by two processes that are killed again and again. Sent to both at once a list is one list; at its
 * end each line has one search, none has two, and all are as of one moment.
 */
const ROUNDS = process.env.LONG ? 20 : 4
const LINES = 5_000

t.test('kill -9 of workers in the middle of lists', { timeout: 240_000 }, async (t) => {
  const register = await openRegister(t)
  const { apiKey } = register.people.operator
  const env = { DATABASE_URL: register.database.url }
  const running: RegisterProcess[] = await Promise.all([startProcess(env), startProcess(env)])
  t.teardown(() => Promise.all(running.map((each) => each.kill('SIGTERM'))))

  const lists: Record<string, any>[] = []
  for (const name of ['甲', '乙']) {
    const body = {
      purpose: 'before_transaction',
      searches: Array.from({ length: LINES }, (_, at) => ({ by: 'organizationName', name: `${name} ${at} 公司` })),
      callbackUrl: 'http://127.0.0.1:1025/',
    }
    const sent = { method: 'POST', apiKey, body, headers: { 'idempotency-key': `list ${lists.length}` } }
    const answers = await Promise.all(running.map(({ url }) => request(`${url}/api/v1/bulk-searches`, sent)))
    t.same(
      answers.map(({ status }) => status),
      [202, 202],
    )
    t.same(answers[1]!.body, answers[0]!.body, 'sent to both at once it is one list')
    lists.push(answers[0]!.body)
  }
  t.equal((await register.sql('select count(*)::int as n from bulk_searches')).rows[0].n, 2)

  let killedAtWork = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    await delay(50 + Math.random() * 200)
    const at = round % 2
    const before = await doneOf()
    await running[at]!.kill('SIGKILL')
    if (before > 0 && before < 2 * LINES) killedAtWork += 1
    running[at] = await startProcess(env)
  }
  t.ok(killedAtWork > 0, 'a worker was killed in the middle')
  t.comment(`${killedAtWork} of ${ROUNDS} kills in the middle`)

  for (const { links } of lists) {
    let list: Record<string, any> = {}
    do list = (await request(`${running[0]!.url}${links.self}?waitSeconds=20`, { apiKey })).body
    while (list.state === 'waiting' || list.state === 'running')
    t.match(list, { state: 'ended', total: LINES, done: LINES, nothingFound: LINES })
  }
  const { rows } = await register.sql(
    `select b.bulk_search, count(*)::int as lines, count(distinct s.search_number)::int as searches,
       count(distinct s.as_of_sequence || ' ' || s.as_of_time)::int as moments, count(l.query)::int as left_over
     from bulk_search_lines l join bulk_searches b using (bulk_search) join searches s using (search_number)
     group by b.bulk_search`,
  )
  for (const row of rows) t.match(row, { lines: LINES, searches: LINES, moments: 1, left_over: 0 })
  t.equal(rows.length, 2)
  const made = await register.sql('select count(*)::int as n from searches')
  t.equal(made.rows[0].n, 2 * LINES, 'no search was made that is no line’s')

  async function doneOf(): Promise<number> {
    const { rows } = await register.sql('select sum(found + nothing_found + refused)::int as done from bulk_searches')
    return rows[0].done
  }
})

import t from 'tap'
import { addNotices } from '../../src/notices/add-notices.ts'
import type { NewNotice } from '../../src/notices/notice.ts'
import { createPool } from '../../src/platform/database.ts'
import type { SandboxUser } from '../../src/sandbox/sandbox-people.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>
type Who = SandboxUser['name']

const everybody: Who[] = [
  'operator',
  'administrator',
  'otherOperator',
  'otherAdministrator',
  'searcher',
  'registrar',
  'secondRegistrar',
  'court',
]

function notice(register: TestRegister, to: Who, source: string, more: Partial<NewNotice> = {}): NewNotice {
  return { account: register.people[to].account, kind: 'code_to_collect', details: {}, source, ...more } as NewNotice
}

async function sourcesOf(register: TestRegister, who: Who, query = ''): Promise<string[]> {
  const answer = await register.call(who, { url: `/api/v1/notices${query}` })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const ids = answer.json().notices.map((each: Body) => each.notice)
  const { rows } = await register.sql('select notice, source from notices where notice = any($1)', [ids])
  const sources = new Map(rows.map((row) => [Number(row.notice), row.source]))
  return ids.map((id: number) => sources.get(id))
}

const read = (register: TestRegister, who: Who | undefined, upTo: unknown) =>
  register.call(who, { method: 'POST', url: '/api/v1/notices/reads', payload: { upTo } })

const newest = async (register: TestRegister): Promise<number> =>
  Number((await register.sql('select max(notice) from notices')).rows[0].max)

t.test('a reader sees the notices of the own account, and of nobody else', async (t) => {
  const register = await openRegister(t)
  const { pool } = register.deps
  await addNotices(pool, [
    notice(register, 'operator', 'bank'),
    notice(register, 'operator', 'bank administrator', { userId: register.people.administrator.userId }),
    notice(register, 'otherOperator', 'lessor'),
    notice(register, 'searcher', 'person'),
    notice(register, 'registrar', 'office'),
  ])
  const seen: Record<Who, string[]> = {
    operator: ['bank'],
    administrator: ['bank administrator', 'bank'],
    otherOperator: ['lessor'],
    otherAdministrator: ['lessor'],
    searcher: ['person'],
    registrar: ['office'],
    secondRegistrar: ['office'],
    court: [],
  }
  for (const who of everybody) {
    t.same((await sourcesOf(register, who)).sort(), [...seen[who]].sort(), `${who}: API`)
    const page = await register.app.inject({
      url: '/notices',
      headers: { accept: 'text/html' },
      cookies: { session: await register.sessionOf(who) },
    })
    t.equal(page.statusCode, 200)
    t.equal(page.body.split('领取新的修改码').length - 1, seen[who].length, `${who}: page`)
    const count = seen[who].length
    t.match(page.body, count === 0 ? />通知<\/a>/ : new RegExp(`通知（${count} 条未读）`), `${who}: navigation`)
  }
  t.equal((await register.call(undefined, { url: '/api/v1/notices' })).statusCode, 401)
  t.equal((await read(register, undefined, 1)).statusCode, 401)
  const page = await register.app.inject({ url: '/notices', headers: { accept: 'text/html' } })
  t.match(page, { statusCode: 303, headers: { location: '/sign-in?next=%2Fnotices' } })

  await read(register, 'operator', await newest(register))
  for (const [who, count] of [
    ['operator', 0],
    ['administrator', 2],
    ['otherOperator', 1],
  ] as const)
    t.equal((await sourcesOf(register, who, '?unread=true')).length, count, `${who}: what one reads others have not`)
})

t.test('what an answer says', async (t) => {
  const register = await openRegister(t)
  const [registrationNumber, filingNumber] = ['20261125162000502689', '20261125162000502690']
  await addNotices(register.deps.pool, [
    notice(register, 'searcher', 'copy', {
      kind: 'filing_made',
      details: { filing: 'renewal', as: ['debtor'] },
      registrationNumber,
      filingNumber,
    }),
  ])
  const answer = await register.call('searcher', { url: '/api/v1/notices', headers: { 'accept-language': 'en' } })
  const [only] = answer.json().notices
  t.match(only, {
    kind: 'filing_made',
    message: 'Renewal filed. In this registration you are: debtor.',
    read: false,
    details: { filing: 'renewal', as: ['debtor'] },
    registrationNumber,
    filingNumber,
    links: {
      registration: `/api/v1/registrations/${registrationNumber}`,
      certificate: `/api/v1/filings/${filingNumber}/certificate`,
    },
  })
  t.match(only.at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
})

t.test('page by page, and what is wrong with a question', async (t) => {
  const register = await openRegister(t)
  const sources = Array.from({ length: 120 }, (_, at) => `n${String(at).padStart(3, '0')}`)
  await addNotices(
    register.deps.pool,
    sources.map((source) => notice(register, 'searcher', source)),
  )
  await addNotices(
    register.deps.pool,
    sources.map((source) => notice(register, 'searcher', source)),
  )
  const all: string[] = []
  let url: string | undefined = '/api/v1/notices?limit=50'
  while (url) {
    all.push(...(await sourcesOf(register, 'searcher', url.slice('/api/v1/notices'.length))))
    url = (await register.call('searcher', { url })).json().next as string | undefined
  }
  t.same(all, [...sources].reverse(), 'newest first, each once; added twice is once')
  for (const query of ['?limit=0', '?limit=101', '?before=0', '?before=x', '?unread=maybe'])
    t.equal((await register.call('searcher', { url: `/api/v1/notices${query}` })).statusCode, 422, query)
  for (const upTo of [0, '1', 1.5, undefined]) t.equal((await read(register, 'searcher', upTo)).statusCode, 422)

  const cookies = { session: await register.sessionOf('searcher') }
  const page = (url: string) => register.app.inject({ url, cookies, headers: { accept: 'text/html' } })
  t.match((await page('/')).body, /通知（99\+ 条未读）/)
  t.match((await page('/?lang=en')).statusCode, 303)
  const first = (await page('/notices')).body
  const older = /href="(\/notices\?before=\d+)"/.exec(first)![1]!
  t.match((await page(older)).body, /最近的通知/)
  t.notMatch((await page(older)).body, /全部标为已读/, 'all is only said where the newest is shown')
  t.equal((await page('/notices?before=nonsense')).statusCode, 200)
  t.match((await page('/notices?before=1')).body, /没有更早的通知/)
  const fields = {
    _csrf: /name="_csrf" value="([^"]+)"/.exec(first)![1]!,
    upTo: /name="upTo" value="(\d+)"/.exec(first)![1]!,
  }
  const post = (payload: object) =>
    register.app.inject({
      method: 'POST',
      url: '/notices',
      cookies,
      payload: new URLSearchParams(Object.entries(payload)).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    })
  t.equal((await post({ upTo: fields.upTo })).statusCode, 403, 'another site cannot')
  t.match(await post(fields), { statusCode: 303, headers: { location: '/notices' } })
  t.match((await page('/notices?unread=1')).body, /没有未读的通知/)
  t.match((await page('/')).body, />通知<\/a>/)
})

t.test('what has not been seen stays unread', async (t) => {
  const register = await openRegister(t)
  const other = createPool(register.database.url, {
    role: 'registry_app',
    applicationName: 'slow',
    max: 1,
    onError: () => {},
  })
  t.teardown(() => other.end())
  const { pool } = register.deps
  const slow = await other.connect()
  await slow.query('begin')
  await addNotices(slow, [notice(register, 'searcher', 'slow')])
  await addNotices(pool, [notice(register, 'searcher', 'quick')])
  t.same(await sourcesOf(register, 'searcher', '?unread=true'), ['quick'])
  const upTo = await newest(register)
  t.equal((await read(register, 'searcher', upTo)).statusCode, 204)
  t.equal((await read(register, 'searcher', upTo)).statusCode, 204, 'twice is once')
  await slow.query('commit')
  slow.release()
  t.same(await sourcesOf(register, 'searcher', '?unread=true'), ['slow'], 'a lower number that came later is unread')

  await addNotices(pool, [notice(register, 'searcher', 'newer')])
  await read(register, 'searcher', upTo)
  t.same(await sourcesOf(register, 'searcher', '?unread=true'), ['newer'], 'what came after the page was made, too')
})

t.test('what was read long ago takes no rows', async (t) => {
  const register = await openRegister(t)
  const { account, userId } = register.people.searcher
  const add = (from: number, to: number, age: string) =>
    register.sql(
      `insert into notices (account, kind, source, at) select $1, 'code_to_collect', 'n' || n, clock_timestamp() - $4::interval
       from generate_series($2::int, $3::int) n`,
      [account, from, to, age],
    )
  const rows = async () => (await register.sql('select count(*)::int from notice_reads')).rows[0].count
  const unread = async () => (await sourcesOf(register, 'searcher', '?unread=true&limit=100')).length
  await add(1, 30, '2 days')
  await add(31, 40, '1 minute')
  t.equal(await unread(), 40)
  await read(register, 'searcher', await newest(register))
  t.equal(await unread(), 0)
  t.equal(await rows(), 10, 'only the new ones are noted one by one')
  await read(register, 'searcher', 5)
  t.equal(await unread(), 0, 'reading less takes nothing back')
  await register.sql(`select setval(pg_get_serial_sequence('notices', 'notice'), 1000)`)
  await add(41, 45, '2 hours')
  t.equal(await unread(), 5)
  await read(register, 'searcher', await newest(register))
  t.equal(await unread(), 0)
  t.equal(await rows(), 0)
  const marks = await register.sql('select * from notices_read_up_to')
  t.same(marks.rows, [{ user_id: String(userId), notice: String(await newest(register)) }])
})

t.test('the count on each page reads the unread ones alone', async (t) => {
  const register = await openRegister(t)
  const { account, userId } = register.people.searcher
  await register.sql(
    `insert into notices (account, kind, source, at) select $1, 'code_to_collect', 'n' || n, clock_timestamp() - interval '1 day'
     from generate_series(1, 20000) n`,
    [account],
  )
  await register.sql('insert into notices_read_up_to values ($1, 19990)', [userId])
  await register.sql('analyze notices, notice_reads, notices_read_up_to')
  const { rows } = await register.sql(
    `explain (analyze, buffers, format json) select count(*) from (select from notices n
     where n.account = $1 and (n.user_id is null or n.user_id = $2)
       and n.notice > (select coalesce(max(notice), 0) from notices_read_up_to where user_id = $2)
       and not exists (select from notice_reads r where r.user_id = $2 and r.notice = n.notice) limit 100) x`,
    [account, userId],
  )
  const [{ Plan }] = rows[0]['QUERY PLAN']
  t.ok(Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'] < 60, `${Plan['Shared Hit Blocks']} blocks`)
})

import t from 'tap'
import { makeUscc } from '../../src/parties/uscc.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { request, startProcess } from '../helpers/processes.ts'
import { openRegister } from '../helpers/register.ts'

/*
 * No false clear: two web processes on one database, filers and searchers at once. Every search must hold exactly the
 * filings on its debtor up to the sequence that it states, and everything acknowledged before it was asked.
 */
const SECONDS = process.env.LONG ? 120 : 6
const FILERS = 12
const SEARCHERS = 12
const DEBTORS = 5

const name = (debtor: number) => `风暴测试第${debtor}号有限公司`

t.test('a storm over two processes', async (t) => {
  const register = await openRegister(t)
  const env = { DATABASE_URL: register.database.url, ROLE: 'web' }
  const processes = await Promise.all([startProcess(env), startProcess(env)])
  t.teardown(() => Promise.all(processes.map((each) => each.kill('SIGTERM'))))

  const acknowledged: { debtor: number; sequence: number; filedAt: string; at: number }[] = []
  const searches: { debtor: number; asked: number; sequence: number; time: string; found: number[] }[] = []
  const until = Date.now() + SECONDS * 1000
  const pick = (worker: number) => processes[worker % processes.length]!.url

  const filer = async (worker: number) => {
    for (let turn = 0; Date.now() < until; turn += 1) {
      const debtor = (worker + turn) % DEBTORS
      const { status, body } = await request(`${pick(worker)}/api/v1/registrations`, {
        apiKey: register.people.operator.apiKey,
        body: bodyOn(debtor),
      })
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
      acknowledged.push({ debtor, sequence: body.sequence, filedAt: body.filedAt, at: performance.now() })
    }
  }
  const searcher = async (worker: number) => {
    for (let turn = 0; Date.now() < until; turn += 1) {
      const debtor = (worker + turn) % DEBTORS
      const asked = performance.now()
      const { status, body } = await request(`${pick(worker + turn)}/api/v1/searches`, {
        apiKey: register.people.searcher.apiKey,
        body: { by: 'organizationName', name: name(debtor), purpose: 'before_transaction' },
      })
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
      const found = body.matches.map((each: { sequence: number }) => each.sequence)
      searches.push({ debtor, asked, sequence: body.asOf.sequence, time: body.asOf.time, found })
    }
  }
  await Promise.all([
    ...Array.from({ length: FILERS }, (_, at) => filer(at)),
    ...Array.from({ length: SEARCHERS }, (_, at) => searcher(at)),
  ])

  const { rows } = await register.sql(
    `select sequence::int, to_char(filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as filed_at from filings order by sequence`,
  )
  t.comment(`${acknowledged.length} filings, ${searches.length} searches`)
  t.ok(acknowledged.length > 50 && searches.length > 50)
  t.equal(rows.length, acknowledged.length, 'what is there is what was acknowledged')
  t.same(
    rows.map((row) => row.sequence),
    rows.map((_, at) => at + 1),
    'the order is dense',
  )
  t.ok(
    rows.every((row, at) => at === 0 || row.filed_at > rows[at - 1]!.filed_at),
    'time rises strictly',
  )

  const debtorOf = new Map(acknowledged.map((each) => [each.sequence, each.debtor]))
  let missed = 0
  let stale = 0
  let unclosed = 0
  for (const search of searches) {
    const expected = rows.filter(
      (row) => row.sequence <= search.sequence && debtorOf.get(row.sequence) === search.debtor,
    )
    if (JSON.stringify(expected.map((row) => row.sequence)) !== JSON.stringify(search.found)) missed += 1
    const known = acknowledged.filter((each) => each.at < search.asked)
    if (known.some((each) => each.sequence > search.sequence)) stale += 1
    if (rows.some((row) => row.filed_at <= search.time && row.sequence > search.sequence)) unclosed += 1
  }
  t.equal(missed, 0, 'every search holds exactly the filings up to its sequence')
  t.equal(stale, 0, 'every search holds what was acknowledged before it was asked')
  t.equal(unclosed, 0, 'no filing beyond the sequence is at or before the time')
})

function bodyOn(debtor: number) {
  return {
    ...formOf('chattel_mortgage')!.example,
    debtors: [
      {
        kind: 'organization',
        name: name(debtor),
        identifier: { scheme: 'uscc', value: makeUscc(`91310000MA000000${debtor}`) },
        address: { country: 'CN', line: '上海市' },
        representative: '王强',
      },
    ],
  }
}

import t from 'tap'
import { announceFilings } from '../../src/notices/announce-filings.ts'
import { createPool } from '../../src/platform/database.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import { numberOf, partyOf } from './named-parties.ts'

type Body = Record<string, any>

const example = formOf('finance_lease')!.example as Body
const stranger = example.debtors[0]

async function file(register: TestRegister, parties: Body): Promise<Body> {
  const payload = { ...structuredClone(example), ...parties }
  const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

async function act(register: TestRegister, filed: Body, act: string, content: Body): Promise<Body> {
  const url = `/api/v1/registrations/${filed.registrationNumber}/${act}`
  const payload = { modificationCode: filed.modificationCode, declaration: true, ...content }
  const answer = await register.call('operator', { method: 'POST', url, payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

/** Who was told of a filing, and as what: `searcher: debtor`. */
async function toldOf(register: TestRegister, { filingNumber }: Body): Promise<string[]> {
  await announceFilings(register.deps)
  const { rows } = await register.sql(
    `select (select u.login_name from users u where u.account = n.account order by user_id limit 1) as who, n.*
     from notices n where filing_number = $1 and kind = 'filing_made'`,
    [filingNumber],
  )
  for (const row of rows) t.equal(row.user_id, null)
  return rows.map(({ who, details }) => `${who}: ${details.as.join(', ')}`).sort()
}

t.test('who is told of what', async (t) => {
  const register = await openRegister(t)
  const lines: [string, Body, string[]][] = [
    ['nobody has an account here', {}, []],
    ['the filer itself is the secured party', { securedParties: [partyOf('operator')] }, []],
    [
      'an institution files for another',
      { securedParties: [partyOf('otherOperator')] },
      ['lessor-admin: secured_party'],
    ],
    ['an individual is the debtor', { debtors: [partyOf('searcher')] }, ['searcher: debtor']],
    [
      'everybody, and one of them twice',
      {
        securedParties: [partyOf('otherOperator'), partyOf('operator')],
        debtors: [stranger, partyOf('searcher'), partyOf('otherOperator')],
      },
      ['lessor-admin: secured_party, debtor', 'searcher: debtor'],
    ],
    [
      'the number is written otherwise',
      {
        debtors: [
          partyOf(
            'otherOperator',
            `${numberOf('otherOperator')
              .toLowerCase()
              .replace(/(.{6})/, '$1 ')}`,
          ),
        ],
      },
      ['lessor-admin: debtor'],
    ],
    [
      'the name is the same, the number is not',
      { debtors: [{ ...stranger, name: partyOf('otherOperator').name }] },
      [],
    ],
  ]
  for (const [name, parties, told] of lines) t.same(await toldOf(register, await file(register, parties)), told, name)

  await t.test('each act, as the registration stands', async (t) => {
    const filed = await file(register, { debtors: [stranger, partyOf('searcher')] })
    t.same(await toldOf(register, filed), ['searcher: debtor'])
    const renewed = await act(register, filed, 'renewals', { additionalMonths: 12 })
    t.same(await toldOf(register, renewed), ['searcher: debtor'])
    const released = await act(register, filed, 'amendments', { changes: [{ type: 'release_debtor', index: 1 }] })
    t.same(await toldOf(register, released), ['searcher: debtor'], 'who leaves is told that it left')
    const again = await act(register, filed, 'renewals', { additionalMonths: 12 })
    t.same(await toldOf(register, again), [], 'and of nothing after that')
    const joined = await act(register, filed, 'amendments', {
      changes: [{ type: 'add_debtor', party: partyOf('otherOperator') }],
    })
    t.same(await toldOf(register, joined), ['lessor-admin: debtor'])
    const ended = await act(register, filed, 'discharges', { reason: 'debt_extinguished' })
    t.same(await toldOf(register, ended), ['lessor-admin: debtor'])
  })

  await t.test('what was filed before the follower came is told as it stood then', async (t) => {
    const filed = await file(register, { debtors: [stranger, partyOf('searcher')] })
    const released = await act(register, filed, 'amendments', { changes: [{ type: 'release_debtor', index: 1 }] })
    const renewed = await act(register, filed, 'renewals', { additionalMonths: 12 })
    t.same(await toldOf(register, filed), ['searcher: debtor'])
    t.same(await toldOf(register, released), ['searcher: debtor'])
    t.same(await toldOf(register, renewed), [])
  })

  await t.test('who objected hears of it as long as the objection is open', async (t) => {
    const filed = await file(register, {})
    const post = async (path: string, payload: Body) => {
      const url = `/api/v1/registrations/${filed.registrationNumber}/${path}`
      const answer = await register.call('searcher', { method: 'POST', url, payload })
      if (answer.statusCode !== 201) throw new Error(answer.body)
      return answer.json()
    }
    const objection = { statement: '租赁物已经退还', relation: '承租人', demandedOn: '2026-11-02', refused: true }
    const objected = await post('objections', objection)
    t.same(await toldOf(register, objected), ['bank-admin: filer'], 'the filer hears of the objection')
    const renewed = await act(register, filed, 'renewals', { additionalMonths: 12 })
    t.same(await toldOf(register, renewed), ['searcher: objector'])
    const withdrawn = await post(`objections/${objected.filingNumber}/withdrawals`, {})
    t.same(await toldOf(register, withdrawn), ['bank-admin: filer'])
    const again = await act(register, filed, 'renewals', { additionalMonths: 12 })
    t.same(await toldOf(register, again), [])
  })

  await t.test('an account that nobody has verified is told nothing', async (t) => {
    await register.sql('update accounts set identity_verified_at = null where account = $1', [
      register.people.searcher.account,
    ])
    t.same(await toldOf(register, await file(register, { debtors: [partyOf('searcher')] })), [])
  })
})

t.test('what was filed before there were notices is not announced', async (t) => {
  const register = await openRegister(t)
  const { rows } = await register.sql('select * from followers where name = $1', ['announce-filings'])
  t.same(rows, [{ name: 'announce-filings', sequence: '0' }], 'a new register begins at its beginning')
})

t.test('each filing is announced once, whoever is killed when', async (t) => {
  const register = await openRegister(t)
  const others = ['one', 'two'].map((name) =>
    createPool(register.database.url, {
      role: 'registry_app',
      applicationName: `follower ${name}`,
      max: 1,
      onError: () => {},
    }),
  )
  t.teardown(() => Promise.all(others.map((pool) => pool.end())))
  const [one, two] = others.map((pool) => () => announceFilings({ pool }))
  const numbers: string[] = []
  const fileMany = async (count: number) => {
    const filed = await Promise.all(
      Array.from({ length: count }, () => file(register, { debtors: [partyOf('searcher')] })),
    )
    numbers.push(...filed.map(({ registrationNumber }) => registrationNumber))
  }
  const notices = async () =>
    (await register.sql('select filing_number from notices')).rows.map(({ filing_number }) => filing_number)

  await fileMany(20)
  // The notices' table is held, so that the first follower stands between reading the filings and telling of them.
  const holding = await hold(register)
  const killed = one!().catch((error: Error) => error)
  const pid = await waitingPid(register, 'follower one')
  await two!()
  t.same(await holding.count(), 0, 'the second leaves the batch to the first, which holds the cursor')
  await register.sql('select pg_terminate_backend($1)', [pid])
  t.ok((await killed) instanceof Error, 'the first is killed half way')
  await holding.release()
  t.same(await notices(), [], 'and has told nobody')

  const filing = fileMany(60)
  await Promise.all([one!(), two!(), one!(), two!()])
  await filing
  await Promise.all([one!(), two!()])
  t.same((await notices()).sort(), [...numbers].sort(), 'none skipped, none twice')
  const { rows } = await register.sql(`select sequence from followers where name = 'announce-filings'`)
  t.equal(Number(rows[0].sequence), numbers.length)

  await register.sql(`update followers set sequence = 0 where name = 'announce-filings'`)
  await one!()
  t.equal((await notices()).length, numbers.length, 'a cursor that was set back tells nothing again')
})

/** Holds the table of notices against writers until it is released. */
async function hold(register: TestRegister) {
  const pool = createPool(register.database.superuserUrl, { applicationName: 'holding', max: 1, onError: () => {} })
  const client = await pool.connect()
  await client.query('begin')
  await client.query('lock table notices in share row exclusive mode')
  return {
    count: async () => (await client.query('select count(*) from notices')).rows[0].count as number,
    release: async () => {
      await client.query('rollback')
      client.release()
      await pool.end()
    },
  }
}

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

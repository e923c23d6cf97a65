import pg from 'pg'
import t from 'tap'
import { connectionConfig } from '../../src/platform/database.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { checkDerived, type Difference } from '../../src/registrations/rebuild.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { openRegister } from '../helpers/register.ts'

const ACTS = process.env.LONG ? 100_000 : 400

t.test('what is derived follows from the filings, and each alteration is named', async (t) => {
  const register = await openRegister(t)
  const random = createRandom('rebuild', 1)
  const post = async (path: string, payload: object) =>
    (await register.call('operator', { method: 'POST', url: `/api/v1/registrations${path}`, payload })).json()
  const filed: { registrationNumber: string; modificationCode: string }[] = []
  let accepted = 0
  for (let at = 0; at < ACTS; at += 1) {
    const on = filed.length > 0 ? random.pick(filed) : undefined
    const kind = random.integer(10)
    if (!on || kind < 3) {
      filed.push(
        await post('', formOf(random.pick(['finance_lease', 'factoring', 'chattel_mortgage'] as const))!.example),
      )
      continue
    }
    const { registrationNumber, modificationCode } = on
    const answer = await post(`/${registrationNumber}/${pathOf(kind)}`, {
      modificationCode,
      declaration: true,
      ...bodyOf(kind, at),
    })
    if (answer.filingNumber) accepted += 1
  }
  t.ok(accepted > ACTS / 4, `${accepted} acts were accepted`)

  const check = async () => {
    const differences: Difference[] = []
    const counts = await checkDerived(register.deps.pool, (each) => differences.push(each))
    return { counts, differences }
  }
  const clean = await check()
  t.same(clean.differences, [])
  t.equal(clean.counts.registrations, filed.length)

  const alterations: [table: string, statement: string][] = [
    [
      'registrations',
      `update registrations set expires_on = expires_on + 1 where registration = 1 and until_sequence is null`,
    ],
    ['registrations', `delete from registrations where registration = 1 and from_sequence = 1`],
    ['debtor_keys', `update debtor_keys set key = 'x' where ctid = (select min(ctid) from debtor_keys)`],
    ['debtor_keys', `insert into debtor_keys select * from debtor_keys where registration = 1 limit 1`],
    ['asset_keys', `delete from asset_keys where ctid = (select min(ctid) from asset_keys)`],
  ]
  for (const [table, statement] of alterations) {
    const { differences } = await altered(statement)
    t.ok(
      differences.length > 0 && differences.every((each) => each.table === table),
      `${statement}: ${JSON.stringify(differences).slice(0, 300)}`,
    )
  }
  const content = `update filing_contents set content = content || '\\x20' where sequence = 2`
  t.match((await altered(content)).differences, [{ table: 'filing_contents', expected: /^2 / }])
  const order = `update filings set sequence = sequence + 1000000 where sequence = (select max(sequence) from filings)`
  t.ok((await altered(order)).differences.length > 0)

  /** Alters one row as a superuser in a transaction, checks within it, and takes it back. */
  async function altered(statement: string) {
    const own = new pg.Client(connectionConfig(register.database.superuserUrl, { applicationName: 'tamper' }))
    await own.connect()
    try {
      await own.query('begin')
      await own.query(`set local session_replication_role = replica`)
      await own.query(statement)
      const differences: Difference[] = []
      await checkDerived(own, (each) => differences.push(each))
      return { differences }
    } finally {
      await own.query('rollback')
      await own.end()
    }
  }
})

const pathOf = (kind: number) => (kind < 5 ? 'renewals' : kind < 9 ? 'amendments' : 'discharges')

function bodyOf(kind: number, at: number): object {
  if (kind < 5) return { additionalMonths: 1 + (at % 12) }
  if (kind === 9) return { reason: 'debt_extinguished' }
  const item = { name: '机床', invoiceNumber: `INV-${at}`, serialNumber: `SN-${at}` }
  const changes = {
    5: { type: 'add_collateral', items: [{ name: item.name, serialNumber: item.serialNumber }] },
    6: { type: 'rename_party', role: 'debtor', index: 0, name: `更名第${at}次有限公司`, changedOn: '2026-11-01' },
    7: { type: 'release_debtor', index: 1 },
    8: { type: 'add_debtor', party: (formOf('finance_lease')!.example.debtors as object[])[0]! },
  }
  return { changes: [changes[kind as 5 | 6 | 7 | 8]] }
}

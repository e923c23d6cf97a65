import pg from 'pg'
import t from 'tap'
import { connectionConfig } from '../../src/platform/database.ts'
import { checkDerived, type Difference } from '../../src/registrations/rebuild.ts'
import { uploadJudgment } from '../attachments/judgment.ts'
import { openRegister } from '../helpers/register.ts'
import { RandomActs } from './random-acts.ts'

const ACTS = process.env.LONG ? 100_000 : 500

t.test('what is derived follows from the filings, and each alteration is named', async (t) => {
  const register = await openRegister(t)
  await uploadJudgment(register)
  const acts = new RandomActs(async (who, url, payload) => {
    const answer = await register.call(who, { method: 'POST', url, ...(payload && { payload }) })
    if (answer.statusCode >= 500) throw new Error(`${url}: ${answer.body}`)
    return answer.json()
  }, 'rebuild')
  let accepted = 0
  for (let at = 0; at < ACTS; at += 1) if (await acts.next()) accepted += 1
  t.ok(accepted > ACTS / 3, `${accepted} acts were accepted`)
  for (const kind of ['renewal', 'amendment', 'transfer', 'objection', 'withdrawal', 'acceptance', 'revocation']) {
    t.ok(acts.accepted.has(kind), `${kind} among them`)
  }
  for (const kind of ['discharge', 'correction', 'reinstatement']) t.ok(acts.accepted.has(kind), `${kind} among them`)

  const check = async () => {
    const differences: Difference[] = []
    const counts = await checkDerived(register.deps.pool, (each) => differences.push(each))
    return { counts, differences }
  }
  const clean = await check()
  t.same(clean.differences, [])
  t.equal(clean.counts.registrations, acts.living.length)

  const alterations: [table: string, statement: string][] = [
    [
      'registrations',
      `update registrations set expires_on = expires_on + 1 where registration = 1 and until_sequence is null`,
    ],
    ['registrations', `delete from registrations where registration = 1 and from_sequence = 1`],
    ['debtor_keys', `update debtor_keys set key = 'x' where ctid = (select min(ctid) from debtor_keys)`],
    ['debtor_keys', `insert into debtor_keys select * from debtor_keys where registration = 1 limit 1`],
    ['asset_keys', `delete from asset_keys where ctid = (select min(ctid) from asset_keys)`],
    ['objections', `update objections set status = 'revoked' where ctid = (select min(ctid) from objections)`],
    ['objections', `delete from objections where ctid = (select max(ctid) from objections)`],
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
  const order = `update filings set sequence = sequence + 1000000 where sequence = (select max(sequence) from filings where kind <> 'initial')`
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

import t from 'tap'
import { makeUscc } from '../../src/parties/uscc.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { sandboxAccounts } from '../../src/sandbox/sandbox-people.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>
type Who = Parameters<TestRegister['call']>[0]

const ACTS = process.env.LONG ? 600 : 60
const example = formOf('finance_lease')!.example as Body
const lessor = sandboxAccounts[1]! as Body

function organization(name: string, serial: number): Body {
  return {
    kind: 'organization',
    name,
    identifier: { scheme: 'uscc', value: makeUscc(`91310000MB${String(serial).padStart(7, '0')}`) },
    address: { country: 'CN', line: '上海市' },
    representative: '王强',
  }
}

const post = async (register: TestRegister, who: Who, url: string, payload: Body): Promise<Body> =>
  (await register.call(who, { method: 'POST', url: `/api/v1/${url}`, payload })).json()

const get = (register: TestRegister, who: Who, number: string, query = '') =>
  register.call(who, { url: `/api/v1/registrations/${number}${query}` })

t.test('what the register said at a sequence, it says again as of that sequence', async (t) => {
  const register = await openRegister(t)
  const random = createRandom('as of', 1)
  const names = ['江北机床有限公司', '江南机床有限公司', '更名以后有限公司']
  const filed: Body[] = []
  const said: { sequence: number; registrations: Map<string, Body>; searches: Body[] }[] = []
  let objection: Body | undefined

  const act = async (): Promise<Body> => {
    const on = filed.length > 0 ? random.pick(filed) : undefined
    const kind = random.integer(12)
    if (!on || kind < 3) {
      const debtors = [organization(random.pick(names), random.integer(3))]
      const made = await post(register, 'operator', 'registrations', { ...example, debtors })
      filed.push(made)
      return made
    }
    const url = `registrations/${on.registrationNumber}`
    const body = { modificationCode: on.modificationCode, declaration: true }
    const amend = (change: Body) => post(register, 'operator', `${url}/amendments`, { ...body, changes: [change] })
    if (kind < 5) return post(register, 'operator', `${url}/renewals`, { ...body, additionalMonths: 1 })
    if (kind < 6) return post(register, 'operator', `${url}/discharges`, { ...body, reason: 'debt_extinguished' })
    if (kind < 7) return amend({ type: 'add_collateral', items: [{ name: '铣床', serialNumber: `M-${filed.length}` }] })
    if (kind < 8) return amend({ type: 'add_debtor', party: organization(random.pick(names), random.integer(9)) })
    if (kind < 9) return amend({ type: 'release_debtor', index: 0 })
    if (kind < 10) {
      const rename = { role: 'debtor', index: 0, changedOn: '2026-11-01', name: random.pick(names) }
      return amend({ type: 'rename_party', ...rename })
    }
    if (objection) {
      const [{ registrationNumber, filingNumber }, path] = [objection, 'withdrawals']
      objection = undefined
      return post(register, 'searcher', `registrations/${registrationNumber}/objections/${filingNumber}/${path}`, {})
    }
    const statement = { statement: '不实', relation: '承租人', demandedOn: '2026-11-02', refused: true }
    const made = await post(register, 'searcher', `${url}/objections`, statement)
    if (made.filingNumber) objection = made
    return made
  }
  const search = async (name: string, asOf?: Body): Promise<Body> => {
    const query = { by: 'organizationName', name, purpose: 'dispute', ...(asOf && { asOf }) }
    return post(register, 'registrar', 'searches', query)
  }

  while (said.length < ACTS) {
    const { sequence } = await act()
    if (!sequence) continue
    const registrations = new Map<string, Body>()
    for (const { registrationNumber: number } of filed)
      registrations.set(number, (await get(register, 'registrar', number)).json())
    said.push({ sequence, registrations, searches: await Promise.all(names.map((name) => search(name))) })
  }

  const timeless = ({ asOf, ...rest }: Body) => ({ ...rest, sequence: asOf.sequence })
  let compared = 0
  for (const { sequence, registrations, searches } of said) {
    for (const [number, then] of registrations) {
      const again = (await get(register, 'registrar', number, `?asOfSequence=${sequence}`)).json()
      t.same(timeless(again), timeless(then), `registration ${number} as of ${sequence}`)
      compared += 1
    }
    for (const [nth, then] of searches.entries()) {
      const again = await search(names[nth]!, { sequence })
      t.same(again.matches, then.matches, `${names[nth]} as of ${sequence}`)
      t.equal(again.asOf.sequence, then.asOf.sequence)
      t.ok(again.asOf.time <= then.asOf.time)
      const byTime = await search(names[nth]!, { time: then.asOf.time })
      t.same([byTime.matches, byTime.asOf], [then.matches, then.asOf], 'and at the same time')
    }
  }
  t.ok(compared > ACTS, `${compared} comparisons`)
})

t.test('a registration as of an earlier moment', async (t) => {
  const register = await openRegister(t)
  const other = await post(register, 'operator', 'registrations', example)
  const person = { name: '林知远', identifier: sandboxAccounts[2]!.identifier }
  const debtor = { kind: 'individual', address: { country: 'CN', line: '武汉市一号' }, ...person }
  const filed = await post(register, 'operator', 'registrations', { ...example, debtors: [debtor] })
  const number = filed.registrationNumber
  const url = `registrations/${number}`
  const body = { modificationCode: filed.modificationCode, declaration: true }
  const added = await post(register, 'operator', `${url}/amendments`, {
    ...body,
    changes: [{ type: 'add_debtor', party: { ...organization(lessor.name, 1), identifier: lessor.identifier } }],
  })
  // A user of no party's account, who searched while the registration was in effect.
  const account = await register.sql(
    `insert into accounts (kind, name) values ('individual', '旁人') returning account`,
  )
  await register.sql(`update users set account = $1 where login_name = 'lessor-admin'`, [account.rows[0].account])
  const query = { by: 'registrationNumber', value: number, purpose: 'dispute' }
  const found = await post(register, 'otherAdministrator', 'searches', query)
  t.equal(found.matches.length, 1)
  const discharged = await post(register, 'operator', `${url}/discharges`, { ...body, reason: 'debt_extinguished' })

  t.test('who reads which moment', async (t) => {
    const moments = { before: other.sequence, filed: filed.sequence, added: added.sequence, ended: discharged.sequence }
    const cases: [who: Who, statuses: [before: number, filed: number, added: number, ended: number]][] = [
      ['operator', [404, 200, 200, 200]],
      ['administrator', [404, 200, 200, 200]],
      ['registrar', [404, 200, 200, 200]],
      ['court', [404, 200, 200, 200]],
      ['searcher', [404, 200, 200, 200]],
      ['otherOperator', [404, 200, 200, 200]],
      ['otherAdministrator', [404, 404, 200, 404]],
      [undefined, [401, 401, 401, 401]],
    ]
    for (const [who, statuses] of cases) {
      for (const [nth, [name, sequence]] of Object.entries(moments).entries()) {
        const answer = await get(register, who, number, `?asOfSequence=${sequence}`)
        t.equal(answer.statusCode, statuses[nth], `${who ?? 'nobody'} at ${name}`)
      }
    }
  })

  t.test('parties read it whole, a searcher masked, with the status of then', async (t) => {
    const read = async (who: Who, sequence: number) =>
      (await get(register, who, number, `?asOfSequence=${sequence}`)).json()
    for (const who of ['operator', 'court', 'registrar', 'searcher', 'otherOperator'] as const) {
      const then = await read(who, filed.sequence)
      t.match(then, { status: 'in_effect', asOf: { sequence: filed.sequence, time: filed.filedAt } }, who)
      t.equal(then.debtors.length, 1)
      t.equal(then.debtors[0].identifier.value, person.identifier!.value)
      t.equal(then.filings.length, 1, 'and nothing that came later')
    }
    const masked = await read('otherAdministrator', added.sequence)
    t.match(masked.debtors[0].identifier.value, /\*{6}/)
    t.equal(masked.status, 'in_effect')
    t.equal((await read('operator', discharged.sequence)).status, 'discharged')
  })

  t.test('by time: the last filing by then, up to where the order is closed', async (t) => {
    const at = async (time: string, who: Who = 'operator') => get(register, who, number, `?asOfTime=${time}`)
    t.match((await at(added.filedAt)).json(), { asOf: { sequence: added.sequence, time: added.filedAt } })
    const between = new Date(Date.parse(discharged.filedAt)).toISOString().replace('Z', '000Z')
    t.equal((await at(between)).json().asOf.sequence, added.sequence, 'microseconds count')
    t.equal((await at(added.filedAt.replace('Z', '%2B00:00'))).json().asOf.sequence, added.sequence)
    for (const odd of ['2999-01-01T00:00:00Z', '2001-01-01T00:00:00Z'])
      t.match((await at(odd)).json(), { status: 422, code: 'as_of_out_of_range' }, odd)
  })

  t.test('moments that are none, and a moment given twice', async (t) => {
    for (const [query, expected] of [
      ['?asOfSequence=999999', { status: 422, code: 'as_of_out_of_range' }],
      ['?asOfSequence=0', { status: 422, code: 'as_of_out_of_range' }],
      ['?asOfSequence=-1', { status: 422, errors: [{ code: 'number_out_of_range', pointer: '/asOfSequence' }] }],
      ['?asOfSequence=x', { status: 422, errors: [{ code: 'field_type_wrong', pointer: '/asOfSequence' }] }],
      ['?asOfSequence=99999999999999999999', { status: 422 }],
      ['?asOfTime=yesterday', { status: 422, errors: [{ code: 'format_wrong', pointer: '/asOfTime' }] }],
      ['?asOfSequence=1&asOfTime=2026-11-22T00:00:00Z', { status: 422, errors: [{ code: 'as_of_given_twice' }] }],
      ['?asOf=1', { status: 422, errors: [{ code: 'field_unknown' }] }],
    ] as const) {
      t.match((await get(register, 'registrar', number, query)).json(), expected, query)
    }
  })

  t.test('who may see the present, and not the past, is told so', async (t) => {
    const second = await post(register, 'operator', 'registrations', example)
    const answer = await get(register, 'searcher', second.registrationNumber, `?asOfSequence=${second.sequence}`)
    t.match(answer.json(), { status: 403, code: 'as_of_not_allowed' })
    t.equal((await get(register, 'searcher', second.registrationNumber)).statusCode, 200)
  })
})

t.test('a number that nobody verified makes no party', async (t) => {
  const register = await openRegister(t)
  await register.sql('update accounts set identity_verified_at = null where identifier is not null')
  const debtor = { ...organization(lessor.name, 1), identifier: lessor.identifier }
  const filed = await post(register, 'operator', 'registrations', { ...example, debtors: [debtor] })
  const query = `?asOfSequence=${filed.sequence}`
  t.equal((await get(register, 'otherOperator', filed.registrationNumber, query)).statusCode, 403)
  t.equal((await get(register, 'operator', filed.registrationNumber, query)).statusCode, 200, 'the filer is one still')
})

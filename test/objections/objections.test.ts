import t from 'tap'
import { lapseObjections } from '../../src/objections/lapse-objections.ts'
import { beijingDate, systemClock } from '../../src/platform/clock.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { checkDerived } from '../../src/registrations/rebuild.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>
type Who = Parameters<TestRegister['call']>[0]

const objection = { statement: '租赁物已经退还', relation: '承租人', demandedOn: '2026-11-02', refused: true }

async function file(register: TestRegister): Promise<Body> {
  const payload = formOf('finance_lease')!.example
  const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
  return answer.json()
}

function acts(register: TestRegister, { registrationNumber }: Body) {
  const at = `/api/v1/registrations/${registrationNumber}`
  const post = async (who: Who, path: string, payload: Body = {}, headers: Record<string, string> = {}) =>
    (await register.call(who, { method: 'POST', url: `${at}${path}`, payload, headers })).json()
  return {
    post,
    object: (who: Who | 'nobody' = 'searcher', more: Body = {}) =>
      post(who === 'nobody' ? undefined : who, '/objections', { ...objection, ...more }),
    read: async (who: Who = 'registrar') => (await register.call(who, { url: at })).json(),
  }
}

t.test('an objection is a public note; the registration stays in effect', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const { object, read } = acts(register, filed)
  const objected = await object()
  t.match(objected, {
    registrationNumber: filed.registrationNumber,
    sequence: 2,
    acceptanceDueOn: /^2\d{3}-\d\d-\d\d$/,
  })
  t.notOk('modificationCode' in objected)
  const now = await read('otherOperator')
  t.equal(now.status, 'in_effect')
  t.match(now.objections, [
    { filingNumber: objected.filingNumber, status: 'noted', statement: objection.statement, isDebtor: false },
  ])
  t.match(now.objections[0].objector.identifier.value, /\*{4}/, 'an individual’s number is masked for the public')
  const { matches } = (
    await register.call('otherOperator', {
      method: 'POST',
      url: '/api/v1/searches',
      payload: { by: 'registrationNumber', value: filed.registrationNumber, purpose: 'dispute' },
    })
  ).json()
  t.equal(matches[0].openObjections, 1, 'a search says so')
})

t.test('who may object, and when', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const { object, post } = acts(register, filed)
  const refusals: [string, Who | 'nobody', Body, Body][] = [
    ['nobody', 'nobody', {}, { status: 401 }],
    ['the registrar', 'registrar', {}, { status: 403, code: 'role_not_allowed' }],
    ['the filer', 'operator', {}, { status: 422, code: 'objection_by_secured_party' }],
    [
      'demanded tomorrow',
      'searcher',
      { demandedOn: '2999-01-01' },
      { errors: [{ code: 'date_in_future', pointer: '/demandedOn' }] },
    ],
    ['no statement', 'searcher', { statement: '' }, { errors: [{ code: 'text_too_short', pointer: '/statement' }] }],
    ['blanks', 'searcher', { statement: '  ' }, { errors: [{ code: 'text_blank', pointer: '/statement' }] }],
    ['no such day', 'searcher', { demandedOn: '2026-02-30' }, { errors: [{ code: 'format_wrong' }] }],
    ['came between', 'searcher', { expectedSequence: 99 }, { status: 409, code: 'expected_sequence_passed' }],
  ]
  for (const [name, who, more, problem] of refusals) t.match(await object(who, more), problem, name)

  await register.sql(`update accounts set identity_verified_at = null where name = '林知远'`)
  t.match(await object(), { status: 403, code: 'identity_not_verified' })
  await register.sql(`update accounts set identity_verified_at = now() where name = '林知远'`)
  t.equal((await object()).sequence, 2, 'nothing of what was refused took a place')
  t.match(await object(), { status: 409, code: 'objection_already_open' })
  t.equal((await object('otherOperator')).sequence, 3, 'another account may')
  await post('operator', '/discharges', {
    modificationCode: filed.modificationCode,
    declaration: true,
    reason: 'debt_extinguished',
  })
  t.match(await object('otherAdministrator'), { status: 404 }, 'what ended is gone for others')
  t.match(await object('operator'), { status: 422, code: 'registration_discharged' }, 'its parties are told')
})

t.test('withdrawal and case acceptance are the objector’s, once', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const { object, post, read } = acts(register, filed)
  const { filingNumber } = await object()
  const other = (await object('otherOperator')).filingNumber
  const accepted = { court: '东湖市中级人民法院', caseNumber: '（2026）鄂01民初1号', acceptedOn: '2026-11-20' }
  const one = `/objections/${filingNumber}`

  t.match(await post('otherOperator', `${one}/withdrawals`), { status: 403, code: 'not_the_objector' })
  t.match(await post('otherOperator', `${one}/case-acceptances`, accepted), { status: 403, code: 'not_the_objector' })
  t.match(await post('searcher', `/objections/${filed.filingNumber}/withdrawals`), {
    status: 404,
    code: 'objection_not_found',
  })
  t.match(await post('searcher', '/objections/12345/withdrawals'), { status: 422, code: 'number_mistyped' })
  t.match(await post('searcher', `${one}/case-acceptances`, { ...accepted, acceptedOn: '2999-01-01' }), {
    errors: [{ code: 'date_in_future', pointer: '/acceptedOn' }],
  })
  t.equal((await post('searcher', `${one}/case-acceptances`, accepted)).sequence, 4)
  t.match(await post('searcher', `${one}/case-acceptances`, accepted), { status: 409, code: 'case_accepted_already' })
  t.match((await read()).objections[0], { status: 'case_accepted', acceptance: { court: accepted.court, sequence: 4 } })
  t.equal((await post('searcher', `${one}/withdrawals`, { reason: '已和解' })).sequence, 5)
  t.match(await post('searcher', `${one}/withdrawals`), { status: 422, code: 'objection_ended' })
  t.match((await read()).objections, [
    { status: 'withdrawn', ended: { sequence: 5 } },
    { filingNumber: other, status: 'noted' },
  ])
  t.equal((await object()).sequence, 6, 'after its end another may be made')
  t.same(await differences(register), [])
})

t.test(
  'without a case in thirty days an objection lapses: at that instant for readers, then by a filing',
  async (t) => {
    const register = await openRegister(t)
    const filed = await file(register)
    const { object, post, read } = acts(register, filed)
    const { filingNumber } = await object()
    const kept = (await object('otherOperator')).filingNumber
    const accepted = { court: '法院', caseNumber: '1', acceptedOn: '2026-11-20' }
    await post('otherOperator', `/objections/${kept}/case-acceptances`, accepted)
    const lapse = () =>
      lapseObjections(register.deps.pool, register.deps.sequencer, beijingDate(systemClock.nowMicroseconds()))
    t.equal(await lapse(), 0, 'not before')
    await age(register, 45)
    t.equal((await read()).objections[0].status, 'lapsed', 'no job is needed for that')
    t.match(await post('searcher', `/objections/${filingNumber}/case-acceptances`, accepted), {
      status: 422,
      code: 'objection_ended',
    })
    const lapsed = await Promise.all([lapse(), lapse()])
    t.equal(lapsed[0]! + lapsed[1]!, 1, 'two at once end it once')
    t.equal(await lapse(), 0)
    const now = await read()
    t.same(
      now.filings.map((each: Body) => each.kind),
      ['initial', 'objection', 'objection', 'case_acceptance', 'objection_lapse'],
    )
    t.match(now.objections, [{ status: 'lapsed', ended: { sequence: 5 } }, { status: 'case_accepted' }])
    const wrong = (await differences(register)) as { table: string }[]
    t.same(
      wrong.filter(({ table }) => table === 'objections'),
      [],
    )
  },
)

t.test('a repeated objection is one objection', async (t) => {
  const register = await openRegister(t)
  const { post } = acts(register, await file(register))
  const headers = { 'idempotency-key': 'objection-1' }
  const [one, two] = [
    await post('searcher', '/objections', objection, headers),
    await post('searcher', '/objections', objection, headers),
  ]
  t.same(one, two)
  t.equal(one.sequence, 2)
})

t.test('a demand goes to the filer and is nobody else’s to see', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const { post } = acts(register, filed)
  const said = { statement: '债务已清偿，请注销', relation: '承租人' }
  const demand = await post('searcher', '/discharge-demands', said)
  t.match(demand, { registrationNumber: filed.registrationNumber, dueOn: /^2/, statement: said.statement })
  const demands = async (who: Who) =>
    (await register.call(who, { url: `/api/v1/registrations/${filed.registrationNumber}/discharge-demands` })).json()
      .demands
  t.match(await demands('operator'), [{ demand: demand.demand, demandedBy: '林知远' }])
  t.equal((await demands('searcher')).length, 1, 'one’s own')
  t.same(await demands('otherOperator'), [])
  t.equal((await demands('registrar')).length, 1)
  t.match(await post('operator', '/discharge-demands', said), { status: 422, code: 'demand_by_secured_party' })
  for (let more = 0; more < 4; more += 1) await post('searcher', '/discharge-demands', said)
  t.match(await post('searcher', '/discharge-demands', said), { status: 429, code: 'too_many_demands' })
  const { rows } = await register.sql(`select count(*)::int as n from notices where kind = 'discharge_demanded'`)
  t.equal(rows[0].n, 5)
  t.match(await acts(register, filed).read('otherOperator'), { objections: [] }, 'a demand is no public note')
})

/** Moves everything that was filed some days back, as only a superuser can. */
async function age(register: TestRegister, days: number): Promise<void> {
  for (const [table, column] of [
    ['filings', 'filed_at'],
    ['registrations', 'filed_at'],
    ['objections', 'filed_at'],
  ]) {
    await register.sql(
      `do $$ begin set local session_replication_role = replica;
         update ${table} set ${column} = ${column} - interval '${days} days'; end $$`,
    )
  }
}

async function differences(register: TestRegister): Promise<unknown[]> {
  const found: unknown[] = []
  await checkDerived(register.deps.pool, (each) => found.push(each))
  return found
}

import t from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { checkDerived } from '../../src/registrations/rebuild.ts'
import { attached, judgmentSha256, uploadJudgment } from '../attachments/judgment.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>
type Who = Parameters<TestRegister['call']>[0]

const document = { issuer: '东湖市中级人民法院', number: '（2026）鄂01民终8号', issuedOn: '2026-11-03' }
const revocation = { scope: 'registration', document, applicant: '某承租人', ...attached }

async function open(t: Parameters<typeof openRegister>[0]) {
  const register = await openRegister(t)
  await uploadJudgment(register)
  const payload = formOf('finance_lease')!.example
  const filed: Body = (
    await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
  ).json()
  const at = `/api/v1/registrations/${filed.registrationNumber}`
  const call = (who: Who, url: string, body: Body = {}, headers: Record<string, string> = {}) =>
    register.call(who, { method: 'POST', url, payload: body, headers })
  return {
    register,
    filed,
    call,
    propose: (path: string, body: Body, who: Who = 'registrar') => call(who, `${at}/${path}`, body),
    approve: (decision: string, who: Who = 'secondRegistrar') => call(who, `/api/v1/decisions/${decision}/approvals`),
    act: (path: string, body: Body) =>
      call('operator', `${at}/${path}`, { modificationCode: filed.modificationCode, declaration: true, ...body }),
    read: async (who: Who = 'registrar') => (await register.call(who, { url: at })).json(),
    found: async () => {
      const search = { by: 'registrationNumber', value: filed.registrationNumber, purpose: 'dispute' }
      return (await call('searcher', '/api/v1/searches', search)).json().matches.length === 1
    },
    differences: async () => {
      const found: unknown[] = []
      await checkDerived(register.deps.pool, (each) => found.push(each))
      return found
    },
  }
}

t.test('two people revoke a registration', async (t) => {
  const { register, propose, approve, read, found, call, differences, filed } = await open(t)
  const proposed = await propose('revocations', revocation)
  t.equal(proposed.statusCode, 202)
  const { decision } = proposed.json()
  t.match(proposed.json(), { kind: 'revocation', status: 'proposed', votes: [{ place: 1, vote: 'approve' }] })
  t.ok(await found(), 'a proposal changes nothing')
  t.match((await approve(decision, 'registrar')).json(), { status: 403, code: 'second_person_needed' })
  t.match((await propose('revocations', revocation)).json(), { status: 403, code: 'second_person_needed' })
  for (const who of ['operator', 'searcher', 'court'] as const) {
    t.equal((await approve(decision, who)).statusCode, 403, who)
    t.equal((await propose('revocations', revocation, who)).statusCode, 403, who)
  }
  t.equal((await call(undefined, `/api/v1/decisions/${decision}/approvals`)).statusCode, 401)
  const approved = await approve(decision)
  t.equal(approved.statusCode, 201)
  t.match(approved.json(), { registrationNumber: filed.registrationNumber, sequence: 2, verificationCode: /./ })
  t.same((await approve(decision)).json(), approved.json(), 'sent again, it is the same filing')
  t.notOk(await found())
  t.match(await read(), { status: 'revoked', filings: [{}, { kind: 'revocation' }] })
  t.equal(
    (await register.call('otherOperator', { url: `/api/v1/registrations/${filed.registrationNumber}` })).statusCode,
    404,
  )
  t.match((await propose('revocations', revocation)).json(), { status: 422, code: 'registration_revoked' })
  const listed = async (query: string) =>
    (await register.call('registrar', { url: `/api/v1/decisions${query}` })).json()
  t.same((await listed('')).decisions, [])
  t.match((await listed('?waiting=false')).decisions, [{ decision, status: 'carried_out', filing: { sequence: 2 } }])
  t.same(await differences(), [])
  const { rows } = await register.sql(`select act from audit_events where act like 'decision.%' order by event`)
  t.same(
    rows.map(({ act }) => act),
    ['decision.proposed', 'decision.approve'],
  )
  t.equal((await call('registrar', '/api/v1/decisions/not-one/approvals')).statusCode, 404)
})

t.test('the very same proposed by another registrar is the second vote; at once, it is filed once', async (t) => {
  const { propose, approve, read } = await open(t)
  const { decision } = (await propose('revocations', revocation)).json()
  const answers = await Promise.all([
    propose('revocations', revocation, 'secondRegistrar'),
    approve(decision),
    approve(decision),
  ])
  t.same(
    answers.map((each) => each.statusCode),
    [201, 201, 201],
    answers.map((each) => each.body).join(),
  )
  t.equal(new Set(answers.map((each) => each.json().filingNumber)).size, 1)
  t.equal((await read()).filings.length, 2)
})

t.test('rejected, it is over', async (t) => {
  const { propose, approve, call, found } = await open(t)
  const { decision } = (await propose('revocations', revocation)).json()
  const reject = (who: Who) => call(who, `/api/v1/decisions/${decision}/rejections`, { reason: '文书未生效' })
  t.match((await reject('registrar')).json(), { code: 'second_person_needed' })
  t.match((await reject('secondRegistrar')).json(), { status: 'rejected' })
  t.match((await approve(decision)).json(), { status: 409, code: 'decision_ended' })
  t.ok(await found())
  t.equal((await propose('revocations', revocation)).statusCode, 202, 'it may be proposed again')
})

t.test('what is proposed is judged at once, and again where it is filed', async (t) => {
  const { propose, approve, act } = await open(t)
  const wrong: [string, Body, Body][] = [
    [
      'revocations',
      { ...revocation, scope: 'objection' },
      { errors: [{ code: 'field_missing', pointer: '/objection' }] },
    ],
    ['revocations', { ...revocation, scope: 'part' }, { errors: [{ code: 'field_missing', pointer: '/changes' }] }],
    ['revocations', { ...revocation, objection: '1' }, { errors: [{ code: 'field_not_of_this_scope' }] }],
    [
      'revocations',
      { ...revocation, scope: 'part', changes: [{ type: 'rank_note', text: '甲' }] },
      { errors: [{ code: 'change_not_a_release', pointer: '/changes/0/type' }] },
    ],
    [
      'revocations',
      { ...revocation, document: { ...document, issuedOn: '2999-01-01' } },
      { errors: [{ code: 'date_in_future', pointer: '/document/issuedOn' }] },
    ],
    [
      'revocations',
      { ...revocation, scope: 'part', changes: [{ type: 'release_debtor', index: 0 }] },
      { errors: [{ code: 'last_debtor', pointer: '/changes/0/index' }] },
    ],
    [
      'reinstatements',
      { reason: 'own_error', statement: '误注销', ...attached },
      { status: 422, code: 'registration_in_effect' },
    ],
    [
      'reinstatements',
      { reason: 'reversed_judgment', statement: '改判', ...attached },
      { errors: [{ code: 'field_missing', pointer: '/document' }] },
    ],
    [
      'corrections',
      { statement: '录入错误', changes: [], ...attached },
      { errors: [{ code: 'too_few', pointer: '/changes' }] },
    ],
    [
      'corrections',
      { statement: '\u202e', changes: [{ type: 'rank_note', text: '甲' }] },
      { errors: [{ code: 'character_not_allowed' }] },
    ],
  ]
  for (const [path, body, problem] of wrong) t.match((await propose(path, body)).json(), problem, JSON.stringify(body))
  const { decision } = (await propose('revocations', revocation)).json()
  await act('discharges', { reason: 'other' })
  t.match((await approve(decision)).json(), { status: 422, code: 'registration_discharged' })
  t.match((await approve(decision)).json(), { status: 422, code: 'registration_discharged' }, 'and stays so')
})

t.test('without the document attached nothing is proposed, and another’s hash is none', async (t) => {
  const { register, propose, act, filed } = await open(t)
  const { attachments: _attachments, ...bare } = revocation
  const changes = [{ type: 'rank_note', text: '甲' }]
  const part = { ...bare, scope: 'part', changes: [{ type: 'release_collateral', description: '一台设备' }] }
  const acts: [string, Body][] = [
    ['revocations', bare],
    ['revocations', { ...bare, attachments: [] }],
    ['revocations', part],
    ['corrections', { statement: '录入错误', changes }],
    ['corrections', { statement: '录入错误', changes, document }],
    ['reinstatements', { reason: 'own_error', statement: '误注销', document }],
  ]
  for (const [path, body] of acts) {
    const answer = (await propose(path, body)).json()
    t.match(answer, { status: 422, errors: [{ code: 'document_not_attached', pointer: '/attachments' }] }, path)
    t.equal(answer.errors.length, 1)
  }
  const bothWrong = { ...bare, document: { ...document, issuedOn: '2999-01-01' } }
  const told = (await propose('revocations', bothWrong)).json().errors.map((each: Body) => each.code)
  t.same(told, ['date_in_future', 'document_not_attached'], 'with everything else that is wrong')
  const unknown = { ...bare, attachments: [{ sha256: '0'.repeat(64) }] }
  const problem = { status: 422, errors: [{ code: 'attachment_unknown', pointer: '/attachments/0/sha256' }] }
  t.match((await propose('revocations', unknown)).json(), problem)
  const { rows } = await register.sql('select from decisions')
  t.equal(rows.length, 0)
  t.equal((await act('renewals', { additionalMonths: 1 })).statusCode, 201, 'the filer’s acts need none')
  const read = (await register.call('operator', { url: `/api/v1/registrations/${filed.registrationNumber}` })).json()
  t.equal(read.filings.length, 2)
})

t.test('part of it, or an objection', async (t) => {
  const { register, propose, approve, read, filed, call, differences } = await open(t)
  const both = async (path: string, body: Body) => (await approve((await propose(path, body)).json().decision)).json()
  const items = [{ serialNumber: (await read()).collateral[0].items[0].serialNumber }]
  await both('revocations', {
    ...revocation,
    scope: 'part',
    changes: [{ type: 'release_collateral', description: '一台设备' }],
  })
  t.match(await read(), { status: 'in_effect', released: [{ description: '一台设备', revoked: true }] })
  t.match(
    (
      await propose('revocations', {
        ...revocation,
        scope: 'part',
        changes: [{ type: 'release_collateral', items: [{ serialNumber: 'NONE' }] }],
      })
    ).json(),
    {
      errors: [{ code: 'item_not_found' }],
    },
    `${items.length} item`,
  )
  const objection = { statement: '有误', relation: '利害关系人', demandedOn: '2026-11-02', refused: false }
  const { filingNumber } = (
    await call('searcher', `/api/v1/registrations/${filed.registrationNumber}/objections`, objection)
  ).json()
  await both('revocations', { ...revocation, scope: 'objection', objection: filingNumber })
  t.match((await read()).objections, [{ status: 'revoked' }])
  t.equal((await read()).status, 'in_effect')
  t.same(await differences(), [])
  const { rows } = await register.sql(`select content from filing_contents order by sequence desc limit 1`)
  t.match(JSON.parse(rows[0].content), { people: { proposedBy: '登记员甲', approvedBy: '登记员乙' }, ...attached })
  t.match((await read()).filings.at(-1).attachments, [{ sha256: judgmentSha256, mediaType: 'application/pdf' }])
})

t.test('correction and reinstatement are filings of their own; the gap is shown', async (t) => {
  const { propose, approve, read, act, found, differences } = await open(t)
  const both = async (path: string, body: Body) => (await approve((await propose(path, body)).json().decision)).json()
  const changes = [{ type: 'change_amount', securedAmount: { currency: 'CNY', amount: '7.00' } }]
  const corrected = await both('corrections', { statement: '登记系统录入错误', changes, ...attached })
  t.match(await read(), { securedAmount: { amount: '7.00' }, formerAmounts: [{ untilSequence: corrected.sequence }] })
  const ended = (await act('discharges', { reason: 'other' })).json()
  t.notOk(await found())
  const reinstated = await both('reinstatements', {
    reason: 'wrongful_discharge',
    statement: '误注销',
    ...attached,
  })
  t.ok(await found())
  t.match(await read(), {
    status: 'in_effect',
    gaps: [{ status: 'discharged', from: { sequence: ended.sequence }, until: { sequence: reinstated.sequence } }],
  })
  t.equal((await act('renewals', { additionalMonths: 1 })).statusCode, 201, 'its code works again')
  t.same(await differences(), [])
})

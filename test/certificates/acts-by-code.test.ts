import t from 'tap'
import { lapseObjections } from '../../src/objections/lapse-objections.ts'
import { beijingDate, systemClock } from '../../src/platform/clock.ts'
import { filingKinds } from '../../src/registrations/act.ts'
import { changeTypeLabels } from '../../src/registrations/act-wording.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import { CASES } from './example-filings.ts'
import { readPdf, textOf } from './read-pdf.ts'

type Body = Record<string, any>
type Who = Parameters<TestRegister['call']>[0]

const document = { issuer: '东湖市中级人民法院', number: '（2026）鄂01民终8号', issuedOn: '2026-11-03' }
const said = { statement: '租赁物已经退还', relation: '实际使用人', demandedOn: '2026-11-02', refused: true }
const accepted = { court: '东湖市人民法院', caseNumber: '（2026）鄂0192民初5号', acceptedOn: '2026-11-03' }

/** A registration of the finance lease's example, and what can be done to it. */
async function registration(register: TestRegister) {
  const post = async (who: Who, url: string, payload: Body = {}): Promise<Body> => {
    const answer = await register.call(who, { method: 'POST', url, payload })
    if (answer.statusCode > 202) throw new Error(`${url}: ${answer.body}`)
    return answer.json()
  }
  const filed = await post('operator', '/api/v1/registrations', formOf('finance_lease')!.example)
  const at = `/api/v1/registrations/${filed.registrationNumber}`
  const own = { modificationCode: filed.modificationCode, declaration: true }
  return {
    filed,
    own: (path: string, body: Body) => post('operator', `${at}/${path}`, { ...own, ...body }),
    object: (who: Who = 'searcher') => post(who, `${at}/objections`, { ...said, declaration: true }),
    on: ({ filingNumber }: Body, path: string, body: Body = {}) =>
      post('searcher', `${at}/objections/${filingNumber}/${path}`, body),
    office: async (path: string, body: Body) => {
      const { decision } = await post('registrar', `${at}/${path}`, body)
      return post('secondRegistrar', `/api/v1/decisions/${decision}/approvals`)
    },
  }
}

/** What anyone learns of a certificate by its number and code. */
async function verified(register: TestRegister, { filingNumber, verificationCode }: Body): Promise<Body> {
  return (
    await register.call(undefined, { url: `/api/v1/certificates/${filingNumber}?code=${verificationCode}` })
  ).json()
}

/** A filing of every kind, on a few registrations, in the order in which they can be. */
async function fileEveryKind(register: TestRegister): Promise<[string, Body][]> {
  const one = await registration(register)
  const objection = await one.object()
  const second = await one.object('otherOperator')
  const acceptance = await one.on(objection, 'case-acceptances', accepted)
  const renewal = await one.own('renewals', { additionalMonths: 12 })
  const amendment = await one.own('amendments', { changes: [{ type: 'rank_note', text: '后于第三人' }] })
  const withdrawal = await one.on(objection, 'withdrawals', { reason: '已经和解' })
  const revokedObjection = await one.office('revocations', {
    scope: 'objection',
    objection: second.filingNumber,
    document,
    applicant: '出租人',
  })
  const released = [{ type: 'release_collateral', description: '附属设备' }]
  const part = { scope: 'part', changes: released, document, applicant: '承租人' }
  const revokedPart = await one.office('revocations', part)
  const changes = [{ type: 'change_amount', securedAmount: { currency: 'CNY', amount: '7.00' } }]
  const correction = await one.office('corrections', { statement: '录入错误', changes })
  const discharge = await one.own('discharges', { reason: 'other', reasonText: '误办' })
  const reinstatement = await one.office('reinstatements', { reason: 'wrongful_discharge', statement: '误注销' })
  const revocation = await one.office('revocations', { scope: 'registration', document, applicant: '承租人' })
  return [
    ['initial', one.filed],
    ...Object.entries({ objection, case_acceptance: acceptance, renewal, amendment, correction, discharge }),
    ['objection_withdrawal', withdrawal],
    ['revocation', revokedObjection],
    ['revocation', revokedPart],
    ['revocation', revocation],
    ['reinstatement', reinstatement],
    ['objection_lapse', await lapse(register)],
  ]
}

/** An objection that lapses, found by its lapse: nobody is answered when the register files it. */
async function lapse(register: TestRegister): Promise<Body> {
  const { object } = await registration(register)
  const { sequence } = await object()
  for (const table of ['filings', 'registrations', 'objections']) {
    const key = table === 'filings' ? 'sequence' : table === 'objections' ? 'objection' : 'registration'
    await register.sql(
      `do $$ begin set local session_replication_role = replica;
         update ${table} set filed_at = filed_at - interval '45 days' where ${key} >= ${sequence - 1}; end $$`,
    )
  }
  await lapseObjections(register.deps.pool, register.deps.sequencer, beijingDate(systemClock.nowMicroseconds()))
  const { rows } = await register.sql(
    `select filing_number as "filingNumber", verification_code as "verificationCode" from filings
     where kind = 'objection_lapse'`,
  )
  return rows[0]
}

t.test('a filing of every kind has its certificate: by code for anybody, as PDF, and the same forever', async (t) => {
  const register = await openRegister(t)
  const filings = await fileEveryKind(register)
  const kinds = new Set(filings.map(([kind]) => kind))
  t.same(
    filingKinds.filter((kind) => !kinds.has(kind)),
    [],
  )
  for (const [kind, filing] of filings) {
    const found = await verified(register, filing)
    t.match(found, { genuine: true, facts: { filingKind: kind, factsVersion: 1, number: filing.filingNumber } }, kind)
    const url = `/api/v1/filings/${filing.filingNumber}/certificate`
    const pdf = await register.call('registrar', { url })
    t.equal(pdf.statusCode, 200, kind)
    const text = textOf(await readPdf(new Uint8Array(pdf.rawPayload)))
    t.match(text, filing.verificationCode.slice(0, 4))
    const page = await register.app.inject({
      url: `/verify/${filing.filingNumber}?code=${filing.verificationCode}`,
      headers: { accept: 'text/html' },
    })
    t.match(page.body, '证明真实')
    t.match(await verified(register, { ...filing, verificationCode: 'AAAAAAAAAAAAAAAA' }), { genuine: false })
  }
  const byKind = (kind: string, nth = 0) => filings.filter(([each]) => each === kind)[nth]![1]
  const objection = await verified(register, byKind('objection'))
  t.match(objection.facts, {
    objection: { acceptanceDueOn: byKind('objection').acceptanceDueOn, objector: { identifier: { value: /\*{4}/ } } },
    standing: { status: 'in_effect', openObjections: [{ filingNumber: byKind('objection').filingNumber }] },
  })
  t.match((await verified(register, byKind('renewal'))).facts.standing.openObjections, [
    { acceptance: { court: accepted.court } },
    {},
  ])
  t.match((await verified(register, byKind('correction'))).facts, {
    content: { people: { proposedBy: '登记员甲', approvedBy: '登记员乙' } },
    standing: { formerAmounts: [{ securedAmount: { amount: '12800000.00' } }] },
  })
  t.notOk((await verified(register, byKind('correction'))).facts.standing.openObjections, 'both have ended by then')
  t.match((await verified(register, byKind('reinstatement'))).facts, {
    gap: { status: 'discharged', from: { sequence: byKind('discharge').sequence } },
    standing: { status: 'in_effect' },
  })
  t.match((await verified(register, byKind('revocation', 2))).facts.standing, { status: 'revoked', gaps: [{}] })
})

t.test('later acts change no earlier certificate, whether it was asked for before them or only after', async (t) => {
  const register = await openRegister(t)
  const [asked, unasked] = [await registration(register), await registration(register)]
  const before: Body[] = []
  const objections: Body[] = []
  for (const each of [asked, unasked]) {
    const objection = await each.object()
    objections.push(objection)
    if (each === asked) before.push(await verified(register, objection), await verified(register, each.filed))
    await each.on(objection, 'case-acceptances', accepted)
    await each.own('amendments', {
      changes: [{ type: 'rename_party', role: 'debtor', index: 0, name: '后来更名有限公司', changedOn: '2026-11-01' }],
    })
    await each.on(objection, 'withdrawals')
    await each.own('discharges', { reason: 'debt_extinguished' })
    await each.office('reinstatements', { reason: 'wrongful_discharge', statement: '误注销' })
  }
  t.same([await verified(register, objections[0]!), await verified(register, asked.filed)], before)
  const { facts } = await verified(register, objections[1]!)
  t.notOk('acceptance' in facts.objection, 'the case was accepted later')
  t.notMatch(JSON.stringify(facts), '后来更名')
  t.match(facts.standing, { status: 'in_effect', openObjections: [{ isDebtor: false }] })
  t.notOk(facts.standing.gaps)
})

t.test('an amendment of every type of change is filed and verified by code', async (t) => {
  const register = await openRegister(t)
  for (const { name, filings } of CASES.filter((each) => each.name.startsWith('amendment: '))) {
    const { own } = await registration(register)
    const given = structuredClone(filings.at(-1)!.content.changes) as Body[]
    const changes = given.map(({ assignee: _found, toAccount: _own, ...change }) => change)
    const { facts, genuine } = await verified(register, await own('amendments', { changes }))
    t.ok(genuine, name)
    t.equal(facts.content.changes.length, changes.length)
    t.equal(facts.replaced.length, changes.length)
  }
  t.equal(CASES.filter((each) => each.name.startsWith('amendment: ')).length, Object.keys(changeTypeLabels).length)
})

t.test('a search of what has open objections says so on its certificate and its page', async (t) => {
  const register = await openRegister(t)
  const { filed, object } = await registration(register)
  await object()
  const payload = { by: 'registrationNumber', value: filed.registrationNumber, purpose: 'dispute' }
  const search = (await register.call('searcher', { method: 'POST', url: '/api/v1/searches', payload })).json()
  const pdf = await register.call('searcher', { url: `/api/v1/searches/${search.searchNumber}/certificate` })
  const text = textOf(await readPdf(new Uint8Array(pdf.rawPayload)))
  for (const words of ['其中1项载有未了结的异议', '1ofthemwithopenobjections', 'Openobjections1项', '关于异议']) {
    t.ok(text.includes(words), words)
  }
  const url = `/verify/${search.searchNumber}?code=${search.verificationCode}`
  for (const [language, words] of [
    ['zh-CN', '1 项载有未了结的异议'],
    ['en', 'have open objections'],
  ] as const) {
    const page = await register.app.inject({ url, headers: { accept: 'text/html', 'accept-language': language } })
    t.match(page.body, words)
  }
})

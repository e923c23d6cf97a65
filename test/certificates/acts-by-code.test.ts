import t from 'tap'
import { filingKinds } from '../../src/registrations/act.ts'
import { changeTypeLabels } from '../../src/registrations/act-wording.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import { CASES } from './example-filings.ts'
import { accepted, type Body, fileEveryKind, registration } from './file-every-kind.ts'
import { readPdf, textOf } from './read-pdf.ts'

/** What anyone learns of a certificate by its number and code. */
async function verified(register: TestRegister, { filingNumber, verificationCode }: Body): Promise<Body> {
  return (
    await register.call(undefined, { url: `/api/v1/certificates/${filingNumber}?code=${verificationCode}` })
  ).json()
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

t.test(
  'the objector keeps the certificates of its own acts when the registration has ended; others do not',
  async (t) => {
    const register = await openRegister(t)
    const { filed, own, object, on } = await registration(register)
    const objection = await object()
    const withdrawal = await on(objection, 'withdrawals')
    await own('discharges', { reason: 'debt_extinguished' })
    for (const { filingNumber } of [objection, withdrawal]) {
      const url = `/api/v1/filings/${filingNumber}/certificate`
      t.equal((await register.call('searcher', { url })).statusCode, 200)
      t.equal((await register.call('otherOperator', { url })).statusCode, 404)
    }
    const initial = { url: `/api/v1/filings/${filed.filingNumber}/certificate` }
    t.equal((await register.call('searcher', initial)).statusCode, 404)
  },
)

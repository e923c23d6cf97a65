import t, { type Test } from 'tap'
import { makeResidentId } from '../../src/parties/resident-id.ts'
import { makeUscc } from '../../src/parties/uscc.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import type { SandboxUser } from '../../src/sandbox/sandbox-people.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import { readPdf, textOf } from './read-pdf.ts'

type Body = Record<string, any>
type Who = SandboxUser['name']

/** Numbers of nobody; they must not stand whole in what the public may read. */
const DEBTOR_NUMBER = makeResidentId('11010519491231002')
const TRANSFEREE_NUMBER = makeResidentId('31011519800101003')
const RENEWED_NUMBER = 'E12345678'
const IDENTITY_NUMBERS = [DEBTOR_NUMBER, TRANSFEREE_NUMBER, RENEWED_NUMBER]

const individual = (name: string, value: string): Body => ({
  kind: 'individual',
  name,
  identifier: { scheme: 'resident_id', value },
  address: { country: 'CN', division: '310115', line: '上海市浦东新区世纪大道 100 号 8 室' },
})

const organization = (name: string): Body => ({
  kind: 'organization',
  name,
  identifier: { scheme: 'uscc', value: makeUscc('91310000MB0000007') },
  address: { country: 'CN', line: '上海市' },
  representative: '王强',
})

let references = 0

async function file(register: TestRegister): Promise<Body> {
  references += 1
  const payload = {
    ...structuredClone(formOf('finance_lease')!.example),
    filerReference: `OWN-REFERENCE-${references}`,
  }
  const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

async function act(register: TestRegister, filed: Body, path: string, body: Body): Promise<Body> {
  const answer = await register.call('operator', {
    method: 'POST',
    url: `/api/v1/registrations/${filed.registrationNumber}/${path}`,
    payload: { modificationCode: filed.modificationCode, declaration: true, ...body },
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

const certificate = (register: TestRegister, { filingNumber }: Body, who: Who) =>
  register.call(who, { url: `/api/v1/filings/${filingNumber}/certificate` })

/** What the PDF says to a person, without spaces. */
async function says(register: TestRegister, filing: Body, who: Who): Promise<string> {
  const answer = await certificate(register, filing, who)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return textOf(await readPdf(new Uint8Array(answer.rawPayload)))
}

/** What anyone learns of a certificate by its number and code. */
async function verified(register: TestRegister, { filingNumber, verificationCode }: Body): Promise<Body> {
  const url = `/api/v1/certificates/${filingNumber}?code=${verificationCode}`
  return (await register.call(undefined, { url })).json()
}

const has = (t: Test, text: string, words: readonly string[]) => {
  for (const each of words) t.ok(text.includes(each.replace(/\s/g, '')), `says ${each}`)
}

t.test('a renewal states the months added, the new expiry date and the registration after it', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const renewed = await act(register, filed, 'renewals', { additionalMonths: 24 })
  const later = await act(register, filed, 'renewals', { additionalMonths: 12 })
  for (const who of ['operator', 'searcher', 'registrar'] as const) {
    const text = await says(register, renewed, who)
    has(t, text, ['展期登记证明', 'Certificate of renewal', '期限增加 24 个月', 'was renewed by 24 months'])
    has(t, text, ['60 个月', '在效', '展期不改变顺位', 'art. 15 of the Measures', '苏州恒锐精密机械有限公司'])
    t.notMatch(text, '72个月', 'what came later is not in it')
  }
  const { facts, genuine } = await verified(register, renewed)
  t.equal(genuine, true)
  t.match(facts, {
    filingKind: 'renewal',
    factsVersion: 1,
    expiresOn: renewed.expiresOn,
    registrationNumber: filed.registrationNumber,
    securityType: 'finance_lease',
    content: { additionalMonths: 24, declaration: true },
    standing: {
      status: 'in_effect',
      termMonths: 60,
      initialFiling: { sequence: filed.sequence, filedAt: filed.filedAt },
    },
  })
  t.match((await verified(register, later)).facts, { expiresOn: later.expiresOn, standing: { termMonths: 72 } })
  t.notMatch(JSON.stringify(facts), 'OWN-REFERENCE')
  t.notMatch(JSON.stringify(facts), /modificationCode/)
})

const EVERY_CHANGE: Body[] = [
  {
    type: 'add_collateral',
    description: '新购夹具一批',
    items: [{ name: '激光切割机', serialNumber: 'LASER-77', quantity: 7 }],
  },
  { type: 'release_collateral', items: [{ serialNumber: 'VMC850U-20260211-07' }], description: '旧刀具不再担保' },
  { type: 'add_debtor', party: individual('钱多多', DEBTOR_NUMBER) },
  { type: 'add_debtor', party: organization('短暂加入有限公司') },
  { type: 'release_debtor', index: 2 },
  {
    type: 'rename_party',
    role: 'debtor',
    index: 1,
    name: '钱更名',
    identifier: { scheme: 'passport', value: RENEWED_NUMBER, country: 'CN' },
    changedOn: '2026-11-01',
  },
  { type: 'rename_party', role: 'debtor', index: 0, name: '恒锐更名有限公司', changedOn: '2026-10-08' },
  { type: 'transfer_secured_party', index: 0, to: individual('赵受让', TRANSFEREE_NUMBER) },
  { type: 'change_amount', securedAmount: { currency: 'CNY', amount: '13000000.00' } },
  { type: 'rank_note', text: '经各方同意，后于第三人受偿' },
]

t.test('an amendment states every change, what it met, and the registration after it', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const amended = await act(register, filed, 'amendments', { changes: EVERY_CHANGE })
  await act(register, filed, 'amendments', { changes: [{ type: 'rank_note', text: '后来的记载' }] })

  t.test('its PDF', async (t) => {
    for (const who of ['operator', 'searcher'] as const) {
      const text = await says(register, amended, who)
      has(t, text, ['变更登记证明', 'Certificate of amendment', '变更事项共 10 项', 'the 10 changes are stated below'])
      for (const at of EVERY_CHANGE.keys()) has(t, text, [`变更 ${at + 1}/10：`, `Change ${at + 1} of 10: `])
      has(t, text, [
        '新增担保财产自本次变更登记时起排序',
        'Ranks from this filing (art. 13',
        '激光切割机',
        'LASER-77',
        '新购夹具一批',
      ])
      has(t, text, [
        '解除的明细',
        '五轴联动加工中心',
        'VMC850U-20260211-07',
        '旧刀具不再担保',
        'recorded as it was filed',
      ])
      has(t, text, ['短暂加入有限公司', '钱更名', '恒锐更名有限公司', '2026年11月1日前为', 'until 1 Nov 2026'])
      has(t, text, [
        '苏州恒锐精密机械有限公司',
        '沪东融资租赁（上海）有限公司',
        '转让人',
        '受让人姓名',
        '赵受让',
        '后于第三人受偿',
      ])
      has(t, text, ['CNY 12,800,000.00', 'CNY 13,000,000.00', 'counts from this filing'])
      has(t, text, ['变更后的担保财产，第 1 部分（共 2 部分）', 'Collateral after this filing, part 2 of 2'])
      t.notMatch(text, '后来的记载')
      for (const number of IDENTITY_NUMBERS) t.equal(text.includes(number), who === 'operator', `${who} ${number}`)
      t.equal(text.includes('世纪大道100号'), who === 'operator')
    }
  })

  t.test('its facts, masked for the public', async (t) => {
    const { facts, genuine } = await verified(register, amended)
    t.equal(genuine, true)
    const words = JSON.stringify(facts)
    for (const number of IDENTITY_NUMBERS) t.notMatch(words, number)
    t.notMatch(words, '世纪大道 100')
    t.same(facts.content.changes.length, EVERY_CHANGE.length)
    t.match(facts.replaced, {
      0: {},
      1: { items: [{ name: '五轴联动加工中心', quantity: 2 }] },
      4: { party: { name: '短暂加入有限公司' } },
      5: { party: { kind: 'individual', name: '钱多多', identifier: { value: /^1101\*{10}002X$/ } } },
      7: { party: { name: '沪东融资租赁（上海）有限公司' } },
      8: { securedAmount: { amount: '12800000.00' } },
    })
    const { standing } = facts
    t.match(standing, {
      status: 'in_effect',
      securedAmount: { amount: '13000000.00' },
      rankNotes: [{ text: /后于第三人/ }],
    })
    t.same(standing.rankNotes.length, 1)
    t.match(standing.releasedInWords, [{ sequence: amended.sequence, description: '旧刀具不再担保' }])
    t.same(
      standing.collateral.map((part: Body) => part.ranksFrom),
      [filed, amended].map(({ sequence, filedAt }) => ({ sequence, filedAt })),
    )
    t.match(standing.debtors, [
      { name: '恒锐更名有限公司', former: [{ name: '苏州恒锐精密机械有限公司', changedOn: '2026-10-08' }] },
      { name: '钱更名', identifier: { scheme: 'passport' }, former: [{ name: '钱多多', changedOn: '2026-11-01' }] },
    ])
    t.match(standing.securedParties, [{ name: '赵受让', identifier: { value: /^3101\*+/ } }])
  })

  t.test('the page of a check shows the same, masked', async (t) => {
    const url = `/verify/${amended.filingNumber}?code=${amended.verificationCode}`
    for (const language of ['zh-CN', 'en']) {
      const headers = { accept: 'text/html', 'accept-language': language }
      const seen = await register.app.inject({ url, headers })
      t.equal(seen.statusCode, 200)
      for (const words of ['激光切割机', '旧刀具不再担保', '钱更名', '赵受让', '后于第三人受偿'])
        t.match(seen.body, words)
      for (const number of IDENTITY_NUMBERS) t.notMatch(seen.body, number)
      const ids = [...seen.body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      t.equal(new Set(ids).size, ids.length, 'no two lists have the same name')
    }
    const chinese = (await register.app.inject({ url, headers: { accept: 'text/html' } })).body
    t.match(chinese.replaceAll('&#x2F;', '/'), '变更 10/10：顺位变更的记载')
    t.match(chinese, '本次登记后的状况')
  })
})

t.test(
  'after a discharge its certificates are for the filer and the registrar; checking them stays public',
  async (t) => {
    const register = await openRegister(t)
    const filed = await file(register)
    const renewed = await act(register, filed, 'renewals', { additionalMonths: 1 })
    t.equal((await certificate(register, renewed, 'searcher')).statusCode, 200)
    const discharged = await act(register, filed, 'discharges', { reason: 'other', reasonText: '合同解除' })
    for (const who of ['operator', 'registrar'] as const) {
      const text = await says(register, discharged, who)
      has(t, text, [
        '注销登记证明',
        'Certificate of discharge',
        '其他原因',
        '合同解除',
        '自该时起终止',
        '已注销',
        '终止前的登记到期日',
        '37 个月',
      ])
    }
    for (const filing of [filed, renewed, discharged]) {
      t.equal((await certificate(register, filing, 'searcher')).statusCode, 404)
      t.equal((await certificate(register, filing, 'otherOperator')).statusCode, 404)
      t.equal((await verified(register, filing)).genuine, true)
    }
    t.match((await verified(register, discharged)).facts, {
      filingKind: 'discharge',
      content: { reason: 'other', reasonText: '合同解除' },
      expiresOn: renewed.expiresOn,
      standing: { status: 'discharged', endedAt: discharged.filedAt, termMonths: 37 },
    })
    t.match((await verified(register, renewed)).facts.standing, { status: 'in_effect', termMonths: 37 })
    t.equal((await verified(register, { ...discharged, verificationCode: renewed.verificationCode })).genuine, false)
    const page = await register.app.inject({
      url: `/verify/${discharged.filingNumber}?code=${discharged.verificationCode}`,
    })
    t.match(page.body, '已注销')
  },
)

t.test('later acts change no earlier certificate, whether it was asked for before them or only after', async (t) => {
  const register = await openRegister(t)
  const [asked, unasked] = [await file(register), await file(register)]
  const before = await verified(register, asked)
  t.same(Object.keys(before.facts).sort(), [
    'content',
    'expiresOn',
    'factsVersion',
    'filedAt',
    'filer',
    'filingKind',
    'filingNumber',
    'issuedAt',
    'kind',
    'number',
    'register',
    'registrationNumber',
    'securityType',
    'sequence',
  ])
  const renewals: Body[] = []
  for (const filed of [asked, unasked]) {
    renewals.push(await act(register, filed, 'renewals', { additionalMonths: 12 }))
    await act(register, filed, 'amendments', { changes: EVERY_CHANGE })
    await act(register, filed, 'discharges', { reason: 'debt_extinguished' })
  }
  t.same(await verified(register, asked), before)
  const after = await verified(register, unasked)
  t.match(after.facts, { filingKind: 'initial', expiresOn: unasked.expiresOn, content: before.facts.content })
  t.notOk('standing' in after.facts)
  for (const renewed of renewals) {
    const { facts } = await verified(register, renewed)
    t.match(facts, { expiresOn: renewed.expiresOn, standing: { status: 'in_effect', termMonths: 48 } })
    t.same(facts.standing.debtors.length, 1)
  }
})

import t from 'tap'
import { makeUscc } from '../../src/parties/uscc.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>

async function file(register: TestRegister, more: Body = {}): Promise<Body> {
  const payload = { ...structuredClone(formOf('finance_lease')!.example), ...more }
  const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

const acts = { amend: 'amendments', renew: 'renewals', discharge: 'discharges' } as const

function act(register: TestRegister, filed: Body, name: keyof typeof acts, body: Body, more: Body = {}) {
  return register.call(more.who ?? 'operator', {
    method: 'POST',
    url: `/api/v1/registrations/${filed.registrationNumber}/${acts[name]}`,
    payload: { modificationCode: filed.modificationCode, declaration: true, ...body },
    headers: more.headers,
  })
}

const read = async (register: TestRegister, filed: Body, who: 'operator' | 'searcher' | 'registrar' = 'operator') =>
  register.call(who, { url: `/api/v1/registrations/${filed.registrationNumber}` })

async function found(register: TestRegister, query: Body, filed: Body): Promise<boolean> {
  const payload = { purpose: 'dispute', ...query }
  const answer = (await register.call('searcher', { method: 'POST', url: '/api/v1/searches', payload })).json()
  return answer.matches.some((match: Body) => match.registrationNumber === filed.registrationNumber)
}

function organization(name: string, serial: number): Body {
  return {
    kind: 'organization',
    name,
    identifier: { scheme: 'uscc', value: makeUscc(`91310000MB${String(serial).padStart(7, '0')}`) },
    address: { country: 'CN', line: '上海市' },
    representative: '王强',
  }
}

t.test('renewal', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register, { termMonths: 1 })
  const renewed = await act(register, filed, 'renew', { additionalMonths: 12 })
  t.equal(renewed.statusCode, 201, renewed.body)
  t.equal(renewed.json().sequence, filed.sequence + 1)
  t.notOk('modificationCode' in renewed.json())
  const now = (await read(register, filed)).json()
  t.match(now, { status: 'in_effect', termMonths: 13, expiresOn: renewed.json().expiresOn })
  t.same(
    now.filings.map((each: Body) => each.kind),
    ['initial', 'renewal'],
  )
  t.equal(now.collateral[0].ranksFrom.sequence, filed.sequence, 'rank is kept')
  for (const months of [0, 361, 1.5])
    t.equal((await act(register, filed, 'renew', { additionalMonths: months })).statusCode, 422)
})

t.test('discharge ends it: for search, for others, for every later act', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const query = { by: 'registrationNumber', value: filed.registrationNumber }
  t.ok(await found(register, query, filed))
  t.equal((await act(register, filed, 'discharge', { reason: 'debt_extinguished' })).statusCode, 201)
  t.notOk(await found(register, query, filed))
  t.equal((await read(register, filed, 'searcher')).statusCode, 404)
  t.match((await read(register, filed)).json(), { status: 'discharged' })
  t.equal((await read(register, filed, 'registrar')).json().status, 'discharged')
  for (const [name, body] of [
    ['renew', { additionalMonths: 1 }],
    ['discharge', { reason: 'other' }],
    ['amend', { changes: [{ type: 'rank_note', text: '顺位变更' }] }],
  ] as const) {
    t.match((await act(register, filed, name, body)).json(), { status: 422, code: 'registration_discharged' }, name)
  }
})

t.test('amendment', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const amend = (changes: Body[], more: Body = {}) => act(register, filed, 'amend', { changes, ...more })

  t.test('added collateral ranks from the amendment, and is found', async (t) => {
    const items = [{ name: '激光切割机', serialNumber: 'LASER-77' }]
    const amended = (await amend([{ type: 'add_collateral', items }])).json()
    const now = (await read(register, filed)).json()
    t.same(
      now.collateral.map((part: Body) => part.ranksFrom.sequence),
      [filed.sequence, amended.sequence],
    )
    t.ok(await found(register, { by: 'assetIdentifier', value: 'laser 77' }, filed))
  })

  t.test('released items leave the list and the search', async (t) => {
    t.match((await amend([{ type: 'release_collateral', items: [{ serialNumber: 'NOBODY' }] }])).json(), {
      status: 422,
      errors: [{ code: 'item_not_found', pointer: '/changes/0/items/0' }],
    })
    t.equal((await amend([{ type: 'release_collateral', items: [{ serialNumber: 'LASER-77' }] }])).statusCode, 201)
    t.notOk(await found(register, { by: 'assetIdentifier', value: 'laser 77' }, filed))
    t.equal((await read(register, filed)).json().released.length, 1)
  })

  t.test('debtors come and go; the last one stays', async (t) => {
    const second = organization('后加入的承租人有限公司', 2)
    t.equal((await amend([{ type: 'add_debtor', party: second }])).statusCode, 201)
    t.ok(await found(register, { by: 'organizationName', name: second.name }, filed))
    t.equal((await amend([{ type: 'release_debtor', index: 1 }])).statusCode, 201)
    t.notOk(await found(register, { by: 'organizationName', name: second.name }, filed))
    t.match((await amend([{ type: 'release_debtor', index: 0 }])).json(), {
      errors: [{ code: 'last_debtor', pointer: '/changes/0/index' }],
    })
    t.match((await amend([{ type: 'release_debtor', index: 7 }])).json(), { errors: [{ code: 'party_not_found' }] })
  })

  t.test('a renamed debtor is found under both names', async (t) => {
    const before = (await read(register, filed)).json().debtors[0].name
    const renamed = await amend([
      { type: 'rename_party', role: 'debtor', index: 0, name: '更名以后有限公司', changedOn: '2026-11-01' },
    ])
    t.equal(renamed.statusCode, 201, renamed.body)
    t.ok(await found(register, { by: 'organizationName', name: before }, filed))
    t.ok(await found(register, { by: 'organizationName', name: '更名以后有限公司' }, filed))
    const now = (await read(register, filed)).json()
    t.equal(now.debtors[0].name, '更名以后有限公司')
    t.match(now.formerParties, [{ party: { name: before }, changedOn: '2026-11-01' }])
  })

  t.test('a renamed party and added items are judged as they would be on the form', async (t) => {
    const rename = { type: 'rename_party', role: 'debtor', index: 0, changedOn: '2026-11-01' }
    const wrong: [Body, string, string][] = [
      [{ ...rename, name: '   ' }, 'text_blank', '/changes/0/name'],
      [
        { ...rename, identifier: { scheme: 'uscc', value: '91310000MA1FL0001X' } },
        'identifier_check_character_wrong',
        '/changes/0/identifier/value',
      ],
      [
        { ...rename, identifier: { scheme: 'resident_id', value: '11010519491231002X' } },
        'identifier_scheme_of_other_kind',
        '/changes/0/identifier/value',
      ],
      [{ ...rename }, 'change_empty', '/changes/0'],
      [
        { type: 'add_collateral', items: [{ name: '机床', quantity: 'many' }] },
        'field_type_wrong',
        '/changes/0/items/0/quantity',
      ],
      [{ type: 'add_collateral', items: [{ serialNumber: 'X' }] }, 'field_missing', '/changes/0/items/0/name'],
      [{ type: 'add_collateral' }, 'change_empty', '/changes/0'],
      [{ type: 'rank_note', text: '甲\u0000乙' }, 'character_not_allowed', '/changes/0/text'],
      [{ type: 'add_collateral', description: '\ud800' }, 'character_not_allowed', '/changes/0/description'],
      [{ type: 'release_collateral', items: [[[]]] }, 'field_type_wrong', '/changes/0/items/0'],
      [{ type: 'release_collateral', items: [{ name: { deep: 1 } }] }, 'field_type_wrong', '/changes/0/items/0/name'],
    ]
    for (const [change, code, pointer] of wrong) {
      t.match((await amend([change])).json(), { status: 422, errors: [{ code, pointer }] }, JSON.stringify(change))
    }
  })

  t.test('several changes stand or fall together', async (t) => {
    const before = (await read(register, filed)).json()
    const changes = [
      { type: 'change_amount', securedAmount: { currency: 'CNY', amount: '1.00' } },
      { type: 'release_debtor', index: 0 },
    ]
    t.equal((await amend(changes)).statusCode, 422)
    const { asOf: _now, ...same } = (await read(register, filed)).json()
    const { asOf: _then, ...was } = before
    t.same(same, was)
  })

  t.test('what came between is told', async (t) => {
    const { sequence } = (await read(register, filed)).json().filings.at(-1)
    const note = [{ type: 'rank_note', text: '经各方同意变更顺位' }]
    t.equal((await amend(note, { expectedSequence: sequence })).statusCode, 201)
    t.match((await amend(note, { expectedSequence: sequence })).json(), {
      status: 409,
      code: 'expected_sequence_passed',
    })
  })
})

t.test('the modification code guards what the law says it guards', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const renew = (more: Body, who?: string) =>
    act(register, { ...filed, ...more }, 'renew', { additionalMonths: 1 }, { who })
  t.match((await renew({ modificationCode: 'F'.repeat(32) })).json(), { status: 403, code: 'modification_code_wrong' })
  t.match(
    (await renew({}, 'otherOperator')).json(),
    { status: 403, code: 'not_the_filer' },
    'the code alone is not enough',
  )
  t.equal((await renew({}, 'administrator')).statusCode, 201, 'the account’s own')
  t.equal((await renew({}, 'searcher')).statusCode, 403)
  const lower = filed.modificationCode.toLowerCase().replace(/(.{4})/g, '$1 ')
  t.equal((await renew({ modificationCode: lower })).statusCode, 201, 'as people type it')
  for (let tries = 0; tries < 9; tries += 1) await renew({ modificationCode: 'guess' })
  const limited = await renew({})
  t.match(limited.json(), { status: 429, code: 'too_many_requests' })
  const { rows } = await register.sql(
    `select count(*)::int as n from audit_events where act = 'modification_code_wrong'`,
  )
  t.equal(rows[0].n, 10)
})

t.test('acts at once: one place each, judged on what came before', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const answers = await Promise.all([
    ...Array.from({ length: 5 }, () => act(register, filed, 'renew', { additionalMonths: 1 })),
    act(register, filed, 'discharge', { reason: 'right_waived' }),
    ...Array.from({ length: 5 }, () => act(register, filed, 'renew', { additionalMonths: 1 })),
  ])
  const renewals = [...answers.slice(0, 5), ...answers.slice(6)]
  const ended = answers[5]!.json().sequence
  const before = renewals.filter((each) => each.statusCode === 201)
  t.ok(
    before.every((each) => each.json().sequence < ended),
    'what was accepted came before the discharge',
  )
  for (const each of renewals) if (!before.includes(each)) t.match(each.json(), { code: 'registration_discharged' })
  const now = (await read(register, filed)).json()
  t.match(now, { status: 'discharged', termMonths: 36 + before.length })
  const { rows } = await register.sql(
    `select from_sequence::int as begun, until_sequence::int as ended from registrations where registration = $1 order by 1`,
    [filed.sequence],
  )
  t.same(
    rows.map((row) => row.ended),
    [...rows.slice(1).map((row) => row.begun), null],
    'states follow each other without a gap',
  )
})

t.test('a repeated act is one act', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const headers = { 'idempotency-key': 'renew-1' }
  const [one, two] = [
    await act(register, filed, 'renew', { additionalMonths: 6 }, { headers }),
    await act(register, filed, 'renew', { additionalMonths: 6 }, { headers }),
  ]
  t.same(one.json(), two.json())
  t.equal((await read(register, filed)).json().termMonths, 42)
})

t.test('a search as of an earlier sequence is what it was then', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const name = (await read(register, filed)).json().debtors[0].name
  const search = async (asOf?: Body) =>
    (
      await register.call('registrar', {
        method: 'POST',
        url: '/api/v1/searches',
        payload: { by: 'organizationName', name, purpose: 'dispute', ...(asOf && { asOf }) },
      })
    ).json()
  const before = await search()
  await act(register, filed, 'renew', { additionalMonths: 6 })
  await act(register, filed, 'discharge', { reason: 'debt_extinguished' })
  t.same((await search()).matches, [])
  t.same((await search({ sequence: before.asOf.sequence })).matches, before.matches)
})

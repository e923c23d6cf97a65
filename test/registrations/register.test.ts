import t from 'tap'
import { isWellFormedNumber } from '../../src/platform/numbers.ts'
import { forms } from '../../src/registrations/forms/forms.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

const URL = '/api/v1/registrations'
type Body = Record<string, any>

const example = (securityType = 'finance_lease') =>
  structuredClone(forms.find((form) => form.securityType === securityType)!.example) as Body

function post(register: TestRegister, payload: unknown, headers: Record<string, string> = {}) {
  return register.call('operator', { method: 'POST', url: URL, payload: payload as object, headers })
}

t.test('POST /api/v1/registrations', async (t) => {
  const register = await openRegister(t)

  t.test('files each of the seven examples, as GET /forms gives them', async (t) => {
    const list = (await register.call('operator', { url: '/api/v1/forms' })).json().forms
    t.same(
      list.map((each: Body) => each.securityType),
      forms.map((form) => form.securityType),
    )
    let last = 0
    for (const { securityType } of list) {
      const form = (await register.call(undefined, { url: `/api/v1/forms/${securityType}` })).json()
      const answer = await post(register, form.example)
      t.equal(answer.statusCode, 201, securityType)
      const filed = answer.json()
      t.ok(isWellFormedNumber(filed.registrationNumber))
      t.match(filed.filedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
      t.match(filed.modificationCode, /^[0-9A-F]{32}$/)
      t.ok(filed.sequence > last, 'sequences rise')
      last = filed.sequence
      const read = (await register.call('operator', { url: filed.links.registration })).json()
      t.match(read, { registrationNumber: filed.registrationNumber, securityType, status: 'in_effect' })
      t.same(read.debtors, form.example.debtors)
      t.equal(read.expiresOn, filed.expiresOn)
      t.match(read.filings, [{ filingNumber: filed.filingNumber, kind: 'initial', sequence: filed.sequence }])
    }
  })

  t.test('what is refused, where, and by which code', async (t) => {
    const before = await counts(register)
    const cases: [name: string, change: (body: Body) => void, status: number, code: string, pointer: string][] = [
      ['no debtor', (b) => (b.debtors = []), 422, 'too_few', '/debtors'],
      ['no debtors field', (b) => delete b.debtors, 422, 'field_missing', '/debtors'],
      ['no declaration', (b) => delete b.declaration, 422, 'field_missing', '/declaration'],
      ['declaration false', (b) => (b.declaration = false), 422, 'value_not_allowed', '/declaration'],
      ['term 0', (b) => (b.termMonths = 0), 422, 'number_out_of_range', '/termMonths'],
      ['term 361', (b) => (b.termMonths = 361), 422, 'number_out_of_range', '/termMonths'],
      ['term 1.5', (b) => (b.termMonths = 1.5), 422, 'field_type_wrong', '/termMonths'],
      ['term "36"', (b) => (b.termMonths = '36'), 422, 'field_type_wrong', '/termMonths'],
      ['unknown field', (b) => (b.colour = 'red'), 422, 'field_unknown', '/colour'],
      ['unknown type', (b) => (b.securityType = 'castle'), 422, 'security_type_unknown', '/securityType'],
      [
        'motor vehicle',
        (b) => (b.securityType = 'motor_vehicle_mortgage'),
        422,
        'asset_not_registrable_here',
        '/securityType',
      ],
      ['ship', (b) => (b.securityType = 'ship_mortgage'), 422, 'asset_not_registrable_here', '/securityType'],
      ['aircraft', (b) => (b.securityType = 'aircraft_mortgage'), 422, 'asset_not_registrable_here', '/securityType'],
      ['bonds', (b) => (b.securityType = 'bond_pledge'), 422, 'asset_not_registrable_here', '/securityType'],
      ['fund units', (b) => (b.securityType = 'fund_unit_pledge'), 422, 'asset_not_registrable_here', '/securityType'],
      ['shares', (b) => (b.securityType = 'share_pledge'), 422, 'asset_not_registrable_here', '/securityType'],
      [
        'intellectual property',
        (b) => (b.securityType = 'ip_pledge'),
        422,
        'asset_not_registrable_here',
        '/securityType',
      ],
      [
        'USCC check',
        (b) => (b.debtors[0].identifier.value = wrongCheck(b.debtors[0].identifier.value)),
        422,
        'identifier_check_character_wrong',
        '/debtors/0/identifier/value',
      ],
      [
        'scheme that is a property of objects',
        (b) => (b.debtors[0].identifier.scheme = 'constructor'),
        422,
        'identifier_scheme_unknown',
        '/debtors/0/identifier/value',
      ],
      ['name of blanks', (b) => (b.debtors[0].name = '   '), 422, 'name_not_searchable', '/debtors/0/name'],
      [
        'name of invisible characters',
        (b) => (b.debtors[0].name = '\u200b\u2060\ufeff'),
        422,
        'name_not_searchable',
        '/debtors/0/name',
      ],
      ['name too long', (b) => (b.debtors[0].name = '甲'.repeat(201)), 422, 'text_too_long', '/debtors/0/name'],
      [
        'bidi control in a name',
        (b) => (b.debtors[0].name = '甲\u202e公司'),
        422,
        'name_bidi_character',
        '/debtors/0/name',
      ],
      [
        'branch without parent',
        (b) => (b.debtors[0].name = '甲乙有限公司上海分公司'),
        422,
        'parent_missing',
        '/debtors/0/parent',
      ],
      [
        'same party twice',
        (b) => b.debtors.push(b.debtors[0]),
        422,
        'party_listed_twice',
        '/debtors/1/identifier/value',
      ],
      [
        'no collateral at all',
        (b) => {
          delete b.collateral.description
          delete b.collateral.items
        },
        422,
        'collateral_missing',
        '/collateral/description',
      ],
      [
        '5,001 items',
        (b) => (b.collateral.items = Array.from({ length: 5_001 }, () => ({ name: '机床' }))),
        422,
        'too_many',
        '/collateral/items',
      ],
      [
        'control character',
        (b) => (b.collateral.description = '机床\u0000'),
        422,
        'character_not_allowed',
        '/collateral/description',
      ],
      [
        'lone surrogate',
        (b) => (b.collateral.description = '机床\ud800'),
        422,
        'character_not_allowed',
        '/collateral/description',
      ],
      [
        'not a day',
        (b) => (b.collateral.leaseContractDate = '2026-02-30'),
        422,
        'format_wrong',
        '/collateral/leaseContractDate',
      ],
      ['ceiling missing', (b) => (b.maximumAmountSecurity = true), 422, 'ceiling_missing', '/ceiling'],
      [
        'amount as a number',
        (b) => (b.securedAmount = { currency: 'CNY', amount: 5 }),
        422,
        'field_type_wrong',
        '/securedAmount/amount',
      ],
      [
        'negative amount',
        (b) => (b.securedAmount = { currency: 'CNY', amount: '-5.00' }),
        422,
        'format_wrong',
        '/securedAmount/amount',
      ],
      [
        'unknown currency',
        (b) => (b.securedAmount = { currency: 'XQQ', amount: '5.00' }),
        422,
        'currency_unknown',
        '/securedAmount/currency',
      ],
    ]
    for (const [name, change, status, code, pointer] of cases) {
      const body = example()
      change(body)
      const answer = await post(register, body)
      const problem = answer.json()
      t.equal(answer.statusCode, status, name)
      t.match(answer.headers['content-type'], 'application/problem+json', name)
      t.match(problem.errors, [{ code, pointer, message: /[\u4e00-\u9fff]/ }], `${name}: ${answer.body.slice(0, 300)}`)
      const english = (await post(register, body, { 'accept-language': 'en' })).json()
      t.notMatch(english.errors[0].message, /[\u4e00-\u9fff]/, `${name} in English`)
    }
    const excluded = (await post(register, { ...example(), securityType: 'ship_mortgage' })).json()
    t.equal(excluded.code, 'asset_not_registrable_here')
    t.match(excluded.detail, /海事/)
    t.same(await counts(register), before, 'nothing was written')
  })

  t.test('a request that is no form', async (t) => {
    const before = await counts(register)
    const json = { 'content-type': 'application/json' }
    t.match((await post(register, '{"a":', json)).json(), { status: 400, code: 'request_malformed' })
    t.match((await post(register, '[]', json)).json(), { status: 422 })
    const gbk = Buffer.from('{"securityType":"\xce\xe4"}', 'latin1')
    t.match((await post(register, gbk, json)).json(), { status: 400, code: 'request_malformed' }, 'not UTF-8')
    t.equal((await post(register, '{}', { 'content-type': 'application/json; charset=gbk' })).statusCode, 415)
    for (const deep of ['['.repeat(100_000), `{"termMonths":${'['.repeat(9_000)}${']'.repeat(9_000)}}`]) {
      t.match((await post(register, deep, json)).json(), { status: 400, code: 'request_malformed' }, 'too deep')
    }
    const paths = ['/api/v1/registrations/%zz', `/api/v1/registrations/${'9'.repeat(9_000)}`]
    for (const url of paths)
      t.ok([404, 422].includes((await register.call('operator', { url })).statusCode), url.slice(0, 40))
    t.match((await post(register, 'null', json)).json(), { status: 422 })
    t.match((await post(register, '"a"', json)).json(), { status: 422 })
    t.match((await post(register, 'a', { 'content-type': 'text/plain' })).json(), {
      status: 415,
      code: 'media_type_not_supported',
    })
    const huge = JSON.stringify({ ...example(), filerReference: 'x'.repeat(20 * 1024 * 1024) })
    t.match((await post(register, huge, json)).json(), { status: 413, code: 'body_too_large' })
    const anyone = await register.call(undefined, { method: 'POST', url: URL, payload: example() })
    t.match(anyone.json(), { status: 401, code: 'sign_in_required' })
    const wrongKey = await register.call(undefined, {
      method: 'POST',
      url: URL,
      payload: example(),
      headers: { authorization: 'Bearer enc_nobody_has_this' },
    })
    t.match(wrongKey.json(), { status: 401 })
    const searcher = await register.call('searcher', { method: 'POST', url: URL, payload: example() })
    t.match(searcher.json(), { status: 403, code: 'role_not_allowed' })
    t.same(await counts(register), before)
  })

  t.test('hostile texts are data', async (t) => {
    const body = example()
    const hostile = `<script>alert(1)</script>'; drop table filings; --`
    body.collateral.description = hostile
    body.debtors[0].address.line = hostile
    body.filerReference = hostile.slice(0, 100)
    const filed = (await post(register, body)).json()
    const read = (await register.call('operator', { url: filed.links.registration })).json()
    t.equal(read.collateral[0].description, hostile)
    t.equal(read.debtors[0].address.line, hostile)
  })

  t.test('5,000 items at their limits, and each of their serial numbers is found', async (t) => {
    const body = example()
    body.collateral.items = Array.from({ length: 5_000 }, (_, at) => ({
      name: `数控车床 ${at}`,
      serialNumber: `SN-${at}-${'9'.repeat(40)}`,
    }))
    const answer = await post(register, body)
    t.equal(answer.statusCode, 201)
    const search = await register.call('searcher', {
      method: 'POST',
      url: '/api/v1/searches',
      payload: { by: 'assetIdentifier', value: `sn 4999 ${'9'.repeat(40)}`, purpose: 'before_transaction' },
    })
    t.equal(search.json().matches[0]?.registrationNumber, answer.json().registrationNumber)
  })

  t.test('a filer’s own reference and an individual’s number are not for every searcher', async (t) => {
    const body = example('retention_of_title')
    const filed = (await post(register, { ...body, filerReference: 'SECRET-REF' })).json()
    const seen = async (who: 'operator' | 'searcher' | 'registrar' | 'otherOperator') =>
      (await register.call(who, { url: filed.links.registration })).body
    const individual = body.debtors.find((each: Body) => each.kind === 'individual')
    t.ok(individual, 'the example has an individual debtor')
    for (const who of ['searcher', 'otherOperator'] as const) {
      t.notMatch(await seen(who), 'SECRET-REF')
      t.notMatch(await seen(who), individual.identifier.value)
      t.notMatch(await seen(who), individual.address.line)
    }
    for (const who of ['operator', 'registrar'] as const) {
      t.match(await seen(who), 'SECRET-REF')
      t.match(await seen(who), individual.identifier.value)
    }
  })

  t.test('GET /registrations/{number}: mistyped is not unknown', async (t) => {
    const filed = (await post(register, example())).json()
    const number: string = filed.registrationNumber
    const mistyped = number.slice(0, 10) + String((Number(number[10]) + 1) % 10) + number.slice(11)
    t.match((await register.call('searcher', { url: `${URL}/${mistyped}` })).json(), {
      status: 422,
      code: 'number_mistyped',
    })
    t.match((await register.call('searcher', { url: `${URL}/20200101012345678957` })).statusCode, /404|422/)
    const spaced = `${number.slice(0, 4)} ${number.slice(4, 8)}-${number.slice(8)}`
    t.equal((await register.call('searcher', { url: `${URL}/${encodeURIComponent(spaced)}` })).statusCode, 200)
    t.match((await register.call(undefined, { url: `${URL}/${number}` })).json(), { status: 401 })
  })
})

t.test('Idempotency-Key', async (t) => {
  const register = await openRegister(t)
  const key = { 'idempotency-key': 'k-1' }
  const first = await post(register, example(), key)
  t.equal(first.statusCode, 201)

  t.test('the same request gets the same answer', async (t) => {
    const again = await post(register, example(), key)
    t.equal(again.statusCode, 201)
    t.same(again.json(), first.json())
    t.equal(again.headers['idempotency-replayed'], 'true')
    t.same((await counts(register)).filings, 1)
  })
  t.test('another request under it is a 409', async (t) => {
    const other = await post(register, { ...example(), termMonths: 12 }, key)
    t.match(other.json(), { status: 409, code: 'idempotency_key_reused' })
  })
  t.test('another user’s key of the same name is another key', async (t) => {
    const other = await register.call('otherOperator', { method: 'POST', url: URL, payload: example(), headers: key })
    t.equal(other.statusCode, 201)
    t.not(other.json().registrationNumber, first.json().registrationNumber)
  })
  t.test('a storm of one key files once', async (t) => {
    const before = (await counts(register)).filings
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(register, example(), { 'idempotency-key': 'storm' })),
    )
    const statuses = new Set(answers.map((each) => each.statusCode))
    t.ok([...statuses].every((each) => each === 201 || each === 409))
    const busy = answers.find((each) => each.statusCode === 409)
    if (busy) t.match(busy.headers, { 'retry-after': '1' })
    t.equal((await counts(register)).filings, before + 1)
  })
  t.test('a refused form keeps no key', async (t) => {
    const keyed = { 'idempotency-key': 'k-2' }
    t.equal((await post(register, { ...example(), termMonths: 0 }, keyed)).statusCode, 422)
    t.equal((await post(register, example(), keyed)).statusCode, 201)
  })
  t.test('no modification code, API key or key can be read from the tables', async (t) => {
    const code = first.json().modificationCode
    for (const table of [
      'idempotency_keys',
      'modification_codes',
      'filings',
      'filing_contents',
      'audit_events',
      'api_keys',
    ]) {
      const { rows } = await register.sql(`select t::text as row from ${table} t`)
      const dump = rows.map((each) => each.row).join('\n')
      for (const secret of [code, Buffer.from(code).toString('hex'), register.people.operator.apiKey, 'k-1']) {
        t.notMatch(dump.toLowerCase(), secret.toLowerCase(), `${table} holds no secret`)
      }
    }
  })
  t.test('searches can be sent twice too', async (t) => {
    const payload = { by: 'organizationName', name: example().debtors[0].name, purpose: 'dispute' }
    const search = () => register.call('searcher', { method: 'POST', url: '/api/v1/searches', payload, headers: key })
    const [one, two] = [await search(), await search()]
    t.same(one.json(), two.json())
    t.equal(two.headers['idempotency-replayed'], 'true')
  })
})

t.test('back-pressure: a full queue is a 503 with Retry-After, and nothing is half there', async (t) => {
  const register = await openRegister(t, { queueMaxFilings: 3 })
  const answers = await Promise.all(Array.from({ length: 60 }, () => post(register, example())))
  const [filed, busy] = [answers.filter((a) => a.statusCode === 201), answers.filter((a) => a.statusCode === 503)]
  t.equal(filed.length + busy.length, 60)
  t.ok(busy.length > 0)
  for (const each of busy)
    t.match(each.json(), { code: 'register_busy' }) && t.match(each.headers, { 'retry-after': '1' })
  t.equal((await counts(register)).filings, filed.length)
})

function wrongCheck(value: string): string {
  return value.slice(0, -1) + (value.endsWith('0') ? '1' : '0')
}

async function counts(register: TestRegister) {
  const { rows } = await register.sql(
    `select (select count(*)::int from filings) as filings, (select count(*)::int from filing_contents) as contents,
       (select count(*)::int from registrations) as registrations, (select count(*)::int from debtor_keys) as keys,
       (select count(*)::int from idempotency_keys) as answers`,
  )
  return rows[0]
}

import t, { type Test } from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import { answersOf, openBatch, sendLines } from './send-lines.ts'

/* POST /api/v1/registrations/batches over real connections: what a bank's system sends at night. */
type Body = Record<string, any>

const good = (more: Body = {}): Body => ({ ...formOf('factoring')!.example, ...more })
const ndjson = (...lines: (Body | string)[]) =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')

async function open(t: Test, options: Parameters<typeof openRegister>[1] = {}) {
  const register = await openRegister(t, options)
  const url = await register.app.listen({ port: 0, host: '127.0.0.1' })
  const { apiKey } = register.people.operator
  const send = (body: string | Buffer, headers: Record<string, string> = {}) => sendLines(url, apiKey, body, headers)
  return { register, url, apiKey, send }
}

const filings = async (register: TestRegister) =>
  (await register.sql('select count(*)::int as n from filings')).rows[0].n as number

t.test('each line has its own outcome, in the order of the lines', async (t) => {
  const { register, send } = await open(t)
  const single = (
    await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload: good() })
  ).json()
  const { registrationNumber, modificationCode } = single
  const act = { registrationNumber, modificationCode, declaration: true }
  const cases: [name: string, line: Body | string | Buffer, expected: Body][] = [
    ['a registration', good(), { status: 201, modificationCode: /^[0-9A-F]{32}$/, registrationNumber: /^\d{20}$/ }],
    ['not JSON', '{"not json', { status: 400, code: 'request_malformed' }],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), { status: 400, code: 'request_malformed' }],
    ['a prototype', '{"__proto__": {}}', { status: 400, code: 'request_malformed' }],
    ['too deep', `${'['.repeat(40)}${']'.repeat(40)}`, { status: 400, code: 'request_malformed' }],
    ['no object', '[1]', { status: 422 }],
    ['null', 'null', { status: 422 }],
    ['an empty object', {}, { status: 422, code: 'form_invalid' }],
    ['term 0', good({ termMonths: 0 }), { code: 'form_invalid', errors: [{ pointer: '/termMonths' }] }],
    ['unknown type', good({ securityType: 'castle' }), { code: 'security_type_unknown' }],
    ['a ship', good({ securityType: 'ship_mortgage' }), { code: 'asset_not_registrable_here', detail: /海事/ }],
    ['unknown act', { ...act, act: 'abolition' }, { status: 422, code: 'act_unknown', errors: [{ pointer: '/act' }] }],
    ['an act in a list', { ...act, act: ['renewal'] }, { status: 422, code: 'act_unknown' }],
    ['no number', { act: 'renewal', additionalMonths: 1 }, { errors: [{ pointer: '/registrationNumber' }] }],
    [
      'a number mistyped',
      { ...act, act: 'renewal', registrationNumber: '12', additionalMonths: 1 },
      { status: 422, code: 'number_mistyped' },
    ],
    ['a wrong code', { ...act, act: 'discharge', modificationCode: 'no', reason: 'right_waived' }, { status: 403 }],
    ['a field of another act', { ...act, act: 'renewal', reason: 'other', additionalMonths: 1 }, { status: 422 }],
    [
      'an objection named where none is',
      { ...act, act: 'renewal', objection: '1', additionalMonths: 1 },
      { errors: [{ pointer: '/objection', code: 'field_unknown' }] },
    ],
    ['a renewal', { ...act, act: 'renewal', additionalMonths: 12 }, { status: 201, registrationNumber }],
    ['a discharge', { ...act, act: 'discharge', reason: 'right_waived' }, { status: 201, registrationNumber }],
    ['after it', { ...act, act: 'renewal', additionalMonths: 12 }, { status: 422, code: 'registration_discharged' }],
    ['the last, without a line feed', good({ termMonths: 7 }), { status: 201 }],
  ]
  const bytes = cases.map(([, line]) => (line instanceof Buffer ? line : Buffer.from(ndjson(line))))
  const body = Buffer.concat(bytes.flatMap((each, at) => (at === 0 ? [each] : [Buffer.from('\n'), each])))
  const { status, lines, summary } = await send(body)
  t.equal(status, 200)
  t.same(
    lines.map(({ line }) => line),
    cases.map((_, at) => at + 1),
  )
  for (const [at, [name, , expected]] of cases.entries()) t.match(lines[at], expected, name)
  t.same(summary, { lines: cases.length, filed: 4, replayed: 0, refused: cases.length - 4, failed: 0 })
  t.equal(await filings(register), 5)
  const failures = await register.sql('select count(*)::int as n from modification_code_failures')
  t.equal(failures.rows[0].n, 1, 'a wrong code counts towards the limit')
})

t.test('a refused line says what the single call says', async (t) => {
  const { register, send } = await open(t)
  for (const payload of [good({ termMonths: 'x', debtors: [] }), good({ securityType: 'ship_mortgage' }), {}]) {
    const headers = { 'accept-language': 'en' }
    const single = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload, headers })
    const { lines } = await send(ndjson(payload), headers)
    t.same(lines[0], { line: 1, ...single.json() })
  }
})

t.test('acts of every kind stand on lines', async (t) => {
  const { send } = await open(t)
  const {
    lines: [filed],
  } = await send(ndjson(good()))
  const { registrationNumber, modificationCode } = filed!
  const act = { registrationNumber, modificationCode, declaration: true }
  const amendment = {
    ...act,
    act: 'amendment',
    changes: [{ type: 'change_amount', securedAmount: { currency: 'CNY', amount: '1.00' } }],
  }
  const objection = {
    act: 'objection',
    registrationNumber,
    statement: '有误',
    relation: '债务人',
    demandedOn: '2026-11-02',
    refused: true,
  }
  const { lines } = await send(ndjson(amendment, objection, { ...act, act: 'renewal', additionalMonths: 1 }))
  t.match(lines[0], { status: 201 }, JSON.stringify(lines[0]))
  t.match(lines[1], { status: 422, code: 'objection_by_secured_party' }, 'judged as its own call is')
  t.match(lines[2], { status: 201 })
  const withdrawal = { act: 'objection_withdrawal', registrationNumber, objection: registrationNumber }
  t.match((await send(ndjson(withdrawal))).lines[0], { status: /^4/ })
})

t.test('CRLF, blank lines and nothing at all', async (t) => {
  const { send } = await open(t)
  const line = JSON.stringify(good())
  const { lines, summary } = await send(`\r\n${line}\r\n\r\n  \n${line}\r\n\n`)
  t.match(lines, [
    { line: 2, status: 201 },
    { line: 5, status: 201 },
  ])
  t.equal(summary!.lines, 2)
  t.same((await send('')).summary, { lines: 0, filed: 0, replayed: 0, refused: 0, failed: 0 })
})

t.test('the same lines under the same key: what was filed is answered again, the rest goes on', async (t) => {
  const { register, send, url } = await open(t)
  const headers = { 'idempotency-key': 'night-1' }
  const lines = Array.from({ length: 30 }, (_, at) => good({ termMonths: at + 1 }))
  const first = await send(ndjson(...lines.slice(0, 20)), headers)
  t.match(first.summary, { filed: 20, replayed: 0 })
  const [changed, ...others] = lines
  const second = await send(ndjson({ ...changed!, termMonths: 99 }, ...others), headers)
  t.match(second.summary, { lines: 30, filed: 10, replayed: 19, refused: 1 })
  t.match(second.lines[0], { line: 1, status: 409, code: 'idempotency_key_reused' }, 'only the changed line')
  for (let at = 1; at < 20; at += 1) t.same(second.lines[at], { ...first.lines[at], replayed: true })
  t.equal(await filings(register), 30)
  const other = await sendLines(url, register.people.otherOperator.apiKey, ndjson(lines[0]!), headers)
  t.match(other.summary, { filed: 1 }, 'keys belong to one user')
  t.match((await send(ndjson(lines[0]!))).summary, { filed: 1 }, 'without a key lines are simply filed')

  const together = await Promise.all([1, 2].map(() => send(ndjson(...lines), { 'idempotency-key': 'night-2' })))
  t.equal(together[0]!.summary!.filed! + together[1]!.summary!.filed!, 30, 'two streams at once file each line once')
  t.equal(together[0]!.summary!.replayed! + together[1]!.summary!.replayed!, 30)
  t.same(
    together[0]!.lines.map((each) => each.registrationNumber),
    together[1]!.lines.map((each) => each.registrationNumber),
  )
})

t.test('an answer comes before the next line is sent', async (t) => {
  const { url, apiKey } = await open(t)
  const sending = openBatch(url, apiKey)
  const answers = answersOf(sending)
  for (let line = 1; line <= 3; line += 1) {
    sending.request.write(`${JSON.stringify(good())}\n`)
    t.match((await answers.next()).value, { line, status: 201 })
  }
  sending.request.end()
  t.match((await answers.next()).value, { summary: { filed: 3 } })
})

t.test('who may not, and what is no batch', async (t) => {
  const { register, url, send, apiKey } = await open(t)
  const line = ndjson(good())
  t.equal((await sendLines(url, register.people.searcher.apiKey, line)).status, 403)
  t.equal((await sendLines(url, 'enc_wrong_key_wrong_key', line)).status, 401)
  t.equal((await send(line, { 'content-type': 'application/json' })).status, 415)
  t.equal((await send(line, { 'content-type': 'text/plain' })).status, 415)
  t.equal((await send(line, { 'content-type': 'application/x-ndjson; charset=gbk' })).status, 415)
  t.equal((await send(line, { 'content-type': 'application/x-ndjson; charset=utf-8' })).status, 200)
  t.equal((await send(line, { 'idempotency-key': 'k'.repeat(256) })).status, 422)
  const headers = { 'content-type': 'application/x-ndjson' }
  const elsewhere = await register.call('operator', { method: 'POST', url: '/api/v1/searches', payload: '{}', headers })
  t.equal(elsewhere.statusCode, 415, 'no other call takes lines')
  const held = [openBatch(url, apiKey), openBatch(url, apiKey)]
  for (const each of held) each.request.flushHeaders()
  await Promise.all(held.map((each) => each.response))
  t.match(await sendLines(url, apiKey, line), { status: 429, lines: [{ code: 'too_many_requests' }] })
  for (const each of held) each.request.end()
  for (const each of held) for await (const { summary } of answersOf(each)) t.equal(summary.lines, 0)
  t.equal((await send(line)).status, 200)
})

t.test('a key that is revoked ends in the middle', { timeout: 60_000 }, async (t) => {
  const { register, url, apiKey } = await open(t)
  const sending = openBatch(url, apiKey)
  const answers = answersOf(sending)
  sending.request.write(`${JSON.stringify(good())}\n`)
  t.match((await answers.next()).value, { status: 201 })
  await register.sql('update api_keys set revoked_at = now() where user_id = $1', [register.people.operator.userId])
  let status = 201
  for (let turn = 0; status === 201 && turn < 100; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    sending.request.write(`${JSON.stringify(good())}\n`)
    status = (await answers.next()).value!.status
  }
  t.equal(status, 401)
  sending.request.end()
  t.match((await answers.next()).value, { summary: { refused: 1 } })
})

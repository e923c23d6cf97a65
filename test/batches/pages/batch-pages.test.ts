import { parse } from 'csv-parse/sync'
import type { LightMyRequestResponse } from 'fastify'
import t, { type Test } from 'tap'
import { openRegister, type TestRegister } from '../../helpers/register.ts'
import { hiddenOf, type Registered, register, stands, words } from '../../registrations/act-pages/act-session.ts'
import { openSession, type PageSession } from '../../registrations/pages/page-session.ts'

type Register = { at: TestRegister; session: PageSession }

async function open(t: Test): Promise<Register> {
  const at = await openRegister(t)
  return { at, session: await openSession(at, 'operator') }
}

const made = (at: TestRegister, count: number) => Promise.all(Array.from({ length: count }, () => register(at)))
const pastedOf = (all: readonly Registered[]) =>
  all.map((each) => `${each.registrationNumber}\t${each.modificationCode}`).join('\n')

/** Begins a batch and says what its acts say. @returns its path */
async function begin(
  session: PageSession,
  all: readonly Registered[],
  act: 'renewal' | 'discharge',
  said: Record<string, string>,
): Promise<string> {
  const onPage = all.map(({ registrationNumber }) => registrationNumber).join(',')
  const begun = await session.post('/registrations/batches', { act, which: 'page', onPage })
  if (begun.statusCode !== 303) throw new Error(words(begun))
  const path = String(begun.headers.location)
  const kept = await session.post(path, { step: 'terms', ...said })
  if (kept.statusCode !== 303) throw new Error(words(kept))
  return path
}

async function confirm(
  session: PageSession,
  path: string,
  pasted: string,
  more: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const check = await session.get(path)
  return session.post(path, { ...hiddenOf(check), pasted, declaration: 'true', step: 'file', ...more })
}

const filingsOf = async (at: TestRegister, each: Registered) =>
  ((await stands(at, each)).filings as { kind: string }[]).map(({ kind }) => kind)

t.test('a batch of renewals', async (t) => {
  const { at, session } = await open(t)
  const all = await made(at, 4)
  const [a, b, c, d] = all as [Registered, Registered, Registered, Registered]
  const path = await begin(session, all, 'renewal', { additionalMonths: '12' })

  const check = await session.get(path)
  t.match(words(check), '将办理 4 项，每项各自登记。')
  for (const each of all) t.same(await filingsOf(at, each), ['initial'], 'nothing is filed before the confirmation')

  for (const [name, pasted, more, message] of [
    ['no declaration', pastedOf(all), { declaration: '' }, '请先确认填表人声明'],
    ['no codes', '', {}, '请粘贴或者填写修改码'],
    ['a row that cannot be read', `${pastedOf(all)}\n123\tX`, {}, '第 5 行：应为登记证明编号和修改码两列'],
    ['content of another page', pastedOf(all), { content: '{"additionalMonths":13}' }, '已在另一页面修改'],
  ] as const) {
    const answer = await confirm(session, path, pasted, more)
    t.equal(answer.statusCode, 422, name)
    t.match(words(answer), message, name)
  }
  for (const each of all) t.same(await filingsOf(at, each), ['initial'])

  // d is amended after the preview was opened, c has a wrong code, and b's is typed into the table.
  const shown = hiddenOf(await session.get(path))
  const change = { type: 'rank_note', text: '顺位在后。' }
  await at.call('operator', {
    method: 'POST',
    url: `/api/v1/registrations/${d.registrationNumber}/amendments`,
    payload: { modificationCode: d.modificationCode, declaration: true, changes: [change] },
  })
  const sent = {
    ...shown,
    pasted: `${pastedOf([a, d])}\n${c.registrationNumber}\t${'F'.repeat(32)}`,
    [`codes[n${b.registrationNumber}]`]: b.modificationCode.toLowerCase(),
    declaration: 'true',
    step: 'file',
  }
  const answers = await Promise.all([session.post(path, sent), session.post(path, sent)])
  for (const answer of answers) t.equal(answer.statusCode, 303, 'a double click')
  for (const each of [a, b]) t.same(await filingsOf(at, each), ['initial', 'renewal'], 'filed once')
  t.same(await filingsOf(at, c), ['initial'])
  t.same(await filingsOf(at, d), ['initial', 'amendment'])

  const result = await session.get(path)
  t.match(words(result), '本批共 4 项：已登记 2 项，未受理 2 项，未办 0 项。')
  t.match(words(result), '修改码不正确')
  t.match(words(result), '预览之后又有变动')
  const now = (await stands(at, a)).expiresOn as string
  t.equal(now, String(Number(a.expiresOn.slice(0, 4)) + 1) + a.expiresOn.slice(4), 'as the preview said')
  const { rows: failures } = await at.sql('select count(*)::int as n from modification_code_failures')
  t.ok(failures[0].n >= 1, 'a wrong code counts for the registration')

  // What is open goes on under the same address, and what was filed is not filed again.
  t.equal((await confirm(session, path, pastedOf(all))).statusCode, 303)
  for (const each of [a, b, c]) t.same(await filingsOf(at, each), ['initial', 'renewal'])
  t.same(await filingsOf(at, d), ['initial', 'amendment', 'renewal'])
  t.match(words(await session.get(path)), '已登记 4 项')
  t.equal((await confirm(session, path, pastedOf(all))).statusCode, 303, 'sent once more')
  for (const each of [a, b, c]) t.same(await filingsOf(at, each), ['initial', 'renewal'])

  const csv: string[][] = parse((await session.get(`${path}/results`)).body, { bom: true })
  t.equal(csv.length, 5)
  t.ok(csv.slice(1).every(([, , outcome, number]) => outcome === '已展期' && /^(\d{4} ){4}\d{4}$/.test(number!)))

  t.test('no code is kept', async (t) => {
    const { rows } = await at.sql(
      `select b.content::text || coalesce(l.refused::text, '') as kept from batches b join batch_lines l using (batch)`,
    )
    for (const { kept } of rows) {
      for (const { modificationCode } of all) t.notMatch(kept, modificationCode)
      t.notMatch(kept, 'F'.repeat(32))
    }
  })

  t.test('nobody else has it', async (t) => {
    for (const who of ['administrator', 'otherOperator'] as const) {
      const other = await openSession(at, who)
      t.equal((await other.get(path)).statusCode, 404, who)
      t.equal((await other.get(`${path}/results`)).statusCode, 404, who)
      t.equal((await other.post(path, { step: 'file' })).statusCode, 404, who)
    }
    t.equal((await session.get('/registrations/batches/none')).statusCode, 404)
  })
})

t.test('a batch of discharges, of which one has ended and one is another account’s', async (t) => {
  const { at, session } = await open(t)
  const all = await made(at, 3)
  const [a, b, c] = all as [Registered, Registered, Registered]
  const payload = (each: Registered) => ({ modificationCode: each.modificationCode, declaration: true })
  const discharge = (each: Registered) =>
    at.call('operator', {
      method: 'POST',
      url: `/api/v1/registrations/${each.registrationNumber}/discharges`,
      payload: { ...payload(each), reason: 'right_waived' },
    })
  await discharge(a)
  const path = await begin(session, all, 'discharge', { reason: 'debt_extinguished' })
  t.match(words(await session.get(path)), /将办理 2 项，每项各自登记；另有 1 项不能办理。.*注销不能撤回/)
  t.match(words(await session.get(path)), '登记已注销，不能办理')

  const shown = hiddenOf(await session.get(path))
  await discharge(b)
  const sent = { ...shown, pasted: pastedOf(all), declaration: 'true', step: 'file' }
  t.equal((await session.post(path, sent)).statusCode, 303)
  t.same(await filingsOf(at, b), ['initial', 'discharge'], 'ended in between')
  t.same(await filingsOf(at, c), ['initial', 'discharge'])
  t.match(words(await session.get(path)), '本批共 3 项：已登记 1 项，未受理 2 项，未办 0 项。')

  const other = await openSession(at, 'otherOperator')
  const begun = await other.post('/registrations/batches', {
    act: 'discharge',
    which: 'page',
    onPage: c.registrationNumber,
  })
  t.match(words(await other.get(String(begun.headers.location))), '选了 0 项登记')
})

t.test('a batch that was cut off goes on, also under another session and another day', async (t) => {
  const { at, session } = await open(t)
  const all = await made(at, 30)
  const path = await begin(session, all, 'renewal', { additionalMonths: '6' })
  // The process was killed after it filed ten and told nobody: neither the answer nor the page of results was sent.
  t.equal((await confirm(session, path, pastedOf(all.slice(0, 10)))).statusCode, 303)
  const again = await openSession(at, 'operator')
  t.match(words(await again.get(path)), '已登记 10 项，未受理 0 项，未办 20 项')
  await at.sql('delete from idempotency_keys')
  t.equal((await confirm(again, path, pastedOf(all))).statusCode, 303)
  for (const each of all) t.same(await filingsOf(at, each), ['initial', 'renewal'])
  t.match(words(await again.get(path)), '已登记 30 项')
})

t.test('while the register cannot file, nothing is lost and nothing is filed twice', async (t) => {
  const { at, session } = await open(t)
  const all = await made(at, 3)
  const path = await begin(session, all, 'renewal', { additionalMonths: '6' })
  await at.deps.sequencer.close()
  const answer = await confirm(session, path, pastedOf(all))
  t.equal(answer.statusCode, 503)
  t.match(words(answer), '办理中断，其余各项没有办理')
  t.ok(answer.headers['retry-after'])
  for (const each of all) t.same(await filingsOf(at, each), ['initial'])
})

t.test('what a batch may be of', async (t) => {
  const { at, session } = await open(t)
  const all = await made(at, 3)
  const none = await session.post('/registrations/batches', { act: 'renewal', which: 'ticked' })
  t.equal(none.statusCode, 422)
  t.match(words(none), '请先勾选要办理的登记')
  const ticked = await session.post('/registrations/batches', {
    act: 'renewal',
    which: 'ticked',
    chosen: all[0]!.registrationNumber,
  })
  t.match(words(await session.get(String(ticked.headers.location))), '选了 1 项登记，其中 1 项可以办理。')
  const everything = await session.post('/registrations/batches', { act: 'renewal', which: 'all' })
  const path = String(everything.headers.location)
  t.match(words(await session.get(path)), '选了 3 项登记')

  const wrong = await session.post(path, { step: 'terms', additionalMonths: '361' })
  t.equal(wrong.statusCode, 422)
  t.match(words(wrong), '应为 1 至 360 个月')
  await session.post(path, { step: 'terms', additionalMonths: '360' })
  t.match(words(await session.post(path, { step: 'edit' })), '延长的月数')

  await at.sql(
    `insert into registrations (registration, from_sequence, registration_number, security_type, filed_at, expires_on,
       account, secured_parties, debtors, collateral_summary)
     select 1000000 + n, 1000000 + n, lpad(n::text, 20, '0'), 'other', clock_timestamp(), '2199-01-01', $1, '[]', '[]', ''
     from generate_series(1, 501) n`,
    [at.people.operator.account],
  )
  const tooMany = await session.post('/registrations/batches', { act: 'renewal', which: 'all' })
  t.equal(tooMany.statusCode, 422)
  t.match(words(tooMany), '一批最多 500 项')
  const searcher = await openSession(at, 'searcher')
  t.equal((await searcher.post('/registrations/batches', { act: 'renewal', which: 'all' })).statusCode, 403)
})

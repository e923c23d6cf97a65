import t from 'tap'
import { FilingSequencer } from '../../../src/registrations/filing-sequencer.ts'
import { forms } from '../../../src/registrations/forms/forms.ts'
import { openRegister } from '../../helpers/register.ts'
import { decode, filled, openSession } from './page-session.ts'

const lease = forms.find(({ securityType }) => securityType === 'finance_lease')!

t.test('submitting', async (t) => {
  const register = await openRegister(t)
  const operator = await openSession(register, 'operator')
  const filingsCount = async () => (await register.sql('select count(*)::int as count from filings')).rows[0].count
  const ready = (session = operator) => filled(session, lease)

  t.test('double clicks, refreshes and other tabs file once and get the same answer', async (t) => {
    const path = await ready()
    const before = await filingsCount()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => operator.post(`${path}/submit`, { declaration: 'true' })),
    )
    t.same(
      answers.map(({ statusCode }) => statusCode),
      [200, 200, 200, 200, 200],
    )
    const codes = new Set(answers.map(({ body }) => /data-copy="([0-9A-F]{32})"/.exec(body)?.[1]))
    t.equal(codes.size, 1)
    t.equal(
      (await operator.post(`${path}/submit`, { declaration: 'true' })).body.includes([...codes][0]!),
      true,
      'refreshed',
    )
    t.equal(await filingsCount(), before + 1)

    const [code] = [...codes] as [string]
    const file = await operator.post(`${path}/modification-code`, {})
    t.match(file.headers['content-disposition'], /^attachment; filename="encumbra-\d{20}-modification-code\.txt"$/)
    t.equal(file.headers['cache-control'], 'no-store')
    t.ok(file.body.replaceAll(' ', '').includes(code))

    for (const url of ['', '/parties', '/collateral', '/term', '/check', '/submit', '/delete']) {
      const page = await operator.get(`${path}${url}`)
      t.match(page.body, /这份表已经登记/, url)
      t.notOk(page.body.replaceAll(/<[^>]+>/g, '').includes(code), 'and the code is not there')
    }
    const changed = await operator.post(`${path}/term`, { termMonths: '12' })
    t.match(changed.body, /这份表已经登记/)
    await operator.post(`${path}/delete`, {})
    t.match((await operator.get(`${path}/term`)).body, /这份表已经登记/, 'it cannot be deleted')
    const stored = await register.sql('select answers::text from form_entries')
    t.notOk(
      stored.rows.some(({ answers: text }) => text.includes(code)),
      'the code is not kept with the entry',
    )

    const elsewhere = await openSession(register, 'operator')
    const other = await elsewhere.post(`${path}/submit`, { declaration: 'true' })
    t.match(other.body, /这份表已经登记/)
    t.notOk(other.body.includes(code), 'another session of the same person is not shown the code')
    t.match((await elsewhere.post(`${path}/modification-code`, {})).body, /这份表已经登记/)
    t.equal(await filingsCount(), before + 1)
  })

  t.test('a process that ends after the filing leaves no second filing', async (t) => {
    const path = await ready()
    const entry = path.split('/')[2]
    const done = await operator.post(`${path}/submit`, { declaration: 'true' })
    const number = /data-copy="(\d{20})"/.exec(done.body)![1]!
    const before = await filingsCount()
    const forget = () =>
      register.sql('update form_entries set registration_number = null where form_entry = $1', [entry])
    await forget()
    t.match(
      (await operator.post(`${path}/term`, { termMonths: '12' })).body,
      /这份表已经登记/,
      'it is known by its filing',
    )
    const replayed = await operator.post(`${path}/submit`, { declaration: 'true' })
    t.ok(replayed.body.includes(number) && /data-copy="[0-9A-F]{32}"/.test(replayed.body), 'the answer is the same')
    await forget()
    await register.sql('delete from idempotency_keys')
    const late = await operator.post(`${path}/submit`, { declaration: 'true' })
    t.match(late.body, /这份表已经登记/, 'also when the stored answer has gone')
    t.ok(late.body.includes(number))
    t.equal(await filingsCount(), before)
  })

  t.test('answers that were changed behind a filing do not file again', async (t) => {
    const path = await ready()
    const entry = path.split('/')[2]
    await operator.post(`${path}/submit`, { declaration: 'true' })
    const before = await filingsCount()
    await register.sql(
      `update form_entries set registration_number = null, answers = jsonb_set(answers - 'filingIds', '{terms,termMonths}', '"12"') where form_entry = $1`,
      [entry],
    )
    const answer = await operator.post(`${path}/submit`, { declaration: 'true' })
    t.equal(answer.statusCode, 409, 'even without the note of its filing, the key refuses another body')
    t.equal(await filingsCount(), before)
  })
})

t.test('an outage: the page says so, keeps everything, and its button files', async (t) => {
  const register = await openRegister(t)
  const operator = await openSession(register, 'operator')
  const path = await filled(operator, lease)
  await register.deps.sequencer.close()
  const answer = await operator.post(`${path}/submit`, { declaration: 'true' })
  t.equal(answer.statusCode, 503)
  t.equal(answer.headers['retry-after'], '5')
  t.match(answer.body, /尚未登记/)
  t.match((await operator.get(`${path}/check`)).body, /HDZL-2026-0318/)

  const { log, clock } = register.deps
  const sequencer = new FilingSequencer({ databaseUrl: register.database.url, log, clock, queueMaxFilings: 10 })
  register.deps.sequencer = sequencer
  sequencer.start()
  t.teardown(() => sequencer.close())
  const form = /<form method="post" action="([^"]+)">([\s\S]*?)<\/form>/.exec(
    answer.body.slice(answer.body.indexOf('<main')),
  )!
  t.equal(decode(form[1]!), `${path}/submit`)
  const fields = [...form[2]!.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name!,
    decode(value!),
  ])
  const done = await operator.post(decode(form[1]!), Object.fromEntries(fields))
  t.equal(done.statusCode, 200)
  t.match(done.body, /data-copy="[0-9A-F]{32}"/)
})

t.test('a full queue', async (t) => {
  const register = await openRegister(t, { queueMaxFilings: 0 })
  const operator = await openSession(register, 'operator')
  const answer = await operator.post(`${await filled(operator, lease)}/submit`, { declaration: 'true' })
  t.equal(answer.statusCode, 503)
  t.match(answer.body, /登记排队已满，没有登记任何内容/)
})

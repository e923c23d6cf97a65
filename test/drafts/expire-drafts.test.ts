import t from 'tap'
import { expireDrafts, forgetFiledEntries } from '../../src/drafts/expire-drafts.ts'
import { jobs } from '../../src/jobs.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { openRegister } from '../helpers/register.ts'
import { hiddenOf, register, words } from '../registrations/act-pages/act-session.ts'
import { begin, filled, openSession } from '../registrations/pages/page-session.ts'

t.test('drafts end', async (t) => {
  const at = await openRegister(t)
  const { pool } = at.deps
  const operator = await openSession(at, 'operator')
  const lease = formOf('finance_lease')!
  const age = (table: 'form_entries' | 'act_drafts', days: number, where = 'true') =>
    at.sql(`update ${table} set updated_at = updated_at - make_interval(days => $1) where ${where}`, [days])
  const count = async (table: string) => (await at.sql(`select count(*)::int as n from ${table}`)).rows[0].n
  const notices = async () =>
    (await at.sql('select kind, user_id, account, registration_number, details from notices order by notice')).rows
  const saveRenewal = async () => {
    const filed = await register(at)
    const path = `/registrations/${filed.registrationNumber}/renew`
    await operator.post(path, { ...hiddenOf(await operator.get(path)), additionalMonths: '12', step: 'save' })
    return filed
  }
  t.beforeEach(async () => {
    await at.sql('delete from form_entries')
    await at.sql('delete from act_drafts')
    await at.sql('alter table notices disable trigger user')
    await at.sql('delete from notices')
    await at.sql('alter table notices enable trigger user')
  })

  t.test('both jobs are on the list', async (t) => {
    const names = jobs.map(({ name }) => name)
    t.ok(names.includes('expire-drafts') && names.includes('forget-filed-entries'))
  })

  t.test('told seven days before, deleted after sixty, told afterwards, each once', async (t) => {
    const path = await filled(operator, lease)
    const filed = await saveRenewal()
    await expireDrafts(pool, 60)
    t.same(await notices(), [], 'nothing is told of what was touched today')
    t.notMatch(words(await operator.get('/')), '草稿')

    for (const table of ['form_entries', 'act_drafts'] as const) await age(table, 52)
    await expireDrafts(pool, 60)
    t.same(await notices(), [], 'nor eight days before')
    for (const table of ['form_entries', 'act_drafts'] as const) await age(table, 1)
    await Promise.all([expireDrafts(pool, 60), expireDrafts(pool, 60)])
    await expireDrafts(pool, 60)
    const ending = await notices()
    t.same(
      ending.map(({ kind }) => kind),
      ['draft_ending', 'draft_ending'],
    )
    t.same(new Set(ending.map((each) => each.registration_number)), new Set([null, filed.registrationNumber]))
    const { userId, account } = at.people.operator
    t.ok(ending.every((each) => Number(each.user_id) === userId && Number(each.account) === account))
    for (const url of ['/', '/drafts']) t.match(words(await operator.get(url)), '有 2 份草稿即将删除', url)
    t.notMatch(words(await (await openSession(at, 'administrator')).get('/')), '草稿')

    for (const table of ['form_entries', 'act_drafts'] as const) await age(table, 7)
    await expireDrafts(pool, 60)
    t.equal((await count('form_entries')) + (await count('act_drafts')), 2, 'the last day is whole')
    for (const table of ['form_entries', 'act_drafts'] as const) await age(table, 1)
    await Promise.all([expireDrafts(pool, 60), expireDrafts(pool, 60)])
    await expireDrafts(pool, 60)
    t.equal((await count('form_entries')) + (await count('act_drafts')), 0)
    const ended = (await notices()).filter(({ kind }) => kind === 'draft_ended')
    t.equal(ended.length, 2)
    const [ofForm, ofAct] = ended[0].registration_number ? [ended[1], ended[0]] : [ended[0], ended[1]]
    t.match(ofForm.details, { securityType: 'finance_lease', begunOn: /^\d{4}-\d\d-\d\d$/ })
    t.match(ofAct, { registration_number: filed.registrationNumber, details: { act: { zh: '展期登记' } } })
    t.equal((await operator.get(path)).statusCode, 404)
    const list = words(await operator.get('/drafts'))
    t.match(list, '最近 60 天删除的草稿')
    t.match(list, '展期登记')
    t.match(list, '初始登记：融资租赁')
    const debtor = (lease.example as unknown as { debtors: { name: string }[] }).debtors[0]!.name
    t.notMatch(JSON.stringify(await notices()), debtor, 'nothing typed is told')
  })

  t.test('what is touched again begins anew, and is told of again', async (t) => {
    const path = await begin(operator, 'finance_lease')
    await age('form_entries', 55)
    await expireDrafts(pool, 60)
    await operator.post(`${path}/term`, { termMonths: '12' })
    t.notMatch(words(await operator.get('/')), '草稿')
    await age('form_entries', 54)
    await expireDrafts(pool, 60)
    t.equal((await notices()).length, 2)
    t.equal(await count('form_entries'), 1)
  })

  t.test('more than one batch', async (t) => {
    await at.sql(
      `insert into form_entries (form_entry, owner, security_type, answers, updated_at)
       select gen_random_uuid(), $1, 'factoring', '{}', clock_timestamp() - interval '61 days' - n * interval '1 second'
       from generate_series(1, 1200) n`,
      [at.people.searcher.userId],
    )
    await expireDrafts(pool, 60)
    t.equal(await count('form_entries'), 0)
    t.equal((await notices()).length, 1200)
  })

  t.test('what was filed is forgotten after two days, its number kept for sixty', async (t) => {
    const path = await filled(operator, lease)
    const done = await operator.post(`${path}/submit`, { declaration: 'true' })
    const number = /data-copy="(\d{20})"/.exec(done.body)![1]!
    const answers = async () => (await at.sql('select answers::text from form_entries')).rows[0]?.answers
    await age('form_entries', 1)
    await forgetFiledEntries(pool, 60)
    t.not(await answers(), '{}', 'while the answer can be sent again')
    const again = await operator.post(`${path}/submit`, { declaration: 'true' })
    t.match(again.body, /data-copy="[0-9A-F]{32}"/)
    await age('form_entries', 2)
    await at.sql('delete from idempotency_keys')
    await Promise.all([forgetFiledEntries(pool, 60), forgetFiledEntries(pool, 60)])
    t.equal(await answers(), '{}')
    for (const url of ['', '/parties', '/check', '/term', '/delete']) {
      const page = await operator.get(`${path}${url}`)
      t.match(words(page), '这份表已经登记', url)
      t.match(page.body, number)
    }
    for (const url of ['/submit', '/modification-code', '/term']) {
      t.match(words(await operator.post(`${path}${url}`, { declaration: 'true' })), '这份表已经登记', url)
    }
    await age('form_entries', 57)
    await forgetFiledEntries(pool, 60)
    t.equal(await count('form_entries'), 1)
    await age('form_entries', 1)
    await forgetFiledEntries(pool, 60)
    t.equal((await operator.get(path)).statusCode, 404)
    await expireDrafts(pool, 60)
    t.same(await notices(), [], 'what was filed did not end as a draft')
  })

  t.test('filed by a process that ended before it could say so: no draft, and not told as one', async (t) => {
    const path = await filled(operator, lease)
    await operator.post(`${path}/submit`, { declaration: 'true' })
    await at.sql('update form_entries set registration_number = null')
    const filed = await saveRenewal()
    await at.sql(`update act_drafts set filing_ids = array(select filing_id from filings where filing_number = $1)`, [
      filed.registrationNumber,
    ])
    for (const table of ['form_entries', 'act_drafts'] as const) await age(table, 100)
    t.match(words(await operator.get('/drafts')), '没有草稿', 'neither is on the list')
    await expireDrafts(pool, 60)
    t.same(await notices(), [])
    t.equal(await count('act_drafts'), 0)
    t.match(words(await operator.get(path)), '这份表已经登记')
  })
})

import t from 'tap'
import { UNFINISHED_MAX } from '../../../src/registrations/form-entry-store.ts'
import { formOf } from '../../../src/registrations/forms/forms.ts'
import { openRegister } from '../../helpers/register.ts'
import { hiddenOf, markup, register, words } from '../../registrations/act-pages/act-session.ts'
import { begin, fill, openSession, shown } from '../../registrations/pages/page-session.ts'

t.test('the list of drafts', async (t) => {
  const at = await openRegister(t)
  const operator = await openSession(at, 'operator')
  const { userId } = at.people.operator
  const lease = formOf('finance_lease')!
  t.beforeEach(async () => {
    await at.sql('delete from form_entries')
    await at.sql('delete from act_drafts')
  })
  const saveRenewal = async (number: string, months: string) => {
    const path = `/registrations/${number}/renew`
    return operator.post(path, { ...hiddenOf(await operator.get(path)), additionalMonths: months, step: 'save' })
  }
  const entries = (owner: number, count: number) =>
    at.sql(
      `insert into form_entries (form_entry, owner, security_type, answers, updated_at)
       select gen_random_uuid(), $1, 'factoring', '{"debtors": []}', clock_timestamp() - n * interval '1 hour'
       from generate_series(1, $2::int) n`,
      [owner, count],
    )

  t.test('forms and acts together, the last first; gone on with, and deleted after being asked', async (t) => {
    t.match(words(await operator.get('/drafts')), '没有草稿')
    const entry = await begin(operator, 'finance_lease')
    await fill(operator, entry, lease)
    const { registrationNumber } = await register(at)
    await saveRenewal(registrationNumber, '12')
    const list = await operator.get('/drafts')
    const renewal = `/registrations/${registrationNumber}/renew`
    const debtor = (lease.example as unknown as { debtors: { name: string }[] }).debtors[0]!.name
    t.match(words(list), new RegExp(`展期登记.*初始登记：融资租赁 ${debtor}`))
    t.match(markup(list), `href="${renewal}"`)
    t.match(markup(list), `href="${entry}"`)
    for (const url of ['/file', '/registrations']) t.match((await operator.get(url)).body, 'href="/drafts"', url)

    const remove = /href="(\/drafts\/[0-9a-f-]{36}\/delete)"/.exec(markup(list))![1]!
    const asked = await operator.get(remove)
    t.match(words(asked), '展期登记')
    const forged = await at.app.inject({
      method: 'POST',
      url: remove,
      headers: {
        cookie: `session=${await at.sessionOf('operator')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: '_csrf=wrong',
    })
    t.equal(forged.statusCode, 403, 'without the page’s own token nothing is deleted')
    const deleted = await operator.post(remove, {})
    t.equal(deleted.headers.location, '/drafts')
    t.equal((await operator.post(remove, {})).statusCode, 404)
    t.equal(shown(await operator.get(renewal), 'additionalMonths'), '')
    const gone = await operator.post(`${entry}/delete?from=drafts`, {})
    t.equal(gone.headers.location, '/drafts')
    t.match(words(await operator.get('/drafts')), '没有草稿')
  })

  t.test('from the act’s own page: deleted, it begins anew there', async (t) => {
    const { registrationNumber } = await register(at)
    const path = `/registrations/${registrationNumber}/renew`
    await saveRenewal(registrationNumber, '9')
    const remove = /href="(\/drafts\/[0-9a-f-]{36}\/delete\?then=act)"/.exec(markup(await operator.get(path)))![1]!
    const asked = await operator.get(remove)
    t.match(markup(asked), `class="govuk-back-link" href="${path}"`)
    const deleted = await operator.post(remove.split('?')[0]!, hiddenOf(asked))
    t.equal(deleted.headers.location, path)
    t.equal(shown(await operator.get(path), 'additionalMonths'), '')
  })

  t.test('pages', async (t) => {
    await entries(userId, 45)
    const rows = (body: string) => body.match(/role="rowheader"/g)?.length ?? 0
    for (const [page, count] of [
      ['1', 20],
      ['2', 20],
      ['3', 5],
      ['-1', 20],
      ['x', 20],
    ] as const) {
      t.equal(rows((await operator.get(`/drafts?page=${page}`)).body), count, `page ${page}`)
    }
    t.match(words(await operator.get('/drafts?page=3')), '第 41 至 45 项，共 45 项')
    t.equal((await operator.get('/drafts?page=9')).headers.location, '/drafts?page=3')
    t.equal(rows((await (await openSession(at, 'administrator')).get('/drafts')).body), 0)
  })

  t.test('forms and acts share one limit; what was typed stays, and what is there can be saved again', async (t) => {
    const [first, second] = [await register(at), await register(at)]
    await entries(userId, UNFINISHED_MAX - 1)
    t.equal((await saveRenewal(first.registrationNumber, '12')).statusCode, 303)
    const refused = await saveRenewal(second.registrationNumber, '13')
    t.equal(refused.statusCode, 422)
    t.match(words(refused), `草稿已有 ${UNFINISHED_MAX} 份`)
    t.match(refused.body, 'href="/drafts"')
    t.equal(shown(refused, 'additionalMonths'), '13')
    const form = await operator.post('/file', { securityType: 'factoring' })
    t.equal(form.statusCode, 422)
    t.match(words(form), `草稿已有 ${UNFINISHED_MAX} 份`)
    t.equal((await saveRenewal(first.registrationNumber, '14')).statusCode, 303, 'the one that is there')
    await entries(at.people.administrator.userId, 3)
    await at.sql(
      'delete from form_entries where form_entry in (select form_entry from form_entries where owner = $1 limit 1)',
      [userId],
    )
    t.equal((await saveRenewal(second.registrationNumber, '13')).statusCode, 303)
  })
})

import t, { type Test } from 'tap'
import type { SandboxUser } from '../../../src/sandbox/sandbox-people.ts'
import { openRegister } from '../../helpers/register.ts'
import { hostile, openSession, type PageSession, shown } from '../pages/page-session.ts'
import { hiddenOf, markup, type Registered, register, send, stands, toCheck, words } from './act-session.ts'

t.test('drafts of acts', async (t) => {
  const at = await openRegister(t)
  const operator = await openSession(at, 'operator')
  const drafts = async ({ registrationNumber }: Registered) =>
    (
      await at.sql('select *, fields::text as written from act_drafts where registration_number = $1', [
        registrationNumber,
      ])
    ).rows
  const pathOf = (filed: Registered, act: string) => `/registrations/${filed.registrationNumber}${act}`
  const save = async (session: PageSession, path: string, typed: Record<string, string>) =>
    session.post(path, { ...hiddenOf(await session.get(path)), ...typed, step: 'save' })

  t.test('left on the first page, right or wrong, and gone on with in another session', async (t) => {
    const filed = await register(at)
    const path = pathOf(filed, '/renew')
    t.match(words(await operator.get(path)), '保存草稿，以后再办')
    const typed = `十二 ${hostile}`
    const saved = await save(operator, path, {
      additionalMonths: typed,
      modificationCode: filed.modificationCode,
      declaration: 'true',
    })
    t.equal(saved.statusCode, 303)
    const list = await operator.get(String(saved.headers.location))
    t.match(words(list), '草稿已保存：展期登记')
    t.match(markup(list), `href="${path}"`)
    t.equal((await stands(at, filed)).filings.length, 1, 'nothing is filed')
    const [row] = await drafts(filed)
    t.notMatch(row.written, filed.modificationCode, 'the code is not kept')
    t.notMatch(row.written, 'declaration')

    const elsewhere = await openSession(at, 'operator')
    const resumed = await elsewhere.get(path)
    t.equal(shown(resumed, 'additionalMonths'), typed)
    t.match(words(resumed), /这是 \d{4}年.*保存的草稿/)
    t.notMatch(resumed.body, '<script>alert')
    const check = await elsewhere.post(path, { ...hiddenOf(resumed), additionalMonths: '12', step: 'check' })
    t.match(words(check), '保存草稿，以后再办', 'the check page saves too')
    const fields = { ...hiddenOf(check), modificationCode: filed.modificationCode, declaration: 'true', step: 'save' }
    t.equal((await elsewhere.post(path, fields)).statusCode, 303)
    t.notMatch((await drafts(filed))[0].written, filed.modificationCode)
    t.equal((await send(elsewhere, path, check, filed.modificationCode)).statusCode, 200)
    t.same(await drafts(filed), [], 'filing ends the draft')
    t.equal((await stands(at, filed)).termMonths, 48)
    t.equal(shown(await elsewhere.get(path), 'additionalMonths'), '', 'and the next renewal begins anew')
  })

  t.test('a person has one draft of each act, and colleagues have their own', async (t) => {
    const filed = await register(at)
    const colleague = await openSession(at, 'administrator')
    await save(operator, pathOf(filed, '/renew'), { additionalMonths: '7' })
    await save(operator, pathOf(filed, '/amend/rank-note'), { text: '顺位在后' })
    t.equal(shown(await colleague.get(pathOf(filed, '/renew')), 'additionalMonths'), '')
    await save(colleague, pathOf(filed, '/renew'), { additionalMonths: '8' })
    t.equal(shown(await operator.get(pathOf(filed, '/renew')), 'additionalMonths'), '7')
    t.equal((await drafts(filed)).length, 3)
    const own = words(await operator.get(pathOf(filed, '')))
    t.match(
      own,
      /继续办理草稿：变更登记：记载顺位变更.*继续办理草稿：展期登记/,
      'the registration’s page leads to them',
    )
    t.notMatch(words(await operator.get(pathOf(filed, '/amend'))), '继续办理草稿：展期')
    t.match(words(await operator.get(pathOf(filed, '/amend'))), '继续办理草稿：变更登记')
    t.notMatch(words(await colleague.get(pathOf(filed, ''))), '继续办理草稿：变更登记')
  })

  t.test('sent twice it is one; what another tab saved is not overwritten unasked', async (t) => {
    const filed = await register(at)
    const path = pathOf(filed, '/renew')
    const page = await operator.get(path)
    const post = (months: string, hidden = hiddenOf(page)) =>
      operator.post(path, { ...hidden, additionalMonths: months, step: 'save' })
    const both = await Promise.all([post('5'), post('5')])
    t.same(
      both.map(({ statusCode }) => statusCode),
      [303, 303],
    )
    const late = await post('6')
    t.equal(late.statusCode, 409)
    t.match(words(late), '这份草稿在别处又保存过')
    t.equal(shown(late, 'additionalMonths'), '6', 'what was typed here stays')
    t.equal(shown(await operator.get(path), 'additionalMonths'), '5')
    t.equal((await post('6', hiddenOf(late))).statusCode, 303, 'saved again, it is replaced')
    t.equal(shown(await operator.get(path), 'additionalMonths'), '6')
    t.equal((await drafts(filed)).length, 1)
  })

  t.test('a draft of what changed since says what came between, and nothing is half done', async (t) => {
    const filed = await register(at)
    const path = pathOf(filed, '/renew')
    await save(operator, path, { additionalMonths: '24' })
    const changes = [{ type: 'rank_note', text: '经约定，顺位在后。' }]
    const amendment = await at.call('operator', {
      method: 'POST',
      url: `/api/v1/registrations/${filed.registrationNumber}/amendments`,
      payload: { modificationCode: filed.modificationCode, declaration: true, changes },
    })
    t.equal(amendment.statusCode, 201)
    const resumed = await operator.get(path)
    t.equal(resumed.statusCode, 200)
    t.match(words(resumed), '填写之后，这项登记又有变动')
    t.match(words(resumed), amendment.json().filingNumber.replaceAll(/.{4}(?=.)/g, '$& '))
    t.equal(shown(resumed, 'additionalMonths'), '24')
    const check = await operator.post(path, { ...hiddenOf(resumed), additionalMonths: '24', step: 'check' })
    t.equal((await send(operator, path, check, filed.modificationCode)).statusCode, 200)
    t.equal((await stands(at, filed)).termMonths, 60)
  })

  t.test('a page that was open meanwhile is told the same, and can be saved', async (t) => {
    const filed = await register(at)
    const path = pathOf(filed, '/renew')
    const check = await toCheck(operator, path, { additionalMonths: '24' })
    const other = await toCheck(operator, path, { additionalMonths: '1' })
    t.equal((await send(operator, path, other, filed.modificationCode)).statusCode, 200)
    const late = await send(operator, path, check, filed.modificationCode)
    t.equal(late.statusCode, 409)
    t.match(words(late), /此后的登记.*展期登记/)
    const fields = { ...hiddenOf(late), additionalMonths: '24', step: 'save' }
    t.equal((await operator.post(path, fields)).statusCode, 303)
    t.notMatch(words(await operator.get(path)), '又有变动', 'what was seen is not told again')
  })

  t.test('a draft of a registration that ended shows what was typed, and files nothing', async (t) => {
    const filed = await register(at)
    const path = pathOf(filed, '/amend/add-collateral')
    await save(operator, path, { items: '名称\t出厂编号\n铣床\tMILL-9' })
    const open = await operator.get(path)
    const discharge = pathOf(filed, '/discharge')
    const check = await toCheck(operator, discharge, { reason: 'debt_extinguished' })
    t.equal((await send(operator, discharge, check, filed.modificationCode)).statusCode, 200)
    const resumed = await operator.get(path)
    t.equal(resumed.statusCode, 200)
    t.match(words(resumed), '这项登记已注销')
    t.match(words(resumed), /此后的登记.*注销登记/)
    t.match(resumed.body, /<fieldset[^>]* disabled/)
    t.match(words(resumed), 'MILL-9')
    t.notMatch(resumed.body, 'value="check"')
    const sent = await operator.post(path, { ...hiddenOf(open), items: '名称\t出厂编号\n铣床\tMILL-10', step: 'check' })
    t.equal(sent.statusCode, 422)
    t.match(words(sent), 'MILL-10', 'also what had not been saved')
    t.equal((await stands(at, filed)).filings.length, 2)
  })

  t.test('killed between filing and deletion, the draft is known as filed', async (t) => {
    const filed = await register(at)
    const path = pathOf(filed, '/renew')
    await save(operator, path, { additionalMonths: '12' })
    const check = await operator.post(path, {
      ...hiddenOf(await operator.get(path)),
      additionalMonths: '12',
      step: 'check',
    })
    await undeletable(t, () => send(operator, path, check, filed.modificationCode))
    t.equal((await drafts(filed)).length, 1, 'it could not be deleted')
    t.equal((await stands(at, filed)).termMonths, 48)
    t.notMatch(markup(await operator.get('/drafts')), path, 'it is on no list')
    await at.sql('delete from idempotency_keys')
    t.equal(shown(await operator.get(path), 'additionalMonths'), '', 'a later look begins anew')
    t.same(await drafts(filed), [])
  })

  async function undeletable(t: Test, work: () => Promise<{ statusCode: number; body: string }>): Promise<void> {
    await at.sql(`create function keep() returns trigger language plpgsql as $$ begin raise 'kept'; end $$`)
    await at.sql('create trigger keep before delete on act_drafts for each row execute function keep()')
    const done = await work()
    await at.sql('drop function keep() cascade')
    t.equal(done.statusCode, 200, 'the filing stands')
    t.match(done.body, '展期完成')
  }

  t.test('a wrong code keeps the draft; a draft begun on another page stays', async (t) => {
    const filed = await register(at)
    const path = pathOf(filed, '/renew')
    const other = await toCheck(operator, path, { additionalMonths: '3' })
    await save(operator, path, { additionalMonths: '12' })
    const check = await operator.post(path, {
      ...hiddenOf(await operator.get(path)),
      additionalMonths: '12',
      step: 'check',
    })
    t.equal((await send(operator, path, check, 'F'.repeat(32))).statusCode, 403)
    t.equal(shown(await operator.get(path), 'additionalMonths'), '12')
    t.equal((await send(operator, path, other, filed.modificationCode)).statusCode, 200)
    const resumed = await operator.get(path)
    t.equal(shown(resumed, 'additionalMonths'), '12')
    t.match(words(resumed), '填写之后，这项登记又有变动')
  })

  t.test('nobody else reads, changes or deletes it, and nothing of it is found', async (t) => {
    const filed = await register(at)
    const secret = 'DRAFT-SERIAL-4711'
    const path = pathOf(filed, '/amend/add-collateral')
    await save(operator, path, { items: `名称\t出厂编号\n草稿机床\t${secret}`, description: '草稿说明草稿' })
    const [{ draft }] = await drafts(filed)
    const others = [
      'administrator',
      'otherAdministrator',
      'otherOperator',
      'searcher',
      'registrar',
      'secondRegistrar',
      'court',
    ] as const
    const everybody: readonly SandboxUser['name'][] = ['operator', ...others]
    for (const who of others) {
      const session = await openSession(at, who)
      for (const url of [`/drafts/${draft}/delete`, `/drafts/${draft}/delete?then=act`]) {
        t.equal((await session.get(url)).statusCode, 404, `${who} ${url}`)
      }
      t.equal((await session.post(`/drafts/${draft}/delete`, {})).statusCode, 404, who)
      const list = await session.get('/drafts')
      t.equal(list.statusCode, 200, `${who} has a list of their own`)
      t.notMatch(list.body, filed.registrationNumber)
      t.notMatch((await session.get(path)).body, secret, `${who} opens the act's page`)
    }
    t.equal((await at.app.inject({ url: `/drafts/${draft}/delete` })).statusCode, 401)
    t.equal((await drafts(filed)).length, 1)

    for (const who of everybody) {
      const search = await at.call(who, {
        method: 'POST',
        url: '/api/v1/searches',
        payload: { by: 'assetIdentifier', value: secret, purpose: 'before_transaction' },
      })
      t.equal(search.statusCode, 201, who)
      t.equal(search.json().matches?.length ?? 0, 0, `${who} finds nothing`)
      for (const url of [
        `/api/v1/registrations/${filed.registrationNumber}`,
        `/api/v1/filings/${filed.registrationNumber}/certificate`,
        '/api/v1/registrations',
        '/registrations',
        `/registrations/${filed.registrationNumber}`,
      ]) {
        const answer = await at.call(who, { url, headers: { accept: 'application/json' } })
        t.notOk(answer.rawPayload.includes(secret) || answer.body.includes('草稿说明'), `${who} ${url}`)
      }
    }
    const tables = ['filings', 'filing_contents', 'registrations', 'debtor_keys', 'asset_keys', 'certificates']
    for (const table of [...tables, 'audit_events', 'notices']) {
      const { rows } = await at.sql(
        `select count(*)::int as n from ${table} each where each::text ilike '%' || $1 || '%'
           or each::text like '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%'`,
        [secret],
      )
      t.equal(rows[0].n, 0, table)
    }
  })
})

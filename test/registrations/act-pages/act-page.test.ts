import t from 'tap'
import { openRegister } from '../../helpers/register.ts'
import { hostile, openSession, shown } from '../pages/page-session.ts'
import { hiddenOf, markup, register, send, stands, toCheck, words } from './act-session.ts'

t.test('acts by page', async (t) => {
  const at = await openRegister(t)
  const operator = await openSession(at, 'operator')
  const wrongCode = 'F'.repeat(32)

  t.test('renewal: asked, checked, filed once', async (t) => {
    const filed = await register(at)
    const path = `/registrations/${filed.registrationNumber}/renew`
    t.match(markup(await operator.get(`/registrations/${filed.registrationNumber}`)), `href="${path}"`)
    const check = await toCheck(operator, path, { additionalMonths: '１２' })
    t.equal(check.statusCode, 200)
    t.match(words(check), '12 个月（1 年）')
    t.equal((await stands(at, filed)).termMonths, 36, 'nothing is filed by looking')

    const [one, two] = await Promise.all([
      send(operator, path, check, filed.modificationCode),
      send(operator, path, check, filed.modificationCode),
    ])
    const again = await send(operator, path, check, filed.modificationCode)
    for (const done of [one, two, again]) {
      t.equal(done.statusCode, 200)
      t.match(words(done), '展期完成')
    }
    t.equal(one.body, two.body, 'a double click is one act')
    t.equal(one.body, again.body, 'and so is the page refreshed')
    const now = await stands(at, filed)
    t.equal(now.termMonths, 48)
    t.match(markup(one), `href="/api/v1/filings/${now.filings[1].filingNumber}/certificate"`)
    t.match(one.body, `data-copy="${now.filings[1].filingNumber}"`)

    const changed = await send(operator, path, check, filed.modificationCode, { additionalMonths: '24' })
    t.equal(changed.statusCode, 409, 'another act under the same page')
    t.equal((await stands(at, filed)).termMonths, 48)
    const elsewhere = await openSession(at, 'operator')
    t.equal((await send(elsewhere, path, check, filed.modificationCode)).statusCode, 409, 'another session')
    t.equal((await stands(at, filed)).termMonths, 48)
  })

  t.test('what is wrong stands at its field, and what was typed stays', async (t) => {
    const filed = await register(at)
    const path = `/registrations/${filed.registrationNumber}/renew`
    for (const [typed, message] of [
      ['', '请填写延长的月数'],
      ['十二', '请填写整数'],
      ['361', '应为 1 至 360 个月'],
      ['0', '应为 1 至 360 个月'],
      [hostile, '请填写整数'],
    ] as const) {
      const page = await toCheck(operator, path, { additionalMonths: typed })
      t.equal(page.statusCode, 422)
      t.match(page.body, 'href="#additionalMonths"')
      t.match(words(page), message)
      t.equal(shown(page, 'additionalMonths'), typed)
      t.notMatch(page.body, '<script>alert')
    }
    const check = await toCheck(operator, path, { additionalMonths: '12' })
    const nothing = await send(operator, path, check, '', { declaration: '' })
    t.equal(nothing.statusCode, 422)
    t.match(nothing.body, 'href="#modificationCode"')
    t.match(nothing.body, 'href="#declaration"')
    const undeclared = await send(operator, path, check, wrongCode, { declaration: '' })
    t.equal(shown(undeclared, 'modificationCode'), wrongCode, 'the code stays while it is not known to be wrong')
    const wrong = await send(operator, path, check, wrongCode)
    t.equal(wrong.statusCode, 403)
    t.match(words(wrong), '修改码不正确')
    t.match(wrong.body, 'href="#modificationCode"')
    t.equal(shown(wrong, 'modificationCode'), '', 'a wrong code is emptied')
    t.equal(hiddenOf(wrong).additionalMonths, '12')
    t.match(wrong.body, /name="declaration"[^>]* checked/)
    const back = await operator.post(path, { ...hiddenOf(wrong), step: 'edit' })
    t.equal(shown(back, 'additionalMonths'), '12')
    t.equal((await send(operator, path, wrong, filed.modificationCode)).statusCode, 200, 'and the right one then files')
    t.equal((await stands(at, filed)).termMonths, 48)
  })

  t.test('guessing codes is stopped', async (t) => {
    const filed = await register(at)
    const path = `/registrations/${filed.registrationNumber}/renew`
    const check = await toCheck(operator, path, { additionalMonths: '12' })
    for (let tries = 0; tries < 10; tries += 1) await send(operator, path, check, wrongCode)
    const stopped = await send(operator, path, check, filed.modificationCode)
    t.equal(stopped.statusCode, 429)
    t.match(words(stopped), '修改码错误次数过多')
    t.ok(stopped.headers['retry-after'])
    const { rows } = await at.sql(
      `select count(*)::int as n from audit_events where act = 'modification_code_wrong' and subject = $1`,
      [filed.registrationNumber],
    )
    t.equal(rows[0].n, 10)
    t.equal((await stands(at, filed)).termMonths, 36)
  })

  t.test('discharge: for good, and said so', async (t) => {
    const filed = await register(at)
    const path = `/registrations/${filed.registrationNumber}/discharge`
    const form = await operator.get(path)
    t.match(form.body, 'class="alarm"')
    t.match(words(form), '注销不能撤回')
    for (const [typed, field] of [
      [{}, 'reason'],
      [{ reason: 'because' }, 'reason'],
      [{ reason: 'other', reasonText: ' ' }, 'reasonText'],
      [{ reason: 'right_waived', reasonText: '说明' }, 'reasonText'],
      [{ reason: 'other', reasonText: '长'.repeat(1_001) }, 'reasonText'],
    ] as const) {
      const page = await toCheck(operator, path, typed)
      t.equal(page.statusCode, 422)
      t.match(page.body, `href="#${field}"`, JSON.stringify(typed).slice(0, 60))
    }
    const check = await toCheck(operator, path, { reason: 'other', reasonText: hostile })
    t.equal(check.statusCode, 200)
    t.match(words(check), hostile.slice(0, 20))
    t.notMatch(check.body, '<script>alert')
    t.match(check.body, 'class="alarm"')
    const stale = await toCheck(operator, path, { reason: 'debt_extinguished' })
    const done = await send(operator, path, check, filed.modificationCode)
    t.match(words(done), '登记已经注销')
    t.equal((await send(operator, path, check, filed.modificationCode)).body, done.body, 'refreshed')
    t.equal((await stands(at, filed)).status, 'discharged')

    const late = await send(operator, path, stale, filed.modificationCode)
    t.equal(late.statusCode, 422)
    t.match(words(late), '这项登记已注销')
    for (const name of ['renew', 'discharge', 'amend', 'amend/rank-note']) {
      t.match(words(await operator.get(`/registrations/${filed.registrationNumber}/${name}`)), '这项登记已注销', name)
    }
    const page = await operator.get(`/registrations/${filed.registrationNumber}`)
    t.match(words(page), '已注销')
    t.notMatch(markup(page), `href="${path}"`, 'nothing more is offered')
  })

  t.test('an act that came between is told, with a link', async (t) => {
    const filed = await register(at)
    const path = `/registrations/${filed.registrationNumber}/renew`
    const [form, check] = [await operator.get(path), await toCheck(operator, path, { additionalMonths: '12' })]
    const other = await toCheck(operator, path, { additionalMonths: '1' })
    t.match(words(await send(operator, path, other, filed.modificationCode)), '展期完成')
    const early = await operator.post(path, { ...hiddenOf(form), additionalMonths: '12', step: 'check' })
    const late = await send(operator, path, check, filed.modificationCode)
    for (const told of [early, late]) {
      t.equal(told.statusCode, 409)
      t.match(words(told), '此间又有登记')
      t.match(markup(told), `<a class="govuk-link" href="/registrations/${filed.registrationNumber}">查看登记现状`)
      t.equal(shown(told, 'additionalMonths'), '12')
    }
    t.equal((await stands(at, filed)).termMonths, 37)
    const fresh = { ...hiddenOf(late), additionalMonths: '12', step: 'check' }
    const checked = await operator.post(path, fresh)
    t.equal((await send(operator, path, checked, filed.modificationCode)).statusCode, 200, 'and one can go on')
    t.equal((await stands(at, filed)).termMonths, 49)
  })

  t.test('only the filer’s account acts', async (t) => {
    const filed = await register(at)
    const base = `/registrations/${filed.registrationNumber}`
    const other = await openSession(at, 'otherOperator')
    const searcher = await openSession(at, 'searcher')
    const administrator = await openSession(at, 'administrator')
    for (const name of ['renew', 'discharge', 'amend', 'amend/add-collateral', 'amend/rename-party']) {
      t.equal((await other.get(`${base}/${name}`)).statusCode, 403, name)
      t.equal((await searcher.get(`${base}/${name}`)).statusCode, 403, name)
      t.equal((await administrator.get(`${base}/${name}`)).statusCode, 200, name)
      t.equal((await at.app.inject({ url: `${base}/${name}`, headers: { accept: 'text/html' } })).statusCode, 303)
    }
    const mine = await toCheck(operator, `${base}/renew`, { additionalMonths: '12' })
    t.equal((await send(other, `${base}/renew`, mine, filed.modificationCode)).statusCode, 403)
    t.equal((await send(operator, `${base}/renew`, mine, filed.modificationCode, { _csrf: 'x' })).statusCode, 403)
    for (const page of [await other.get(base), await searcher.get(base)]) t.notMatch(markup(page), `${base}/renew`)
    const discharge = await toCheck(operator, `${base}/discharge`, { reason: 'right_waived' })
    await send(operator, `${base}/discharge`, discharge, filed.modificationCode)
    t.equal((await other.get(`${base}/renew`)).statusCode, 404, 'what has ended is not theirs to see')
    t.equal((await operator.get('/registrations/20261122000000000000/renew')).statusCode, 422, 'mistyped')
  })

  t.test('in English', async (t) => {
    const filed = await register(at)
    const headers = { cookie: `session=${await at.sessionOf('operator')}; language=en`, accept: 'text/html' }
    const url = `/registrations/${filed.registrationNumber}`
    const page = await at.app.inject({ url: `${url}/discharge`, headers })
    t.match(words(page), 'A discharge cannot be undone.')
    t.match(words(await at.app.inject({ url, headers })), /Renew Amend Discharge/)
  })
})

import t from 'tap'
import { attachedFields, uploadJudgment } from '../../attachments/judgment.ts'
import { pdf } from '../../attachments/sample-files.ts'
import { openRegister } from '../../helpers/register.ts'
import {
  hiddenOf,
  markup,
  type Registered,
  register,
  stands,
  toCheck,
  words,
} from '../../registrations/act-pages/act-session.ts'
import { hostile, openSession, type PageSession, shown } from '../../registrations/pages/page-session.ts'

const document = {
  'office[document][issuer]': '东湖市中级人民法院',
  'office[document][number]': '（2026）鄂01民终8号',
  'office[document][issuedOn]': '2026-11-03',
}
const onJudgment = { ...document, ...attachedFields, 'office[applicant]': '某承租人' }

t.test('the registrars’ desk by page', async (t) => {
  const at = await openRegister(t)
  await uploadJudgment(at)
  const first = await openSession(at, 'registrar')
  const second = await openSession(at, 'secondRegistrar')
  const password = at.people.secondRegistrar.password
  const home = ({ registrationNumber }: Registered) => `/registrations/${registrationNumber}`
  const propose = async (filed: Registered, path: string, typed: Record<string, string>, who = first) => {
    const check = await toCheck(who, `${home(filed)}${path}`, typed)
    if (check.statusCode !== 200) throw new Error(`${path}: ${check.statusCode} ${words(check).slice(0, 900)}`)
    const done = await who.post(`${home(filed)}${path}`, { ...hiddenOf(check), step: 'file' })
    return { check, done, decision: String(done.headers.location) }
  }
  const approve = (decision: string, who: PageSession = second, typed = password) =>
    who.post(`${decision}/approve`, { 'approve[password]': typed })

  t.test('two people revoke: proposed, read, approved with the password', async (t) => {
    const filed = await register(at)
    const path = '/revoke/registration'
    t.match(markup(await first.get(home(filed))), `href="${home(filed)}/revoke"`)
    t.match(markup(await first.get(`${home(filed)}/revoke`)), `href="${home(filed)}${path}"`)
    for (const [typed, field] of [
      [document, 'office-applicant'],
      [{ 'office[applicant]': '甲' }, 'office-document-issuer'],
      [{ ...onJudgment, 'office[document][issuedOn]': '2999-01-01' }, 'office-document-issuedOn'],
      [{ ...onJudgment, 'office[document][issuedOn]': '昨天' }, 'office-document-issuedOn'],
    ] as const) {
      const page = await toCheck(first, `${home(filed)}${path}`, typed)
      t.equal(page.statusCode, 422, field)
      t.match(page.body, `href="#${field}"`)
      t.match(page.body, `id="${field}"`)
    }
    const { check, done, decision } = await propose(filed, path, { ...onJudgment, 'office[statement]': hostile })
    t.match(words(check), '须由另一名登记员核准')
    t.equal(done.statusCode, 303)
    t.match(decision, /^\/decisions\/[0-9a-f-]{36}$/)
    const again = await first.post(`${home(filed)}${path}`, { ...hiddenOf(check), step: 'file' })
    t.equal(again.headers.location, decision, 'sent twice, it is one proposal')
    const own = await first.get(decision)
    t.match(words(own), '须由另一名登记员核准才登记')
    t.notMatch(own.body, 'name="approve[password]"')
    t.equal((await stands(at, filed)).status, 'in_effect')

    const desk = await second.get('/decisions')
    t.match(words(desk), /等待您办理.*撤销整项登记/)
    const page = await second.get(decision)
    t.match(words(page), /东湖市中级人民法院.*（2026）鄂01民终8号/)
    t.match(words(page), '查询不再查得')
    t.match(page.body, 'class="alarm"')
    t.notMatch(page.body, '<script>alert')
    t.equal((await approve(decision, second, '')).statusCode, 422)
    const wrong = await approve(decision, second, 'not it')
    t.equal(wrong.statusCode, 403)
    t.match(wrong.body, 'href="#approve-password"')
    t.equal((await stands(at, filed)).status, 'in_effect')
    const { rows } = await at.sql(`select user_id from audit_events where act = 'password_confirmation_failed'`)
    t.same(rows, [{ user_id: at.people.secondRegistrar.userId }], 'a wrong password is audited')
    const [one, two] = await Promise.all([approve(decision), approve(decision)])
    for (const answer of [one, two, await approve(decision)]) t.equal(answer.headers.location, decision)
    const filings = (await at.call('registrar', { url: `/api/v1${home(filed)}` })).json().filings
    t.equal(filings.length, 2, 'filed once')
    const end = await second.get(decision)
    t.match(words(end), '已经登记')
    t.match(markup(end), `href="/api/v1/filings/${filings[1].filingNumber}/certificate"`)
    t.match(words(await first.get(home(filed))), '已撤销')
    t.match(words(await second.get('/decisions')), /已经结束的办理.*已登记/)
  })

  t.test('the judgment must be attached', async (t) => {
    const filed = await register(at)
    const said = { ...document, 'office[applicant]': '某承租人', 'office[statement]': '终审判决' }
    const path = `${home(filed)}/revoke/registration`
    const form = await first.get(path)
    t.match(words(form), '附上所依据的文书（必须）')
    t.notMatch(words(form), '选择文件（选填）')
    const page = await toCheck(first, path, said)
    t.equal(page.statusCode, 422)
    t.match(page.body, /href="#files"[^<]*>请附上所依据的文书（判决、裁决或者登记机构的决定）</)
    t.match(page.body, /id="files-error"/)
    for (const [name, value] of Object.entries(said).filter(([name]) => name !== 'office[statement]'))
      t.equal(shown(page, name), value, name)
    t.match(page.body, '终审判决')
    const without = await toCheck(first, path, {})
    for (const field of ['office-applicant', 'office-document-issuer', 'files'])
      t.match(without.body, `href="#${field}"`, 'told with the rest')
    for (const change of ['correct/rename-party', 'reinstate']) {
      if (change === 'reinstate') {
        const discharge = { modificationCode: filed.modificationCode, declaration: true, reason: 'right_waived' }
        await at.call('operator', { method: 'POST', url: `/api/v1${home(filed)}/discharges`, payload: discharge })
      }
      t.match((await toCheck(first, `${home(filed)}/${change}`, {})).body, 'href="#files"', change)
    }
    const reason = { reason: 'wrongful_discharge', 'office[statement]': '误注销' }
    t.equal((await toCheck(first, `${home(filed)}/reinstate`, { ...reason, ...attachedFields })).statusCode, 200)
  })

  t.test('the judgment is opened before it is decided on', async (t) => {
    const filed = await register(at)
    const path = `${home(filed)}/revoke/registration`
    const typed = { ...document, 'office[applicant]': '某承租人' }
    const form = { ...hiddenOf(await first.get(path)), ...typed, step: 'check' }
    const check = await first.upload(path, form, { files: { name: '判决书.pdf', content: pdf() } })
    t.match(words(check), '判决书.pdf')
    const decision = String((await first.post(path, { ...hiddenOf(check), step: 'file' })).headers.location)
    const page = await second.get(decision)
    const [, link] = /href="([^"]+\/attachments\/[0-9a-f]{64})">判决书\.pdf/.exec(markup(page))!
    const opened = await second.get(link!)
    t.equal(opened.headers['content-type'], 'application/pdf')
    t.same(opened.rawPayload, pdf())
    const operator = await openSession(at, 'operator')
    t.equal((await operator.get(link!)).statusCode, 403)
    t.equal((await second.get(`${decision}/attachments/${'0'.repeat(64)}`)).statusCode, 404)
    await approve(decision)
    t.match(words(await second.get(decision)), '已经登记')
  })

  t.test('guessing the password is stopped', async (t) => {
    const filed = await register(at)
    const { decision } = await propose(filed, '/revoke/registration', onJudgment)
    for (let tries = 0; tries < 9; tries += 1) await approve(decision, second, `wrong ${tries}`)
    const stopped = await approve(decision)
    t.equal(stopped.statusCode, 429)
    t.ok(stopped.headers['retry-after'])
    t.equal((await stands(at, filed)).status, 'in_effect')
    await at.sql('delete from sign_in_failures')
  })

  t.test('rejected with a reason', async (t) => {
    const filed = await register(at)
    const { decision } = await propose(filed, '/revoke/registration', onJudgment)
    const reject = (typed: Record<string, string>) => second.post(`${decision}/reject`, typed)
    t.match((await reject({ 'reject[password]': password })).body, 'href="#reject-reason"')
    const wrong = await reject({ 'reject[reason]': '文书未生效', 'reject[password]': 'not it' })
    t.equal(wrong.statusCode, 403)
    t.equal(shown(wrong, 'reject[reason]'), '文书未生效')
    const right = { 'reject[reason]': '文书未生效', 'reject[password]': password }
    t.equal((await reject(right)).statusCode, 303)
    t.equal((await reject(right)).statusCode, 303, 'sent twice')
    t.match(words(await first.get(decision)), /已否决.*文书未生效/)
    const late = await approve(decision)
    t.equal(late.statusCode, 303)
    t.equal((await stands(at, filed)).status, 'in_effect')
  })

  t.test('a part, an objection; what came between is told', async (t) => {
    const filed = await register(at)
    const objected = await at.call('searcher', {
      method: 'POST',
      url: `/api/v1${home(filed)}/objections`,
      payload: { statement: '已退还', relation: '承租人', demandedOn: '2026-11-02', refused: true },
    })
    const { filingNumber } = objected.json()
    t.match(
      (await toCheck(first, `${home(filed)}/revoke/objection`, onJudgment)).body,
      'href="#objection"',
      'which one must be chosen',
    )
    const ended = await propose(filed, '/revoke/objection', { ...onJudgment, objection: filingNumber })
    t.match(words(await second.get(ended.decision)), '已退还')
    await approve(ended.decision)
    t.equal((await stands(at, filed)).objections[0].status, 'revoked')

    await toCheck(first, `${home(filed)}/revoke/debtor`, onJudgment)
    const collateral = await first.get(`${home(filed)}/revoke/collateral`)
    t.equal(collateral.statusCode, 200)
    const part = await propose(filed, '/revoke/collateral', { ...onJudgment, description: '附属刀具' })
    t.match(words(await second.get(part.decision)), '附属刀具')
    await at.call('operator', {
      method: 'POST',
      url: `/api/v1${home(filed)}/discharges`,
      payload: { modificationCode: filed.modificationCode, declaration: true, reason: 'right_waived' },
    })
    t.match(words(await second.get(part.decision)), '核准后不能登记')
    const late = await approve(part.decision)
    t.equal(late.statusCode, 422)
    t.match(words(late), '这项登记已经注销')
    t.match(words(await first.get(`${home(filed)}/revoke`)), '这项登记已注销')
  })

  t.test('the register’s own error is corrected, and a wrongful discharge reinstated', async (t) => {
    const filed = await register(at)
    const chooser = markup(await first.get(`${home(filed)}/correct`))
    const links = [...chooser.matchAll(/href="(\/registrations\/\d+\/correct\/[a-z-]+)"/g)].map(([, path]) => path!)
    t.equal(links.length, 9)
    for (const link of links) t.equal((await first.get(link)).statusCode, 200, link)
    const corrections = markup(await first.get(`${home(filed)}/correct/correction`))
    const party = /href="[^"]*(\/correct\/correction\/party\?member=debtor-0)"/.exec(corrections)![1]!
    const form = await first.get(`${home(filed)}${party}`)
    const typed = Object.fromEntries(
      ['name', 'representative', 'identifier[value]', 'address[line]'].map((name) => [name, shown(form, name) ?? '']),
    )
    const scheme = /<option value="([^"]+)" selected/.exec(form.body)?.[1] ?? 'uscc'
    const fields = { ...typed, 'identifier[scheme]': scheme, 'address[country]': 'CN', member: 'debtor-0' }
    const path = '/correct/correction/party'
    const unsaid = await toCheck(first, `${home(filed)}${path}?member=debtor-0`, {
      ...fields,
      name: '更正以后有限公司',
    })
    t.match(unsaid.body, 'href="#office-statement"')
    const check = await toCheck(first, `${home(filed)}${path}?member=debtor-0`, {
      ...fields,
      name: '更正以后有限公司',
      'office[statement]': '录入错误',
      ...attachedFields,
    })
    t.match(words(check), /更正后.*更正以后有限公司/)
    const done = await first.post(`${home(filed)}${path}`, { ...hiddenOf(check), step: 'file' })
    const decision = String(done.headers.location)
    t.match(words(await second.get(decision)), /录入错误/)
    t.match(words(await second.get(decision)), /更正以后有限公司/)
    await approve(decision)
    t.equal((await stands(at, filed)).debtors[0].name, '更正以后有限公司')

    t.match(words(await first.get(`${home(filed)}/reinstate`)), '这项登记在效')
    await at.call('operator', {
      method: 'POST',
      url: `/api/v1${home(filed)}/discharges`,
      payload: { modificationCode: filed.modificationCode, declaration: true, reason: 'right_waived' },
    })
    t.match(markup(await first.get(home(filed))), `href="${home(filed)}/reinstate"`)
    const reversed = await toCheck(first, `${home(filed)}/reinstate`, {
      reason: 'reversed_judgment',
      'office[statement]': '改判',
      ...attachedFields,
    })
    t.match(reversed.body, 'href="#office-document-issuer"')
    const back = await propose(filed, '/reinstate', {
      reason: 'wrongful_discharge',
      'office[statement]': '误注销',
      ...attachedFields,
    })
    t.match(words(await second.get(back.decision)), /错误注销/)
    await approve(back.decision)
    const page = words(await first.get(home(filed)))
    t.match(page, '这项登记在效')
    t.match(page, /失效期间.*已注销.*恢复.*不保证顺位/)
  })

  t.test('any registration is opened by number, and the desk is the registrars’', async (t) => {
    const filed = await register(at)
    const found = await first.get(`/decisions/find?number=${filed.registrationNumber.replace(/.{4}/g, '$& ')}`)
    t.equal(found.headers.location, home(filed))
    t.match(words(await first.get('/decisions/find?number=123')), '编号有误')
    const operator = await openSession(at, 'operator')
    for (const path of ['/decisions', `${home(filed)}/revoke`, `${home(filed)}/correct/rename-party`]) {
      t.equal((await operator.get(path)).statusCode, 403, path)
    }
    t.equal((await first.get('/decisions/not-one')).statusCode, 404)
    t.match(words(await first.get('/')), '登记机构办理')
  })
})

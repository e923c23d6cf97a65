import t from 'tap'
import { openRegister } from '../../helpers/register.ts'
import { hiddenOf, markup, register, send, toCheck, words } from '../../registrations/act-pages/act-session.ts'
import { openSession, partyFields } from '../../registrations/pages/page-session.ts'

t.test('modification codes by page', async (t) => {
  const at = await openRegister(t)
  const [operator, administrator, other, registrar] = [
    await openSession(at, 'operator'),
    await openSession(at, 'administrator'),
    await openSession(at, 'otherOperator'),
    await openSession(at, 'registrar'),
  ]
  const codeIn = (page: { body: string }) => /data-copy="([0-9A-F]{32})"/.exec(page.body)?.[1]
  const collect = async (who: typeof operator, path: string) => {
    const form = await who.get(`${path}/collect`)
    const fields = hiddenOf(form)
    return { fields, page: await who.post(`${path}/collect`, fields) }
  }

  t.test('a lost code: asked for, approved by another, waited for, collected once', async (t) => {
    const filed = await register(at)
    const home = `/registrations/${filed.registrationNumber}`
    const path = `${home}/modification-code`
    t.match(markup(await operator.get(home)), `href="${path}"`)
    t.match(words(await operator.get(path)), '现有修改码有效')
    t.match((await toCheck(operator, `${path}/replace`, { reason: ' ' })).body, 'href="#reason"')
    const check = await toCheck(operator, `${path}/replace`, { reason: '经办人离职' })
    const ask = () => operator.post(`${path}/replace`, { ...hiddenOf(check), step: 'file' })
    const [one, two] = await Promise.all([ask(), ask()])
    for (const asked of [one, two]) t.equal(asked.headers.location, `${path}?done=requested`)
    t.equal((await at.sql('select from code_replacements')).rowCount, 1)
    const own = await operator.get(path)
    t.match(words(own), '须由贵方另一人登录后在此页核准')
    t.notMatch(own.body, '/approve"')
    const page = await administrator.get(path)
    const approval = /action="([^"]+\/approve)"/.exec(markup(page))![1]!
    t.equal((await operator.post(approval, {})).statusCode, 409, 'who asked cannot approve')
    t.equal((await other.post(approval, {})).statusCode, 403)
    t.equal((await registrar.post(approval, {})).statusCode, 404, 'two people of one side')
    t.equal((await administrator.post(approval, {})).headers.location, `${path}?done=approved`)
    t.equal((await administrator.post(approval, {})).statusCode, 303, 'sent twice')
    const waiting = await operator.get(path)
    t.match(words(waiting), /等待期未满.*可以领取 20\d\d年.*（北京时间）/)
    t.notMatch(markup(waiting), `href="${path}/collect"`)
    t.equal((await collect(operator, path)).page.statusCode, 409)
    await at.sql(`update code_replacements set ready_at = now() - interval '1 second'`)
    t.match(markup(await operator.get(path)), `href="${path}/collect"`)
    const { fields, page: collected } = await collect(operator, path)
    const code = codeIn(collected)!
    t.match(code, /^[0-9A-F]{32}$/)
    t.match(words(collected), '离开本页后不再显示')
    t.equal(codeIn(await operator.post(`${path}/collect`, fields)), code, 'reloaded, the same code')
    for (const later of [await operator.get(path), await operator.get(`${path}/collect`)]) {
      t.notMatch(later.body, code, 'it is shown nowhere else')
    }
    const elsewhere = await openSession(at, 'operator')
    t.equal((await elsewhere.post(`${path}/collect`, fields)).statusCode, 409, 'nor in another session')
    t.equal((await collect(operator, path)).page.statusCode, 409, 'and no other is made')
    const renewal = await toCheck(operator, `${home}/renew`, { additionalMonths: '1' })
    t.equal((await send(operator, `${home}/renew`, renewal, filed.modificationCode)).statusCode, 403)
    t.equal((await send(operator, `${home}/renew`, renewal, code)).statusCode, 200)
  })

  t.test('the registrars ask too; the institution stops it', async (t) => {
    const filed = await register(at)
    const path = `/registrations/${filed.registrationNumber}/modification-code`
    const check = await toCheck(registrar, `${path}/replace`, { reason: '书面申请，已核对身份' })
    await registrar.post(`${path}/replace`, { ...hiddenOf(check), step: 'file' })
    const page = await administrator.get(path)
    t.match(words(page), '登记员甲')
    t.notMatch(page.body, '/approve"')
    const cancel = /action="([^"]+\/cancel)"/.exec(markup(page))![1]!
    t.match(words(await registrar.get('/decisions')), /登记机构提出的重发修改码.*等待第二人核准/)
    t.equal((await administrator.post(cancel, {})).headers.location, `${path}?done=cancelled`)
    t.match(words(await registrar.get(path)), '现有修改码有效')
    t.equal((await registrar.get(`${path}/collect`)).statusCode, 403, 'registrars hand out no code')
    t.equal((await other.get(path)).statusCode, 403)
  })

  t.test('a transfer to another account, which collects its own code', async (t) => {
    const filed = await register(at)
    const home = `/registrations/${filed.registrationNumber}`
    const path = `${home}/amend/transfer-secured-party`
    const to = {
      kind: 'organization',
      name: '甬江融资租赁（宁波）有限公司',
      identifier: (await at.sql(`select identifier from accounts where name like '甬江%'`)).rows[0].identifier,
      address: { country: 'CN', line: '宁波市' },
      representative: '虞晓岚',
    }
    const typed = { member: '0', ...partyFields(to) }
    for (const toAccount of ['没有这家', 'searcher']) {
      const unknown = await toCheck(operator, path, { ...typed, toAccount })
      t.equal(unknown.statusCode, 422, toAccount)
      t.match(unknown.body, 'href="#toAccount"')
      t.match(words(unknown), '没有这个常用户')
    }
    const staying = await toCheck(operator, path, typed)
    t.notMatch(staying.body, 'class="alarm"')
    const check = await toCheck(operator, path, { ...typed, toAccount: 'lessor-operator' })
    t.match(words(check), '贵方的修改码即失效')
    t.match(check.body, 'govuk-button--warning')
    const done = await send(operator, path, check, filed.modificationCode)
    t.match(words(done), '请受让人登录')
    t.equal((await send(operator, path, check, filed.modificationCode)).statusCode, 403, 'no longer its filer')
    t.equal((await operator.get(`${home}/renew`)).statusCode, 403)
    t.match(words(await other.get(`${home}/modification-code`)), '已经转由贵方办理')
    const { page } = await collect(other, `${home}/modification-code`)
    const renewal = await toCheck(other, `${home}/renew`, { additionalMonths: '1' })
    t.equal((await send(other, `${home}/renew`, renewal, codeIn(page)!)).statusCode, 200)
  })
})

import t from 'tap'
import { pdf } from '../../attachments/sample-files.ts'
import { openRegister } from '../../helpers/register.ts'
import { hiddenOf, markup, register, stands, toCheck, words } from '../../registrations/act-pages/act-session.ts'
import { hostile, openSession, shown } from '../../registrations/pages/page-session.ts'

t.test('demands and objections by page', async (t) => {
  const at = await openRegister(t)
  const [searcher, operator, other] = [
    await openSession(at, 'searcher'),
    await openSession(at, 'operator'),
    await openSession(at, 'otherOperator'),
  ]
  const objection = { statement: '租赁物已经退还', relation: '承租人', demandedOn: '2026-11-02', refused: 'yes' }
  const file = (path: string, check: Awaited<ReturnType<typeof toCheck>>, more: Record<string, string> = {}) =>
    searcher.post(path, { ...hiddenOf(check), declaration: 'true', step: 'file', ...more })
  const object = async (filed: { registrationNumber: string }) => {
    const path = `/registrations/${filed.registrationNumber}/object`
    return file(path, await toCheck(searcher, path, objection))
  }

  t.test('a demand reaches the filer, with its last day', async (t) => {
    const filed = await register(at)
    const home = `/registrations/${filed.registrationNumber}`
    const path = `${home}/demand`
    t.match(markup(await searcher.get(home)), `href="${path}"`)
    const empty = await toCheck(searcher, path, {})
    t.equal(empty.statusCode, 422)
    t.match(empty.body, 'href="#relation"')
    t.match(empty.body, 'href="#statement"')
    const check = await toCheck(searcher, path, { relation: '承租人', statement: hostile })
    t.equal(check.statusCode, 200)
    t.match(words(check), '林知远')
    t.notMatch(check.body, '<script>alert')
    const [one, two] = await Promise.all([file(path, check), file(path, check)])
    t.match(words(one), '要求已经送交')
    t.equal(one.body, two.body, 'sent twice, it is one demand')
    t.equal((await at.sql('select from discharge_demands')).rowCount, 1)
    t.match(markup(await operator.get(home)), `href="${home}/discharge-demands"`)
    const list = await operator.get(`${home}/discharge-demands`)
    t.match(words(list), '林知远')
    t.match(words(list), /处理期限.*20\d\d年/)
    t.notMatch(list.body, '<script>alert')
    t.match(words(await other.get(`${home}/discharge-demands`)), '没有。', 'others see none of it')
    t.match(words(await searcher.get(`${home}/discharge-demands`)), hostile.slice(0, 20))
    for (let more = 0; more < 4; more += 1) {
      await file(path, await toCheck(searcher, path, { relation: '承租人', statement: `第 ${more} 次` }))
    }
    const sixth = await file(path, await toCheck(searcher, path, { relation: '承租人', statement: '第六次' }))
    t.equal(sixth.statusCode, 422)
    t.match(words(sixth), '至多提出 5 次要求')
    t.equal(shown(sixth, 'statement'), '第六次')
  })

  t.test('an objection is filed once, and says what comes next', async (t) => {
    const filed = await register(at)
    const home = `/registrations/${filed.registrationNumber}`
    const path = `${home}/object`
    for (const [more, field] of [
      [{ statement: '' }, 'statement'],
      [{ relation: ' ' }, 'relation'],
      [{ demandedOn: '去年' }, 'demandedOn'],
      [{ demandedOn: '2999-01-01' }, 'demandedOn'],
      [{ refused: '' }, 'refused'],
    ] as const) {
      const page = await toCheck(searcher, path, { ...objection, ...more })
      t.equal(page.statusCode, 422, field)
      t.match(page.body, `href="#${field}"`, field)
      t.match(page.body, `id="${field}"`)
    }
    const check = await toCheck(searcher, path, { ...objection, statement: hostile })
    t.notMatch(check.body, 'name="modificationCode"')
    const undeclared = await file(path, check, { declaration: '' })
    t.match(undeclared.body, 'href="#declaration"')
    const [one, two] = await Promise.all([file(path, check), file(path, check)])
    t.match(words(one), '异议已经登记')
    t.match(words(one), '第十九条')
    t.match(words(one), /20\d\d年\d+月\d+日以前起诉/)
    t.equal(one.body, two.body)
    const now = await stands(at, filed)
    t.equal(now.objections.length, 1)
    t.equal(now.status, 'in_effect')
    const page = await other.get(home)
    t.match(words(page), '有 1 项异议尚未结束')
    t.match(words(page), '已记载')
    t.match(words(page), '林知远')
    t.notMatch(page.body, '42010619880412301', 'the objector is masked')
    t.notMatch(page.body, '<script>alert')
    t.match(markup(page), `href="${home}/object"`, 'another account may object too')
    const own = await searcher.get(home)
    t.notMatch(markup(own), `href="${home}/object"`)
    t.match(markup(own), `/objections/${now.objections[0].filingNumber}/accept-case"`)
    const again = await searcher.get(path)
    t.equal(again.statusCode, 409)
    t.match(words(again), '还没有结束')
    const list = await searcher.get('/objections')
    t.match(words(list), /20\d\d年/)
    t.match(markup(list), `/objections/${now.objections[0].filingNumber}/withdraw"`)
  })

  t.test('the acceptance is noted, then the objection withdrawn', async (t) => {
    const filed = await register(at)
    await object(filed)
    const home = `/registrations/${filed.registrationNumber}`
    const { filingNumber } = (await stands(at, filed)).objections[0]
    const [accept, withdraw] = ['accept-case', 'withdraw'].map((act) => `${home}/objections/${filingNumber}/${act}`)
    for (const who of [other, operator]) t.equal((await who.get(accept!)).statusCode, 403)
    t.equal((await searcher.get(`${home}/objections/${filed.registrationNumber}/withdraw`)).statusCode, 404)
    t.match(words(await searcher.get(accept!)), '以前须上传')
    t.match((await toCheck(searcher, accept!, { court: '法院' })).body, 'href="#caseNumber"')
    const typed = { court: '东湖市中级人民法院', caseNumber: '（2026）鄂01民初1号', acceptedOn: '2026.11.20' }
    const form = { ...hiddenOf(await searcher.get(accept!)), ...typed, step: 'check' }
    const notice = { files: { name: '受理通知.pdf', content: pdf() } }
    const unfit = await searcher.upload(accept!, form, { files: { name: '受理通知.pdf', content: Buffer.from('no') } })
    t.equal(unfit.statusCode, 422)
    t.equal(shown(unfit, 'court'), typed.court, 'what was typed stays')
    const check = await searcher.upload(accept!, form, notice)
    t.match(words(check), '受理通知.pdf')
    const accepted = await file(accept!, check)
    t.match(words(accepted), '受理通知已经登记')
    t.equal((await searcher.get(accept!)).statusCode, 409)
    t.match(words(await other.get(home)), /案件已受理.*东湖市中级人民法院，（2026）鄂01民初1号/)
    const stale = await toCheck(searcher, withdraw!, {})
    const withdrawn = await file(withdraw!, await toCheck(searcher, withdraw!, { reason: '已和解' }))
    t.match(words(withdrawn), '异议已经撤回')
    const late = await file(withdraw!, stale)
    t.match(words(late), '已撤回，不能再办理')
    t.match(words(await other.get(home)), /已撤回（第 [\d,]+ 号登记）/)
    t.match(words(await searcher.get('/objections')), '已撤回')
  })

  t.test('who may not', async (t) => {
    const filed = await register(at)
    const home = `/registrations/${filed.registrationNumber}`
    const registrar = await openSession(at, 'registrar')
    for (const path of ['object', 'demand']) {
      t.equal((await registrar.get(`${home}/${path}`)).statusCode, 403)
      const filer = await operator.get(`${home}/${path}`)
      t.equal(filer.statusCode, 403)
      t.match(markup(filer), `href="${home}/discharge"`)
      t.equal((await at.app.inject({ url: `${home}/${path}`, headers: { accept: 'text/html' } })).statusCode, 303)
    }
    t.equal((await registrar.get('/objections')).statusCode, 403)
    const check = await toCheck(searcher, `${home}/object`, objection)
    await at.sql(`update accounts set identity_verified_at = null where name = '林知远'`)
    for (const page of [await searcher.get(`${home}/object`), await file(`${home}/object`, check)]) {
      t.equal(page.statusCode, 403)
      t.match(words(page), '怎样核验')
    }
    await at.sql(`update accounts set identity_verified_at = now() where name = '林知远'`)
    await at.call('operator', {
      method: 'POST',
      url: `/api/v1${home}/discharges`,
      payload: { modificationCode: filed.modificationCode, declaration: true, reason: 'right_waived' },
    })
    t.equal((await file(`${home}/object`, check)).statusCode, 404, 'ended meanwhile, it is not theirs to see')
    t.equal((await stands(at, filed)).objections.length, 0)
  })

  t.test('who objected is told when the registration has ended', async (t) => {
    const filed = await register(at)
    await object(filed)
    const home = `/registrations/${filed.registrationNumber}`
    const { filingNumber } = (await stands(at, filed)).objections[0]
    const withdraw = `${home}/objections/${filingNumber}/withdraw`
    const check = await toCheck(searcher, withdraw, {})
    await at.call('operator', {
      method: 'POST',
      url: `/api/v1${home}/discharges`,
      payload: { modificationCode: filed.modificationCode, declaration: true, reason: 'right_waived' },
    })
    t.match(words(await file(withdraw, check)), '这项登记已注销')
    const page = words(await operator.get(home))
    t.match(page, /这项登记已注销（.*第 \d+ 号登记）/, 'ended by the discharge, whatever came last')
  })
})

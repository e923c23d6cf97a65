import t from 'tap'
import { beijingDate, systemClock } from '../../../src/platform/clock.ts'
import { proposeDestruction } from '../../../src/retention/propose-destruction.ts'
import { markup, words } from '../../registrations/act-pages/act-session.ts'
import { openSession } from '../../registrations/pages/page-session.ts'
import { age, openAged } from '../aged-register.ts'

t.test('the archive: what is due, holds, and two registrars who approve', async (t) => {
  const { register, file, act, search } = await openAged(t)
  const [filed, other] = [await file(), await file()]
  const found = await search()
  for (const each of [filed, other]) await act(each, 'discharges', { reason: 'debt_extinguished' })
  await age(register, 16)
  await proposeDestruction(register.deps.pool, beijingDate(systemClock.nowMicroseconds()))
  const [first, second] = [await openSession(register, 'registrar'), await openSession(register, 'secondRegistrar')]
  const { password } = register.people.registrar

  const page = await first.get('/archive')
  t.equal(page.statusCode, 200)
  t.match(words(page), /已核准 0 \/ 2[\s\S]*以前的查询记录保存期满/)
  t.equal((await (await openSession(register, 'operator')).get('/archive')).statusCode, 403)
  t.match(words(await first.get(`/registrations/${filed.registrationNumber}`)), /保存至/)

  await t.test('a hold is placed and lifted', async (t) => {
    const wrong = await first.post('/archive/holds', { number: '123', reason: '', document: '' })
    t.equal(wrong.statusCode, 422)
    t.match(words(wrong), /编号有误/)
    t.match(wrong.body, /value="123"/, 'what was typed is kept')
    const unknown = await first.post('/archive/holds', { number: found.searchNumber, reason: '保全', document: '' })
    t.equal(unknown.statusCode, 422)
    const placed = await first.post('/archive/holds', {
      number: other.registrationNumber,
      reason: '另案 <审理>',
      document: '（2026）鄂01执保7号',
    })
    t.equal(placed.statusCode, 303)
    const held = await first.get('/archive')
    t.match(words(held), /有保全，不销毁/)
    t.match(markup(held), /另案 <审理>/)
    const lift = /href="(\/archive\/holds\/[^"]+)"/.exec(markup(held))![1]!
    t.match(words(await first.get(lift)), /解除保全/)
    t.equal((await first.post(lift, { reason: '' })).statusCode, 422)
    t.equal((await first.post(lift, { reason: '审结' })).statusCode, 303)
    t.equal((await first.post(lift, { reason: '审结' })).statusCode, 303, 'sent again')
    t.match(words(await first.get('/archive')), /没有保全/)
  })

  await t.test('two approve, by page, with their passwords', async (t) => {
    const row = markup(await first.get('/archive'))
    const link = new RegExp(`href="(/decisions/[0-9a-f-]+)">办理<[^>]+> ${filed.registrationNumber.slice(0, 4)}`)
    t.match(row, link)
    const { rows } = await register.sql(
      `select decision from decisions join filings on sequence = decisions.registration
       where decisions.kind = 'destruction' and filing_number = $1`,
      [filed.registrationNumber],
    )
    const path = `/decisions/${rows[0].decision}`
    t.match(words(await first.get(path)), /须两名登记员核准/)
    t.equal((await first.post(`${path}/approve`, { 'approve[password]': 'wrong' })).statusCode, 403)
    t.equal((await first.post(`${path}/approve`, { 'approve[password]': password })).statusCode, 303)
    t.match(words(await first.get(path)), /还须另一名登记员核准/)
    t.equal((await first.post(`${path}/approve`, { 'approve[password]': password })).statusCode, 303, 'sent again')
    t.equal((await second.post(`${path}/approve`, { 'approve[password]': password })).statusCode, 303)
    t.match(words(await second.get(path)), /已经销毁/)
    t.equal((await first.get(`/registrations/${filed.registrationNumber}`)).statusCode, 410)
    const verified = await register.app.inject({ url: `/verify/${filed.filingNumber}` })
    t.match(words(verified), /已经依法销毁/)
    const result = await (await openSession(register, 'searcher')).get(`/searches/${found.searchNumber}`)
    t.match(words(result), /共查得 2 项[\s\S]*内容已经依法销毁/)
    t.equal((await first.get('/decisions')).statusCode, 200)
  })

  await t.test('search records, too', async (t) => {
    const link = /href="(\/decisions\/[0-9a-f-]+)">办理销毁查询记录/.exec(markup(await first.get('/archive')))![1]!
    t.match(words(await first.get(link)), /此日以前的查询/)
    await first.post(`${link}/approve`, { 'approve[password]': password })
    t.equal((await second.post(`${link}/approve`, { 'approve[password]': password })).statusCode, 303)
    t.match(words(await second.get(link)), /已经销毁/)
  })
})

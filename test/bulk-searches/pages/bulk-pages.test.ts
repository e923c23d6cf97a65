import t from 'tap'
import { csrfToken } from '../../../src/accounts/secrets.ts'
import { searchChunk } from '../../../src/bulk-searches/search-lines.ts'
import { formOfList } from '../../overlap-checks/checked-register.ts'
import { codeOf, openListed, type Who } from '../listed-register.ts'

const NAME = '北京一号机械有限公司'

t.test('/bulk-searches', async (t) => {
  const { register, file, start, run, results } = await openListed(t)
  await file(NAME, 1)
  const session = await register.sessionOf('operator')
  const _csrf = csrfToken(session)
  const page = (url: string, cookie = session, language = 'zh-CN') =>
    register.app.inject({
      method: 'GET',
      url,
      cookies: { session: cookie },
      headers: { 'accept-language': language, accept: 'text/html' },
    })
  const submit = (fields: Record<string, string>, upload?: { name: string; content: string }) =>
    register.app.inject({
      method: 'POST',
      url: '/bulk-searches',
      cookies: { session },
      ...formOfList({ _csrf, once: 'form-1', purpose: 'dispute', ...fields }, upload),
    })
  const press = (url: string, fields: Record<string, string> = { _csrf }) =>
    register.app.inject({
      method: 'POST',
      url,
      cookies: { session },
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })

  t.test('pasted or uploaded, once however often it is sent', async (t) => {
    const first = await submit({ list: `${NAME}\n别的公司` })
    t.equal(first.statusCode, 303, first.body)
    const at = first.headers.location as string
    t.match(at, /^\/bulk-searches\/\d{20}$/)
    t.equal((await submit({ list: `${NAME}\n别的公司` })).headers.location, at, 'pressed twice it is one list')
    const other = await submit({ list: '' }, { name: 'a.csv', content: `名称,代码\n,${codeOf(1)}\n` })
    t.equal(other.statusCode, 303, other.body)
    t.not(other.headers.location, at, 'the same form with another list is another')
    const waiting = await page(at)
    t.equal(waiting.headers.refresh, '3', 'fetched again while it is searched')
    t.match(waiting.body, '共 2 行，等待查询。')
    await run()
    const done = await page(`${at}?show=all`)
    t.notOk('refresh' in done.headers)
    t.match(done.body, /截至第 [\d,]+ 号登记（.*），共 2 行：1 行查得登记，1 行没有查得，0 行不能查询。/)
    t.match(done.body, '查得 1 项在效登记')
    t.match(done.body, /href="\/searches\/\d{20}\/certificate"/)
    const narrowed = await page(`${at}?show=nothing_found`)
    t.match(narrowed.body, '别的公司')
    t.notMatch(narrowed.body, '查得 1 项在效登记')
    const list = await page('/bulk-searches', session, 'en')
    t.match(list.body, at)
    t.match(list.body, 'Your lists')
    const csv = await page(`${at}/results.csv?show=found`)
    t.match(csv.headers['content-type'], 'text/csv')
    t.equal(csv.body.split('\r\n').length, 3)
  })

  t.test('what is wrong is said at its field, and what was pasted stays', async (t) => {
    const cases: [Record<string, string>, RegExp, string][] = [
      [{ list: '甲公司', purpose: '' }, /请选择查询目的/, '#purpose'],
      [{ list: '' }, /文件或文本是空的/, '#list'],
      [{ list: '名称\t颜色\n甲公司\t红' }, /没有“颜色”这一列/, '#list'],
    ]
    for (const [fields, words, anchor] of cases) {
      const answer = await submit(fields)
      t.equal(answer.statusCode, 422, String(words))
      t.match(answer.body, words)
      t.match(answer.body, `href="${anchor}"`)
      if (fields.list) t.match(answer.body, fields.list.split('\n')[0]!)
    }
    const hostile = await submit({ list: '<script>alert(1)</script>\t1\nx\ty' })
    t.notMatch(hostile.body, '<script>alert')
    t.equal((await submit({ _csrf: 'no', list: '甲公司' })).statusCode, 403)
  })

  t.test('stopped and resumed by its buttons', async (t) => {
    const { links, bulkSearchNumber } = await start([
      { by: 'organizationName', name: '甲' },
      { by: 'organizationName', name: '乙' },
    ])
    const at = `/bulk-searches/${bulkSearchNumber}`
    await searchChunk(register.deps, 1)
    const half = await page(at)
    t.match(half.body, /<progress[^>]* value="1" max="2"/)
    t.match(half.body, '停止查询')
    t.equal((await press(`${at}/cancel`, {})).statusCode, 403, 'not without the token of the form')
    t.equal((await press(`${at}/cancel`)).statusCode, 303)
    const stopped = await page(at)
    t.match(stopped.body, '还有 1 行没有查询，它们没有任何结果：不是“没有查得”。')
    t.match(stopped.body, '继续查询')
    t.equal((await press(`${at}/resume`)).statusCode, 303)
    await run()
    t.same(
      (await results({ links })).map(({ state }) => state),
      ['nothing_found', 'nothing_found'],
    )
    t.equal((await press(`${at}/cancel`)).statusCode, 409)
  })

  t.test('hostile names are text', async (t) => {
    const { bulkSearchNumber } = await start([
      { by: 'organizationName', name: '<img src=x onerror=alert(1)>', reference: '"><script>x</script>' },
    ])
    await run()
    const { body } = await page(`/bulk-searches/${bulkSearchNumber}`)
    t.notMatch(body, '<img src=x')
    t.notMatch(body, '<script>x')
    t.match(body, '&lt;img src')
  })

  t.test('others do not find it; the registrar reads it and has no buttons', async (t) => {
    const { bulkSearchNumber } = await start([{ by: 'organizationName', name: '丙' }])
    const at = `/bulk-searches/${bulkSearchNumber}`
    t.equal((await page(at, await register.sessionOf('searcher'))).statusCode, 404)
    const read = await page(at, await register.sessionOf('registrar' satisfies Who))
    t.equal(read.statusCode, 200)
    t.notMatch(read.body, '停止查询')
    await run()
    const anybody = await register.app.inject({ method: 'GET', url: at, headers: { accept: 'text/html' } })
    t.not(anybody.statusCode, 200)
  })

  t.test('a hundred lines a page', async (t) => {
    const { bulkSearchNumber } = await start(
      Array.from({ length: 230 }, (_, at) => ({ by: 'organizationName', name: `第 ${at + 1} 家` })),
    )
    await run()
    const third = await page(`/bulk-searches/${bulkSearchNumber}?show=nothing_found&page=3`)
    t.match(third.body, '第 201 至 230 项，共 230 项')
    t.match(third.body, '第 230 家')
    t.notMatch(third.body, '第 200 家')
  })
})

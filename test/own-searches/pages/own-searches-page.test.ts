import { parse } from 'csv-parse/sync'
import t from 'tap'
import { openRegister } from '../../helpers/register.ts'
import { decode, openSession } from '../../registrations/pages/page-session.ts'

t.test('the page of one’s own searches', async (t) => {
  const register = await openRegister(t)
  const searcher = await openSession(register, 'searcher')
  const search = (fields: Record<string, string>) =>
    searcher.post('/search', { by: 'organizationName', purpose: 'dispute', ...fields })
  for (let at = 0; at < 55; at += 1) await search({ name: `长江第${at}号运输有限公司` })
  const last = await search({ name: '黄河水泥有限公司', purpose: 'insolvency' })
  const numbersIn = (body: string) =>
    [...decode(body).matchAll(/href="\/searches\/(\d{20})"/g)].map(([, number]) => number)

  t.test('filters that hold no name stand in the address', async (t) => {
    const chosen = await searcher.post('/searches', { asked: ' ', purpose: 'insolvency', found: 'no' })
    t.match(chosen, { statusCode: 303, headers: { location: '/searches?purpose=insolvency&found=no' } })
    const seen = await searcher.get(String(chosen.headers.location))
    t.same(numbersIn(seen.body), [String(last.headers.location).slice(-20)])
    t.match((await searcher.get('/searches?found=yes')).body, '没有符合筛选的查询')
    t.equal(numbersIn((await searcher.get('/searches?asked=黄河')).body).length, 50, 'a name in an address is not read')
  })

  t.test('a name is looked for by a form, page after page, and never stands in an address', async (t) => {
    const first = await searcher.post('/searches', { asked: '长江第' })
    t.equal(first.statusCode, 200)
    t.equal(numbersIn(first.body).length, 50)
    const form = /<form method="post" action="\/searches">(?:(?!<\/form>).)*更早的查询/s.exec(decode(first.body))![0]
    const fields = Object.fromEntries(
      [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name, value]) => [name, value!] as [string, string],
      ),
    )
    t.equal(fields.asked, '长江第')
    const { _csrf, ...rest } = fields
    const second = await searcher.post('/searches', rest)
    t.equal(numbersIn(second.body).length, 5)
    const all = [...numbersIn(first.body), ...numbersIn(second.body)]
    t.equal(new Set(all).size, 55)
    t.notMatch(decode(first.body + second.body), /href="[^"]*(长江|%E9%95%BF)/)
    t.equal(
      numbersIn((await searcher.post('/searches', { asked: '１２号' })).body).length,
      1,
      'full-width digits are the same',
    )
  })

  t.test('what cannot be read is refused at its field', async (t) => {
    const seen = await searcher.post('/searches', { searchedFrom: '3/4/2026', asked: 'x'.repeat(201) })
    t.equal(seen.statusCode, 422)
    t.match(seen.body, 'href="#searchedFrom"')
    t.match(seen.body, 'href="#asked"')
  })

  t.test('the history as a file', async (t) => {
    const file = await searcher.post('/searches/export', { asked: '长江', purpose: 'dispute' })
    t.match(file.headers['content-type'], 'text/csv')
    const lines = parse(file.body, { bom: true, columns: true }) as Record<string, string>[]
    t.equal(lines.length, 55)
    t.match(lines[0], { 查询条件: '长江第54号运输有限公司', 目的: '纠纷', 查得: '0' })
    await search({ name: '=1+1有限公司' })
    t.match((await searcher.post('/searches/export', { asked: '=1' })).body, ",'=1+1有限公司,")
  })

  t.test('a search is made again with one button, and its page compares the two', async (t) => {
    const listed = await searcher.get('/searches?purpose=insolvency')
    const [number] = numbersIn(listed.body)
    t.match(decode(listed.body), `action="/searches/${number}/repeats"`)
    const again = await searcher.post(`/searches/${number}/repeats`, {})
    t.match(again.headers.location, new RegExp(`^/searches/\\d{20}\\?since=${number}$`))
    const seen = await searcher.get(String(again.headers.location))
    t.match(seen.body, '与上次查询相比')
    t.match(seen.body, '没有变化。')
    t.match(seen.body, '目的')
    t.equal((await searcher.get(`/searches/${number}?since=20261122012345678950`)).statusCode, 422)
    const other = await openSession(register, 'operator')
    t.equal((await other.post(`/searches/${number}/repeats`, {})).statusCode, 404)
  })
})

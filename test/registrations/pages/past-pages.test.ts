import type { AddressInfo } from 'node:net'
import t from 'tap'
import { formOf } from '../../../src/registrations/forms/forms.ts'
import { faultsOf, languages, openBrowser, openReader, widths } from '../../helpers/browser.ts'
import { openRegister } from '../../helpers/register.ts'
import { decode, openSession } from './page-session.ts'

type Body = Record<string, any>

const stripped = (body: string) => decode(body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')

t.test('the past by page', async (t) => {
  const register = await openRegister(t)
  const post = async (url: string, payload: Body): Promise<Body> =>
    (await register.call('operator', { method: 'POST', url: `/api/v1/registrations${url}`, payload })).json()
  const example = formOf('finance_lease')!.example as Body
  const name = example.debtors[0].name as string
  const filed = await post('', example)
  const number = filed.registrationNumber as string
  const home = `/registrations/${number}`
  const code = { modificationCode: filed.modificationCode, declaration: true }
  const renewed = await post(`/${number}/renewals`, { ...code, additionalMonths: 24 })
  const operator = await openSession(register, 'operator')
  const searcher = await openSession(register, 'searcher')

  t.test('a registration says that it is the past, and leads to the present', async (t) => {
    const past = await operator.get(`${home}?asOfSequence=${filed.sequence}`)
    t.equal(past.statusCode, 200)
    const words = stripped(past.body)
    t.match(words, `这是第 ${filed.sequence} 号登记时的状况，不是现状`)
    t.match(past.body, `href="${home}">查看现状`)
    t.match(words, `截至第 ${filed.sequence} 号登记`)
    t.notMatch(words, '展期登记')
    t.notMatch(decode(past.body), `${home}/renew"`, 'no act begins on the past')
    const now = await operator.get(home)
    t.notMatch(now.body, '不是现状')
    t.match(decode(now.body), `${home}/renew"`)
    const links = [...now.body.matchAll(/asOfSequence=(\d+)"/g)].map(([, sequence]) => Number(sequence))
    t.same(links, [filed.sequence, renewed.sequence], 'as it stood after each filing')
    t.match(now.body, `href="/which-came-first?first=${number}"`)
  })

  t.test('a searcher gets to the moment of an own search, and to no other', async (t) => {
    t.notMatch((await searcher.get(home)).body, 'asOfSequence')
    const moment = `${home}?asOfSequence=${renewed.sequence}`
    t.equal((await searcher.get(moment)).statusCode, 403)
    const found = await searcher.post('/search', { by: 'organizationName', name, purpose: 'dispute' })
    const result = await searcher.get(String(found.headers.location))
    t.match(result.body, `href="${moment}"`)
    t.equal((await searcher.get(moment)).statusCode, 200)
    t.equal((await searcher.get(`${home}?asOfSequence=${filed.sequence}`)).statusCode, 403)
    t.equal((await searcher.get(`${home}?asOfSequence=x`)).statusCode, 422)
  })

  t.test('a search as of an earlier moment is offered, made, and says that it is the past', async (t) => {
    const registrar = await openSession(register, 'registrar')
    t.match((await registrar.get('/search')).body, '查询过去的时点')
    const fields = { by: 'organizationName', name, purpose: 'dispute' }
    const made = await registrar.post('/search', { ...fields, 'asOf[sequence]': ` ${filed.sequence} ` })
    t.equal(made.statusCode, 303)
    const result = stripped((await registrar.get(String(made.headers.location))).body)
    t.match(result, `截至第 ${filed.sequence} 号登记`)
    const beijing = new Date(Date.parse(filed.filedAt) + 8 * 3_600_000 + 1).toISOString().replace('T', ' ')
    const byTime = await registrar.post('/search', { ...fields, 'asOf[time]': beijing.slice(0, 23) })
    t.equal(byTime.statusCode, 303, stripped(byTime.body).slice(0, 500))
    const [day, clock] = beijing.split(' ') as [string, string]
    const [year, month, date] = day.split('-').map(Number)
    const chinese = `${year}年${month}月${date}日 ${clock.slice(0, 12)}`
    t.equal((await registrar.post('/search', { ...fields, 'asOf[time]': chinese })).statusCode, 303)
    for (const [typed, id, message] of [
      [{ 'asOf[sequence]': '第三号' }, 'asOf-sequence', '登记序号应为整数'],
      [{ 'asOf[time]': '昨天"><script>' }, 'asOf-time', '时间请写成 2026-11-22 14:03:05'],
      [{ 'asOf[sequence]': '1', 'asOf[time]': '2026-11-22 14:03' }, 'asOf', '登记序号和时间只填一项'],
      [{ 'asOf[sequence]': '99999' }, 'asOf', '没有这个时点'],
    ] as [Record<string, string>, string, string][]) {
      const seen = await registrar.post('/search', { ...fields, ...typed })
      t.equal(seen.statusCode, 422)
      t.match(seen.body, `href="#${id}">${message}`)
      t.match(seen.body, 'govuk-details" open', 'what was typed is in sight')
      t.notMatch(seen.body, '"><script>')
    }
    const refused = await searcher.post('/search', { ...fields, 'asOf[sequence]': String(filed.sequence) })
    t.match(refused.body, 'href="#asOf">过去的状况限于')
  })

  t.test('a result of the past says so on page and certificate', async (t) => {
    await register.sql(`
      set session_replication_role = replica;
      update filings set filed_at = filed_at - interval '5 days';
      set session_replication_role = origin`)
    const registrar = await openSession(register, 'registrar')
    const fields = { by: 'organizationName', name, purpose: 'dispute', 'asOf[sequence]': String(filed.sequence) }
    const made = await registrar.post('/search', fields)
    t.match(stripped((await registrar.get(String(made.headers.location))).body), '本次查询的是过去的时点')
    const now = await registrar.post('/search', { by: 'organizationName', name, purpose: 'dispute' })
    t.notMatch((await registrar.get(String(now.headers.location))).body, '本次查询的是过去的时点')
  })

  t.test('which came first: asked by two numbers, answered in a sentence', async (t) => {
    const ask = (first: string, second: string) =>
      searcher.get(`/which-came-first?${new URLSearchParams({ first, second })}`)
    const other = await post('', example)
    t.match(stripped((await ask(filed.filingNumber, other.filingNumber)).body), /第 1 号登记在先，比第 3 号早 .* 秒/)
    t.match(
      stripped((await ask(renewed.filingNumber, filed.filingNumber)).body),
      /第 1 号登记在先.*同一项登记的先后事项/,
    )
    t.match(stripped((await ask(filed.filingNumber, filed.filingNumber)).body), '两个编号是同一项登记')
    const empty = await searcher.get(`/which-came-first?first=${number}`)
    t.equal(empty.statusCode, 200)
    t.match(empty.body, `value="${number}"`)
    t.match(stripped(empty.body), '第四百一十六条')
    const mistyped = await ask(number, '"><script>')
    t.equal(mistyped.statusCode, 422)
    t.match(mistyped.body, 'href="#second">编号有误')
    t.notMatch(mistyped.body, '"><script>')
    const unknown = await ask(number, '20200101012345678989')
    t.ok([404, 422].includes(unknown.statusCode))
    t.equal((await register.app.inject('/which-came-first')).statusCode >= 300, true, 'for the signed-in')
  })

  t.test('the pages read well at a desk and on a telephone, in both languages', async (t) => {
    const other = await post('', example)
    await register.app.listen({ host: '127.0.0.1', port: 0 })
    const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
    const browser = await openBrowser(t)
    const session = await register.sessionOf('operator')
    const pages = {
      past: `${home}?asOfSequence=${filed.sequence}`,
      present: home,
      order: `/which-came-first?first=${number}&second=${other.filingNumber}`,
      search: '/search',
    }
    for (const language of languages) {
      for (const width of widths) {
        const { page, context } = await openReader(browser, origin, { language, width, session })
        for (const [title, url] of Object.entries(pages)) {
          await page.goto(url)
          if (title === 'search') await page.locator('details').last().locator('summary').click()
          t.same(await faultsOf(page), [], `${title} in ${language} at ${width} px`)
          const { SCREENSHOTS } = process.env
          const path = `${SCREENSHOTS}/${title}-${language}-${width}.png`
          if (SCREENSHOTS) await page.screenshot({ path, fullPage: true })
        }
        await context.close()
      }
    }
  })
})

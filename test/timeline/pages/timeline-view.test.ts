import type { AddressInfo } from 'node:net'
import t from 'tap'
import { formOf } from '../../../src/registrations/forms/forms.ts'
import { BARS_MAX } from '../../../src/timeline/timeline.ts'
import { faultsOf, languages, openBrowser, openReader, widths } from '../../helpers/browser.ts'
import { openRegister } from '../../helpers/register.ts'
import { decode, openSession } from '../../registrations/pages/page-session.ts'

type Body = Record<string, any>

const debtor = '时间线试验<svg onload=alert(1)>有限公司'
const hostile = '"><script>alert(1)</script><!-- ]]> &amp; \u{20000}融资租赁有限公司'

t.test('the timeline on the page of a search', async (t) => {
  const register = await openRegister(t)
  const example = formOf('finance_lease')!.example as Body
  const post = async (path: string, payload: Body): Promise<Body> => {
    const answer = await register.call('operator', { method: 'POST', url: `/api/v1/registrations${path}`, payload })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json()
  }
  const file = (more: Body = {}) =>
    post('', {
      ...example,
      debtors: [{ ...example.debtors[0], name: debtor }],
      securedParties: [{ ...example.securedParties[0], name: hostile }],
      ...more,
    })
  const filed = await file()
  const common = { modificationCode: filed.modificationCode, declaration: true }
  const added = await post(`/${filed.registrationNumber}/amendments`, {
    ...common,
    changes: [{ type: 'add_collateral', items: [{ name: '铣床', serialNumber: 'MILL-1' }] }],
  })
  const renewed = await post(`/${filed.registrationNumber}/renewals`, { ...common, additionalMonths: 240 })
  const short = await file({ termMonths: 1 })
  const session = await openSession(register, 'operator')
  const search = async (): Promise<string> => {
    const query = { by: 'organizationName', name: debtor, purpose: 'dispute' }
    return String((await session.post('/search', query)).headers.location)
  }
  const address = await search()

  t.test('a bar a registration, and every act in the table', async (t) => {
    const { body } = await session.get(address)
    const picture = body.slice(body.indexOf('<div class="timeline"'), body.indexOf('</svg>\n</div>'))
    t.match(picture, 'role="img" aria-labelledby="timeline-title timeline-desc"')
    t.match(picture, /<title id="timeline-title">2 项登记的时间线<\/title>/)
    t.match(picture, /查询时点 \d{4}年\d+月\d+日/)
    const grouped = (number: string) => number.replace(/.{4}(?=.)/g, '$& ')
    for (const each of [filed, added, renewed, short]) t.match(picture, grouped(each.filingNumber))
    const table = decode(body.slice(body.indexOf('</svg>\n</div>')))
    const acts = [...table.matchAll(/data-label="登记事项"[^>]*><div>([^<]*)</g)].map(([, words]) => words)
    t.same(acts, ['初始登记', '变更登记（新增担保财产，自此排序）', '展期登记', '初始登记'])
    t.match(table, renewed.filedAt.slice(17, 26), 'to the microsecond')
  })

  t.test('what people typed stays text', async (t) => {
    const { body } = await session.get(address)
    t.notMatch(body, '<script>alert')
    t.notMatch(body, '<svg onload')
    t.match(body, '&lt;script&gt;')
  })

  t.test('the same search draws the same picture after later acts', async (t) => {
    // Near matches below it are those of now.
    const certified = async (of: string) => (await session.get(of)).body.split('<section class="near"')[0]
    const before = await certified(address)
    await post(`/${filed.registrationNumber}/renewals`, { ...common, additionalMonths: 12 })
    t.equal(await certified(address), before)
    t.not(await certified(await search()), before)
  })

  t.test('nothing found has no timeline', async (t) => {
    const query = { by: 'organizationName', name: '从未登记有限公司', purpose: 'dispute' }
    const none = await session.get(String((await session.post('/search', query)).headers.location))
    t.notMatch(none.body, 'id="timeline"')
  })

  t.test(`of more than ${BARS_MAX}, a picture holds as many, and the others are on its next`, async (t) => {
    for (let at = 0; at < BARS_MAX; at += 1) await file()
    const many = await search()
    const { body } = await session.get(many)
    const drawn = (page: string) =>
      [...page.matchAll(/<text x="0"[^>]*>(\d+)<\/text>/g)].map(([, rank]) => Number(rank))
    t.same(
      drawn(body),
      Array.from({ length: BARS_MAX }, (_, at) => at + 1),
    )
    t.match(body, `一图最多画 ${BARS_MAX} 项：这里是次序 1 至 ${BARS_MAX} 的登记`)
    const [, next] = /href="([^"]*timeline=2[^"]*)"/.exec(decode(body))!
    const second = await session.get(next!.split('#')[0]!)
    t.same(drawn(second.body), [BARS_MAX + 1, BARS_MAX + 2])
    const rows = (page: string) => page.match(/data-label="登记事项"/g)!.length
    t.equal(rows(second.body), rows(body), 'the table has all of the page')
    for (const odd of ['0', 'x', '-1', '99']) t.equal((await session.get(`${many}?timeline=${odd}`)).statusCode, 200)
  })

  t.test('it reads well at a desk and on a telephone, in both languages', async (t) => {
    await register.app.listen({ host: '127.0.0.1', port: 0 })
    const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
    const browser = await openBrowser(t)
    for (const language of languages) {
      for (const width of widths) {
        const reader = { language, width, session: await register.sessionOf('operator') }
        const { page, context } = await openReader(browser, origin, reader)
        await page.goto(address)
        t.same(await faultsOf(page), [], `${language} at ${width} px`)
        const picture = page.locator('.timeline')
        const hidden = await picture.evaluate((each) => each.scrollWidth - each.clientWidth)
        t.equal(hidden > 0, width === 390, 'on a telephone the picture alone scrolls sideways')
        const { SCREENSHOTS } = process.env
        if (SCREENSHOTS) await page.screenshot({ path: `${SCREENSHOTS}/${language}-${width}.png`, fullPage: true })
        await context.close()
      }
    }
  })
})

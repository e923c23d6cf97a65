import type { AddressInfo } from 'node:net'
import t from 'tap'
import { formOf, forms } from '../../src/registrations/forms/forms.ts'
import { faultsOf, languages, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

/* Every page outside filing, in a browser, on a desk and in a hand, in both languages: readable by everybody. */

/** Registrations of all types, one with many items, and searches of each kind. */
async function fillRegister(register: TestRegister): Promise<{ open: string[]; signedIn: string[] }> {
  const post = async (url: string, payload: object) =>
    (await register.call('operator', { method: 'POST', url, payload })).json()
  const filed = []
  for (const form of forms) filed.push(await post('/api/v1/registrations', form.example))
  const example = formOf('document_pledge')!.example as Record<string, any>
  const item = {
    ...example.collateral.items[0],
    goods: '螺纹钢 HRB400E Φ20mm，Laem Chabang 至大连',
    faceAmount: '1234567890123.45',
  }
  const items = Array.from({ length: 120 }, (_, at) => ({ ...item, documentNumber: `COSU-2026-11-${10_000_000 + at}` }))
  const collateral = { ...example.collateral, items, description: '连续不断的描述'.repeat(200) }
  filed.push(
    await post('/api/v1/registrations', {
      ...example,
      collateral,
      filerReference: 'LONG-REFERENCE-2026-11-22-0000001',
    }),
  )

  const [debtor] = (formOf('chattel_mortgage')!.example as Record<string, any>).debtors
  const queries = [
    { by: 'organizationName', name: debtor.name, identifier: debtor.identifier },
    { by: 'organizationName', name: 'The Quite Unreasonably Long Named Trading and Holding Company '.repeat(3).trim() },
    { by: 'organizationIdentifier', ...debtor.identifier },
    { by: 'individualId', ...debtor.owner.identifier },
    { by: 'registrationNumber', value: filed[0].registrationNumber },
    { by: 'assetIdentifier', value: items[0].documentNumber },
  ]
  const searches = []
  for (const query of queries) searches.push(await post('/api/v1/searches', { ...query, purpose: 'insolvency' }))
  const [one, search] = [filed.at(-1), searches[0]]
  return {
    open: [
      '/',
      '/sign-in',
      '/sign-in?next=/search',
      '/verify',
      '/verify/2026',
      `/verify/${one.filingNumber}`,
      `/verify/${one.filingNumber}?code=${one.verificationCode}`,
      `/verify/${one.filingNumber}?code=AAAA`,
      `/verify/${search.searchNumber}?code=${search.verificationCode}`,
      '/nowhere',
    ],
    signedIn: [
      '/',
      ...queries.map(({ by }) => `/search?by=${by}&purpose=dispute`),
      ...searches.map(({ searchNumber }) => `/searches/${searchNumber}`),
      '/searches',
      '/registrations',
      ...filed.map(({ registrationNumber }) => `/registrations/${registrationNumber}`),
      `/registrations/${one.registrationNumber}?items=2`,
      '/registrations/20261122012345678950',
    ],
  }
}

t.test('pages in a browser', async (t) => {
  const register = await openRegister(t)
  const paths = await fillRegister(register)
  await register.app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  const session = await register.sessionOf('operator')
  const browser = await openBrowser(t)

  for (const language of languages) {
    for (const width of widths) {
      t.test(`${language}, ${width} pixels wide`, async (t) => {
        for (const [kind, list] of Object.entries(paths)) {
          const reader = { language, width, ...(kind === 'signedIn' && { session }) }
          const { context, page } = await openReader(browser, url, reader)
          const complaints: string[] = []
          page.on('console', (message) => {
            // A page that is refused is one that the browser notes as such.
            if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
          })
          for (const path of list) {
            await page.goto(path)
            t.same([...(await faultsOf(page)), ...complaints.splice(0)], [], `${kind} ${path}`)
            t.equal(await page.getAttribute('html', 'lang'), language)
          }
          await context.close()
        }
      })
    }
  }

  t.test('signing in, searching, the answer, signing out', async (t) => {
    const { loginName, password } = register.people.searcher
    for (const scripts of [true, false]) {
      const { context, page } = await openReader(browser, url, { language: 'zh-CN', width: 390, scripts })
      await page.goto('/search')
      await page.fill('#loginName', loginName)
      await page.fill('#password', 'not this one')
      await page.click('main button')
      t.match(await page.textContent('.govuk-error-summary'), '用户名或密码不正确')
      if (scripts) t.equal(await page.evaluate('document.activeElement.hasAttribute("data-error-summary")'), true)
      t.equal(await page.inputValue('#loginName'), loginName)
      await page.fill('#password', password)
      await page.click('main button')
      await page.waitForURL(/\/search$/)
      t.match(page.url(), /\/search$/)

      await page.click('text=个人证件号码')
      // The script of a page runs once it is read: a busy machine may not have come to that yet.
      await page.locator('#country').waitFor({ state: scripts ? 'hidden' : 'visible' })
      t.equal(await page.isVisible('#country'), !scripts, 'the country is asked for where it is needed')
      await page.selectOption('#scheme', 'passport')
      t.equal(await page.isVisible('#country'), true)
      await page.selectOption('#country', 'DE')
      await page.fill('#value', 'C01X00T47')
      await page.click('main button')
      if (scripts) t.same(await faultsOf(page), [])
      t.match(await page.textContent('#purpose-error'), '请选择查询目的')
      t.same([await page.inputValue('#value'), await page.inputValue('#country')], ['C01X00T47', 'DE'])
      await page.click('label:has-text("破产")')
      await page.click('main button')
      await page.waitForURL(/\/searches\/\d{20}$/)
      t.match(page.url(), /\/searches\/\d{20}$/)
      t.match(await page.textContent('h1'), /以护照号码 C01X00T47（德国） 查询，没有查得在效登记。/)
      t.equal(await page.locator('.copy-button').count(), scripts ? 2 : 0)

      await page.click('text=English')
      t.match(
        await page.textContent('h1'),
        /^No registrations in effect were found by the passport number C01X00T47 \(Germany\)/,
      )
      await page.click('text=Sign out')
      await page.goto('/searches')
      t.match(page.url(), /\/sign-in\?next=%2Fsearches$/)
      await context.close()
    }
  })

  t.test('a number is copied without its gaps', async (t) => {
    const { context, page } = await openReader(browser, url, { language: 'en', width: 1280, session })
    const path = paths.signedIn.find((each) => each.startsWith('/searches/'))!
    await page.goto(path)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
    await page.click('.copy-button >> nth=0')
    await page.waitForSelector('text=Copied')
    t.equal(await page.evaluate('navigator.clipboard.readText()'), path.split('/').at(-1))
    t.equal(
      await page.evaluate(
        'getSelection().selectAllChildren(document.querySelector("[data-copy]")), String(getSelection())',
      ),
      path.split('/').at(-1),
    )
    await context.close()
  })
})

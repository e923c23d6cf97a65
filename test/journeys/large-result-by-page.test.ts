import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { prepareCertificates } from '../../src/certificate-parts/prepare-certificates.ts'
import { loadRegister } from '../bench/load-register.ts'
import { faultsOf, languages, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { openRegister } from '../helpers/register.ts'

const name = '青岛港区集装箱租赁有限公司'

/*
 * A bank's clerk searches a lessor that has thousands of registrations: narrows the list, asks for the certificate,
 * comes back for its parts, looks up her searches and makes one of them again. SCREENSHOTS=FOLDER keeps what was seen.
 */
for (const language of languages) {
  t.test(`a large result by page, in ${language}`, async (t) => {
    const register = await openRegister(t)
    await loadRegister(register.database.superuserUrl, { count: 2_300, debtor: name, filings: true })
    await register.sql('alter table registrations disable trigger all')
    await register.sql(`update registrations set security_type = 'finance_lease' where registration in (3, 2000)`)
    await register.sql('alter table registrations enable trigger all')
    await register.app.listen({ host: '127.0.0.1', port: 0 })
    const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
    register.deps.publicUrl = () => origin
    const browser = await openBrowser(t)
    const session = await register.sessionOf('searcher')
    const { page } = await openReader(browser, origin, { language, width: 1280, session, scripts: true })
    const say = (zh: string, en: string) => (language === 'en' ? en : zh)
    const meet = async (t: Test, what: string) => {
      for (const width of widths) t.same(await seen(page, `${language} ${what}`, width), [], `${what} at ${width} px`)
      await page.setViewportSize({ width: 1280, height: 900 })
    }

    await page.goto('/search')
    await page.locator('#name').fill(name)
    await page.locator('input[name=purpose]').first().check()
    await page.locator('main form button[type=submit]').click()
    t.match(await page.locator('h1').textContent(), '2,300')
    await page.locator('#securityType').selectOption('finance_lease')
    await page.getByRole('button', { name: say('筛选', 'Filter'), exact: true }).click()
    t.match(await page.locator('main').textContent(), say('以下显示全部 2,300 项中的 2 项', 'Showing 2 of 2,300'))
    await meet(t, 'narrowed')

    await page.getByRole('link', { name: say('取查询证明（分册 PDF）', 'Get the certificate (PDF in parts)') }).click()
    await meet(t, 'asking for the certificate')
    await page.getByRole('button', { name: say('制作证明', 'Make the certificate') }).click()
    t.match(await page.locator('[role=status]').textContent(), say('已完成 0 册，共 2 册', '0 of 2 parts are done'))
    await meet(t, 'in preparation')
    for (let turn = 0; turn < 5; turn += 1) await prepareCertificates(register.deps)
    await page.locator('table').waitFor()
    t.match(
      await page.locator('main').textContent(),
      say('证明已经制作完毕', 'The certificate is ready'),
      'it comes by itself',
    )
    await meet(t, 'the parts')

    await page.goto('/searches')
    await meet(t, 'own searches')
    await page.locator('#asked').fill('集装箱')
    await page.getByRole('button', { name: say('筛选', 'Filter'), exact: true }).click()
    t.equal(new URL(page.url()).search, '', 'no name stands in the address')
    t.match(await page.locator('table').textContent(), name)
    await loadRegister(register.database.superuserUrl, { count: 3, debtor: name, filings: true })
    await page.getByRole('button', { name: say('再查一次', 'Search again') }).click()
    t.match(await page.locator('main').textContent(), say('新查得 3 项，不再查得 0 项', '3 found now and not then'))
    // The whole list takes the browser a minute; a narrowed one shows as much.
    await page.goto(`${page.url()}&securityType=finance_lease`)
    await meet(t, 'what is new since')
  })
}

async function seen(page: Page, what: string, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 })
  const { SCREENSHOTS } = process.env
  if (SCREENSHOTS) {
    const path = `${SCREENSHOTS}/${what.replace(/\W+/g, '-')}-${width}.png`
    await page.screenshot({ path, clip: { x: 0, y: 0, width, height: 1_800 }, fullPage: true })
  }
  return faultsOf(page)
}

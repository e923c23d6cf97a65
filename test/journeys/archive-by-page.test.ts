import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t from 'tap'
import { beijingDate, systemClock } from '../../src/platform/clock.ts'
import { proposeDestruction } from '../../src/retention/propose-destruction.ts'
import { faultsOf, languages, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { age, openAged } from '../retention/aged-register.ts'

/*
 * Two registrars work off what has been kept long enough: one registration is held, another is destroyed. Every page on
 * the way is looked at. SCREENSHOTS=FOLDER keeps what was seen.
 */
t.test('the end of keeping, by page', { timeout: 180_000 }, async (t) => {
  const { register, file, act, search, call } = await openAged(t)
  const [held, gone] = [await file(), await file()]
  const found = await search()
  for (const each of [held, gone]) await act(each, 'discharges', { reason: 'debt_extinguished' })
  await age(register, 16)
  await call('registrar', 'POST', `/api/v1/registrations/${held.registrationNumber}/legal-holds`, {
    reason: '另案审理，当事人争议担保权是否已经实现，法院要求保全登记的全部内容',
    document: '东湖市中级人民法院（2026）鄂01执保7号协助执行通知书',
  })
  await proposeDestruction(register.deps.pool, beijingDate(systemClock.nowMicroseconds()))

  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  const browser = await openBrowser(t)
  const sessions = {
    registrar: await register.sessionOf('registrar'),
    secondRegistrar: await register.sessionOf('secondRegistrar'),
    searcher: await register.sessionOf('searcher'),
  }
  const look = async (path: string, name: string, session?: string) => {
    for (const language of languages) {
      for (const width of widths) {
        const reader = { language, width, ...(session !== undefined && { session }) }
        const { context, page } = await openReader(browser, origin, reader)
        await page.goto(path)
        await keep(page, `${name}-${language}-${width}`)
        t.same(await faultsOf(page), [], `${name} in ${language} at ${width} px`)
        await context.close()
      }
    }
  }
  await look('/archive', 'archive', sessions.registrar)
  await look(`/registrations/${gone.registrationNumber}`, 'kept', sessions.registrar)

  const open = async (session: string) => {
    const { page } = await openReader(browser, origin, { language: 'zh-CN', width: 1280, session, scripts: false })
    await page.goto('/archive')
    return page
  }
  const first = await open(sessions.registrar)
  await first.getByRole('link', { name: '解除' }).click()
  await first.waitForURL(({ pathname }) => pathname !== '/archive')
  await look(new URL(first.url()).pathname, 'lift', sessions.registrar)
  await first.goto('/archive')
  await first.getByRole('button', { name: '设定保全' }).click()
  t.match(await first.locator('.govuk-error-summary').textContent(), /此项必填/)

  let decision = ''
  for (const [who, session] of [sessions.registrar, sessions.secondRegistrar].entries()) {
    const page = await open(session)
    await page
      .locator('main')
      .getByRole('link', { name: /^办理 / })
      .click()
    await page.waitForURL(/\/decisions\/[0-9a-f-]{36}/)
    decision = new URL(page.url()).pathname
    if (who === 0) await look(decision, 'destruction', session)
    await page.getByLabel('您的登录密码', { exact: true }).fill(register.people.registrar.password)
    await page.getByRole('button', { name: '核准销毁' }).click()
    t.match(await page.locator('.answer').textContent(), who === 0 ? /还须另一名登记员/ : /已经销毁/)
  }
  await look(decision, 'destroyed', sessions.registrar)
  await look(`/registrations/${gone.registrationNumber}`, 'gone', sessions.registrar)
  await look(`/verify/${gone.registrationNumber}`, 'verified')
  await look(`/searches/${found.searchNumber}`, 'search', sessions.searcher)
  await look('/archive', 'archive-after', sessions.registrar)
})

async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (folder) await page.screenshot({ path: `${folder}/archive-${name}.png`, fullPage: true })
}

import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { faultsOf, languages, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { openRegister } from '../helpers/register.ts'

/*
 * Somebody who was told that a company has no registrations wants to know why: reads the rules, types both names, and,
 * signed in, comes from a result to the comparison. Without scripts. SCREENSHOTS=FOLDER keeps what was seen.
 */
t.test('the search logic, from the rules to a comparison', async (t) => {
  const register = await openRegister(t)
  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  const browser = await openBrowser(t)
  const seen = async (t: Test, page: Page, name: string) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      if (process.env.SCREENSHOTS)
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${width}.png`, fullPage: true })
      t.same(await faultsOf(page), [], `${name} at ${width} px`)
    }
  }

  for (const language of languages) {
    await t.test(language, async (t) => {
      const { page, context } = await openReader(browser, origin, { language, width: 1280, scripts: true })
      const english = language === 'en'
      await page.goto('/search-logic')
      await seen(t, page, `rules-${language}`)
      await page.getByRole('link', { name: english ? 'Type two names' : '输入两个名称' }).click()
      await seen(t, page, `try-${language}`)
      await page.getByLabel(english ? 'First name' : '第一个名称').fill('北京\u200B甲乙【集团】有限公司　')
      await page.getByLabel(english ? 'Second name' : '第二个名称').fill('北京甲乙（集团）有限公司')
      await page.locator('main button[type=submit]').click()
      t.match(await page.locator('h1').textContent(), english ? /^They match/ : /^相符/)
      t.equal(new URL(page.url()).search, '', 'no name stands in the address')
      await seen(t, page, `same-${language}`)
      await page.getByLabel(english ? 'Second name' : '第二个名称').fill('Alpha Beta Holdings, Co., Ltd.')
      await page.locator('main button[type=submit]').click()
      t.match(await page.locator('h1').textContent(), english ? /^They do not match/ : /^不相符/)
      await seen(t, page, `different-${language}`)
      await page.getByLabel(english ? 'First name' : '第一个名称').fill('（）')
      await page.locator('main button[type=submit]').click()
      await seen(t, page, `refused-${language}`)
      await context.close()
    })
  }

  await t.test('from a result, why it matches', async (t) => {
    const example = formOf('chattel_mortgage')!.example as Record<string, any>
    const payload = { ...example, debtors: [{ ...example.debtors[0], name: '绍兴沐川（集团）织造厂' }] }
    await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
    const made = await register.call('searcher', {
      method: 'POST',
      url: '/api/v1/searches',
      payload: { by: 'organizationName', name: '绍兴沐川【集团】织造厂', purpose: 'dispute' },
    })
    const session = await register.sessionOf('searcher')
    const { page } = await openReader(browser, origin, { language: 'zh-CN', width: 1280, session, scripts: false })
    await page.goto(`/searches/${made.json().searchNumber}`)
    t.match(await page.locator('h1').textContent(), /共查得 1 项/)
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/result.png`, fullPage: true })
    await page.getByRole('button', { name: '为什么相符' }).click()
    t.match(await page.locator('h1').textContent(), /^相符/)
    t.match(await page.locator('main').textContent(), /在“统一括号”这一步之后相同/)
  })
})

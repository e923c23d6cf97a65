import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { forms } from '../../src/registrations/forms/forms.ts'
import { faultsOf, languages, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { openRegister } from '../helpers/register.ts'
import { begin, collateralTyped, type Example, openSession } from '../registrations/pages/page-session.ts'

/*
 * A clerk types a debtor's name from a letterhead, in traditional characters and with a space that was pasted with it,
 * under a code that the register knows by another name. She is told so where she typed it and before she submits, and
 * files all the same. SCREENSHOTS=FOLDER keeps what was seen.
 */
const form = forms.find(({ securityType }) => securityType === 'chattel_mortgage')!
const example = form.example as unknown as Example

t.test('before filing, the form says how a debtor will be found', async (t) => {
  const register = await openRegister(t)
  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload: form.example })
  const clerk = await openSession(register, 'operator')
  const session = await register.sessionOf('operator')
  const browser = await openBrowser(t)
  const seen = async (t: Test, page: Page, name: string) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      const { SCREENSHOTS } = process.env
      if (SCREENSHOTS) await page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}.png`, fullPage: true })
      t.same(await faultsOf(page), [], `${name} at ${width} px`)
    }
  }

  for (const language of languages) {
    await t.test(language, async (t) => {
      const english = language === 'en'
      const path = await begin(clerk, form.securityType)
      const { page, context } = await openReader(browser, origin, { language, width: 1280, session })
      await page.goto(`${path}/parties/debtors/new?kind=organization`)
      await page.locator('#name').fill('紹興 沐川\u200B（集團）織造厰')
      await page.locator('#identifier-value').fill(example.debtors[0]!.identifier.value)
      await page.locator('#address-line').fill('越城区一号')
      await page.locator('#representative').fill('王强')
      await page.locator('main button[type=submit]').first().click()
      const told = (await page.locator('.pre-filing').textContent()) ?? ''
      const expected = english
        ? ['simplified “绍”', 'U+200B (zero-width space)', 'This code stands in the register under another name']
        : ['简体为“绍”', 'U+200B（零宽空格）', '这一代码另以下列名称登记在效']
      for (const words of expected) t.ok(told.includes(words), words)
      await seen(t, page, `parties-${language}`)
      await clerk.upload(`${path}/collateral`, collateralTyped(form.fields, example.collateral))
      await clerk.post(`${path}/term`, { termMonths: '36' })
      await page.goto(`${path}/check`)
      const checked = (await page.locator('main').textContent()) ?? ''
      for (const words of expected) t.ok(checked.includes(words), words)
      await seen(t, page, `check-${language}`)
      await page.locator('#declaration').check()
      await page.locator('main button[type=submit]').click()
      t.match(await page.locator('h1').first().textContent(), english ? /registered/i : /登记/, 'filed all the same')
      await context.close()
    })
  }
})

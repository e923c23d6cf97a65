import type { AddressInfo } from 'node:net'
import t from 'tap'
import { faultsOf, languages, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { openRegister } from '../helpers/register.ts'
import { register as file } from '../registrations/act-pages/act-session.ts'

/*
 * A lessor's clerk finds what expires soon and renews it in one go. Each page is looked at by axe in both languages, on
 * a desk's screen and on a telephone's; SCREENSHOTS=FOLDER keeps what was seen.
 */
t.test('a batch from the list to its results', async (t) => {
  const register = await openRegister(t)
  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  const browser = await openBrowser(t)
  const session = await register.sessionOf('operator')

  for (const language of languages) {
    await t.test(language, async (t) => {
      const { page } = await openReader(browser, origin, { language, width: 1280, session })
      const filed = [await file(register, { termMonths: 1, filerReference: `L-${language}` }), await file(register)]
      const meet = async (name: string) => {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 })
          const { SCREENSHOTS } = process.env
          const path = `${SCREENSHOTS}/batch-${name.replace(/\W+/g, '-')}-${language}-${width}.png`
          if (SCREENSHOTS) await page.screenshot({ path, fullPage: true })
          t.same(await faultsOf(page), [], `${name} at ${width} px`)
        }
      }
      await page.goto('/registrations')
      await meet('the list')
      await page.goto('/registrations?filedFrom=x')
      await meet('a filter that cannot be read')
      await page.goto('/registrations?debtor=nobody')
      await meet('nothing found')
      await page.goto('/registrations')
      for (const { registrationNumber } of filed) {
        await page.locator(`#chosen-${registrationNumber}`).setChecked(true, { force: true })
      }
      await page.locator('button[value=renewal]').click()
      await meet('how long')
      await page.locator('button[value=terms]').click()
      await meet('how long, not said')
      await page.locator('#additionalMonths').fill('12')
      await page.locator('button[value=terms]').click()
      await meet('the preview')
      await page.locator('button[value=file]').click()
      await meet('the preview with errors')
      const [one, two] = filed as [(typeof filed)[0], (typeof filed)[0]]
      await page.locator('#pasted').fill(`${one.registrationNumber}\t${one.modificationCode}`)
      await page.locator(`#codes-n${two.registrationNumber}`).fill('F'.repeat(32))
      await page.locator('#declaration').check()
      await page.locator('button[value=file]').click()
      await meet('results, one refused')
      t.match(await page.locator('.answer').textContent(), /1 .*1 .*0 /)
      await page.locator(`#codes-n${two.registrationNumber}`).fill(two.modificationCode)
      await page.locator('#declaration').check()
      await page.locator('button[value=file]').click()
      await meet('results, all filed')
      await page.reload()
      t.match(await page.locator('.answer').textContent(), /2 .*2 .*0 .*0 /)
      await page.goto('/registrations')
      await page.locator(`#chosen-${one.registrationNumber}`).setChecked(true, { force: true })
      await page.locator('button[value=discharge]').click()
      await meet('why')
      await page.locator('#reason').check()
      await page.locator('button[value=terms]').click()
      await meet('the preview of a discharge')
    })
  }
})

import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t from 'tap'
import { announceFilings } from '../../src/notices/announce-filings.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { faultsOf, languages, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { openRegister } from '../helpers/register.ts'
import { partyOf } from '../notices/named-parties.ts'
import { addOneOfEach } from '../notices/one-of-each.ts'

/*
 * A debtor hears of a registration against itself: sees the count, opens the notices, follows one to the registration,
 * and marks them as read. SCREENSHOTS=FOLDER keeps what was seen.
 */
t.test('being told, by page', async (t) => {
  const register = await openRegister(t)
  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  const browser = await openBrowser(t)
  const session = await register.sessionOf('searcher')
  const look = async (path: string, name: string) => {
    for (const language of languages) {
      for (const width of widths) {
        const { context, page } = await openReader(browser, origin, { language, width, session })
        await page.goto(path)
        await keep(page, `${name}-${language}-${width}`)
        t.same(await faultsOf(page), [], `${name} in ${language} at ${width} px`)
        await context.close()
      }
    }
  }
  await look('/notices', 'no-notices')

  const payload = { ...structuredClone(formOf('finance_lease')!.example), debtors: [partyOf('searcher')] }
  const filed = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
  const { registrationNumber } = filed.json()
  await announceFilings(register.deps)
  const { page } = await openReader(browser, origin, { language: 'zh-CN', width: 1280, session, scripts: false })
  await page.goto('/')
  await page.getByRole('link', { name: '通知（1 条未读）' }).click()
  t.match(await page.locator('tbody').textContent(), /初始登记已经办理。您在这项登记中是担保人。/)
  await page.locator(`a[href="/registrations/${registrationNumber}"]`).click()
  t.match(
    await page.locator('main').textContent(),
    new RegExp(partyOf('searcher').identifier.value),
    'a party, unmasked',
  )

  await addOneOfEach(register, 'searcher', registrationNumber)
  await look('/notices', 'notices')
  await page.goto('/notices?unread=1')
  await page.getByRole('button', { name: '全部标为已读' }).click()
  t.equal(await page.getByText('未读', { exact: true }).count(), 0)
  t.equal(await page.getByRole('link', { name: '通知', exact: true }).count(), 1)
  t.equal(await page.getByRole('button', { name: '全部标为已读' }).count(), 0)
  await look('/notices', 'notices-read')
  await look('/notices?unread=1', 'none-unread')
})

async function keep(page: Page, name: string): Promise<void> {
  const { SCREENSHOTS } = process.env
  if (SCREENSHOTS) await page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage: true })
}

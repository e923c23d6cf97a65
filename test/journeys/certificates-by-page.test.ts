import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { CASES } from '../certificates/example-filings.ts'
import { type Body, fileEveryKind, registration } from '../certificates/file-every-kind.ts'
import { faultsOf, languages, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { openRegister } from '../helpers/register.ts'

/*
 * Somebody with a certificate of each kind in hand checks it by number and code, on a screen and on a telephone.
 * SCREENSHOTS=FOLDER keeps what was seen.
 */
t.test('certificates of every kind, checked by page', async (t) => {
  const register = await openRegister(t)
  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  const browser = await openBrowser(t)
  const filings = await fileEveryKind(register)
  const { own } = await registration(register)
  const corrected = CASES.find(({ name }) => name === 'amendment: correction')!.filings.at(-1)!.content.changes
  const changes = [
    ...(corrected as Body[]),
    { type: 'release_collateral', items: [{ serialNumber: 'VMC850U-RIGHT-08' }], description: '旧刀具' },
  ]
  filings.push(['amendment', await own('amendments', { changes })])
  const folder = process.env.SCREENSHOTS
  if (folder) mkdirSync(folder, { recursive: true })

  for (const language of languages) {
    for (const width of widths) {
      const { context, page } = await openReader(browser, origin, { language, width })
      for (const [at, [kind, { filingNumber, verificationCode }]] of filings.entries()) {
        await page.goto(`/verify/${filingNumber}?code=${verificationCode}`)
        const name = `certificate-${at}-${kind}-${language}-${width}`
        if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
        t.same(await faultsOf(page), [], name)
      }
      await context.close()
    }
  }
})

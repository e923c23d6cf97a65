import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { forms } from '../../src/registrations/forms/forms.ts'
import { readPdf, textOf } from '../certificates/read-pdf.ts'
import { faultsOf, languages, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { item, openChecked } from '../overlap-checks/checked-register.ts'
import { workbook } from '../platform/lists/sample-workbooks.ts'
import { filled, openSession } from '../registrations/pages/page-session.ts'

/*
 * A lender's clerk checks lists before lending: pasted numbers, and a workbook with descriptions. Each page that is met
 * is looked at by axe, on a desk's screen and on a telephone's; SCREENSHOTS=FOLDER keeps what was seen.
 */
t.test('checking lists by page', async (t) => {
  const { register, file } = await openChecked(t)
  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  register.deps.publicUrl = () => origin
  await file({ items: [item('LASER-77', '激光切割机'), item('CK6140-001')] })
  const other = await file({ items: [item('LASER-77', '激光切割机')] }, { who: 'otherOperator' })
  const browser = await openBrowser(t)
  const session = await register.sessionOf('operator')
  const { page } = await openReader(browser, origin, { language: 'zh-CN', width: 1280, session })
  const meet = async (t: Test, name: string, heading: RegExp, on = page) => {
    t.match(await on.locator('h1').textContent(), heading, name)
    for (const width of widths) t.same(await seen(on, name, width), [], `${name} at ${width} px`)
  }

  await t.test('a list that cannot be read, then numbers that are pasted', async (t) => {
    await page.goto('/search')
    await page.getByRole('link', { name: '查清单' }).click()
    await meet(t, 'the form', /查清单/)
    await page.getByLabel('粘贴清单').fill('编号\t颜色\nLASER-77\t红\n')
    await page.getByRole('button', { name: '核对清单' }).click()
    t.match(await page.locator('.govuk-error-summary').textContent(), /请选择查询目的/)
    await page.getByLabel('交易前').check()
    await page.getByRole('button', { name: '核对清单' }).click()
    await meet(t, 'a wrong header', /查清单/)
    t.match(await page.locator('.govuk-error-summary').textContent(), /没有“颜色”这一列/)
    t.match(await page.getByLabel('粘贴清单').inputValue(), /LASER-77/, 'what was pasted is still there')
    await page.getByLabel('粘贴清单').fill('LASER-77\nNO-1\nlaser 77\n')
    await page.getByRole('button', { name: '核对清单' }).click()
    await meet(t, 'found by number', /清单 3 行中，2 行的编号已在在效登记中，1 行没有查得/)
    const words = await page.locator('main').textContent()
    t.match(words, other.registrationNumber.slice(0, 4))
    t.match(words, '贵方的登记')
    t.match(words, '与第 1 行重复')
    await page.getByRole('link', { name: '没有查得' }).click()
    t.match(await page.locator('table').textContent(), 'NO-1')
  })

  await t.test('a workbook that is uploaded, and its report', async (t) => {
    await page.goto('/overlap-checks')
    const rows = [
      ['序列号', '财产描述', '担保人名称'],
      ['=A-1', '激光切割机 一台', '苏州恒锐精密机械有限公司'],
      ['NO-2'],
    ]
    await page.getByLabel('或者上传文件').setInputFiles({
      name: '清单.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: workbook(rows),
    })
    await page.getByLabel('破产').check()
    await page.getByRole('button', { name: '核对清单' }).click()
    await meet(t, 'found by description', /1 行与同一担保人的登记描述相似/)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载逐行结果' }).click(),
    ])
    const report = readFileSync(await download.path(), 'utf8')
    t.match(report, /^\ufeff行,/)
    t.match(report, "'=A-1", 'formulas are harmless')
    await page.getByRole('link', { name: '再查一份清单' }).click()
    await meet(t, 'the form with the history', /查清单/)
    t.match(await page.locator('#history').textContent(), '核对过的清单')
  })

  await t.test('its certificate, opened and checked', async (t) => {
    await page.goto('/overlap-checks')
    await page.locator('#history ~ table a').last().click()
    const address = await page.getByRole('link', { name: '取核对证明' }).getAttribute('href')
    const code = await page.locator('[data-copy]').nth(1).getAttribute('data-copy')
    const pdf = await page.request.get(address!)
    t.equal(pdf.headers()['content-type'], 'application/pdf')
    const words = textOf(await readPdf(new Uint8Array(await pdf.body()))).replace(/\s+/g, '')
    t.match(words, /清单核对证明.*清单3行中，2行的编号已在在效登记中/)
    await page.goto(`/verify/${/\d{20}/.exec(address!)?.[0]}?code=${code}`)
    await meet(t, 'the certificate is checked', /证明真实/)
    t.match(await page.locator('main').textContent(), /LASER-77/)
  })

  await t.test('a form whose assets are registered says so before it is submitted', async (t) => {
    const form = await openSession(register, 'operator')
    const lease = forms.find(({ securityType }) => securityType === 'finance_lease')!
    await form.post(`${await filled(form, lease)}/submit`, { declaration: 'true' })
    const path = await filled(form, lease)
    await page.goto(`${path}/check`)
    await meet(t, 'assets that are registered', /核对并提交/)
    t.match(await page.locator('#overlaps').textContent(), '编号已在登记中')
  })

  await t.test('every page in both languages', async (t) => {
    const { rows } = await register.sql('select check_number from overlap_checks order by checked_at')
    for (const language of languages) {
      const reader = await openReader(browser, origin, { language, width: 1280, session })
      for (const path of ['/overlap-checks', ...rows.map((row) => `/overlap-checks/${row.check_number}?show=all`)]) {
        await reader.page.goto(path)
        for (const width of widths)
          t.same(await seen(reader.page, `${path.replace(/\W/g, '')}-${language}`, width), [], path)
      }
    }
  })
})

async function seen(page: Page, name: string, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 })
  const folder = process.env.SCREENSHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}-${width}.png`, fullPage: true })
  return faultsOf(page)
}

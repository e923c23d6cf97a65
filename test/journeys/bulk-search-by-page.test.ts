import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { searchChunk } from '../../src/bulk-searches/search-lines.ts'
import { codeOf, openListed, PERSON } from '../bulk-searches/listed-register.ts'
import { faultsOf, languages, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { workbook } from '../platform/lists/sample-workbooks.ts'

/*
 * A bank's clerk has a list of customers searched, without scripts: pasted, then as a workbook; looks at the progress,
 * stops, goes on, and takes results and a certificate. SCREENSHOTS=FOLDER keeps what was seen.
 */
t.test('searching lists by page', async (t) => {
  const { register, file, filePerson, run, start } = await openListed(t)
  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  register.deps.publicUrl = () => origin
  await file('苏州恒锐精密机械有限公司', 1)
  await file('苏州恒锐精密机械有限公司', 1)
  await filePerson('王强', PERSON)
  const browser = await openBrowser(t)
  const session = await register.sessionOf('operator')
  const { page } = await openReader(browser, origin, { language: 'zh-CN', width: 1280, session })
  // The page must not be fetched anew while it is looked at.
  await page.route(/\/bulk-searches\/\d+/, async (route) => {
    const response = await route.fetch({ maxRedirects: 0 })
    const { refresh: _refresh, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
  const meet = async (t: Test, name: string, heading: RegExp, on = page) => {
    t.match(await on.locator('h1').textContent(), heading, name)
    for (const width of widths) t.same(await seen(on, name, width), [], `${name} at ${width} px`)
  }

  await t.test('names that are pasted', async (t) => {
    await page.goto('/search')
    await page.getByRole('link', { name: '批量查询' }).click()
    await meet(t, 'the form', /批量查询/)
    await page
      .getByLabel('粘贴清单')
      .fill('苏州恒锐精密机械有限公司\n无锡远航机械有限公司\n（）\n苏州恒锐精密机械有限公司\n')
    await page.getByRole('button', { name: '查询清单' }).click()
    await meet(t, 'no purpose', /批量查询/)
    t.match(await page.locator('.govuk-error-summary').textContent(), /请选择查询目的/)
    t.match(await page.getByLabel('粘贴清单').inputValue(), /无锡远航/, 'what was pasted is still there')
    await page.getByLabel('交易前').check()
    await page.getByRole('button', { name: '查询清单' }).click()
    await meet(t, 'waiting', /共 4 行，等待查询/)
    await searchChunk(register.deps, 1)
    await page.reload()
    await meet(t, 'on its way', /已查 3 行（共 4 行）/)
    await page.getByRole('button', { name: '停止查询' }).click()
    await meet(t, 'stopped', /只查了 3 行（共 4 行）/)
    t.match(await page.locator('main').textContent(), /不是“没有查得”/)
    await page.getByRole('button', { name: '继续查询' }).click()
    await run()
    await page.reload()
    await meet(t, 'what was found', /2 行查得登记，1 行没有查得，1 行不能查询/)
    t.match(await page.locator('table').textContent(), /与第 1 行相同，只查一次/)
    await page.getByRole('link', { name: '不能查询（1）' }).click()
    await meet(t, 'refused lines', /不能查询/)
    t.match(await page.locator('table').textContent(), /没有可供查询的字/)
  })

  await t.test('a workbook, its results, and one of its searches', async (t) => {
    await page.goto('/bulk-searches')
    const rows = [
      ['客户名称', '证件号码', '客户编号'],
      ['苏州恒锐精密机械有限公司', codeOf(1), '=A-1'],
      ['王强', PERSON, 'A-2'],
      ['无锡远航机械有限公司', '12345678', 'A-3'],
    ]
    await page.getByLabel('或者上传文件').setInputFiles({
      name: '客户.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: workbook(rows),
    })
    await page.getByLabel('破产').check()
    await page.getByRole('button', { name: '查询清单' }).click()
    await run()
    await page.goto(`${page.url()}?show=all`)
    await meet(t, 'names and numbers', /2 行查得登记，0 行没有查得，1 行不能查询/)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载逐行结果' }).click(),
    ])
    const csv = readFileSync(await download.path(), 'utf8')
    t.match(csv, /^\ufeff行,/)
    t.match(csv, "'=A-1", 'formulas are harmless')
    await page.locator('table a[href^="/searches/"]').first().click()
    t.match(await page.locator('h1').textContent(), /共查得 2 项在效登记/)
    await page.goto('/bulk-searches')
    await meet(t, 'the form with the lists', /批量查询/)
  })

  await t.test('every page in both languages', async (t) => {
    await start([{ by: 'organizationName', name: '甲' }], { callbackUrl: 'http://127.0.0.1:1025/done' })
    await run()
    const { rows } = await register.sql('select bulk_search_number as number from bulk_searches order by bulk_search')
    for (const language of languages) {
      const reader = await openReader(browser, origin, { language, width: 1280, session })
      for (const path of ['/bulk-searches', ...rows.map(({ number }) => `/bulk-searches/${number}?show=all`)]) {
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

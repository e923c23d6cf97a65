import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { faultsOf, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { openRegister } from '../helpers/register.ts'

/*
 * A lessor's clerk keeps a finance lease up to date: renews it, adds an item, and discharges it at its end. Each page
 * that is met is looked at by axe, on a desk's screen and on a telephone's; SCREENSHOTS=FOLDER keeps what was seen.
 */
t.test('renewing, amending and discharging by page', async (t) => {
  const register = await openRegister(t)
  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  register.deps.publicUrl = () => origin
  const browser = await openBrowser(t)
  const session = await register.sessionOf('operator')
  const { page } = await openReader(browser, origin, { language: 'zh-CN', width: 1280, session })
  const filed = await register.call('operator', {
    method: 'POST',
    url: '/api/v1/registrations',
    payload: formOf('finance_lease')!.example,
  })
  const { registrationNumber, modificationCode } = filed.json()
  const home = `/registrations/${registrationNumber}`
  const meet = async (t: Test, name: string, heading: RegExp) => {
    t.match(await page.locator('h1').textContent(), heading, name)
    for (const width of widths) t.same(await seen(page, name, width), [], `${name} at ${width} px`)
  }
  const file = async (t: Test, name: string) => {
    await page.getByLabel('修改码').fill('F'.repeat(32))
    await page.getByLabel('我声明').check()
    await page.locator('button[value=file]').click()
    await meet(t, `${name}: a wrong code`, /核对/)
    t.match(await page.locator('.govuk-error-summary').textContent(), /修改码不正确/)
    await page.getByLabel('修改码').fill(modificationCode.toLowerCase())
    await page.locator('button[value=file]').click()
  }

  await t.test('renewal', async (t) => {
    await page.goto(home)
    await meet(t, 'the registration', /登记/)
    await page.getByRole('link', { name: '展期', exact: true }).click()
    await meet(t, 'renewal', /展期登记/)
    await page.getByRole('button', { name: '继续' }).click()
    await meet(t, 'no months', /展期登记/)
    await page.getByLabel('延长的月数').fill('12')
    await page.getByRole('button', { name: '继续' }).click()
    await meet(t, 'the new expiry date', /核对展期登记/)
    t.match(await page.locator('main').textContent(), /展期后的登记到期日/)
    await file(t, 'renewal')
    await meet(t, 'renewed', /展期完成/)
    const number = await page.locator('main [data-copy]').first().getAttribute('data-copy')
    await page.reload()
    t.equal(
      await page.locator('main [data-copy]').first().getAttribute('data-copy'),
      number,
      'reloaded, it is one filing',
    )
  })

  await t.test('an amendment: an item is added', async (t) => {
    await page.goto(home)
    await page.getByRole('link', { name: '变更', exact: true }).click()
    await meet(t, 'choosing a change', /变更登记/)
    await page.getByRole('link', { name: '增加担保财产' }).click()
    await meet(t, 'adding collateral', /增加担保财产/)
    await page.getByLabel('粘贴或输入各行').fill('名称\t出厂编号\t数量\t单位\n激光切割机\tLASER-77\t1\t台')
    await page.getByRole('button', { name: '继续' }).click()
    await meet(t, 'what is added', /核对变更登记/)
    await page.getByRole('button', { name: '返回修改' }).click()
    t.match(await page.getByLabel('粘贴或输入各行').inputValue(), /LASER-77/, 'what was typed is still there')
    await page.getByRole('button', { name: '继续' }).click()
    await file(t, 'amendment')
    await meet(t, 'amended', /变更完成/)
    await page.getByRole('link', { name: '查看这项登记' }).click()
    t.match(await page.locator('main').textContent(), /LASER-77/)
  })

  for (const [change, heading] of [
    ['release-collateral', /解除部分担保财产/],
    ['add-debtor', /增加担保人/],
    ['release-debtor', /解除担保人/],
    ['rename-party', /更名/],
    ['transfer-secured-party', /变更担保权人/],
    ['change-amount', /变更主债权金额/],
    ['rank-note', /顺位/],
  ] as const) {
    await t.test(`the page of ${change}, empty and with errors`, async (t) => {
      await page.goto(`${home}/amend/${change}`)
      await meet(t, change, heading)
      await page.getByRole('button', { name: '继续' }).click()
      await meet(t, `${change} with errors`, heading)
      t.ok(await page.locator('.govuk-error-summary a').count())
    })
  }

  await t.test('what amendments changed shows on the registration', async (t) => {
    const changes = [
      { type: 'rename_party', role: 'debtor', index: 0, name: '更名以后有限公司', changedOn: '2026-11-01' },
      { type: 'release_collateral', items: [{ serialNumber: 'LASER-77' }] },
      { type: 'add_collateral', items: [{ name: '铣床', serialNumber: 'MILL-1' }] },
      { type: 'rank_note', text: '经出租人同意，本登记顺位在后。' },
    ]
    const payload = { modificationCode, declaration: true, changes }
    await register.call('operator', { method: 'POST', url: `/api/v1${home}/amendments`, payload })
    await page.goto(home)
    await meet(t, 'the amended registration', /登记/)
  })

  await t.test('discharge', async (t) => {
    await page.goto(home)
    await page.getByRole('link', { name: '注销', exact: true }).click()
    await meet(t, 'discharge', /注销登记/)
    await page.getByLabel('其他情形', { exact: true }).check()
    await page.getByRole('button', { name: '继续' }).click()
    await meet(t, 'another reason, not said', /注销登记/)
    await page.getByLabel('主债权消灭').check()
    await page.getByRole('button', { name: '继续' }).click()
    await meet(t, 'before the discharge', /核对注销登记/)
    await file(t, 'discharge')
    await meet(t, 'discharged', /登记已经注销/)
    await page.goto(home)
    await meet(t, 'the discharged registration', /登记/)
    t.match(await page.locator('.answer').textContent(), /已注销/)
    t.equal(await page.getByRole('link', { name: '展期', exact: true }).count(), 0)
    await page.goto(`${home}/renew`)
    await meet(t, 'renewal of a discharged registration', /展期登记/)
  })
})

/** What is wrong with the page at a width; looks at it, too, where screenshots are asked for. */
async function seen(page: Page, name: string, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 })
  const { SCREENSHOTS } = process.env
  if (SCREENSHOTS)
    await page.screenshot({ path: `${SCREENSHOTS}/${name.replace(/\W+/g, '-')}-${width}.png`, fullPage: true })
  return faultsOf(page)
}

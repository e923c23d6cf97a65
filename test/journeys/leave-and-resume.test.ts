import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { faultsOf, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { openRegister } from '../helpers/register.ts'

/*
 * A lessor's clerk leaves an amendment half typed with a pasted list at the desk, goes on with it in English on a
 * telephone, and files it. Each page that is met is looked at by axe at both widths; SCREENSHOTS=FOLDER keeps what was
 * seen.
 */
t.test('leaving an act and a form, and coming back on another device', async (t) => {
  const register = await openRegister(t)
  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  register.deps.publicUrl = () => origin
  const browser = await openBrowser(t)
  const at = async (language: 'zh-CN' | 'en', width: number) =>
    (await openReader(browser, origin, { language, width, session: await register.sessionOf('operator') })).page
  const filed = async () =>
    (
      await register.call('operator', {
        method: 'POST',
        url: '/api/v1/registrations',
        payload: formOf('finance_lease')!.example,
      })
    ).json() as { registrationNumber: string; modificationCode: string }
  const { registrationNumber, modificationCode } = await filed()
  const home = `/registrations/${registrationNumber}`
  const rows = Array.from({ length: 40 }, (_, n) => `数控车床\tCNC-${1000 + n}\t1\t台`)
  const pasted = ['名称\t出厂编号\t数量\t单位', ...rows].join('\n')
  const desk = await at('zh-CN', 1280)

  await t.test('left at the desk', async (t) => {
    await desk.goto(`${home}/amend/add-collateral`)
    await meet(t, desk, 'the amendment', /增加担保财产/)
    await desk.getByLabel('粘贴或输入各行').fill(pasted)
    await desk.getByRole('button', { name: '保存草稿，以后再办' }).click()
    await meet(t, desk, 'saved', /草稿/)
    t.match(await desk.locator('.note').first().textContent(), /草稿已保存：变更登记：增加担保财产/)
    for (const path of ['', '/amend']) {
      await desk.goto(`${home}${path}`)
      await meet(t, desk, `a draft on the way to it${path}`, /登记/)
      t.equal(await desk.getByRole('link', { name: '继续办理草稿：变更登记：增加担保财产' }).count(), 1)
    }
    await desk.goto('/file')
    await desk.getByLabel('保理（应收账款转让）').check()
    await desk.getByRole('button', { name: '继续', exact: true }).click()
    await meet(t, desk, 'parties', /当事人/)
    await desk.getByRole('link', { name: '已经保存，以后再办' }).click()
    t.match(await desk.locator('.note').first().textContent(), /草稿已保存：初始登记：保理/)
    await desk
      .locator('tbody')
      .getByRole('link', { name: /继续 初始登记/ })
      .click()
    await desk.waitForURL(/\/parties$/)
    await desk.goto(desk.url().replace(/parties$/, 'term'))
    await desk.getByLabel('登记期限').fill('二十')
    await meet(t, desk, 'the term', /期限/)
    await desk.getByRole('button', { name: '保存，以后再办' }).click()
    await meet(t, desk, 'two drafts', /草稿/)
    await desk.getByRole('link', { name: /删除 变更登记/ }).click()
    await meet(t, desk, 'deleting a draft', /删除草稿/)
    await desk.goto('/file')
    await meet(t, desk, 'where filing begins', /办理登记/)
  })

  await t.test('a second draft that ends soon, one that ended, and one of a registration that ended', async (t) => {
    const other = await filed()
    await desk.goto(`/registrations/${other.registrationNumber}/renew`)
    await desk.getByLabel('延长的月数').fill('12')
    await desk.getByRole('button', { name: '保存草稿，以后再办' }).click()
    await register.sql(`update act_drafts set updated_at = updated_at - interval '55 days' where act = '/renew'`)
    const { userId, account } = register.people.operator
    await register.sql(
      `insert into notices (account, user_id, kind, details, source) values ($1, $2, 'draft_ended', $3, 'test')`,
      [account, userId, JSON.stringify({ securityType: 'finance_lease', begunOn: '2026-09-01' })],
    )
    await desk.goto('/')
    await meet(t, desk, 'home with a draft that ends', /登记/)
    t.match(await desk.locator('.note').textContent(), /有 1 份草稿将在.*之后删除/)
    await desk.getByRole('link', { name: '查看草稿' }).click()
    await meet(t, desk, 'drafts that end and ended', /草稿/)
    await register.call('operator', {
      method: 'POST',
      url: `/api/v1/registrations/${other.registrationNumber}/discharges`,
      payload: { modificationCode: other.modificationCode, reason: 'debt_extinguished', declaration: true },
    })
    await desk.goto(`/registrations/${other.registrationNumber}/renew`)
    await meet(t, desk, 'a draft of a registration that ended', /展期登记/)
    t.match(await desk.locator('main').textContent(), /这项登记已注销/)
    t.equal(await desk.getByLabel('延长的月数').inputValue(), '12')
    t.ok(await desk.getByLabel('延长的月数').isDisabled())
  })

  await t.test('gone on with on a telephone, after the registration changed, and filed', async (t) => {
    const changes = [{ type: 'rank_note', text: '经出租人同意，本登记顺位在后。' }]
    const payload = { modificationCode, declaration: true, changes }
    await register.call('operator', { method: 'POST', url: `/api/v1${home}/amendments`, payload })
    const phone = await at('en', 390)
    await phone.goto('/drafts')
    await meet(t, phone, 'drafts in English', /Drafts/)
    await phone.getByRole('link', { name: /^Continue Amendment/ }).click()
    await meet(t, phone, 'the draft, and what came between', /Add collateral/)
    t.match(await phone.locator('main').textContent(), /The registration changed after this was typed/)
    t.equal(await phone.getByLabel('paste or type the rows').inputValue(), pasted)
    await phone.getByRole('button', { name: 'Continue', exact: true }).click()
    await meet(t, phone, 'checking the amendment in English', /Check/)
    await phone.getByRole('button', { name: 'Save and come back later' }).click()
    await phone.getByRole('link', { name: /^Continue Amendment/ }).click()
    t.equal(await phone.locator('main .note').count(), 1, 'what was seen is not told again')
    await phone.getByRole('button', { name: 'Continue', exact: true }).click()
    await phone.getByLabel('Modification code').fill(modificationCode)
    await phone.getByLabel('I declare').check()
    await phone.locator('button[value=file]').click()
    await meet(t, phone, 'amended', /Amended/)
    await phone.goto('/drafts')
    t.equal(await phone.getByRole('link', { name: /^Continue Amendment/ }).count(), 0, 'the draft is gone')
    await desk.goto(home)
    t.match(await desk.locator('main').textContent(), /CNC-10/)
    await desk.goto(`${home}/amend/add-collateral`)
    t.equal(await desk.getByLabel('粘贴或输入各行').inputValue(), '')
  })

  await t.test('two devices: what the other saved is not overwritten unasked', async (t) => {
    const [one, other] = [await at('zh-CN', 1280), await at('zh-CN', 1280)]
    for (const page of [one, other]) await page.goto(`${home}/amend/rank-note`)
    for (const page of [one, other]) {
      await page.locator('textarea').first().fill('顺位在后')
      await page.locator('textarea').first().press('End')
      await page
        .locator('textarea')
        .first()
        .type(page === one ? '一' : '二')
      await page.getByRole('button', { name: '保存草稿，以后再办' }).click()
    }
    await meet(t, other, 'saved elsewhere', /顺位/)
    t.match(await other.locator('.govuk-error-summary').textContent(), /在别处又保存过/)
    t.equal(await other.locator('textarea').first().inputValue(), '顺位在后二')
  })
})

async function meet(t: Test, page: Page, name: string, heading: RegExp): Promise<void> {
  t.match(await page.locator('h1').textContent(), heading, name)
  const { SCREENSHOTS } = process.env
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    if (SCREENSHOTS)
      await page.screenshot({ path: `${SCREENSHOTS}/${name.replace(/\W+/g, '-')}-${width}.png`, fullPage: true })
    t.same(await faultsOf(page), [], `${name} at ${width} px`)
  }
}

import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import type { SandboxUser } from '../../src/sandbox/sandbox-people.ts'
import { pdf } from '../attachments/sample-files.ts'
import { faultsOf, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { openRegister } from '../helpers/register.ts'

/*
 * A lessor registers; the lessee demands a discharge, objects and notes its case; two registrars revoke a part and the
 * objection; the institution replaces a lost code, and transfers the registration to another, which collects its own.
 * Each page that is met is looked at by axe, on a desk's screen and on a telephone's, in the language of its reader;
 * SCREENSHOTS=FOLDER keeps what was seen.
 */
t.test('objecting, revoking and replacing codes by page', async (t) => {
  const register = await openRegister(t)
  register.deps.config.codeReplacementWaitHours = 0
  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  register.deps.publicUrl = () => origin
  const browser = await openBrowser(t)
  const as = async (who: SandboxUser['name'], language: 'zh-CN' | 'en' = 'zh-CN') => {
    const session = await register.sessionOf(who)
    return (await openReader(browser, origin, { language, width: 1280, session })).page
  }
  const { rows } = await register.sql('select name, identifier, address from accounts where name = $1', ['林知远'])
  const example = structuredClone(formOf('finance_lease')!.example)
  const payload = { ...example, debtors: [...(example.debtors as object[]), { kind: 'individual', ...rows[0] }] }
  const filed = (await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })).json()
  const { registrationNumber, modificationCode } = filed
  const home = `/registrations/${registrationNumber}`

  await t.test('the lessee demands, objects and notes the case', async (t) => {
    const page = await as('searcher')
    await page.goto(home)
    await meet(t, page, 'the registration to the lessee', /登记/)
    await page.getByRole('link', { name: '要求注销或者变更' }).click()
    await meet(t, page, 'demand', /要求注销或者变更/)
    await page.getByRole('button', { name: '继续' }).click()
    await meet(t, page, 'demand with errors', /要求注销或者变更/)
    await page.getByLabel('与这项登记的关系').fill('承租人')
    await page.getByLabel('要求的内容').fill('租金已经付清，租赁物已经归还，请注销这项登记。')
    await page.getByRole('button', { name: '继续' }).click()
    await meet(t, page, 'demand checked', /核对/)
    await page.getByRole('button', { name: '提交要求' }).click()
    await meet(t, page, 'demanded', /要求已经送交/)
    await page.getByRole('link', { name: '提出异议' }).click()
    await meet(t, page, 'object', /异议登记/)
    await page.getByLabel('与这项登记的关系').fill('承租人')
    await page.getByLabel('异议内容').fill('租金已经付清，租赁物已经归还，出租人没有注销。')
    await page.getByLabel('要求担保权人变更或者注销的日期').fill('2026-11-02')
    await page.getByRole('button', { name: '继续' }).click()
    await meet(t, page, 'object with errors', /异议登记/)
    await page.getByLabel('拒绝').check()
    await page.getByRole('button', { name: '继续' }).click()
    await meet(t, page, 'objection checked', /核对异议登记/)
    await page.getByLabel('我声明').check()
    await page.getByRole('button', { name: '提交异议' }).click()
    await meet(t, page, 'objected', /异议已经登记/)
    await page.goto('/objections')
    await meet(t, page, 'own objections', /我的异议/)
    await page
      .getByRole('link', { name: '上传受理通知' })
      .or(page.getByRole('link', { name: /受理/ }))
      .first()
      .click()
    await page.getByLabel('受理的法院或者仲裁机构').fill('东湖市中级人民法院')
    await page.getByLabel('案号').fill('（2026）鄂01民初1号')
    await page.getByLabel('受理日期').fill('2026-11-20')
    await meet(t, page, 'case acceptance', /上传受理通知/)
    await page.getByRole('button', { name: '继续' }).click()
    await page.getByLabel('我声明').check()
    await page.getByRole('button', { name: '提交受理通知' }).click()
    await meet(t, page, 'case accepted', /受理通知已经登记/)
    await page.goto(home)
    await meet(t, page, 'the registration with an objection', /登记/)
    t.match(await page.locator('.answer').textContent(), /有 1 项异议尚未结束/)
  })

  await t.test('the lessor sees the demand', async (t) => {
    const page = await as('operator', 'en')
    await page.goto(`${home}/discharge-demands`)
    await meet(t, page, 'demands received', /Demands received/)
  })

  await t.test('two registrars revoke for one debtor, then a correction and the desk in English', async (t) => {
    const first = await as('registrar')
    await first.goto('/decisions')
    await meet(t, first, 'the desk, empty', /登记机构办理/)
    await first.getByLabel('登记证明编号或者本次登记编号').fill('12')
    await first.getByRole('button', { name: '打开' }).click()
    await meet(t, first, 'the desk, mistyped', /登记机构办理/)
    await first.getByLabel('登记证明编号或者本次登记编号').fill(registrationNumber)
    await first.getByRole('button', { name: '打开' }).click()
    await first.getByRole('link', { name: '撤销登记' }).click()
    await meet(t, first, 'what to revoke', /撤销登记/)
    await first.getByRole('link', { name: '撤销一个担保人' }).click()
    await first.getByRole('button', { name: '继续' }).click()
    await meet(t, first, 'revocation with errors', /撤销一个担保人/)
    await first.getByLabel(/林知远/).check()
    await first.getByLabel('申请人').fill('林知远')
    await first.getByLabel('作出文书的法院或者仲裁机构').fill('东湖市中级人民法院')
    await first.getByLabel('文书编号').fill('（2026）鄂01民终8号')
    await first.getByLabel('文书日期').fill('2026-11-20')
    await first
      .getByLabel('附上所依据的文书')
      .setInputFiles({ name: '判决书.pdf', mimeType: 'application/pdf', buffer: pdf() })
    await first.getByRole('button', { name: '继续' }).click()
    await meet(t, first, 'revocation checked', /核对/)
    await first.getByRole('button', { name: '提请另一人核准' }).click()
    await meet(t, first, 'revocation proposed', /撤销/)

    const second = await as('secondRegistrar', 'en')
    await second.goto('/decisions')
    await meet(t, second, 'the desk, one waiting', /Register office/)
    await second.getByRole('link', { name: 'Revocation of a part' }).first().click()
    await meet(t, second, 'the decision', /Revocation/)
    await second.getByLabel('Your password', { exact: true }).fill('not it')
    await second.getByRole('button', { name: 'Approve and file' }).click()
    await meet(t, second, 'a wrong password', /Revocation/)
    await second.getByLabel('Your password', { exact: true }).fill(register.people.secondRegistrar.password)
    await second.getByRole('button', { name: 'Approve and file' }).click()
    await meet(t, second, 'the decision carried out', /Revocation/)
    t.match(await second.locator('.govuk-panel').textContent(), /Filed/)
    await second.goto(`${home}/correct`)
    await meet(t, second, 'what to correct', /correction/)
    await second.getByRole('link', { name: 'Correction of what was filed wrongly' }).click()
    await meet(t, second, 'what was filed wrongly', /correction/)
    await second.goto(`${home}/correct/change-amount`)
    await meet(t, second, 'a registrar’s correction', /correction/)
  })

  for (const change of ['merge-parties', 'divide-party', 'transfer-asset', 'correction', 'correction/terms']) {
    await t.test(`the page of ${change}, empty and with errors`, async (t) => {
      const page = await as('operator', change === 'divide-party' ? 'en' : 'zh-CN')
      await page.goto(`${home}/amend/${change}`)
      await meet(t, page, change, /./)
      if (change === 'correction') return
      await page.locator('button[value=check]:not(.default-button)').click()
      await meet(t, page, `${change} with errors`, /./)
      t.ok(await page.locator('.govuk-error-summary a').count())
    })
  }

  await t.test('a lost code is replaced', async (t) => {
    const page = await as('operator')
    await page.goto(home)
    await page.getByRole('link', { name: '遗失或者领取修改码' }).click()
    await meet(t, page, 'the modification code', /修改码/)
    await page.getByRole('link', { name: '申请重发修改码' }).click()
    await page.getByLabel('申请的原因').fill('经办人离职，修改码遗失')
    await meet(t, page, 'asking for a code', /申请重发修改码/)
    await page.getByRole('button', { name: '继续' }).click()
    await page.getByRole('button', { name: '提交申请' }).click()
    await meet(t, page, 'a code asked for', /修改码/)
    const other = await as('administrator', 'en')
    await other.goto(`${home}/modification-code`)
    await meet(t, other, 'a code to approve', /Modification code/)
    await other.getByRole('button', { name: 'Approve' }).click()
    await meet(t, other, 'a code approved', /Modification code/)
    await page.goto(`${home}/modification-code`)
    await page.getByRole('link', { name: '领取新的修改码' }).click()
    await meet(t, page, 'before collecting', /领取修改码/)
    await page.getByRole('button', { name: '领取' }).click()
    await meet(t, page, 'collected', /新的修改码/)
    const code = await page.locator('.modification-code [data-copy]').getAttribute('data-copy')
    t.match(code, /^[0-9A-F]{32}$/)
    t.not(code, modificationCode)
    await page.reload()
    t.equal(await page.locator('.modification-code [data-copy]').getAttribute('data-copy'), code, 'one code')
    await transfer(t, page, code!)
  })

  await t.test('the new filer collects its own', async (t) => {
    const page = await as('otherOperator')
    await page.goto(`${home}/modification-code`)
    await meet(t, page, 'a code to collect', /修改码/)
    await page.getByRole('link', { name: '领取新的修改码' }).click()
    await page.getByRole('button', { name: '领取' }).click()
    t.match(await page.locator('.modification-code').textContent(), /[0-9A-F]{4}/)
  })

  async function transfer(t: Test, page: Page, code: string): Promise<void> {
    const lessor = await register.sql(`select identifier from accounts where name like '甬江%'`)
    await page.goto(`${home}/amend/transfer-secured-party`)
    await page.getByLabel('机构名称').fill('甬江融资租赁（宁波）有限公司')
    await page.getByLabel('代码', { exact: true }).fill(lessor.rows[0].identifier.value)
    await page.getByLabel('住所', { exact: true }).fill('浙江省宁波市北仑区成海路 6 号')
    await page.getByLabel('法定代表人或者负责人').fill('虞晓岚')
    await page.getByLabel('受让人在本系统的用户').fill('没有这家')
    await page.getByRole('button', { name: '继续' }).click()
    await meet(t, page, 'transfer to nobody', /转让/)
    await page.getByLabel('受让人在本系统的用户').fill('lessor-operator')
    await page.getByRole('button', { name: '继续' }).click()
    await meet(t, page, 'transfer checked', /核对/)
    await page.getByLabel('修改码').fill(code)
    await page.getByLabel('我声明').check()
    await page.locator('button[value=file]').click()
    await meet(t, page, 'transferred', /变更完成/)
  }
})

/** What is wrong with the page at both widths; looks at it, too, where screenshots are asked for. */
async function meet(t: Test, page: Page, name: string, heading: RegExp): Promise<void> {
  t.match(await page.locator('h1').textContent(), heading, name)
  const { SCREENSHOTS } = process.env
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const path = `${SCREENSHOTS}/${name.replace(/\W+/g, '-')}-${width}.png`
    if (SCREENSHOTS) await page.screenshot({ path, fullPage: true })
    t.same(await faultsOf(page), [], `${name} at ${width} px`)
  }
}

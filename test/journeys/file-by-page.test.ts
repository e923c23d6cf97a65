import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { pdf, png } from '../attachments/sample-files.ts'
import { faultsOf, openBrowser, widths } from '../helpers/browser.ts'
import { openRegister } from '../helpers/register.ts'

/*
 * A clerk without scripts: signs in, files a finance lease with its items pasted from a spreadsheet and a pledge of
 * receivables from a CSV file, making mistakes on the way; then searches the debtor, fetches the certificate and checks
 * it. Each page that is met is looked at by axe, on a desk's screen and on a telephone's.
 */
t.test('filing by page, from sign-in to a checked certificate, without scripts', async (t) => {
  const register = await openRegister(t)
  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  register.deps.publicUrl = () => origin
  const browser = await openBrowser(t)
  const withoutScripts = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const looking = await browser.newContext({ locale: 'zh-CN' })
  const page = await withoutScripts.newPage()
  const meet = async (t: Test, name: string, heading: RegExp) => {
    t.match(await page.locator('h1').textContent(), heading, name)
    t.same(await faultsOfAnswer(looking, page), [], name)
  }

  t.test('signing in', async (t) => {
    const { loginName, password } = register.people.operator
    await page.goto(`${origin}/file`)
    t.match(page.url(), /\/sign-in\?next=/, 'filing asks who one is')
    await page.fill('#loginName', loginName)
    await page.fill('#password', password)
    await page.click('main button[type=submit]')
    await looking.addCookies(await withoutScripts.cookies())
    await meet(t, 'choosing a type', /办理登记/)
  })

  let lease: Done
  t.test('a finance lease, its items pasted', async (t) => {
    await page.click('main button[type=submit]')
    await meet(t, 'no type chosen', /办理登记/)
    await page.check('input[value=finance_lease]')
    await page.click('main button[type=submit]')
    await meet(t, 'parties', /当事人/)
    await go(page, '保存并继续')
    await meet(t, 'a lessee is missing', /当事人/)

    await page.locator('#debtors').getByRole('link', { name: '添加机构' }).click()
    await meet(t, 'a new organisation', /添加承租人/)
    await page.getByLabel('机构名称').fill('苏州恒锐精密机械有限公司')
    await page.locator('#identifier-value').fill('91320500MA1FL00231')
    await go(page, '保存')
    await meet(t, 'a wrong check character', /更正承租人/)
    t.match(await page.locator('.govuk-error-summary').textContent(), /统一社会信用代码第 18 位校验不符/)
    t.equal(await page.getByLabel('机构名称').inputValue(), '苏州恒锐精密机械有限公司')
    await page.locator('.govuk-error-summary a', { hasText: '第 18 位' }).click()
    t.match(page.url(), /#identifier-value$/)
    await page.locator('#identifier-value').fill('91320500MA1FL00230')
    await page.locator('#address-line').fill('江苏省苏州市高新区锦峰路 8 号')
    await page.getByLabel('法定代表人或者负责人').fill('陈立群')
    await go(page, '保存')
    await go(page, '保存并继续')
    await meet(t, 'collateral', /担保财产/)

    await page.getByLabel('租赁合同编号').fill('HDZL-2026-0318')
    await page.getByLabel('售后回租').check()
    const rows = Array.from({ length: 25 }, (_, at) => `${at === 9 ? '两' : '1'}\t五轴加工中心\tVMC-${at + 1}\t台`)
    await page.getByLabel('租赁物明细：粘贴或输入各行').fill(['数量\t名称\t出厂编号\t单位', ...rows].join('\n'))
    await go(page, '保存并继续')
    await meet(t, 'a row is wrong', /担保财产/)
    t.match(await page.locator('.govuk-error-summary').textContent(), /第 11 行 数量/)
    const area = page.getByLabel('租赁物明细：粘贴或输入各行')
    await area.fill((await area.inputValue()).replace('两', '2'))
    await go(page, '保存并继续')
    await meet(t, 'term', /期限/)

    await page.getByLabel('登记期限').fill('三年')
    await go(page, '保存并继续')
    await meet(t, 'a term in words', /期限/)
    await page.getByLabel('登记期限').fill('３６')
    await page.getByLabel('主债权金额').fill('12,800,000')
    await go(page, '再加一份合同')
    t.equal(await page.getByLabel('主债权金额').inputValue(), '12,800,000')
    await page.locator('#contracts-0-number').fill('HDZL-2026-0318')
    await go(page, '保存并继续')
    await meet(t, 'attachments', /附件/)
    await page.getByLabel('选择文件').setInputFiles([
      { name: '融资租赁合同.pdf', mimeType: 'application/pdf', buffer: pdf() },
      { name: '铭牌照片.png', mimeType: 'image/png', buffer: png() },
      { name: '报价单.pdf', mimeType: 'application/pdf', buffer: pdf().subarray(0, 200) },
    ])
    await go(page, '上传')
    await meet(t, 'a file that was cut off', /附件/)
    t.match(await page.locator('.govuk-error-summary').textContent(), /“报价单.pdf”：文件不完整/)
    t.match(await page.locator('main table').textContent(), /融资租赁合同.pdf[\s\S]*铭牌照片.png/)
    await page.locator('button[value=remove-1]').click()
    await meet(t, 'one was removed', /附件/)
    t.notMatch(await page.locator('main table').textContent(), /铭牌照片/)
    await go(page, '保存并继续')
    await meet(t, 'check', /核对并提交/)
    t.match(await page.locator('main').textContent(), /融资租赁合同.pdf/)
    t.match(await page.locator('main').textContent(), /共 25 项，显示前 20 项/)
    await page.getByRole('link', { name: '查看全部' }).click()
    await meet(t, 'the full list', /租赁物明细/)
    await page.goBack()
    await go(page, '提交登记')
    await meet(t, 'not declared', /核对并提交/)
    await page.getByLabel('我声明').check()
    await go(page, '提交登记')
    await meet(t, 'done', /登记完成/)
    lease = await readDone(page)
    await page.reload()
    t.same(await readDone(page), lease, 'the page reloaded is the same registration')

    const [download] = await Promise.all([page.waitForEvent('download'), go(page, '下载修改码')])
    t.equal(download.suggestedFilename(), `encumbra-${lease.number}-modification-code.txt`)
  })

  t.test('a pledge of receivables, its items uploaded', async (t) => {
    await page.goto(`${origin}/file`)
    await page.check('input[value=receivables_pledge]')
    await page.click('main button[type=submit]')
    await page.locator('#debtors').getByRole('link', { name: '添加个人' }).click()
    await meet(t, 'a new individual', /添加出质人/)
    await page.getByLabel('姓名').fill('马建国')
    await page.locator('#identifier-value').fill('410185196805179910')
    await page.locator('#address-line').fill('河南省登封市告成镇曲河村 3 组 18 号')
    await go(page, '保存')
    await go(page, '保存并继续')
    await page.getByLabel('销售产生的债权').check()
    await page.getByLabel('现有的应收账款', { exact: true }).check()
    const csv =
      '\ufeff应收账款名称,发票号码,金额,币种,到期日\r\n货款,26322000000018460231,"1,020,000.00",cny,2027/1/15\r\n'
    await page
      .getByLabel('应收账款明细：或者上传 CSV 文件')
      .setInputFiles({ name: '明细.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await page.locator('button[value=preview-items]').last().click()
    await meet(t, 'uploaded rows', /担保财产/)
    t.match(await page.locator('#preview-items').textContent(), /26322000000018460231/)
    await go(page, '保存并继续')
    await page.getByLabel('登记期限').fill('12')
    await go(page, '保存并继续')
    await go(page, '保存并继续')
    await page.getByLabel('我声明').check()
    await go(page, '提交登记')
    const done = await readDone(page)
    const filed = await register.call('operator', { url: `/api/v1/registrations/${done.number}` })
    t.same(filed.json().collateral[0].items, [
      {
        name: '货款',
        invoiceNumber: '26322000000018460231',
        amount: '1020000.00',
        currency: 'CNY',
        dueDate: '2027-01-15',
      },
    ])
  })

  t.test('the debtor is searched, and the certificate checked', async (t) => {
    await page.goto(`${origin}/search`)
    await page.locator('#name').fill('苏州恒锐精密机械有限公司')
    await page.check('input[name=purpose][value=before_transaction]')
    await page.click('main form button[type=submit]')
    t.match(await page.locator('main').textContent(), new RegExp(lease.number))

    const certificate = await withoutScripts.request.get(`${origin}/api/v1/filings/${lease.number}/certificate`)
    t.equal(certificate.headers()['content-type'], 'application/pdf')
    t.equal((await certificate.body()).subarray(0, 5).toString(), '%PDF-')
    await page.goto(`${origin}/registrations/${lease.number}`)
    const link = page.getByRole('link', { name: '融资租赁合同.pdf' })
    const file = await withoutScripts.request.get(`${origin}${await link.getAttribute('href')}`)
    t.ok((await file.body()).equals(pdf()), 'the contract is there to be downloaded')
    await page.goto(`${origin}/verify`)
    await page.locator('#number').fill(lease.number)
    await page.locator('#code').fill(await verificationCodeOf(lease.number))
    await page.click('main form button[type=submit]')
    t.match(await page.locator('main').textContent(), /苏州恒锐精密机械有限公司/)
  })

  t.test('what was filed cannot be filed or changed again', async (t) => {
    await page.goto(lease.path.replace('/submit', '/term'))
    await meet(t, 'already filed', /已经登记/)
    t.notMatch(await page.content(), new RegExp(lease.code))
  })

  /** As the certificate prints it. */
  async function verificationCodeOf(number: string): Promise<string> {
    const { rows } = await register.sql('select verification_code from filings where filing_number = $1', [number])
    return rows[0].verification_code
  }
})

/**
 * What is wrong with the page that a context without scripts was answered with. axe needs scripts, so the same document
 * is opened where they run, with the same cookies, at each width.
 */
async function faultsOfAnswer(looking: BrowserContext, page: Page): Promise<string[]> {
  const [url, body] = [page.url().split('#')[0]!, await page.content()]
  const copy = await looking.newPage()
  await copy.route(
    (each) => each.href === url,
    (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  )
  const faults: string[] = []
  for (const width of widths) {
    await copy.setViewportSize({ width, height: 900 })
    await copy.goto(url)
    for (const each of await faultsOf(copy)) faults.push(`${width} px: ${each}`)
  }
  await copy.close()
  return faults
}

type Done = { number: string; code: string; path: string }

async function go(page: Page, button: string): Promise<void> {
  await page
    .getByRole('button', { name: button, exact: button === '保存' })
    .last()
    .click()
}

async function readDone(page: Page): Promise<Done> {
  const numbers = page.locator('main [data-copy]')
  const [number, code] = [
    await numbers.nth(0).getAttribute('data-copy'),
    await numbers.nth(1).getAttribute('data-copy'),
  ]
  return { number: number ?? '', code: code ?? '', path: page.url() }
}

import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t from 'tap'
import { indexNames } from '../../src/near-matches/index-names.ts'
import { faultsOf, languages, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { openRegister } from '../helpers/register.ts'
import { actOn, fileAgainst, organization } from '../near-matches/near-debtors.ts'

/*
 * Somebody mistypes a name, finds nothing, is shown what is near and why, and searches for it by its button, without
 * scripts. SCREENSHOTS=FOLDER keeps what was seen.
 */
t.test('near matches by page', async (t) => {
  const register = await openRegister(t)
  const name = '绍兴恒泰纺织有限公司'
  const renamed = await fileAgainst(register, name)
  await fileAgainst(register, name)
  const parent = { name, identifier: organization('').identifier }
  await fileAgainst(register, organization(`${name}杭州分公司`, { parent }))
  await fileAgainst(register, '绍兴市恒泰纺织有限责任公司')
  await fileAgainst(register, '紹興恆泰紡織（集團）有限公司')
  await indexNames(register.deps)
  await fileAgainst(register, '恒泰纺织（绍兴）股份有限公司')
  const rename = {
    type: 'rename_party',
    role: 'debtor',
    index: 0,
    name: '绍兴新泰染整有限公司',
    changedOn: '2026-11-01',
  }
  await actOn(register, renamed, 'amendments', { changes: [rename] })

  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  const browser = await openBrowser(t)
  const session = await register.sessionOf('searcher')
  const { page } = await openReader(browser, origin, { language: 'zh-CN', width: 1280, session, scripts: false })

  const search = async (typed: string, by = 'organizationName') => {
    await page.goto(`/search?by=${by}`)
    await page.locator(by === 'organizationName' ? '#name' : '#value').fill(typed)
    await page.getByLabel('交易前').check()
    await page.getByRole('button', { name: '查询', exact: true }).click()
    return new URL(page.url()).pathname
  }
  const look = async (path: string, shown: string) => {
    for (const language of languages) {
      for (const width of widths) {
        const reader = await openReader(browser, origin, { language, width, session })
        await reader.page.goto(path)
        await keep(reader.page, `${shown}-${language}-${width}`)
        t.same(await faultsOf(reader.page), [], `${shown} in ${language} at ${width} px`)
        await reader.context.close()
      }
    }
  }

  const mistyped = await search('绍兴桓泰纺织有限公司')
  t.match(await page.locator('h1').textContent(), '没有查得在效登记')
  const near = page.locator('.near')
  t.match(await near.textContent(), '不在查询证明之内')
  const first = near.locator('tbody tr').first()
  t.match(await first.textContent(), new RegExp(`${name}.*形近字：“桓”与“恒”`, 's'))
  t.match(await near.textContent(), '恒泰纺织（绍兴）股份有限公司', 'also what is not indexed yet')
  t.match(await near.textContent(), '所查组织的分支机构')
  t.match(await near.textContent(), '繁体、简体或者异体字形')
  const certificate = await page.getByRole('link', { name: '取查询证明（PDF）' }).getAttribute('href')
  t.ok(certificate)
  await look(mistyped, 'near-matches')

  await first.getByRole('button', { name: '查询这一个' }).click()
  t.match(await page.locator('h1').textContent(), new RegExp(`以“${name}”为名称，共查得 \\d 项在效登记`))
  t.match(new URL(page.url()).pathname, /^\/searches\/\d{20}$/)
  t.equal(new URL(page.url()).search, '', 'no name in the address')
  t.notOk((await near.locator('tbody th').allTextContents()).includes(name), 'what was found is not near itself')
  await look(new URL(page.url()).pathname, 'found-and-near')

  const nothing = await search('株洲迅驰轨道装备有限公司')
  t.match(await near.textContent(), '没有近似的在效登记')
  await look(nothing, 'nothing-near')

  await search('ZY4O8-2025-O117', 'assetIdentifier')
  t.match(await near.textContent(), '形近的字母或者数字')
  await near.getByRole('button', { name: '查询这一个' }).first().click()
  t.match(await page.locator('h1').textContent(), '以财产标识')
  t.notMatch(await page.locator('h1').textContent(), '没有查得')

  await page.goto('/search?by=organizationIdentifier')
  await page.locator('#scheme').selectOption('uscc')
  await page.locator('#value').fill('91350100M000100Y43')
  await page.getByLabel('交易前').check()
  await page.getByRole('button', { name: '查询', exact: true }).click()
  t.equal(await near.count(), 0, 'a search by code has none')

  await register.sql(`delete from followers where name = 'index-names'`)
  await page.goto(mistyped)
  t.match(await near.textContent(), '现在算不出近似结果：不表示没有')
  await look(mistyped, 'unavailable')
  await register.sql(`insert into followers values ('index-names', 0)`)
  await register.sql('update register_head set last_sequence = 2000')
  await page.goto(mistyped)
  t.match(await near.textContent(), '最近的登记还没有全部编入近似索引')
})

async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import t from 'tap'
import { indexCollateralTexts } from '../../src/collateral-texts/index-collateral-texts.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { sandboxAccounts } from '../../src/sandbox/sandbox-people.ts'
import { purposes } from '../../src/search/search-query.ts'
import { digestOfIdentifierKey } from '../../src/search-records/asked-keys.ts'
import { followSearches } from '../../src/search-records/follow-searches.ts'
import { faultsOf, languages, openBrowser, openReader, widths } from '../helpers/browser.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import { beginDaysAgo, dayAgo, noonOf, searchThen } from '../search-records/recorded-searches.ts'

const lessor = sandboxAccounts[1]!

/*
 * An institution sees how often it was searched for; a registrar reads the searches and finds words in collateral. Each
 * page is looked at by axe in both languages, on a desk's screen and on a telephone's; SCREENSHOTS=FOLDER keeps it.
 */
t.test('who was searched for, who searched, and words in collateral', async (t) => {
  const register = await openRegister(t)
  await register.app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(register.app.server.address() as AddressInfo).port}`
  const browser = await openBrowser(t)
  const [clerk, registrar] = [await register.sessionOf('otherOperator'), await register.sessionOf('registrar')]
  await beginDaysAgo(register, 60)
  await searchesOfYears(register)
  await fileTexts(register)
  const byName = { by: 'organizationName', name: lessor.name, identifier: lessor.identifier! }
  const byNumber = { by: 'individualId', scheme: 'resident_id', value: '330602197509239924', purpose: 'dispute' }
  await searchThen(
    register,
    'operator',
    Array.from({ length: 52 }, () => byName),
    noonOf(dayAgo(20)),
  )
  await searchThen(register, 'searcher', [byNumber, byName], noonOf(dayAgo(10)))
  await followSearches(register.deps)
  await indexCollateralTexts(register.deps)

  for (const language of languages) {
    await t.test(language, async (t) => {
      const meet = async (page: Page, name: string) => {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 })
          const { SCREENSHOTS } = process.env
          const path = `${SCREENSHOTS}/who-${name.replace(/\W+/g, '-')}-${language}-${width}.png`
          if (SCREENSHOTS) await page.screenshot({ path, fullPage: true })
          t.same(await faultsOf(page), [], `${name} at ${width} px`)
        }
      }
      const { page: debtors } = await openReader(browser, origin, { language, width: 1280, session: clerk })
      await debtors.goto('/searches-about-me')
      await meet(debtors, 'searches about me')
      t.equal(await debtors.locator('svg[role=img] rect').count(), 13, 'a bar a month')

      const { page } = await openReader(browser, origin, { language, width: 1280, session: registrar })
      await page.goto('/registrar/searches')
      await meet(page, 'records, the form')
      await page.locator('#account').fill('bank-operator')
      await page.locator('form.list-filter button').click()
      await meet(page, 'records without a reason')
      await page.locator('#reason').fill('（2026）浙 01 民初 17 号')
      await page.locator('form.list-filter button').click()
      await meet(page, 'records')
      t.equal(await page.locator('table.facts tbody tr').count(), 50)
      await page.locator('.pages button').last().click()
      await meet(page, 'records, the second page')
      t.equal(await page.locator('table.facts tbody tr').count(), 2)
      t.notMatch(page.url(), /bank-operator/, 'whose searches are read stands in no address')
      await page.locator('#account').fill('')
      await page.locator('#debtorScheme').selectOption('resident_id')
      await page.locator('#debtorValue').fill(byNumber.value)
      await page.locator('form.list-filter button').click()
      await meet(page, 'records by debtor')
      t.equal(await page.locator('table.facts tbody tr').count(), 1)

      await page.goto('/collateral-search')
      await meet(page, 'collateral, the form')
      await page.locator('#text').fill('%_')
      await page.locator('form.list-filter button').click()
      await meet(page, 'collateral, nothing to look for')
      await page.locator('#text').fill('织机 越城区')
      await page.locator('form.list-filter button').click()
      await meet(page, 'collateral found')
      t.same(await page.locator('mark').allTextContents(), ['越城区', '织机', '织机', '织机', '越城区'])
      await page.locator('#text').fill('没有的东西')
      await page.locator('form.list-filter button').click()
      await meet(page, 'collateral, none')
      t.notMatch(page.url(), /%/, 'what is looked for stands in no address')
    })
  }
})

/** Two years of searches for the lessor, as the follower would have left them. */
async function searchesOfYears(register: TestRegister): Promise<void> {
  const { rows } = await register.sql('select identifier_key from accounts where name = $1', [lessor.name])
  await register.sql(
    `insert into searched_keys (key_digest, searched_at, search_number, account, purpose)
     select decode($1, 'hex'), day, lpad((row_number() over ())::text, 20, '0'),
       (array[$2, $3, $4]::bigint[])[1 + (nth % 3)],
       ($5::text[])[1 + (nth * nth % 4)]
     from generate_series(1, 25) month,
       lateral (select date_trunc('month', now()) - make_interval(months => month) + interval '12 hours' as day) d,
       generate_series(1, 3 + (month * 7919) % 41) nth`,
    [
      digestOfIdentifierKey(rows[0].identifier_key),
      register.people.operator.account,
      register.people.searcher.account,
      await thirdAccount(register),
      Object.keys(purposes),
    ],
  )
}

async function thirdAccount(register: TestRegister): Promise<number> {
  const { rows } = await register.sql(
    `insert into accounts (kind, name) values ('institution', '第三家银行') returning account`,
  )
  return Number(rows[0].account)
}

async function fileTexts(register: TestRegister): Promise<void> {
  for (const type of ['chattel_mortgage', 'factoring', 'finance_lease']) {
    const payload = formOf(type)!.example
    const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
    if (answer.statusCode !== 201) throw new Error(answer.body)
  }
}

import t from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { sandboxAccounts } from '../../src/sandbox/sandbox-people.ts'
import { followSearches } from '../../src/search-records/follow-searches.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import { type Body, beginDaysAgo, dayAgo, noonOf, searchThen, type Who } from './recorded-searches.ts'

const [bank, lessor, person] = sandboxAccounts as unknown as { name: string; identifier: Body }[]
const byCode = (of: { identifier: Body }) => ({ by: 'organizationIdentifier', ...of.identifier })
const byName = (name: string) => ({ by: 'organizationName', name })
const times = (count: number, query: Body) => Array.from({ length: count }, () => query)

async function about(register: TestRegister, who: Who): Promise<Body> {
  await followSearches(register.deps)
  const answer = await register.call(who, { url: '/api/v1/searches-about-me' })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

/** A month that is over, some forty days back, and the day in it. */
function pastMonth(): { month: string; at: string } {
  const day = dayAgo(45)
  return { month: day.slice(0, 7), at: noonOf(day) }
}

/** Searches by three accounts, so that they are not few: so many of each. */
async function byThree(register: TestRegister, query: Body, at: string, each = 2): Promise<void> {
  for (const who of ['searcher', 'operator', 'extra'] as Who[]) await searchThen(register, who, times(each, query), at)
}

/** One more institution with a person, since the searchers of a number must be three. */
async function openWithThird(t: Parameters<typeof openRegister>[0]): Promise<TestRegister> {
  const register = await openRegister(t)
  await beginDaysAgo(register, 100)
  const { rows } = await register.sql(
    `with a as (insert into accounts (kind, name) values ('institution', '第三家银行') returning account),
       u as (insert into users (account, login_name, display_name, role, password_hash)
         select account, 'third', '第三人', 'operator', 'x' from a returning user_id, account),
       k as (insert into api_keys (key_hash, user_id, label)
         select sha256('enc_test_key_of_extra'), user_id, 'test' from u)
     select user_id, account from u`,
  )
  const extra = { userId: Number(rows[0].user_id), account: Number(rows[0].account) }
  Object.assign(register.people, {
    extra: { ...extra, loginName: 'third', password: '', apiKey: 'enc_test_key_of_extra' },
  })
  return register
}

t.test('a debtor sees purpose and month, by number and by name', async (t) => {
  const register = await openWithThird(t)
  const { month, at } = pastMonth()
  // The lessor is asked for by code, by its name however it is written, and by both at once.
  await byThree(register, byCode(lessor!), at)
  await byThree(register, { ...byName(lessor!.name.replace('（', '(').replace('）', ')')), purpose: 'dispute' }, at, 3)
  await byThree(register, { ...byName(lessor!.name), identifier: lessor!.identifier, purpose: 'insolvency' }, at)
  await byThree(register, byCode(bank!), at)
  const { until, months } = await about(register, 'otherOperator')
  t.match(until, /^\d{4}-\d\d-\d\dT16:00:00\.000000Z$/)
  const found = months.find((each: Body) => each.month === month)
  t.same(found, {
    month,
    isOver: true,
    purposes: {
      before_transaction: { is: 'exactly', searches: 6 },
      during_transaction: { is: 'exactly', searches: 0 },
      after_transaction: { is: 'exactly', searches: 0 },
      insolvency: { is: 'exactly', searches: 6 },
      dispute: { is: 'exactly', searches: 9 },
      other_lawful: { is: 'exactly', searches: 0 },
    },
    total: { is: 'exactly', searches: 21 },
  })
  t.equal(months[0].isOver, false)
  const text = JSON.stringify(months)
  for (const who of ['searcher', 'operator'] as const) {
    const { account, userId, loginName } = register.people[who]
    for (const word of [loginName, `"account":${account}`, `"user":${userId}`]) t.notMatch(text, word)
  }
})

t.test('what few searched, what oneself, a court or the office searched', async (t) => {
  const register = await openWithThird(t)
  const { month, at } = pastMonth()
  const totalOf = async () =>
    (await about(register, 'otherOperator')).months.find((each: Body) => each.month === month).total
  await searchThen(register, 'otherOperator', times(9, byCode(lessor!)), at)
  await searchThen(register, 'court', times(9, byCode(lessor!)), at)
  await searchThen(register, 'registrar', times(9, byCode(lessor!)), at)
  t.same(await totalOf(), { is: 'exactly', searches: 0 })
  await register.sql(`update searches_followed set until = until - interval '90 days'`)
  await register.sql('delete from searched_keys')
  await searchThen(register, 'operator', times(50, byCode(lessor!)), at)
  t.same(await totalOf(), { is: 'few' }, 'many searches of one account are not told')
})

t.test('today is not counted, and the present month goes in steps of five', async (t) => {
  const register = await openWithThird(t)
  await byThree(register, byCode(lessor!), new Date().toISOString(), 5)
  const { months } = await about(register, 'otherOperator')
  t.same(
    months.map(({ total }: Body) => total.searches ?? 'few').filter((each: unknown) => each !== 0),
    [],
  )
})

t.test('an individual is counted by its number', async (t) => {
  const register = await openWithThird(t)
  const { month, at } = pastMonth()
  const query = { by: 'individualId', ...person!.identifier }
  for (const who of ['operator', 'otherOperator', 'extra'] as Who[])
    await searchThen(register, who, times(2, query), at)
  const { months } = await about(register, 'searcher')
  t.same(months.find((each: Body) => each.month === month).total, { is: 'exactly', searches: 6 })
})

t.test('a name under which the number is registered counts, unless others bear it', async (t) => {
  const register = await openWithThird(t)
  const { month, at } = pastMonth()
  const file = async (who: Who, name: string, identifier: Body) => {
    const example = formOf('finance_lease')!.example as Body
    const debtor = { ...example.debtors[0], kind: 'organization', name, identifier, representative: '何启明' }
    const { parent: _parent, owner: _owner, ...plain } = debtor
    const payload = { ...example, debtors: [plain] }
    const answer = await register.call(who, { method: 'POST', url: '/api/v1/registrations', payload })
    if (answer.statusCode !== 201) throw new Error(answer.body)
  }
  const other = { scheme: 'uscc', value: '91440300MA5EY03H2M' }
  await file('operator', '甬江旧名租赁有限公司', lessor!.identifier)
  await file('otherOperator', '自己登记的名称有限公司', lessor!.identifier)
  await file('operator', '他人的名称有限公司', lessor!.identifier)
  await file('operator', '他人的名称有限公司', other)
  await byThree(register, byName('甬江旧名租赁有限公司'), at)
  await byThree(register, byName('自己登记的名称有限公司'), at)
  await byThree(register, byName('他人的名称有限公司'), at)
  const { months } = await about(register, 'otherOperator')
  t.same(months.find((each: Body) => each.month === month).total, { is: 'exactly', searches: 6 })
})

t.test('who may see it', async (t) => {
  const register = await openRegister(t)
  const url = '/api/v1/searches-about-me'
  for (const who of ['operator', 'administrator', 'searcher'] as const)
    t.equal((await register.call(who, { url })).statusCode, 200, who)
  for (const who of ['registrar', 'court'] as const) t.equal((await register.call(who, { url })).statusCode, 403, who)
  t.equal((await register.call(undefined, { url })).statusCode, 401)
  await register.sql('update accounts set identity_verified_at = null where account = $1', [
    register.people.searcher.account,
  ])
  await new Promise((resolve) => setTimeout(resolve, 5_500))
  const refused = await register.call('searcher', { url })
  t.match(refused.json(), { status: 403, code: 'identity_not_verified', detail: /登记机构/ })
  const cookies = { session: await register.sessionOf('searcher') }
  const page = await register.app.inject({ url: '/searches-about-me', cookies })
  t.equal(page.statusCode, 403)
  t.match(page.body, '怎样核验')
})

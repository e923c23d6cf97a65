import t, { type Test } from 'tap'
import { makeUscc } from '../../../src/parties/uscc.ts'
import { openRegister } from '../../helpers/register.ts'
import { hostile, openSession, partyFields, shown } from '../pages/page-session.ts'
import { hiddenOf, markup, type Registered, register, send, stands, toCheck, words } from './act-session.ts'

const organization = (name: string, serial: number) => ({
  kind: 'organization',
  name,
  identifier: { scheme: 'uscc', value: makeUscc(`91310000MB${String(serial).padStart(7, '0')}`) },
  address: { country: 'CN', line: '上海市' },
  representative: '王强',
})

/** The fields of a party that is one of several on its page. */
const within = (prefix: string, fields: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`${prefix}${name.replace(/^([^[]+)/, '[$1]')}`, value]),
  )

t.test('mergers, divisions, transfers of the asset and corrections by page', async (t) => {
  const at = await openRegister(t)
  const operator = await openSession(at, 'operator')
  const pathOf = (filed: Registered, change: string) => `/registrations/${filed.registrationNumber}/amend/${change}`
  const amend = async (filed: Registered, change: string, typed: Record<string, string>) => {
    const check = await toCheck(operator, pathOf(filed, change), typed)
    if (check.statusCode !== 200) throw new Error(`${change}: ${words(check).slice(0, 900)}`)
    const done = await send(operator, pathOf(filed, change), check, filed.modificationCode)
    return { check, done, page: await operator.get(`/registrations/${filed.registrationNumber}`) }
  }
  const refused = async (t: Test, filed: Registered, change: string, typed: Record<string, string>, field: string) => {
    const page = await toCheck(operator, pathOf(filed, change), typed)
    t.equal(page.statusCode, 422, `${change} ${JSON.stringify(typed).slice(0, 80)}`)
    t.match(page.body, `href="#${field}"`, `${change} at ${field}: ${words(page).slice(-700)}`)
    t.match(page.body, `id="${field}"`, 'the summary leads to a field that is there')
    return page
  }

  t.test('a merger: the successor stands for all, who are still found', async (t) => {
    const filed = await register(at)
    const before = (await stands(at, filed)).debtors[0]
    const into = partyFields(organization('合并以后有限公司', 11))
    await refused(t, filed, 'merge-parties', { ...into, changedOn: '2026-11-01' }, 'merged')
    const both = { 'chosen[debtor-0]': 'true', 'chosen[securedParty-0]': 'true' }
    await refused(t, filed, 'merge-parties', { ...into, ...both, changedOn: '2026-11-01' }, 'merged')
    const one = { ...into, 'chosen[debtor-0]': 'true' }
    await refused(t, filed, 'merge-parties', { ...one, changedOn: '2999-01-01' }, 'changedOn')
    await refused(t, filed, 'merge-parties', { 'chosen[debtor-0]': 'true', changedOn: '2026-11-01' }, 'name')
    const { check, done, page } = await amend(filed, 'merge-parties', { ...one, changedOn: '2026-11-01' })
    t.match(words(check), before.name)
    t.match(words(done), '变更完成')
    t.match(words(page), /合并以后有限公司.*何时起 自第 \d+ 号登记起/)
    const now = await stands(at, filed)
    t.match(now.debtors, [{ name: '合并以后有限公司' }])
    t.match(now.formerParties, [{ party: { name: before.name }, changedOn: '2026-11-01' }])
  })

  t.test('a division: several successors, one more when asked', async (t) => {
    const filed = await register(at)
    const typed = {
      member: 'debtor-0',
      changedOn: '2026-11-01',
      ...within('into[0]', partyFields(organization('分立一公司', 21))),
    }
    await refused(t, filed, 'divide-party', typed, 'into-1-name')
    const form = await operator.get(pathOf(filed, 'divide-party'))
    t.notMatch(form.body, 'name="into[2][name]"')
    const two = { ...typed, ...within('into[1]', partyFields(organization(hostile, 22))) }
    const more = await operator.post(pathOf(filed, 'divide-party'), { ...hiddenOf(form), ...two, step: 'more' })
    t.equal(more.statusCode, 200)
    t.match(more.body, 'name="into[2][name]"')
    t.equal(shown(more, 'into[0][name]'), '分立一公司', 'what was typed stays')
    t.notMatch(more.body, '<script>alert')
    const wrong = { ...two, 'into[1][identifier][value]': '91320500MA1FL00231' }
    await refused(t, filed, 'divide-party', wrong, 'into-1-identifier-value')
    const { done } = await amend(filed, 'divide-party', { ...two, 'into[1][name]': '分立二公司' })
    t.match(words(done), '变更完成')
    t.match((await stands(at, filed)).debtors, [{ name: '分立一公司' }, { name: '分立二公司' }])
  })

  t.test('the asset went to another owner, who joins the debtors', async (t) => {
    const filed = await register(at)
    const seller = (await stands(at, filed)).debtors[0].name
    const to = { member: '0', ...partyFields(organization('买受设备有限公司', 31)) }
    await refused(t, filed, 'transfer-asset', { ...to }, 'transferredOn')
    const form = await operator.get(pathOf(filed, 'transfer-asset'))
    const [, box] = /name="(chosen\[i[0-9a-f]+\])"/.exec(form.body)!
    const { check, page } = await amend(filed, 'transfer-asset', {
      ...to,
      transferredOn: '2026-11-01',
      [box!]: 'true',
    })
    t.match(words(check), /共 1 项/)
    t.match(words(page), `2026年11月1日受让自${seller}`)
    t.equal((await stands(at, filed)).debtors.length, 2, 'the old owner stays')
  })

  t.test('corrections begin with what was filed', async (t) => {
    const filed = await register(at)
    const links = [
      ...markup(await operator.get(pathOf(filed, 'correction'))).matchAll(
        /href="\/registrations\/\d+\/amend\/(correction\/[^"]+)"/g,
      ),
    ].map(([, path]) => path!)
    t.ok(links.length >= 5)
    for (const link of links) t.equal((await operator.get(pathOf(filed, link))).statusCode, 200, link)

    const description = links.find((each) => each.startsWith('correction/description'))!
    const words1 = await operator.get(pathOf(filed, description))
    const same = { description: shown(words1, 'description') ?? '' }
    if (same.description) await refused(t, filed, description, same, 'description')
    await refused(t, filed, description, { description: ' ' }, 'description')
    const corrected = await amend(filed, description, { description: '更正后的描述', statement: '原描述有误' })
    t.match(words(corrected.check), /现在登记的.*更正后的描述.*原描述有误/)
    t.match(words(corrected.page), '这一部分更正过')

    const item = links.find((each) => each.startsWith('correction/item'))!
    const form = await operator.get(pathOf(filed, item))
    const columns = [...form.body.matchAll(/name="(is\[\w+\])"/g)].map(([, name]) => name!)
    const typed = Object.fromEntries(columns.map((name) => [name, shown(form, name) ?? '']))
    t.match(Object.values(typed).join(), /\w/, 'the item stands there as it was filed')
    await refused(t, filed, item, typed, 'item')
    await refused(t, filed, item, { ...typed, 'is[quantity]': '两台' }, 'is-quantity')
    await amend(filed, item, { ...typed, 'is[serialNumber]': 'RIGHT-1' })
    t.match((await stands(at, filed)).collateral[0].items, [{ serialNumber: 'RIGHT-1' }])

    const terms = await operator.get(pathOf(filed, 'correction/terms'))
    const amounts = {
      'securedAmount[amount]': shown(terms, 'securedAmount[amount]') ?? '',
      'securedAmount[currency]': 'CNY',
      scope: shown(terms, 'scope') ?? '',
    }
    const rest = Object.fromEntries(
      [...terms.body.matchAll(/name="(contracts\[\d+\]\[\w+\])"/g)].map(([, name]) => [
        name!,
        shown(terms, name!) ?? '',
      ]),
    )
    const { page } = await amend(filed, 'correction/terms', {
      ...amounts,
      ...rest,
      'securedAmount[amount]': '7,654,321.00',
      statement: hostile,
    })
    t.match(words(page), 'CNY 7,654,321.00')
    t.match(words(page), '主债权金额的变更')
    t.notMatch(page.body, '<script>alert')
    await refused(t, filed, 'correction/terms', { ...rest, 'securedAmount[amount]': '' }, 'securedAmount-amount')

    const party = await operator.get(pathOf(filed, 'correction/party?member=debtor-0'))
    t.equal(shown(party, 'name'), (await stands(at, filed)).debtors[0].name)
    const debtor = (await stands(at, filed)).debtors[0]
    const fields = { ...partyFields(debtor), member: 'debtor-0' }
    await refused(t, filed, 'correction/party?member=debtor-0', fields, 'name')
    await amend(filed, 'correction/party?member=debtor-0', { ...fields, name: '更正以后有限公司' })
    const now = await stands(at, filed)
    t.equal(now.debtors[0].name, '更正以后有限公司')
    t.match(now.formerParties, [{ party: { name: debtor.name } }], 'still found under what was filed')
    for (const nothing of ['correction/party', 'correction/item', 'correction/description']) {
      t.match(words(await operator.get(pathOf(filed, nothing))), '请先选择更正的内容')
      t.equal((await toCheck(operator, pathOf(filed, nothing), {})).statusCode, 422)
    }
  })
})

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

t.test('amendments by page', async (t) => {
  const at = await openRegister(t)
  const operator = await openSession(at, 'operator')
  const pathOf = (filed: Registered, change: string) => `/registrations/${filed.registrationNumber}/amend/${change}`
  const amend = async (filed: Registered, change: string, typed: Record<string, string>) => {
    const path = pathOf(filed, change)
    const check = await toCheck(operator, path, typed)
    const done = check.statusCode === 200 ? await send(operator, path, check, filed.modificationCode) : check
    return { check, done, page: await operator.get(`/registrations/${filed.registrationNumber}`) }
  }
  const refused = async (t: Test, filed: Registered, change: string, typed: Record<string, string>, field: string) => {
    const page = await toCheck(operator, pathOf(filed, change), typed)
    t.equal(page.statusCode, 422, `${change} ${JSON.stringify(typed).slice(0, 80)}`)
    t.match(page.body, `href="#${field}"`, `${change} at ${field}: ${words(page).slice(-400)}`)
    t.match(page.body, new RegExp(`id="${field}"`), 'the summary leads to a field that is there')
    t.notMatch(page.body, '<script>alert')
    return page
  }

  t.test('each kind of change has its page', async (t) => {
    const filed = await register(at)
    const choose = markup(await operator.get(`/registrations/${filed.registrationNumber}/amend`))
    const links = [...choose.matchAll(/href="(\/registrations\/\d+\/amend\/[a-z-]+)"/g)].map(([, path]) => path!)
    t.equal(links.length, 12)
    for (const link of links) t.equal((await operator.get(link)).statusCode, 200, link)
  })

  t.test('collateral is added and released', async (t) => {
    const filed = await register(at)
    const sheet = `名称\t出厂编号\t数量\t单位\r\n激光切割机\tLASER-77\t1\t台\r\n${hostile}\tLASER-78\t1\t台`
    await refused(t, filed, 'add-collateral', {}, 'description')
    const wrong = await refused(t, filed, 'add-collateral', { items: '名称\t数量\n激光切割机\t两' }, 'items')
    t.match(words(wrong), '第 2 行 数量')
    t.equal(shown(wrong, 'items'), '名称\t数量\n激光切割机\t两')
    const added = await amend(filed, 'add-collateral', { items: sheet, description: '二号厂房内的设备' })
    t.match(words(added.check), '共 2 项')
    t.match(words(added.check), '顺位自本次变更登记时起算')
    t.match(words(added.done), '变更完成')
    t.notMatch(added.check.body + added.page.body, '<script>alert')
    const now = await stands(at, filed)
    t.match(now.collateral[1], {
      description: '二号厂房内的设备',
      items: [{ serialNumber: 'LASER-77', quantity: 1 }, {}],
    })
    t.match(words(added.page), `起算，即第 ${now.collateral[1].ranksFrom.sequence} 号登记`)

    await refused(t, filed, 'release-collateral', {}, 'items')
    const form = await operator.get(pathOf(filed, 'release-collateral'))
    const boxes = [...form.body.matchAll(/name="(chosen\[i[0-9a-f]+\])"[^>]*><label[^>]*>([^<]*)/g)]
    t.equal(boxes.length, 3)
    const box = boxes.find(([, , label]) => label!.includes('LASER-77'))![1]!
    const released = await amend(filed, 'release-collateral', { [box]: 'true' })
    t.match(words(released.check), '解除后，明细还有 2 项')
    t.match(words(released.done), '变更完成')
    t.match(words(released.page), '已经解除的担保财产')
    t.same((await stands(at, filed)).released[0].items[0].serialNumber, 'LASER-77')
    const gone = await toCheck(operator, pathOf(filed, 'release-collateral'), { [box]: 'true' })
    t.equal(gone.statusCode, 422, 'what was released cannot be chosen again')
    const inWords = await amend(filed, 'release-collateral', { description: '附属刀具' })
    t.match(words(inWords.page), '附属刀具')
  })

  t.test('not all collateral can be released', async (t) => {
    const items = Array.from({ length: 201 }, (_, nth) => ({ name: '车床', serialNumber: `L-${nth}` }))
    const collateral = { leaseContractNumber: 'L-1', leaseForm: 'direct', items }
    const filed = await register(at, { collateral })
    const pasted = (rows: string[]) => ({ items: ['出厂编号', ...rows].join('\n') })
    await refused(t, filed, 'release-collateral', pasted(['NOBODY']), 'items')
    await refused(t, filed, 'release-collateral', pasted(items.map(({ serialNumber }) => serialNumber)), 'items')
    const { done } = await amend(filed, 'release-collateral', pasted(['L-3', 'L-200']))
    t.match(words(done), '变更完成')
    t.equal((await stands(at, filed)).collateral[0].items.length, 199)
  })

  t.test('collateral that is only described is released in words', async (t) => {
    const collateral = { leaseContractNumber: 'L-1', leaseForm: 'direct', description: '全部设备' }
    const filed = await register(at, { collateral })
    await refused(t, filed, 'release-collateral', {}, 'description')
    const { done, page } = await amend(filed, 'release-collateral', { description: '附属刀具' })
    t.match(words(done), '变更完成')
    t.match(words(page), '附属刀具')
  })

  t.test('debtors come and go', async (t) => {
    const filed = await register(at)
    const second = organization('后加入的承租人有限公司', 2)
    const wrong = partyFields({ ...second, identifier: { scheme: 'uscc', value: '91320500MA1FL00231' } })
    const page = await refused(t, filed, 'add-debtor', wrong, 'identifier-value')
    t.match(words(page), '第 18 位校验不符')
    t.equal(shown(page, 'name'), second.name)
    t.match(words((await amend(filed, 'add-debtor', partyFields(second))).page), second.name)
    await refused(t, filed, 'release-debtor', {}, 'member')
    await refused(t, filed, 'release-debtor', { member: '99' }, 'member')
    const individual = await operator.get(`${pathOf(filed, 'add-debtor')}?kind=individual`)
    t.match(words(individual), '证件号码')
    const ordinals = [
      ...(await operator.get(pathOf(filed, 'release-debtor'))).body.matchAll(/type="radio" value="(\d+)"/g),
    ]
    t.equal(ordinals.length, 2)
    const released = await amend(filed, 'release-debtor', { member: ordinals[0]![1]! })
    t.match(words(released.done), '变更完成')
    t.same(
      (await stands(at, filed)).debtors.map(({ name }: { name: string }) => name),
      [second.name],
    )
    await refused(t, filed, 'release-debtor', { member: ordinals[1]![1]! }, 'member')
  })

  t.test('parties change their names and numbers', async (t) => {
    const filed = await register(at)
    const before = (await stands(at, filed)).debtors[0]
    const member = 'debtor-0'
    await refused(t, filed, 'rename-party', { name: '新名称有限公司', changedOn: '2026-11-01' }, 'member')
    await refused(t, filed, 'rename-party', { member, changedOn: '2026-11-01' }, 'name')
    await refused(t, filed, 'rename-party', { member, name: '新名称有限公司' }, 'changedOn')
    await refused(t, filed, 'rename-party', { member, name: '新名称有限公司', changedOn: '2026-02-30' }, 'changedOn')
    await refused(
      t,
      filed,
      'rename-party',
      { member, 'identifier[value]': '1', changedOn: '2026-11-01' },
      'identifier-scheme',
    )
    const branch = await refused(
      t,
      filed,
      'rename-party',
      { member, name: '新名称分公司', changedOn: '2026-11-01' },
      'name',
    )
    t.match(words(branch), '所属法人')
    const number = { 'identifier[scheme]': 'uscc', 'identifier[value]': '91320500MA1FL00231' }
    await refused(t, filed, 'rename-party', { member, ...number, changedOn: '2026-11-01' }, 'identifier-value')
    const renamed = await amend(filed, 'rename-party', { member, name: '更名以后有限公司', changedOn: '2026年11月1日' })
    t.match(words(renamed.check), before.name)
    const now = await stands(at, filed)
    t.match(now, { debtors: [{ name: '更名以后有限公司' }], formerParties: [{ changedOn: '2026-11-01' }] })
    t.match(words(renamed.page), `${before.name} 曾用`)
  })

  t.test('a secured party transfers, the amount changes, a rank is noted', async (t) => {
    const filed = await register(at)
    const assignee = organization('受让担保权的公司', 3)
    await refused(
      t,
      filed,
      'transfer-secured-party',
      { member: '0', ...partyFields({ ...assignee, name: '' }) },
      'name',
    )
    const transferred = await amend(filed, 'transfer-secured-party', { member: '0', ...partyFields(assignee) })
    t.match(words(transferred.check), '原担保权人')
    t.equal((await stands(at, filed)).securedParties[0].name, assignee.name)

    await refused(t, filed, 'change-amount', { 'securedAmount[currency]': 'CNY' }, 'securedAmount-amount')
    await refused(t, filed, 'change-amount', { 'securedAmount[amount]': '一百万' }, 'securedAmount-amount')
    const amount = { 'securedAmount[amount]': '１５，０００，０００', 'securedAmount[currency]': 'CNY' }
    await refused(t, filed, 'change-amount', { ...amount, 'securedAmount[currency]': 'XQX' }, 'securedAmount-currency')
    const changed = await amend(filed, 'change-amount', amount)
    t.match(words(changed.check), 'CNY 12,800,000.00')
    t.match(words(changed.page), 'CNY 15,000,000')

    await refused(t, filed, 'rank-note', { text: ' ' }, 'text')
    await refused(t, filed, 'rank-note', { text: '长'.repeat(2_001) }, 'text')
    const noted = await amend(filed, 'rank-note', { text: hostile })
    t.match(words(noted.page), '顺位变更记载')
    t.match(markup(noted.page), hostile)
    t.notMatch(noted.page.body + noted.check.body + noted.done.body, '<script>alert')
    t.equal((await stands(at, filed)).rankNotes.length, 1)
  })

  t.test('a party that was chosen stays itself when others come between', async (t) => {
    const filed = await register(at)
    for (const serial of [11, 12])
      await amend(filed, 'add-debtor', partyFields(organization(`承租人第${serial}公司`, serial)))
    const path = pathOf(filed, 'release-debtor')
    const ordinals = [...(await operator.get(path)).body.matchAll(/type="radio" value="(\d+)"/g)].map(
      ([, each]) => each!,
    )
    const check = await toCheck(operator, path, { member: ordinals[1]! })
    await amend(filed, 'release-debtor', { member: ordinals[0]! })
    const told = await send(operator, path, check, filed.modificationCode)
    t.equal(told.statusCode, 409)
    t.match(told.body, new RegExp(`value="${ordinals[1]}" checked`))
    const anew = await operator.post(path, { ...hiddenOf(told), member: ordinals[1]!, step: 'check' })
    t.match(words(anew), '承租人第11公司')
    await send(operator, path, anew, filed.modificationCode)
    t.same(
      (await stands(at, filed)).debtors.map(({ name }: { name: string }) => name),
      ['承租人第12公司'],
    )
  })
})

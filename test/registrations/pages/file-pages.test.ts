import t from 'tap'
import { forms } from '../../../src/registrations/forms/forms.ts'
import { openRegister } from '../../helpers/register.ts'
import {
  begin,
  collateralTyped,
  decode,
  type Example,
  fill,
  filled,
  hostile,
  openSession,
  partyFields,
  shown,
} from './page-session.ts'

const lease = forms.find(({ securityType }) => securityType === 'finance_lease')!

t.test('filing by page', async (t) => {
  const register = await openRegister(t)
  const operator = await openSession(register, 'operator')
  const ready = (session = operator) => filled(session, lease)

  t.test('every security type is filed through the same pages', async (t) => {
    for (const form of forms) {
      const path = await begin(operator, form.securityType)
      await fill(operator, path, form)
      const check = await operator.get(`${path}/check`)
      t.equal(check.statusCode, 200)
      t.notMatch(check.body, /更正以下各处/, form.securityType)
      const done = await operator.post(`${path}/submit`, { declaration: 'true' })
      t.equal(done.statusCode, 200, form.securityType)
      const number = /data-copy="(\d{20})"/.exec(done.body)?.[1]
      t.match(done.body, /data-copy="[0-9A-F]{32}"/, form.securityType)

      const filed = await register.call('operator', { url: `/api/v1/registrations/${number}` })
      t.equal(filed.json().securityType, form.securityType)
      t.same(filed.json().securedAmount, { currency: 'CNY', amount: '1000000.50' })
      const { ranksFrom: _ranks, ...collateral } = filed.json().collateral[0]
      t.same(collateral, (form.example as unknown as Example).collateral, form.securityType)
      t.same(filed.json().debtors, form.example.debtors)
      t.equal(filed.json().securedParties[0].name, '东湖商业银行股份有限公司武汉分行', 'filled in beforehand')
    }
  })

  t.test('what is not registered here names its register, and an unknown type is asked again', async (t) => {
    const page = await operator.get('/file')
    t.match(decode(page.body), /机动车抵押/)
    for (const [securityType, said] of [
      ['motor_vehicle_mortgage', /车辆管理所/],
      ['', /请选择要登记的担保类型/],
      ['constructor', /请选择要登记的担保类型/],
    ] as const) {
      const answer = await operator.post('/file', { securityType })
      t.equal(answer.statusCode, 422)
      t.match(decode(answer.body), said)
    }
  })

  t.test('hostile text in every text field is kept as typed and shown harmlessly, on each page', async (t) => {
    const path = await begin(operator, 'finance_lease')
    const party = [
      'name',
      'identifier[value]',
      'address[line]',
      'address[division]',
      'representative',
      'share',
      'parent[name]',
      'parent[identifier][value]',
      'parent[address][line]',
      'parent[representative]',
      'owner[name]',
      'owner[identifier][value]',
      'owner[address][line]',
    ]
    const collateral = ['leaseContractNumber', 'leaseContractDate', 'description', 'items'].map(
      (name) => `collateral[${name}]`,
    )
    const amounts = ['collateral[rentTotal][amount]']
    const rows = ['name', 'model', 'quantity', 'unit', 'maker', 'serialNumber', 'vin', 'location'].map(
      (name) => `row[items][${name}]`,
    )
    const term = [
      'termMonths',
      'securedAmount[amount]',
      'ceiling[amount]',
      'scope',
      'purchaseMoney[deliveredOn]',
      'contracts[0][number]',
      'contracts[0][name]',
      'contracts[0][date]',
      'filerReference',
    ]
    const typed = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, hostile]))
    const pages = [
      [
        `${path}/parties/debtors/new`,
        await operator.post(`${path}/parties/debtors/new`, { kind: 'organization', ...typed(party) }),
        party,
        `${path}/parties/debtors/0`,
      ],
      [
        `${path}/collateral`,
        await operator.upload(`${path}/collateral`, typed([...collateral, ...amounts, ...rows])),
        [...collateral, ...amounts, ...rows],
        `${path}/collateral`,
      ],
      [`${path}/term`, await operator.post(`${path}/term`, typed(term)), term, `${path}/term`],
    ] as const
    for (const [url, answer, names, again] of pages) {
      t.equal(answer.statusCode, 422, url)
      t.match(answer.body, /govuk-error-summary/)
      for (const name of names) t.equal(shown(answer, name), hostile, `${url} ${name}`)
      const later = await operator.get(again)
      // A row in its inputs is of its page alone: it becomes a row of the form, or is put right.
      for (const name of names.filter((each) => !each.startsWith('row')))
        t.equal(shown(later, name), hostile, `${again} ${name} later`)
    }
    for (const url of [
      '',
      '/parties',
      '/parties?checked=1',
      '/parties/debtors/0?checked=1',
      '/parties/debtors/0/remove',
      '/collateral',
      '/collateral/items',
      '/term',
      '/check',
      '/delete',
    ]) {
      const { body, statusCode } = await operator.get(`${path}${url}`)
      t.ok(statusCode === 200 || statusCode === 303, url)
      t.notMatch(body, /<script>alert|drop table filings; -- &amp; /, url)
    }
    t.notMatch((await operator.get('/file')).body, /<script>alert/)
    const typedRow = Object.fromEntries(
      Object.entries(lease.example.collateral as object).filter(([name]) => name !== 'items'),
    )
    const filed = await ready()
    await operator.upload(`${filed}/collateral`, {
      ...collateralTyped(lease.fields, typedRow),
      'collateral[description]': hostile,
      'collateral[items]': `名称\n${hostile.replaceAll('"', '')}`,
    })
    const done = await operator.post(`${filed}/submit`, { declaration: 'true' })
    const number = /data-copy="(\d{20})"/.exec(done.body)?.[1]
    const { collateral: stored } = (await register.call('operator', { url: `/api/v1/registrations/${number}` })).json()
    t.equal(stored[0].description, hostile, 'and is filed as typed')
  })

  t.test('each error leads to its field, and the check page to each page', async (t) => {
    const path = await begin(operator, 'chattel_mortgage')
    const parties = await operator.post(`${path}/parties`, {})
    t.equal(parties.statusCode, 422)
    t.match(parties.body, /<a href="#debtors">请至少添加一个抵押人<\/a>/)
    const party = await operator.post(`${path}/parties/debtors/new`, {
      kind: 'organization',
      'identifier[scheme]': 'uscc',
      'identifier[value]': '91350100M000100Y44',
    })
    t.match(party.body, /<a href="#identifier-value">统一社会信用代码第 18 位校验不符/)
    for (const [, id] of party.body.matchAll(/<li><a href="#([^"]+)">/g))
      t.ok(party.body.includes(`id="${id}"`), `#${id}`)
    const check = await operator.get(`${path}/check`)
    const links = [...check.body.matchAll(/<li><a href="([^"]+)">/g)].map(([, href]) => decode(href!))
    t.ok(links.some((href) => href.startsWith(`${path}/parties/debtors/0`)))
    t.ok(links.includes(`${path}/collateral?checked=1#collateral-assetClass`))
    t.ok(links.includes(`${path}/term?checked=1#termMonths`))
    for (const href of new Set(links)) {
      const answer = await operator.get(href.split('#')[0]!)
      t.equal(answer.statusCode, 200, href)
      t.match(answer.body, /govuk-error-summary/, 'the error is shown there')
    }
    t.notMatch(check.body, /name="declaration"/, 'nothing to submit yet')
    const submitted = await operator.post(`${path}/submit`, { declaration: 'true' })
    t.equal(submitted.statusCode, 422)
    t.match(submitted.body, /更正以下各处后才能提交/)
  })

  t.test('parties: the same page twice adds one, and removes one', async (t) => {
    const path = await begin(operator, 'chattel_mortgage')
    const page = await operator.get(`${path}/parties/debtors/new?kind=organization`)
    const id = shown(page, 'id') ?? /name="id" value="([0-9a-f]+)"/.exec(page.body)![1]!
    const [first] = (lease.example as unknown as Example).debtors
    const fields = { ...partyFields(first!), id }
    const sent = await Promise.all([1, 2].map(() => operator.post(`${path}/parties/debtors/new`, fields)))
    t.same(
      sent.map(({ statusCode }) => statusCode),
      [303, 303],
    )
    t.equal([...(await operator.get(`${path}/parties`)).body.matchAll(/id="debtors-\d+"/g)].length, 1)
    await operator.post(`${path}/parties/debtors/new`, { ...partyFields(first!), name: '另一家厂' })
    await Promise.all([1, 2].map(() => operator.post(`${path}/parties/debtors/0/remove`, { id })))
    const left = await operator.get(`${path}/parties`)
    t.match(left.body, /另一家厂/)
    t.notMatch(left.body, `<strong>${first!.name!}</strong>`, 'though a note may name it')
  })

  t.test('unfinished entries are found again and deleted', async (t) => {
    const session = await openSession(register, 'administrator')
    const path = await ready(session)
    const list = await session.get('/file')
    t.ok(list.body.includes(`href="${path}"`.replaceAll('/', '/')))
    t.match(list.body, /苏州恒锐精密机械有限公司/)
    t.equal((await session.get(path)).headers.location, `${path}/check`, 'it goes on where it is not finished')
    t.equal((await session.get(await begin(session, 'other'))).headers.location?.toString().endsWith('/parties'), true)
    t.equal((await session.post(`${path}/delete`, {})).statusCode, 303)
    t.equal((await session.get(`${path}/check`)).statusCode, 404)
  })
})

import t from 'tap'
import { indexNames } from '../../src/near-matches/index-names.ts'
import { openRegister } from '../helpers/register.ts'
import { actOn, type Body, fileAgainst, nearNames, organization, searchFor } from './near-debtors.ts'

t.test('near matches beside a search', async (t) => {
  const register = await openRegister(t)
  const debtor = organization('绍兴恒泰纺织有限公司')
  const filed = await fileAgainst(register, debtor)
  await fileAgainst(register, '绍兴恒泰纺织有限公司'.replace('绍兴', '杭州'))

  const shown = async (t: Tap, when: string) => {
    const answer = (await searchFor(register, { name: '绍兴桓泰纺织有限公司' })).json()
    t.same(answer.matches, [], when)
    t.equal(answer.nearMatchesState, 'computed', when)
    const [first] = answer.nearMatches
    t.match(
      first,
      {
        by: 'organizationName',
        name: debtor.name,
        identifier: debtor.identifier,
        inEffect: 1,
        foundAs: ['current'],
        reasons: [{ code: 'look_alike_character', searched: '桓', registered: '恒', message: '形近字：“桓”与“恒”' }],
      },
      when,
    )
    t.equal(answer.links.nearMatches, `/api/v1/searches/${answer.searchNumber}/near-matches`)
    return answer
  }
  type Tap = typeof t

  await t.test('right after its filing, and when it is indexed', async (t) => {
    await shown(t, 'not indexed yet')
    await indexNames(register.deps)
    await shown(t, 'indexed')
    const { rows } = await register.sql('select name from debtor_names order by name')
    t.same(
      rows.map(({ name }) => name),
      ['杭州恒泰纺织有限公司', '绍兴恒泰纺织有限公司'],
    )
  })

  await t.test('in the language of the request', async (t) => {
    const answer = await searchFor(register, { name: '绍兴桓泰纺织有限公司' }, { 'accept-language': 'en' })
    t.equal(answer.json().nearMatches[0].reasons[0].message, 'Look-alike character: “桓” and “恒”')
  })

  await t.test('when they are computed is for the searcher to say, and no part of what is recorded', async (t) => {
    const exact = { name: debtor.name }
    const states: [Body, string, number][] = [
      [exact, 'not_asked', 0],
      [{ ...exact, nearMatches: 'always' }, 'computed', 1],
      [{ name: '绍兴桓泰纺织有限公司', nearMatches: 'never' }, 'not_asked', 0],
      [{ name: '绍兴桓泰纺织有限公司', nearMatches: 'when_nothing_found' }, 'computed', 2],
      [{ by: 'organizationIdentifier', scheme: 'uscc', value: '91350100M000100Y43' }, 'not_asked', 0],
      [{ by: 'individualId', scheme: 'resident_id', value: '11010519491231002X' }, 'not_asked', 0],
      [{ by: 'registrationNumber', value: filed.registrationNumber, nearMatches: 'always' }, 'not_asked', 0],
    ]
    for (const [query, state, count] of states) {
      const answer = (await searchFor(register, query)).json()
      t.equal(answer.nearMatchesState, state, JSON.stringify(query))
      t.equal(answer.nearMatches.length, count, JSON.stringify(query))
      t.notHas(answer.query, { nearMatches: /./ })
    }
    const wrong = await searchFor(register, { ...exact, nearMatches: 'sometimes' })
    t.equal(wrong.statusCode, 422)
  })

  await t.test('the same name is not near itself', async (t) => {
    t.same(await nearNames(register, debtor.name, { nearMatches: 'always' }), ['杭州恒泰纺织有限公司'])
  })

  await t.test('a search of an earlier moment has none', async (t) => {
    const first = (await searchFor(register, { name: '绍兴桓泰纺织有限公司' })).json()
    const again = (await searchFor(register, { name: '绍兴桓泰纺织有限公司', asOf: { time: first.asOf.time } })).json()
    t.equal(again.nearMatchesState, 'not_asked')
    t.same(again.nearMatches, [])
  })

  await t.test('beside an own search afterwards, as of now; nobody else’s', async (t) => {
    const made = (await searchFor(register, { name: '宁波晟昌机械有限公司' })).json()
    t.same(made.nearMatches, [])
    const later = await fileAgainst(register, '宁波晟昌机械有限责任公司')
    const url = `/api/v1/searches/${made.searchNumber}/near-matches`
    const now = (await register.call('searcher', { method: 'GET', url })).json()
    t.match(now, {
      searchNumber: made.searchNumber,
      nearMatchesState: 'computed',
      nearMatches: [{ name: '宁波晟昌机械有限责任公司', reasons: [{ code: 'organization_form' }] }],
    })
    t.ok(now.asOf.sequence >= later.sequence)
    const again = (await register.call('searcher', { method: 'GET', url: made.links.self })).json()
    t.match(again, { nearMatchesState: 'not_asked', nearMatches: [] }, 'the search itself says the same forever')
    for (const who of ['operator', undefined] as const) {
      const other = await register.call(who, { method: 'GET', url })
      t.equal(other.statusCode, who ? 404 : 401)
    }
  })
})

t.test('only what is in effect is shown', async (t) => {
  const register = await openRegister(t)
  const name = '台州沐川阀门有限公司'
  const near = () => nearNames(register, '台州沭川阀门有限公司')
  const filed = await fileAgainst(register, name)
  t.same(await near(), [name])
  await actOn(register, filed, 'discharges', { reason: 'debt_extinguished' })
  t.same(await near(), [], 'discharged, not indexed')
  await indexNames(register.deps)
  t.same(await near(), [], 'discharged, indexed')
  const second = await fileAgainst(register, name)
  t.same(await near(), [name], 'the name comes back with its next registration')
  await register.sql(`update registrations set expires_on = '2020-01-01' where registration = $1`, [second.sequence])
  t.same(await near(), [], 'expired')
})

t.test('former names, parents, persons', async (t) => {
  const register = await openRegister(t)
  for (const indexed of [false, true]) {
    const word = indexed ? '乾' : '坤'
    const filed = await fileAgainst(register, `衢州${word}元轴承有限公司`)
    if (indexed) await indexNames(register.deps)
    await actOn(register, filed, 'amendments', {
      changes: [
        { type: 'rename_party', role: 'debtor', index: 0, name: `衢州${word}新传动有限公司`, changedOn: '2026-11-01' },
      ],
    })
    if (indexed) await indexNames(register.deps)
    const former = (await searchFor(register, { name: `衢州${word}元轴承有限责任公司` })).json()
    t.match(former.nearMatches, [{ name: `衢州${word}元轴承有限公司`, foundAs: ['former'], inEffect: 1 }])
    const current = (await searchFor(register, { name: `衢州${word}新传动有限责任公司` })).json()
    t.match(current.nearMatches, [{ name: `衢州${word}新传动有限公司`, foundAs: ['current'] }])

    const parent = { name: `丽水${word}方塑胶有限公司`, identifier: organization('').identifier }
    await fileAgainst(register, organization(`丽水${word}方塑胶有限公司温州分公司`, { parent }))
    if (indexed) await indexNames(register.deps)
    const ofParent = (await searchFor(register, { name: `丽水${word}方塑胶公司` })).json()
    t.match(ofParent.nearMatches, [
      { name: parent.name, foundAs: ['parent'], identifier: parent.identifier },
      { name: `${parent.name}温州分公司`, foundAs: ['current'] },
    ])
    const ofBranch = (await searchFor(register, { name: `${parent.name}杭州分公司` })).json()
    const codes = ofBranch.nearMatches.map(({ reasons }: Body) => reasons.map(({ code }: Body) => code))
    t.same(codes.slice(0, 2), [['parent_of_searched'], ['other_branch']])

    const owner = { name: `欧阳${word}山`, identifier: { scheme: 'resident_id', value: '11010519491231002X' } }
    await fileAgainst(register, organization(undefined, { owner }))
    if (indexed) await indexNames(register.deps)
    t.same(await nearNames(register, `欧阳${word}川`), [], 'a person’s name is near nobody’s')
    const exact = (await searchFor(register, { name: owner.name })).json()
    t.equal(exact.matches.length, 1, 'and found exactly')
  }
})

t.test('asset identifiers', async (t) => {
  const register = await openRegister(t)
  const collateral = (serialNumber: string) => ({
    collateral: {
      assetClass: 'production_equipment',
      description: '机床一台',
      items: [{ name: '数控机床', serialNumber }],
    },
  })
  const numbers = [
    ['1HGCM82633A004352', '1HGCM82633AOO4352'],
    ['SAJWA4FB0DL512345', 'SAJWA4FB0DLS12345'],
    ['B8-I1-O0-Z2-S5-G6', '88-11-00-22-55-66'],
  ]
  for (const [registered] of numbers) await fileAgainst(register, '嘉兴某机械有限公司', collateral(registered!))
  for (const indexed of [false, true]) {
    if (indexed) await indexNames(register.deps)
    for (const [registered, searched] of numbers) {
      const answer = (await searchFor(register, { by: 'assetIdentifier', value: searched })).json()
      t.same(answer.matches, [], searched!)
      t.match(answer, {
        nearMatchesState: 'computed',
        nearMatches: [
          {
            by: 'assetIdentifier',
            value: registered!.replaceAll('-', ''),
            inEffect: 1,
            reasons: [{ code: 'look_alike_identifier' }],
          },
        ],
      })
      const exact = (await searchFor(register, { by: 'assetIdentifier', value: registered })).json()
      t.match(exact, { nearMatchesState: 'not_asked', nearMatches: [] })
      t.equal(exact.matches.length, 1)
    }
  }
  const other = (await searchFor(register, { by: 'assetIdentifier', value: '1HGCM82633A004353' })).json()
  t.same(other.nearMatches, [], 'another number is another number')
})

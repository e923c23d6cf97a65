import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { checkCollateralTexts, emptyCollateralTexts } from '../../src/collateral-texts/check-collateral-texts.ts'
import { descriptionsOf, followedTo } from '../../src/collateral-texts/descriptions-of.ts'
import { indexCollateralTexts } from '../../src/collateral-texts/index-collateral-texts.ts'
import { createPool } from '../../src/platform/database.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { uploadJudgment } from '../attachments/judgment.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import { RandomActs } from '../registrations/random-acts.ts'

type Body = Record<string, any>

async function post(register: TestRegister, url: string, payload: Body): Promise<Body> {
  const answer = await register.call('operator', { method: 'POST', url, payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

const file = (register: TestRegister, type: string, collateral: Body = {}) => {
  const example = formOf(type)!.example as Body
  return post(register, '/api/v1/registrations', {
    ...example,
    collateral: { ...example.collateral, ...collateral },
  })
}

async function rowsOf(register: TestRegister): Promise<Body[]> {
  const { rows } = await register.sql(
    `select registration::int, from_sequence::int as from, until_sequence::int as until, descriptions, items
     from collateral_texts order by registration, from_sequence`,
  )
  return rows
}

async function differencesOf(register: TestRegister): Promise<Body[]> {
  const found: Body[] = []
  await checkCollateralTexts(register.deps.pool, (each) => found.push(each))
  return found
}

t.test('a row for each time in which the collateral was the same', async (t) => {
  const register = await openRegister(t)
  const items = [
    { name: '龙门吊', model: 'MG-50', maker: '越岭机械', location: '一号码头', serialNumber: 'S-1', quantity: 2 },
    { name: '龙门吊', model: 'MG-50', maker: '越岭机械', location: '一号码头', serialNumber: 'S-2' },
    { name: '叉车' },
  ]
  const filed = await file(register, 'chattel_mortgage', { description: '码头设备', items })
  const receivables = await file(register, 'receivables_pledge', { description: '全部货款' })
  const documents = await file(register, 'document_pledge')
  const at = `/api/v1/registrations/${filed.registrationNumber}`
  const amend = (changes: Body[]) =>
    post(register, `${at}/amendments`, { modificationCode: filed.modificationCode, declaration: true, changes })
  await amend([{ type: 'add_collateral', description: '堆场设备', items: [{ name: '正面吊', model: 'RS-45' }] }])
  await amend([{ type: 'rank_note', text: '次序变更' }]).catch(() => {})
  await post(register, `${at}/renewals`, {
    modificationCode: filed.modificationCode,
    declaration: true,
    additionalMonths: 1,
  })
  await amend([{ type: 'release_collateral', items: [{ name: '叉车' }] }])

  await indexCollateralTexts(register.deps)
  const crane = '龙门吊 · MG-50 · 越岭机械 · 一号码头'
  const { rows } = await register.sql(`select max(sequence)::int as last from filings`)
  const last = rows[0].last
  t.same(await rowsOf(register), [
    { registration: 1, from: 1, until: 4, descriptions: ['码头设备'], items: [crane, '叉车'] },
    {
      registration: 1,
      from: 4,
      until: last,
      descriptions: ['码头设备', '堆场设备'],
      items: [crane, '叉车', '正面吊 · RS-45'],
    },
    {
      registration: 1,
      from: last,
      until: null,
      descriptions: ['码头设备', '堆场设备'],
      items: [crane, '正面吊 · RS-45'],
    },
    { registration: 2, from: 2, until: null, descriptions: ['全部货款'], items: ['2026 年第三季度污水处理服务费'] },
    {
      registration: 3,
      from: 3,
      until: null,
      descriptions: [],
      items: ['电子仓单 · 进口大豆，国标三级，散装 · 青岛市黄岛区前湾港路 18 号 5 号筒仓'],
    },
  ])
  t.ok(receivables && documents)
  t.same(await differencesOf(register), [])
  t.same(await followedTo(register.deps.pool), { sequence: last, head: last })

  const then = await descriptionsOf(register.deps.pool, [1, 2, 99], 3)
  t.match(
    [...then.values()],
    [
      { registration: 1, fromSequence: 1, untilSequence: 4, descriptions: ['码头设备'] },
      { registration: 2, fromSequence: 2, untilSequence: null },
    ],
  )
  t.same((await descriptionsOf(register.deps.pool, [1], last)).get(1)!.untilSequence, null)
})

t.test('whoever runs beside whom and is killed when, the index is as the filings say', async (t) => {
  const register = await openRegister(t)
  await uploadJudgment(register)
  const pools = [1, 2].map(() =>
    createPool(register.database.url, { role: 'registry_app', applicationName: 'beside', max: 2, onError: () => {} }),
  )
  t.teardown(() => Promise.all(pools.map((pool) => pool.end())))
  const acts = new RandomActs(async (who, url, payload) => {
    const answer = await register.call(who, { method: 'POST', url, ...(payload && { payload }) })
    return answer.json()
  }, 'collateral texts')
  let killed = 0
  const filing = (async () => {
    for (let at = 0; at < 150; at += 1) await acts.next()
  })()
  let done = false
  const killing = (async () => {
    while (!done) {
      await setTimeout(15)
      const { rows } = await register.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'beside' and state <> 'idle' and datname = current_database()`,
      )
      killed += rows.length
    }
  })()
  const following = pools.map(async (pool) => {
    while (!done) {
      await indexCollateralTexts({ pool }).catch(() => {})
      await setTimeout(1)
    }
  })
  await filing
  done = true
  await Promise.all([killing, ...following])
  await indexCollateralTexts(register.deps)
  t.comment(`${killed} killed`)
  t.same(await differencesOf(register), [])
  const { sequence, head } = await followedTo(register.deps.pool)
  t.equal(sequence, head)
  t.ok(
    (await rowsOf(register)).some(({ until }) => until !== null),
    'collateral changed',
  )

  for (const statement of [
    `update collateral_texts set folded = folded || 'x' where registration = 1 and from_sequence = 1`,
    `update collateral_texts set until_sequence = null where until_sequence is not null`,
    `delete from collateral_texts where registration = 1 and from_sequence = 1`,
    `insert into collateral_texts select registration, 9999, null, descriptions, items, folded, terms
       from collateral_texts where registration = 1 limit 1`,
    `update collateral_texts set terms = '{}' where registration = 1 and from_sequence = 1`,
  ]) {
    await register.sql('create table if not exists kept as select * from collateral_texts')
    await register.sql(statement)
    t.ok((await differencesOf(register)).length > 0, statement)
    await register.sql('delete from collateral_texts; insert into collateral_texts select * from kept')
  }
  t.same(await differencesOf(register), [])

  const before = await rowsOf(register)
  const owner = createPool(register.database.url, {
    role: 'registry_owner',
    applicationName: 'owner',
    max: 1,
    onError: () => {},
  })
  await emptyCollateralTexts(owner)
  await owner.end()
  t.same(await rowsOf(register), [])
  t.match(await followedTo(register.deps.pool), { sequence: 0 })
  await indexCollateralTexts(register.deps)
  t.same(await rowsOf(register), before, 'emptied, it is filled anew')
})

import t from 'tap'
import { indexNames } from '../../src/near-matches/index-names.ts'
import { beijingDate } from '../../src/platform/clock.ts'
import { proposeDestruction } from '../../src/retention/propose-destruction.ts'
import { age, openAged, tablesWith } from '../retention/aged-register.ts'
import { organization, searchFor } from './near-debtors.ts'

t.test('a name goes out of the index with the last registration that had it', async (t) => {
  const { register, file, act, waiting, approve } = await openAged(t)
  const [gone, kept] = ['衢江澄溪印染有限公司', '衢江澄溪纸业有限公司']
  const leases = [gone, kept].map((name, at) => ({ debtors: [organization(name)], filerReference: `L-${at}` }))
  const ended = await Promise.all(leases.map((each) => file(each)))
  for (const each of ended) await act(each, 'discharges', { reason: 'debt_extinguished' })
  await indexNames(register.deps)
  await age(register, 16)
  await file({ debtors: [organization(kept)] })
  await indexNames(register.deps)
  t.ok((await tablesWith(register, gone!)).includes('debtor_names'))
  const { rows: numbers } = await register.sql('select count(*)::int as n from asset_numbers')
  t.ok(numbers[0].n > 0)

  await proposeDestruction(register.deps.pool, beijingDate(register.deps.clock.nowMicroseconds()))
  for (const decision of (await waiting()).values())
    for (const who of ['registrar', 'secondRegistrar'] as const) await approve(who, decision)
  t.same(await tablesWith(register, gone!), [], 'no table holds it')
  t.same(
    (await register.sql('select name from debtor_names')).rows.map(({ name }) => name),
    [kept],
    'the other is in another registration',
  )
  t.equal((await register.sql('select count(*)::int as n from asset_numbers')).rows[0].n, numbers[0].n)
  const near = (await searchFor(register, { name: '衢江澄溪纸业有限责任公司' })).json()
  t.match(near, { nearMatchesState: 'computed', nearMatches: [{ name: kept, inEffect: 1 }] })
  await indexNames(register.deps)
  await register.sql(`update followers set sequence = 0 where name = 'index-names'`)
  await indexNames(register.deps)
  t.same(await tablesWith(register, gone!), [], 'nor does it come back when the index is built anew')
})

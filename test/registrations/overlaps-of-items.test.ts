import t from 'tap'
import { makeResidentId } from '../../src/parties/resident-id.ts'
import { forms } from '../../src/registrations/forms/forms.ts'
import { overlapsOfItems } from '../../src/registrations/overlaps-of-items.ts'
import { item, openChecked } from '../overlap-checks/checked-register.ts'
import { decode, filled, openSession } from './pages/page-session.ts'

t.test('what is registered of the assets of a form', async (t) => {
  const { register, file, act } = await openChecked(t)
  const { account } = register.people.operator
  const of = (items: object[], more: object = {}) =>
    overlapsOfItems(
      register.deps.pool,
      { securityType: 'finance_lease', collateral: { items, ...more } as never },
      account,
    )
  const [one, two] = [
    await file({ items: [item('M-1')] }),
    await file({ items: [item('m 1')] }, { who: 'otherOperator' }),
  ]
  const ended = await file({ items: [item('M-2')], leaseContractNumber: 'M-3' })
  await act(ended, 'discharges', { reason: 'debt_extinguished' })

  t.test('each number with the registrations in effect that list it as the same kind', async (t) => {
    const { overlaps, count } = await of([item('M-1'), item('M-2'), item('M-9')], { leaseContractNumber: 'M1' })
    t.equal(count, 1)
    t.match(overlaps, [{ identifier: 'M1', kind: 'serial_number', more: false }])
    t.same(
      overlaps[0]!.registrations.map(({ registrationNumber, yours }) => [registrationNumber, yours]),
      [
        [one.registrationNumber, true],
        [two.registrationNumber, false],
      ],
    )
    t.same(await of([]), { overlaps: [], count: 0 })
  })

  t.test('of very many numbers all are compared and the first are told', async (t) => {
    const numbers = Array.from({ length: 40 }, (_, at) => item(`N-${at}`))
    for (let made = 0; made < 6; made += 1) await file({ items: numbers })
    const { overlaps, count } = await of([...numbers, item('M-1')])
    t.equal(count, 41)
    t.equal(overlaps.length, 20)
    t.equal(overlaps[0]!.registrations.length, 5)
    t.equal(overlaps[0]!.more, true)
  })

  t.test('the check before filing tells them, and looks at nothing that does not fit', async (t) => {
    const { example } = forms.find(({ securityType }) => securityType === 'finance_lease')!
    const ask = async (body: object) =>
      (await register.call('operator', { method: 'POST', url: '/api/v1/registrations/checks', payload: body })).json()
    const collateral = { ...(example.collateral as object), items: [item('M-1')] }
    const told = await ask({ ...example, collateral })
    t.equal(told.overlapCount, 1)
    t.match(told.overlaps, [{ identifier: 'M1', registrations: [{ yours: true }, { yours: false }] }])
    t.ok(Array.isArray(told.notes))
    for (const wrong of [{ items: 7 }, { items: [null] }, null, { ...collateral, items: [item('M\u{50000}')] }])
      t.notOk('overlaps' in (await ask({ ...example, collateral: wrong })))
    t.notOk('overlaps' in (await ask({ debtors: example.debtors })))
    const person = {
      kind: 'individual',
      name: '鹿溪月',
      identifier: { scheme: 'resident_id', value: makeResidentId('42010619790506733') },
      address: { country: 'CN', division: '420106', line: '湖北省武汉市武昌区' },
    }
    await file({ items: [item('M-7')] }, { body: { debtors: [person] } })
    const ofPerson = await ask({ ...example, collateral: { ...collateral, items: [item('M-7')] } })
    t.equal(ofPerson.overlapCount, 1)
    t.notMatch(JSON.stringify(ofPerson), /鹿溪月|19790506/, 'individuals are not named')
  })

  t.test('the form says so before it is submitted, and can be submitted all the same', async (t) => {
    const session = await openSession(register, 'operator')
    const lease = forms.find(({ securityType }) => securityType === 'finance_lease')!
    const first = await filled(session, lease)
    t.notMatch(decode((await session.get(`${first}/check`)).body), /编号已在登记中/)
    t.equal((await session.post(`${first}/submit`, { declaration: 'true' })).statusCode, 200)
    const again = await filled(session, lease)
    const check = decode((await session.get(`${again}/check`)).body)
    t.match(check, /编号已在登记中/)
    t.match(check, /VMC850U2026021107/)
    t.match(check, /贵方的登记/)
    t.equal((await session.post(`${again}/submit`, { declaration: 'true' })).statusCode, 200)
  })
})

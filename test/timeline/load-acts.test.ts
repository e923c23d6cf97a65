import t from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { ACTS_MAX, loadActs } from '../../src/timeline/load-acts.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>

async function file(register: TestRegister): Promise<Body> {
  const payload = formOf('finance_lease')!.example
  return (await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })).json()
}

async function act(register: TestRegister, filed: Body, path: string, body: Body): Promise<Body> {
  const answer = await register.call('operator', {
    method: 'POST',
    url: `/api/v1/registrations/${filed.registrationNumber}/${path}`,
    payload: { modificationCode: filed.modificationCode, declaration: true, ...body },
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

t.test('the acts on registrations up to a sequence', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const other = await file(register)
  const note = await act(register, filed, 'amendments', {
    changes: [{ type: 'rank_note', text: '文字里写着 "type":"add_collateral" 也不是新增' }],
  })
  const added = await act(register, filed, 'amendments', {
    changes: [
      { type: 'rank_note', text: '顺位' },
      { type: 'add_collateral', items: [{ name: '铣床', serialNumber: 'M-1' }] },
    ],
  })
  const renewed = await act(register, filed, 'renewals', { additionalMonths: 12 })
  const discharged = await act(register, other, 'discharges', { reason: 'debt_extinguished' })
  const both = [filed.sequence, other.sequence]
  const of = async (sequence: number) => loadActs(register.deps.pool, both, sequence)

  t.test('each with its number, time, and the expiry date as it left it', async (t) => {
    const head = (each: Body) => ({
      filingNumber: each.filingNumber,
      sequence: each.sequence,
      filedAt: each.filedAt,
      expiresOn: each.expiresOn,
    })
    const acts = await of(discharged.sequence)
    t.same(acts.get(filed.sequence), {
      acts: [
        { kind: 'initial', ...head(filed) },
        { kind: 'amendment', ...head(note) },
        { kind: 'amendment', ...head(added), addsCollateral: true },
        { kind: 'renewal', ...head(renewed) },
      ],
    })
    t.same(acts.get(other.sequence), {
      acts: [
        { kind: 'initial', ...head(other) },
        { kind: 'discharge', ...head(discharged), ended: true },
      ],
    })
    t.ok(renewed.expiresOn > filed.expiresOn)
  })

  t.test('none that came after the sequence, so the same sequence is the same forever', async (t) => {
    const then = await of(added.sequence)
    t.same(
      [...then.values()].map(({ acts }) => acts.length),
      [3, 1],
    )
    await act(register, filed, 'renewals', { additionalMonths: 12 })
    t.same(await of(added.sequence), then)
    t.same((await of(filed.sequence)).size, 1, 'what was not there yet has no acts')
  })

  t.test('all registrations in one query', async (t) => {
    let queries = 0
    const query = (...given: unknown[]) => {
      queries += 1
      return Reflect.apply(register.deps.pool.query, register.deps.pool, given)
    }
    const counted = { query } as typeof register.deps.pool
    await loadActs(counted, both, discharged.sequence)
    t.equal(queries, 1)
    t.equal((await loadActs(counted, [], 1)).size, 0)
    t.equal(queries, 1, 'and none for nothing')
  })

  t.test('an act that closes an objection names it', async (t) => {
    const { rows } = await register.sql('select max(sequence) as last from filings')
    const first = Number(rows[0].last) + 1
    const file = async (kind: string, nth: number, content: object) => {
      const number = String(20261122000000000000n + BigInt(first + nth))
      await register.sql(
        `with filing as (insert into filings (sequence, filed_at, filing_id, filing_number, kind, registration, account,
           actor, commitment, verification_code)
           select $1::bigint, filed_at + $1::bigint * interval '1 second', gen_random_uuid(), $2, $3, $4, account, actor, commitment, 'x'
           from filings where sequence = $4 returning sequence)
         insert into filing_contents select sequence, $5, decode(repeat('00', 32), 'hex') from filing`,
        [first + nth, number, kind, filed.sequence, Buffer.from(JSON.stringify(content))],
      )
      return number
    }
    const one = await file('objection', 0, { statement: '不实' })
    const two = await file('objection', 1, { statement: '不实' })
    await file('objection_withdrawal', 2, { objection: two })
    await file('case_acceptance', 3, { objection: one })
    await file('objection_lapse', 4, { objection: one })
    const acts = (await of(first + 4)).get(filed.sequence)!.acts.slice(-5)
    t.same(
      acts.map(({ kind, closes }) => [kind, closes]),
      [
        ['objection', undefined],
        ['objection', undefined],
        ['objection_withdrawal', [two]],
        ['case_acceptance', undefined],
        ['objection_lapse', [one]],
      ],
    )
    await register.sql(
      `insert into filings select sequence + g, filed_at + g * interval '1 second', gen_random_uuid(),
         lpad((sequence + g)::text, 20, '1'), 'renewal', registration, account, actor, commitment, verification_code
       from filings, generate_series(1, $2::integer) g where sequence = $1`,
      [first + 4, ACTS_MAX],
    )
    const many = (await of(first + 4 + ACTS_MAX)).get(filed.sequence)!
    t.equal(many.acts.length, ACTS_MAX)
    t.equal(many.actCount, ACTS_MAX + 10)
    t.equal(many.acts[0]!.kind, 'initial')
    t.equal(many.acts.at(-1)!.sequence, first + 4 + ACTS_MAX, 'the latest are given')
  })
})

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

  t.test('what is done about an objection names it', async (t) => {
    const body = { statement: '租赁物已经退还', relation: '承租人', demandedOn: '2026-11-02', refused: true }
    const post = async (who: 'searcher' | 'otherOperator', path: string, payload: Body = {}): Promise<Body> => {
      const url = `/api/v1/registrations/${filed.registrationNumber}/objections${path}`
      return (await register.call(who, { method: 'POST', url, payload })).json()
    }
    const one = await post('searcher', '', body)
    const two = await post('otherOperator', '', body)
    await post('searcher', `/${one.filingNumber}/case-acceptances`, {
      court: '苏州市虎丘区人民法院',
      caseNumber: '（2026）苏0505民初77号',
      acceptedOn: '2026-11-03',
    })
    await post('otherOperator', `/${two.filingNumber}/withdrawals`)
    const last = await post('searcher', `/${one.filingNumber}/withdrawals`)
    const acts = (await of(last.sequence)).get(filed.sequence)!.acts.slice(-5)
    t.same(
      acts.map(({ kind, objection }) => [kind, objection]),
      [
        ['objection', undefined],
        ['objection', undefined],
        ['case_acceptance', one.filingNumber],
        ['objection_withdrawal', two.filingNumber],
        ['objection_withdrawal', one.filingNumber],
      ],
    )
  })

  t.test(`of more than ${ACTS_MAX}, the initial filing and the latest`, async (t) => {
    const { rows } = await register.sql('select max(sequence)::integer as last from filings')
    const { last } = rows[0]
    await register.sql(
      `insert into filings select sequence + g, filed_at + g * interval '1 second', gen_random_uuid(),
         lpad((sequence + g)::text, 20, '1'), 'renewal', registration, account, actor, commitment, verification_code
       from filings, generate_series(1, $2::integer) g where sequence = $1`,
      [last, ACTS_MAX],
    )
    const { acts, actCount } = (await of(last + ACTS_MAX)).get(filed.sequence)!
    t.equal(acts.length, ACTS_MAX)
    t.equal(actCount, ACTS_MAX + 10)
    t.equal(acts[0]!.kind, 'initial')
    t.equal(acts.at(-1)!.sequence, last + ACTS_MAX)
  })
})

import fc from 'fast-check'
import t from 'tap'
import { rfc3339 } from '../../src/platform/clock.ts'
import { composeNumber } from '../../src/platform/numbers.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { comparisonOf } from '../../src/registrations/which-came-first.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>
type Who = Parameters<TestRegister['call']>[0]

t.test('which of two filings came first', async (t) => {
  const register = await openRegister(t)
  const post = async (url: string, payload: Body): Promise<Body> =>
    (await register.call('operator', { method: 'POST', url: `/api/v1/registrations${url}`, payload })).json()
  const compare = async (who: Who, first: string, second: string) =>
    (
      await register.call(who, {
        url: `/api/v1/filings/which-came-first?${new URLSearchParams({ first, second })}`,
      })
    ).json()
  const one = await post('', formOf('finance_lease')!.example)
  const two = await post('', formOf('finance_lease')!.example)
  const code = { modificationCode: one.modificationCode, declaration: true }
  const renewed = await post(`/${one.registrationNumber}/renewals`, { ...code, additionalMonths: 12 })
  const placed = (filed: Body, kind: string) => ({
    filingNumber: filed.filingNumber,
    registrationNumber: filed.registrationNumber,
    kind,
    sequence: filed.sequence,
    filedAt: filed.filedAt,
  })

  t.test('by sequence, with both times and kinds, whichever is named first', async (t) => {
    const forth = await compare('searcher', one.filingNumber, renewed.filingNumber)
    t.same(forth.first, placed(one, 'initial'))
    t.same(forth.second, placed(renewed, 'renewal'))
    t.equal(forth.cameFirst, 'first')
    t.ok(forth.microsecondsApart > 0)
    const back = await compare('searcher', renewed.filingNumber, one.filingNumber)
    t.match(back, { cameFirst: 'second', microsecondsApart: forth.microsecondsApart })
    t.match(await compare('otherOperator', one.filingNumber, two.filingNumber), { cameFirst: 'first' })
  })

  t.test('one filing given twice is said to be one', async (t) => {
    const spaced = `${one.filingNumber.slice(0, 8)} ${one.filingNumber.slice(8)}`
    t.match(await compare('searcher', one.filingNumber, spaced), { cameFirst: 'same', microsecondsApart: 0 })
  })

  t.test('a mistyped number is told from an unknown one, and at its place', async (t) => {
    const mistyped = `${one.filingNumber.slice(0, 19)}${(Number(one.filingNumber[19]) + 1) % 10}`
    t.match(await compare('searcher', one.filingNumber, mistyped), {
      status: 422,
      code: 'number_mistyped',
      errors: [{ pointer: '/second' }],
    })
    t.match(await compare('searcher', 'x', mistyped), { errors: [{ pointer: '/first' }, { pointer: '/second' }] })
    const unknown = composeNumber('2026-11-22', '0123456789')
    t.match(await compare('searcher', one.filingNumber, unknown), { status: 404, code: 'not_found' })
    t.match(await compare('searcher', one.filingNumber, ''), { errors: [{ code: 'text_too_short' }] })
    t.match((await register.call('searcher', { url: '/api/v1/filings/which-came-first' })).json(), { status: 422 })
  })

  t.test('what one may not see is not there', async (t) => {
    const search = { by: 'registrationNumber', value: one.registrationNumber, purpose: 'dispute' }
    const made = await register.call('searcher', { method: 'POST', url: '/api/v1/searches', payload: search })
    t.match(await compare('searcher', one.filingNumber, made.json().searchNumber), { status: 404 }, 'no filing')
    await post(`/${one.registrationNumber}/discharges`, { ...code, reason: 'debt_extinguished' })
    for (const who of ['searcher', 'otherOperator'] as const)
      t.match(await compare(who, one.filingNumber, two.filingNumber), { status: 404 }, who)
    for (const who of ['operator', 'registrar', 'court'] as const)
      t.match(await compare(who, one.filingNumber, two.filingNumber), { cameFirst: 'first' }, who)
    t.match(await compare(undefined, one.filingNumber, two.filingNumber), { status: 401 })
  })
})

t.test('exchanging the two exchanges the answer and nothing else', async (t) => {
  const filing = fc.integer({ min: 1, max: 2 ** 40 }).map((sequence) => ({
    filingNumber: '20261122001234567858',
    registrationNumber: '20261122001234567858',
    kind: 'initial' as const,
    sequence,
    filedAt: rfc3339(1_790_000_000_000_000 + sequence),
  }))
  const property = fc.property(filing, filing, (a, b) => {
    const [forth, back] = [comparisonOf(a, b), comparisonOf(b, a)]
    const exchanged = { first: 'second', second: 'first', same: 'same' } as const
    return (
      back.cameFirst === exchanged[forth.cameFirst] &&
      back.microsecondsApart === forth.microsecondsApart &&
      forth.microsecondsApart === Math.abs(a.sequence - b.sequence) &&
      (forth.cameFirst === 'same') === (a.sequence === b.sequence)
    )
  })
  fc.assert(property)
  t.pass()
})

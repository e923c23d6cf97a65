import t from 'tap'
import { makeUscc } from '../../src/parties/uscc.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { sandboxAccounts } from '../../src/sandbox/sandbox-people.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>
type Who = Parameters<TestRegister['call']>[0]

const [bank, lessor, person] = sandboxAccounts as readonly Body[] as [Body, Body, Body]
const example = formOf('finance_lease')!.example as Body

const search = async (register: TestRegister, who: Who, payload: Body): Promise<Body> => {
  const body = { purpose: 'dispute', ...payload }
  return (await register.call(who, { method: 'POST', url: '/api/v1/searches', payload: body })).json()
}

const file = async (register: TestRegister, debtor: Body): Promise<Body> => {
  const payload = { ...example, debtors: [debtor] }
  return (await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })).json()
}

function organization(name: string, identifier?: Body): Body {
  return {
    kind: 'organization',
    name,
    identifier: identifier ?? { scheme: 'uscc', value: makeUscc('91310000MB0000007') },
    address: { country: 'CN', line: '上海市' },
    representative: '王强',
  }
}

t.test('who may search as of an earlier moment, and for what', async (t) => {
  const register = await openRegister(t)
  const debtor = organization(lessor.name, lessor.identifier)
  const natural = { kind: 'individual', name: person.name, identifier: person.identifier, address: person.address }
  const one = await file(register, debtor)
  const two = await file(register, natural)
  const third = await file(register, organization('第三人有限公司'))
  const asOf = { sequence: two.sequence }

  const queries = {
    'a name': { by: 'organizationName', name: lessor.name },
    'a name and its code': { by: 'organizationName', name: lessor.name, identifier: lessor.identifier },
    'a name and another code': { by: 'organizationName', name: lessor.name, identifier: bank.identifier },
    'another name and the code': { by: 'organizationName', name: '第三人有限公司', identifier: lessor.identifier },
    'a code': { by: 'organizationIdentifier', ...lessor.identifier },
    'a code in lower case': {
      by: 'organizationIdentifier',
      scheme: 'uscc',
      value: lessor.identifier.value.toLowerCase(),
    },
    'a person': { by: 'individualId', ...person.identifier },
    'its registration': { by: 'registrationNumber', value: one.registrationNumber },
    'the person’s registration': { by: 'registrationNumber', value: two.registrationNumber },
    'a registration not there yet': { by: 'registrationNumber', value: third.registrationNumber },
    'an asset': { by: 'assetIdentifier', value: 'SN-1' },
  }
  const allowed: Record<string, readonly (keyof typeof queries)[]> = {
    registrar: Object.keys(queries) as (keyof typeof queries)[],
    court: Object.keys(queries) as (keyof typeof queries)[],
    otherOperator: ['a name', 'a name and its code', 'a code', 'a code in lower case', 'its registration'],
    searcher: ['a person', 'the person’s registration'],
    operator: ['its registration', 'the person’s registration'],
  }
  for (const [who, names] of Object.entries(allowed)) {
    for (const [name, query] of Object.entries(queries) as [keyof typeof queries, Body][]) {
      const answer = await search(register, who as Who, { ...query, asOf })
      if (names.includes(name)) t.equal(answer.asOf?.sequence, asOf.sequence, `${who}: ${name}`)
      else t.match(answer, { status: 403, code: 'as_of_not_allowed' }, `${who}: ${name}`)
    }
  }
  await register.sql('update accounts set identity_verified_at = null where identifier is not null')
  for (const name of ['a name', 'a code'] as const)
    t.match(await search(register, 'otherAdministrator', { ...queries[name], asOf }), { status: 403 }, 'not verified')
})

t.test('what has ended does not come back to the public', async (t) => {
  const register = await openRegister(t)
  const query = { by: 'organizationName', name: '第三人有限公司' }
  const filed = await file(register, organization(query.name))
  const own = await search(register, 'searcher', query)
  t.equal(own.matches.length, 1)
  const url = `/api/v1/registrations/${filed.registrationNumber}/discharges`
  const payload = { modificationCode: filed.modificationCode, declaration: true, reason: 'debt_extinguished' }
  await register.call('operator', { method: 'POST', url, payload })

  t.same((await search(register, 'searcher', query)).matches, [])
  t.match(await search(register, 'otherOperator', { ...query, asOf: { sequence: filed.sequence } }), { status: 403 })
  t.match(await search(register, 'otherOperator', { ...query, asOf: { time: filed.filedAt } }), { status: 403 })
  const again = await search(register, 'searcher', { ...query, asOf: { sequence: own.asOf.sequence } })
  t.same([again.matches, again.asOf], [own.matches, own.asOf], 'but who saw it then may see it again')
  for (const other of [{ name: '第三人有限公司 ' }, { name: '别的有限公司' }]) {
    const asked = { ...query, ...other, asOf: { sequence: own.asOf.sequence } }
    t.match(await search(register, 'searcher', asked), { status: 403 }, 'by the same query only')
  }
})

t.test('an own search is made again at no earlier time than its own', async (t) => {
  const register = await openRegister(t)
  const query = { by: 'organizationName', name: '第三人有限公司' }
  const filed = await file(register, organization(query.name))
  // As if it had been filed five days ago for a term that ended yesterday.
  await register.sql(`
    set session_replication_role = replica;
    update filings set filed_at = filed_at - interval '5 days';
    update registrations set filed_at = filed_at - interval '5 days',
      expires_on = (now() at time zone 'Asia/Shanghai')::date - 1;
    set session_replication_role = origin`)
  const own = await search(register, 'searcher', query)
  t.same(own.matches, [], 'it had expired when the searcher searched')
  const again = await search(register, 'searcher', { ...query, asOf: { sequence: filed.sequence } })
  t.same([again.matches, again.asOf], [[], own.asOf])
  const early = new Date(Date.now() - 4 * 86_400_000).toISOString()
  t.match(await search(register, 'searcher', { ...query, asOf: { time: early } }), { status: 403 })
  const then = await search(register, 'registrar', { ...query, asOf: { time: early } })
  t.equal(then.matches.length, 1, 'it was in effect then')
})

t.test('moments that are none', async (t) => {
  const register = await openRegister(t)
  const query = { by: 'organizationName', name: lessor.name }
  const before = await search(register, 'registrar', { ...query, asOf: { time: '2020-01-01T00:00:00Z' } })
  t.match(before, { status: 422, code: 'as_of_out_of_range' }, 'nothing had been filed')
  await file(register, organization(lessor.name))
  for (const asOf of [
    { sequence: 0 },
    { sequence: 2 },
    { time: '2020-01-01T00:00:00Z' },
    { time: '2999-01-01T00:00:00Z' },
  ])
    t.match(await search(register, 'registrar', { ...query, asOf }), { status: 422, code: 'as_of_out_of_range' })
  for (const asOf of [{}, { sequence: 1, time: '2026-01-01T00:00:00Z' }, { sequence: '1' }, { time: 'now' }])
    t.match(await search(register, 'registrar', { ...query, asOf }), { status: 422, code: 'form_invalid' })
})

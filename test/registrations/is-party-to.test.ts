import t from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { isPartyTo, partyKeysOf } from '../../src/registrations/is-party-to.ts'
import type { SandboxUser } from '../../src/sandbox/sandbox-people.ts'
import { openRegister } from '../helpers/register.ts'
import { numberOf, partyOf } from '../notices/named-parties.ts'

type Body = Record<string, any>

t.test('whose number is a party’s', async (t) => {
  const party = (value: string, more = {}) => ({ kind: 'organization', identifier: { scheme: 'uscc', value }, ...more })
  const members = (...parties: Body[]) => parties.map((each) => ({ former: [], party: each }) as never)
  const owner = { identifier: { scheme: 'resident_id', value: '110105491231002' } }
  const state = {
    securedParties: members(party('S1')),
    debtors: [
      ...members(party('D1', { parent: party('PARENT') }), party('D2', { owner })),
      { party: party('NEW'), former: [{ party: party('OLD') }] } as never,
    ],
  }
  const partyKeys = partyKeysOf(state)
  const lines: [string | null, number, boolean][] = [
    ['uscc:S1', 2, true],
    ['uscc:D1', 2, true],
    ['uscc:PARENT', 2, true],
    ['resident_id:11010519491231002X', 2, true],
    ['uscc:NEW', 2, true],
    ['uscc:OLD', 2, true],
    ['uscc:OTHER', 2, false],
    ['lei:S1', 2, false],
    [null, 2, false],
    [null, 1, true],
  ]
  for (const [identifierKey, account, expected] of lines) {
    t.equal(isPartyTo({ account, identifierKey }, { account: 1, partyKeys }), expected, `${identifierKey}, ${account}`)
  }
})

t.test('who reads what of a registration', async (t) => {
  const register = await openRegister(t)
  const example = formOf('finance_lease')!.example as Body
  const payload = {
    ...structuredClone(example),
    debtors: [partyOf('otherOperator'), partyOf('searcher')],
  }
  const filed = (await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })).json()
  const url = `/api/v1/registrations/${filed.registrationNumber}`
  const certificate = `/api/v1/filings/${filed.filingNumber}/certificate`
  const number = numberOf('searcher')
  const masked = `${number.slice(0, 4)}**********${number.slice(-4)}`
  const verify = (since: string) =>
    register.sql(`update accounts set identity_verified_at = ${since} where account = $1`, [
      register.people.searcher.account,
    ])
  const sees = async (who: SandboxUser['name']) => {
    const answer = await register.call(who, { url })
    return answer.statusCode === 200 ? answer.json().debtors[1].identifier.value : answer.statusCode
  }
  const look = async (expected: Partial<Record<SandboxUser['name'], string | number>>, when: string) => {
    for (const [who, value] of Object.entries(expected)) {
      t.equal(await sees(who as SandboxUser['name']), value, `${who}: ${when}`)
      const paper = await register.call(who as SandboxUser['name'], { url: certificate })
      t.equal(paper.statusCode, value === 404 ? 404 : 200, `${who}: certificate, ${when}`)
    }
  }
  // Before the first call with the key: what a key says of its user is known for some seconds.
  await verify('null')
  const parties = { operator: number, otherOperator: number, registrar: number, court: number }
  await look({ ...parties, searcher: masked }, 'in effect')
  const discharge = { modificationCode: filed.modificationCode, declaration: true, reason: 'debt_extinguished' }
  await register.call('operator', { method: 'POST', url: `${url}/discharges`, payload: discharge })
  await look({ ...parties, searcher: 404 }, 'ended')
  await verify('clock_timestamp()')
  const cookies = { session: await register.sessionOf('searcher') }
  const page = await register.app.inject({ url: `/registrations/${filed.registrationNumber}`, cookies })
  t.equal(page.statusCode, 200, 'once verified, a party reads what has ended')
  t.match(page.body, number)
})

import t, { type Test } from 'tap'
import { makeUscc } from '../../src/parties/uscc.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { residentCheckCharacter } from '../../src/search/search-key.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

/*
 * Cases that a key alone does not decide: whole searches, through POST /api/v1/searches. The numbers go on from those
 * of the two tables of keys; what each decides is said in docs/reference/search-logic.md. Case 117, a new version of
 * the logic, is in test/registrations/rekey.test.ts.
 */
type Body = Record<string, any>

type Case = {
  number: number
  what: string
  /** What is registered: changes to the example of a chattel mortgage. */
  filed: Body[]
  query: Body
  /** The places in `filed` of what is found, each with what it is found by; or the code and pointer of the refusal. */
  expected: [at: number, by: string][] | { code: string; pointer: string }
}

const address = { country: 'CN', division: '110108', line: '北京市海淀区一号' }
const code = (serial: number) => makeUscc(`91110108MA${String(serial).padStart(7, '0')}`)
const resident = `11010519900101123${residentCheckCharacter('11010519900101123')}`
const byName = (name: string, more: Body = {}) => ({ by: 'organizationName', name, ...more })
const byCode = (scheme: string, value: string) => ({ by: 'organizationIdentifier', scheme, value })
const person = (value: string, scheme = 'resident_id', country?: string) => ({
  kind: 'individual',
  name: '张三',
  identifier: { scheme, value, ...(country && { country }) },
  address,
})
const company = (name: string, serial: number, more: Body = {}) => ({
  kind: 'organization',
  name,
  identifier: { scheme: 'uscc', value: code(serial) },
  address,
  representative: '王强',
  ...more,
})
const against = (...debtors: Body[]): Body => ({ debtors })
const machine = (serialNumber: string): Body => ({
  collateral: { ...(formOf('chattel_mortgage')!.example as Body).collateral, items: [{ name: '机床', serialNumber }] },
  debtors: [company('机床用户有限公司', 900)],
})

const cases: Case[] = [
  {
    number: 27,
    what: 'a company registered alone is not found by the name of its branch',
    filed: [against(company('甲二七有限公司', 270))],
    query: byName('甲二七有限公司北京分公司'),
    expected: [],
  },
  {
    number: 28,
    what: 'a branch registered with its parent is found by the name of either',
    filed: [
      against(
        company('甲二八有限公司北京分公司', 280, {
          parent: { name: '甲二八有限公司', identifier: { scheme: 'uscc', value: code(281) } },
        }),
      ),
    ],
    query: byName('甲二八有限公司'),
    expected: [[0, 'organizationName']],
  },
  {
    number: 45,
    what: 'there are no wildcards',
    filed: [against(company('甲四五公司', 450))],
    query: byName('%四五公司'),
    expected: [],
  },
  {
    number: 47,
    what: 'a command as a name is text, and does no harm',
    filed: [against(company("甲公司';DROP TABLE filings;--", 470))],
    query: byName("甲公司';DROP TABLE filings;--"),
    expected: [[0, 'organizationName']],
  },
  {
    number: 49,
    what: 'a company that changed its name elsewhere is not found by the new name alone',
    filed: [against(company('甲四九公司', 490))],
    query: byName('乙四九公司'),
    expected: [],
  },
  {
    number: 50,
    what: 'but by the new name with its code, marked as found by the code',
    filed: [],
    query: byName('乙四九公司', { identifier: { scheme: 'uscc', value: code(490) } }),
    expected: [[-1, 'organizationIdentifier']],
  },
  {
    number: 51,
    what: 'an individual business is found by the number of the person who runs it',
    filed: [
      against(
        company('张三小吃店', 510, {
          owner: { name: '张三', identifier: { scheme: 'resident_id', value: resident } },
        }),
      ),
    ],
    query: { by: 'individualId', scheme: 'resident_id', value: resident },
    expected: [[0, 'individualId']],
  },
  {
    number: 532,
    what: 'case 53: a code in small letters',
    filed: [against(company('甲五三公司', 530))],
    query: byCode('uscc', code(530).toLowerCase()),
    expected: [[0, 'organizationIdentifier']],
  },
  {
    number: 533,
    what: 'case 53: a code whose check character is wrong is refused, never “nothing found”',
    filed: [],
    query: byCode('uscc', `${code(530).slice(0, 17)}${code(530).endsWith('0') ? '1' : '0'}`),
    expected: { code: 'identifier_check_character_wrong', pointer: '/value' },
  },
  {
    number: 534,
    what: 'case 55: an old organisation code without its hyphen',
    filed: [
      against({ ...company('甲五五公司', 550), identifier: { scheme: 'organization_code', value: 'D2143569-X' } }),
    ],
    query: byCode('organization_code', 'D2143569X'),
    expected: [[0, 'organizationIdentifier']],
  },
  {
    number: 535,
    what: 'case 55: and with a wrong check character',
    filed: [],
    query: byCode('organization_code', 'D21435690'),
    expected: { code: 'identifier_check_character_wrong', pointer: '/value' },
  },
  {
    number: 57,
    what: 'two companies of one name are both found, and told apart by their codes',
    filed: [against(company('丙丁五七商贸有限公司', 570)), against(company('丙丁五七商贸有限公司', 571))],
    query: byName('丙丁五七商贸有限公司'),
    expected: [
      [0, 'organizationName'],
      [1, 'organizationName'],
    ],
  },
  {
    number: 536,
    what: 'case 59: the old form of a resident number',
    filed: [against(person('11010519491231002X'))],
    query: { by: 'individualId', scheme: 'resident_id', value: '110105491231002' },
    expected: [[0, 'individualId']],
  },
  {
    number: 537,
    what: 'case 61: a passport in small letters, with spaces',
    filed: [against(person('E12345678', 'passport', 'CN'))],
    query: { by: 'individualId', scheme: 'passport', value: 'e 1234 5678', country: 'CN' },
    expected: [[0, 'individualId']],
  },
  {
    number: 538,
    what: 'case 107: look-alike characters of a serial number are two numbers',
    filed: [machine('1HGCM82633A004352')],
    query: { by: 'assetIdentifier', value: '1HGCM82633AOO4352' },
    expected: [],
  },
]

t.test('whole searches, case by case', async (t) => {
  const register = await openRegister(t)
  let last: Body[] = []
  for (const each of cases) {
    const filed: Body[] = []
    for (const more of each.filed) filed.push(await file(register, more))
    const answer = await search(register, each.query)
    const what = `${each.number} ${each.what}`
    if ('code' in each.expected) {
      t.equal(answer.statusCode, 422, what)
      t.match(answer.json().errors, [each.expected], what)
      continue
    }
    const expected = each.expected.map(([at, by]) => [(at < 0 ? last : filed).at(at)!.registrationNumber, [by]])
    t.equal(answer.statusCode, 201, `${what}: ${answer.body}`)
    t.same(
      answer.json().matches.map((match: Body) => [match.registrationNumber, match.matchedBy]),
      expected,
      what,
    )
    if (each.number === 57) {
      const codes = answer.json().matches.map((match: Body) => match.debtors[0].identifier.value)
      t.same(codes, [code(570), code(571)], what)
    }
    if (filed.length > 0) last = filed
  }
})

t.test(
  'case 111: what was discharged is not found from that moment on, and the certificate before still says it',
  async (t) => {
    const register = await openRegister(t)
    const filed = await file(register, against(company('甲一一公司', 1110)))
    const before = (await search(register, byName('甲一一公司'))).json()
    t.equal(before.matches.length, 1)
    const discharged = await act(register, filed, 'discharges', { reason: 'debt_extinguished' })
    t.equal(discharged.statusCode, 201, discharged.body)
    const after = (await search(register, byName('甲一一公司'))).json()
    t.same(after.matches, [])
    t.equal(after.asOf.sequence, discharged.json().sequence)
    t.same((await register.call('searcher', { url: before.links.self })).json(), before)
  },
)

t.test('case 113: a search holds what was filed up to the moment that it states, and nothing after', async (t) => {
  const register = await openRegister(t)
  const query = byName('甲一三公司')
  // A first filing closes the order: from then on a search has its moment.
  await file(register, against(company('先登记公司', 1131)))
  const [made] = await Promise.all([search(register, query), file(register, against(company('甲一三公司', 1130)))])
  const filed = (await search(register, query)).json().matches[0]
  const { asOf, matches } = made.json()
  t.equal(matches.length === 1, filed.sequence <= asOf.sequence, 'by sequence')
  t.equal(matches.length === 1, filed.filedAt <= asOf.time, 'by time')
})

t.test('case 115: a name that was corrected is found by the old and the new name, and the old is marked', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register, against(company('旧一五公司', 1150)))
  const change = { type: 'rename_party', role: 'debtor', index: 0, name: '新一五公司', changedOn: '2026-11-01' }
  const renamed = await act(register, filed, 'amendments', { changes: [change] })
  t.equal(renamed.statusCode, 201, renamed.body)
  for (const [name, marked] of [
    ['旧一五公司', true],
    ['新一五公司', false],
  ] as const) {
    const made = (await search(register, byName(name))).json()
    t.same(
      made.matches.map((each: Body) => each.registrationNumber),
      [filed.registrationNumber],
      name,
    )
    await resultSays(t, register, made.searchNumber, marked)
  }
})

/** The page of a result says of a match that it was found under a former name; otherwise it offers the comparison. */
async function resultSays(t: Test, register: TestRegister, number: string, former: boolean): Promise<void> {
  const headers = { cookie: `session=${await register.sessionOf('searcher')}; language=en`, accept: 'text/html' }
  const { body } = await register.app.inject({ url: `/searches/${number}`, headers })
  t.equal(body.includes('a former name'), former)
  t.equal(body.includes('action="/search-logic/try"'), !former)
}

function search(register: TestRegister, query: Body) {
  const payload = { purpose: 'before_transaction', ...query }
  return register.call('searcher', { method: 'POST', url: '/api/v1/searches', payload })
}

async function file(register: TestRegister, more: Body): Promise<Body> {
  const payload = { ...structuredClone(formOf('chattel_mortgage')!.example), ...more }
  const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

function act(register: TestRegister, filed: Body, name: string, body: Body) {
  return register.call('operator', {
    method: 'POST',
    url: `/api/v1/registrations/${filed.registrationNumber}/${name}`,
    payload: { modificationCode: filed.modificationCode, declaration: true, ...body },
  })
}

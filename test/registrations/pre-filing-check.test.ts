import t from 'tap'
import { makeUscc } from '../../src/parties/uscc.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { residentCheckCharacter } from '../../src/search/search-key.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>

const code = (serial: number) => makeUscc(`91110108MC${String(serial).padStart(7, '0')}`)
const number = (serial: string) => `1101051990010${serial}${residentCheckCharacter(`1101051990010${serial}`)}`
const address = { country: 'CN', division: '110108', line: '北京市海淀区一号' }
const company = (name: string, serial: number, more: Body = {}): Body => ({
  kind: 'organization',
  name,
  identifier: { scheme: 'uscc', value: code(serial) },
  address,
  representative: '王强',
  ...more,
})
const person = (name: string, value: string): Body => ({
  kind: 'individual',
  name,
  identifier: { scheme: 'resident_id', value },
  address,
})

async function file(register: TestRegister, ...debtors: Body[]): Promise<Body> {
  const payload = { ...structuredClone(formOf('chattel_mortgage')!.example), debtors }
  const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

const check = (register: TestRegister, payload: Body, who: 'operator' | 'searcher' = 'operator', headers = {}) =>
  register.call(who, { method: 'POST', url: '/api/v1/registrations/checks', payload, headers })

const plain = ['name_search_key', 'individual_found_by_number']
/** Code, pointer and words of the notes that ask to look again. */
const asking = async (register: TestRegister, ...debtors: Body[]): Promise<[string, string, string][]> =>
  (await check(register, { debtors }))
    .json()
    .notes.filter((each: Body) => !plain.includes(each.code))
    .map(({ code, pointer, message }: Body) => [code, pointer, message])

t.test('POST /api/v1/registrations/checks', async (t) => {
  const register = await openRegister(t)
  await file(register, company('甲有限公司', 1))
  await file(register, person('张三', number('1234')))
  const owner = { name: '李四', identifier: { scheme: 'resident_id', value: number('2234') } }
  const { name: _none, ...nameless } = company('', 7)
  await file(register, { ...nameless, owner })

  t.test('nothing to look at: how each is found', async (t) => {
    const body = { ...structuredClone(formOf('chattel_mortgage')!.example), debtors: [company('甲有限公司', 1)] }
    const { notes } = (await check(register, body)).json()
    t.match(notes, [{ pointer: '/debtors/0/name', code: 'name_search_key', message: /“甲有限公司”/ }])
    t.equal(notes.length, 1)
    const people = (await check(register, { debtors: [person('张三', number('1234'))] })).json().notes
    t.same(
      people.map(({ code, pointer }: Body) => [code, pointer]),
      [['individual_found_by_number', '/debtors/0/identifier/value']],
    )
  })

  t.test('a code that stands under another name, and a name under another code', async (t) => {
    const [byCode, ...none] = await asking(register, company('乙有限公司', 1))
    t.match(byCode, ['identifier_under_other_name', '/debtors/0/identifier/value', /“甲有限公司”/])
    t.same(none, [])
    const [byName, ...more] = await asking(register, company('新来有限公司', 20), company('甲 有限公司', 21))
    t.match(byName, ['name_characters_passed_over', '/debtors/1/name', /空格/])
    t.match(more, [['name_under_other_identifier', '/debtors/1/name', new RegExp(code(1))]])
    t.equal(more.length, 1)
    t.same(await asking(register, company('甲有限公司', 1)), [], 'written as it is registered')
  })

  t.test('of individuals no name is ever told', async (t) => {
    const notes = await asking(register, person('王五', number('1234')))
    t.match(notes, [['identifier_under_other_name', '/debtors/0/identifier/value', /姓名不同/]])
    for (const [, , message] of notes) t.notMatch(message, '张三')
    t.same(await asking(register, person(' 张三', number('1234'))), [], 'spaces are no other name')
    const business = await asking(register, company('李四小吃店', 7))
    t.same(business, [], 'an owner’s name is no trade name, and is not told')
  })

  t.test('looks at individuals’ numbers are in the audit, without a number', async (t) => {
    const looks = async () => (await register.sql(`select * from audit_events where act = 'registration.checked'`)).rows
    const before = (await looks()).length
    await check(register, { debtors: [company('甲有限公司', 1)] })
    t.equal((await looks()).length, before)
    await check(register, { debtors: [person('张三', number('1234'))] })
    const after = await looks()
    t.equal(after.length, before + 1)
    t.notMatch(JSON.stringify(after), number('1234').slice(0, 14))
  })

  t.test('what is written in another way', async (t) => {
    const notes = await asking(register, company('長江實業有限公司', 30))
    t.match(notes, [['name_traditional_characters', '/debtors/0/name', /“长”/]])
    const parent = { name: '總部有限公司', identifier: { scheme: 'uscc', value: code(99) } }
    t.match(await asking(register, company('总部有限公司上海分公司', 31, { parent })), [
      ['name_traditional_characters', '/debtors/0/parent/name', /“总”/],
    ])
  })

  t.test('what has ended is not looked at', async (t) => {
    const filed = await file(register, company('已结束有限公司', 40))
    t.equal((await asking(register, company('换名有限公司', 40))).length, 1)
    await register.call('operator', {
      method: 'POST',
      url: `/api/v1/registrations/${filed.registrationNumber}/discharges`,
      payload: { modificationCode: filed.modificationCode, declaration: true, reason: 'debt_extinguished' },
    })
    t.same(await asking(register, company('换名有限公司', 40)), [])
  })

  t.test('what is wrong in form is refused as when it is filed', async (t) => {
    const cases: [Body, string, string][] = [
      [person('张三', '110105199001011234'), 'identifier_check_character_wrong', '/debtors/0/identifier/value'],
      [company('（）', 50), 'name_not_searchable', '/debtors/0/name'],
      [company('甲有限公司北京分公司', 51), 'parent_missing', '/debtors/0/parent'],
    ]
    for (const [debtor, refused, pointer] of cases) {
      const answer = await check(register, { debtors: [debtor] })
      t.equal(answer.statusCode, 422, answer.body)
      t.match(answer.json().errors, [{ code: refused, pointer }])
    }
    t.equal((await check(register, { debtors: [] })).statusCode, 422)
    t.equal((await check(register, {})).statusCode, 422)
    t.equal((await check(register, { debtors: [{ kind: 'organization' }] })).statusCode, 422)
  })

  t.test('for those who may register, in their language; nothing is filed', async (t) => {
    t.equal((await check(register, { debtors: [company('甲有限公司', 1)] }, 'searcher')).statusCode, 403)
    const before = await register.sql('select count(*) from filings')
    const english = await check(register, { debtors: [company('乙有限公司', 1)] }, 'operator', {
      'accept-language': 'en',
    })
    t.match(english.json().notes.at(-1).message, /^This code stands in the register under another name/)
    t.same((await register.sql('select count(*) from filings')).rows, before.rows)
  })

  t.test('fifty debtors are looked up in a few queries', async (t) => {
    const debtors = Array.from({ length: 50 }, (_, at) => company(`第${at}有限公司`, 100 + at))
    const { query } = register.deps.pool
    let asked = 0
    register.deps.pool.query = function (this: unknown, ...args: unknown[]) {
      asked += 1
      return Reflect.apply(query, register.deps.pool, args)
    } as typeof query
    t.equal((await check(register, { debtors })).json().notes.length, 50)
    register.deps.pool.query = query
    t.ok(asked <= 4, `${asked} queries`)
  })
})

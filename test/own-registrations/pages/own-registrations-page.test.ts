import { parse } from 'csv-parse/sync'
import t from 'tap'
import { formOf } from '../../../src/registrations/forms/forms.ts'
import { openRegister } from '../../helpers/register.ts'
import { decode, openSession, shown } from '../../registrations/pages/page-session.ts'

const words = (body: string) => decode(body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')

t.test('my registrations, by page', async (t) => {
  const register = await openRegister(t)
  const example = formOf('finance_lease')!.example as Record<string, any>
  const [debtor] = example.debtors
  const file = async (name: string, more: object = {}) => {
    const payload = { ...structuredClone(example), debtors: [{ ...debtor, name }], ...more }
    const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json().registrationNumber as string
  }
  const one = await file('=cmd|calc 机床有限公司', { termMonths: 1, filerReference: '-REF-1' })
  const two = await file('甲,"乙" 设备有限公司', { termMonths: 360, filerReference: '202611220123456789' })
  const session = await openSession(register, 'operator')

  t.test('says how many there are, and keeps what was chosen', async (t) => {
    const all = await session.get('/registrations')
    t.equal(all.statusCode, 200)
    t.match(words(all.body), '本账户的登记共 2 项。')
    t.match(words(all.body), /还有 \d+ 天到期/)
    t.match(words(all.body), /还有 \d\d 年多/)
    const chosen = await session.get(
      '/registrations?debtor=%E6%9C%BA%E5%BA%8A&expires=90&securityType=finance_lease&reference=-REF&filedFrom=2026.1.5',
    )
    t.match(words(chosen.body), '符合筛选的登记共 1 项。')
    t.match(chosen.body, one)
    t.notMatch(chosen.body, two)
    t.equal(shown(chosen, 'debtor'), '机床')
    t.equal(shown(chosen, 'filedFrom'), '2026.1.5')
    for (const value of ['90', 'finance_lease']) t.match(chosen.body, `<option value="${value}" selected>`)
    t.match(
      decode(chosen.body),
      '/registrations/export?debtor=%E6%9C%BA%E5%BA%8A&securityType=finance_lease&expires=90',
    )
    t.match(words((await session.get('/registrations?expires=expired')).body), '没有符合筛选的登记。')
  })

  t.test('what cannot be read is told at its field', async (t) => {
    const wrong = await session.get('/registrations?filedFrom=5.3.2026&debtor=x')
    t.equal(wrong.statusCode, 422)
    t.match(wrong.body, 'href="#filedFrom"')
    t.match(words(wrong.body), /登记日自：/)
    t.equal(shown(wrong, 'filedFrom'), '5.3.2026')
    t.equal((await session.get('/registrations/export?filedFrom=5.3.2026')).statusCode, 303)
    for (const hostile of ['?debtor[a]=1', '?status=__proto__', '?expires=31', '?before=-1', '?debtor=%00'])
      t.ok([200, 422].includes((await session.get(`/registrations${hostile}`)).statusCode), hostile)
  })

  t.test('as CSV, with nothing that a spreadsheet runs or shortens', async (t) => {
    const answer = await session.get('/registrations/export')
    t.equal(answer.headers['content-type'], 'text/csv; charset=utf-8')
    t.match(answer.headers['content-disposition'], /filename="registrations-\d{4}-\d\d-\d\d\.csv"/)
    t.equal(answer.headers['cache-control'], 'no-store')
    t.equal(answer.body.charCodeAt(0), 0xfeff)
    const rows: string[][] = parse(answer.body, { bom: true })
    t.same(rows[0]!.slice(0, 3), ['登记证明编号', '担保类型', '担保人'])
    t.equal(rows.length, 3)
    t.match(rows[1], [two.replace(/.{4}(?=.)/g, '$& '), '融资租赁', '甲,"乙" 设备有限公司'])
    t.equal(rows[1]!.at(-1), '2026 1122 0123 4567 89')
    t.match(rows[2], [one.replace(/.{4}(?=.)/g, '$& '), '融资租赁', "'=cmd|calc 机床有限公司"])
    t.equal(rows[2]!.at(-1), "'-REF-1")
    t.match(rows[2]![5], /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    const narrowed: string[][] = parse((await session.get('/registrations/export?reference=-REF')).body, { bom: true })
    t.equal(narrowed.length, 2)
    const searcher = await openSession(register, 'searcher')
    t.equal((await searcher.get('/registrations/export')).statusCode, 403)
  })

  t.test('a long list is exported whole, and counted up to a bound', async (t) => {
    await register.sql(
      `insert into registrations (registration, from_sequence, registration_number, security_type, filed_at, expires_on,
         account, secured_parties, debtors, collateral_summary)
       select 1000000 + n, 1000000 + n, lpad(n::text, 20, '0'), 'other', clock_timestamp(), '2199-01-01', $1, '[]',
         '[{"kind": "organization", "name": "很多登记有限公司", "identifier": {"scheme": "uscc", "value": "1"}}]', '存货'
       from generate_series(1, 10500) n`,
      [register.people.otherOperator.account],
    )
    const other = await openSession(register, 'otherOperator')
    const lines = (await other.get('/registrations/export')).body.trimEnd().split('\r\n')
    t.equal(lines.length, 10_501)
    t.equal(new Set(lines).size, 10_501)
    t.match(words((await other.get('/registrations')).body), '本账户的登记超过 10,000 项。')
  })
})

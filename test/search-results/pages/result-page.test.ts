import t from 'tap'
import { loadRegister } from '../../bench/load-register.ts'
import { openRegister } from '../../helpers/register.ts'
import { decode, openSession } from '../../registrations/pages/page-session.ts'

const name = '苏州湖畔纺织有限公司'
const COUNT = 450

t.test('the page of a long result', async (t) => {
  const register = await openRegister(t)
  await loadRegister(register.database.superuserUrl, { count: COUNT, debtor: name, filings: true })
  await register.sql('alter table registrations disable trigger all')
  await register.sql(`update registrations set security_type = 'finance_lease' where registration in (7, 400)`)
  await register.sql('alter table registrations enable trigger all')
  const operator = await openSession(register, 'operator')
  const posted = await operator.post('/search', { by: 'organizationName', name, purpose: 'dispute' })
  const path = String(posted.headers.location)
  const ranks = (body: string) =>
    [...body.split('</table>')[0]!.matchAll(/data-label="次序" class="whole"><div>([\d,]+)</g)].map(([, rank]) => rank)
  const see = async (query: string) => decode((await operator.get(`${path}${query}`)).body)

  t.test('purpose and moment stand on it; pages hold each match once', async (t) => {
    const first = await see('')
    t.match(first, /<h1[^>]*>截至第 450 号登记（.*，共查得 450 项在效登记。/)
    t.match(first, /查询目的<\/dt><dd[^>]*>纠纷/)
    t.match(first, /截至时间<\/dt>/)
    t.match(first, '第 1 至 200 项，共 450 项')
    const seen = [first, await see('?page=2'), await see('?page=3')].flatMap(ranks)
    t.same(
      seen,
      Array.from({ length: COUNT }, (_, at) => String(at + 1)),
    )
    t.same(ranks(await see('?page=99')), ranks(await see('?page=3')), 'what is no page is the nearest')
  })

  t.test('a narrowed view says that the certified answer is all of them', async (t) => {
    const narrowed = await see('?securityType=finance_lease')
    t.same(ranks(narrowed), ['7', '400'])
    t.match(narrowed, '以下显示全部 450 项中的 2 项。')
    t.match(narrowed, '经证明的结果是全部')
    t.match(narrowed, '共查得 450 项在效登记', 'the answer does not change')
    t.match(narrowed, `href="${path}/matches.csv?securityType=finance_lease"`)
    t.match(narrowed, `href="${path}/matches.csv"`)
    const none = await see('?filedFrom=2090-01-01')
    t.match(none, '以下显示全部 450 项中的 0 项')
    t.notMatch(none, '<table')
    t.same(ranks(await see('?sort=newest')).slice(0, 2), ['450', '449'])
    t.same(ranks(await see('?sort=newest&page=3')).at(-1), '1')
  })

  t.test('a date that cannot be read is refused at its field, and nothing is narrowed', async (t) => {
    const seen = await operator.get(`${path}?filedFrom=3/4/2026&sort=nonsense`)
    t.equal(seen.statusCode, 422)
    t.match(seen.body, 'href="#filedFrom"')
    t.equal(ranks(seen.body).length, 200)
  })

  t.test('files: all of them, or what is shown', async (t) => {
    const csv = await operator.get(`${path}/matches.csv`)
    t.equal(csv.body.trimEnd().split('\r\n').length, COUNT + 1)
    t.match(csv.headers['content-disposition'], /filename="search-\d{20}\.csv"/)
    const json = await operator.get(`${path}/matches.json?securityType=finance_lease`)
    t.match(json.json(), { matchCount: COUNT, viewCount: 2, matches: [{ rank: 7 }, { rank: 400 }] })
    t.match(json.headers['content-disposition'], /attachment; filename="search-\d{20}-view\.json"/)
    const other = await openSession(register, 'otherOperator')
    t.equal((await other.get(`${path}/matches.csv`)).statusCode, 404)
  })

  t.test('collateral that looks like a formula is text in a spreadsheet', async (t) => {
    await register.sql('alter table registrations disable trigger all')
    await register.sql(
      `update registrations set collateral_summary = '=HYPERLINK("http://evil")' where registration = 3`,
    )
    await register.sql('alter table registrations enable trigger all')
    t.match((await operator.get(`${path}/matches.csv`)).body, `"'=HYPERLINK(""http://evil"")"`)
  })

  t.test('of what was destroyed only the number is left, and there is no certificate to be had', async (t) => {
    await register.sql(`set session_replication_role = replica;
      insert into destructions (decision, registration, ended_on, first_user, second_user, row_counts, sha256, complete, at, transaction)
        values (gen_random_uuid(), 5, '2001-01-01', 1, 2, '{}', sha256(''), true, now(), '1');
      delete from registrations where registration = 5;
      set session_replication_role = origin`)
    const seen = await see('')
    t.match(seen, '只留编号')
    t.notMatch(seen, '取查询证明')
    t.same(ranks(seen).slice(3, 5), ['4', '6'])
    const answer = await register.call('operator', { url: `/api/v1${path}` })
    t.equal(answer.json().matches.length, COUNT - 1)
    t.same(answer.json().destroyedMatches, ['19990101000000000005'])
    const lines = (await operator.get(`${path}/matches.csv`)).body.trimEnd().split('\r\n')
    t.equal(lines.length, COUNT + 1)
    t.match(lines[5], /^5,1999 0101 0000 0000 0005,保存期满/)
  })
})

import t from 'tap'
import { formOf } from '../../../src/registrations/forms/forms.ts'
import { openRegister } from '../../helpers/register.ts'
import { decode, openSession } from '../../registrations/pages/page-session.ts'

const name = '绍兴市越城区沐川织造厂'
const code = '92330600MA2BD02R55'

t.test('searching by page', async (t) => {
  const register = await openRegister(t)
  const operator = await openSession(register, 'operator')
  const example = formOf('chattel_mortgage')!.example as Record<string, any>
  const body = { ...example, debtors: [{ ...example.debtors[0], name }] }
  const filed = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload: body })
  t.equal(filed.statusCode, 201)
  const { registrationNumber, sequence } = filed.json()

  const search = async (fields: Record<string, string>) => {
    const posted = await operator.post('/search', { purpose: 'before_transaction', ...fields })
    if (posted.statusCode !== 303) throw new Error(`${posted.statusCode} ${posted.body.slice(0, 2_000)}`)
    t.match(posted.headers.location, /^\/searches\/\d{20}$/, 'nothing of what was asked is in the address')
    return operator.get(String(posted.headers.location))
  }

  t.test('the answer comes first, in one sentence', async (t) => {
    for (const [fields, asked] of [
      [{ by: 'organizationName', name }, `以“${name}”为名称`],
      [{ by: 'organizationName', name: ` ${name}\n` }, `以“${name}”为名称`],
      [{ by: 'organizationIdentifier', scheme: 'uscc', value: code }, `以统一社会信用代码 ${code} 查询`],
      [
        { by: 'individualId', scheme: 'resident_id', value: '330602197509239924' },
        '以居民身份证号码 330602197509239924 查询',
      ],
      [{ by: 'registrationNumber', value: registrationNumber }, '以登记证明编号'],
      [{ by: 'assetIdentifier', value: 'zy408 2025 0117' }, '以财产标识 zy408 2025 0117 查询'],
    ] as [Record<string, string>, string][]) {
      const seen = await search(fields)
      t.equal(seen.statusCode, 200)
      const heading = decode(/<h1[^>]*>(.*?)<\/h1>/s.exec(seen.body)![1]!)
      t.match(heading, asked)
      t.match(heading, new RegExp(`^截至第 ${sequence} 号登记（.*，北京时间），.*，共查得 1 项在效登记。$`))
      t.match(seen.body, `href="/registrations/${registrationNumber}"`)
      t.match(seen.body, '查询不反映未登记的权利')
      const narrow = !['organizationName', 'individualId'].includes(fields.by!)
      t.equal(seen.body.includes('请注意：'), narrow, `${fields.by} warns: ${narrow}`)
    }
    const none = await search({ by: 'organizationName', name: '没有登记的有限公司' })
    t.match(decode(none.body), /以“没有登记的有限公司”为名称，没有查得在效登记。/)
    t.notMatch(none.body, '<table')
  })

  t.test('name and code together are a union; each match says what it was found by', async (t) => {
    const seen = await search({
      by: 'organizationName',
      name: '另一家有限公司',
      'identifier[scheme]': 'uscc',
      'identifier[value]': code,
      'identifier[country]': 'DE',
    })
    t.match(seen.body, '共查得 1 项在效登记')
    t.match(seen.body, 'data-label="相符的是"><div>机构代码</div>')
    t.match(decode(seen.body), /\/api\/v1\/searches\/\d{20}\/certificate/)
  })

  t.test('what is wrong is said at its field, and nothing typed is lost', async (t) => {
    for (const [fields, field, message] of [
      [{ by: 'organizationName', name: '' }, 'name', '请填写机构名称'],
      [{ by: 'organizationName', name: '名称', purpose: '' }, 'purpose', '请选择查询目的'],
      [{ by: 'organizationName', name: '名称', purpose: 'curiosity' }, 'purpose', '不在可选值之列'],
      [{ by: 'organizationIdentifier', scheme: 'uscc', value: '92330600MA2BD02R56' }, 'value', '第 18 位校验不符'],
      [{ by: 'individualId', scheme: 'passport', value: 'E12345678' }, 'value', '须注明国家或地区'],
      [{ by: 'registrationNumber', value: '20261122012345678950' }, 'value', '编号有误'],
      [{ by: 'assetIdentifier', value: ' — ' }, 'value', '没有字母或数字'],
      [{ by: 'organizationName', name: '"><script>alert(1)</script>', purpose: '' }, 'purpose', '请选择查询目的'],
    ] as [Record<string, string>, string, string][]) {
      const seen = await operator.post('/search', { purpose: 'dispute', ...fields })
      t.equal(seen.statusCode, 422, JSON.stringify(fields))
      t.match(seen.body, `href="#${field}">`)
      t.match(seen.body, message)
      t.match(decode(seen.body), `value="${fields.name ?? fields.value}"`)
      t.notMatch(seen.body, '<script>')
      t.match(seen.body, /<title>有误：/)
    }
  })

  t.test('own searches are listed, those of others are not there', async (t) => {
    const seen = await operator.get('/searches')
    const numbers = [...seen.body.matchAll(/href="\/searches\/(\d{20})"/g)].map(([, number]) => number)
    t.ok(numbers.length >= 8)
    t.equal(new Set(numbers).size, numbers.length)
    const other = await openSession(register, 'otherOperator')
    t.equal((await other.get(`/searches/${numbers[0]}`)).statusCode, 404)
    t.match((await other.get('/searches')).body, '您还没有查询过')
    const registrar = await openSession(register, 'registrar')
    t.equal((await registrar.get(`/searches/${numbers[0]}`)).statusCode, 200)
  })

  t.test('older searches are reached page by page, none twice and none left out', async (t) => {
    const searcher = await openSession(register, 'searcher')
    const made: string[] = []
    for (let at = 0; at < 53; at += 1) {
      const payload = { by: 'assetIdentifier', value: `SERIAL-${at}`, purpose: 'dispute' }
      const one = await register.call('searcher', { method: 'POST', url: '/api/v1/searches', payload })
      made.push(one.json().searchNumber)
    }
    const first = await searcher.get('/searches')
    const older = decode(/href="([^"]*before[^"]*)"/.exec(first.body)![1]!)
    const second = await searcher.get(older)
    const listed = [first, second].flatMap(({ body }) =>
      [...body.matchAll(/href="\/searches\/(\d{20})"/g)].map(([, number]) => number),
    )
    t.same(listed, made.reverse())
    t.equal((await searcher.get('/searches?before=now')).statusCode, 200)
  })

  t.test('many matches are shown 200 a page, by rank', async (t) => {
    const { debtors, ...rest } = body
    for (let at = 0; at < 200; at += 1) {
      await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload: { ...rest, debtors } })
    }
    const seen = await search({ by: 'organizationName', name })
    t.match(seen.body, '共查得 201 项在效登记')
    const rows = (page: string) => (page.match(/data-label="相符的是"/g) ?? []).length
    t.equal(rows(seen.body), 200)
    const next = decode(/href="([^"]*page[^"]*)"/.exec(seen.body.slice(seen.body.indexOf('class="pages"')))![1]!)
    const second = await operator.get(next.split('#')[0]!)
    t.equal(rows(second.body), 1)
    t.match(second.body, '第 201 至 201 项，共 201 项')
    for (const page of ['0', '-1', '99', 'x', '1.5']) {
      const odd = await operator.get(`${next.split('?')[0]}?page=${page}`)
      t.equal(odd.statusCode, 200, `page ${page}`)
      t.match(odd.body, /第 \S+ 至 \S+ 项，共 201 项/)
    }
  })
})

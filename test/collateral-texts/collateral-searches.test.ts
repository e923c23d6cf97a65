import t from 'tap'
import { indexCollateralTexts } from '../../src/collateral-texts/index-collateral-texts.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>
type Who = Parameters<TestRegister['call']>[0]

async function openWithTexts(t: Parameters<typeof openRegister>[0]) {
  const register = await openRegister(t)
  const file = async (description: string, more: Body = {}, who: Who = 'operator'): Promise<Body> => {
    const example = formOf('chattel_mortgage')!.example as Body
    const collateral = { assetClass: 'products', description, ...more }
    const payload = { ...example, collateral }
    const answer = await register.call(who, { method: 'POST', url: '/api/v1/registrations', payload })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json()
  }
  const post = async (who: Who, body: Body) =>
    register.call(who, { method: 'POST', url: '/api/v1/collateral-searches', payload: body })
  const numbers = async (body: Body, who: Who = 'registrar') => {
    const answer = await post(who, body)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json().registrations.map((each: Body) => each.registrationNumber)
  }
  return { register, file, post, numbers, index: () => indexCollateralTexts(register.deps) }
}

t.test('registrars and courts find words in all collateral; nobody else does', async (t) => {
  const { register, file, post, index } = await openWithTexts(t)
  const own = await file('位于绍兴的喷水织机', { items: [{ name: '整经机', model: 'ZJ-200', serialNumber: 'SN-77' }] })
  const other = await file('全部喷水织机及配件', {}, 'otherOperator')
  const before = (await post('registrar', { text: '喷水织机' })).json()
  t.match(before, { asOf: { sequence: 0 }, filingsBehind: 2, registrations: [] }, 'not followed yet, and it says so')
  await index()

  for (const who of ['registrar', 'court'] as const) {
    const { asOf, filingsBehind, registrations } = (await post(who, { text: '喷水织机' })).json()
    t.same({ asOf, filingsBehind }, { asOf: { sequence: 2 }, filingsBehind: 0 })
    t.match(registrations, [
      { registrationNumber: other.registrationNumber, status: 'in_effect', securityType: 'chattel_mortgage' },
      {
        registrationNumber: own.registrationNumber,
        debtors: [{ name: '绍兴市越城区沐川织造厂' }],
        excerpts: [
          [
            { text: '位于绍兴的', found: false },
            { text: '喷水织机', found: true },
          ],
        ],
      },
    ])
  }
  for (const who of ['operator', 'administrator', 'searcher', undefined] as Who[]) {
    const answer = await post(who, { text: '喷水织机' })
    t.equal(answer.statusCode, who ? 403 : 401, String(who))
    if (!who) continue
    const cookies = { session: await register.sessionOf(who) }
    t.equal((await register.app.inject({ url: '/collateral-search', cookies })).statusCode, 403, `the page, ${who}`)
    const { body } = await register.app.inject({ url: '/search', cookies })
    t.notOk(body.includes('collateral-search'), `no way to it in the navigation of ${who}`)
  }
  const cookies = { session: await register.sessionOf('court') }
  t.ok((await register.app.inject({ url: '/search', cookies })).body.includes('collateral-search'))

  const { rows } = await register.sql(
    `select user_id, act, subject, network is not null as network, request_id is not null as request
     from audit_events where act = 'collateral_texts.searched' order by event`,
  )
  t.equal(rows.length, 3, 'each look is in the audit, those that were refused are none')
  t.same(rows.at(-1), {
    user_id: String(register.people.court.userId),
    act: 'collateral_texts.searched',
    subject: JSON.stringify({ text: '喷水织机' }),
    network: true,
    request: true,
  })
  await post('registrar', { text: '织机', purpose: '（2026）浙 01 执 7 号' })
  const last = await register.sql('select subject from audit_events order by event desc limit 1')
  t.equal(last.rows[0].subject, JSON.stringify({ text: '织机', purpose: '（2026）浙 01 执 7 号' }))
})

t.test('what is found, by words, state and type, page by page', async (t) => {
  const { register, file, post, numbers, index } = await openWithTexts(t)
  const texts = [
    '一百吨 100% 棉纱_甲',
    "O'Neil & Sons 纺纱机（型号 FA-506）",
    '棉纱乙，存放于二号仓',
    '棉布',
    '\u0000棉纱丙\ud800',
    '<script>alert(1)</script> 棉纱丁',
  ]
  const filed: Body[] = []
  for (const each of texts) filed.push(await file(each).catch((error) => ({ refused: String(error) })))
  const number = (at: number) => filed[at]!.registrationNumber as string
  await index()
  const kept = filed.map((each, at) => (each.registrationNumber ? at : -1)).filter((at) => at >= 0)
  const cases: [Body, number[]][] = [
    [{ text: '棉纱' }, [5, 4, 2, 0]],
    [{ text: '棉纱 二号仓' }, [2]],
    [{ text: '纱棉' }, []],
    [{ text: '100%' }, [0]],
    [{ text: '%纱%' }, [5, 4, 2, 1, 0]],
    [{ text: '棉纱_甲' }, [0]],
    [{ text: "' or 1=1 --" }, []],
    [{ text: "o'neil" }, [1]],
    [{ text: 'fa506' }, []],
    [{ text: 'ＦＡ‐５０６' }, [1]],
    [{ text: 'script' }, [5]],
    [{ text: '棉 & !布' }, [3]],
    [{ text: '.*' + '棉' }, [5, 4, 3, 2, 0]],
    [{ text: '仓' }, [2]],
    [{ text: '棉纱', securityType: 'factoring' }, []],
    [{ text: '棉纱', status: 'in_effect' }, [5, 4, 2, 0]],
    [{ text: '棉纱', status: 'discharged' }, []],
  ]
  for (const [body, expected] of cases) {
    const wanted = expected.filter((at) => kept.includes(at)).map(number)
    t.same(await numbers(body), wanted, JSON.stringify(body))
  }
  t.match((await post('registrar', { text: ' %_!& ' })).json(), {
    status: 422,
    errors: [{ code: 'collateral_text_not_searchable', pointer: '/text' }],
  })
  t.equal((await post('registrar', { text: '棉'.repeat(201) })).statusCode, 422)

  const discharge = { modificationCode: filed[2]!.modificationCode, reason: 'debt_extinguished', declaration: true }
  const url = `/api/v1/registrations/${number(2)}/discharges`
  await register.call('operator', { method: 'POST', url, payload: discharge })
  t.same(await numbers({ text: '棉纱', status: 'discharged' }), [number(2)], 'ended ones are found')

  const seen: string[] = []
  let before: number | undefined
  do {
    const page = (await post('registrar', { text: '棉', limit: 1, ...(before && { before }) })).json()
    seen.push(...page.registrations.map((each: Body) => each.registrationNumber))
    before = page.before
    // What is filed meanwhile moves nothing.
    await file('棉被')
    await index()
  } while (before)
  t.same(seen, [5, 4, 3, 2, 0].filter((at) => kept.includes(at)).map(number))

  const session = await register.sessionOf('registrar')
  const page = await register.app.inject({ url: '/collateral-search', cookies: { session } })
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!
  const found = await register.app.inject({
    method: 'POST',
    url: '/collateral-search',
    cookies: { session },
    payload: new URLSearchParams({ _csrf: csrf, text: 'script 棉纱' }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  t.equal(found.statusCode, 200)
  t.match(found.body, '&lt;<mark>script</mark>&gt;alert(1)', 'what was filed is escaped')
  t.notMatch(found.body, '<script>alert')
})

t.test('a filer finds words in its own registrations, and in nobody else’s', async (t) => {
  const { register, file, index } = await openWithTexts(t)
  const own = await file('喷水织机', { items: [{ name: '整经机', location: '一号车间' }] })
  await file('整经机')
  await file('喷水织机', {}, 'otherOperator')
  await index()
  const list = async (query: Body) => {
    const answer = await register.call('operator', { url: `/api/v1/registrations?${new URLSearchParams(query)}` })
    return answer.statusCode === 200
      ? answer.json().registrations.map((each: Body) => each.registrationNumber)
      : answer.json()
  }
  t.same(await list({ text: '喷水织机' }), [own.registrationNumber])
  t.same(await list({ text: '织机 一号车间' }), [own.registrationNumber])
  t.equal((await list({ text: '整经机' })).length, 2)
  t.same(await list({ text: '整经机', securityType: 'factoring' }), [])
  t.match(await list({ text: '%' }), { status: 422, errors: [{ code: 'collateral_text_not_searchable' }] })
  const page = await register.call('operator', { url: `/registrations?text=${encodeURIComponent('一号车间')}` })
  t.match(page.body, own.registrationNumber)
  t.match(page.body, '符合筛选的登记共 1 项')
  const refused = await register.call('operator', { url: `/registrations?text=${encodeURIComponent('%%')}` })
  t.equal(refused.statusCode, 422)
})

t.test('more words than can be found in time are told to be too many', async (t) => {
  const { register, file, index } = await openWithTexts(t)
  await file('喷水织机')
  await index()
  // A lock stands for the time that a search would take.
  const { Client } = (await import('pg')).default
  const superuser = new Client({ connectionString: register.database.superuserUrl })
  await superuser.connect()
  await superuser.query('begin; lock table collateral_texts in access exclusive mode')
  const answer = await register.call('registrar', {
    method: 'POST',
    url: '/api/v1/collateral-searches',
    payload: { text: '织机' },
  })
  t.match(answer.json(), { status: 422, errors: [{ code: 'collateral_text_too_common', pointer: '/text' }] })
  await superuser.query('rollback')
  await superuser.end()
})

import t from 'tap'
import { followSearches } from '../../src/search-records/follow-searches.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import { type Body, beginDaysAgo, dayAgo, noonOf, searchThen, type Who } from './recorded-searches.ts'

const name = '宁波甬江精密机械有限公司'
const byName = { by: 'organizationName', name }
const resident = { scheme: 'resident_id', value: '330602197509239924' }
const byNumber = { by: 'individualId', ...resident }
const reason = '投诉 2026-17'

const read = (register: TestRegister, body: Body, who: Who = 'registrar') =>
  register.call(who, { method: 'POST', url: '/api/v1/search-records', payload: body })

async function numbers(register: TestRegister, body: Body): Promise<string[]> {
  const answer = await read(register, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().searches.map(({ searchNumber }: Body) => searchNumber)
}

t.test('the registrar reads the searches of all, by what narrows them', async (t) => {
  const register = await openRegister(t)
  await beginDaysAgo(register, 60)
  const [a] = await searchThen(register, 'searcher', [byName], noonOf(dayAgo(50)))
  const [b] = await searchThen(register, 'operator', [{ ...byNumber, purpose: 'dispute' }], noonOf(dayAgo(9)))
  const [c] = await searchThen(register, 'operator', [{ ...byName, identifier: code }], noonOf(dayAgo(8)))
  const [d] = await searchThen(register, 'court', [{ by: 'assetIdentifier', value: 'XJ-1' }], noonOf(dayAgo(7)))
  const [e] = await searchThen(register, 'searcher', [byName], new Date().toISOString())
  await followSearches(register.deps)

  const cases: [Body, (string | undefined)[]][] = [
    [{}, [e, d, c, b, a]],
    [{ searchedFrom: dayAgo(9), searchedTo: dayAgo(8) }, [c, b]],
    [{ searchedTo: dayAgo(20) }, [a]],
    [{ purpose: 'dispute' }, [b]],
    [{ reason, searchNumber: c }, [c]],
    [{ reason, account: 'searcher' }, [e, a]],
    [{ reason, account: '东湖商业银行股份有限公司武汉分行' }, [c, b]],
    [{ reason, account: '东湖商业银行股份有限公司武汉分行', purpose: 'dispute' }, [b]],
    [{ reason, debtor: { by: 'organizationName', name: ` ${name} ` } }, [c, a]],
    [{ reason, debtor: { by: 'organizationIdentifier', ...code } }, [c]],
    [{ reason, debtor: { by: 'individualId', ...resident } }, [b]],
    [{ reason, debtor: { by: 'organizationName', name, identifier: code } }, [c, a]],
    [{ reason, debtor: { by: 'organizationName', name: '无此公司' } }, []],
  ]
  for (const [body, expected] of cases) t.same(await numbers(register, body), expected, JSON.stringify(body))
  const by = (await read(register, { reason, debtor: { by: 'individualId', ...resident } })).json()
  t.match(by, {
    followedUntil: /T16:00:00/,
    searches: [
      { account: { name: '东湖商业银行股份有限公司武汉分行', kind: 'institution' }, matchCount: 0, purpose: 'dispute' },
    ],
  })
  t.equal(by.searches[0].query.value, resident.value, 'a registrar sees numbers whole')

  const refusals: [Body, string][] = [
    [{ account: 'searcher' }, 'reason_missing'],
    [{ searchNumber: c }, 'reason_missing'],
    [{ debtor: { by: 'organizationName', name } }, 'reason_missing'],
    [{ reason, account: '无此账户' }, 'account_unknown'],
    [{ reason, debtor: { by: 'organizationName', name: '。' } }, 'debtor_not_searchable'],
    [{ purpose: 'curiosity' }, 'value_not_allowed'],
  ]
  for (const [body, expected] of refusals) {
    const answer = await read(register, body)
    t.equal(answer.statusCode, 422)
    t.match(answer.body, expected, JSON.stringify(body))
  }
})

const code = { scheme: 'uscc', value: '91440300MA5EY03H2M' }

t.test('pages neither overlap nor leave a gap, whatever is searched meanwhile', async (t) => {
  const register = await openRegister(t)
  const made: string[] = []
  for (let at = 6; at >= 1; at -= 1)
    made.unshift(...(await searchThen(register, 'searcher', [byName, byName], noonOf(dayAgo(at)))))
  const inOrder = (await numbers(register, { limit: 200 })).slice()
  t.same([...inOrder].sort(), [...made].sort())
  const seen: string[] = []
  let before: Body | undefined
  do {
    const answer = (await read(register, { limit: 5, ...(before && { before }) })).json()
    seen.push(...answer.searches.map(({ searchNumber }: Body) => searchNumber))
    before = answer.before
    await searchThen(register, 'operator', [byName], new Date().toISOString())
  } while (before)
  t.same(seen, inOrder)
})

t.test('each look is in the audit, with who, what, why and from where, and no identity number', async (t) => {
  const register = await openRegister(t)
  await searchThen(register, 'searcher', [byNumber], noonOf(dayAgo(2)))
  await read(register, { reason, debtor: { by: 'individualId', ...resident } })
  await read(register, { purpose: 'dispute' })
  await read(register, { account: 'searcher' })
  const { rows } = await register.sql(
    `select user_id::int, subject, network is not null as network, request_id is not null as request
     from audit_events where act = 'search_records.read' order by event`,
  )
  const { userId } = register.people.registrar
  t.same(rows, [
    {
      user_id: userId,
      subject: JSON.stringify({
        reason,
        debtor: { by: 'individualId', scheme: 'resident_id', value: '3306**********9924' },
      }),
      network: true,
      request: true,
    },
    { user_id: userId, subject: JSON.stringify({ purpose: 'dispute' }), network: true, request: true },
  ])
})

t.test('opening a search of somebody else is in the audit, opening one’s own is not', async (t) => {
  const register = await openRegister(t)
  const [number] = await searchThen(register, 'operator', [byName], noonOf(dayAgo(2)))
  const url = `/api/v1/searches/${number}`
  const ways = [url, `${url}/certificate`, `/searches/${number}`]
  for (const who of ['operator', 'registrar'] as const) {
    const cookies = { session: await register.sessionOf(who) }
    for (const way of ways) {
      const answer = way.startsWith('/api')
        ? await register.call(who, { url: way })
        : await register.app.inject({ url: way, cookies })
      t.equal(answer.statusCode, 200, `${way} as ${who}`)
    }
  }
  const { rows } = await register.sql(
    `select user_id::int, subject from audit_events where act = 'search_record.opened' order by event`,
  )
  const row = { user_id: register.people.registrar.userId, subject: number }
  t.same(rows, [row, row, row])
})

t.test('role by object: who sees what of searches', async (t) => {
  const register = await openRegister(t)
  const [number] = await searchThen(register, 'operator', [byName], noonOf(dayAgo(2)))
  const roles = ['operator', 'administrator', 'otherOperator', 'searcher', 'registrar', 'court'] as const
  const matrix: [what: string, ask: (who: Who | undefined) => Promise<number>, allowed: readonly string[]][] = [
    ['a search', (who) => status(who, { url: `/api/v1/searches/${number}` }), ['operator', 'registrar']],
    [
      'its certificate',
      (who) => status(who, { url: `/api/v1/searches/${number}/certificate` }),
      ['operator', 'registrar'],
    ],
    ['all searches', (who) => post(who, '/api/v1/search-records', {}), ['registrar']],
    [
      'searches about oneself',
      (who) => status(who, { url: '/api/v1/searches-about-me' }),
      ['operator', 'administrator', 'otherOperator', 'searcher'],
    ],
    [
      'words in all collateral',
      (who) => post(who, '/api/v1/collateral-searches', { text: '设备' }),
      ['registrar', 'court'],
    ],
    [
      'words in one’s own collateral',
      (who) => status(who, { url: '/api/v1/registrations?text=x' }),
      ['operator', 'administrator', 'otherOperator'],
    ],
  ]
  const status = async (who: Who | undefined, request: Body) =>
    (await register.call(who, request as { url: string })).statusCode
  const post = (who: Who | undefined, url: string, payload: Body) => status(who, { method: 'POST', url, payload })
  for (const [what, ask, allowed] of matrix) {
    for (const who of roles) {
      const code = await ask(who)
      if (allowed.includes(who)) t.equal(code, 200, `${who} sees ${what}`)
      else t.ok(code === 403 || code === 404, `${who} does not see ${what}: ${code}`)
    }
    t.equal(await ask(undefined), 401, `nobody signed in sees ${what}`)
  }
  const pages: [url: string, allowed: readonly string[]][] = [
    ['/registrar/searches', ['registrar']],
    ['/searches-about-me', ['operator', 'administrator', 'otherOperator', 'searcher']],
    ['/collateral-search', ['registrar', 'court']],
  ]
  for (const who of roles) {
    const cookies = { session: await register.sessionOf(who) }
    const ways = (await register.app.inject({ url: '/search', cookies })).body.replaceAll('&#x2F;', '/')
    for (const [url, allowed] of pages) {
      const page = await register.app.inject({ url, cookies })
      t.equal(page.statusCode, allowed.includes(who) ? 200 : 403, `${url} as ${who}`)
      t.equal(ways.includes(`href="${url}"`), allowed.includes(who), `the way to ${url}, ${who}`)
    }
  }
})

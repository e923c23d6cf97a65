import t from 'tap'
import { makeUscc } from '../../src/parties/uscc.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>

const name = '宁波甬江模具有限公司'

async function file(register: TestRegister, debtor: string, serial: number): Promise<Body> {
  const example = structuredClone(formOf('chattel_mortgage')!.example) as Body
  const identifier = { scheme: 'uscc', value: makeUscc(`91330200MA${String(serial).padStart(7, '0')}`) }
  const { owner: _owner, ...party } = example.debtors[0]
  const body = {
    ...example,
    debtors: [{ ...party, kind: 'organization', name: debtor, identifier, representative: '陈静' }],
  }
  const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload: body })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

const post = (register: TestRegister, url: string, payload?: Body, headers: Record<string, string> = {}) =>
  register.call('searcher', { method: 'POST', url, headers, ...(payload && { payload }) })

const search = async (register: TestRegister, more: Body = {}) =>
  (
    await post(register, '/api/v1/searches', { by: 'organizationName', name, purpose: 'before_transaction', ...more })
  ).json()

t.test('GET /api/v1/searches', async (t) => {
  const register = await openRegister(t)
  await file(register, name, 1)
  const made: Body[] = []
  for (let at = 0; at < 7; at += 1) {
    made.push(await search(register, at % 2 === 0 ? {} : { name: `没有登记的第${at}公司`, purpose: 'dispute' }))
  }
  const list = async (query: string) => (await register.call('searcher', { url: `/api/v1/searches${query}` })).json()
  const numbers = (answer: Body) => answer.searches.map((each: Body) => each.searchNumber)
  const newest = made.map(({ searchNumber }) => searchNumber).reverse()

  t.test('one’s own, newest first, each with what it asked and found', async (t) => {
    const all = await list('')
    t.same(numbers(all), newest)
    t.notOk('next' in all)
    t.match(all.searches[0], {
      query: { by: 'organizationName', name },
      purpose: 'before_transaction',
      matchCount: 1,
      asOf: made[6]!.asOf,
      links: { self: `/api/v1/searches/${newest[0]}` },
    })
    t.same((await register.call('operator', { url: '/api/v1/searches' })).json(), { searches: [] })
    t.equal((await register.call(undefined, { url: '/api/v1/searches' })).statusCode, 401)
  })

  t.test('page by page, also when several were made in one instant', async (t) => {
    await register.sql(`alter table searches disable trigger all; update searches set searched_at = '2026-01-01';
      alter table searches enable trigger all`)
    const seen: string[] = []
    let next: string | undefined = '/api/v1/searches?limit=2'
    while (next) {
      const page: Body = (await register.call('searcher', { url: next })).json()
      seen.push(...numbers(page))
      next = page.next
    }
    t.same(seen.sort(), [...newest].sort())
  })

  t.test('by purpose, result and day', async (t) => {
    t.equal((await list('?purpose=dispute')).searches.length, 3)
    t.equal((await list('?found=true')).searches.length, 4)
    t.equal((await list('?found=false&purpose=before_transaction')).searches.length, 0)
    t.equal((await list('?searchedFrom=2026-01-02')).searches.length, 0)
    t.equal((await list('?searchedFrom=2026-01-01&searchedTo=2026-01-01')).searches.length, 7)
    const first = await list('?purpose=dispute&limit=2')
    t.equal((await register.call('searcher', { url: first.next })).json().searches.length, 1)
    for (const wrong of ['?name=x', '?limit=201', '?before=1', '?purpose=curiosity']) {
      t.equal((await register.call('searcher', { url: `/api/v1/searches${wrong}` })).statusCode, 422, wrong)
    }
  })
})

t.test('making a search again shows what is new since', async (t) => {
  const register = await openRegister(t)
  const stays = await file(register, name, 1)
  const ends = await file(register, name, 1)
  const changes = await file(register, name, 1)
  const first = await search(register)
  const act = (of: Body, kind: string, payload: Body) =>
    register.call('operator', {
      method: 'POST',
      url: `/api/v1/registrations/${of.registrationNumber}/${kind}`,
      payload: { modificationCode: of.modificationCode, declaration: true, ...payload },
    })
  t.equal((await act(ends, 'discharges', { reason: 'debt_extinguished' })).statusCode, 201)
  t.equal((await act(changes, 'renewals', { additionalMonths: 12 })).statusCode, 201)
  const comes = await file(register, name, 1)

  const again = await post(register, `/api/v1/searches/${first.searchNumber}/repeats`, undefined, {
    'idempotency-key': 'again',
  })
  t.equal(again.statusCode, 201, again.body)
  const second = again.json()
  t.match(second, { repeats: first.searchNumber, query: first.query, purpose: first.purpose, matchCount: 3 })
  t.not(second.searchNumber, first.searchNumber)
  const sent = await post(register, `/api/v1/searches/${first.searchNumber}/repeats`, undefined, {
    'idempotency-key': 'again',
  })
  t.same(sent.json(), second, 'sent twice it is one search')

  const difference = (await register.call('searcher', { url: second.links.difference })).json()
  const listed = (kind: string) => difference[kind].matches.map((each: Body) => each.registrationNumber)
  t.same(listed('added'), [comes.registrationNumber])
  t.same(listed('gone'), [ends.registrationNumber])
  t.same(listed('changed'), [changes.registrationNumber])
  t.same([difference.added.count, difference.gone.count, difference.changed.count], [1, 1, 1])
  t.equal(difference.gone.matches[0].expiresOn, first.matches[1].expiresOn, 'as it stood then')
  t.equal(difference.changed.matches[0].expiresOn, second.matches[1].expiresOn, 'as it stands now')
  t.notOk(JSON.stringify(difference).includes(stays.registrationNumber))

  const nothing = await post(register, `/api/v1/searches/${second.searchNumber}/repeats`, { limit: 1 })
  const third = nothing.json()
  t.equal(third.matches.length, 1)
  t.match((await register.call('searcher', { url: third.links.difference })).json(), {
    added: { count: 0, matches: [] },
    gone: { count: 0 },
    changed: { count: 0 },
  })

  const other = await search(register, { name: '别的有限公司' })
  const compare = (later: string, since: string) =>
    register.call('searcher', { url: `/api/v1/searches/${later}/difference?since=${since}` })
  t.match((await compare(second.searchNumber, other.searchNumber)).json(), { code: 'searches_not_comparable' })
  t.match((await compare(first.searchNumber, second.searchNumber)).json(), { code: 'searches_not_comparable' })
  const own = await register.call('operator', {
    method: 'POST',
    url: '/api/v1/searches',
    payload: { by: 'organizationName', name, purpose: 'dispute' },
  })
  t.equal((await compare(second.searchNumber, own.json().searchNumber)).statusCode, 404, 'not with another’s')
  t.equal((await post(register, `/api/v1/searches/${own.json().searchNumber}/repeats`)).statusCode, 404)
})

import { parse } from 'csv-parse/sync'
import t from 'tap'
import { loadRegister } from '../bench/load-register.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>

const COUNT = 50_000
const name = '上海大宗设备租赁有限公司'

/** 50,000 registrations against one debtor, a few of them of another type. */
async function openLarge(t: Parameters<typeof openRegister>[0]): Promise<TestRegister> {
  const register = await openRegister(t)
  await loadRegister(register.database.superuserUrl, { count: COUNT, debtor: name, filings: true })
  await register.sql('alter table registrations disable trigger all')
  await register.sql(`update registrations set security_type = 'finance_lease' where registration % 5000 = 1`)
  await register.sql(`update registrations set filed_at = filed_at - interval '3 days' where registration <= 700`)
  await register.sql('alter table registrations enable trigger all')
  return register
}

t.test('a debtor with 50,000 registrations', async (t) => {
  const register = await openLarge(t)
  const get = async (url: string) => register.call('searcher', { url })
  const payload = { by: 'organizationName', name, purpose: 'before_transaction' }
  const posted = await register.call('searcher', { method: 'POST', url: '/api/v1/searches', payload })
  t.equal(posted.statusCode, 201)
  const made = posted.json()
  const { searchNumber } = made
  const own = `/api/v1/searches/${searchNumber}`
  const ranks = (answer: Body) => answer.matches.map(({ rank }: Body) => rank)
  const upTo = (count: number, from = 1) => Array.from({ length: count }, (_, at) => from + at)

  t.test('the answer holds all of them, each once and in order, however it is asked for', async (t) => {
    t.equal(made.matchCount, COUNT)
    t.same(ranks(made), upTo(COUNT))
    t.equal(new Set(made.matches.map((each: Body) => each.registrationNumber)).size, COUNT)
    const read = await get(own)
    t.match(read.headers['content-type'], 'application/json')
    t.same(read.json(), made, 'read again, it is the same answer')
    const short = await register.call('searcher', { url: `${own}?limit=2` })
    const { matches, links, ...rest } = made
    t.same(short.json(), { ...rest, matches: matches.slice(0, 2), links: { ...links, next: `${own}?limit=2&after=2` } })
  })

  t.test('under an Idempotency-Key it is all of them again', async (t) => {
    const send = () =>
      register.call('searcher', {
        method: 'POST',
        url: '/api/v1/searches',
        payload,
        headers: { 'idempotency-key': 'large' },
      })
    const first = await send()
    const second = await send()
    t.equal(second.headers['idempotency-replayed'], 'true')
    t.same(second.json(), first.json())
    const { rows } = await register.sql('select max(octet_length(answer)) as bytes from idempotency_keys')
    t.ok(Number(rows[0].bytes) < 300_000, 'what is kept does not grow with the list')
  })

  t.test('pages by rank are stable while filing goes on', async (t) => {
    const seen: number[] = []
    let next: string | undefined = `${own}?limit=1000&after=48500`
    while (next) {
      const page: Body = (await get(next)).json()
      seen.push(...ranks(page))
      t.equal(page.matchCount, COUNT)
      next = page.links.next
      await loadRegister(register.database.superuserUrl, { count: 3, debtor: name, filings: true })
    }
    t.same(seen, upTo(1_500, 48_501))
    const first = await register.call('searcher', {
      method: 'POST',
      url: '/api/v1/searches',
      payload: { ...payload, limit: 5 },
    })
    t.ok(first.json().matchCount > COUNT, 'a new search finds what was filed meanwhile')
    t.same(ranks(first.json()), upTo(5))
    t.match(first.json().links.next, /\?limit=5&after=5$/)
  })

  t.test('a view narrows and orders, and says of how many', async (t) => {
    const ofType = (await get(`${own}?securityType=finance_lease`)).json()
    t.match(ofType, { matchCount: COUNT, viewCount: 10 })
    t.same(
      ranks(ofType),
      upTo(10).map((each) => (each - 1) * 5_000 + 1),
    )
    const newest = (await get(`${own}?sort=newest&limit=3`)).json()
    t.same(ranks(newest), [50_000, 49_999, 49_998])
    t.same(ranks((await get(newest.links.next)).json()), [49_997, 49_996, 49_995])
    t.notOk('viewCount' in newest, 'an order leaves nothing out')
    const expiry = (await get(`${own}?sort=expiry`)).json()
    t.same(
      [...ranks(expiry)].sort((a, b) => a - b),
      upTo(COUNT),
      'each once',
    )
    const keys = expiry.matches.map((each: Body) => [each.expiresOn, String(each.rank).padStart(5, '0')].join())
    t.same(keys, [...keys].sort(), 'the earliest expiry first, then by rank')
    const paged: number[] = []
    let next: string | undefined = `${own}?sort=expiry&limit=4&securityType=finance_lease`
    while (next) {
      const page: Body = (await get(next)).json()
      paged.push(...ranks(page))
      next = page.links.next
    }
    t.equal(new Set(paged).size, 10)
    const day = (time: string) => new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 10)
    const early = (await get(`${own}?filedTo=${day(made.matches[0].filedAt)}`)).json()
    t.equal(early.viewCount, 700)
    const late = (await get(`${own}?filedFrom=${day(made.matches[COUNT - 1].filedAt)}&limit=1`)).json()
    t.equal(
      late.viewCount,
      made.matches.filter((each: Body) => day(each.filedAt) === day(made.matches[COUNT - 1].filedAt)).length,
    )
    for (const wrong of [
      'sort=name',
      'limit=0',
      'limit=1001',
      'after=-1',
      'securityType=gift',
      'filedFrom=2026-13-01',
      'x=1',
    ]) {
      t.equal((await get(`${own}?${wrong}`)).statusCode, 422, wrong)
    }
  })

  t.test('exports are complete', async (t) => {
    const csv = await get(`${own}/matches.csv`)
    t.match(csv.headers['content-type'], 'text/csv; charset=utf-8')
    t.match(csv.headers['content-disposition'], `search-${searchNumber}.csv`)
    t.ok(csv.body.startsWith('\ufeff次序,登记证明编号'))
    const lines = parse(csv.body, { bom: true, from: 2 }) as string[][]
    t.same(
      lines.map(([rank]) => Number(rank)),
      upTo(COUNT),
    )
    t.same(lines.at(-1)![1]!.replaceAll(' ', ''), made.matches[COUNT - 1].registrationNumber)
    const part = await get(`${own}/matches.csv?securityType=finance_lease&lang=en&sort=newest`)
    t.equal((parse(part.body, { bom: true, from: 2 }) as string[][])[0]![0], '45001')
    t.match(part.body, /^\ufeffRank,Registration number,/)
    t.match(part.headers['content-disposition'], `search-${searchNumber}-view.csv`)
    const other = { url: `${own}/matches.csv` }
    t.equal((await register.call('operator', other)).statusCode, 404, 'not for others')
    t.equal((await register.call(undefined, other)).statusCode, 401)
  })

  t.test('a long answer neither stands in the way nor fills memory', async (t) => {
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last - 10)
      last = performance.now()
    }, 10)
    const answer = await register.app.inject({
      url: own,
      headers: { authorization: `Bearer ${register.people.searcher.apiKey}` },
      payloadAsStream: true,
    })
    let bytes = 0
    let held = 0
    for await (const chunk of answer.stream()) {
      bytes += (chunk as Buffer).length
      held = Math.max(held, (chunk as Buffer).length)
    }
    clearInterval(timer)
    t.comment(`${bytes} bytes, longest piece ${held} bytes, longest pause ${Math.round(longest)} ms`)
    t.ok(bytes > 15_000_000)
    t.ok(held < 1_000_000, 'a piece is a page of matches')
  })
})

import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { callBack } from '../../src/bulk-searches/call-back.ts'
import { type Body, openListed } from './listed-register.ts'

/* What is told to the address that a list came with, and what happens when nobody listens there. */

const search = (name: string) => ({ by: 'organizationName', name })

async function listener(t: Test) {
  const got: { body: string; signature: string }[] = []
  let status = 200
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      got.push({ body, signature: String(request.headers['encumbra-signature']) })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  return {
    got,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/done`,
    answers: (with_: number) => {
      status = with_
    },
  }
}

t.test('a caller is told the end of its list', async (t) => {
  const { register, start, get, run } = await openListed(t)
  const { deps } = register
  const { got, url, answers } = await listener(t)
  const callbackOf = async (list: Body) => (await get(list.links.self)).callback
  const due = () =>
    register.sql(`update bulk_search_callbacks set next_at = clock_timestamp() where next_at is not null`)

  t.test('signed, with counts and no personal data, once', async (t) => {
    const list = await start([search('甲公司'), search('（）')], { callbackUrl: url })
    t.match(list.callback, { url, state: 'not_due', tries: 0 })
    await callBack(deps)
    t.same(got, [], 'not before the end')
    await run()
    await callBack(deps)
    await callBack(deps)
    t.equal(got.length, 1)
    const { body, signature } = got[0]!
    const [, at, sent] = /^t=(\d+),v1=([0-9a-f]+)$/.exec(signature)!
    const hmac = createHmac('sha256', Buffer.from(list.callbackSecret, 'hex')).update(`${at}.${body}`).digest('hex')
    t.equal(sent, hmac)
    const { endedAt } = await get(list.links.self)
    t.same(JSON.parse(body), {
      event: 'bulk_search.ended',
      bulkSearchNumber: list.bulkSearchNumber,
      state: 'ended',
      total: 2,
      done: 2,
      found: 0,
      nothingFound: 1,
      refused: 1,
      endedAt,
      links: { self: `http://127.0.0.1:8080${list.links.self}` },
    })
    t.match(await callbackOf(list), { state: 'delivered', tries: 1 })
  })

  t.test('tried again with growing pauses, and given up after a day', async (t) => {
    got.length = 0
    answers(503)
    const list = await start([search('乙公司')], { callbackUrl: url })
    await run()
    await callBack(deps)
    t.match(await callbackOf(list), { state: 'waiting', tries: 1, lastFailure: 'status_503' })
    await callBack(deps)
    t.equal(got.length, 1, 'not before its pause is over')
    const pauses: number[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      await due()
      await callBack(deps)
      const { rows } = await register.sql(
        'select extract(epoch from next_at - clock_timestamp())::float as pause from bulk_search_callbacks where next_at is not null',
      )
      pauses.push(rows[0].pause)
    }
    t.ok(
      pauses.every((pause, at) => at === 0 || pause > pauses[at - 1]! * 1.8),
      String(pauses),
    )
    answers(200)
    await due()
    await callBack(deps)
    t.match(await callbackOf(list), { state: 'delivered', tries: 5 })
    t.notOk('lastFailure' in (await callbackOf(list)))

    answers(500)
    const lost = await start([search('丙公司')], { callbackUrl: url })
    await run()
    await register.sql(
      `update bulk_search_callbacks set due_since = due_since - interval '25 hours' where next_at is not null`,
    )
    await callBack(deps)
    t.match(await callbackOf(lost), { state: 'given_up', lastFailure: 'status_500' })
    got.length = 0
    await due()
    await callBack(deps)
    t.same(got, [])
    answers(200)
  })

  t.test('a list that was stopped is told too, and told again when it was resumed and ended', async (t) => {
    got.length = 0
    const list = await start([search('丁公司')], { callbackUrl: url })
    await register.call('operator', { method: 'POST', url: list.links.cancellations })
    await callBack(deps)
    await register.call('operator', { method: 'POST', url: list.links.resumptions })
    t.match(await callbackOf(list), { state: 'not_due', tries: 0 })
    await run()
    await callBack(deps)
    t.same(
      got.map(({ body }) => JSON.parse(body).state),
      ['cancelled', 'ended'],
    )
  })

  t.test('two workers tell it once; one that was killed before it noted is followed by another', async (t) => {
    got.length = 0
    const list = await start([search('（）')], { callbackUrl: url })
    await Promise.all([callBack(deps), callBack(deps), callBack(deps)])
    t.equal(got.length, 1)
    await register.sql(
      `update bulk_search_callbacks set outcome = null, next_at = clock_timestamp() - interval '1 second'
       where bulk_search = (select bulk_search from bulk_searches where bulk_search_number = $1)`,
      [list.bulkSearchNumber],
    )
    await callBack(deps)
    t.equal(got.length, 2)
  })

  t.test('outside the sandbox this machine is not called', async (t) => {
    got.length = 0
    const list = await start([search('（）')], { callbackUrl: url })
    await callBack(deps, { loopback: false })
    t.same(got, [])
    t.match(await callbackOf(list), { state: 'waiting', lastFailure: 'address_not_allowed' })
  })
})

t.test('outside the sandbox addresses of this machine and http are refused at once', async (t) => {
  const { post } = await openListed(t, { sandbox: false })
  const body = { purpose: 'dispute', searches: [search('甲')] }
  for (const callbackUrl of ['http://127.0.0.1:8080/', 'http://localhost:8080/', 'http://example.org/'])
    t.equal((await post({ ...body, callbackUrl })).json().errors[0].code, 'callback_url_wrong', callbackUrl)
  const answer = await post({ ...body, callbackUrl: 'https://169.254.169.254/latest' })
  t.equal(answer.json().errors[0].code, 'callback_address_not_allowed')
})

import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { callOut, type OutboundRules, refuseCallUrl, signatureOf } from '../../src/platform/outbound-call.ts'

const secret = Buffer.alloc(32, 7)
const call = { body: '{"a":"一"}', secret, at: 1_795_600_000 }
const sandbox: OutboundRules = { loopback: true }
const strict: OutboundRules = { loopback: false }

type Got = { path: string; headers: IncomingMessage['headers']; body: string }

async function listening(
  t: Test,
  answer: (path: string) => { status: number; headers?: Record<string, string> } | 'silence',
) {
  const got: Got[] = []
  const server: Server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      got.push({ path: request.url!, headers: request.headers, body })
      const said = answer(request.url!)
      if (said !== 'silence') response.writeHead(said.status, said.headers).end('x'.repeat(100_000))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.closeAllConnections())
  t.teardown(() => server.close())
  return { got, port: (server.address() as AddressInfo).port }
}

/** A resolver that gives these addresses, one list a look-up; the last stays. */
function resolver(...lists: string[][]): { lookup: NonNullable<OutboundRules['lookup']>; asked: string[] } {
  const asked: string[] = []
  const lookup = (hostname: string, _options: object, done: (...found: unknown[]) => void) => {
    const list = lists[Math.min(asked.length, lists.length - 1)]!
    asked.push(hostname)
    const addresses = list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    setImmediate(() => done(null, addresses))
  }
  return { lookup: lookup as unknown as NonNullable<OutboundRules['lookup']>, asked }
}

t.test('addresses that users give', async (t) => {
  const wrong = [
    ...['', 'example.org', 'http://example.org/', 'ftp://example.org/', 'file:///etc/passwd', 'javascript:alert(1)'],
    ...['https://user@example.org/', 'https://user:secret@example.org/', 'https://example.org/#part', 'https://'],
    ...[
      'https://example.org:22/',
      'https://example.org:80/',
      'https://example.org:1023/',
      `https://example.org/${'x'.repeat(500)}`,
    ],
  ]
  for (const url of wrong) {
    t.equal(refuseCallUrl(url, strict)?.code, 'callback_url_wrong', url)
    t.equal(refuseCallUrl(url, sandbox)?.code, 'callback_url_wrong', url)
  }
  const inside = [
    ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '10.0.0.1', '169.254.169.254', '192.168.0.1'],
    ...[
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:a9fe:a9fe]',
      '[fe80::1]',
      '[fd00::1]',
      '[64:ff9b::7f00:1]',
      '0.0.0.0',
      '[::]',
    ],
  ]
  for (const host of inside)
    t.equal(refuseCallUrl(`https://${host}/`, strict)?.code, 'callback_address_not_allowed', host)
  const right = [
    'https://example.org/',
    'https://example.org:8443/x?y=z',
    'https://1.1.1.1/',
    'https://[2606:4700:4700::1111]/',
  ]
  for (const url of right) t.equal(refuseCallUrl(url, strict), undefined, url)
  for (const url of ['http://127.0.0.1:8080/', 'http://localhost:8080/', 'https://[::1]:8443/'])
    t.equal(refuseCallUrl(url, sandbox), undefined, `${url} in the sandbox`)
  t.ok(refuseCallUrl('http://10.0.0.1:8080/', sandbox), 'the sandbox calls this machine, and no network')
})

t.test('a call is signed, posted once, and its answer is not read', async (t) => {
  const { got, port } = await listening(t, () => ({ status: 204 }))
  t.equal(await callOut(`http://127.0.0.1:${port}/done?x=1`, call, sandbox), undefined)
  t.equal(got.length, 1)
  const [{ path, headers, body }] = got as [Got]
  t.equal(path, '/done?x=1')
  t.equal(body, call.body)
  t.equal(headers['content-type'], 'application/json; charset=utf-8')
  const [, at, sent] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['encumbra-signature']))!
  t.equal(sent, createHmac('sha256', secret).update(`${at}.${body}`).digest('hex'))
  t.not(signatureOf(body, secret, call.at + 1), signatureOf(body, secret, call.at), 'the time is signed too')
})

t.test('what is no acknowledgement', async (t) => {
  const { got, port } = await listening(t, (path) => {
    if (path === '/silent') return 'silence'
    if (path === '/moved') return { status: 302, headers: { location: '/elsewhere' } }
    return { status: Number(path.slice(1)) }
  })
  const origin = `http://127.0.0.1:${port}`
  for (const status of [301, 400, 404, 410, 500, 503])
    t.equal(await callOut(`${origin}/${status}`, call, sandbox), `status_${status}`)
  t.equal(await callOut(`${origin}/moved`, call, sandbox), 'status_302')
  t.notOk(
    got.some(({ path }) => path === '/elsewhere'),
    'a redirect is not followed',
  )
  t.equal(await callOut(`${origin}/silent`, call, { ...sandbox, timeoutMs: 200 }), 'timed_out')
  t.equal(await callOut('http://127.0.0.1:1025/', call, sandbox), 'connection_failed')
  t.equal(await callOut('https://no-such-name.invalid/', call, strict), 'name_not_found')
  t.equal(await callOut(`https://127.0.0.1:${port}/`, call, sandbox), 'connection_failed', 'TLS is spoken to https')
})

t.test(
  'a name that leads to an address of ours is not called, also when it leads elsewhere the second time',
  async (t) => {
    const { got, port } = await listening(t, () => ({ status: 200 }))
    const url = `https://bank.example:${port}/`
    for (const addresses of [
      ['127.0.0.1'],
      ['10.1.2.3'],
      ['::1'],
      ['::ffff:127.0.0.1'],
      ['169.254.169.254'],
      ['1.1.1.1', '127.0.0.1'],
      [],
    ]) {
      const { lookup, asked } = resolver(addresses)
      t.equal(await callOut(url, call, { ...strict, lookup }), 'address_not_allowed', addresses.join(' '))
      t.same(asked, ['bank.example'])
    }
    // Looked up once a call: there is no second answer that was not checked.
    const { lookup, asked } = resolver(['2001:db8::1', '1.1.1.1'], ['127.0.0.1'])
    t.equal(await callOut(url, call, { ...strict, lookup }), 'address_not_allowed')
    t.equal(await callOut(url, call, { ...strict, lookup }), 'address_not_allowed')
    t.equal(asked.length, 2)
    const rebound = resolver(['1.1.1.1'], ['127.0.0.1'])
    const first = await callOut(url, call, { ...strict, lookup: rebound.lookup, timeoutMs: 500 })
    t.match(first, /^(timed_out|connection_failed)$/, 'it went to the address that was checked, or nowhere')
    t.equal(rebound.asked.length, 1)
    t.same(got, [], 'nobody of ours was called')
  },
)

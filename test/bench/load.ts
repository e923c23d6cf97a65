import { connect } from 'node:net'

type Load = { url: string; apiKey: string; bodies: readonly string[]; connections: number; seconds: number }

/**
 * Loads one address with POSTs over keep-alive connections for a bounded time. Requests are made beforehand and answers
 * are only counted, so that the load itself takes as little of the machine as can be. Loopback only.
 */
export async function postLoad(load: Load): Promise<{ perSecond: number; answered: number }> {
  const { hostname, port, pathname } = new URL(load.url)
  if (hostname !== '127.0.0.1') throw new Error('load goes to loopback only')
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: Bearer ${load.apiKey}\r\ncontent-type: application/json\r\n`
  const requests = load.bodies.map((body) =>
    Buffer.from(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`),
  )
  const until = performance.now() + load.seconds * 1000
  let next = 0
  let answered = 0
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname)
      let received: Buffer = Buffer.alloc(0)
      const send = () => {
        if (performance.now() >= until) {
          socket.end()
          resolve()
        } else socket.write(requests[next++ % requests.length]!)
      }
      socket.setNoDelay(true)
      socket.on('connect', send)
      socket.on('error', reject)
      socket.on('close', () => reject(new Error('the connection was closed')))
      socket.on('data', (chunk) => {
        received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
        const length = answerLength(received)
        if (length === undefined || received.length < length) return
        if (received.toString('latin1', 9, 12) !== '201')
          return reject(new Error(received.toString('utf8').slice(0, 2_000)))
        received = Buffer.alloc(0)
        answered += 1
        send()
      })
    })
  const began = performance.now()
  await Promise.all(Array.from({ length: load.connections }, one))
  return { perSecond: answered / ((performance.now() - began) / 1000), answered }
}

/** The length of a whole answer, once its head is there. */
function answerLength(received: Buffer): number | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const length = /content-length: (\d+)/i.exec(received.toString('latin1', 0, end))?.[1]
  if (length === undefined) throw new Error('an answer without content-length')
  return end + 4 + Number(length)
}

import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Below the range from which systems take the local ports of outgoing connections (32768 up on Linux, 49152 up on
 * macOS and Windows). Binding to port 0 would give one out of that range, and then any outgoing connection may sit on
 * it later: even a client that retries while the server restarts, which so ends up connected to itself.
 */
const PORT_MIN = 15_000
const PORT_MAX = 32_000

/** A port on 127.0.0.1 that nothing listens on. Another process may take it before it is used. */
export async function chooseFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = randomInt(PORT_MIN, PORT_MAX)
    if (await isPortFree(port)) return port
  }
  throw new Error(`No free port was found on 127.0.0.1 between ${PORT_MIN} and ${PORT_MAX}.`)
}

/** Whether this process could listen on the port of 127.0.0.1 now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}

import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'

/** A batch under way: what is sent and what has come back are two streams. */
export type Sending = { request: ClientRequest; response: Promise<IncomingMessage> }

/** Opens a batch over a real connection. */
export function openBatch(url: string, apiKey: string, headers: Record<string, string> = {}): Sending {
  const sent = request(`${url}/api/v1/registrations/batches`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson', ...headers },
  })
  // A connection that breaks is told by the response, or by there being none.
  sent.on('error', () => {})
  const response = once(sent, 'response').then(([answer]) => (answer as IncomingMessage).on('error', () => {}))
  response.catch(() => {})
  return { request: sent, response }
}

/** The lines of an answer, as they come. @throws when it is cut off */
export async function* answersOf({ response }: Sending): AsyncGenerator<Record<string, any>> {
  let unread = ''
  for await (const chunk of (await response).setEncoding('utf8')) {
    const lines = (unread + chunk).split('\n')
    unread = lines.pop()!
    for (const line of lines) yield JSON.parse(line)
  }
  if (unread !== '') yield JSON.parse(unread)
}

/** Sends a whole batch and reads its answer. */
export async function sendLines(
  url: string,
  apiKey: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; lines: Record<string, any>[]; summary?: Record<string, number> }> {
  const sending = openBatch(url, apiKey, headers)
  sending.request.end(body)
  const lines: Record<string, any>[] = []
  for await (const each of answersOf(sending)) lines.push(each)
  const { summary } = lines.at(-1)?.summary ? lines.pop()! : {}
  return { status: (await sending.response).statusCode!, lines, summary }
}

import { once } from 'node:events'
import { request } from 'node:http'
import pg from 'pg'
import type { RegistrationContent } from '../../src/registrations/registration-form.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { sampleRegistration } from '../../src/sandbox/sample-filings.ts'
import { figure, option } from './figure.ts'
import { rawRows, TABLES } from './raw-rows.ts'
import { median, rawTables } from './register.ts'
import { startSandbox } from './sandbox-process.ts'

const GROUP = 100
const ROUNDS = 5

/**
 * Bulk filing over HTTP, one stream of lines under one Idempotency-Key, against one raw client that inserts the same
 * rows into tables of the same shape: a hundred filings a transaction, one statement a table, equally durable, the rows
 * made beforehand. Rounds alternate, and the medians are compared.
 */
export async function benchBatch(args: string[]): Promise<void> {
  const lines = option(args, 'lines', 10_000)
  const sandbox = await startSandbox()
  try {
    const contents = Array.from({ length: 500 }, (_, at) => ({
      ...(sampleRegistration(createRandom('bench', at), {}) as unknown as RegistrationContent),
      filerReference: `B-${at}`,
    }))
    const body = Buffer.from(
      Array.from({ length: lines }, (_, at) => `${JSON.stringify(contents[at % contents.length])}\n`).join(''),
    )
    const counter = await rawTables(sandbox.superuserUrl)
    const ours: number[] = []
    const limits: number[] = []
    await sendBatch(sandbox.url, sandbox.operator.apiKey, body, 'warm')
    for (let round = 0; round < ROUNDS; round += 1) {
      limits.push(await rawGroups(sandbox.superuserUrl, contents, counter, lines))
      ours.push(lines / (await sendBatch(sandbox.url, sandbox.operator.apiKey, body, `round ${round}`)))
    }
    figure('batch', median(ours), 'filings/s', median(limits))
  } finally {
    await sandbox.end()
  }
}

/** Sends the lines, reads every answer and gives the seconds from the first byte to the summary. */
async function sendBatch(url: string, apiKey: string, body: Buffer, key: string): Promise<number> {
  const began = performance.now()
  const sent = request(`${url}/api/v1/registrations/batches`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson', 'idempotency-key': key },
  })
  const answered = once(sent, 'response')
  sent.end(body)
  const [response] = await answered
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  const seconds = (performance.now() - began) / 1000
  const answers = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n')
  const { summary } = JSON.parse(answers.at(-1)!)
  if (summary?.filed !== answers.length - 1) throw new Error(`not all was filed: ${answers.at(-1)}`)
  return seconds
}

/** Filings a second of one client that inserts group after group; making the rows is not counted. */
async function rawGroups(
  url: string,
  contents: RegistrationContent[],
  counter: { next: number },
  filings: number,
): Promise<number> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=raw -c TimeZone=UTC' })
  await client.connect()
  let milliseconds = 0
  for (let done = 0; done < filings; done += GROUP) {
    const size = Math.min(GROUP, filings - done)
    const group = Array.from({ length: size }, (_, at) => contents[(done + at) % contents.length]!)
    const rows = rawRows(group, counter)
    const began = performance.now()
    await client.query('begin')
    for (const table of TABLES) await insertRows(client, table, rows[table] ?? [])
    await client.query('commit')
    milliseconds += performance.now() - began
  }
  await client.end()
  return filings / (milliseconds / 1000)
}

/** All rows of one table in one statement. */
async function insertRows(client: pg.Client, table: string, rows: Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!)
  let at = 0
  const places = rows.map(() => `(${columns.map(() => `$${++at}`).join(', ')})`).join(', ')
  const text = `insert into ${table} (${columns.join(', ')}) values ${places}`
  await client.query({ text, values: rows.flatMap((row) => columns.map((column) => row[column])) })
}

import pg from 'pg'
import type { Act } from '../../src/registrations/act.ts'
import type { RegistrationContent } from '../../src/registrations/registration-form.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { sampleRegistration } from '../../src/sandbox/sample-filings.ts'
import { figure, option } from './figure.ts'
import { postLoad } from './load.ts'
import { preparedAct, rowsOf, TABLES } from './raw-rows.ts'
import { startSandbox } from './sandbox-process.ts'

const CONNECTIONS = 32
const RAW_CLIENTS = 16
const ROUNDS = 3

/**
 * Filings over HTTP, ordered and durable, against raw clients that insert the same rows, each filing in a transaction
 * of its own, unordered, into tables of the same shape. Rounds alternate, and the medians are compared.
 */
export async function benchRegister(args: string[]): Promise<void> {
  const seconds = option(args, 'seconds', 8)
  const sandbox = await startSandbox()
  try {
    const contents = Array.from({ length: 500 }, (_, at) => ({
      ...(sampleRegistration(createRandom('bench', at), {}) as unknown as RegistrationContent),
      filerReference: `B-${at}`,
    }))
    const bodies = contents.map((each) => JSON.stringify(each))
    const raw = await rawTables(sandbox.superuserUrl)
    const ours: number[] = []
    const limits: number[] = []
    const load = {
      url: `${sandbox.url}/api/v1/registrations`,
      apiKey: sandbox.operator.apiKey,
      bodies,
      connections: CONNECTIONS,
    }
    await postLoad({ ...load, seconds: 2 })
    for (let round = 0; round < ROUNDS; round += 1) {
      limits.push(await rawLoad(sandbox.superuserUrl, contents, raw, seconds))
      ours.push((await postLoad({ ...load, seconds })).perSecond)
    }
    figure('register', median(ours), 'filings/s', median(limits))
  } finally {
    await sandbox.end()
  }
}

type Counter = { next: number }

/** Tables of the same shape as the register's, indexes and checks included, in a schema of their own. */
export async function rawTables(url: string): Promise<Counter> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create schema raw')
  for (const table of TABLES) await client.query(`create table raw.${table} (like public.${table} including all)`)
  await client.end()
  return { next: 1 }
}

async function rawLoad(
  url: string,
  contents: RegistrationContent[],
  counter: Counter,
  seconds: number,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: RAW_CLIENTS }, async () => {
      const client = new pg.Client({ connectionString: url, options: '-c search_path=raw -c TimeZone=UTC' })
      await client.connect()
      return client
    }),
  )
  const acts = contents.map(preparedAct)
  const until = performance.now() + seconds * 1000
  let done = 0
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        const sequence = counter.next++
        await insertRaw(client, acts[sequence % acts.length]!, sequence)
        done += 1
      }
    }),
  )
  await Promise.all(clients.map((client) => client.end()))
  return done / seconds
}

async function insertRaw(client: pg.Client, act: Act, sequence: number): Promise<void> {
  await client.query('begin')
  for (const [table, rows] of Object.entries(rowsOf(act, sequence))) {
    for (const row of rows) await insert(client, table, row)
  }
  await client.query('commit')
}

/** One row, by a statement that is prepared once for each shape: the raw clients lose nothing to parsing. */
async function insert(client: pg.Client, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row)
  const text = `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`
  await client.query({ name: `raw-${table}`, text, values: Object.values(row) })
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

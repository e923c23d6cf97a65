import pg from 'pg'
import { beijingDate, rfc3339, systemClock } from '../../src/platform/clock.ts'
import { composeNumber, randomDigits } from '../../src/platform/numbers.ts'
import type { Act, Outcome, Place } from '../../src/registrations/act.ts'
import { prepareRegistration } from '../../src/registrations/register.ts'
import type { RegistrationContent } from '../../src/registrations/registration-form.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { sampleRegistration } from '../../src/sandbox/sample-filings.ts'
import { figure, option } from './figure.ts'
import { postLoad } from './load.ts'
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

async function rawTables(url: string): Promise<Counter> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create schema raw')
  for (const table of TABLES) await client.query(`create table raw.${table} (like public.${table} including all)`)
  await client.end()
  return { next: 1 }
}

const TABLES = [
  'filings',
  'filing_contents',
  'registrations',
  'debtor_keys',
  'asset_keys',
  'modification_codes',
  'audit_events',
]

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
  const acts = contents.map(prepared)
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

function prepared(content: RegistrationContent): Act {
  const filer = { actor: 1, account: 1, accountName: 'raw', network: '127.0.0.1', requestId: 'raw' }
  const act = prepareRegistration(filer, content, { today: beijingDate(systemClock.nowMicroseconds()) })
  if ('refused' in act) throw new Error(JSON.stringify(act.refused))
  return act
}

async function insertRaw(client: pg.Client, act: Act, sequence: number): Promise<void> {
  const at = systemClock.nowMicroseconds() * 1 + (sequence % 1000)
  const filedOn = beijingDate(at)
  const place: Place = {
    sequence,
    filedAt: rfc3339(1_000_000_000_000_000 + sequence),
    filedOn,
    filingNumber: composeNumber(filedOn, randomDigits('filing')),
  }
  const outcome = act.judge(
    { filerReferences: new Map(), importedLines: new Map(), registrations: new Map(), attachments: new Set() },
    place,
  ) as Outcome
  const { derived } = outcome
  await client.query('begin')
  await insert(client, 'filings', {
    sequence,
    filed_at: place.filedAt,
    filing_id: crypto.randomUUID(),
    filing_number: place.filingNumber,
    kind: act.kind,
    registration: sequence,
    account: 1,
    actor: 1,
    commitment: act.commitment,
    verification_code: act.verificationCode,
  })
  await insert(client, 'filing_contents', { sequence, content: act.content, salt: act.salt })
  for (const row of derived.registrations ?? []) {
    await insert(client, 'registrations', {
      ...row,
      secured_parties: JSON.stringify(row.secured_parties),
      debtors: JSON.stringify(row.debtors),
    })
  }
  for (const row of derived.debtorKeys ?? [])
    await insert(client, 'debtor_keys', { ...row, key_digest: Buffer.from(row.key_digest, 'hex') })
  for (const row of derived.assetKeys ?? [])
    await insert(client, 'asset_keys', { ...row, key_digest: Buffer.from(row.key_digest, 'hex') })
  for (const row of derived.modificationCodes ?? [])
    await insert(client, 'modification_codes', { ...row, code_hash: Buffer.from(row.code_hash, 'hex') })
  await insert(client, 'audit_events', {
    at: place.filedAt,
    user_id: 1,
    account: 1,
    act: 'filing.initial',
    subject: place.filingNumber,
    network: '127.0.0.1',
    request_id: 'raw',
  })
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

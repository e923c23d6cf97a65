import pg from 'pg'
import pino from 'pino'
import { beijingDate, systemClock } from '../../src/platform/clock.ts'
import { createPool } from '../../src/platform/database.ts'
import { FilingSequencer } from '../../src/registrations/filing-sequencer.ts'
import { keyDigest } from '../../src/registrations/key-digest.ts'
import { prepareRegistration } from '../../src/registrations/register.ts'
import type { RegistrationContent } from '../../src/registrations/registration-form.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { sampleRegistration } from '../../src/sandbox/sample-filings.ts'
import { organizationSearchKey, SEARCH_LOGIC } from '../../src/search/search-key.ts'
import { figure, option } from './figure.ts'
import { postLoad } from './load.ts'
import { median } from './register.ts'
import { startSandbox } from './sandbox-process.ts'

const CONNECTIONS = 32
const POOL = 10
const ROUNDS = 3

/**
 * Certified searches by name over HTTP, each recorded, against the raw indexed SELECT through a pool of the same size.
 */
export async function benchSearch(args: string[]): Promise<void> {
  const seconds = option(args, 'seconds', 8)
  const count = option(args, 'count', 20_000)
  const sandbox = await startSandbox()
  try {
    const names = await fill(sandbox.databaseUrl, count)
    const bodies = names.map((name) => JSON.stringify({ by: 'organizationName', name, purpose: 'before_transaction' }))
    const ours: number[] = []
    const limits: number[] = []
    const load = {
      url: `${sandbox.url}/api/v1/searches`,
      apiKey: sandbox.searcher.apiKey,
      bodies,
      connections: CONNECTIONS,
    }
    await postLoad({ ...load, seconds: 2 })
    for (let round = 0; round < ROUNDS; round += 1) {
      limits.push(await rawSelects(sandbox.databaseUrl, names, seconds))
      ours.push((await postLoad({ ...load, seconds })).perSecond)
    }
    figure('search', median(ours), 'searches/s', median(limits))
  } finally {
    await sandbox.end()
  }
}

/** Files generated registrations through the order itself and returns their debtors' names. */
async function fill(databaseUrl: string, count: number): Promise<string[]> {
  const sequencer = new FilingSequencer({ databaseUrl, log: pino({ level: 'silent' }), queueMaxFilings: 5_000 })
  sequencer.start()
  const filer = { actor: 1, account: 1, accountName: 'bench', network: undefined, requestId: undefined }
  const today = beijingDate(systemClock.nowMicroseconds())
  const names: string[] = []
  for (let at = 0; at < count; at += 500) {
    const group = Array.from({ length: Math.min(500, count - at) }, (_, each) => {
      const content = sampleRegistration(createRandom('search', at + each), {}) as unknown as RegistrationContent
      for (const debtor of content.debtors) if (debtor.kind === 'organization' && debtor.name) names.push(debtor.name)
      const act = prepareRegistration(filer, content, { today })
      if ('refused' in act) throw new Error(JSON.stringify(act.refused))
      return sequencer.submit(act)
    })
    await Promise.all(group)
  }
  await sequencer.close()
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c role=registry_owner' })
  await client.connect()
  await client.query('analyze')
  await client.end()
  return names
}

async function rawSelects(databaseUrl: string, names: readonly string[], seconds: number): Promise<number> {
  const pool = createPool(databaseUrl, { role: 'registry_app', applicationName: 'raw', max: POOL, onError: () => {} })
  const keys = names.map((name) => {
    const key = organizationSearchKey(name)
    return { key, digest: keyDigest('organization_name', SEARCH_LOGIC, key) }
  })
  const until = performance.now() + seconds * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < until) {
        const { key, digest } = keys[done++ % keys.length]!
        await pool.query({
          name: 'raw-select',
          text: `select r.* from debtor_keys k join registrations r using (registration) where k.key_digest = $1 and k.key = $2`,
          values: [digest, key],
        })
      }
    }),
  )
  await pool.end()
  return done / seconds
}

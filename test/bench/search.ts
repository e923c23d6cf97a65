import { createPool } from '../../src/platform/database.ts'
import { keyDigest } from '../../src/registrations/key-digest.ts'
import { organizationSearchKey, SEARCH_LOGIC } from '../../src/search/search-key.ts'
import { figure, option } from './figure.ts'
import { postLoad } from './load.ts'
import { loadRegister } from './load-register.ts'
import { median } from './register.ts'
import { type SandboxProcess, startSandbox } from './sandbox-process.ts'

const CONNECTIONS = 32
const POOL = 10
const ROUNDS = 3

/**
 * Certified searches by name over HTTP, each recorded, against the raw indexed SELECT through a pool of the same size;
 * then the same among fifty times as many names: how much slower it is, as raw SELECTs are too.
 */
export async function benchSearch(args: string[]): Promise<void> {
  const seconds = option(args, 'seconds', 8)
  const count = option(args, 'count', 100_000)
  const large = option(args, 'large', 5_000_000)
  const sandbox = await startSandbox()
  try {
    const few = await measure(sandbox, count, 'few', seconds)
    figure('search', few.ours, 'searches/s', few.raw)
    const many = await measure(sandbox, large, 'many', seconds)
    figure(`search among ${large} names`, many.ours, 'searches/s', many.raw)
    figure(`search among ${large} names: times slower`, few.ours / many.ours, '×', 1.3)
  } finally {
    await sandbox.end()
  }
}

/** Loads so many debtors beside what is there, and searches those loaded. */
async function measure(sandbox: SandboxProcess, count: number, seed: string, seconds: number) {
  const names = (await loadRegister(sandbox.superuserUrl, { count, seed })).map(({ name }) => name)
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
  return { ours: median(ours), raw: median(limits) }
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

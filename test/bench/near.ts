import pg from 'pg'
import pino from 'pino'
import { NearMatches } from '../../src/near-matches/near-matches.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { sampleRegistration } from '../../src/sandbox/sample-filings.ts'
import { organizationSearchKey } from '../../src/search/search-key.ts'
import { figure, option } from './figure.ts'
import { postLoad } from './load.ts'
import { loadRegister } from './load-register.ts'
import { damages, loadNames } from './near-names.ts'
import { median } from './register.ts'
import { type SandboxProcess, startSandbox } from './sandbox-process.ts'

const SMALL = 100_000
const FIRST = 5
const RECALL_LIMIT = 0.98
const THRESHOLDS = [0.7, 0.6, 0.5, 0.45, 0.4, 0.35, 0.3]
const ROUNDS = 5
const BODIES_A_SECOND = 2_000

type Damaged = { kind: string; name: string; typed: string }

/**
 * Near matches of damaged names: how many a second against trigram similarity (pg_trgm) on the same table, at the
 * highest threshold that finds as many; how many are among the first five; how much slower many names are than few; and
 * how many filings a second while the index is filled, against while it is held.
 */
export async function benchNear(args: string[]): Promise<void> {
  const count = option(args, 'count', 200_000)
  const queries = option(args, 'queries', 500)
  const compared = option(args, 'compared', 40)
  const seconds = option(args, 'seconds', 8)
  const small = Math.min(SMALL, Math.ceil(count / 2))
  const few = await withNames(small, (sandbox, sample) => measureOurs(sandbox, damagedNames(sample, queries)))
  await withNames(count, async (sandbox, sample) => {
    const damaged = damagedNames(sample, queries)
    const ours = await measureOurs(sandbox, damaged)
    for (const kind of Object.keys(damages)) tell(`${kind}: ${ours.recallOf(kind).toFixed(4)}`)
    const slow = await measureTrigrams(sandbox, damaged, { recall: ours.recall, compared })
    figure('near', 1_000 / ours.ms, `queries/s of ${count} names`, 1_000 / slow)
    figure('near-recall', ours.recall, `of damaged names among the first ${FIRST}`, RECALL_LIMIT)
    figure('near-growth', ours.ms, `ms a query of ${count} names against ${small}`, few.ms)
    const { free, held } = await filingRates(sandbox, seconds)
    figure('near-index-refresh', free, 'filings/s while the index is filled', held)
  })
}

async function withNames<T>(
  count: number,
  work: (sandbox: SandboxProcess, sample: string[]) => Promise<T>,
): Promise<T> {
  const sandbox = await startSandbox({ WARM_CERTIFICATES: '0' })
  try {
    tell(`loading ${count} names`)
    const sample = await loadRegister(sandbox.superuserUrl, {
      count,
      sampleEvery: Math.max(1, Math.floor(count / 5_000)),
    })
    await loadNames(sandbox.superuserUrl, count)
    tell('loaded')
    return await work(
      sandbox,
      sample.map(({ name }) => name),
    )
  } finally {
    await sandbox.end()
  }
}

/** As many of each kind; those whose key is another registered name's are found exactly and left out. */
export function damagedNames(sample: readonly string[], count: number): Damaged[] {
  const random = createRandom('damaged names', 1)
  const keys = new Set(sample.map(organizationSearchKey))
  const kinds = Object.keys(damages) as (keyof typeof damages)[]
  const found: Damaged[] = []
  for (let at = 0; found.length < count; at += 1) {
    const kind = kinds[at % kinds.length]!
    for (;;) {
      const name = random.pick(sample)
      const typed = damages[kind](name, random)
      if (typed === undefined || typed === name || keys.has(organizationSearchKey(typed))) continue
      found.push({ kind, name, typed })
      break
    }
  }
  return found
}

export async function measureOurs(sandbox: SandboxProcess, damaged: readonly Damaged[]) {
  const near = new NearMatches({ databaseUrl: sandbox.databaseUrl, log: pino({ level: 'warn' }) })
  const times: number[] = []
  const hits: Damaged[] = []
  // The first go through once before, as in a register that has been up for a while.
  for (const { typed } of damaged) await near.find({ name: typed })
  for (const each of damaged) {
    const began = performance.now()
    const found = await near.find({ name: each.typed })
    times.push(performance.now() - began)
    if (found?.found.slice(0, FIRST).some(({ name }) => name === each.name)) hits.push(each)
    else if (process.env.SHOW_MISSED) tell(JSON.stringify([each, found?.found.slice(0, FIRST).map(({ name }) => name)]))
  }
  await near.close()
  const of = (kind?: string) => (each: Damaged) => kind === undefined || each.kind === kind
  const recallOf = (kind?: string) => hits.filter(of(kind)).length / damaged.filter(of(kind)).length
  const ms = times.reduce((sum, each) => sum + each, 0) / times.length
  tell(`ours: mean ${ms.toFixed(2)} ms, median ${median(times).toFixed(2)}, slowest ${Math.max(...times).toFixed(1)}`)
  return { ms, recall: recallOf(), recallOf }
}

/** Milliseconds a query by trigrams, at the highest threshold that finds at least as many among the first five. */
export async function measureTrigrams(
  sandbox: SandboxProcess,
  damaged: readonly Damaged[],
  { recall, compared }: { recall: number; compared: number },
): Promise<number> {
  const client = new pg.Client({ connectionString: sandbox.superuserUrl })
  await client.connect()
  await client.query(`create extension if not exists pg_trgm; set maintenance_work_mem = '2GB'; set jit = off`)
  await client.query('create index near_bench_trigrams on debtor_names using gin (folded gin_trgm_ops)')
  await client.query('set enable_seqscan = off')
  const every = Math.max(1, Math.floor(damaged.length / compared))
  const some = damaged.filter((_, at) => at % every === 0)
  let ms = 0
  for (const threshold of THRESHOLDS) {
    await client.query(`set pg_trgm.similarity_threshold = ${threshold}`)
    let hits = 0
    ms = 0
    for (const { name, typed } of some) {
      const began = performance.now()
      const { rows } = await client.query(
        `select name from debtor_names where folded % $1 order by similarity(folded, $1) desc, name limit ${FIRST}`,
        [organizationSearchKey(typed)],
      )
      ms += (performance.now() - began) / some.length
      if (rows.some((row) => row.name === name)) hits += 1
    }
    tell(`trigrams at ${threshold}: ${ms.toFixed(1)} ms, ${(hits / some.length).toFixed(4)}`)
    if (hits / some.length >= recall) break
  }
  await client.query('drop index near_bench_trigrams')
  await client.end()
  return ms
}

/** Filings a second with the index's follower at work, and while another holds its cursor. Rounds alternate. */
export async function filingRates(sandbox: SandboxProcess, seconds: number): Promise<{ free: number; held: number }> {
  const client = new pg.Client({ connectionString: sandbox.superuserUrl })
  await client.connect()
  let made = 0
  /** Every filing brings a name of its own, which is what the follower works at. */
  const file = async () => {
    const bodies = Array.from({ length: seconds * BODIES_A_SECOND }, () =>
      JSON.stringify(sampleRegistration(createRandom('near filings', made++), {})),
    )
    const load = { url: `${sandbox.url}/api/v1/registrations`, apiKey: sandbox.operator.apiKey, connections: 32 }
    return (await postLoad({ ...load, bodies, seconds })).perSecond
  }
  await file()
  const rates = { free: [] as number[], held: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    await client.query(`begin; select from followers where name = 'index-names' for update`)
    rates.held.push(await file())
    await client.query('rollback')
    rates.free.push(await file())
  }
  const { rows } = await client.query(
    `select last_sequence - w.sequence as behind from register_head, followers w where w.name = 'index-names'`,
  )
  tell(`filings/s free ${rates.free.map(Math.round)}, held ${rates.held.map(Math.round)}; behind ${rows[0].behind}`)
  await client.end()
  return { free: median(rates.free), held: median(rates.held) }
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

import { createHash } from 'node:crypto'
import pg from 'pg'
import { connectionConfig } from '../../src/platform/database.ts'
import type { RegistrationContent } from '../../src/registrations/registration-form.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { sampleRegistration } from '../../src/sandbox/sample-filings.ts'
import { hashesOfSubtrees, readTiles, writeTiles } from '../../src/transparency-log/log-store.ts'
import { includes, inclusionSubtrees } from '../../src/transparency-log/proofs.ts'
import { tilesFor, tilesWith, unfilledTiles } from '../../src/transparency-log/tiles.ts'
import { figure, option } from './figure.ts'
import { postLoad } from './load.ts'
import { median } from './register.ts'
import { type SandboxProcess, startSandbox } from './sandbox-process.ts'

const CONNECTIONS = 32
const ROUNDS = 3
const ROWS_MAX = 30
const BATCH_LEAVES = 65_536

/**
 * What the log costs: filings over HTTP while it follows, against the same while its cursor is held; how soon a head is
 * out; and what a proof reads of a tree of ten million leaves.
 */
export async function benchLog(args: string[]): Promise<void> {
  const seconds = option(args, 'seconds', 8)
  const leaves = option(args, 'leaves', 10_000_000)
  const sandbox = await startSandbox()
  const client = new pg.Client(
    connectionConfig(sandbox.databaseUrl, { role: 'registry_app', applicationName: 'bench' }),
  )
  await client.connect()
  try {
    await filing(sandbox, client, seconds)
    await delay(sandbox, client)
    await proofs(sandbox, leaves)
  } finally {
    await client.end()
    await sandbox.end()
  }
}

async function filing(sandbox: SandboxProcess, client: pg.Client, seconds: number): Promise<void> {
  const bodies = Array.from({ length: 500 }, (_, at) => {
    const content = sampleRegistration(createRandom('bench', at), {}) as unknown as RegistrationContent
    return JSON.stringify({ ...content, filerReference: `B-${at}` })
  })
  const url = `${sandbox.url}/api/v1/registrations`
  const load = { url, apiKey: sandbox.operator.apiKey, bodies, connections: CONNECTIONS }
  await postLoad({ ...load, seconds: 2 })
  const following: number[] = []
  const held: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await caughtUp(client)
    following.push((await postLoad({ ...load, seconds })).perSecond)
    await client.query('begin')
    await client.query(`select from followers where name = 'publish-log' for update`)
    held.push((await postLoad({ ...load, seconds })).perSecond)
    await client.query('rollback')
  }
  figure('filing while the log follows', median(following), 'filings/s', median(held))
}

/** From the answer to a filing until a head covers it. */
async function delay(sandbox: SandboxProcess, client: pg.Client): Promise<void> {
  const times: number[] = []
  for (let count = 0; count < 40; count += 1) {
    await caughtUp(client)
    const content = sampleRegistration(createRandom('delay', count), {})
    const answer = await fetch(`${sandbox.url}/api/v1/registrations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.operator.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(content),
    })
    if (answer.status !== 201) throw new Error(await answer.text())
    const { sequence } = (await answer.json()) as { sequence: number }
    const began = performance.now()
    while (Number((await (await fetch(`${sandbox.url}/log/checkpoint`)).text()).split('\n')[1]) < sequence) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    times.push(performance.now() - began)
  }
  figure('head after a filing, slowest of 40', Math.max(...times), 'ms', 1_000)
}

async function caughtUp(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query(
      `select (select max(tree_size) from log_checkpoints) >= last_sequence as there from register_head`,
    )
    if (rows[0].there) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A tree of made-up leaves, in tables of the same shape in a schema of their own. */
async function proofs(sandbox: SandboxProcess, size: number): Promise<void> {
  const client = new pg.Client({ connectionString: sandbox.superuserUrl, options: '-c search_path=synthetic' })
  await client.connect()
  client.setTypeParser(20, Number)
  await client.query('create schema synthetic; create table synthetic.log_tiles (like public.log_tiles including all)')
  await client.query('alter table synthetic.log_tiles alter column hashes set storage external')
  const leaf = (index: number) => createHash('sha256').update(`leaf ${index}`).digest()
  for (let before = 0; before < size; before += BATCH_LEAVES) {
    const read = await readTiles(client as unknown as pg.Pool, unfilledTiles(before))
    const hashes = Array.from({ length: Math.min(BATCH_LEAVES, size - before) }, (_, at) => leaf(before + at))
    await writeTiles(client as unknown as pg.Pool, tilesWith(before, hashes, read))
  }
  await client.query('vacuum analyze log_tiles')
  const indexes = Array.from({ length: 2_000 }, (_, at) => Math.floor((at * 7_919_777) % size))
  const [root] = await hashesOfSubtrees(client as unknown as pg.Pool, [{ start: 0, end: size }])
  let rowsMost = 0
  const began = performance.now()
  for (const index of indexes) {
    const subtrees = inclusionSubtrees(index, size)
    rowsMost = Math.max(rowsMost, tilesFor(subtrees).length)
    const proof = await hashesOfSubtrees(client as unknown as pg.Pool, subtrees)
    if (!includes({ index, hash: leaf(index) }, proof, { size, root: root! })) throw new Error(`no proof of ${index}`)
  }
  const each = (performance.now() - began) / indexes.length
  const started = performance.now()
  for (const index of indexes) {
    await client.query({
      name: 'raw',
      text: 'select hashes from log_tiles where level = 0 and tile = $1',
      values: [Math.floor(index / 256)],
    })
  }
  figure(`rows that a proof among ${size} leaves reads`, rowsMost, 'rows', ROWS_MAX)
  figure(`a proof among ${size} leaves`, each, 'ms', (performance.now() - started) / indexes.length)
  await client.end()
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import t from 'tap'
import { createPool } from '../../src/platform/database.ts'
import { connectToEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { checkDerived } from '../../src/registrations/rebuild.ts'
import { judgment } from '../attachments/judgment.ts'
import { type RegisterProcess, request, startProcess } from '../helpers/processes.ts'
import { type Living, type Post, RandomActs, type Who } from '../registrations/random-acts.ts'

/*
 * kill -9 in the middle of acts of every kind, two-person acts and code collections among them. Sent again under the
 * same key, each request gets its one answer: nothing is lost, done twice, or done half.
 */
const ROUNDS = process.env.LONG ? 15 : 2
const WORKERS = 6

type Sent = { who: Who; path: string; payload: object | undefined; key: string; answer?: Record<string, any> }

t.test('kill -9 among acts of every kind', { timeout: 600_000 }, async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'encumbra-act-crash-'))
  let running: RegisterProcess | undefined
  t.teardown(async () => {
    await running?.kill('SIGKILL')
    await (await startEmbeddedPostgres({ dataDir, log: () => {} })).stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const log: Sent[] = []
  const living: Living[] = []
  const keyOf = (who: Who) => {
    const { registrars, ...others } = JSON.parse(readFileSync(join(dataDir, 'sandbox.json'), 'utf8'))
    const people = { ...others, registrar: registrars[0], secondRegistrar: registrars[1] }
    return people[who].apiKey as string
  }
  const send = async ({ who, path, payload, key }: Sent) => {
    const body = payload ?? {}
    const headers = { 'idempotency-key': key }
    return request(`${running!.url}${path}`, { method: 'POST', apiKey: keyOf(who), body, headers })
  }
  const post: Post = async (who, path, payload) => {
    const sent: Sent = { who, path, payload, key: `key ${log.length}` }
    log.push(sent)
    const { status, body } = await send(sent)
    if (status >= 500) throw new Error(`${path}: ${status}`)
    sent.answer = body
    return body
  }

  for (let round = 0; round < ROUNDS; round += 1) {
    running = await startProcess({ DATA_DIR: dataDir })
    if (round === 0) await upload(judgment)
    await settle()
    const workers = Array.from({ length: WORKERS }, async (_, at) => {
      const acts = new RandomActs(post, `crash ${round} ${at}`, living)
      // A worker ends with the process that it talks to.
      for (;;)
        if (
          await acts.next().then(
            () => false,
            () => true,
          )
        )
          return
    })
    await delay(1_500 + Math.random() * 1_000)
    await running.kill('SIGKILL')
    await Promise.all(workers)
  }

  running = await startProcess({ DATA_DIR: dataDir })
  await settle()
  const filed = log.filter(({ answer }) => answer?.filingNumber)
  for (const sent of filed.slice(-60))
    t.same((await send(sent)).body, sent.answer, `${sent.path}: the same answer again`)

  const cluster = await connectToEmbeddedPostgres(dataDir)
  const options = '-c role=registry_app -c TimeZone=UTC'
  const client = new pg.Client({ connectionString: cluster!.applicationUrl, options })
  await client.connect()
  const { rows } = await client.query(
    `select f.filing_number, f.sequence::int from filings f join filings i on i.sequence = f.registration
     join registrations r on r.registration = i.sequence and r.from_sequence = r.registration
     where r.filer_reference is null or r.filer_reference not like 'SAMPLE-%' order by 2`,
  )
  await client.end()
  t.comment(`${log.length} requests, ${filed.length} filed`)
  t.ok(filed.length > 20)
  t.same(
    rows.map((row) => row.filing_number).sort(),
    [...new Set(filed.map(({ answer }) => answer!.filingNumber))].sort(),
    'what is filed is what was answered, each once',
  )
  t.equal(await differences(), 0, 'nothing is half there')

  async function upload(file: Buffer): Promise<void> {
    const answer = await fetch(`${running!.url}/api/v1/attachments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keyOf('registrar')}`, 'content-type': 'application/pdf' },
      body: new Uint8Array(file),
    })
    if (answer.status !== 201) throw new Error(await answer.text())
  }

  /** Sends again what was not answered: under its key, it is done now or was done before. */
  async function settle(): Promise<void> {
    for (const sent of log.filter(({ answer }) => !answer)) {
      const { status, body } = await send(sent)
      if (status >= 500) throw new Error(`${sent.path}: ${status} ${JSON.stringify(body)}`)
      sent.answer = body
    }
  }

  async function differences(): Promise<number> {
    const pool = createPool(cluster!.applicationUrl, {
      role: 'registry_app',
      applicationName: 'test',
      max: 1,
      onError: () => {},
    })
    try {
      return (await checkDerived(pool, (each) => t.comment(JSON.stringify(each)))).differences
    } finally {
      await pool.end()
    }
  }
})

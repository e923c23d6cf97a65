import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import t from 'tap'
import { connectToEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { type RegisterProcess, request, startProcess } from '../helpers/processes.ts'

/*
 * The machine can die at any moment: kill -9 of Node and of Postgres under load. Every acknowledged filing is there
 * afterwards, in the same order; what was not answered is there whole or not at all; the same key gets the same answer.
 */
const ROUNDS = process.env.LONG ? 20 : 3
const FILERS = 8

type Acknowledged = { key: string; answer: Record<string, any> }

t.test('kill -9 under load', { timeout: 600_000 }, async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'encumbra-crash-'))
  let running: RegisterProcess | undefined
  t.teardown(async () => {
    await running?.kill('SIGKILL')
    await (await startEmbeddedPostgres({ dataDir, log: () => {} })).stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const acknowledged: Acknowledged[] = []
  const unanswered: string[] = []
  let keys = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    running = await startProcess({ DATA_DIR: dataDir })
    const { url } = running
    const { operator } = JSON.parse(readFileSync(join(dataDir, 'sandbox.json'), 'utf8'))
    let stop = false
    const filer = async () => {
      while (!stop) {
        const key = `key-${++keys}`
        try {
          const { status, body } = await request(`${url}/api/v1/registrations`, {
            apiKey: operator.apiKey,
            body: formOf('factoring')!.example,
            headers: { 'idempotency-key': key },
          })
          if (status === 201) acknowledged.push({ key, answer: body })
          else unanswered.push(key)
        } catch {
          unanswered.push(key)
          if (running?.child.exitCode !== null || running?.child.signalCode !== null) return
        }
      }
    }
    const filers = Array.from({ length: FILERS }, filer)
    await delay(300 + Math.random() * 700)
    if (round % 3 !== 1) {
      await running.kill('SIGKILL')
    } else {
      // Postgres is killed, Node goes on: it starts it again, reads back what it does not know, and goes on filing.
      const before = acknowledged.length
      process.kill(postmasterOf(dataDir), 'SIGKILL')
      for (let waited = 0; acknowledged.length < before + 50 && waited < 300; waited += 1) await delay(100)
      t.ok(acknowledged.length >= before + 50, 'filing goes on after Postgres was killed')
      stop = true
      await Promise.all(filers)
      await running.kill('SIGKILL')
    }
    stop = true
    await Promise.all(filers)
  }

  running = await startProcess({ DATA_DIR: dataDir })
  const { operator } = JSON.parse(readFileSync(join(dataDir, 'sandbox.json'), 'utf8'))
  const cluster = await connectToEmbeddedPostgres(dataDir)
  const client = new pg.Client({ connectionString: cluster!.applicationUrl, options: '-c role=registry_app' })
  await client.connect()
  const { rows } = await client.query(
    `select sequence::int, filing_number, to_char(filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as filed_at
     from filings order by sequence`,
  )
  const halves = await client.query(
    `select count(*)::int as halves from filings f where not exists (select from filing_contents c where c.sequence = f.sequence)
      or not exists (select from registrations r where r.registration = f.registration)
      or not exists (select from debtor_keys k where k.registration = f.registration)
      or not exists (select from modification_codes m where m.registration = f.registration)`,
  )
  await client.end()
  t.comment(`${acknowledged.length} acknowledged, ${unanswered.length} not answered, ${rows.length} filings`)
  t.ok(acknowledged.length > 20)
  t.equal(halves.rows[0].halves, 0, 'nothing is half there')
  t.same(
    rows.map((row) => row.sequence),
    rows.map((_, at) => at + 1),
    'the order is dense',
  )
  t.ok(
    rows.every((row, at) => at === 0 || row.filed_at > rows[at - 1]!.filed_at),
    'time rises strictly',
  )
  const there = new Map(rows.map((row) => [row.filing_number, row]))
  const lost = acknowledged.filter(({ answer }) => {
    const row = there.get(answer.filingNumber)
    return row?.sequence !== answer.sequence || row?.filed_at !== answer.filedAt
  })
  t.same(lost, [], 'every acknowledged filing is there, at its place and time')

  for (const { key, answer } of acknowledged.slice(-20)) {
    const again = await request(`${running.url}/api/v1/registrations`, {
      apiKey: operator.apiKey,
      body: formOf('factoring')!.example,
      headers: { 'idempotency-key': key },
    })
    t.same(again.body, answer, 'the same key gets the same answer after the crash')
  }
  const stop = running
  running = undefined
  await stop.kill('SIGTERM')
  t.equal(stop.child.exitCode, 0, 'SIGTERM stops it cleanly')
})

function postmasterOf(dataDir: string): number {
  const found = execFileSync('sh', [
    '-c',
    `cat "$(find ${dataDir} -maxdepth 3 -name postmaster.pid | head -1)" | head -1`,
  ])
  return Number(found.toString().trim())
}

import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import t from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { startProcess } from '../helpers/processes.ts'
import { openRegister } from '../helpers/register.ts'
import { answersOf, openBatch, sendLines } from './send-lines.ts'

/* A batch against its limits, in real processes: too much, too slow, cut off, killed, sent again. */
const example = formOf('factoring')!.example as Record<string, any>
const line = (at: number) => `${JSON.stringify({ ...example, filerReference: `L-${at}` })}\n`
const lines = (count: number) => Array.from({ length: count }, (_, at) => line(at)).join('')

t.test('batches in processes', { timeout: 300_000 }, async (t) => {
  const register = await openRegister(t)
  const env = { DATABASE_URL: register.database.url, ROLE: 'web', WARM_CERTIFICATES: '0' }
  const { apiKey } = register.people.operator
  const filings = async () => (await register.sql('select count(*)::int as n from filings')).rows[0].n as number

  t.test('10,001 lines, a line over 16 MiB, and memory meanwhile', async (t) => {
    const running = await startProcess(env)
    const refused = '{}\n'.repeat(10_001)
    const { lines: answers, summary } = await sendLines(running.url, apiKey, refused)
    t.same(summary, { lines: 10_001, filed: 0, replayed: 0, refused: 10_001, failed: 0 })
    t.match(answers.at(-1), { line: 10_001, status: 413, code: 'body_too_large', detail: /10,000/ })
    t.match(answers.at(-2), { line: 10_000, status: 422 })

    const long = Buffer.concat([Buffer.alloc(16 * 1024 * 1024 + 1, 'x'), Buffer.from(`\n${line(1)}`)])
    const after = await sendLines(running.url, apiKey, long)
    t.match(after.lines, [
      { line: 1, status: 413, code: 'body_too_large' },
      { line: 2, status: 201 },
    ])

    const sending = openBatch(running.url, apiKey)
    const chunk = Buffer.alloc(4 * 1024 * 1024, ' ')
    for (let sent = 0; sent < 65 && !sending.request.destroyed; sent += 1) {
      if (!sending.request.write(chunk))
        await Promise.race([new Promise((r) => sending.request.once('drain', r)), delay(2_000)])
    }
    sending.request.end()
    const told = []
    for await (const each of answersOf(sending)) told.push(each)
    t.match(told, [{ line: 1, status: 413, detail: /256 MiB/ }, { summary: { lines: 1, refused: 1 } }])
    t.comment(`${rssMiB(running.child.pid!)} MiB`)
    t.ok(rssMiB(running.child.pid!) < 1_000, 'memory stays bounded')
    await running.kill('SIGTERM')
  })

  t.test('a client that does not read is waited for; one that goes away loses nothing', async (t) => {
    const running = await startProcess(env)
    const before = await filings()
    const headers = { 'idempotency-key': 'goes away' }
    const sending = openBatch(running.url, apiKey, headers)
    sending.request.end(lines(400))
    const answers = answersOf(sending)
    const first = (await answers.next()).value!
    sending.request.destroy()
    await answers.return(undefined)
    await delay(500)
    const again = await sendLines(running.url, apiKey, lines(400), headers)
    t.match(again.summary, { lines: 400, refused: 0, failed: 0 })
    t.same(again.lines[0], { ...first, replayed: true })
    t.equal(await filings(), before + 400)
    await running.kill('SIGTERM')
  })

  t.test('kill -9 in the middle, sent again to another process: nothing twice, nothing lost', async (t) => {
    const [first, second] = [await startProcess(env), await startProcess(env)]
    const before = await filings()
    const headers = { 'idempotency-key': 'killed' }
    const sending = openBatch(first.url, apiKey, headers)
    sending.request.end(lines(1_000))
    const told: Record<string, any>[] = []
    try {
      for await (const answer of answersOf(sending)) {
        told.push(answer)
        if (told.length === 50) first.child.kill('SIGKILL')
      }
    } catch {
      // Cut off, as it should be.
    }
    t.ok(told.length >= 50 && told.length < 1_000 && !told.at(-1)!.summary, 'an answer without a summary was cut')
    const again = await sendLines(second.url, apiKey, lines(1_000), headers)
    t.match(again.summary, { lines: 1_000, refused: 0, failed: 0 })
    t.ok(again.summary!.replayed! >= told.length)
    t.same(
      again.lines.slice(0, told.length),
      told.map((each) => ({ ...each, replayed: true })),
      'what was acknowledged is answered again',
    )
    t.equal(await filings(), before + 1_000, 'each line is filed once')
    await second.kill('SIGTERM')
  })

  t.test('two processes at once under one key file each line once', async (t) => {
    const processes = await Promise.all([startProcess(env), startProcess(env)])
    const before = await filings()
    const headers = { 'idempotency-key': 'two at once' }
    const answers = await Promise.all(processes.map(({ url }) => sendLines(url, apiKey, lines(300), headers)))
    t.equal(await filings(), before + 300)
    t.equal(answers[0]!.summary!.filed! + answers[1]!.summary!.filed!, 300)
    const numbers = answers.map((each) => each.lines.map(({ registrationNumber }) => registrationNumber))
    t.same(numbers[0], numbers[1])
    await Promise.all(processes.map((each) => each.kill('SIGTERM')))
  })

  t.test('SIGTERM answers what follows with 503 and ends', async (t) => {
    const running = await startProcess(env)
    const sending = openBatch(running.url, apiKey)
    const answers = answersOf(sending)
    sending.request.write(line(1))
    t.match((await answers.next()).value, { status: 201 })
    const ended = running.kill('SIGTERM')
    await delay(300)
    sending.request.write(line(2))
    t.match((await answers.next()).value, { status: 503, code: 'register_closing' })
    sending.request.end()
    t.match((await answers.next()).value, { summary: { filed: 1, failed: 1 } })
    await ended
    t.equal(running.child.exitCode, 0)
  })

  t.test('a database that is away in the middle is 503 on the remaining lines', { timeout: 60_000 }, async (t) => {
    const running = await startProcess(env)
    const sending = openBatch(running.url, apiKey)
    const answers = answersOf(sending)
    sending.request.write(line(1))
    t.match((await answers.next()).value, { status: 201 })
    const name = new URL(register.database.url).pathname.slice(1)
    await register.sql(`alter database "${name}" connection limit 0`)
    await register.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename <> current_user`,
      [name],
    )
    sending.request.end(lines(20))
    const rest: Record<string, any>[] = []
    for await (const answer of answersOf(sending)) rest.push(answer)
    await register.sql(`alter database "${name}" connection limit -1`)
    t.match(rest.pop(), { summary: { lines: 21, filed: 1, failed: 20 } })
    t.ok(rest.every(({ status, code }) => status === 503 && code === 'database_unavailable'))
    await running.kill('SIGTERM')
  })
})

function rssMiB(pid: number): number {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}

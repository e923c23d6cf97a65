import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { identifyProcess } from '../../src/platform/running-process.ts'
import { FolderInUse, takeServeLock } from '../../src/platform/serve-lock.ts'

async function folder(t: Test): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'encumbra-lock-'))
  t.teardown(() => rm(path, { recursive: true, force: true }))
  return path
}

/** The pid of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

t.test('the first takes the lock, a second is refused with the holder named', async (t) => {
  const dataDir = await folder(t)
  const lock = await takeServeLock(dataDir)
  await t.rejects(takeServeLock(dataDir), { name: 'FolderInUse', pid: process.pid, message: String(process.pid) })
  await lock.release()
  await (await takeServeLock(dataDir)).release()
  t.strictSame(await readdir(dataDir), [], 'nothing is left behind')
})

t.test('what blocks and what does not', async (t) => {
  const self = identifyProcess(process.pid)
  const parent = identifyProcess(process.ppid)
  const cases: [string, string, boolean][] = [
    ['a process that lives', JSON.stringify({ ...parent, nonce: 'a' }), true],
    ['a process that has died', JSON.stringify({ pid: deadPid(), startedAt: 'x', nonce: 'b' }), false],
    [
      'an earlier process with a pid in use',
      JSON.stringify({ pid: self?.pid, startedAt: 'earlier', nonce: 'c' }),
      false,
    ],
    ['an empty file', '', false],
    ['a torn file', '{"pid":12', false],
  ]
  for (const [name, content, blocks] of cases) {
    const dataDir = await folder(t)
    await writeFile(join(dataDir, 'serve.lock'), content)
    if (blocks) await t.rejects(takeServeLock(dataDir), FolderInUse, name)
    else {
      await takeServeLock(dataDir)
      t.match(JSON.parse(await readFile(join(dataDir, 'serve.lock'), 'utf8')), { pid: process.pid }, name)
      t.strictSame(await readdir(dataDir), ['serve.lock'], `${name}: nothing else is left`)
    }
  }
})

t.test('of many that find a dead lock at once, exactly one takes it over', async (t) => {
  const dataDir = await folder(t)
  const dead = deadPid()
  for (let round = 0; round < 50; round++) {
    await writeFile(join(dataDir, 'serve.lock'), JSON.stringify({ pid: dead, startedAt: 'x', nonce: round }))
    const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => takeServeLock(dataDir)))
    const taken = attempts.filter((attempt) => attempt.status === 'fulfilled')
    const refused = attempts.filter((attempt) => attempt.status === 'rejected')
    if (taken.length !== 1) t.fail(`round ${round}: ${taken.length} took it`)
    for (const { reason } of refused) if (!(reason instanceof FolderInUse)) t.error(reason)
    for (const { value } of taken) await value.release()
  }
  t.strictSame(await readdir(dataDir), [])
})

t.test('a successor killed before it moved to the plain name is succeeded in turn', async (t) => {
  const dataDir = await folder(t)
  const path = join(dataDir, 'serve.lock')
  const after = (content: string) => `${path}.after-${createHash('sha256').update(content).digest('hex').slice(0, 32)}`
  const first = JSON.stringify({ pid: deadPid(), startedAt: 'x', nonce: 'first' })
  const second = JSON.stringify({ pid: deadPid(), startedAt: 'x', nonce: 'second' })
  const third = JSON.stringify({ ...identifyProcess(process.ppid), nonce: 'third' })
  await writeFile(path, first)
  await writeFile(after(first), second)
  await writeFile(after(second), third)
  const refusal = await takeServeLock(dataDir).catch((error) => error)
  t.match(refusal, { name: 'FolderInUse', pid: process.ppid }, 'the end of the chain holds')
  await rm(after(second))
  await takeServeLock(dataDir)
  t.strictSame(await readdir(dataDir), ['serve.lock'])
})

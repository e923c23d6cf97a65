import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { startProcess } from '../helpers/processes.ts'
import { textOf } from '../helpers/source-files.ts'

/* The shell commands of README, run as they stand there, against a register that has just been started. */
const canRun = ['sh', 'curl', 'node'].every((program) => spawnSync(program, ['-h']).error === undefined)

t.test('README’s first registration', { skip: canRun ? false : 'no sh or curl here', timeout: 120_000 }, async (t) => {
  const script = [...textOf('README.md').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block).join('\n')
  t.match(script, /curl/)
  const folder = mkdtempSync(join(tmpdir(), 'encumbra-readme-'))
  // PostgreSQL runs as another user when root starts it, and has to pass through.
  chmodSync(folder, 0o711)
  const register = await startProcess({ DATA_DIR: join(folder, '.data') })
  t.teardown(async () => {
    await register.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  })
  const env = { ...process.env, no_proxy: '*' }
  await promisify(execFile)('sh', ['-eu', '-c', script], { cwd: folder, env })

  const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const filed = json('filed.json')
  t.match(filed, { registrationNumber: /^\d{20}$/, modificationCode: /^[0-9A-F]{32}$/ })
  t.match(
    json('found.json').matches.map((each: { registrationNumber: string }) => each.registrationNumber),
    [filed.registrationNumber],
  )
  for (const name of ['registration.pdf', 'search.pdf'])
    t.match(readFileSync(join(folder, name), 'latin1'), /^%PDF-/, name)
  t.match(json('genuine.json'), { genuine: true, kind: 'registration_certificate' })
  t.notOk(json('genuine.json').facts, 'the number alone shows no facts')
  t.match(json('verified.json'), { genuine: true, facts: { number: filed.registrationNumber } })
})

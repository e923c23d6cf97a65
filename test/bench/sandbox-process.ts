import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectToEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { type RegisterProcess, startProcess } from '../helpers/processes.ts'

export type SandboxProcess = RegisterProcess & {
  dataDir: string
  databaseUrl: string
  superuserUrl: string
  operator: { apiKey: string }
  searcher: { apiKey: string }
  end(): Promise<void>
}

/** A real sandbox in a process of its own, on a data folder that is removed at the end. */
export async function startSandbox(env: Record<string, string> = {}): Promise<SandboxProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'encumbra-bench-'))
  const running = await startProcess({ DATA_DIR: dataDir, ...env })
  const { operator, searcher } = JSON.parse(readFileSync(join(dataDir, 'sandbox.json'), 'utf8'))
  const cluster = await connectToEmbeddedPostgres(dataDir)
  const end = async () => {
    await running.kill('SIGTERM')
    rmSync(dataDir, { recursive: true, force: true })
  }
  process.once('SIGINT', () => running.child.kill('SIGTERM'))
  const { applicationUrl, superuserUrl } = cluster!
  // The superuser's URL names the database postgres; the register's tables stand in its own.
  const own = new URL(superuserUrl)
  own.pathname = new URL(applicationUrl).pathname
  return { ...running, dataDir, databaseUrl: applicationUrl, superuserUrl: own.href, operator, searcher, end }
}

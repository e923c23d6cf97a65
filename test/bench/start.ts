import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProcess } from '../helpers/processes.ts'
import { figure } from './figure.ts'

const READY_SECONDS_MAX = 5

/** From start to ready: on an empty data folder, and again on the same one. */
export async function benchStart(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'encumbra-bench-'))
  try {
    for (const name of ['start-empty', 'start-again']) {
      const began = performance.now()
      const running = await startProcess({ DATA_DIR: dataDir, CERTIFICATE_THREADS: '2' })
      figure(name, (performance.now() - began) / 1000, 's', READY_SECONDS_MAX)
      await running.kill('SIGTERM')
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

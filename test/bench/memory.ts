import { readFileSync } from 'node:fs'
import { createRandom } from '../../src/sandbox/random.ts'
import { sampleRegistration } from '../../src/sandbox/sample-filings.ts'
import { figure, option } from './figure.ts'
import { postLoad } from './load.ts'
import { startSandbox } from './sandbox-process.ts'

const LIMIT_MIB = { 'without-pdf-pool': 400, 'with-pdf-pool': 800 }

/** Memory of the serving process through many filings, without and with the warm PDF pool. */
export async function benchMemory(args: string[]): Promise<void> {
  const filings = option(args, 'filings', 100_000)
  await measure('without-pdf-pool', filings, { WARM_CERTIFICATES: '0' })
  await measure('with-pdf-pool', filings, { CERTIFICATE_THREADS: '2' })
}

async function measure(name: keyof typeof LIMIT_MIB, filings: number, env: Record<string, string>): Promise<void> {
  const sandbox = await startSandbox(env)
  try {
    const bodies = Array.from({ length: 500 }, (_, at) =>
      JSON.stringify(sampleRegistration(createRandom('memory', at), {})),
    )
    const load = {
      url: `${sandbox.url}/api/v1/registrations`,
      apiKey: sandbox.operator.apiKey,
      bodies,
      connections: 32,
    }
    let filed = 0
    let early = 0
    while (filed < filings) {
      filed += (await postLoad({ ...load, seconds: 5 })).answered
      if (early === 0 && filed >= filings / 10) early = rssMiB(sandbox.child.pid!)
    }
    const late = rssMiB(sandbox.child.pid!)
    figure(`memory-${name}`, late, `MiB after ${filed} filings`, LIMIT_MIB[name])
    figure(`memory-${name}-growth`, late, 'MiB at the end against MiB after a tenth', early)
  } finally {
    await sandbox.end()
  }
}

export function rssMiB(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

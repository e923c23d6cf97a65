import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { projectRoot } from '../../src/config.ts'

/** What `npm start` gives to node, so that tests and benches run what users run. */
const startArguments: string[] = JSON.parse(readFileSync(resolve(projectRoot, 'package.json'), 'utf8'))
  .scripts.start.split(' ')
  .slice(1)

/** A whole register in a process of its own, started as `npm start` starts it. */
export type RegisterProcess = {
  url: string
  child: ChildProcess
  /** What it has printed so far. */
  output(): string
  kill(signal: NodeJS.Signals): Promise<void>
}

/** Starts a process and waits until it is ready. @throws with its output when it ends before that */
export async function startProcess(env: Record<string, string>): Promise<RegisterProcess> {
  const child = spawn(process.execPath, startArguments, {
    cwd: projectRoot,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      LOG_LEVEL: 'warn',
      CERTIFICATE_THREADS: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout!.on('data', (chunk) => {
    printed += chunk
  })
  child.stderr!.on('data', (chunk) => {
    printed += chunk
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const deadline = Date.now() + 60_000
  for (;;) {
    const url = /Encumbra is ready: (http:\S+)/.exec(printed)?.[1]
    if (url) {
      const kill = async (signal: NodeJS.Signals) => {
        child.kill(signal)
        await exited
      }
      return { url, child, output: () => printed, kill }
    }
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`the register did not start:\n${printed}`)
    }
    await delay(20)
  }
}

/** A JSON request to a process. Connections that break reject, as they do for everybody. */
export async function request(
  url: string,
  options: { method?: string; apiKey: string; body?: unknown; headers?: Record<string, string> },
): Promise<{ status: number; body: any }> {
  const response = await fetch(url, {
    method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
    headers: {
      authorization: `Bearer ${options.apiKey}`,
      ...(options.body !== undefined && { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    signal: AbortSignal.timeout(30_000),
  })
  return { status: response.status, body: await response.json() }
}

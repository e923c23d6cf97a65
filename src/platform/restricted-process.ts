import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Unavailable, type UnavailableCode } from './unavailable.ts'

/*
 * A process of its own that looks at what a stranger sent: it has no environment, can open nothing but its own code,
 * and is ended when it takes too long or too much memory. Whatever a hostile file makes a parser do, it does there.
 */

export type RestrictedWork = {
  /** Path of the script. It says one line when it runs, and its answer as a second line of JSON. */
  script: string
  /** Folders and files that it may read: its own code, and the packages that it uses. */
  readable: readonly string[]
  /** Of V8's heap, and of everything that the process may write to: Node alone takes about half of a gigabyte. */
  heapMaxMb: number
  dataMaxKb: number
  timeMaxMs: number
  answerMaxCharacters: number
}

/** The answer, or undefined when it was ended at its limits: then what it looked at was too much for it. */
export type RestrictedAnswer = { answer: string | undefined }

/**
 * Runs the work on one input. @param input an open file, which it reads as descriptor 3, or bytes on its standard input
 * @throws Error when it could not begin: a fault of ours
 */
export function runRestricted(
  work: RestrictedWork,
  input: { fd: number } | { bytes: Buffer },
): Promise<RestrictedAnswer> {
  const flags = [
    '--permission',
    ...work.readable.map((path) => `--allow-fs-read=${path}`),
    `--max-old-space-size=${work.heapMaxMb}`,
    '--no-warnings',
  ]
  // The shell's limits are the kernel's: memory outside V8's heap has no other. Where they are not, time bounds it.
  // Options that a debugger or a test runner sets for every process would ask for rights that this one has not.
  const limits = `ulimit -d ${work.dataMaxKb} 2>/dev/null; ulimit -c 0 2>/dev/null; unset NODE_OPTIONS; exec "$0" "$@"`
  const child = spawn('/bin/sh', ['-c', limits, process.execPath, ...flags, work.script], {
    stdio: 'fd' in input ? ['ignore', 'pipe', 'pipe', input.fd] : ['pipe', 'pipe', 'pipe'],
    env: {},
  })
  if ('bytes' in input) {
    // A process that ends before it has read all says why by how it ended.
    child.stdin!.on('error', () => {})
    child.stdin!.end(input.bytes)
  }
  return new Promise((resolve, reject) => {
    let said = ''
    let complaint = ''
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      if (complaint.length < COMPLAINT_MAX_CHARACTERS) complaint += text
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), work.timeMaxMs)
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.length > work.answerMaxCharacters) child.kill('SIGKILL')
    })
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      const [begun, answer] = said.split('\n')
      if (code === 0 && answer) resolve({ answer })
      // Ended before it had begun, it is a fault of ours; ended at its limits, it was too much for it.
      else if (begun) resolve({ answer: undefined })
      else reject(new Error(`a restricted process did not start (${code ?? signal}): ${complaint}`))
    })
  })
}

const COMPLAINT_MAX_CHARACTERS = 10_000

/** Lets so many run at once and so many wait; more are told to come again. */
export class RestrictedPlaces {
  readonly #max: { running: number; waiting: number }
  readonly #busy: UnavailableCode
  readonly #retryAfterSeconds: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(max: { running: number; waiting: number }, busy: UnavailableCode, retryAfterSeconds: number) {
    this.#max = max
    this.#busy = busy
    this.#retryAfterSeconds = retryAfterSeconds
  }

  /** @throws Unavailable when too many wait */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#max.running) {
      if (this.#waiting.length >= this.#max.waiting) throw new Unavailable(this.#busy, this.#retryAfterSeconds)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    } else this.#running += 1
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}

/** The folder of packages that a resolved module stands in. @param url of import.meta.resolve */
export function packagesAround(url: string): string {
  const path = fileURLToPath(url)
  return path.slice(0, path.lastIndexOf('/node_modules/') + '/node_modules/'.length)
}

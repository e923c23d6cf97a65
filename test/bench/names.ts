import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { registeredNames } from '../../src/sandbox/registered-names.ts'
import { sampleRegistrationAt } from '../../src/sandbox/sample-filings.ts'

const USAGE = `npm run bench -- names [--count N] [--seed S] [--as registrations] [--out FILE]

Writes N distinct registered names (1,000 unless told), one a line, or with --as registrations N bodies for
POST /api/v1/registrations as NDJSON, to FILE or standard output. The same seed (1 unless told) gives the same lines, and
line i is the same whatever N is. Line i of the registrations has line i of the names as its first debtor, except where
that debtor is a person or from abroad.
`

/** Joined before writing: a write a line costs more than making it. */
const CHUNK_CHARACTERS = 64 * 1024
const PROGRESS_EVERY_MS = 5_000

/** Runs `npm run bench -- names`. Wrong arguments give the usage and exit code 2; a closed pipe ends it quietly. */
export async function benchNames(args: string[]): Promise<void> {
  const options = readOptions(args)
  if (!options) {
    process.stderr.write(USAGE)
    process.exitCode = 2
    return
  }
  const { count, seed, as, file } = options
  const out = file === undefined ? process.stdout : createWriteStream(file)
  const progress = startProgress(count)
  try {
    await writeLines(out, as === 'registrations' ? registrationLines(seed) : nameLines(seed), count, progress.update)
    if (file !== undefined) await finish(out)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  } finally {
    progress.stop()
  }
}

/** Distinct registered names without end. */
export function* nameLines(seed: string): Generator<string> {
  for (const { name } of registeredNames(seed)) yield name
}

/** Bodies of initial registrations without end, as JSON; the debtor of line i has the name of line i. */
export function* registrationLines(seed: string): Generator<string> {
  let index = 0
  for (const debtorName of registeredNames(seed)) {
    yield JSON.stringify(sampleRegistrationAt(seed, index, { debtorName }))
    index += 1
  }
}

type Options = { count: number; seed: string; as: 'names' | 'registrations'; file: string | undefined }

function readOptions(args: string[]): Options | undefined {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({ args, options: { count: text, seed: text, as: text, out: text } })
    const count = Number(values.count ?? 1_000)
    const as = values.as ?? 'names'
    if (!Number.isSafeInteger(count) || count < 0 || (as !== 'names' && as !== 'registrations')) return undefined
    return { count, seed: values.seed ?? '1', as, file: values.out }
  } catch {
    return undefined
  }
}

/** Writes `count` lines and waits whenever the other side is slower. */
async function writeLines(
  out: Writable,
  lines: Iterable<string>,
  count: number,
  update: (done: number) => void,
): Promise<void> {
  let failure: Error | undefined
  out.on('error', (error) => {
    failure = error
  })
  if (count === 0) return
  let chunk = ''
  let done = 0
  for (const line of lines) {
    chunk += `${line}\n`
    done += 1
    if (chunk.length < CHUNK_CHARACTERS && done < count) continue
    if (!out.write(chunk)) await drained(out)
    // A closed pipe says so in an event of its own, perhaps after the write.
    if (failure) throw failure
    chunk = ''
    update(done)
    if (done === count) return
  }
}

/** Until there is room again, or there is nobody left to write to. */
function drained(out: Writable): Promise<void> {
  return new Promise((resolve) => {
    const events = ['drain', 'error', 'close']
    const done = () => {
      for (const event of events) out.off(event, done)
      resolve()
    }
    for (const event of events) out.once(event, done)
  })
}

async function finish(out: Writable): Promise<void> {
  out.end()
  await once(out, 'finish')
}

/** A bar on a terminal, otherwise a line every few seconds; both on standard error. */
function startProgress(count: number): { update(done: number): void; stop(): void } {
  const began = performance.now()
  if (process.stderr.isTTY) {
    const bar = new SingleBar({
      format: '{bar} {percentage}% {value}/{total}, {eta_formatted} left',
      stream: process.stderr,
    })
    bar.start(count, 0)
    return { update: (done) => bar.update(done), stop: () => bar.stop() }
  }
  let told = began
  return {
    update: (done) => {
      const now = performance.now()
      if (now - told < PROGRESS_EVERY_MS) return
      told = now
      process.stderr.write(`${done} of ${count} lines, ${Math.round((done / (now - began)) * 1000)} a second\n`)
    },
    stop: () => {},
  }
}

import { spawn } from 'node:child_process'
import type { FileHandle } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Unavailable } from '../platform/unavailable.ts'
import type { Examination } from './attachment-process.ts'

/** Files that are examined at once in one process of the register, and that may wait for it. */
export const EXAMINATIONS_MAX = 2
export const EXAMINATIONS_WAITING_MAX = 32
export const EXAMINATION_TIME_MAX_MS = 20_000

/** Of V8's heap, and of everything that the process may write to: Node alone takes about half of that. */
const HEAP_MAX_MB = 256
const DATA_MAX_KB = 1024 * 1024
const ANSWER_MAX_CHARACTERS = 10_000
const RETRY_AFTER_SECONDS = 2

const script = fileURLToPath(new URL('attachment-process.ts', import.meta.url))
/** All that the process may read: its own code, and the packages that it uses. It may write, start and load nothing. */
const readable = [
  fileURLToPath(new URL('.', import.meta.url)),
  fileURLToPath(new URL('../platform/', import.meta.url)),
  fileURLToPath(new URL('../../package.json', import.meta.url)),
  fileURLToPath(new URL('../../node_modules/', import.meta.url)),
  ...['file-type', 'pdfjs-dist/legacy/build/pdf.mjs'].map((name) => packagesAround(import.meta.resolve(name))),
]

let running = 0
const waiting: (() => void)[] = []

/**
 * Says what an uploaded file is, by its content, or why it is no attachment. The file is looked at in a process of its
 * own, which has no environment, cannot open a file, and is ended when it takes too long or too much memory.
 * @param file open for reading, from its first byte
 * @throws Unavailable attachments_busy when too many wait
 */
export async function examineAttachment(file: FileHandle): Promise<Examination> {
  if (running >= EXAMINATIONS_MAX) {
    if (waiting.length >= EXAMINATIONS_WAITING_MAX) throw new Unavailable('attachments_busy', RETRY_AFTER_SECONDS)
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await runExamination(file)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function runExamination(file: FileHandle): Promise<Examination> {
  const flags = [
    '--permission',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    `--max-old-space-size=${HEAP_MAX_MB}`,
    '--no-warnings',
  ]
  // The shell's limits are the kernel's: memory outside V8's heap has no other. Where they are not, time bounds it.
  // Options that a debugger or a test runner sets for every process would ask for rights that this one has not.
  const limits = `ulimit -d ${DATA_MAX_KB} 2>/dev/null; ulimit -c 0 2>/dev/null; unset NODE_OPTIONS; exec "$0" "$@"`
  const child = spawn('/bin/sh', ['-c', limits, process.execPath, ...flags, script], {
    stdio: ['ignore', 'pipe', 'pipe', file.fd],
    env: {},
  })
  return new Promise((resolve, reject) => {
    let said = ''
    let complaint = ''
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      if (complaint.length < ANSWER_MAX_CHARACTERS) complaint += text
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), EXAMINATION_TIME_MAX_MS)
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.length > ANSWER_MAX_CHARACTERS) child.kill('SIGKILL')
    })
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      const [begun, answer] = said.split('\n')
      if (code === 0 && answer) resolve(JSON.parse(answer) as Examination)
      // Ended before it had begun, it is a fault of ours; ended at its limits, it was too much for it.
      else if (begun) resolve({ fault: 'attachment_too_complex' })
      else reject(new Error(`the examination of a file did not start (${code ?? signal}): ${complaint}`))
    })
  })
}

/** The folder of packages that a resolved module stands in. */
function packagesAround(url: string): string {
  const path = fileURLToPath(url)
  return path.slice(0, path.lastIndexOf('/node_modules/') + '/node_modules/'.length)
}

import { figure, option } from './figure.ts'
import { loadRegister } from './load-register.ts'
import { rssMiB } from './memory.ts'
import { median } from './register.ts'
import { type SandboxProcess, startSandbox } from './sandbox-process.ts'

const DEBTOR = '上海大宗设备租赁有限公司'
const PAGE_MS_MAX = 1_000
const OTHERS_MS_MAX = 100
const CERTIFICATE_SECONDS_MAX = 300
const MEMORY_MIB_MAX = 800
const ROUNDS = 15

/** A debtor with very many registrations: its result page, and what others feel while the whole answer is read. */
export async function benchLargeResult(args: string[]): Promise<void> {
  const count = option(args, 'count', 50_000)
  const sandbox = await startSandbox({ CERTIFICATE_THREADS: '2' })
  try {
    await loadRegister(sandbox.superuserUrl, { count, debtor: DEBTOR, filings: true })
    const made: number[] = []
    let searchNumber = ''
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now()
      searchNumber = await searchFor(sandbox)
      made.push(performance.now() - began)
    }
    figure('large-result-search', median(made), 'ms', PAGE_MS_MAX)
    const page = `/searches/${searchNumber}`
    figure('large-result-page', await medianOf(sandbox, page), 'ms', PAGE_MS_MAX)
    const last = `${page}?page=${Math.ceil(count / 200)}`
    figure('large-result-last-page', await medianOf(sandbox, last), 'ms', PAGE_MS_MAX)
    const filtered = `${page}?securityType=chattel_mortgage&sort=expiry&page=100`
    figure('large-result-filtered-page', await medianOf(sandbox, filtered), 'ms', PAGE_MS_MAX)
    await besideWholeAnswers(sandbox, `/api/v1${page}`)
    await certificateInParts(sandbox, `/api/v1${page}/certificate`)
  } finally {
    await sandbox.end()
  }
}

async function searchFor(sandbox: SandboxProcess, name = DEBTOR): Promise<string> {
  const answer = await fetch(`${sandbox.url}/api/v1/searches`, {
    method: 'POST',
    headers: { ...bearer(sandbox), 'content-type': 'application/json' },
    body: JSON.stringify({ by: 'organizationName', name, purpose: 'before_transaction', limit: 1 }),
  })
  return ((await answer.json()) as { searchNumber: string }).searchNumber
}

const bearer = ({ searcher }: SandboxProcess) => ({ authorization: `Bearer ${searcher.apiKey}` })

async function read(sandbox: SandboxProcess, path: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(sandbox.url + path, { headers: bearer(sandbox) })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  const reader = answer.body!.getReader()
  while (!(await reader.read()).done);
  return performance.now() - began
}

async function medianOf(sandbox: SandboxProcess, path: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await read(sandbox, path))
  return median(times)
}

/** The 99th percentile of small calls while two readers take the whole answer again and again. */
async function besideWholeAnswers(sandbox: SandboxProcess, path: string): Promise<void> {
  let over = false
  const whole: number[] = []
  const readers = Promise.all(
    Array.from({ length: 2 }, async () => {
      while (!over) whole.push(await read(sandbox, path))
    }),
  )
  const small: number[] = []
  const until = performance.now() + 10_000
  while (performance.now() < until) small.push(await read(sandbox, '/api/v1/me'))
  over = true
  await readers
  small.sort((a, b) => a - b)
  figure('large-result-whole-answer', median(whole), 'ms', PAGE_MS_MAX * 10)
  figure('large-result-others-p99', small[Math.floor(small.length * 0.99)]!, 'ms', OTHERS_MS_MAX)
}

/** Until the last part is there; and what others wait for theirs meanwhile. */
async function certificateInParts(sandbox: SandboxProcess, path: string): Promise<void> {
  const small = `/api/v1/searches/${await searchFor(sandbox, '没有登记的有限公司')}/certificate`
  await read(sandbox, small)
  const began = performance.now()
  const others: number[] = []
  for (;;) {
    const answer = await fetch(sandbox.url + path, { headers: bearer(sandbox) })
    await answer.arrayBuffer()
    if (answer.status === 200) break
    if (answer.status !== 202) throw new Error(`${path}: ${answer.status}`)
    others.push(await read(sandbox, small))
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  figure('large-result-certificate', (performance.now() - began) / 1000, 's', CERTIFICATE_SECONDS_MAX)
  others.sort((a, b) => a - b)
  figure('large-result-other-certificates-p99', others[Math.floor(others.length * 0.99)]!, 'ms', PAGE_MS_MAX)
  figure('large-result-memory', rssMiB(sandbox.child.pid!), 'MiB', MEMORY_MIB_MAX)
}

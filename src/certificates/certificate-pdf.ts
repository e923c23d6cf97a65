import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { Unavailable } from '../platform/unavailable.ts'
import type { CertificateMarks } from './certificate-document.ts'
import type { CertificateFacts } from './certificate-facts.ts'
import type { RenderTask } from './certificate-worker.ts'

export type { CertificateMarks } from './certificate-document.ts'

/** Renders certificates as PDF in worker threads, away from the request loop. */
export type CertificateRenderer = {
  /**
   * The PDF of these facts; the same input gives the same bytes. Mask the facts first for who reads.
   * @throws CertificateQueueFullError when too many are waiting, CertificateTimeoutError when it took too long
   */
  render(facts: CertificateFacts, marks: CertificateMarks): Promise<Uint8Array>
  /** Starts the threads, opens the fonts and renders a specimen in each. Without it the first render does so. */
  warm(): Promise<void>
  /** Waits for what is being rendered, refuses what is waiting, and ends the threads. */
  close(): Promise<void>
}

type Options = {
  /** 2 unless told: about 170 MB each while they render lists of thousands. */
  threads?: number
  /** Milliseconds after which idle threads end and give back their memory; unless told, they stay. */
  idleTimeout?: number
  /** Certificates that may wait for a thread. */
  queueMax?: number
  /** Prints SANDBOX across every page. */
  sandbox: boolean
}

export const QUEUE_MAX = 64
export const RENDER_TIME_MAX_MS = 60_000
const RETRY_AFTER_SECONDS = 5

/**
 * For each thread; 20,000 matches take less than 100. A thread that needs more ends, its certificate fails with
 * ERR_WORKER_OUT_OF_MEMORY, and another thread starts.
 */
const HEAP_MAX_MB = 128

/** The queue is full: come back later (HTTP 503). */
export class CertificateQueueFullError extends Unavailable {
  constructor() {
    super('certificates_busy', RETRY_AFTER_SECONDS)
  }
}

/** The certificate was not ready within RENDER_TIME_MAX_MS, waiting included (HTTP 503); its thread was replaced. */
export class CertificateTimeoutError extends Unavailable {
  constructor(cause: unknown) {
    super('certificates_busy', RETRY_AFTER_SECONDS, { cause })
  }
}

/** A renderer without threads yet: they start with the first render or warm. */
export function createCertificateRenderer(options: Options): CertificateRenderer {
  const { threads = 2, idleTimeout, queueMax = QUEUE_MAX, sandbox } = options
  let pool: Piscina<RenderTask, ArrayBuffer | undefined> | undefined
  const started = () => {
    if (pool) return pool
    const starting = new Piscina<RenderTask, ArrayBuffer | undefined>({
      filename: fileURLToPath(new URL('certificate-worker.ts', import.meta.url)),
      minThreads: idleTimeout === undefined ? threads : 0,
      maxThreads: threads,
      ...(idleTimeout !== undefined && { idleTimeout }),
      maxQueue: queueMax,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX_MB, maxYoungGenerationSizeMb: YOUNG_MAX_MB },
    })
    // A thread that fails outside a certificate (a font is missing) would leave those that wait without an answer.
    starting.on('error', () => {
      if (pool === starting) pool = undefined
      void starting.destroy()
    })
    pool = starting
    return starting
  }
  return {
    async render(facts, marks) {
      if (started().queueSize >= queueMax) throw new CertificateQueueFullError()
      const signal = AbortSignal.timeout(RENDER_TIME_MAX_MS)
      try {
        return new Uint8Array((await started().run({ facts, marks, sandbox }, { signal })) as ArrayBuffer)
      } catch (error) {
        throw signal.aborted ? new CertificateTimeoutError(error) : error
      }
    },
    async warm() {
      await Promise.all(Array.from({ length: threads }, () => started().run('ready?')))
    },
    async close() {
      await pool?.close({ force: true })
    },
  }
}

/** Measured: 16 costs a tenth more of the processor, no limit costs 400 MB more. */
const YOUNG_MAX_MB = 32

import { setTimeout as delay } from 'node:timers/promises'
import { boundLog } from './postgres-log.ts'
import { adoptOrStart, type Log, type Postmaster, type Server, stopPostmaster } from './postmaster.ts'
import { isRunning } from './running-process.ts'

const POLL_MS = 500
const BACKOFF_MS_MIN = 100
const BACKOFF_MS_MAX = 2_000
const LONG_ABSENCE_MS = 60_000
const LOG_CHECK_MS = 60_000

export type Supervisor = {
  /** Ends the supervision, then the server, whatever the supervisor was doing with it. */
  stop(): Promise<void>
  /** Ends the supervision and leaves the server running. */
  leave(): Promise<void>
}

/**
 * Watches a running server, adopted or started here alike, and brings it back on the same port when it dies, for as
 * long as it takes: sessions that survive the server hold its shared memory for a moment, and a full disk may be
 * cleared.
 */
export function superviseServer(server: Server, running: Postmaster, log: Log): Supervisor {
  const ending = new AbortController()
  let postmaster = running
  const watching = watch()
  // Whoever calls stop() hears of a failure there; until then it must not end the process.
  watching.catch((error: Error) =>
    log('The supervision of PostgreSQL failed', { level: 'error', error: error.message }),
  )
  return { leave, stop }

  async function leave(): Promise<void> {
    ending.abort()
    await watching.catch(() => undefined)
  }

  async function stop(): Promise<void> {
    await leave()
    await stopPostmaster(postmaster, server.binaries, log)
  }

  async function watch(): Promise<void> {
    let logCheckedAt = Date.now()
    while (await pause(POLL_MS)) {
      if (!isRunning(postmaster.process)) await bringBack()
      if (Date.now() - logCheckedAt < LOG_CHECK_MS) continue
      logCheckedAt = Date.now()
      await boundLog(server.logFile).catch((error: Error) =>
        log('The log of PostgreSQL could not be cut', { level: 'warn', file: server.logFile, error: error.message }),
      )
    }
  }

  async function bringBack(): Promise<void> {
    const since = Date.now()
    log('PostgreSQL has died; it is started again', { level: 'error', pid: postmaster.process.pid })
    for (let backoffMs = BACKOFF_MS_MIN; !ending.signal.aborted; backoffMs = Math.min(backoffMs * 2, BACKOFF_MS_MAX)) {
      try {
        postmaster = await adoptOrStart(server, log, {
          signal: ending.signal,
          onProcess: (begun) => {
            postmaster = begun
          },
        })
        log('PostgreSQL is back', { level: 'warn', pid: postmaster.process.pid, afterMs: Date.now() - since })
        return
      } catch (error) {
        if (ending.signal.aborted) return
        const long = Date.now() - since > LONG_ABSENCE_MS
        log(long ? 'PostgreSQL is still away and does not start' : 'PostgreSQL could not be started again yet', {
          level: long ? 'error' : 'warn',
          error: (error as Error).message,
          awayMs: Date.now() - since,
        })
      }
      await pause(backoffMs)
    }
  }

  /** Waits without keeping the process alive; false when the supervision ends meanwhile. */
  async function pause(ms: number): Promise<boolean> {
    return await delay(ms, true, { ref: false, signal: ending.signal }).catch(() => false)
  }
}

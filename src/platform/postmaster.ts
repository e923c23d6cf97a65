import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type PostgresAccount, runAs, spawnOptions } from './postgres-account.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { logSince, openLog } from './postgres-log.ts'
import { identifyProcess, isPidTaken, isPostgresOf, isRunning, type ProcessIdentity } from './running-process.ts'
import type { FileOwner } from './whole-file.ts'

/** Tells what happens; `detail.level` is `warn` or `error` where it matters. */
export type Log = (message: string, detail?: { level?: 'warn' | 'error'; [name: string]: unknown }) => void

/** The server process of a cluster, and the port it was started with. */
export type Postmaster = { readonly process: ProcessIdentity; readonly port: number }

/** What it takes to start the server of a cluster. `clusterDir` is a real path. */
export type Server = {
  readonly clusterDir: string
  readonly port: number
  readonly binaries: PostgresBinaries
  readonly account: PostgresAccount
  readonly logFile: string
  readonly logOwner: FileOwner | undefined
}

const POLL_MS = 20
const SLOW_START_MS = 10_000
const FAST_STOP_MS_MAX = 60_000

/**
 * The live server of a cluster, ready or not, or undefined. Reads postmaster.pid, and believes it only of a postgres.
 */
export async function findPostmaster(clusterDir: string): Promise<Postmaster | undefined> {
  const file = await readPidFile(clusterDir)
  if (!file || !isPostgresOf(file.pid, clusterDir)) return undefined
  const process = identifyProcess(file.pid)
  return process && { process, port: file.port }
}

/**
 * Adopts the server that runs, or starts one, and waits until it accepts connections, through crash recovery if need
 * be. `onProcess` is told of each process as soon as it is known, so that whoever gives up waiting can end it.
 * Throws an Error with the end of the log when the server ends instead.
 */
export async function adoptOrStart(
  server: Server,
  log: Log,
  options: { signal?: AbortSignal; onProcess?: (postmaster: Postmaster) => void } = {},
): Promise<Postmaster & { adopted: boolean }> {
  for (;;) {
    options.signal?.throwIfAborted()
    const found = await findPostmaster(server.clusterDir)
    if (found) {
      options.onProcess?.(found)
      if (await waitUntilReady(server.clusterDir, found.process, log, options.signal))
        return { ...found, adopted: true }
      continue
    }
    await removeFalsePidFile(server.clusterDir)
    const { postmaster, logOffset } = await spawnPostmaster(server)
    options.onProcess?.(postmaster)
    if (await waitUntilReady(server.clusterDir, postmaster.process, log, options.signal)) {
      return { ...postmaster, adopted: false }
    }
    // A server that a killed process had only just begun to start may have been the first to take the folder.
    if (await findPostmaster(server.clusterDir)) continue
    const end = await logSince(server.logFile, logOffset)
    throw new Error(`PostgreSQL did not start; its log ${server.logFile} ends: ${end}`)
  }
}

/** Resolves to true once the server accepts connections, to false when it has ended. Rejects when aborted. */
export async function waitUntilReady(
  clusterDir: string,
  process: ProcessIdentity,
  log: Log,
  signal?: AbortSignal,
): Promise<boolean> {
  const begun = Date.now()
  let told = false
  while (isRunning(process)) {
    const file = await readPidFile(clusterDir)
    if (file?.pid === process.pid && file.status === 'ready') return true
    if (!told && Date.now() - begun > SLOW_START_MS) {
      told = true
      log('PostgreSQL is not ready yet; after a crash it first recovers, which takes a while', { pid: process.pid })
    }
    await delay(POLL_MS, undefined, { signal })
  }
  return false
}

/**
 * Fast shutdown: sessions are ended, their transactions rolled back, a checkpoint is written. One that takes longer
 * than a minute is cut short by an immediate shutdown, which loses nothing that was committed but recovers at the next
 * start.
 */
export async function stopPostmaster(postmaster: Postmaster, binaries: PostgresBinaries, log: Log): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isRunning(postmaster.process)) return
    await send(postmaster.process.pid, signal, binaries)
    const deadline = Date.now() + FAST_STOP_MS_MAX
    while (Date.now() < deadline) {
      if (!isRunning(postmaster.process)) return
      await delay(POLL_MS)
    }
    log(`PostgreSQL did not stop within a minute of ${signal}`, { level: 'error', pid: postmaster.process.pid })
  }
}

/**
 * Detached, in a session of its own, so that Ctrl-C in the terminal reaches this process alone, which lets requests
 * finish first. Its output goes straight to the log file, so it does not depend on this process either.
 */
async function spawnPostmaster(server: Server): Promise<{ postmaster: Postmaster; logOffset: number }> {
  const { clusterDir, port, binaries } = server
  const log = await openLog(server.logFile, server.logOwner)
  try {
    const logOffset = (await log.stat()).size
    const child = spawn(binaries.postgres, ['-D', clusterDir, '-p', String(port)], {
      ...spawnOptions(server.account),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject))
    child.unref()
    const pid = child.pid as number
    return { postmaster: { process: identifyProcess(pid) ?? { pid, startedAt: 'ended' }, port }, logOffset }
  } finally {
    await log.close()
  }
}

/**
 * After a reboot the pid in postmaster.pid may belong to some other process, and a dead server may wait unreaped: then
 * postgres would refuse to start. Whoever holds the serve lock may remove such a file. One with a pid that nobody has
 * is left to postgres, which looks for surviving sessions of that server first.
 */
async function removeFalsePidFile(clusterDir: string): Promise<void> {
  const file = await readPidFile(clusterDir)
  if (file && isPidTaken(file.pid) && !isPostgresOf(file.pid, clusterDir)) await rm(pidFileOf(clusterDir))
}

/** postmaster.pid: pid, folder, start time, port, socket folder, address, shared memory, status, one a line. */
async function readPidFile(clusterDir: string): Promise<{ pid: number; port: number; status: string } | undefined> {
  const content = await readFile(pidFileOf(clusterDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = content.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  return pid > 0 ? { pid, port: Number(lines[3]), status: lines[7] ?? '' } : undefined
}

function pidFileOf(clusterDir: string): string {
  return join(clusterDir, 'postmaster.pid')
}

async function send(pid: number, signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL', binaries: PostgresBinaries): Promise<void> {
  if (process.platform === 'win32') {
    await runAs(undefined, binaries.pgCtl, ['kill', signal.slice(3), String(pid)])
    return
  }
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

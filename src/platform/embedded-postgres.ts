import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { placeCluster } from './cluster-place.ts'
import {
  applicationUrlOf,
  type ClusterRecord,
  readClusterRecord,
  superuserUrlOf,
  writeClusterRecord,
} from './cluster-record.ts'
import { openDataFolder, ownerOfFiles } from './data-folder.ts'
import { chooseFreePort, isPortFree } from './free-port.ts'
import { runnableBinaries } from './open-place.ts'
import { findPostgresBinaries } from './postgres-binaries.ts'
import { ensureCluster, writeSettings } from './postgres-cluster.ts'
import { boundLog } from './postgres-log.ts'
import { countSessions, ensureDatabase } from './postgres-roles.ts'
import { type Supervisor, superviseServer } from './postgres-supervisor.ts'
import {
  adoptOrStart,
  findPostmaster,
  type Log,
  type Postmaster,
  type Server,
  stopPostmaster,
  waitUntilReady,
} from './postmaster.ts'
import { FolderInUse, type ServeLock, takeServeLock } from './serve-lock.ts'
import { type FileOwner, writeWholeFile } from './whole-file.ts'

/** Where a running embedded cluster is reached. The URLs hold passwords: never log them. */
export type RunningPostgres = {
  /** The superuser, in the database `postgres`. */
  readonly superuserUrl: string
  /** The register's login, in the register's database; it may set the roles registry_owner and registry_app. */
  readonly applicationUrl: string
  /** On 127.0.0.1. */
  readonly port: number
  readonly clusterDir: string
}

export type EmbeddedPostgres = RunningPostgres & {
  /** The register's database was made by this start, so it is empty. */
  readonly fresh: boolean
  /** Ends supervision and server, and gives the data folder free. Call it when requests and jobs have drained. */
  stop(): Promise<void>
}

export type EmbeddedPostgresOptions = { readonly dataDir: string; readonly log: Log }

/**
 * Starts the embedded PostgreSQL of a data folder, making the cluster, the roles and the database where they are
 * missing, and keeps it running until stop(). A server that outlived its Node process is adopted. The application's URL
 * is also in `database-url` in the data folder, mode 0600.
 * Throws FolderInUse when another process serves from the folder, and otherwise an Error that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { reach, fresh, supervisor, lock } = await start(options)
  let stopped: Promise<void> | undefined
  return {
    ...reach,
    fresh,
    stop() {
      stopped ??= supervisor.stop().finally(() => lock.release())
      return stopped
    },
  }
}

/** The running cluster of a data folder, for command-line tools beside a server; undefined when none runs. */
export async function connectToEmbeddedPostgres(dataDir: string): Promise<RunningPostgres | undefined> {
  if (!(await stat(dataDir).catch(() => undefined))) return undefined
  const record = await readClusterRecord(await realpath(dataDir))
  if (!record?.complete) return undefined
  const clusterDir = await realpath(record.clusterDir).catch(() => record.clusterDir)
  const postmaster = await findPostmaster(clusterDir)
  if (!postmaster || !(await waitUntilReady(clusterDir, postmaster.process, () => undefined))) return undefined
  return reachOf({ ...record, port: postmaster.port })
}

/**
 * Does some work with the embedded cluster: with the running one when it runs, else with one started for the while and
 * stopped afterwards. One that others use by then is left running; the next start adopts it.
 */
export async function withEmbeddedPostgres<Result>(
  options: EmbeddedPostgresOptions,
  work: (postgres: RunningPostgres) => Promise<Result>,
): Promise<Result> {
  const { postgres, leave } = await connectOrStart(options)
  try {
    return await work(postgres)
  } finally {
    await leave()
  }
}

const OTHER_START_MS_MAX = 30_000

async function connectOrStart(
  options: EmbeddedPostgresOptions,
): Promise<{ postgres: RunningPostgres; leave: () => Promise<void> }> {
  const deadline = Date.now() + OTHER_START_MS_MAX
  for (;;) {
    const running = await connectToEmbeddedPostgres(options.dataDir)
    if (running) return { postgres: running, leave: async () => undefined }
    try {
      const started = await start(options)
      return { postgres: started.reach, leave: () => leave(started) }
    } catch (error) {
      // Another process is only just starting the cluster, or stopping it.
      if (!(error instanceof FolderInUse) || Date.now() > deadline) throw error
      await delay(100)
    }
  }
}

type Started = {
  readonly reach: RunningPostgres
  readonly record: ClusterRecord
  readonly fresh: boolean
  readonly supervisor: Supervisor
  readonly lock: ServeLock
}

async function start(options: EmbeddedPostgresOptions): Promise<Started> {
  const dataDir = await openDataFolder(options.dataDir)
  const owner = await ownerOfFiles(dataDir)
  const lock = await takeServeLock(dataDir, owner)
  let begun: { postmaster: Postmaster; server: Server } | undefined
  try {
    const prepared = await prepareCluster(dataDir, owner, options.log)
    const { server, postmaster } = await startServer(prepared.server, options.log, (server, postmaster) => {
      begun = { server, postmaster }
    })
    const record = { ...prepared.record, port: postmaster.port }
    const fresh = await ensureDatabase(record)
    await writeClusterRecord(dataDir, { ...record, complete: true }, owner)
    await writeWholeFile(join(dataDir, 'database-url'), `${applicationUrlOf(record)}\n`, { owner })
    options.log(postmaster.adopted ? 'PostgreSQL was still running and is adopted' : 'PostgreSQL has started', {
      pid: postmaster.process.pid,
      port: postmaster.port,
      clusterDir: server.clusterDir,
    })
    const supervisor = superviseServer(server, postmaster, options.log)
    return { reach: reachOf(record), record, fresh, supervisor, lock }
  } catch (error) {
    if (begun) await stopPostmaster(begun.postmaster, begun.server.binaries, options.log).catch(() => undefined)
    await lock.release()
    throw error
  }
}

/** Stops a temporary cluster, unless others use it. Sessions just ended by this process may linger for a moment. */
async function leave({ record, supervisor, lock }: Started): Promise<void> {
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      if ((await countSessions(record)) === 0) return await supervisor.stop()
      await delay(50)
    }
    await supervisor.leave()
  } finally {
    await lock.release()
  }
}

/** Everything up to the start: lock held, cluster made, settings written. */
async function prepareCluster(
  dataDir: string,
  owner: FileOwner | undefined,
  log: Log,
): Promise<{ record: ClusterRecord; server: Server }> {
  const { record, account } = await placeCluster(dataDir, owner, log)
  const binaries = await runnableBinaries(await findPostgresBinaries(), account, log)
  await ensureCluster(record, binaries, account)
  const clusterDir = await realpath(record.clusterDir)
  const logFile = join(dataDir, 'postgres.log')
  await boundLog(logFile)
  return { record, server: { clusterDir, port: record.port, binaries, account, logFile, logOwner: owner } }
}

const SURVIVORS_MS_MAX = 60_000
const SURVIVORS_RETRY_MS = 500

/**
 * Adopts the server or starts it, on its own port when that is free, else on another. When a server was killed, those
 * of its sessions that were computing outlive it until they next wait for something, and hold its shared memory.
 */
async function startServer(
  prepared: Server,
  log: Log,
  onProcess: (server: Server, postmaster: Postmaster) => void,
): Promise<{ server: Server; postmaster: Postmaster & { adopted: boolean } }> {
  const deadline = Date.now() + SURVIVORS_MS_MAX
  let port = prepared.port
  for (;;) {
    const running = await findPostmaster(prepared.clusterDir)
    if (!running && !(await isPortFree(port))) {
      log('Another process has taken the port of PostgreSQL; it gets a new one', { level: 'warn', port })
      port = await chooseFreePort()
    }
    const server = { ...prepared, port: running?.port ?? port }
    await writeSettings(server.clusterDir, server.port, server.account)
    try {
      const postmaster = await adoptOrStart(server, log, { onProcess: (process) => onProcess(server, process) })
      return { server: { ...server, port: postmaster.port }, postmaster }
    } catch (error) {
      const survivors = /shared memory block/.test((error as Error).message) && Date.now() < deadline
      if (!survivors && (await isPortFree(port))) throw error
      if (survivors) {
        log('Sessions of a killed PostgreSQL are still at work; it is started when they have ended', { level: 'warn' })
        await delay(SURVIVORS_RETRY_MS)
      }
    }
  }
}

function reachOf(record: ClusterRecord): RunningPostgres {
  return {
    superuserUrl: superuserUrlOf(record),
    applicationUrl: applicationUrlOf(record),
    port: record.port,
    clusterDir: record.clusterDir,
  }
}

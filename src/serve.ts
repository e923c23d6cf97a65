import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import pino, { type Logger } from 'pino'
import { Authenticator } from './accounts/authenticate.ts'
import { buildApp } from './app.ts'
import { createCertificateRenderer } from './certificates/certificate-pdf.ts'
import { type Config, isLoopback, migrationsFolder } from './config.ts'
import type { Deps } from './deps.ts'
import { startJobs } from './jobs.ts'
import { NearMatches } from './near-matches/near-matches.ts'
import { systemClock } from './platform/clock.ts'
import { createPool } from './platform/database.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { prepareDatabase } from './platform/prepare-database.ts'
import { FilingSequencer } from './registrations/filing-sequencer.ts'
import { loadIdentity, seedSandbox, writeSandboxFile } from './sandbox/seed-sandbox.ts'
import { AnsweringLogics } from './search/answering-logics.ts'
import { SearchGroup } from './search/search-group.ts'
import { type LogSigner, loadLogSigner, logIdentity } from './transparency-log/log-key.ts'
import { requireKnownHead } from './transparency-log/publish-log.ts'

/** A register that serves. `close` drains: nothing that was accepted is lost. */
export type Serving = { url: string; app: FastifyInstance; deps: Deps; close(): Promise<void> }

/**
 * Starts everything: database, order, certificates, jobs, web. On an empty embedded database it makes the sandbox; with
 * DATABASE_URL only when asked, and never where others can reach it (threat 18).
 */
export async function serve(config: Config, log: Logger = createLog(config)): Promise<Serving> {
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const each of closers.splice(0).reverse()) await each().catch((err) => log.error({ err }, 'closing'))
  }
  try {
    const databaseUrl = await startDatabase(config, log, closers)
    const deps = await createDeps(config, databaseUrl, log, closers)
    // Jobs file too (what lapses by law), so a worker has its place in the order like every other process.
    deps.sequencer.start()
    if (config.role !== 'web') closers.push(await startJobs(databaseUrl, deps))
    if (config.role === 'worker') return { url: '', app: undefined as never, deps, close }

    const app = await buildApp(deps)
    closers.push(() => app.close())
    const seeded = await seedSandbox(deps, config)
    await app.listen({ host: config.host, port: config.port })
    const url = listeningUrl(app, config)
    deps.publicUrl = () => config.publicUrl ?? url
    await writeSandboxFile(deps, seeded, { url, log: await logIdentity(deps.pool) })
    deps.started = true
    const warmed = config.warmCertificates ? deps.certificates.warm() : Promise.resolve()
    warmed.catch((err: unknown) => {
      // A register that stops while it warms has not failed.
      if (closers.length > 0) log.error({ err }, 'the certificate workers could not be warmed')
    })
    return { url, app, deps, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function startDatabase(config: Config, log: Logger, closers: (() => Promise<unknown>)[]): Promise<string> {
  if (config.databaseUrl) {
    await prepareDatabase(config.databaseUrl, migrationsFolder)
    return config.databaseUrl
  }
  const embedded = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    log: (message, detail) => log.info(detail ?? {}, message),
  })
  closers.push(() => embedded.stop())
  await prepareDatabase(embedded.applicationUrl, migrationsFolder)
  return embedded.applicationUrl
}

async function createDeps(
  config: Config,
  databaseUrl: string,
  log: Logger,
  closers: (() => Promise<unknown>)[],
): Promise<Deps> {
  const pool = createPool(databaseUrl, {
    role: 'registry_app',
    applicationName: 'encumbra web',
    max: config.poolMaxConnections,
    onError: (err) => log.warn({ err }, 'an idle connection was lost'),
  })
  closers.push(() => pool.end())
  const identity = await loadIdentity(pool, config)
  if (identity.sandbox && !isLoopback(config.host)) {
    throw new Error(`This is a sandbox with known passwords: it is served on loopback only, not on HOST=${config.host}`)
  }
  const certificates = createCertificateRenderer({ threads: config.certificateThreads, sandbox: identity.sandbox })
  closers.push(() => certificates.close())
  const sequencer = new FilingSequencer({ databaseUrl, log, queueMaxFilings: config.queueMaxFilings })
  closers.push(() => sequencer.close())
  const nearMatches = new NearMatches({ databaseUrl, log })
  closers.push(() => nearMatches.close())
  return {
    config,
    log,
    clock: systemClock,
    pool,
    sequencer,
    searches: new SearchGroup(pool, systemClock),
    logics: new AnsweringLogics(pool),
    nearMatches,
    certificates,
    authenticator: new Authenticator(pool),
    identity,
    logSigner: await logSigner(pool, config, identity, log),
    started: false,
    publicUrl: () => config.publicUrl ?? `http://${config.host}:${config.port}`,
  }
}

/** Processes with jobs sign the log. One without the key goes on, and says that it does not. */
async function logSigner(
  pool: Pool,
  config: Config,
  { sandbox }: Deps['identity'],
  log: Logger,
): Promise<LogSigner | undefined> {
  if (config.role === 'web') return undefined
  const signer = await loadLogSigner(pool, config, { make: sandbox })
  if (signer) await requireKnownHead(pool, signer)
  else log.warn('this process has no key of the transparency log and signs no head of it')
  return signer
}

/** The log, as JSON lines. Query strings and secrets are left out (threat 14). */
export function createLog(config: Pick<Config, 'logLevel'>): Logger {
  return pino({
    level: config.logLevel,
    redact: [
      'req.headers.authorization',
      'req.headers.cookie',
      'err.detail',
      'err.where',
      'err.query',
      'err.parameters',
    ],
    serializers: {
      req: (request: { method: string; url: string; ip?: string }) => ({
        method: request.method,
        path: request.url.split('?')[0],
        network: request.ip,
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
    },
  })
}

function listeningUrl(app: FastifyInstance, config: Config): string {
  const address = app.server.address()
  const port = address && typeof address === 'object' ? address.port : config.port
  return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
}

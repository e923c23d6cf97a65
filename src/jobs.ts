import { PgBoss } from 'pg-boss'
import { removeUnnamedAttachments } from './attachments/remove-unnamed-attachments.ts'
import { forgetBatches } from './batches/batch-store.ts'
import { forgetBulkSearches } from './bulk-searches/bulk-search-store.ts'
import { callBack } from './bulk-searches/call-back.ts'
import { searchBulkLists } from './bulk-searches/search-lines.ts'
import { forgetOldParts } from './certificate-parts/part-store.ts'
import { prepareCertificates } from './certificate-parts/prepare-certificates.ts'
import { indexCollateralTexts } from './collateral-texts/index-collateral-texts.ts'
import type { Deps } from './deps.ts'
import { expireDrafts, forgetFiledEntries } from './drafts/expire-drafts.ts'
import { countTerms } from './near-matches/count-terms.ts'
import { indexNames } from './near-matches/index-names.ts'
import { announceFilings } from './notices/announce-filings.ts'
import { lapseObjections } from './objections/lapse-objections.ts'
import { beijingDate } from './platform/clock.ts'
import { connectionConfig } from './platform/database.ts'
import { repeat } from './platform/repeat.ts'
import { finishDestructions } from './retention/finish-destructions.ts'
import { proposeDestruction } from './retention/propose-destruction.ts'
import { followSearches } from './search-records/follow-searches.ts'
import { askWitnesses } from './transparency-log/ask-witnesses.ts'
import { LogForked, publishLog } from './transparency-log/publish-log.ts'

/**
 * A job with a `cron` waits in the queue, which gives it to one worker. One with a pause runs in every worker again and
 * again, and sees to it itself that two do not get into each other's way.
 */
type Job = { name: string; run(deps: Deps): Promise<void> } & ({ cron: string } | { pauseMs: number })

/** Every job of the register, in one list. Each may run twice, and be killed at any moment. */
export const jobs: readonly Job[] = [
  { name: 'announce-filings', pauseMs: 2_000, run: announceFilings },
  { name: 'follow-searches', pauseMs: 60_000, run: followSearches },
  { name: 'publish-log', pauseMs: 250, run: publish },
  {
    name: 'ask-witnesses',
    pauseMs: 2_000,
    run: ({ pool, config, log }) => askWitnesses(pool, config.logWitnesses, log),
  },
  { name: 'index-collateral-texts', pauseMs: 2_000, run: indexCollateralTexts },
  { name: 'index-names', pauseMs: 300, run: indexNames },
  { name: 'count-name-terms', cron: '*/10 * * * *', run: ({ pool }) => countTerms(pool) },
  { name: 'prepare-certificates', pauseMs: 2_000, run: prepareCertificates },
  { name: 'forget-old-parts', cron: '7 2 * * *', run: ({ pool }) => forgetOldParts(pool) },
  { name: 'search-bulk-lists', pauseMs: 500, run: searchBulkLists },
  { name: 'call-back', pauseMs: 2_000, run: callBack },
  { name: 'forget-old-answers', cron: '17 * * * *', run: forgetOldAnswers },
  { name: 'forget-batches', cron: '27 3 * * *', run: ({ pool }) => forgetBatches(pool) },
  {
    name: 'forget-bulk-searches',
    cron: '41 3 * * *',
    run: ({ pool, config }) => forgetBulkSearches(pool, config.bulkSearchDays),
  },
  { name: 'end-old-sessions', cron: '37 * * * *', run: endOldSessions },
  { name: 'lapse-objections', cron: '3,33 * * * *', run: lapse },
  {
    name: 'expire-drafts',
    cron: '47 * * * *',
    run: ({ pool, config }) => expireDrafts(pool, config.draftDays),
  },
  {
    name: 'forget-filed-entries',
    cron: '57 * * * *',
    run: ({ pool, config }) => forgetFiledEntries(pool, config.draftDays),
  },
  { name: 'remove-unnamed-attachments', cron: '27 * * * *', run: ({ pool }) => removeUnnamedAttachments(pool) },
  { name: 'propose-destruction', cron: '23 18 * * *', run: propose },
  { name: 'finish-destructions', cron: '13 * * * *', run: finish },
]

/** Nothing is signed any more once the log would contradict itself: somebody has to look, and is told each time. */
async function publish({ pool, logSigner, log }: Deps): Promise<void> {
  await publishLog(pool, logSigner).catch((err: unknown) => {
    if (err instanceof LogForked) log.fatal({ err }, 'the log is not signed: see docs/operating/log.md')
    throw err
  })
}

/** What was kept for fifteen years is put before two registrars. */
async function propose({ pool, clock }: Deps): Promise<void> {
  await proposeDestruction(pool, beijingDate(clock.nowMicroseconds()))
}

/** What two registrars approved and a process that died left undone, and search records beyond one batch. */
async function finish({ pool }: Deps): Promise<void> {
  await finishDestructions(pool)
}

/** Objections whose thirty days are over end by a filing of the register's own. */
async function lapse({ pool, sequencer, clock }: Deps): Promise<void> {
  await lapseObjections(pool, sequencer, beijingDate(clock.nowMicroseconds()))
}

/** Idempotent answers are kept for 24 hours. */
async function forgetOldAnswers({ pool }: Deps): Promise<void> {
  await pool.query(`delete from idempotency_keys where created_at < clock_timestamp() - interval '24 hours'`)
}

/** Sessions past their end, and sign-in failures that no longer count. */
async function endOldSessions({ pool }: Deps): Promise<void> {
  await pool.query('delete from sessions where expires_at < clock_timestamp()')
  await pool.query(`delete from sign_in_failures where failed_at < clock_timestamp() - interval '1 day'`)
}

const SCHEMA = 'pgboss'
const queued = jobs.filter((job) => 'cron' in job)

/**
 * Makes the job queue's schema as its owner and starts the workers as the application role, which needs no DDL.
 * @returns what stops them, letting running jobs finish
 */
export async function startJobs(databaseUrl: string, deps: Deps): Promise<() => Promise<void>> {
  const { log } = deps
  await prepareQueues(databaseUrl)
  const boss = new PgBoss({
    ...settings(databaseUrl, 'registry_app'),
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    max: 3,
  })
  boss.on('error', (err) => log.warn({ err }, 'the job queue reported an error'))
  await boss.start()
  for (const job of queued) {
    await boss.work(job.name, async () => {
      await job.run(deps)
      log.info({ job: job.name }, 'a job ran')
    })
    await boss.schedule(job.name, job.cron)
  }
  const stopped = jobs.flatMap((job) => {
    if (!('pauseMs' in job)) return []
    const onError = (err: unknown) => log.warn({ err, job: job.name }, 'a job failed and will be tried again')
    return [repeat(() => job.run(deps), { pauseMs: job.pauseMs, onError })]
  })
  return async () => {
    await Promise.all([boss.stop({ graceful: true, timeout: 10_000 }), ...stopped.map((stop) => stop())])
  }
}

async function prepareQueues(databaseUrl: string): Promise<void> {
  const owner = new PgBoss({
    ...settings(databaseUrl, 'registry_owner'),
    schema: SCHEMA,
    schedule: false,
    supervise: false,
    max: 1,
  })
  owner.on('error', () => {})
  await owner.start()
  for (const job of queued) if (!(await owner.getQueue(job.name))) await owner.createQueue(job.name)
  const db = owner.getDb()
  await db.executeSql(`grant usage on schema ${SCHEMA} to registry_app`)
  await db.executeSql(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to registry_app`)
  await db.executeSql(`grant execute on all functions in schema ${SCHEMA} to registry_app`)
  await owner.stop({ graceful: false })
}

function settings(databaseUrl: string, role: 'registry_app' | 'registry_owner') {
  const { connectionString, options } = connectionConfig(databaseUrl, { role, applicationName: 'encumbra jobs' })
  return { connectionString: connectionString!, options: options!, application_name: 'encumbra jobs' }
}

import { PgBoss } from 'pg-boss'
import type { Deps } from './deps.ts'
import { connectionConfig } from './platform/database.ts'

type Job = { name: string; cron: string; run(deps: Deps): Promise<void> }

/** Every job of the register, in one list. Each may run twice, and be killed at any moment. */
export const jobs: readonly Job[] = [
  { name: 'forget-old-answers', cron: '17 * * * *', run: forgetOldAnswers },
  { name: 'end-old-sessions', cron: '37 * * * *', run: endOldSessions },
]

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
  for (const job of jobs) {
    await boss.work(job.name, async () => {
      await job.run(deps)
      log.info({ job: job.name }, 'a job ran')
    })
    await boss.schedule(job.name, job.cron)
  }
  return () => boss.stop({ graceful: true, timeout: 10_000 })
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
  for (const job of jobs) if (!(await owner.getQueue(job.name))) await owner.createQueue(job.name)
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

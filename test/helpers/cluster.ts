import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrationsFolder, projectRoot } from '../../src/config.ts'
import { connectToEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { prepareDatabase } from '../../src/platform/prepare-database.ts'

/** One real cluster for a whole test run, and a migrated database that each test file copies. */
const dataDir = join(tmpdir(), `encumbra-test-${createHash('sha256').update(projectRoot).digest('hex').slice(0, 12)}`)
const TEMPLATE = 'encumbra_template'

/** Starts the cluster and makes the template. The server outlives this process; `stopCluster` ends it. */
export async function startCluster(): Promise<void> {
  const cluster = await startEmbeddedPostgres({ dataDir, log: () => {} })
  const client = new pg.Client({ connectionString: cluster.superuserUrl })
  await client.connect()
  // A test cluster is thrown away: it need not survive a power cut.
  await client.query('alter system set fsync = off')
  await client.query('select pg_reload_conf()')
  const { rows } = await client.query(`select datname from pg_database where datname like 't\\_%' or datname = $1`, [
    TEMPLATE,
  ])
  for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`)
  await client.query(`create database ${TEMPLATE} owner registry_owner`)
  await client.end()
  await prepareDatabase(inDatabase(cluster.applicationUrl, TEMPLATE), migrationsFolder)
}

export async function stopCluster(): Promise<void> {
  const cluster = await startEmbeddedPostgres({ dataDir, log: () => {} })
  await cluster.stop()
}

export type TestDatabase = { url: string; superuserUrl: string; drop(): Promise<void> }

/** A fresh copy of the migrated template. */
export async function createDatabase(): Promise<TestDatabase> {
  const cluster = await connectToEmbeddedPostgres(dataDir)
  if (!cluster) throw new Error('the test cluster does not run: start tests with npm test or npx tap')
  const name = `t_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  await asSuperuser(cluster.superuserUrl, `create database ${name} template ${TEMPLATE} owner registry_owner`)
  return {
    url: inDatabase(cluster.applicationUrl, name),
    superuserUrl: inDatabase(cluster.superuserUrl, name),
    drop: () => asSuperuser(cluster.superuserUrl, `drop database if exists ${name} with (force)`),
  }
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

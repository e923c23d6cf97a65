import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { type MigrationProvider, Migrator } from 'kysely/migration'
import pg from 'pg'
import { connectionConfig, createPool, kyselyOver } from './database.ts'

/** A database that cannot serve, and what to change. The message is for the person who set DATABASE_URL. */
export class DatabaseNotFitError extends Error {}

const VERSION_MIN = 170_000

/**
 * Checks that the server and the login can carry the register, makes the two roles where the login may, and migrates.
 * Safe when several processes start at once: Kysely's migrator takes a lock.
 * @returns the names of the migrations that were run now
 */
export async function prepareDatabase(url: string, migrationsFolder: string): Promise<string[]> {
  await checkServer(url)
  const pool = createPool(url, {
    role: 'registry_owner',
    applicationName: 'encumbra migrate',
    max: 2,
    onError: () => {},
  })
  const database = kyselyOver<unknown>(pool)
  try {
    const migrator = new Migrator({ db: database, provider: new SqlFiles(migrationsFolder) })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    return (results ?? []).filter((each) => each.status === 'Success').map((each) => each.migrationName)
  } finally {
    await database.destroy()
  }
}

/** Migrations as numbered files of plain SQL; those that are missing run in one transaction. */
class SqlFiles implements MigrationProvider {
  readonly #folder: string
  constructor(folder: string) {
    this.#folder = folder
  }

  async getMigrations() {
    const files = (await readdir(this.#folder)).filter((each) => each.endsWith('.sql')).sort()
    const entries = files.map((file) => {
      const up = async (db: Kysely<unknown>) => {
        await sql.raw(await readFile(join(this.#folder, file), 'utf8')).execute(db)
      }
      return [file.replace(/\.sql$/, ''), { up }] as const
    })
    return Object.fromEntries(entries)
  }
}

async function checkServer(url: string): Promise<void> {
  const client = new pg.Client(connectionConfig(url, { applicationName: 'encumbra check' }))
  try {
    await client.connect()
  } catch (error) {
    throw new DatabaseNotFitError(`The database of DATABASE_URL cannot be reached: ${(error as Error).message}`)
  }
  try {
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as version_text,
        pg_encoding_to_char(encoding) as encoding, datname as database, session_user as login
        from pg_database where datname = current_database()`,
    )
    const { version, version_text, encoding, database, login } = rows[0]
    if (version < VERSION_MIN) {
      throw new DatabaseNotFitError(`PostgreSQL 17 or later is needed; this server is ${version_text}. Upgrade it.`)
    }
    if (encoding !== 'UTF8') {
      throw new DatabaseNotFitError(
        `The database "${database}" is encoded ${encoding}; UTF8 is needed. ` +
          `Create another: CREATE DATABASE encumbra ENCODING 'UTF8' TEMPLATE template0`,
      )
    }
    await ensureRights(client, database, login)
  } finally {
    await client.end()
  }
}

/** Makes what is missing where the login may, and says in SQL what a superuser must do where it may not. */
async function ensureRights(client: pg.Client, database: string, login: string): Promise<void> {
  const db = client.escapeIdentifier(database)
  const who = client.escapeIdentifier(login)
  const wanted = [
    { missing: noRole('registry_owner'), repair: 'CREATE ROLE registry_owner NOLOGIN' },
    { missing: noRole('registry_app'), repair: 'CREATE ROLE registry_app NOLOGIN' },
    { missing: notMember('registry_owner'), repair: `GRANT registry_owner TO ${who} WITH INHERIT FALSE, SET TRUE` },
    { missing: notMember('registry_app'), repair: `GRANT registry_app TO ${who} WITH INHERIT FALSE, SET TRUE` },
    {
      missing: `not has_database_privilege('registry_owner', current_database(), 'CREATE')`,
      repair: `GRANT CREATE ON DATABASE ${db} TO registry_owner`,
    },
    {
      missing: `not has_schema_privilege('registry_owner', 'public', 'CREATE')`,
      repair: 'GRANT CREATE, USAGE ON SCHEMA public TO registry_owner',
    },
    {
      missing: `not has_schema_privilege('registry_app', 'public', 'USAGE')`,
      repair: 'GRANT USAGE ON SCHEMA public TO registry_app',
    },
  ]
  for (const { missing, repair } of wanted) {
    if (!(await isTrue(client, missing))) continue
    // Another process that starts at the same moment may have done it: only what is still missing counts.
    const failure = await client.query(repair).then(
      () => undefined,
      (error: Error) => error,
    )
    if (failure && (await isTrue(client, missing))) {
      throw new DatabaseNotFitError(
        `The login "${login}" lacks a right (${failure.message}). As a superuser run: ${repair};`,
      )
    }
  }
}

const noRole = (role: string) => `not exists (select from pg_roles where rolname = '${role}')`
const notMember = (role: string) => `not pg_has_role(session_user, '${role}', 'SET')`

async function isTrue(client: pg.Client, condition: string): Promise<boolean> {
  const { rows } = await client.query(`select ${condition} as answer`)
  return rows[0].answer === true
}

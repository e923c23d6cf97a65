import pg from 'pg'
import { applicationLogin, type ClusterRecord, databaseName, superuserUrlOf } from './cluster-record.ts'

/**
 * Makes the roles and the register's database in a running cluster, as far as they are missing. Each step is atomic and
 * asks first whether it is needed, so a start that was cut off anywhere is finished by the next one.
 * @returns whether the database was made by this call: then it is empty
 */
export async function ensureDatabase(record: ClusterRecord): Promise<boolean> {
  const client = new pg.Client({ connectionString: superuserUrlOf(record), connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const there = await whatIsThere(client)
    if (!there.roles) await makeRoles(client, record.applicationPassword)
    if (!there.database) await client.query(`CREATE DATABASE ${databaseName} OWNER registry_owner`)
    if (!there.rights) await setRights(client)
    return !there.database
  } finally {
    await client.end()
  }
}

/** How many sessions of clients the cluster has, apart from the one that asks. */
export async function countSessions(record: ClusterRecord): Promise<number> {
  const client = new pg.Client({ connectionString: superuserUrlOf(record), connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ sessions: number }>(
      `SELECT count(*)::int AS sessions FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    )
    return rows[0]?.sessions ?? 0
  } finally {
    await client.end()
  }
}

async function whatIsThere(client: pg.Client): Promise<{ roles: boolean; database: boolean; rights: boolean }> {
  const { rows } = await client.query<{ roles: boolean; database: boolean; rights: boolean }>(
    `SELECT
       EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS roles,
       database.oid IS NOT NULL AS database,
       COALESCE(NOT has_database_privilege('public', database.oid, 'CONNECT'), false) AS rights
     FROM (SELECT) AS one LEFT JOIN pg_database AS database ON database.datname = $2`,
    [applicationLogin, databaseName],
  )
  return rows[0] ?? { roles: false, database: false, rights: false }
}

/**
 * The login owns nothing and inherits nothing: each connection sets the role it works under, registry_app to serve and
 * registry_owner to migrate. Its errors are not repeated in the server's log, since their messages can quote values of
 * rows; the register itself gets them and decides what to log. All roles come in one transaction.
 */
async function makeRoles(client: pg.Client, password: string): Promise<void> {
  const secret = client.escapeLiteral(password)
  await client.query(`
    BEGIN;
    CREATE ROLE registry_owner NOLOGIN;
    CREATE ROLE registry_app NOLOGIN;
    CREATE ROLE ${applicationLogin} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${secret};
    GRANT registry_owner, registry_app TO ${applicationLogin} WITH INHERIT FALSE, SET TRUE;
    ALTER ROLE ${applicationLogin} SET log_min_messages = 'log';
    COMMIT;`)
}

async function setRights(client: pg.Client): Promise<void> {
  await client.query(`
    BEGIN;
    REVOKE ALL ON DATABASE ${databaseName} FROM PUBLIC;
    GRANT CONNECT ON DATABASE ${databaseName} TO ${applicationLogin};
    COMMIT;`)
}

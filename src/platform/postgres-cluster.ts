import { randomBytes } from 'node:crypto'
import { access, appendFile, chown, mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type ClusterRecord, recordName, superuser } from './cluster-record.ts'
import { type PostgresAccount, runAs } from './postgres-account.ts'
import { type PostgresBinaries, reinstallAdvice } from './postgres-binaries.ts'
import { syncFolder, writeWholeFile } from './whole-file.ts'

const settingsName = 'encumbra.conf'

/**
 * Makes the cluster where the record says, unless it is there. A cluster is made under a temporary name and renamed
 * when it is whole and synced, so one with the real name is never half made, and one with a temporary name never holds
 * data. Nothing with the real name is ever deleted: what is not understood there is refused with an Error that says
 * what to do.
 */
export async function ensureCluster(
  record: ClusterRecord,
  binaries: PostgresBinaries,
  account: PostgresAccount,
): Promise<void> {
  const { clusterDir } = record
  await removeHalfMade(clusterDir)
  if (await hasCluster(clusterDir)) {
    await checkMajorVersion(clusterDir, binaries)
  } else {
    if (record.complete) {
      throw new Error(
        `The database cluster ${clusterDir} that ${recordName} names is gone. Bring it back (is a volume not mounted?), or remove ${recordName} from the data folder to begin with an empty register.`,
      )
    }
    await checkBinariesRun(binaries, account)
    await makeCluster(record, binaries, account)
  }
}

/** Whether a whole cluster is there. An empty folder is none; anything else without its control file is refused. */
export async function hasCluster(clusterDir: string): Promise<boolean> {
  const names = await readdir(clusterDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (names.length === 0) return false
  try {
    await access(join(clusterDir, 'PG_VERSION'))
    await access(join(clusterDir, 'global', 'pg_control'))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(
      `${clusterDir} is no whole PostgreSQL cluster (PG_VERSION or global/pg_control is missing). It is left as it is: restore it from a backup, or move it away to begin anew.`,
    )
  }
}

/**
 * Writes the settings anew, since a newer version of the program may want others; ALTER SYSTEM still overrides them.
 */
export async function writeSettings(clusterDir: string, port: number, account: PostgresAccount): Promise<void> {
  await writeWholeFile(join(clusterDir, settingsName), settings(port), { owner: account })
}

/**
 * Collation and character classes come from PostgreSQL's builtin provider: code point order and the Unicode tables of
 * the server's own version, so a new libc can never make the order of an index wrong. The libc locale is C.UTF-8
 * beside it, because pg_trgm and the text search parser still ask libc what a letter is; under plain C they would
 * drop every Chinese character. Elsewhere than on Linux that locale need not exist.
 *
 * initdb's own sync is put off to a second run, `--sync-only`, so that it covers our settings too. Only then is the
 * cluster renamed, and the folder above it synced: from its first start it is as durable as any.
 */
async function makeCluster(record: ClusterRecord, binaries: PostgresBinaries, account: PostgresAccount): Promise<void> {
  const { clusterDir } = record
  const making = `${clusterDir}.making-${randomBytes(6).toString('hex')}`
  const passwordFile = `${making}.password`
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C'
  try {
    await mkdir(making, { mode: 0o700 })
    if (account) await chown(making, account.uid, account.gid)
    await writeWholeFile(passwordFile, `${record.superuserPassword}\n`, { owner: account })
    await run(account, binaries.initdb, [
      `--pgdata=${making}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
      '--no-sync',
    ])
    await appendFile(join(making, 'postgresql.conf'), `\ninclude '${settingsName}'\n`)
    await writeSettings(making, record.port, account)
    await run(account, binaries.initdb, [`--pgdata=${making}`, '--sync-only'])
    await rmdir(clusterDir).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
    await rename(making, clusterDir)
    await syncFolder(dirname(clusterDir))
  } finally {
    await rm(passwordFile, { force: true })
    await rm(making, { recursive: true, force: true })
  }
}

/** What a start that was cut off left behind. An initdb that still writes there only leaves work for the next start. */
async function removeHalfMade(clusterDir: string): Promise<void> {
  const folder = dirname(clusterDir)
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(clusterDir)}.making-`)) continue
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

async function checkMajorVersion(clusterDir: string, binaries: PostgresBinaries): Promise<void> {
  const made = (await readFile(join(clusterDir, 'PG_VERSION'), 'utf8')).trim()
  const major = binaries.version.split('.')[0]
  if (made === major) return
  throw new Error(
    `The cluster ${clusterDir} was made by PostgreSQL ${made}, and the installed binaries are PostgreSQL ${major}. Install the version of the program that made it, or move the data with pg_upgrade.`,
  )
}

/** A missing library is told in words before anything is made. */
async function checkBinariesRun(binaries: PostgresBinaries, account: PostgresAccount): Promise<void> {
  const { code, output } = await runAs(account, binaries.postgres, ['--version'])
  if (code === 0) return
  throw new Error(`${binaries.postgres} does not run: ${output || `exit code ${code}`}. ${reinstallAdvice(binaries)}`)
}

async function run(account: PostgresAccount, program: string, args: string[]): Promise<void> {
  const { code, output } = await runAs(account, program, args)
  if (code !== 0)
    throw new Error(`${basename(program)} failed (${code === null ? 'not run' : `exit code ${code}`}): ${output}`)
}

/**
 * Names, identity numbers and descriptions are in statements and in the details of errors, so neither is logged:
 * no statements, no parameters, messages without DETAIL and CONTEXT. What remains, the message of a failed statement,
 * is kept out for the application's login by its role setting (postgres-roles.ts).
 */
function settings(port: number): string {
  return `# Written by the register at each start. Change settings with ALTER SYSTEM, which overrides this file.
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = ''
max_connections = 100
shared_buffers = '256MB'
fsync = on
full_page_writes = on
synchronous_commit = on
wal_compression = on
timezone = 'UTC'
log_timezone = 'UTC'
log_destination = 'stderr'
logging_collector = off
log_line_prefix = '%m [%p] '
log_statement = 'none'
log_min_duration_statement = -1
log_min_duration_sample = -1
log_transaction_sample_rate = 0
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_min_error_statement = 'panic'
log_error_verbosity = 'terse'
`
}

import { type SpawnOptions, spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import type { FileOwner } from './whole-file.ts'

/**
 * The operating-system account that PostgreSQL runs under. It refuses to run as root, so root lends it another one;
 * undefined means: the account of this process.
 */
export type PostgresAccount = (FileOwner & { readonly name: string }) | undefined

/**
 * Chooses the account: none for a plain user. For root the owner of the cluster when there is one, so that a folder
 * started once as a user and once with sudo keeps working; else the owner of the data folder, when that is no root;
 * else `postgres`, else `nobody`. Throws an Error that says what to do when root finds none of them.
 */
export async function accountForPostgres(dataDir: string, clusterDir: string | undefined): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return undefined
  for (const folder of [clusterDir, dataDir]) {
    const owner = folder && (await stat(folder).catch(() => undefined))
    if (owner && owner.uid !== 0) return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  }
  for (const name of ['postgres', 'nobody']) {
    const uid = await idOf(name, '-u')
    const gid = await idOf(name, '-g')
    if (uid !== undefined && gid !== undefined && uid !== 0) return { name, uid, gid }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as. Start as a plain user, create a user "postgres", or set DATABASE_URL to a PostgreSQL 17 or later.',
  )
}

/** Whether the account can enter a folder, which takes the right to pass through each folder above it. */
export async function canEnter(account: PostgresAccount, folder: string): Promise<boolean> {
  if (!account) return true
  return (await runAs(account, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder])).code === 0
}

/**
 * Runs a program to its end under the account. `output` is its standard output and error, the last 4,000 characters.
 */
export function runAs(
  account: PostgresAccount,
  program: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...spawnOptions(account), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-4000)
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('close', (code) => resolve({ code, output: output.trim() }))
  })
}

/**
 * Account, environment and working directory for PostgreSQL's programs. PGPORT, PGDATA and the like would change what
 * they do, and the register's own secrets in the environment are none of their business, so they get only the little
 * they need. They start in / because root's folder may be closed to them.
 */
export function spawnOptions(account: PostgresAccount): SpawnOptions {
  const names = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SYSTEMROOT', 'windir']
  const env: NodeJS.ProcessEnv = { TZ: 'UTC' }
  for (const name of names) if (process.env[name] !== undefined) env[name] = process.env[name]
  return {
    env,
    ...(process.platform === 'win32' ? {} : { cwd: '/' }),
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  }
}

async function idOf(name: string, flag: '-u' | '-g'): Promise<number | undefined> {
  const { code, output } = await runAs(undefined, 'id', [flag, name])
  return code === 0 && /^\d+$/.test(output) ? Number(output) : undefined
}

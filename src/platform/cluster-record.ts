import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { type FileOwner, writeWholeFile } from './whole-file.ts'

/**
 * What the data folder knows of its cluster: where it is, its port on 127.0.0.1, and its passwords (32 random bytes in
 * base64url). `complete` is true once the cluster was made whole and durable, so that one which disappears later is
 * noticed instead of being replaced by an empty one.
 */
export type ClusterRecord = {
  readonly clusterDir: string
  readonly port: number
  readonly superuserPassword: string
  readonly applicationPassword: string
  readonly complete: boolean
}

/** Names inside the cluster: the superuser that initdb makes, the application's login, the register's database. */
export const superuser = 'postgres'
export const applicationLogin = 'encumbra_login'
export const databaseName = 'encumbra'

/** In the data folder, mode 0600, since it holds the passwords. */
export const recordName = 'embedded-postgres.json'

/** The record of a data folder, or undefined when no cluster was ever begun there. Throws when it cannot be read. */
export async function readClusterRecord(dataDir: string): Promise<ClusterRecord | undefined> {
  const path = join(dataDir, recordName)
  let content: string
  try {
    content = await readFile(path, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (code !== 'EACCES') throw error
    throw new Error(
      `${path} cannot be read (${message}): the data folder belongs to another user. Start as that user, or set DATA_DIR to another folder.`,
    )
  }
  const record = JSON.parse(content) as ClusterRecord
  return { ...record, clusterDir: resolve(dataDir, record.clusterDir) }
}

/**
 * Writes the record whole. A cluster inside the data folder is kept by its relative path, so the folder can be moved.
 */
export async function writeClusterRecord(dataDir: string, record: ClusterRecord, owner?: FileOwner): Promise<void> {
  const inside = record.clusterDir.startsWith(dataDir + sep)
  const clusterDir = inside ? relative(dataDir, record.clusterDir) : record.clusterDir
  await writeWholeFile(join(dataDir, recordName), `${JSON.stringify({ ...record, clusterDir }, null, 2)}\n`, { owner })
}

/** A new secret of 256 bits in characters that need no escaping in a URL, a JSON file or SQL. */
export function newPassword(): string {
  return randomBytes(32).toString('base64url')
}

/** The superuser's URL; its database is `postgres` unless another is named. */
export function superuserUrlOf(record: ClusterRecord, database = 'postgres'): string {
  return `postgres://${superuser}:${record.superuserPassword}@127.0.0.1:${record.port}/${database}`
}

/** The URL the register itself connects with. */
export function applicationUrlOf(record: ClusterRecord): string {
  return `postgres://${applicationLogin}:${record.applicationPassword}@127.0.0.1:${record.port}/${databaseName}`
}

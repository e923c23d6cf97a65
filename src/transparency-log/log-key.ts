import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Pool } from 'pg'
import { syncFolder, writeWholeFile } from '../platform/whole-file.ts'
import { parseVerifierKey, type VerifierKey, verifierKeyText } from './signed-note.ts'

/** Who signs the log's checkpoints in this process. */
export type LogSigner = {
  /** The name of the log, and of its key. */
  origin: string
  privateKey: KeyObject
  verifierKey: string
  /** Where the last checkpoint is kept outside the database. */
  checkpointFile: string
}

/** The key of the log is not to be had, so checkpoints cannot be signed. The message says what to do. */
export class LogKeyError extends Error {}

type Place = { dataDir: string; logKeyFile: string | undefined; logOrigin: string | undefined }

/**
 * Reads the key that signs the log and notes its public half in the database. A sandbox makes its key at the first
 * start; elsewhere `npm run registry -- keys init` does.
 * @returns undefined where there is no key: such a process signs nothing, and leaves it to one that has it
 * @throws LogKeyError when the log was signed by another key, or under another name
 */
export async function loadLogSigner(
  pool: Pick<Pool, 'query'>,
  { dataDir, logKeyFile, logOrigin }: Place,
  options: { make: boolean },
): Promise<LogSigner | undefined> {
  const known = await logIdentity(pool)
  const path = logKeyFile ?? join(dataDir, 'log-key.pem')
  const privateKey = (await readKey(path)) ?? (options.make && !known ? await makeKey(path) : undefined)
  if (!privateKey) return undefined
  const origin = known?.origin ?? logOrigin ?? 'localhost/log'
  if (logOrigin !== undefined && logOrigin !== origin) {
    throw new LogKeyError(`the log is named ${origin}: LOG_ORIGIN=${logOrigin} would make it another one`)
  }
  const verifierKey = verifierKeyText(origin, createPublicKey(privateKey))
  const noted = known ?? (await noteKey(pool, origin, verifierKey))
  if (noted.publicKey !== verifierKey) {
    throw new LogKeyError(`${path} is not the key that signed the log last; see docs/operating/log.md`)
  }
  return { origin, privateKey, verifierKey, checkpointFile: join(dataDir, 'log-checkpoint') }
}

/** The first key of a log. Of two processes that come with one each, one is the first. */
async function noteKey(pool: Pick<Pool, 'query'>, origin: string, key: string): Promise<{ publicKey: string }> {
  await pool.query(
    'insert into log_keys (verifier_key, origin, first_size) values ($1, $2, 0) on conflict do nothing',
    [key, origin],
  )
  return (await logIdentity(pool))!
}

/** The name and the key of the log as others verify it: the newest, where there were several. */
export async function logIdentity(
  pool: Pick<Pool, 'query'>,
): Promise<{ origin: string; publicKey: string } | undefined> {
  const { rows } = await pool.query(
    `select origin, verifier_key as "publicKey" from log_keys order by first_size desc, added_at desc limit 1`,
  )
  return rows[0]
}

/** Every key under which a head of the log may be signed. */
export async function logKeys(pool: Pick<Pool, 'query'>): Promise<VerifierKey[]> {
  const { rows } = await pool.query('select verifier_key from log_keys')
  return rows.flatMap(({ verifier_key }) => parseVerifierKey(verifier_key) ?? [])
}

async function readKey(path: string): Promise<KeyObject | undefined> {
  const pem = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new LogKeyError(`the key of the log at ${path} cannot be read: ${error.message}`)
  })
  if (pem === undefined) return undefined
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new LogKeyError(`the key of the log at ${path} is not Ed25519`)
  return key
}

/** Of two processes that make one at once, both get the one that was there first. */
async function makeKey(path: string): Promise<KeyObject> {
  const { privateKey } = generateKeyPairSync('ed25519')
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const own = `${path}.${randomBytes(6).toString('hex')}`
  await writeWholeFile(own, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  try {
    await link(own, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(own)
  }
  await syncFolder(dirname(path))
  return (await readKey(path))!
}

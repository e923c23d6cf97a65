import { createHash, randomBytes } from 'node:crypto'
import { chmod, cp, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { canEnter, type PostgresAccount } from './postgres-account.ts'
import { binariesIn, type PostgresBinaries } from './postgres-binaries.ts'
import type { Log } from './postmaster.ts'
import { syncFolder } from './whole-file.ts'

/**
 * The open place: a folder outside the data folder that the account of PostgreSQL can reach when root starts the
 * register below a folder closed to others, such as /root. It is root's own and nobody else can write into it. One that
 * outlives a reboot is preferred.
 */
const candidates = [
  { path: '/var/lib/encumbra', lasting: true },
  { path: '/var/tmp/encumbra', lasting: true },
  { path: join(tmpdir(), 'encumbra'), lasting: false },
]

export type OpenPlace = { readonly path: string; readonly lasting: boolean }

/** The first candidate that can be used. Throws an Error that says what to do when none can. */
export async function openPlaceFor(account: NonNullable<PostgresAccount>): Promise<OpenPlace> {
  const reasons: string[] = []
  for (const candidate of candidates) {
    try {
      await makeOpenFolder(candidate.path)
      if (await canEnter(account, candidate.path)) return candidate
      reasons.push(`${candidate.path}: ${account.name} cannot enter it`)
    } catch (error) {
      reasons.push(`${candidate.path}: ${(error as Error).message}`)
    }
  }
  throw new Error(
    `PostgreSQL does not run as root, and ${account.name} cannot reach the data folder. No open place was found either (${reasons.join('; ')}). Set DATA_DIR to a folder below one that everyone may enter, or start as a plain user.`,
  )
}

/** Where the cluster of a data folder goes in the open place: the same path at each start, other folders elsewhere. */
export async function clusterFolderIn(place: OpenPlace, dataDir: string): Promise<string> {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const folder = join(place.path, name)
  await makeOpenFolder(folder)
  return join(folder, 'postgres')
}

/**
 * Binaries that the account can run: those in node_modules, or, when it cannot reach them, a copy in the open place,
 * one per version. Throws when they do not run at all.
 */
export async function runnableBinaries(
  binaries: PostgresBinaries,
  account: PostgresAccount,
  log: Log,
): Promise<PostgresBinaries> {
  if (!account || (await canEnter(account, dirname(binaries.postgres)))) return binaries
  const place = await openPlaceFor(account)
  const folder = join(place.path, `postgresql-${binaries.version}-${process.arch}`)
  const copied = binariesIn(folder, binaries)
  if (!(await stat(copied.postgres).catch(() => undefined))) {
    log('Root runs PostgreSQL as another user, which cannot reach its binaries; a copy is made', {
      user: account.name,
      from: binaries.nativeDir,
      to: folder,
    })
    await copyWhole(binaries.nativeDir, folder)
  }
  return copied
}

/** Enterable by all, listed and written by root alone. A folder someone else made beforehand is not trusted. */
async function makeOpenFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
    await chmod(path, 0o711)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const folder = await lstat(path)
  if (!folder.isDirectory()) throw new Error('is not a folder')
  if (folder.uid !== 0 || (folder.mode & 0o022) !== 0) throw new Error('belongs to or can be written by another user')
}

/** The copy appears whole, and after a power cut too: a copy cut short would otherwise be taken for a good one. */
async function copyWhole(from: string, to: string): Promise<void> {
  const temporary = `${to}.copying-${randomBytes(6).toString('hex')}`
  try {
    await cp(from, temporary, { recursive: true, verbatimSymlinks: true })
    await openToAll(temporary)
    await rename(temporary, to).catch((error: NodeJS.ErrnoException) => {
      // Another data folder's start made the same copy meanwhile.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
    await syncFolder(dirname(to))
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Readable by all whatever the umask was when npm wrote the originals, and synced. */
async function openToAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    if (!entry.isFile()) continue
    const file = await open(path, 'r')
    try {
      const executable = ((await file.stat()).mode & 0o100) !== 0
      await file.chmod(executable ? 0o755 : 0o644)
      await file.sync()
    } finally {
      await file.close()
    }
  }
  await chmod(folder, 0o755)
  await syncFolder(folder)
}

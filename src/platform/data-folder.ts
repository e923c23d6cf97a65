import { constants } from 'node:fs'
import { access, chmod, chown, mkdir, readdir, realpath, stat } from 'node:fs/promises'
import type { PostgresAccount } from './postgres-account.ts'
import type { FileOwner } from './whole-file.ts'

/**
 * Makes the data folder where it is missing, closed to others (0700), and answers its real path.
 * Throws an Error that says what to do when this user cannot make it or write into it.
 */
export async function openDataFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    return await realpath(dataDir)
  } catch (cause) {
    const { message } = cause as Error
    throw new Error(
      `The data folder ${dataDir} cannot be used: ${message}. Start as the user it belongs to, or set DATA_DIR to a folder that this user may write.`,
      { cause },
    )
  }
}

/** Root keeps the files of a folder in the hands of the folder's owner; anyone else owns what it writes. */
export async function ownerOfFiles(dataDir: string): Promise<FileOwner | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const { uid, gid } = await stat(dataDir)
  return uid === 0 ? undefined : { uid, gid }
}

/**
 * Closes the data folder to others: 0700, or, for root, 0710 with the group of the account that PostgreSQL runs under,
 * which may pass through to the cluster and list nothing. A folder that holds other things or belongs to someone else
 * keeps its mode: DATA_DIR may have been pointed at a shared one by mistake.
 */
export async function closeDataFolder(dataDir: string, account: PostgresAccount, ownNames: string[]): Promise<void> {
  if (process.platform === 'win32') return
  const { uid, gid, mode } = await stat(dataDir)
  const own = (await readdir(dataDir)).every((name) => ownNames.some((each) => name.startsWith(each)))
  if (uid !== process.getuid?.() || !(own || (mode & 0o077) === 0)) return
  const groupMayPass = account !== undefined && account.uid !== uid
  if (groupMayPass && gid !== account.gid) await chown(dataDir, uid, account.gid)
  const wanted = groupMayPass ? 0o710 : 0o700
  if ((mode & 0o7777) !== wanted) await chmod(dataDir, wanted)
}

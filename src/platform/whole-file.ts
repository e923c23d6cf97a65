import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export type FileOwner = { readonly uid: number; readonly gid: number }

/**
 * Writes a file so that a reader sees the old content or the new, never a part, and so that it outlives a power cut
 * once this resolves: a temporary file beside it is synced, renamed over it, and the folder is synced.
 * `mode` defaults to 0600, since what is written this way are mostly secrets. `owner` needs root.
 */
export async function writeWholeFile(
  path: string,
  content: string | Uint8Array,
  options: { mode?: number; owner?: FileOwner | undefined } = {},
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`)
  try {
    const file = await open(temporary, 'wx', options.mode ?? 0o600)
    try {
      if (options.owner) await file.chown(options.owner.uid, options.owner.gid)
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** Makes the names in a folder durable. Windows has no such call and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

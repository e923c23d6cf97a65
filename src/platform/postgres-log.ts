import { copyFile, type FileHandle, open, stat, truncate } from 'node:fs/promises'
import { type FileOwner, writeWholeFile } from './whole-file.ts'

const LOG_MAX_BYTES = 10 * 1024 * 1024

/** Opens PostgreSQL's log for appending, mode 0600, making it where it is missing. */
export async function openLog(path: string, owner: FileOwner | undefined): Promise<FileHandle> {
  if (!(await stat(path).catch(() => undefined))) await writeWholeFile(path, '', { owner })
  return await open(path, 'a', 0o600)
}

/**
 * Keeps the log within two files of 10 MiB: a full one is copied to `.1` and emptied in place, because the server holds
 * it open. Lines written between the copy and the cut are lost; that is why this is no place for evidence.
 */
export async function boundLog(path: string): Promise<void> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0
  if (size <= LOG_MAX_BYTES) return
  await copyFile(path, `${path}.1`)
  await truncate(path, 0)
}

/** The last lines that were written after `offset` bytes, at most 2,000 bytes of them. */
export async function logSince(path: string, offset: number): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const from = Math.max(size < offset ? 0 : offset, size - 2000)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from)
    return buffer.subarray(0, bytesRead).toString('utf8').trim()
  } finally {
    await file.close()
  }
}

import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { ATTACHMENT_MAX_BYTES } from './attachment.ts'

/** An upload takes no longer, and never pauses for longer: a slow sender holds a place that others need. */
export const UPLOAD_TIME_MAX_MS = 10 * 60_000
export const UPLOAD_PAUSE_MAX_MS = 30_000

/** A file that arrived whole: hashed while it came, and readable from its first byte. */
export type SpooledUpload = { file: FileHandle; sha256: string; bytes: number }

export class UploadTooLarge extends Error {}
export class UploadTooSlow extends Error {}
/** The sender went away, or its form has no end. */
export class UploadBrokenOff extends Error {}

/**
 * Writes an upload to a file that has no name, chunk by chunk as it comes, and hashes it. The file goes with the
 * descriptor: whatever becomes of the request or of this process, nothing is left on the disk. Close it when done.
 * @throws UploadTooLarge, UploadTooSlow, UploadBrokenOff
 */
export async function spoolUpload(source: Readable): Promise<SpooledUpload> {
  const file = await openNameless()
  try {
    const hash = createHash('sha256')
    const deadline = Date.now() + UPLOAD_TIME_MAX_MS
    let bytes = 0
    for await (const chunk of inTime(source, deadline)) {
      bytes += chunk.length
      if (bytes > ATTACHMENT_MAX_BYTES) throw new UploadTooLarge('the upload is too large')
      hash.update(chunk)
      await file.writev([chunk])
    }
    return { file, sha256: hash.digest('hex'), bytes }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `encumbra-upload-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  return file
}

/** The chunks of a source, each within its time. */
async function* inTime(source: Readable, deadline: number): AsyncGenerator<Buffer> {
  // The request stays open when this ends early: its sender is still to be answered.
  const chunks = source.iterator({ destroyOnReturn: false })
  try {
    for (;;) {
      const next = await within(nextOf(chunks), Math.min(UPLOAD_PAUSE_MAX_MS, deadline - Date.now()))
      if (next.done) return
      yield next.value as Buffer
    }
  } finally {
    // Lets go of the source without waiting for its next word, which may never come.
    void chunks.return?.().catch(() => {})
  }
}

async function nextOf<T>(chunks: AsyncIterator<T>): Promise<IteratorResult<T>> {
  try {
    return await chunks.next()
  } catch (cause) {
    throw new UploadBrokenOff('the upload was broken off', { cause })
  }
}

function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new UploadTooSlow('the upload is too slow')), Math.max(0, milliseconds))
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

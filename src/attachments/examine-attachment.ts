import type { FileHandle } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { packagesAround, RestrictedPlaces, type RestrictedWork, runRestricted } from '../platform/restricted-process.ts'
import type { Examination } from './attachment-process.ts'

/** Files that are examined at once in one process of the register, and that may wait for it. */
export const EXAMINATIONS_MAX = 2
export const EXAMINATIONS_WAITING_MAX = 32
export const EXAMINATION_TIME_MAX_MS = 20_000

const RETRY_AFTER_SECONDS = 2

/** All that the process may read: its own code, and the packages that it uses. It may write, start and load nothing. */
const examination: RestrictedWork = {
  script: fileURLToPath(new URL('attachment-process.ts', import.meta.url)),
  readable: [
    fileURLToPath(new URL('.', import.meta.url)),
    fileURLToPath(new URL('../platform/', import.meta.url)),
    fileURLToPath(new URL('../../package.json', import.meta.url)),
    fileURLToPath(new URL('../../node_modules/', import.meta.url)),
    ...['file-type', 'pdfjs-dist/legacy/build/pdf.mjs'].map((name) => packagesAround(import.meta.resolve(name))),
  ],
  heapMaxMb: 256,
  dataMaxKb: 1024 * 1024,
  timeMaxMs: EXAMINATION_TIME_MAX_MS,
  answerMaxCharacters: 10_000,
}

const places = new RestrictedPlaces(
  { running: EXAMINATIONS_MAX, waiting: EXAMINATIONS_WAITING_MAX },
  'attachments_busy',
  RETRY_AFTER_SECONDS,
)

/**
 * Says what an uploaded file is, by its content, or why it is no attachment. The file is looked at in a process of its
 * own, which has no environment, cannot open a file, and is ended when it takes too long or too much memory.
 * @param file open for reading, from its first byte
 * @throws Unavailable attachments_busy when too many wait
 */
export function examineAttachment(file: FileHandle): Promise<Examination> {
  return places.take(async () => {
    const { answer } = await runRestricted(examination, { fd: file.fd })
    return answer === undefined ? { fault: 'attachment_too_complex' } : (JSON.parse(answer) as Examination)
  })
}

import { fileURLToPath } from 'node:url'
import type { Refusal } from '../refusal.ts'
import { packagesAround, RestrictedPlaces, type RestrictedWork, runRestricted } from '../restricted-process.ts'
import type { ListLine } from './list.ts'
import { shortened } from './list-header.ts'
import { listRefusal } from './list-refusals.ts'
import type { WorkbookAnswer } from './workbook-process.ts'

/** Workbooks that are read at once in one process of the register, and that may wait for it. */
const WORKBOOKS_MAX = { running: 1, waiting: 8 }
const RETRY_AFTER_SECONDS = 5

const reading: RestrictedWork = {
  script: fileURLToPath(new URL('workbook-process.ts', import.meta.url)),
  readable: [
    fileURLToPath(new URL('..', import.meta.url)),
    fileURLToPath(new URL('../../../package.json', import.meta.url)),
    fileURLToPath(new URL('../../../node_modules/', import.meta.url)),
    ...['read-excel-file/universal', 'yauzl'].map((name) => packagesAround(import.meta.resolve(name))),
  ],
  heapMaxMb: 384,
  dataMaxKb: 1024 * 1024,
  timeMaxMs: 15_000,
  answerMaxCharacters: 32 * 1024 * 1024,
}

const places = new RestrictedPlaces(WORKBOOKS_MAX, 'lists_busy', RETRY_AFTER_SECONDS)

/**
 * The lines of the one sheet of a workbook that holds anything, with the line numbers that its program shows. It is
 * read in a process of its own with limits on time and memory.
 * @param maxLines no more are kept
 * @throws Unavailable lists_busy when too many wait
 */
export async function readWorkbook(
  bytes: Buffer,
  maxLines: number,
): Promise<{ lines: ListLine[] } | { refused: Refusal }> {
  const { answer } = await places.take(() => runRestricted(reading, { bytes }))
  if (answer === undefined) return { refused: listRefusal('list_workbook_too_complex') }
  const read = JSON.parse(answer) as WorkbookAnswer
  if ('lines' in read) return { lines: read.lines.slice(0, maxLines) }
  return { refused: listRefusal(read.fault, read.said === undefined ? {} : { said: shortened(read.said) }) }
}

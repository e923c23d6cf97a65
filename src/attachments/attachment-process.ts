import { fstatSync, readSync, writeSync } from 'node:fs'
import { fileTypeFromBuffer } from 'file-type'
import { isAlsoArchive } from './archive-trick.ts'
import type { ExaminationFault } from './attachment-refusals.ts'
import { type MediaType, mediaTypes } from './media-type.ts'
import { faultInPdf, hasActiveContent } from './pdf-structure.ts'
import { faultInJpeg, faultInPng } from './picture-structure.ts'

/*
 * A process of its own that looks at one uploaded file, given as descriptor 3, and says on standard output what it is.
 * It is started by examine-attachment.ts with limits on time and memory and no right to open anything but its own code:
 * whatever a hostile file makes a parser do, it does here.
 */

/** What the process says: that it runs, and then what it found. */
export type Examination = { mediaType: MediaType } | { fault: ExaminationFault; seems?: string }

const FILE = 3
/** Pages whose structure is read; a PDF of more is one that nobody reads. */
const PAGES_MAX = 5_000

say('running')
say(await examine(readWhole()).catch((error): Examination => ({ fault: faultOf(error) })))

async function examine(bytes: Buffer): Promise<Examination> {
  const seems = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
  const mediaType = mediaTypes.find((each) => each === seems && startsAs(bytes, each))
  // The marks at the beginning decide; a PNG that file-type cannot read on is a PNG all the same, a broken one.
  const marked = mediaType ?? (seems === undefined ? mediaTypes.find((each) => startsAs(bytes, each)) : undefined)
  if (!marked) return { fault: 'attachment_type_not_allowed', ...(seems && { seems }) }
  const fault = await faultIn(bytes, marked)
  if (fault) return { fault }
  return isAlsoArchive(bytes) ? { fault: 'attachment_trailing_data' } : { mediaType: marked }
}

function faultIn(
  bytes: Buffer,
  mediaType: MediaType,
): ExaminationFault | undefined | Promise<ExaminationFault | undefined> {
  switch (mediaType) {
    case 'application/pdf':
      return faultInPdf(bytes) ?? faultInParsed(bytes)
    case 'image/jpeg':
      return faultInJpeg(bytes)
    case 'image/png':
      return faultInPng(bytes)
  }
}

function startsAs(bytes: Buffer, mediaType: MediaType): boolean {
  const start = bytes.toString('latin1', 0, 8)
  return { 'application/pdf': /^%PDF-/, 'image/jpeg': /^\xff\xd8\xff/, 'image/png': /^\x89PNG\r\n\x1a\n/ }[
    mediaType
  ].test(start)
}

/** Parses a PDF as a reader would, without drawing it: its cross-references, its catalogue, each page, its scripts. */
async function faultInParsed(bytes: Buffer): Promise<ExaminationFault | undefined> {
  // pdf.js asks for classes of the browser when it is loaded; nothing is drawn with them here.
  Object.assign(globalThis, { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} })
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    stopAtErrors: true,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
  } as object).promise
  const { info } = (await pdf.getMetadata()) as { info: { EncryptFilterName?: unknown; IsXFAPresent?: boolean } }
  if (info.EncryptFilterName) return 'attachment_encrypted'
  if (info.IsXFAPresent || hasActiveContent(bytes) || (await pdf.hasJSActions())) return 'attachment_has_script'
  if (pdf.numPages > PAGES_MAX) return 'attachment_too_complex'
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const actions = await (await pdf.getPage(page)).getJSActions()
    if (actions && Object.keys(actions).length > 0) return 'attachment_has_script'
  }
  return pdf.numPages > 0 ? undefined : 'attachment_malformed'
}

function faultOf(error: unknown): ExaminationFault {
  if (!(error instanceof Error)) return 'attachment_malformed'
  if (error.name === 'PasswordException') return 'attachment_encrypted'
  return error instanceof RangeError || /allocation failed/.test(error.message)
    ? 'attachment_too_complex'
    : 'attachment_malformed'
}

function readWhole(): Buffer {
  const bytes = Buffer.alloc(fstatSync(FILE).size)
  let at = 0
  while (at < bytes.length) {
    const read = readSync(FILE, bytes, at, bytes.length - at, at)
    if (read === 0) throw new Error('the file is shorter than it says')
    at += read
  }
  return bytes
}

function say(message: 'running' | Examination): void {
  writeSync(1, `${JSON.stringify(message)}\n`)
}

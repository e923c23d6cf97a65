import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

/** Entries of the archive, and bytes of its XML when unpacked: a list of 10,000 rows takes a tenth of that. */
const ENTRIES_MAX = 1_000
const UNPACKED_MAX_BYTES = 64 * 1024 * 1024
/** A sheet of equal rows packs to a hundredth; what packs to less than a 250th is made to burst. */
const RATIO_MAX = 250
const RATIO_FROM_BYTES = 1024 * 1024

export type WorkbookFault =
  | 'list_workbook_encrypted'
  | 'list_workbook_malformed'
  | 'list_workbook_too_complex'
  | 'list_formula_error'

export class WorkbookError extends Error {
  readonly fault: WorkbookFault
  readonly said: string | undefined

  constructor(fault: WorkbookFault, said?: string) {
    super(fault)
    this.fault = fault
    this.said = said
  }
}

/** The XML of a workbook by its path in the archive. */
export type WorkbookParts = Map<string, Buffer>

/**
 * Unpacks the XML of a workbook within limits: how many entries, how large they say they are, how large they are, and
 * how much smaller they were. Pictures and everything else stay packed.
 * @throws WorkbookError
 */
export async function unpackWorkbook(bytes: Buffer): Promise<WorkbookParts> {
  const archive = await openArchive(bytes)
  const entries: Entry[] = []
  let declared = 0
  for await (const entry of archive.eachEntry()) {
    entries.push(entry)
    if (entry.isEncrypted()) throw new WorkbookError('list_workbook_encrypted')
    if (entries.length > ENTRIES_MAX) throw new WorkbookError('list_workbook_too_complex')
    if (!isXml(entry.fileName)) continue
    declared += entry.uncompressedSize
    const bursts =
      entry.uncompressedSize > RATIO_FROM_BYTES && entry.uncompressedSize > RATIO_MAX * entry.compressedSize
    if (bursts || declared > UNPACKED_MAX_BYTES) throw new WorkbookError('list_workbook_too_complex')
  }
  const parts: WorkbookParts = new Map()
  let left = UNPACKED_MAX_BYTES
  for (const entry of entries.filter(({ fileName }) => isXml(fileName))) {
    if (parts.has(entry.fileName)) throw new WorkbookError('list_workbook_malformed')
    const part = await unpack(archive, entry, left)
    left -= part.length
    parts.set(entry.fileName, part)
  }
  if (!parts.has('xl/workbook.xml')) throw new WorkbookError('list_workbook_malformed')
  return parts
}

/**
 * The same parts in an archive that packs nothing: whoever reads it next reads what was measured here, and has no
 * packed bytes to understand in a way of its own.
 */
export function packPlainly(parts: WorkbookParts): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [path, content] of parts) {
    const name = Buffer.from(path)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(UTF8_NAMES, 2)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    local.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, content)
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, name)
    offset += 4 + common.length + name.length + content.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.size, 4)
  end.writeUInt16LE(parts.size, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

const UTF8_NAMES = 0x0800

async function openArchive(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
  } catch {
    throw new WorkbookError('list_workbook_malformed')
  }
}

function isXml(path: string): boolean {
  return path.startsWith('xl/') && (path.endsWith('.xml') || path.endsWith('.xml.rels'))
}

async function unpack(archive: ZipFile, entry: Entry, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    length += (chunk as Buffer).length
    if (length > maxBytes) throw new WorkbookError('list_workbook_too_complex')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

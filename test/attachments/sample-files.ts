import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

/* Files made for tests: whole ones, broken ones, and hostile ones. */

type Pdf = {
  /** More of the catalogue, of the page, of the trailer. */
  catalogue?: string
  page?: string
  trailer?: string
  /** Objects from number 4 on, each as it stands between `obj` and `endobj`. */
  objects?: (string | Buffer)[]
}

/** A PDF of one page, with its cross-references in order. */
export function pdf({ catalogue = '', page = '', trailer = '', objects = [] }: Pdf = {}): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] ${page} >>`,
    ...objects,
  ]
  const places = all.map((object, i) => {
    const place = lengthOf(parts)
    const body = typeof object === 'string' ? Buffer.from(object, 'latin1') : object
    parts.push(Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n'))
    return place
  })
  const start = lengthOf(parts)
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
  parts.push(
    Buffer.from(
      `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${lines.join('')}` +
        `trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
      'latin1',
    ),
  )
  return Buffer.concat(parts)
}

/** A stream object of a PDF. */
export function stream(dictionary: string, content: Buffer): Buffer {
  const head = `<< ${dictionary} /Length ${content.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), content, Buffer.from('\nendstream')])
}

/** A whole PDF of exactly this many bytes, most of them noise that no compression makes smaller. */
export function pdfOf(bytes: number): Buffer {
  let noise = bytes - 600
  for (;;) {
    const made = pdf({ objects: [stream('', randomBytes(noise))] })
    if (made.length === bytes) return made
    noise += bytes - made.length
  }
}

export const pdfWithScript = () => pdf({ catalogue: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' })
export const pdfWithPageScript = () => pdf({ page: '/AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >>' })
export const pdfWithEscapedScript = () => pdf({ objects: ['<< /S /J#61vaScript /JS (app.alert\\(1\\)) >>'] })
export const pdfThatLaunches = () => pdf({ catalogue: '/OpenAction << /S /Launch /F (cmd.exe) >>' })
export const pdfWithDynamicForm = () =>
  pdf({ catalogue: '/AcroForm << /Fields [] /XFA 4 0 R >>', objects: [stream('', Buffer.from('<xdp/>'))] })

/** The launch stands in a compressed object stream, where nothing can be read in the open. */
export function pdfWithHiddenLaunch(): Buffer {
  const inner = deflateSync(Buffer.from('5 0 << /S /Launch /F (cmd.exe) >>'))
  return pdf({ objects: [stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', inner)] })
}

/** A few kilobytes that become gigabytes for who unpacks them. */
export function pdfBomb(): Buffer {
  let inner = Buffer.alloc(64 * 1024 * 1024, ' ')
  inner = deflateSync(inner, { level: 9 })
  return pdf({ objects: [stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', inner)] })
}

/** Its password is asked for at the first look. */
export const encryptedPdf = () =>
  pdf({
    trailer: `/ID [<${'0'.repeat(32)}> <${'0'.repeat(32)}>] /Encrypt 4 0 R`,
    objects: [`<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`],
  })

export function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(8 + typed.length)
  framed.writeUInt32BE(content.length, 0)
  typed.copy(framed, 4)
  framed.writeUInt32BE(crc32(typed), 4 + typed.length)
  return framed
}

export const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex')

/** A grey PNG; a larger one than it has pixels for is a bomb. */
export function png(width = 4, height = 4, more: Buffer[] = []): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = Buffer.alloc(Math.min((width + 1) * height, 1_000_000))
  return Buffer.concat([
    pngSignature,
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A JPEG of 1 by 1 pixel, or one that says it is larger. */
export function jpeg(width = 1, height = 1): Buffer {
  const bytes = Buffer.from(ONE_PIXEL, 'base64')
  const frame = bytes.indexOf(Buffer.from('ffc0', 'hex'))
  bytes.writeUInt16BE(height, frame + 5)
  bytes.writeUInt16BE(width, frame + 7)
  return bytes
}

/** The end of a ZIP archive without entries, which says that `comment` bytes follow it. */
export function endOfArchive(comment = 0): Buffer {
  const record = Buffer.alloc(22)
  record.write('PK\x05\x06', 'latin1')
  record.writeUInt16LE(comment, 20)
  return record
}

export const zip = () => endOfArchive()
export const gif = () => Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
export const svg = () =>
  Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
export const page = () => Buffer.from('<!doctype html><html><script>alert(1)</script></html>')

const lengthOf = (parts: readonly Buffer[]) => parts.reduce((sum, each) => sum + each.length, 0)

const ONE_PIXEL =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////' +
  '////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AfwD/2Q=='

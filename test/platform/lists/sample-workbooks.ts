import { crc32, deflateRawSync } from 'node:zlib'

/*
 * Workbooks made by hand, as a spreadsheet would save them and as it never would.
 */

export type SampleCell = string | { number: string } | { formula: string; value?: string; error?: boolean } | null

type ZipOptions = { encrypted?: boolean; declared?: number }

/** A ZIP archive. `declared` lies about the size of each entry. */
export function zip(files: Readonly<Record<string, string | Buffer>>, options: ZipOptions = {}): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path)
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x0800 | (options.encrypted ? 1 : 0), 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(options.declared ?? bytes.length, 18)
    head.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    local.push(Buffer.from('PK\x03\x04', 'latin1'), head, name, packed)
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, place, name)
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(files).length, 4)
  end.writeUInt16LE(Object.keys(files).length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** The files of a workbook with these sheets. */
export function workbookFiles(sheets: Readonly<Record<string, readonly (readonly SampleCell[])[]>>) {
  const names = Object.keys(sheets)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names
      .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>`,
  }
  Object.values(sheets).forEach((rows, at) => {
    const body = rows.map(
      (cells, row) => `<row r="${row + 1}">${cells.map((cell, c) => cellXml(cell, row, c)).join('')}</row>`,
    )
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${body.join('')}</sheetData></worksheet>`
  })
  return files
}

export function workbook(rows: readonly (readonly SampleCell[])[]): Buffer {
  return zip(workbookFiles({ Sheet1: rows }))
}

function cellXml(cell: SampleCell, row: number, column: number): string {
  if (cell === null) return ''
  const r = `r="${String.fromCharCode(65 + column)}${row + 1}"`
  if (typeof cell === 'string') return `<c ${r} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  if ('number' in cell) return `<c ${r}><v>${cell.number}</v></c>`
  const value = cell.value === undefined ? '' : `<v>${escaped(cell.value)}</v>`
  return `<c ${r} t="${cell.error ? 'e' : 'str'}"><f>${escaped(cell.formula)}</f>${value}</c>`
}

function escaped(said: string): string {
  return said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** The beginning of what an office program writes for a workbook with a password, or for an old one. */
export function compoundFile(stream: string): Buffer {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')])
}

import type { Content } from 'pdfmake/interfaces.js'
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js'
import renderer from 'pdfmake/js/Renderer.js'
import svgMeasure from 'pdfmake/js/SVGMeasure.js'
import type { CertificateDocument } from './certificate-document.ts'
import { CertificatePdfFile } from './certificate-pdf-file.ts'
import { MARGINS, PAGE, styles } from './certificate-styles.ts'
import { type Block, LongList } from './certificate-tables.ts'

/**
 * Lays a certificate out on pages and writes the PDF. Long lists are laid out and written some pages at a time, so that
 * memory does not grow with them; the pages of everything are counted before the first is written, for "page x of y".
 * The same document gives the same bytes: its dates come from the facts, its ID is a hash of the information
 * dictionary.
 */
export async function pdfOf(document: CertificateDocument): Promise<Uint8Array<ArrayBuffer>> {
  const file = new CertificatePdfFile({ pdfVersion: '1.7', lang: 'zh-CN', displayTitle: true, info: document.info })
  const chunks: Buffer[] = []
  const written = collect(file, chunks)
  const pages = pagesOf(document)
  const painter = new renderer.default(file)
  let before = 0
  for (const content of batches(document.blocks())) {
    const laidOut = layOut(file, content, document, before, pages)
    painter.renderPages(laidOut)
    before += laidOut.length
  }
  if (pages !== undefined && before !== pages) throw new Error(`${before} pages were laid out and ${pages} counted`)
  file.end()
  await written
  return new Uint8Array(Buffer.concat(chunks))
}

async function collect(file: CertificatePdfFile, chunks: Buffer[]): Promise<void> {
  for await (const chunk of file) chunks.push(chunk)
}

/** How many pages there will be; undefined when all are laid out at once, because pdfmake knows it then. */
function pagesOf(document: CertificateDocument): number | undefined {
  const blocks = document.blocks()
  if (!blocks.some((block) => block instanceof LongList)) return undefined
  const scratch = new CertificatePdfFile({ info: document.info })
  const counts = sections(blocks).map((section) =>
    section instanceof LongList ? section.pageCount() : layOut(scratch, section, {}, 0, 0).length,
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Pages of a long list that are laid out together. */
const BATCH_PAGES = 8

function* batches(blocks: readonly Block[]): Generator<Content> {
  for (const section of sections(blocks)) {
    if (!(section instanceof LongList)) {
      yield section
      continue
    }
    let batch: Content[] = []
    for (const page of section.pages()) {
      batch.push(batch.length === 0 ? page : ({ ...(page as object), pageBreak: 'before' } as Content))
      if (batch.length < BATCH_PAGES) continue
      yield { stack: batch }
      batch = []
    }
    if (batch.length > 0) yield { stack: batch }
  }
}

/** Long lists one by one, and what flows between them together. Each section begins on a new page. */
function sections(blocks: readonly Block[]): (Content | LongList)[] {
  const result: (Content | LongList)[] = []
  let flow: Content[] = []
  for (const block of blocks) {
    if (!(block instanceof LongList)) {
      if (flow.length === 0) result.push({ stack: flow })
      flow.push(block)
    } else {
      result.push(block)
      flow = []
    }
  }
  return result
}

function layOut(
  file: CertificatePdfFile,
  content: Content,
  { foot, watermark }: Partial<CertificateDocument>,
  before: number,
  pages: number | undefined,
): unknown[] {
  const size = { ...PAGE, orientation: 'portrait' } as const
  const builder = new layoutBuilder.default(size, { ...MARGINS }, new svgMeasure.default())
  const numbered = foot && ((page: number, here: number) => foot(before + page, pages ?? here, size))
  const defaultStyle = { font: 'sans', fontSize: styles.data.size }
  return builder.layoutDocument(content, file, {}, defaultStyle, undefined, undefined, numbered, watermark)
}

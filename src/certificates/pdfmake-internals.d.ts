/**
 * The parts of pdfmake, pdfkit and fontkit without published types that the certificates rely on. They are private to
 * pdfmake 0.3.11, which is pinned; test/certificates/certificate-pdf.test.ts fails when a new version changes them.
 */

declare module 'fontkit' {
  export type Glyph = { readonly id: number; readonly advanceWidth: number }
  export type Font = { readonly unitsPerEm: number; glyphForCodePoint(codePoint: number): Glyph }
  export function create(bytes: Uint8Array): Font
}

declare module 'pdfmake/js/PDFDocument.js' {
  import type { Font } from 'fontkit'

  /** pdfkit's EmbeddedFont: one font in one document. */
  export class EmbeddedFont {
    constructor(document: PDFDocument, font: Font, id: string)
    ascender: number
    descender: number
    /** The glyphs that go into the file; the index is the character's code in the page's text. */
    readonly subset: { readonly glyphs: number[] }
    /** By code in the page's text: advance in thousandths of an em, and the characters it stands for. */
    readonly widths: number[]
    readonly unicode: number[][]
  }

  /** pdfmake's document, over pdfkit's, which is a stream of the file. */
  export class PDFDocument {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualFiles?: null,
      mayReadFile?: (path: string) => boolean,
    )
    font(source: string): this
    readonly _font: EmbeddedFont
    readonly _fontFamilies: Record<string, EmbeddedFont>
    provideFont(family: string, bold?: boolean, italics?: boolean): EmbeddedFont
    end(): void
    [Symbol.asyncIterator](): AsyncIterableIterator<Buffer>
  }

  const module: { readonly default: typeof PDFDocument }
  export default module
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { Content, DynamicContent, Watermark } from 'pdfmake/interfaces.js'
  import type { PDFDocument } from 'pdfmake/js/PDFDocument.js'

  type Size = { width: number; height: number; orientation: 'portrait' }
  type Margins = { left: number; top: number; right: number; bottom: number }
  class LayoutBuilder {
    constructor(size: Size, margins: Margins, svgMeasure: object)
    layoutDocument(
      content: Content,
      document: PDFDocument,
      styles: object,
      defaultStyle: object,
      background: undefined,
      header: undefined,
      footer: DynamicContent | undefined,
      watermark: Watermark | undefined,
    ): unknown[]
  }
  const module: { readonly default: typeof LayoutBuilder }
  export default module
}

declare module 'pdfmake/js/Renderer.js' {
  import type { PDFDocument } from 'pdfmake/js/PDFDocument.js'

  const module: { readonly default: new (document: PDFDocument) => { renderPages(pages: unknown[]): void } }
  export default module
}

declare module 'pdfmake/js/SVGMeasure.js' {
  const module: { readonly default: new () => object }
  export default module
}

declare module 'pdfmake/js/qrEnc.js' {
  type Rectangle = { x: number; y: number; w: number }
  type Measured = { readonly _canvas: readonly Rectangle[]; readonly _width: number }
  const module: { readonly default: { measure(node: { qr: string; eccLevel: 'L' | 'M' | 'Q' | 'H' }): Measured } }
  export default module
}

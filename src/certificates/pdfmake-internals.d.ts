/** The parts of pdfmake, pdfkit and fontkit that have no published types and that certificate-fonts.ts relies on. */

declare module 'fontkit' {
  export type Glyph = { readonly id: number; readonly advanceWidth: number }
  export type Font = {
    readonly unitsPerEm: number
    readonly postscriptName: string
    glyphForCodePoint(codePoint: number): Glyph
  }
  export function create(bytes: Uint8Array): Font
}

declare module 'pdfmake/js/PDFDocument.js' {
  import type { Font, Glyph } from 'fontkit'

  /** pdfkit's EmbeddedFont: one font in one document. */
  export class EmbeddedFont {
    constructor(document: PDFDocument, font: Font, id: string)
    readonly font: Font
    readonly scale: number
    ascender: number
    descender: number
    /** The glyphs that go into the file; the index is the character's code in the page's text. */
    readonly subset: { readonly glyphs: number[] }
    /** By code in the page's text: advance in thousandths of an em, and the characters it stands for. */
    readonly widths: number[]
    readonly unicode: number[][]
  }

  export type Position = { xAdvance: number; yAdvance: 0; xOffset: 0; yOffset: 0; advanceWidth: number }
  export type { Glyph }

  /** pdfmake's document, over pdfkit's. */
  export class PDFDocument {
    constructor(fonts: object, images: object, patterns: object, attachments: object, options: object)
    font(source: string): this
    readonly _font: EmbeddedFont
    readonly _fontFamilies: Record<string, EmbeddedFont>
    provideFont(family: string, bold?: boolean, italics?: boolean): EmbeddedFont
  }

  const module: { readonly default: typeof PDFDocument }
  export default module
}

declare module 'pdfmake/js/qrEnc.js' {
  type Rectangle = { x: number; y: number; w: number; h: number; color: string }
  const module: {
    readonly default: {
      measure(node: { qr: string; eccLevel: 'L' | 'M' | 'Q' | 'H'; fit?: number }): {
        readonly _canvas: readonly Rectangle[]
        readonly _width: number
      }
    }
  }
  export default module
}

import { createRequire } from 'node:module'
import pdfmakeDocument, { type EmbeddedFont, type PDFDocument } from 'pdfmake/js/PDFDocument.js'
import { ASCENDER, DESCENDER, type Face, faceOf, type PlacedGlyph } from './certificate-fonts.ts'

/**
 * pdfmake's document with the faces of certificate-fonts.ts. `provideFont` is pdfmake's private way from a family name
 * to a font in a document; it is all that is overridden. No file and no address is ever read for a document.
 */
export class CertificatePdfFile extends pdfmakeDocument.default {
  /** @param options pdfkit's: version, language, information dictionary */
  constructor(options: object) {
    super({}, {}, {}, {}, { ...options, font: null, autoFirstPage: false }, null, () => false)
  }

  override provideFont(family: string): EmbeddedFont {
    const known = this._fontFamilies[family]
    if (known) return known
    const face = faceOf(family)
    if (!face) throw new Error(`no font ${family}`)
    const font = new ReusedFont(this, face, `F${Object.keys(this._fontFamilies).length + 1}`)
    this._fontFamilies[family] = font
    return font
  }
}

/** pdfkit does not export its EmbeddedFont: it is taken from a document with a small font. */
function embeddedFontClass(): typeof EmbeddedFont {
  const scratch = new pdfmakeDocument.default({}, {}, {}, {}, { font: null, autoFirstPage: false })
  const roboto = createRequire(import.meta.url).resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf')
  return scratch.font(roboto)._font.constructor as typeof EmbeddedFont
}

type Position = { xAdvance: number; yAdvance: 0; xOffset: 0; yOffset: 0; advanceWidth: number }

/**
 * One face in one document. It maps characters to glyphs without shaping, and gives every character a code of its own:
 * text copied from the page is exactly what was filed, even where two characters share a glyph (一 U+4E00, ⼀ U+2F00).
 */
class ReusedFont extends embeddedFontClass() {
  readonly #face: Face
  readonly #codes = new Map<string, { hex: string; position: Position }>()

  constructor(document: PDFDocument, face: Face, id: string) {
    super(document, face.font, id)
    this.#face = face
    this.ascender = ASCENDER
    this.descender = DESCENDER
  }

  /** Width in points. */
  widthOfString(text: string, size: number): number {
    let width = 0
    for (const character of text) width += this.#glyph(character).advance
    return (width * size) / 1000
  }

  /** Codes in hexadecimal and positions, as pdfkit writes them to the page. */
  encode(text: string): [string[], Position[]] {
    const encoded = Array.from(text, (character) => this.#code(character))
    return [encoded.map((each) => each.hex), encoded.map((each) => each.position)]
  }

  #code(character: string) {
    const known = this.#codes.get(character)
    if (known) return known
    const { id, advance } = this.#glyph(character)
    const code = this.subset.glyphs.push(id) - 1
    this.widths[code] = advance
    this.unicode[code] = [character.codePointAt(0) as number]
    const position: Position = { xAdvance: advance, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: advance }
    const entry = { hex: code.toString(16).padStart(4, '0'), position }
    this.#codes.set(character, entry)
    return entry
  }

  /** A character without a glyph here is a bug of the caller: it would be printed as an empty box. */
  #glyph(character: string): PlacedGlyph {
    const codePoint = character.codePointAt(0) as number
    const glyph = this.#face.glyph(codePoint)
    if (!glyph) throw new Error(`U+${codePoint.toString(16).toUpperCase()} is not in ${this.#face.family}`)
    return glyph
  }
}

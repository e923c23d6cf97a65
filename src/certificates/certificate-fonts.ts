import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliDecompressSync } from 'node:zlib'
import * as fontkit from 'fontkit'
import pdfmakeDocument, { type EmbeddedFont, type PDFDocument, type Position } from 'pdfmake/js/PDFDocument.js'

/**
 * The certificates' fonts. Each file is parsed once in a thread and used for every certificate after; pdfmake itself
 * parses 25 MB for each document. Fonts of rare characters are opened when a document first needs one.
 */

/** One font file: sans (Noto Sans SC), serif (Noto Serif SC), latin (Roboto), or rare-… (4,096 code points of Hanazono). */
export type Face = {
  readonly family: string
  readonly font: fontkit.Font
  /** The glyph of a code point; undefined where the font has none. */
  glyph(codePoint: number): PlacedGlyph | undefined
}

/** `advance` is in thousandths of an em. Text is set without kerning or ligatures, so widths simply add up. */
export type PlacedGlyph = { readonly id: number; readonly advance: number }

export type FaceName = 'sans' | 'serif'

const require = createRequire(import.meta.url)
const FILES: Readonly<Record<string, string>> = {
  sans: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  serif: '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
  latin: 'pdfmake/fonts/Roboto/Roboto-Regular.ttf',
}

/** Every face stands on the line as Noto Sans SC does, so that a fallback character never changes a line's height. */
export const ASCENDER = 1160
export const DESCENDER = -288

const faces = new Map<string, Face | undefined>()

/** The face of a family name, opened once; undefined when there is no such file (a plane without rare characters). */
export function faceOf(family: string): Face | undefined {
  if (!faces.has(family)) faces.set(family, openFace(family))
  return faces.get(family)
}

/**
 * The face that has a character: the wished one first, then the other Noto, Roboto (Latin, Greek and Cyrillic letters
 * that Noto Sans SC lacks), and Hanazono for Han characters. Undefined when no font has it: say so in words.
 */
export function faceWith(codePoint: number, wished: FaceName): Face | undefined {
  for (const family of [wished, wished === 'sans' ? 'serif' : 'sans', 'latin']) {
    const face = faceOf(family)
    if (face?.glyph(codePoint)) return face
  }
  if (codePoint < FIRST_HAN || !HAN.test(String.fromCodePoint(codePoint))) return undefined
  const rare = faceOf(`rare-${((codePoint >> 12) << 12).toString(16)}`)
  return rare?.glyph(codePoint) ? rare : undefined
}

const HAN = /\p{Script=Han}/u
const FIRST_HAN = 0x2e80

function openFace(family: string): Face | undefined {
  const bytes = fontBytes(family)
  if (!bytes) return undefined
  const font = fontkit.create(bytes)
  const glyphs = new Map<number, PlacedGlyph | undefined>()
  const glyph = (codePoint: number) => {
    if (glyphs.has(codePoint)) return glyphs.get(codePoint)
    const found = font.glyphForCodePoint(codePoint)
    const placed = found.id === 0 ? undefined : { id: found.id, advance: (found.advanceWidth * 1000) / font.unitsPerEm }
    glyphs.set(codePoint, placed)
    return placed
  }
  return { family, font, glyph }
}

function fontBytes(family: string): Uint8Array | undefined {
  const file = FILES[family]
  if (file) return readFileSync(require.resolve(file))
  const rare = new URL(`fonts/${family.replace('rare-', 'rare-han-')}.ttf.br`, import.meta.url)
  return existsSync(rare) ? brotliDecompressSync(readFileSync(rare)) : undefined
}

/**
 * Makes pdfmake 0.3.11 use these faces. `provideFont` is its private way from a family name to a font in a document;
 * it is the only thing overridden, and certificate-fonts.test.ts fails when a new version no longer has it.
 */
export function usePreparedFonts(): void {
  const document = pdfmakeDocument.default
  const ReusedFont = reusedFontClass(document)
  document.prototype.provideFont = function provideFont(this: PDFDocument, family) {
    const face = faceOf(family)
    if (!face) throw new Error(`no font ${family}`)
    this._fontFamilies[family] ??= new ReusedFont(this, face, `F${Object.keys(this._fontFamilies).length + 1}`)
    return this._fontFamilies[family]
  }
}

/**
 * pdfkit does not export its EmbeddedFont, so it is taken from a document with the smallest font. The subclass maps
 * characters to glyphs without shaping, and gives every character a code of its own: a text copied from the page is
 * exactly what was filed, even where two characters share a glyph (一 U+4E00 and ⼀ U+2F00).
 */
function reusedFontClass(Document: typeof PDFDocument) {
  const scratch = new Document({}, {}, {}, {}, { font: null, autoFirstPage: false })
  const Embedded = scratch.font(require.resolve(FILES.latin as string))._font.constructor as typeof EmbeddedFont

  return class ReusedFont extends Embedded {
    readonly #face: Face
    readonly #codes = new Map<number, { hex: string; position: Position }>()

    constructor(document: PDFDocument, face: Face, id: string) {
      super(document, face.font, id)
      this.#face = face
      this.ascender = ASCENDER
      this.descender = DESCENDER
    }

    /** Width in points. */
    widthOfString(text: string, size: number): number {
      let width = 0
      for (const character of text) width += this.#glyph(character.codePointAt(0) as number).advance
      return (width * size) / 1000
    }

    /** Codes in hexadecimal and positions, as pdfkit writes them to the page. */
    encode(text: string): [string[], Position[]] {
      const encoded = Array.from(text, (character) => this.#code(character.codePointAt(0) as number))
      return [encoded.map((each) => each.hex), encoded.map((each) => each.position)]
    }

    #code(codePoint: number) {
      const known = this.#codes.get(codePoint)
      if (known) return known
      const { id, advance } = this.#glyph(codePoint)
      const code = this.subset.glyphs.push(id) - 1
      this.widths[code] = advance
      this.unicode[code] = [codePoint]
      const position: Position = { xAdvance: advance, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: advance }
      const entry = { hex: code.toString(16).padStart(4, '0'), position }
      this.#codes.set(codePoint, entry)
      return entry
    }

    /** A character without a glyph here is a bug of the caller: it would be printed as an empty box. */
    #glyph(codePoint: number): PlacedGlyph {
      const glyph = this.#face.glyph(codePoint)
      if (!glyph) throw new Error(`U+${codePoint.toString(16).toUpperCase()} is not in ${this.#face.family}`)
      return glyph
    }
  }
}

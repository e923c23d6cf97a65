import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliDecompressSync } from 'node:zlib'
import * as fontkit from 'fontkit'

/**
 * The certificates' fonts. Each file is parsed once in a thread and used for every certificate after; pdfmake itself
 * parses 25 MB for each document. Fonts of rare characters are opened when a document first needs one.
 */

/**
 * One font file: sans (Noto Sans SC), serif (Noto Serif SC), latin (Roboto), or rare-… (4,096 code points of Hanazono).
 */
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
  const glyphs = new Map<number, PlacedGlyph>()
  const glyph = (codePoint: number) => {
    const known = glyphs.get(codePoint)
    if (known) return known
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint)
    if (id === 0) return undefined
    const placed = { id, advance: (advanceWidth * 1000) / font.unitsPerEm }
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

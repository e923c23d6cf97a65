import type { Content } from 'pdfmake/interfaces.js'
import { type Atom, atomsOf, type Kind } from './certificate-characters.ts'
import { ASCENDER, DESCENDER, type FaceName } from './certificate-fonts.ts'

/**
 * Breaks text into lines before pdfmake sees it, with the widths it will be printed in. pdfmake's own breaking splits
 * surrogate pairs, is quadratic in long text, and makes a piece of every Chinese character.
 */

/** Text in one style. `size` is in points. */
export type Piece = { readonly text: string; readonly style: Style }
export type Style = { readonly face: FaceName; readonly size: number; readonly color: string }

/** A line: parts in one font each. Width and height in points. */
export type Line = { readonly runs: readonly Run[]; readonly height: number }
type Run = { text: string; font: string; fontSize: number; color: string; noWrap: true }

/** Lines of at most `width` points. Empty text gives one empty line. */
export function setLines(pieces: readonly Piece[], width: number): Line[] {
  const atoms = pieces.flatMap(({ text, style }) => atomsOf(text, style.face).map((atom) => ({ atom, style })))
  const lines: Line[] = []
  let from = 0
  do {
    const { to, next } = lineEnd(atoms, from, width - ROUNDING)
    lines.push(lineOf(atoms.slice(from, to), pieces[0]?.style ?? NO_STYLE))
    from = next
  } while (from < atoms.length)
  return lines
}

/** Width in points of the text on one line. */
export function widthOf(text: string, style: Style): number {
  return (atomsOf(text, style.face).reduce((sum, atom) => sum + atom.width, 0) * style.size) / 1000
}

/** Height in points. */
export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0)
}

/** pdfmake's content for lines, one leaf a line. */
export function contentOf(lines: readonly Line[], alignment: 'left' | 'right' | 'center' = 'left'): Content {
  return { stack: lines.map((line) => ({ text: line.runs.map((run) => ({ ...run })), alignment })) }
}

/** Sums of widths differ in their last bits by the order of adding. */
const ROUNDING = 0.01
const NO_STYLE: Style = { face: 'sans', size: 9, color: '#000000' }

type Styled = { readonly atom: Atom; readonly style: Style }

/** Where the line that starts at `from` ends, and where the next one starts. */
function lineEnd(atoms: readonly Styled[], from: number, width: number): { to: number; next: number } {
  let used = 0
  let breakAt = from
  for (let i = from; i < atoms.length; i++) {
    const atom = atoms[i] as Styled
    if (atom.atom.kind === 'newline') return { to: i, next: i + 1 }
    if (i > from && mayBreakBefore(atoms, i)) breakAt = i
    used += widthOfAtom(atom)
    if (used <= width || atom.atom.kind === 'space') continue
    const wordFits = breakAt > from && fitsALine(atoms, breakAt, width)
    const to = wordFits ? breakAt : Math.max(i, from + 1)
    return { to, next: to }
  }
  return { to: atoms.length, next: atoms.length }
}

/** A word that no line can hold is split where this line ends; others go to the next line whole. */
function fitsALine(atoms: readonly Styled[], start: number, width: number): boolean {
  let used = 0
  for (let i = start; i < atoms.length; i++) {
    const atom = atoms[i] as Styled
    if (i > start && (atom.atom.kind === 'newline' || atom.atom.kind === 'space' || mayBreakBefore(atoms, i)))
      return true
    used += widthOfAtom(atom)
    if (used > width) return false
  }
  return true
}

function widthOfAtom({ atom, style }: Styled): number {
  return (atom.width * style.size) / 1000
}

function mayBreakBefore(atoms: readonly Styled[], i: number): boolean {
  return mayBreak((atoms[i - 1] as Styled).atom.kind, (atoms[i] as Styled).atom.kind)
}

/**
 * A line may end after a space, hyphen or slash, and beside Chinese characters, but not before closing or after opening
 * punctuation (W3C, Requirements for Chinese Text Layout, section 3.1).
 */
function mayBreak(before: Kind, after: Kind): boolean {
  if (NEVER_FIRST.has(after) || NEVER_LAST.has(before)) return false
  return before === 'space' || before === 'joint' || IN_SQUARES.has(before) || IN_SQUARES.has(after)
}

const NEVER_FIRST: ReadonlySet<Kind> = new Set(['space', 'closing', 'wideClosing', 'joint'])
const NEVER_LAST: ReadonlySet<Kind> = new Set(['opening', 'wideOpening'])
const IN_SQUARES: ReadonlySet<Kind> = new Set(['wide', 'wideOpening', 'wideClosing'])

/** Joins atoms of one font and style to runs; spaces at either end of the line go. */
function lineOf(atoms: readonly Styled[], style: Style): Line {
  let first = 0
  let last = atoms.length
  while (first < last && atoms[first]?.atom.kind === 'space') first++
  while (last > first && atoms[last - 1]?.atom.kind === 'space') last--
  const runs: Run[] = []
  let styleOfRun: Style | undefined
  for (let i = first; i < last; i++) {
    const { atom, style } = atoms[i] as Styled
    const run = runs.at(-1)
    if (run && run.font === atom.family && styleOfRun === style) run.text += atom.text
    else runs.push({ text: atom.text, font: atom.family, fontSize: style.size, color: style.color, noWrap: true })
    styleOfRun = style
  }
  if (runs.length === 0)
    runs.push({ text: ' ', font: style.face, fontSize: style.size, color: style.color, noWrap: true })
  return { runs, height: (Math.max(...runs.map((run) => run.fontSize)) * (ASCENDER - DESCENDER)) / 1000 }
}

import type { Text } from '../platform/text.ts'
import type { Piece, Style } from './certificate-typesetting.ts'

/** Measures in points, colours and text styles of the certificates. Two weights only: each font takes 10 to 15 MB. */

export const PAGE = { width: 595.28, height: 841.89 } as const
export const MARGINS = { left: 47.64, top: 42, right: 47.64, bottom: 56 } as const
export const CONTENT_WIDTH = 500
/** What a page holds, less a point for the differences of adding up. */
export const PAGE_HEIGHT = PAGE.height - MARGINS.top - MARGINS.bottom - 1

export const INK = '#1d2322'
export const GREY = '#66706d'
export const DEEP = '#0f4c4f'
export const HAIRLINE = '#c5cbc8'

export const styles = {
  data: { face: 'sans', size: 9, color: INK },
  small: { face: 'sans', size: 7.5, color: GREY },
  label: { face: 'sans', size: 8.5, color: GREY },
  labelSmall: { face: 'sans', size: 6.5, color: GREY },
  cell: { face: 'sans', size: 7.5, color: INK },
  cellSmall: { face: 'sans', size: 6.5, color: GREY },
  cellNumber: { face: 'sans', size: 8.5, color: INK },
  heading: { face: 'serif', size: 11.5, color: DEEP },
  headingSmall: { face: 'sans', size: 8, color: GREY },
  register: { face: 'serif', size: 13, color: INK },
  kind: { face: 'serif', size: 24, color: DEEP },
  kindSmall: { face: 'serif', size: 12, color: GREY },
  number: { face: 'sans', size: 12, color: INK },
  code: { face: 'sans', size: 10, color: INK },
  answer: { face: 'serif', size: 12, color: INK },
} as const satisfies Record<string, Style>

/** As it was filed. */
export function plain(words: string, style: Style = styles.data): Piece[] {
  return [{ text: words, style }]
}

/** Chinese first, English after it in small grey. */
export function both(words: Text, style: Style = styles.data, small: Style = styles.small): Piece[] {
  return words.zh === words.en ? plain(words.zh, style) : [...plain(words.zh, style), ...plain(`  ${words.en}`, small)]
}

/** Chinese and English as a paragraph each. */
export function paragraphs(words: Text, style: Style = styles.data): Piece[] {
  return [...plain(`${words.zh}\n`, style), ...plain(words.en, styles.small)]
}

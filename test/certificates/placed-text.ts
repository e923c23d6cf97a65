import type { Test } from 'tap'
import type { PlacedText } from './read-pdf.ts'

/** No text goes beyond the margins or below the foot. */
export function within(t: Test, pages: readonly PlacedText[][]): void {
  const texts = pages.flat().filter((each) => each.upright && each.text.trim() !== '')
  const outside = texts.filter((each) => each.x < 47.6 || each.x + each.width > 547.7 || each.y < 26 || each.y > 800)
  t.same(outside.slice(0, 3), [])
}

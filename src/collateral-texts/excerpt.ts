import { foldText } from './folded-text.ts'
import type { TextQuery } from './text-terms.ts'

/** Pieces of a text in their order, of which those `found` are what was looked for. */
export type Excerpt = { text: string; found: boolean }[]

const CONTEXT_CHARACTERS = 40
const EXCERPT_MAX_CHARACTERS = 200

/** The first place in a text at which something of a query stands, with what stands around it. Pure. */
export function excerptOf(text: string, { phrases }: TextQuery): Excerpt {
  const { source, folded, from, to } = foldText(text)
  const marks: [number, number][] = []
  for (const phrase of phrases) {
    const word = phrase.trim()
    const lead = phrase.length - phrase.trimStart().length
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
      marks.push([from[at + lead]!, to[at + lead + word.length - 1]!])
    }
  }
  marks.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const begin = wholeBefore(source, (marks[0]?.[0] ?? 0) - CONTEXT_CHARACTERS)
  const end = wholeBefore(source, begin + EXCERPT_MAX_CHARACTERS)
  const pieces: Excerpt = begin > 0 ? [{ text: '…', found: false }] : []
  let at = begin
  for (const [first, last] of marks) {
    if (first >= end || last <= at) continue
    if (first > at) pieces.push({ text: source.slice(at, first), found: false })
    at = Math.max(at, first)
    pieces.push({ text: source.slice(at, Math.min(last, end)), found: true })
    at = Math.min(last, end)
  }
  if (at < end) pieces.push({ text: source.slice(at, end), found: false })
  if (end < source.length) pieces.push({ text: '…', found: false })
  return pieces
}

/** A place in the text that parts no character in two. */
function wholeBefore(source: string, place: number): number {
  const at = Math.min(Math.max(place, 0), source.length)
  return /[\uDC00-\uDFFF]/.test(source[at] ?? '') ? at - 1 : at
}

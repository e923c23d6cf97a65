import { type EditStep, editsBetween } from './edit-steps.ts'
import type { Nearness, NearReason } from './near-match.ts'
import type { ReadName } from './read-name.ts'

/*
 * Names without Han characters are compared word by word: a word spelt with another letter is still that word, another
 * word is not, however many letters the two share. Pure.
 */

const ONE_LETTER_FROM = 4
const TWO_LETTERS_FROM = 9
const WORDS_MAX = 40
const ORDER_FACTOR = 0.95

export function compareWords(searched: ReadName, registered: ReadName): Nearness | undefined {
  const byWords = compareWordByWord(searched, registered)
  const joined = compareJoined(searched.core, registered.core)
  const beginning = compareBeginnings(searched, registered)
  const found = [byWords, joined, beginning].filter((each) => each !== undefined)
  return found.sort((a, b) => b.score - a.score)[0]
}

type Pairing = { at: number; likeness: number; reasons: NearReason[] }

function compareWordByWord(searched: ReadName, registered: ReadName): Nearness | undefined {
  if (searched.words.length > WORDS_MAX || registered.words.length > WORDS_MAX) return undefined
  const taken = new Set<number>()
  const pairs: Pairing[] = []
  let matched = 0
  let differing = 0
  for (const [at, word] of searched.words.entries()) {
    const best = bestPair(at, searched, registered, taken)
    if (!best) {
      differing += 1
      continue
    }
    taken.add(best.at)
    pairs.push(best)
    matched += best.likeness * (word.length + registered.words[best.at]!.length)
  }
  const letters = (name: ReadName) => name.words.reduce((sum, word) => sum + word.length, 0)
  const inOrder = pairs.every(({ at }, place) => place === 0 || at > pairs[place - 1]!.at)
  const score = (matched / (letters(searched) + letters(registered))) * (inOrder ? 1 : ORDER_FACTOR)
  const reasons = pairs.flatMap((pair) => pair.reasons)
  if (!inOrder) reasons.push({ code: 'word_order' })
  const left = registered.asWritten.filter((_, at) => !taken.has(at))
  if (differing > 0 || left.length > 0) {
    const missing = searched.asWritten.filter((_, at) => !bestExists(at, searched, registered))
    reasons.push({
      code: 'word_differs',
      ...(missing.length > 0 && { searched: missing.join(' ') }),
      ...(left.length > 0 && { registered: left.join(' ') }),
    })
  }
  // Names that differ in a word of their own are near only when most of both is the same.
  return reasons.length > 0 ? { score, reasons } : undefined
}

function bestExists(at: number, searched: ReadName, registered: ReadName): boolean {
  return bestPair(at, searched, registered, new Set()) !== undefined
}

function bestPair(at: number, searched: ReadName, registered: ReadName, taken: ReadonlySet<number>) {
  let best: Pairing | undefined
  for (const other of registered.words.keys()) {
    if (taken.has(other)) continue
    const found = compareWord(at, other, searched, registered)
    if (found && (!best || found.likeness > best.likeness)) best = found
    if (best?.likeness === 1) return best
  }
  return best
}

function compareWord(at: number, other: number, searched: ReadName, registered: ReadName): Pairing | undefined {
  const [a, b] = [searched.words[at]!, registered.words[other]!]
  const [writtenA, writtenB] = [searched.asWritten[at]!, registered.asWritten[other]!]
  if (writtenA === writtenB) return { at: other, likeness: 1, reasons: [] }
  if (a === b) {
    return { at: other, likeness: 0.97, reasons: [{ code: 'abbreviation', searched: writtenA, registered: writtenB }] }
  }
  const shortest = Math.min(a.length, b.length)
  const costMax = shortest >= TWO_LETTERS_FROM ? 2 : shortest >= ONE_LETTER_FROM ? 1 : 0
  const edits = costMax > 0 ? editsBetween(Array.from(a), Array.from(b), costMax) : undefined
  if (!edits) return undefined
  const likeness = 1 - edits.cost / (Math.max(a.length, b.length) + 1)
  return { at: other, likeness, reasons: edits.steps.map(letterReason) }
}

/** Where words are divided otherwise, or a short name has one letter wrong. */
function compareJoined(searched: readonly string[], registered: readonly string[]): Nearness | undefined {
  const shortest = Math.min(searched.length, registered.length)
  if (shortest < ONE_LETTER_FROM) return undefined
  const edits = editsBetween(searched, registered, shortest >= 2 * TWO_LETTERS_FROM ? 2 : 1)
  if (!edits || edits.cost === 0) return undefined
  return {
    score: 1 - edits.cost / (Math.max(searched.length, registered.length) + 1),
    reasons: edits.steps.map(letterReason),
  }
}

/** The first words of a long name, at least two or a long one. */
function compareBeginnings(searched: ReadName, registered: ReadName): Nearness | undefined {
  const [short, long] =
    searched.words.length < registered.words.length ? [searched, registered] : [registered, searched]
  if (short.words.length === long.words.length || short.core.length < ONE_LETTER_FROM) return undefined
  if (!short.words.every((word, at) => word === long.words[at])) return undefined
  const code = short === searched ? 'begins_with_searched' : 'searched_begins_with'
  return { score: 0.7 + (0.2 * short.core.length) / long.core.length, reasons: [{ code }] }
}

function letterReason(step: EditStep): NearReason {
  switch (step.kind) {
    case 'missing':
      return { code: 'character_missing', registered: step.registered }
    case 'extra':
      return { code: 'character_extra', searched: step.searched }
    case 'swapped':
      return { code: 'characters_swapped', searched: step.searched, registered: step.registered }
    case 'look_alike':
      return { code: 'look_alike_character', searched: step.searched, registered: step.registered }
    default:
      return { code: 'character_differs', searched: step.searched, registered: step.registered }
  }
}

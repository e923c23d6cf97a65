import { compareWords } from './compare-words.ts'
import { type EditStep, editsBetween } from './edit-steps.ts'
import { foldCharacters } from './fold-characters.ts'
import { readingTerm } from './name-terms.ts'
import type { ReadName } from './read-name.ts'

/**
 * Why a registered name is near a searched one. Stable codes; wording in near-match-wording.ts. `detail` is what of the
 * two names it speaks of.
 */
export type NearReason = { code: ReasonCode; searched?: string; registered?: string }

export const reasonCodes = [
  'traditional_form',
  'look_alike_character',
  'same_sound',
  'numeral',
  'character_differs',
  'character_missing',
  'character_extra',
  'characters_swapped',
  'begins_with_searched',
  'searched_begins_with',
  'contains_searched',
  'region_missing',
  'region_written_differently',
  'region_differs',
  'organization_form',
  'branch_of_searched',
  'parent_of_searched',
  'other_branch',
  'interpunct',
  'brackets',
  'punctuation',
  'abbreviation',
  'word_order',
  'word_differs',
  'same_reading',
  'look_alike_identifier',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

export type Nearness = { score: number; reasons: NearReason[] }

/** Below this a name is another name, not a near one. */
export const SCORE_MIN = 0.62

/** How much is left of the score when two names differ in what is not the name itself. */
const FACTORS = {
  regionDiffers: 0.78,
  regionMissing: 0.96,
  regionWritten: 0.99,
  formDiffers: 0.95,
  formMissing: 0.97,
  parentOrBranch: 0.9,
  otherBranch: 0.85,
  signs: 0.99,
  sameReading: 0.7,
} as const

/** The part of two cores that may differ. */
const COST_MAX_SHARE = 0.5
const BEGINNING_HAN_MIN = 2

/**
 * How near a registered name is to a searched one, and why; undefined when it is too far or no different. Both sides
 * are read from what foldName gave, so equal names are those whose characters fold to the same.
 */
export function nearnessOf(searched: ReadName, registered: ReadName): Nearness | undefined {
  const found = compare(searched, registered)
  return found && found.score >= SCORE_MIN ? found : undefined
}

function compare(searched: ReadName, registered: ReadName): Nearness | undefined {
  if (searched.hasHan !== registered.hasHan) return compareReadings(searched, registered)
  if (!searched.hasHan) return compareWords(searched, registered)
  if (searched.core.length === 0 || registered.core.length === 0) return undefined
  if (searched.folded !== registered.folded && searched.whole.join('') === registered.whole.join(''))
    return { score: FACTORS.signs, reasons: compareSigns(searched, registered).map(({ reason }) => reason) }
  const parts = compareParts(searched, registered)
  const whole = compareWhole(searched, registered)
  if (whole && (!parts || whole.score > parts.score)) return whole
  return parts ?? compareReadings(searched, registered)
}

/** Part by part: the core decides, the rest takes something away. */
function compareParts(searched: ReadName, registered: ReadName): Nearness | undefined {
  const core = compareCores(searched.core, registered.core)
  if (!core) return undefined
  const others = [
    compareRegions(searched, registered),
    compareBranches(searched, registered),
    compareForms(searched, registered),
    compareSigns(searched, registered),
  ].flat()
  return {
    score: others.reduce((score, { factor }) => score * factor, core.score),
    reasons: [...core.reasons, ...others.map(({ reason }) => reason)],
  }
}

/** One mistake somewhere in the whole name: in its place or its form, where parts are not what they were. */
function compareWhole(searched: ReadName, registered: ReadName): Nearness | undefined {
  if (searched.core.join('') === registered.core.join('')) return undefined
  const sameForm = searched.form === registered.form
  if (sameForm && searched.core.length < 3) return undefined
  const samePlaces = searched.region === registered.region
  if (sameForm && samePlaces) return undefined
  const edits = editsBetween(searched.whole, registered.whole, 1)
  if (!edits || edits.cost === 0) return undefined
  const score = 1 - edits.cost / (searched.core.length + 1)
  return { score: Math.max(score, 0.7) * FACTORS.signs, reasons: edits.steps.map(reasonOfStep) }
}

function compareCores(searched: readonly string[], registered: readonly string[]): Nearness | undefined {
  const longest = Math.max(searched.length, registered.length)
  const edits = editsBetween(searched, registered, Math.max(1, longest * COST_MAX_SHARE))
  const near = edits && { score: 1 - edits.cost / (longest + 1), reasons: edits.steps.map(reasonOfStep) }
  const part = compareBeginnings(searched.join(''), registered.join(''))
  return part && (!near || part.score > near.score) ? part : near
}

/** A long name of which only the trade name was typed, or the other way round. */
function compareBeginnings(searched: string, registered: string): Nearness | undefined {
  const [short, long] = searched.length < registered.length ? [searched, registered] : [registered, searched]
  if (short.length < BEGINNING_HAN_MIN || short.length === long.length) return undefined
  const share = short.length / long.length
  if (long.startsWith(short)) {
    const code = short === searched ? 'begins_with_searched' : 'searched_begins_with'
    return { score: 0.7 + 0.2 * share, reasons: [{ code }] }
  }
  if (short === searched && long.includes(short)) {
    return { score: 0.66 + 0.2 * share, reasons: [{ code: 'contains_searched' }] }
  }
  return undefined
}

type Other = { factor: number; reason: NearReason }

function compareRegions(searched: ReadName, registered: ReadName): Other[] {
  if (searched.region === registered.region) return []
  const [ours, theirs] = [new Set(searched.places), new Set(registered.places)]
  const detail = { searched: searched.region, registered: registered.region }
  const missing = isWithin(ours, theirs) || isWithin(theirs, ours)
  if (ours.size === theirs.size && missing) {
    return [{ factor: FACTORS.regionWritten, reason: { code: 'region_written_differently', ...detail } }]
  }
  return missing
    ? [{ factor: FACTORS.regionMissing, reason: { code: 'region_missing', ...detail } }]
    : [{ factor: FACTORS.regionDiffers, reason: { code: 'region_differs', ...detail } }]
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((each) => all.has(each))
}

function compareBranches({ branch: ours }: ReadName, { branch: theirs }: ReadName): Other[] {
  if (!ours && !theirs) return []
  if (!ours) return [{ factor: FACTORS.parentOrBranch, reason: { code: 'branch_of_searched' } }]
  if (!theirs) return [{ factor: FACTORS.parentOrBranch, reason: { code: 'parent_of_searched' } }]
  if (ours.words + ours.kind === theirs.words + theirs.kind) return []
  const detail = { searched: ours.words + ours.kind, registered: theirs.words + theirs.kind }
  return [{ factor: FACTORS.otherBranch, reason: { code: 'other_branch', ...detail } }]
}

function compareForms({ form: ours }: ReadName, { form: theirs }: ReadName): Other[] {
  if (ours === theirs) return []
  const factor = ours === '' || theirs === '' ? FACTORS.formMissing : FACTORS.formDiffers
  return [{ factor, reason: { code: 'organization_form', searched: ours, registered: theirs } }]
}

/** Brackets and middle dots that one of them has: told only when nothing else explains that the keys differ. */
function compareSigns(searched: ReadName, registered: ReadName): Other[] {
  const found: Other[] = []
  if (searched.dots !== registered.dots) found.push({ factor: FACTORS.signs, reason: { code: 'interpunct' } })
  const [ours, theirs] = [searched, registered].map(({ folded }) => folded.replace(/[^()]/gu, ''))
  if (ours !== theirs) found.push({ factor: FACTORS.signs, reason: { code: 'brackets' } })
  return found
}

/** Names that sound alike from end to end, or a Chinese name that was typed in pinyin. */
function compareReadings(searched: ReadName, registered: ReadName): Nearness | undefined {
  // Han characters have a syllable each, and finding out which takes its time.
  if (searched.hasHan && registered.hasHan && searched.core.length !== registered.core.length) return undefined
  const [ours] = readingTerm(searched)
  if (ours === undefined || ours !== readingTerm(registered)[0]) return undefined
  return { score: FACTORS.sameReading, reasons: [{ code: 'same_reading' }] }
}

function reasonOfStep(step: EditStep): NearReason {
  switch (step.kind) {
    case 'look_alike':
      return { code: 'look_alike_character', searched: step.searched, registered: step.registered }
    case 'same_sound':
    case 'numeral':
      return { code: step.kind, searched: step.searched, registered: step.registered }
    case 'replaced':
      return { code: 'character_differs', searched: step.searched, registered: step.registered }
    case 'swapped':
      return { code: 'characters_swapped', searched: step.searched, registered: step.registered }
    case 'missing':
      return { code: 'character_missing', registered: step.registered }
    case 'extra':
      return { code: 'character_extra', searched: step.searched }
  }
}

/** Characters of the two names that are forms of one another: 实 for 實. Undefined when there are none. */
export function otherForms(searchedKey: string, registeredKey: string): NearReason | undefined {
  const [ours, theirs] = [new Set(searchedKey), new Set(registeredKey)]
  const byFold = new Map([...theirs].filter((each) => !ours.has(each)).map((each) => [foldCharacters(each), each]))
  const pairs = [...ours]
    .filter((each) => !theirs.has(each))
    .flatMap((each) => {
      const other = byFold.get(foldCharacters(each))
      return other === undefined ? [] : [[each, other] as const]
    })
  if (pairs.length === 0) return undefined
  const [searched, registered] = [0, 1].map((side) => pairs.map((pair) => pair[side]).join(''))
  return { code: 'traditional_form', searched: searched!, registered: registered! }
}

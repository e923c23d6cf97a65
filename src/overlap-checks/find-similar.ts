import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Pool } from 'pg'
import { followedTo } from '../collateral-texts/descriptions-of.ts'
import { findByDebtorKeys } from '../registrations/find-by-keys.ts'
import type { Moment } from '../registrations/moment-in-order.ts'
import { type AskedLine, SIMILAR_MAX_PER_LINE, type SimilarHit, type TextPlace } from './overlap-check.ts'
import type { LineKeys, WantedKey } from './overlap-list.ts'
import { registrationTexts } from './registration-texts.ts'
import { type Comparable, type Likeness, TextIndex } from './similarity-rules.ts'

/** Registrations of one debtor whose texts are compared, and texts and steps of one check. */
const REGISTRATIONS_MAX = 200
const TEXTS_MAX = 100_000
const STEPS_MAX = 20_000_000

type Group = { debtors: WantedKey[]; places: number[] }

/**
 * Registrations of the same debtor with similar descriptions, for the lines that describe and name a debtor: the
 * debtors' registrations in one statement, their texts in another, and then compared without the database.
 * @returns hits by line, most similar first; the sequence as of which texts were compared; whether all of them were
 */
export async function findSimilar(
  client: Pick<Pool, 'query'>,
  lines: readonly AskedLine[],
  keys: readonly LineKeys[],
  moment: Moment,
): Promise<{ similar: SimilarHit[]; asOfSequence: number; complete: boolean }> {
  const groups = groupsOf(keys)
  if (groups.length === 0) return { similar: [], asOfSequence: moment.sequence, complete: true }
  const followed = await followedTo(client)
  const asOfSequence = Math.min(followed.sequence, moment.sequence)
  const { registrations, complete: all } = await registrationsOf(client, groups, moment)
  const texts = await registrationTexts(client, [...new Set(registrations.flat())], asOfSequence)
  const budget = { left: STEPS_MAX }
  let room = TEXTS_MAX
  let complete = all
  const similar: SimilarHit[] = []
  for (const [at, group] of groups.entries()) {
    const placed = registrations[at]!.flatMap((registration) => texts.get(registration) ?? [])
    room -= placed.length
    if (room < 0) {
      complete = false
      break
    }
    await nextTurn()
    complete = compare(group, placed, lines, budget, similar) && complete
  }
  return { similar: similar.sort((a, b) => a.at - b.at), asOfSequence, complete }
}

function compare(
  { places }: Group,
  placed: readonly (Comparable & { place: TextPlace })[],
  lines: readonly AskedLine[],
  budget: { left: number },
  similar: SimilarHit[],
): boolean {
  if (placed.length === 0) return true
  const index = new TextIndex(placed)
  // A list says the same of many lines.
  const known = new Map<string, Likeness[] | undefined>()
  let complete = true
  for (const at of places) {
    const description = lines[at]!.description!
    if (!known.has(description)) known.set(description, index.similarTo(description, budget))
    const found = known.get(description)
    if (!found) complete = false
    for (const { registration, place, share } of found?.slice(0, SIMILAR_MAX_PER_LINE) ?? [])
      similar.push({ at, registration, share, place: placed[place]!.place })
  }
  return complete
}

/** Lines by the debtor that they name. */
function groupsOf(keys: readonly LineKeys[]): Group[] {
  const groups = new Map<string, Group>()
  for (const [at, { debtors }] of keys.entries()) {
    if (debtors.length === 0) continue
    const id = debtors.map(({ digest }) => digest).join(' ')
    const group = groups.get(id)
    if (group) group.places.push(at)
    else groups.set(id, { debtors, places: [at] })
  }
  return [...groups.values()]
}

async function registrationsOf(
  client: Pick<Pool, 'query'>,
  groups: readonly Group[],
  moment: Moment,
): Promise<{ registrations: number[][]; complete: boolean }> {
  const wanted = groups.flatMap(({ debtors }, group) => debtors.map((key) => ({ ...key, group })))
  const rows = await findByDebtorKeys(client, wanted, REGISTRATIONS_MAX, moment)
  const found = groups.map(() => new Set<number>())
  for (const { at, registration } of rows) found[wanted[at]!.group]!.add(registration)
  const sorted = found.map((each) => [...each].sort((a, b) => a - b))
  return {
    registrations: sorted.map((each) => each.slice(0, REGISTRATIONS_MAX)),
    complete: sorted.every((each) => each.length <= REGISTRATIONS_MAX),
  }
}

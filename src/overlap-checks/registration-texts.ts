import type { Pool } from 'pg'
import { descriptionsOf } from '../collateral-texts/descriptions-of.ts'
import type { TextPlace } from './overlap-check.ts'
import type { Comparable } from './similarity-rules.ts'

export type RegistrationText = Comparable & { place: TextPlace }

/** What registrations said of their collateral at a sequence, text by text, in the order of their places. */
export async function registrationTexts(
  client: Pick<Pool, 'query'>,
  registrations: readonly number[],
  sequence: number,
): Promise<Map<number, RegistrationText[]>> {
  if (registrations.length === 0) return new Map()
  const found = await descriptionsOf(client, registrations, sequence)
  const texts = new Map<number, RegistrationText[]>()
  for (const [registration, { descriptions, items }] of found) {
    const placed = (kind: TextPlace[0], list: readonly string[]) =>
      list.map((text, at): RegistrationText => ({ registration, text, place: [kind, at] }))
    texts.set(registration, [...placed('description', descriptions), ...placed('item', items)])
  }
  return texts
}

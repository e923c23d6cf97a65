import type { Refusal } from '../platform/refusal.ts'
import type { Applied, At, ChangeOf } from './apply-change.ts'
import { changeEmpty, itemAmbiguous, itemNotFound, lastCollateral, partNotFound } from './change-refusals.ts'
import type { CollateralPart, RegistrationState } from './registration-state.ts'

type Item = Record<string, unknown>

/** Added collateral ranks from the amendment's time (the Measures, art. 13): it is a part of its own. */
export function addCollateral(state: RegistrationState, change: ChangeOf<'add_collateral'>, at: At): Applied {
  if (!change.description && !change.items) return changeEmpty
  const part: CollateralPart = {
    ...(change.description !== undefined && { description: change.description }),
    ...(change.items && { items: change.items as Item[] }),
    ranksFrom: { sequence: at.sequence, filedAt: at.filedAt },
  }
  return { ...state, collateral: [...state.collateral, part] }
}

/**
 * Items are released by what they say: each item given takes out the items of which every given field is equal. A
 * release in words is noted and takes out nothing: the register does not judge what the words cover.
 */
export function releaseCollateral(state: RegistrationState, change: ChangeOf<'release_collateral'>, at: At): Applied {
  if (!change.description && !change.items) return changeEmpty
  const released: object[] = []
  let parts = state.collateral
  for (const [nth, wanted] of (change.items ?? []).entries()) {
    let found = false
    parts = parts.map((part) => {
      const kept = (part.items ?? []).filter((item) => {
        if (!itemMatches(item, wanted as Item)) return true
        found = true
        released.push(item)
        return false
      })
      return kept.length === (part.items?.length ?? 0) ? part : { ...part, items: kept }
    })
    if (!found) return { ...itemNotFound, pointer: `/items/${nth}` }
  }
  const left = parts.filter((part) => (part.items?.length ?? 0) > 0 || part.description)
  if (left.length === 0) return lastCollateral
  const note = {
    sequence: at.sequence,
    filedAt: at.filedAt,
    ...(released.length > 0 && { items: released }),
    ...(change.description !== undefined && { description: change.description }),
  }
  return { ...state, collateral: left, released: [...state.released, note] }
}

/** One item of the list put right. It keeps its part's rank; the part says that it was corrected, and when. */
export function correctItem(state: RegistrationState, item: { was: object; is: object }, at: At): Applied {
  const places = state.collateral.flatMap((part, nth) =>
    (part.items ?? []).flatMap((each, row) => (itemMatches(each, item.was as Item) ? [{ nth, row }] : [])),
  )
  const [place] = places
  if (!place) return { ...itemNotFound, pointer: '/item/was' }
  if (places.length > 1) return itemAmbiguous
  return withPart(state, place.nth, at, (part) => ({
    items: part.items!.map((each, row) => (row === place.row ? (item.is as Item) : each)),
  }))
}

export function correctDescription(
  state: RegistrationState,
  { part, is }: { part: number; is: string },
  at: At,
): RegistrationState | Refusal {
  if (!state.collateral[part]) return partNotFound
  return withPart(state, part, at, () => ({ description: is }))
}

function withPart(
  state: RegistrationState,
  nth: number,
  at: At,
  change: (part: CollateralPart) => Partial<CollateralPart>,
): RegistrationState {
  const corrected = { sequence: at.sequence, filedAt: at.filedAt }
  const collateral = state.collateral.map((part, at) =>
    at === nth ? { ...part, ...change(part), corrected: [...(part.corrected ?? []), corrected] } : part,
  )
  return { ...state, collateral }
}

/** An item is the one meant when every field that was given is equal. */
export function itemMatches(item: Item, wanted: Item): boolean {
  const fields = Object.entries(wanted)
  return fields.length > 0 && fields.every(([name, value]) => JSON.stringify(item[name]) === JSON.stringify(value))
}

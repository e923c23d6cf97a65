import type { Refusal } from '../platform/refusal.ts'
import { nameKeyOrRefusal } from '../search/name-refusal.ts'
import { searchLogic1 } from '../search/search-logics.ts'
import type { NamePair } from './logic-schemas.ts'

/** What is wrong with the names of a comparison: those that cannot be keyed, each at its place. Empty: both can. */
export function refusalsOfPair(pair: NamePair): Refusal[] {
  return (['first', 'second'] as const).flatMap((side) => {
    const key = nameKeyOrRefusal(pair[side], searchLogic1)
    return 'refused' in key ? [{ ...key.refused, pointer: `/${side}` }] : []
  })
}

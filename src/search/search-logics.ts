import { organizationSearchKey, SEARCH_LOGIC } from './search-key.ts'

/**
 * A version of the search logic: how it makes the key of a name. Numbers have one key under all versions. A version
 * must make a key of every name that the versions before it could: a registered name without one would not be found.
 */
export type SearchLogic = {
  readonly version: string
  /** @throws SearchKeyError when the name cannot be keyed */
  organizationKey(name: string): string
}

export const searchLogic1: SearchLogic = { version: SEARCH_LOGIC, organizationKey: organizationSearchKey }

/** Every version that this program can make keys under, the oldest first. None is ever taken out: filings stay. */
export const searchLogics: readonly SearchLogic[] = [searchLogic1]

import { identifierSearchKey } from '../search/search-key.ts'

/**
 * What is stored as accounts.identifier_key beside the identifier: the key under which search finds a party of the same
 * number. Whoever makes an account or changes its identifier stores both.
 */
export function identifierKey(
  identifier: { scheme: string; value: string; country?: string | undefined } | undefined,
): string | null {
  return identifier ? identifierSearchKey(identifier.scheme, identifier.value, identifier.country) : null
}

import { keyDigest } from '../registrations/key-digest.ts'
import { identifierSearchKey, SearchKeyError } from '../search/search-key.ts'
import { searchLogics } from '../search/search-logics.ts'

/** A search's query as it is recorded; a debtor as a registrar names it. */
export type AskedDebtor = {
  by: string
  name?: string
  identifier?: { scheme: string; value: string; country?: string }
  scheme?: string
  value?: string
  country?: string
}

/**
 * The digests (hex) of the debtor keys that a query asked for: of its number, and of its name under every version of
 * the search logic. None for searches by registration number or asset. Pure; what was recorded was judged before.
 */
export function askedKeys({ by, name, identifier, scheme, value, country }: AskedDebtor): string[] {
  if (by === 'organizationName') {
    return [...nameDigests(name ?? ''), ...(identifier ? identifierDigests(identifier) : [])]
  }
  if (by !== 'organizationIdentifier' && by !== 'individualId') return []
  return identifierDigests({ scheme: scheme ?? '', value: value ?? '', ...(country && { country }) })
}

export function nameDigests(name: string): string[] {
  return orNone(() =>
    searchLogics.map((logic) =>
      keyDigest('organization_name', logic.version, logic.organizationKey(name)).toString('hex'),
    ),
  )
}

export function identifierDigests({ scheme, value, country }: NonNullable<AskedDebtor['identifier']>): string[] {
  return orNone(() => [digestOfIdentifierKey(identifierSearchKey(scheme, value, country))])
}

/** @param key as accounts.identifier_key keeps it */
export function digestOfIdentifierKey(key: string): string {
  return keyDigest('identifier', null, key).toString('hex')
}

function orNone(make: () => string[]): string[] {
  try {
    return make()
  } catch (error) {
    if (error instanceof SearchKeyError) return []
    throw error
  }
}

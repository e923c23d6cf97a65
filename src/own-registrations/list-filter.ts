import { countryCodes } from '../parties/countries.ts'
import { checkIdentifier, type IdentifierScheme, identifierSchemes } from '../parties/identifiers.ts'
import { keyDigest } from '../registrations/key-digest.ts'
import { type RegistrationStatus, transitions } from '../registrations/registration-status.ts'
import { identifierSearchKey, organizationSearchKey, SEARCH_LOGIC, SearchKeyError } from '../search/search-key.ts'

/** What a list of an account's own registrations is narrowed to. Pure. Days are Beijing's, YYYY-MM-DD. */
export type ListFilter = {
  securityType?: string
  status?: RegistrationStatus
  /** A name or a part of one, or a number. */
  debtor?: string
  /** In effect, and not for more days than this: 0 is until tonight. */
  expiresWithinDays?: number
  filerReference?: string
  filerReferencePrefix?: string
  /** Words that its collateral holds: all of them. */
  text?: string
  filedFrom?: string
  filedTo?: string
}

export const statuses = Object.keys(transitions) as RegistrationStatus[]

export const EXPIRES_WITHIN_DAYS_MAX = 3_660
export const FILTER_TEXT_MAX_CHARACTERS = 200

/** How what was typed for a debtor is looked for. */
export type DebtorSought = {
  /** The search index finds these: digests and the keys themselves, in the same order. */
  digests: Buffer[]
  keys: string[]
  /** Part of a name as the list compares them; null when what was typed is a number of a known kind. */
  namePart: string | null
}

/**
 * A debtor is sought as the register's own search does, by the key of the whole name or of the number; and beyond it by
 * a part of its name. A number whose form or check character tells for certain is sought as a number alone.
 */
export function soughtDebtor(typed: string): DebtorSought {
  const domestic = numberKeys(typed)
  const certain = domestic.length > 0 && (typed.match(/\d/g)?.length ?? 0) >= CERTAIN_DIGITS_MIN
  const found = certain ? domestic : [...domestic, ...foreignNumberKeys(typed), ...nameKeys(typed)]
  return {
    digests: found.map(({ digest }) => digest),
    keys: found.map(({ key }) => key),
    namePart: certain ? null : namePart(typed),
  }
}

/** Width and case unified, and written as in JSON: as the column debtor_names keeps names. */
function namePart(typed: string): string {
  return JSON.stringify(typed.trim().normalize('NFKC').toLowerCase()).slice(1, -1)
}

/** A word of letters can have the form of a code; one with this many digits is no name. */
const CERTAIN_DIGITS_MIN = 6

type Key = { digest: Buffer; key: string }

function numberKeys(typed: string): Key[] {
  const domestic = schemes.filter((scheme) => !identifierSchemes[scheme].countryRequired)
  return domestic.flatMap((scheme) =>
    checkIdentifier(scheme, typed) === undefined ? identifierKeys(scheme, typed) : [],
  )
}

/** The country that gave a foreign number is not asked: the number is sought under each. */
function foreignNumberKeys(typed: string): Key[] {
  if (!/\d/.test(typed)) return []
  const foreign = schemes.filter((scheme) => identifierSchemes[scheme].countryRequired)
  return foreign.flatMap((scheme) => {
    const fits = countryCodes.some((country) => checkIdentifier(scheme, typed, country) === undefined)
    return fits ? countryCodes.flatMap((country) => identifierKeys(scheme, typed, country)) : []
  })
}

const schemes = Object.keys(identifierSchemes) as IdentifierScheme[]

function identifierKeys(scheme: IdentifierScheme, typed: string, country?: string): Key[] {
  return keysOrNone(() => identifierSearchKey(scheme, typed, country), 'identifier', null)
}

function nameKeys(typed: string): Key[] {
  return keysOrNone(() => organizationSearchKey(typed), 'organization_name', SEARCH_LOGIC)
}

function keysOrNone(make: () => string, kind: string, logic: string | null): Key[] {
  try {
    const key = make()
    return [{ digest: keyDigest(kind, logic, key), key }]
  } catch (error) {
    if (error instanceof SearchKeyError) return []
    throw error
  }
}

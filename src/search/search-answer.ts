import { type Reader, summaryFor } from '../parties/masking.ts'
import { nothingAsked } from './near-match-answer.ts'
import type { FoundRegistration, SearchFound } from './search-group.ts'

/** What the API answers to a search, and what its certificate states. Of a long list it holds the first matches. */
export type SearchAnswer = ReturnType<typeof searchAnswer> & {
  /** How many are in a view that was narrowed. */
  viewCount?: number
}

/** The matches in order of rank, as the reader may see them. Rank is the order of filing; informational. */
export function matchesFor(reader: Reader, registrations: readonly FoundRegistration[]) {
  return registrations.map((row, at) => ({
    registrationNumber: row.registration_number,
    rank: row.rank ?? at + 1,
    securityType: row.security_type,
    securedParties: row.secured_parties.map((each) => summaryFor(reader, each)),
    debtors: row.debtors.map((each) => summaryFor(reader, each)),
    collateralSummary: row.collateral_summary,
    filedAt: row.filed_at,
    sequence: row.registration,
    expiresOn: row.expires_on,
    matchedBy: row.by,
    openObjections: row.open_objections,
  }))
}

/** The answer to POST /searches. Near matches are an aid beside it, and are added where they were asked for. */
export function searchAnswer(
  found: SearchFound & { destroyed?: string[] },
  reader: Reader,
  query: object,
  purpose: string,
) {
  return {
    searchNumber: found.searchNumber,
    verificationCode: found.verificationCode,
    searchLogic: found.searchLogic,
    searchedAt: found.searchedAt,
    query,
    purpose,
    asOf: found.asOf,
    matchCount: found.count,
    matches: matchesFor(reader, found.registrations),
    // Found then, and destroyed since: of these only the numbers are left.
    ...(found.destroyed && found.destroyed.length > 0 && { destroyedMatches: found.destroyed }),
    ...nothingAsked,
    links: {
      self: `/api/v1/searches/${found.searchNumber}`,
      certificate: `/api/v1/searches/${found.searchNumber}/certificate`,
      verification: `/api/v1/certificates/${found.searchNumber}`,
      nearMatches: `/api/v1/searches/${found.searchNumber}/near-matches`,
    } as { self: string; certificate: string; verification: string; nearMatches: string; next?: string },
  }
}

import type { FiledAttachment } from '../attachments/attachment.ts'
import type { Identifier, Party } from '../parties/party.ts'
import type { Change } from '../registrations/amendment-changes.ts'
import type { Discharge } from '../registrations/discharge.ts'
import type { RegistrationStatus } from '../registrations/registration-status.ts'
import type { MatchAct } from '../timeline/load-acts.ts'

/**
 * What a certificate says, and nothing else: the snapshot that is stored as canonical JSON (RFC 8785) with its SHA-256.
 * Every rendering states these facts. Times are RFC 3339 in UTC with six decimals, dates are calendar days in Beijing.
 */
export type CertificateFacts = RegistrationCertificateFacts | SearchCertificateFacts

export type FilingKind =
  | 'initial'
  | 'amendment'
  | 'renewal'
  | 'discharge'
  | 'objection'
  | 'objection_withdrawal'
  | 'case_acceptance'
  | 'objection_lapse'
  | 'revocation'
  | 'correction'
  | 'reinstatement'

/** Proof of one filing 登记证明. Which facts there are follows from `filingKind`. */
export type RegistrationCertificateFacts = InitialFacts | ActFacts

type FilingFacts = {
  kind: 'registration_certificate'
  /** The version of this shape. */
  factsVersion: 1
  register: string
  number: string
  issuedAt: string
  registrationNumber: string
  filingNumber: string
  sequence: number
  filedAt: string
  /** The expiry date as this filing left it. */
  expiresOn: string
  securityType: string
  filer: string
  /** What the filing names, in its order; missing when it names none. */
  attachments?: FiledAttachment[]
}

/** Of an initial filing. `content` is what was filed. */
export type InitialFacts = FilingFacts & { filingKind: 'initial'; content: RegistrationContent }

/** Of an act on a registration. `content` is what was filed; `standing` is the registration right after it. */
export type ActFacts = RenewalFacts | AmendmentFacts | DischargeFacts

export type RenewalFacts = FilingFacts & {
  filingKind: 'renewal'
  content: { additionalMonths: number; declaration: true }
  standing: Standing
}

export type AmendmentFacts = FilingFacts & {
  filingKind: 'amendment'
  content: { changes: Change[]; declaration: true }
  /** What each change met, in the order of the changes. */
  replaced: Replaced[]
  standing: Standing & StandingCollateral
}

export type DischargeFacts = FilingFacts & {
  filingKind: 'discharge'
  content: Discharge
  standing: Standing
}

/** What one change replaced or took out, as it stood before it. A change that only adds has none of these. */
export type Replaced = { party?: PartySummary; securedAmount?: Money; items?: Record<string, unknown>[] }

/** A registration right after an act. Whatever was filed later is not in it. */
export type Standing = {
  status: RegistrationStatus
  /** When a discharge ended it. */
  endedAt?: string
  initialFiling: { sequence: number; filedAt: string }
  termMonths: number
  securedAmount?: Money
  securedParties: StandingParty[]
  debtors: StandingParty[]
}

/** A party with the names and numbers it had before. `changedOn` is the day of the change as it was filed. */
export type StandingParty = PartySummary & { former?: (PartySummary & { changedOn: string })[] }

/** Collateral in parts by the moment from which each ranks (art. 13), and what was said of it in words alone. */
export type StandingCollateral = {
  collateral: (Record<string, unknown> & { ranksFrom: { sequence: number; filedAt: string } })[]
  /** Releases in words: they took nothing out of the lists, because the register does not judge what words cover. */
  releasedInWords: { sequence: number; filedAt: string; description: string }[]
  rankNotes: { sequence: number; filedAt: string; text: string }[]
}

/** The content of an initial filing: the form, common part and collateral. */
export type RegistrationContent = {
  securityType: string
  securedParties: Party[]
  debtors: Party[]
  collateral: Record<string, unknown>
  termMonths: number
  securedAmount?: Money
  ceiling?: Money
  maximumAmountSecurity?: boolean
  scope?: string
  negativePledge?: boolean
  purchaseMoney?: { deliveredOn: string }
  contracts?: { number: string; name?: string; date?: string }[]
  filerReference?: string
  declaration: true
}

export type Money = { currency: string; amount: string }

/** Proof of one search 查询证明: what it asked, as of when, what it found. */
export type SearchCertificateFacts = {
  kind: 'search_certificate'
  factsVersion: 1
  register: string
  number: string
  issuedAt: string
  searchLogic: string
  query: SearchQuery
  purpose: string
  asOf: { sequence: number; time: string }
  searcher: string
  matches: SearchMatch[]
}

export type SearchQuery =
  | { by: 'organizationName'; name: string; identifier?: Identifier }
  | { by: 'organizationIdentifier' | 'individualId'; scheme: string; value: string; country?: string }
  | { by: 'registrationNumber' | 'assetIdentifier'; value: string }

export type SearchMatch = {
  registrationNumber: string
  /** 1 for the earliest filing of the result; informational. */
  rank: number
  securityType: string
  securedParties: PartySummary[]
  debtors: PartySummary[]
  collateralSummary: string
  filedAt: string
  sequence: number
  expiresOn: string
  /** By which part of the query it was found: organizationName, organizationIdentifier, individualId … */
  matchedBy: string[]
  /** The acts on it up to the search's sequence. Certificates that were frozen before 2026-12 have none. */
  acts?: MatchAct[]
  /** How many there are, where not all are given: then the initial filing and the latest are. */
  actCount?: number
  /** Objections that were open then. Missing in certificates issued before there were objections. */
  openObjections?: number
}

export type PartySummary = { kind: 'organization' | 'individual'; name: string; identifier: Identifier }

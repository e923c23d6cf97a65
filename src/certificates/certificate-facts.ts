import type { FiledAttachment } from '../attachments/attachment.ts'
import type { Identifier, Party } from '../parties/party.ts'
import type { MatchAct } from '../timeline/load-acts.ts'
import type { ActFacts } from './act-facts.ts'

/**
 * What a certificate says, and nothing else: the snapshot that is stored as canonical JSON (RFC 8785) with its SHA-256.
 * Every rendering states these facts. Times are RFC 3339 in UTC with six decimals, dates are calendar days in Beijing.
 */
export type CertificateFacts = RegistrationCertificateFacts | SearchCertificateFacts | OverlapCertificateFacts

/** Proof of one filing 登记证明. Which facts there are follows from `filingKind`. */
export type RegistrationCertificateFacts = InitialFacts | ActFacts

/** What every filing's certificate states. */
export type FilingFacts = {
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

/** Proof of a check of a list 核对证明: the lines of which something was found, and which lines nothing was found of. */
export type OverlapCertificateFacts = {
  kind: 'overlap_certificate'
  factsVersion: 1
  register: string
  number: string
  issuedAt: string
  searchLogic: string
  similarityRule: string
  purpose: string
  asOf: { sequence: number; time: string }
  /** Descriptions were compared as of this sequence, and not all of them when `similarComplete` is false. */
  similarAsOf: { sequence: number }
  similarComplete: boolean
  checker: string
  counts: { lines: number; exact: number; similar: number; nothing: number; duplicates: number }
  /** SHA-256 of the whole list in canonical JSON (RFC 8785): its lines as they were asked. */
  listSha256: string
  lines: OverlapLine[]
  /** Each registration that a line names, once. */
  registrations: OverlapRegistration[]
  /** First and last of the lines in a row of which nothing was found. */
  nothing: [number, number][]
}

export type OverlapLine = {
  line: number
  identifier?: string
  kind?: string
  description?: string
  debtorName?: string
  debtorIdentifier?: string
  reference?: string
  duplicateOf?: number
  grade: 'exact' | 'similar' | 'nothing'
  exact: {
    registrationNumber: string
    rank: number
    matchedKinds: string[]
    ranksFrom: { sequence: number; time: string }
  }[]
  /** More registrations list the number than are told. */
  moreExact?: true
  similar: { registrationNumber: string; share: number; text?: string }[]
}

export type OverlapRegistration = {
  registrationNumber: string
  sequence: number
  securityType: string
  securedParties: PartySummary[]
  debtors: PartySummary[]
  collateralSummary: string
  filedAt: string
  expiresOn: string
  /** It is the checker's own. */
  yours: boolean
}

export type PartySummary = { kind: 'organization' | 'individual'; name: string; identifier: Identifier }

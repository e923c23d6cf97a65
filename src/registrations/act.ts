import type { Refusal } from '../platform/refusal.ts'
import type { SearchLogic } from '../search/search-logics.ts'
import type { ObjectionStatus } from './objection-state.ts'
import type { RegistrationState } from './registration-state.ts'
import type { AssetKey, DebtorKey, PartySummary } from './search-index.ts'

/** What can be done to a registration. Never renumbered, never renamed: filings carry these words. */
export const filingKinds = [
  'initial',
  'amendment',
  'renewal',
  'discharge',
  'objection',
  'objection_withdrawal',
  'case_acceptance',
  'objection_lapse',
  'revocation',
  'correction',
  'reinstatement',
] as const
export type FilingKind = (typeof filingKinds)[number]

/** Who files, and from where. `identity` is that of the account, when the register has verified it. */
export type Filer = {
  actor: number
  account: number
  accountName: string
  network: string | undefined
  requestId: string | undefined
  identity?: PartySummary
}

/** An act's place in the order, given under the filing lock. Times are RFC 3339 UTC, the day is Beijing's. */
export type Place = { sequence: number; filedAt: string; filedOn: string; filingNumber: string }

/** What an act needs to know, loaded under the lock for the whole group. Later acts of a group see the earlier ones. */
export type OrderState = {
  /** Registration numbers by `account:filerReference`. */
  readonly filerReferences: Map<string, string>
  /** Registration numbers by `account:line digest`. */
  readonly importedLines: Map<string, string>
  /** Registrations as they stand at this place, by registration number. */
  readonly registrations: Map<string, StandingRegistration>
  /** Attachments that may be named, by `account:sha256`. Their rows are held until the group ends. */
  readonly attachments: ReadonlySet<string>
  /** The versions of the search logic under which this filing writes the keys of names. */
  readonly logics: readonly SearchLogic[]
}

/** A registration under the lock: its state, and the hash of the modification code that works on it now. */
export type StandingRegistration = { state: RegistrationState; codeHash: Buffer | undefined }

export type OrderNeeds = {
  filerReference?: string
  lineDigest?: string
  registrationNumber?: string
  /** SHA-256 of the attachments that it names. */
  attachments?: readonly string[]
}

/**
 * One act, prepared outside the lock and judged under it. `judge` is pure: it may be called again for another place
 * when its group could not be committed.
 */
export type Act = {
  readonly filingId: string
  readonly kind: FilingKind
  readonly filer: Filer
  readonly verificationCode: string
  readonly content: Buffer
  readonly salt: Buffer
  readonly commitment: Buffer
  /** Rows that it will write, for the limit on a group. */
  readonly rows: number
  readonly needs: OrderNeeds
  readonly sealing?: AnswerSealing
  judge(state: OrderState, place: Place): { refused: Refusal[] } | Outcome
}

/** What an accepted act writes besides its filing, and the answer that its filer gets after the commit. */
export type Outcome = {
  registration: number
  derived: Partial<DerivedRows>
  answer: Record<string, unknown>
}

export type DerivedRows = {
  registrations: RegistrationRow[]
  debtorKeys: (DebtorKey & Derived)[]
  assetKeys: (AssetKey & Derived)[]
  objections: ObjectionRow[]
  modificationCodes: (Derived & { code_hash: string })[]
  importedLines: { account: number; line_digest: string; registration: number }[]
  filingAttachments: { registration: number; sequence: number; place: number; sha256: string; name: string | null }[]
  /** Rows that hold no longer from `sequence` on. */
  ended: EndedRows
}

type Ended = { registration: number; sequence: number }

export type EndedRows = {
  registrations: Ended[]
  debtorKeys: (Ended & Pick<DebtorKey, 'key_digest' | 'debtor' | 'matched_as'>)[]
  assetKeys: (Ended & Pick<AssetKey, 'key_digest' | 'kind'>)[]
  objections?: (Ended & Pick<ObjectionRow, 'objection'>)[]
  modificationCodes?: Ended[]
}

type Derived = { registration: number; from_sequence: number; until_sequence?: number }

export type RegistrationRow = Derived & {
  registration_number: string
  security_type: string
  filed_at: string
  expires_on: string
  ended: string | null
  account: number
  filer_reference: string | null
  secured_parties: object[]
  debtors: object[]
  collateral_summary: string
  open_objections: number
}

/** A state of an objection. `objection` is the sequence of the filing that made it. */
export type ObjectionRow = Derived & {
  objection: number
  filing_number: string
  account: number
  filed_at: string
  status: ObjectionStatus
}

/**
 * Makes the stored form of an answer, so that the same request gets it again (design: everything can be sent twice).
 */
export type AnswerSealing = {
  keyHash: Buffer
  requestHash: Buffer
  bearerHash: Buffer
  seal(answer: Buffer): Buffer
}

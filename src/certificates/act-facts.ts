import type { Party } from '../parties/party.ts'
import type { Change } from '../registrations/amendment-changes.ts'
import type { Correction } from '../registrations/correct.ts'
import type { Discharge } from '../registrations/discharge.ts'
import type { ObjectionContent } from '../registrations/objection-state.ts'
import type { Gap, RegistrationState } from '../registrations/registration-state.ts'
import type { RegistrationStatus } from '../registrations/registration-status.ts'
import type { Reinstatement } from '../registrations/reinstate.ts'
import type { Revocation } from '../registrations/revoke.ts'
import type { FilingFacts, Money, PartySummary } from './certificate-facts.ts'

/**
 * What the certificate of an act on a registration states. `content` is what was filed; what it met is beside it;
 * `standing` is the registration right after it. What a later version of the program added is optional: facts that
 * were frozen before lack it and are never changed.
 */
export type ActFacts =
  | RenewalFacts
  | DischargeFacts
  | AmendmentFacts
  | ObjectionFacts
  | WithdrawalFacts
  | AcceptanceFacts
  | LapseFacts
  | RevocationFacts
  | CorrectionFacts
  | ReinstatementFacts

export type RenewalFacts = FilingFacts & {
  filingKind: 'renewal'
  content: { additionalMonths: number; declaration: true }
  standing: Standing
}

export type DischargeFacts = FilingFacts & { filingKind: 'discharge'; content: Discharge; standing: Standing }

export type AmendmentFacts = FilingFacts & {
  filingKind: 'amendment'
  content: { changes: Change[]; declaration: true }
  /** What each change met, in the order of the changes. */
  replaced: Replaced[]
  standing: Standing & StandingCollateral
}

/** `objection` is the one that the act made or concerns, as it stood before any later act. */
export type ObjectionFacts = FilingFacts & {
  filingKind: 'objection'
  content: ObjectionContent & { declaration?: true }
  objection: ObjectionMet
  standing: Standing
}

export type WithdrawalFacts = FilingFacts & {
  filingKind: 'objection_withdrawal'
  content: { objection: string; reason?: string; declaration?: true }
  objection: ObjectionMet
  standing: Standing
}

export type AcceptanceFacts = FilingFacts & {
  filingKind: 'case_acceptance'
  content: { objection: string; court: string; caseNumber: string; acceptedOn: string; declaration?: true }
  objection: ObjectionMet
  standing: Standing
}

export type LapseFacts = FilingFacts & {
  filingKind: 'objection_lapse'
  content: { objection: string }
  objection: ObjectionMet
  standing: Standing
}

/** Of a part: `replaced` and the collateral after it. Of an objection: `objection`. */
export type RevocationFacts = FilingFacts & {
  filingKind: 'revocation'
  content: Revocation
  replaced?: Replaced[]
  objection?: ObjectionMet
  standing: Standing & Partial<StandingCollateral>
}

export type CorrectionFacts = FilingFacts & {
  filingKind: 'correction'
  content: Correction
  replaced: Replaced[]
  standing: Standing & StandingCollateral
}

/** `gap` is the time in which the registration had ended: this act closed it. */
export type ReinstatementFacts = FilingFacts & {
  filingKind: 'reinstatement'
  content: Reinstatement
  gap: Gap
  standing: Standing & StandingCollateral
}

/** The acts that change parties, collateral or terms. */
export type ChangingFacts = AmendmentFacts | CorrectionFacts | RevocationFacts

export type Terms = RegistrationState['terms']

/**
 * What one change replaced, took out or is about, as it stood before it. A change that only adds has none of these.
 * `whole` is a party in full, where more than its name or number may change.
 */
export type Replaced = {
  party?: PartySummary
  parties?: PartySummary[]
  whole?: Party
  securedAmount?: Money
  terms?: Partial<Terms>
  items?: Record<string, unknown>[]
  description?: string
}

/** An objection with what was filed. The dates are the last days of arts. 19 and 20 of the Measures, in Beijing. */
export type ObjectionMet = ObjectionContent & {
  filingNumber: string
  sequence: number
  filedAt: string
  isDebtor: boolean
  tellingDueOn: string
  acceptanceDueOn: string
  acceptance?: { court: string; caseNumber: string; acceptedOn: string; sequence: number; filedAt: string }
}

/** A filing's place in the order. */
export type InOrder = { sequence: number; filedAt: string }

/** A registration right after an act. Whatever was filed later is not in it. */
export type Standing = {
  status: RegistrationStatus
  /** When a discharge or revocation ended it. */
  endedAt?: string
  initialFiling: InOrder
  termMonths: number
  securedAmount?: Money
  /** Amounts secured before, the earliest first, each until the filing that changed it. */
  formerAmounts?: { securedAmount?: Money; until: InOrder }[]
  securedParties: StandingParty[]
  debtors: StandingParty[]
  /** Objections that were open right after the act; their statements are on their own certificates. */
  openObjections?: StandingObjection[]
  gaps?: Gap[]
}

/** A party with the names and numbers it had before. `changedOn` is the day of the change as it was filed. */
export type StandingParty = PartySummary & {
  former?: (PartySummary & { changedOn: string })[]
  /** The later filing that put it on the registration. */
  since?: InOrder
  /** A debtor who acquired the asset (Civil Code art. 406): from whom, as last named, and when. */
  acquired?: { from?: PartySummary; on: string }
}

export type StandingObjection = Pick<
  ObjectionMet,
  'filingNumber' | 'sequence' | 'filedAt' | 'objector' | 'isDebtor' | 'acceptanceDueOn' | 'acceptance'
>

/** Collateral in parts by the moment from which each ranks (art. 13), and what was said of it in words alone. */
export type StandingCollateral = {
  /** `corrected`: the filings that corrected a word or an item of it. */
  collateral: (Record<string, unknown> & { ranksFrom: InOrder; corrected?: InOrder[] })[]
  /** Releases in words: they took nothing out of the lists, because the register does not judge what words cover. */
  releasedInWords: (InOrder & { description: string; revoked?: true })[]
  rankNotes: (InOrder & { text: string })[]
  /** The terms beside amount and term of months. */
  terms?: Partial<Terms>
}

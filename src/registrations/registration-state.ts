import type { Party } from '../parties/party.ts'
import type { FilingKind } from './act.ts'
import { expiresOn } from './expiry.ts'
import type { Money } from './forms/define-form.ts'
import type { Objection } from './objection-state.ts'
import type { Collateral, RegistrationContent } from './registration-form.ts'
import type { RegistrationStatus } from './registration-status.ts'

/** One filing as the state is folded from it. `content` is what was filed; its shape follows from `kind`. */
export type FoldedFiling = {
  sequence: number
  filedAt: string
  /** The Beijing day. */
  filedOn: string
  filingNumber: string
  kind: FilingKind
  account: number
  content: Record<string, unknown>
}

/** A party's place in the registration. `ordinal` counts all that ever joined, so it never changes hands. */
export type Member = {
  ordinal: number
  party: Party
  fromSequence: number
  former: FormerIdentity[]
  /** A debtor who acquired the asset: from whom (an ordinal), and when (Civil Code art. 406). */
  acquired?: { from: number; on: string }
}

/**
 * What a party was called before, or whom it succeeded by merger or division: found by search as long as the
 * registration is in effect (the Measures, art. 14).
 */
export type FormerIdentity = { party: Party; changedOn: string; untilSequence: number }

/** Collateral that ranks from one moment: the initial filing's, or what an amendment added (art. 13). */
export type CollateralPart = Collateral & {
  ranksFrom: { sequence: number; filedAt: string }
  /** Filings that corrected a word or an item of it: what a correction brought in counts from there. */
  corrected?: { sequence: number; filedAt: string }[]
}

/** A time in which the registration had ended, before it was reinstated. The register shows it and promises no rank. */
export type Gap = {
  status: 'discharged' | 'revoked'
  from: { sequence: number; filedAt: string }
  until: { sequence: number; filedAt: string }
}

/** Everything a registration is, folded from its filings alone. */
export type RegistrationState = {
  registration: number
  registrationNumber: string
  securityType: string
  /** The account of the filer, which alone may amend, renew and discharge. */
  account: number
  filedAt: string
  filedOn: string
  termMonths: number
  expiresOn: string
  ended?: { status: 'discharged' | 'revoked'; sequence: number; filedAt: string }
  securedParties: Member[]
  debtors: Member[]
  membersEver: number
  collateral: CollateralPart[]
  released: { sequence: number; filedAt: string; items?: object[]; description?: string; revoked?: true }[]
  /** Amounts secured before the present one, each with the filing that ended it: an increase counts from there. */
  formerAmounts: { securedAmount?: Money; untilSequence: number; until: string }[]
  terms: Omit<
    RegistrationContent,
    'securityType' | 'securedParties' | 'debtors' | 'collateral' | 'termMonths' | 'declaration' | 'attachments'
  >
  rankNotes: { sequence: number; filedAt: string; text: string }[]
  objections: Objection[]
  gaps: Gap[]
  filings: Omit<FoldedFiling, 'content' | 'filedOn' | 'account'>[]
  lastSequence: number
}

/** The state that an initial filing begins. */
export function beginState(filing: FoldedFiling): RegistrationState {
  const content = filing.content as unknown as RegistrationContent
  const { securityType, securedParties, debtors, collateral, termMonths, ...rest } = content
  const { declaration: _declaration, attachments: _attachments, ...terms } = rest
  const { sequence, filedAt, filedOn, filingNumber, account } = filing
  const member = (party: Party, ordinal: number): Member => ({ ordinal, party, fromSequence: sequence, former: [] })
  return {
    registration: sequence,
    registrationNumber: filingNumber,
    securityType,
    account,
    filedAt,
    filedOn,
    termMonths,
    expiresOn: expiresOn(filedOn, termMonths),
    securedParties: securedParties.map(member),
    // Ordinals of debtors are their places on the form, as search keys name them.
    debtors: debtors.map(member),
    membersEver: Math.max(securedParties.length, debtors.length),
    collateral: [{ ...collateral, ranksFrom: { sequence, filedAt } }],
    released: [],
    terms,
    formerAmounts: [],
    rankNotes: [],
    objections: [],
    gaps: [],
    filings: [headOf(filing)],
    lastSequence: sequence,
  }
}

/** The status on a Beijing day. What was discharged or revoked stays so; expiry follows from the day alone. */
export function statusOn(state: RegistrationState, today: string): RegistrationStatus {
  if (state.ended) return state.ended.status
  return state.expiresOn < today ? 'expired' : 'in_effect'
}

/** Notes a filing on the state: every act ends with this. */
export function withFiling(state: RegistrationState, filing: FoldedFiling): RegistrationState {
  return { ...state, filings: [...state.filings, headOf(filing)], lastSequence: filing.sequence }
}

function headOf({ sequence, filedAt, filingNumber, kind }: FoldedFiling) {
  return { sequence, filedAt, filingNumber, kind }
}

import type { PartySummary } from './search-index.ts'

/** What has become of an objection. Open are those that are noted or whose case a court has accepted. */
export type ObjectionStatus = 'noted' | 'case_accepted' | 'withdrawn' | 'lapsed' | 'revoked'

/** A public note that the registration is wrong (the Measures, arts. 18 to 20). Folded from its filings. */
export type Objection = {
  filingNumber: string
  sequence: number
  filedAt: string
  /** The Beijing day, from which the thirty days of art. 20 are counted. */
  filedOn: string
  account: number
  status: ObjectionStatus
  objector: PartySummary
  /** The objector's verified identity is that of a debtor as the registration stood then. */
  isDebtor: boolean
  statement: string
  relation: string
  demandedOn: string
  refused: boolean
  acceptance?: { court: string; caseNumber: string; acceptedOn: string; sequence: number; filedAt: string }
  ended?: { sequence: number; filedAt: string }
}

/** What is filed with an objection. The objector is the account that objects, as its identity was verified. */
export type ObjectionContent = Pick<Objection, 'statement' | 'relation' | 'demandedOn' | 'refused' | 'objector'>

/** Still a note on the registration, by filings alone: lapse in time is asked of objection-rules.ts. */
export function isOpen({ status }: Pick<Objection, 'status'>): boolean {
  return status === 'noted' || status === 'case_accepted'
}

/** The objections after one of them changed. Throws when it is not there: a bug or tampering. */
export function withObjection(
  objections: readonly Objection[],
  filingNumber: string,
  change: Partial<Objection>,
): Objection[] {
  if (!objections.some((each) => each.filingNumber === filingNumber)) {
    throw new Error(`there is no objection ${filingNumber} to fold on`)
  }
  return objections.map((each) => (each.filingNumber === filingNumber ? { ...each, ...change } : each))
}

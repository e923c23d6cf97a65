import { applyFiling, foldRegistration } from '../registrations/fold-registration.ts'
import type { FoldedFiling, RegistrationState } from '../registrations/registration-state.ts'
import { partySummary } from '../registrations/search-index.ts'
import type { ObjectionMet } from './act-facts.ts'
import { objectionMet, standingAfter, standingCollateral } from './act-standing.ts'
import type { FilingFacts, PartySummary, RegistrationCertificateFacts } from './certificate-facts.ts'
import { replacedBy } from './changes-replaced.ts'

/**
 * The facts of a filing's certificate, all from that filing and those before it: whatever comes later changes nothing.
 * Pure.
 * @param filings those of the registration up to and including the one that is stated, in their order
 */
export function filingFacts(
  filings: readonly FoldedFiling[],
  { register, filer, attachments }: Pick<FilingFacts, 'register' | 'filer' | 'attachments'>,
): RegistrationCertificateFacts {
  const filing = filings.at(-1)
  if (!filing) throw new Error('a certificate states a filing')
  const { before, after, ever } = folded(filings)
  const head: FilingFacts = {
    kind: 'registration_certificate',
    factsVersion: 1,
    register,
    number: filing.filingNumber,
    issuedAt: filing.filedAt,
    registrationNumber: after.registrationNumber,
    filingNumber: filing.filingNumber,
    sequence: filing.sequence,
    filedAt: filing.filedAt,
    expiresOn: after.expiresOn,
    securityType: after.securityType,
    filer,
    ...(attachments && { attachments }),
  }
  // What a filing names is stated once, with what is known of it: the list of its content says no more.
  const { attachments: _named, ...rest } = filing.content
  const content = rest as never
  if (!before) return { ...head, filingKind: 'initial', content }
  const standing = standingAfter(after, filing.filedOn, ever)
  const whole = () => ({ ...standing, ...standingCollateral(after) })
  switch (filing.kind) {
    case 'renewal':
    case 'discharge':
      return { ...head, filingKind: filing.kind, content, standing }
    case 'amendment':
    case 'correction':
      return { ...head, filingKind: filing.kind, content, replaced: replacedBy(before, filing), standing: whole() }
    case 'objection':
      return { ...head, filingKind: 'objection', content, objection: objectionIn(after, filing.filingNumber), standing }
    case 'objection_withdrawal':
    case 'case_acceptance':
    case 'objection_lapse':
      return { ...head, filingKind: filing.kind, content, objection: objectionOf(before, filing), standing }
    case 'revocation':
      switch (filing.content.scope) {
        case 'objection':
          return { ...head, filingKind: 'revocation', content, objection: objectionOf(before, filing), standing }
        case 'part':
          return { ...head, filingKind: 'revocation', content, replaced: replacedBy(before, filing), standing: whole() }
        default:
          return { ...head, filingKind: 'revocation', content, standing }
      }
    case 'reinstatement':
      return { ...head, filingKind: 'reinstatement', content, gap: after.gaps.at(-1)!, standing: whole() }
    case 'initial':
      throw new Error(`filing ${filing.sequence} begins a registration that has begun`)
  }
}

/** The registration before and after the last filing, and every debtor it ever had as last named. */
function folded(filings: readonly FoldedFiling[]): {
  before: RegistrationState | undefined
  after: RegistrationState
  ever: Map<number, PartySummary>
} {
  const ever = new Map<number, PartySummary>()
  const note = ({ debtors }: RegistrationState) => {
    for (const { ordinal, party } of debtors) ever.set(ordinal, partySummary(party))
  }
  let before: RegistrationState | undefined
  let after = foldRegistration(filings.slice(0, 1))
  note(after)
  for (const filing of filings.slice(1)) {
    before = after
    after = applyFiling(before, filing)
    note(after)
  }
  return { before, after, ever }
}

function objectionOf(state: RegistrationState, { content }: FoldedFiling): ObjectionMet {
  return objectionIn(state, String(content.objection))
}

function objectionIn(state: RegistrationState, filingNumber: string): ObjectionMet {
  const objection = state.objections.find((each) => each.filingNumber === filingNumber)
  if (!objection) throw new Error(`there is no objection ${filingNumber} to state`)
  return objectionMet(objection)
}

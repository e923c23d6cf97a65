import { type Text, text } from '../platform/text.ts'
import { thousands, writtenExactMoment } from '../platform/written-form.ts'
import { filingKindLabels, securityTypeLabel } from '../registrations/registration-wording.ts'
import type { ActFacts, ChangingFacts } from './act-facts.ts'
import { dischargeStatements, renewalStatements } from './filer-act-statements.ts'
import { objectionSections } from './objection-statements.ts'
import { registrarSections } from './registrar-statements.ts'
import { filed, numbered, type Stated, type StatedSection, stated, words } from './stated.ts'

/** Which filing it is, by whom and when. Pure. */
export function headStatements(facts: ActFacts): Stated[] {
  return [
    stated('登记证明编号', 'Registration number', numbered(facts.registrationNumber)),
    stated('本次登记编号', 'Filing number', numbered(facts.filingNumber)),
    stated('登记事项', 'Kind of filing', words(filingKindLabels[facts.filingKind])),
    stated('担保类型', 'Security type', words(securityTypeLabel(facts.securityType))),
    stated('本次登记时间', 'Time of this filing', words(writtenExactMoment(facts.filedAt))),
    stated('登记序号', 'Sequence', filed(thousands(facts.sequence))),
    { label: filedBy(facts), parts: [filed(facts.filer)] },
  ]
}

function filedBy({ filingKind }: ActFacts): Text {
  switch (filingKind) {
    case 'objection_lapse':
    case 'revocation':
    case 'correction':
    case 'reinstatement':
      return text('办理机构', 'Office')
    default:
      return text('填表人', 'Filer')
  }
}

/** What the act did, section by section; the changes of those that change something follow. Pure. */
export function actSectionsOf(facts: ActFacts): StatedSection[] {
  switch (facts.filingKind) {
    case 'renewal':
      return [{ heading: text('展期', 'Renewal'), facts: renewalStatements(facts) }]
    case 'discharge':
      return [{ heading: text('注销', 'Discharge'), facts: dischargeStatements(facts) }]
    case 'amendment':
      return []
    case 'objection':
    case 'objection_withdrawal':
    case 'case_acceptance':
    case 'objection_lapse':
      return objectionSections(facts)
    case 'revocation':
    case 'correction':
    case 'reinstatement':
      return registrarSections(facts)
  }
}

/** The facts of an act that changes parties, collateral or terms. */
export function changing(facts: ActFacts): ChangingFacts | undefined {
  switch (facts.filingKind) {
    case 'amendment':
    case 'correction':
    case 'revocation':
      return facts
    default:
      return undefined
  }
}

import { type Text, text } from '../platform/text.ts'
import { writtenDate } from '../platform/written-form.ts'
import { reinstatementReasonLabels, revocationScopeLabels } from '../registrations/act-wording.ts'
import type { LegalDocument, TwoPeople } from '../registrations/revoke.ts'
import type { CorrectionFacts, ReinstatementFacts, RevocationFacts } from './act-facts.ts'
import { metStatements } from './objection-statements.ts'
import { filed, inOrder, note, type Stated, type StatedSection, stated, words } from './stated.ts'

/** What the acts of the register's office say before the changes they make. Pure. */
export function registrarSections(facts: RevocationFacts | CorrectionFacts | ReinstatementFacts): StatedSection[] {
  switch (facts.filingKind) {
    case 'revocation':
      return [
        { heading: text('撤销', 'Revocation'), facts: revocation(facts) },
        { heading: text('撤销的异议', 'The objection revoked'), facts: metOf(facts) },
      ]
    case 'correction':
      return [{ heading: text('登记机构更正', 'Registrar’s correction'), facts: correction(facts) }]
    case 'reinstatement':
      return [
        { heading: text('恢复登记', 'Reinstatement'), facts: reinstatement(facts) },
        { heading: text('失效期间', 'Time out of effect'), facts: gapOf(facts) },
      ]
  }
}

function revocation({ content }: RevocationFacts): Stated[] {
  const { document, applicant, statement, scope, people } = content
  return [
    stated('撤销范围', 'What is revoked', words(revocationScopeLabels[scope])),
    ...documentOf(document, text('撤销依据', 'The document it rests on')),
    stated('申请人', 'Applicant', filed(applicant)),
    ...(statement === undefined ? [] : [stated('说明', 'Statement', filed(statement))]),
    stated('后果', 'Effect', note(REVOKED[scope])),
    ...peopleOf(people),
  ]
}

const REVOKED: Readonly<Record<RevocationFacts['content']['scope'], Text>> = {
  registration: text(
    '登记自撤销时起终止，不再列入公开查询（办法第二十一条）。',
    'The registration ended when it was revoked and is no longer found by public search (art. 21 of the Measures).',
  ),
  part: text(
    '列明的部分自撤销时起解除（办法第二十一条）；其余部分继续在效，顺位不变。',
    'What is stated below is released from the revocation on (art. 21 of the Measures). The rest stays in effect ' +
      'with its rank.',
  ),
  objection: text(
    '异议自撤销时起终止（办法第二十一条）；登记本身不因此变动。',
    'The objection ended when it was revoked (art. 21 of the Measures). The registration itself is not changed by it.',
  ),
}

function metOf({ objection }: RevocationFacts): Stated[] {
  return objection ? metStatements(objection) : []
}

function correction({ content }: CorrectionFacts): Stated[] {
  const { statement, document, people } = content
  return [
    stated('差错说明', 'What the register got wrong', filed(statement)),
    ...(document ? documentOf(document, text('依据', 'The document it rests on')) : []),
    stated('顺位', 'Rank', note(CORRECTED_RANK)),
    ...peopleOf(people),
  ]
}

const CORRECTED_RANK = text(
  '更正自本次登记时起记载，不改写此前的登记；登记机构不保证更正内容的顺位。',
  'The correction is recorded from this filing on and rewrites nothing before it. The register promises no rank for ' +
    'what it brings in.',
)

function reinstatement({ content }: ReinstatementFacts): Stated[] {
  const { reason, statement, document, people } = content
  return [
    stated('恢复原因', 'Reason', words(reinstatementReasonLabels[reason])),
    stated('说明', 'Statement', filed(statement)),
    ...(document ? documentOf(document, text('依据', 'The document it rests on')) : []),
    ...peopleOf(people),
  ]
}

/** From when to when the registration had ended, and that the register promises no rank. */
function gapOf({ gap }: ReinstatementFacts): Stated[] {
  const began =
    gap.status === 'revoked'
      ? stated('撤销登记', 'Revoked at', inOrder(gap.from))
      : stated('注销登记', 'Discharged at', inOrder(gap.from))
  return [began, stated('恢复登记', 'Reinstated at', inOrder(gap.until)), stated('顺位', 'Rank', note(NO_RANK))]
}

const NO_RANK = text(
  '上述期间内本登记不在效，查询亦不显示。登记机构如实载明该期间，不保证恢复登记的顺位；与该期间内登记的权利孰先孰后，由当事人依法主张。',
  'Between the two the registration was not in effect and searches did not show it. The register states this gap and ' +
    'promises no rank: the order towards rights registered within it is for the parties to claim by law.',
)

/** Issuer, number and day of the judgment, award or other document. */
function documentOf({ issuer, number, issuedOn }: LegalDocument, heading: Text): Stated[] {
  return [{ label: heading, parts: [filed(issuer), filed(number), words(writtenDate(issuedOn))] }]
}

/** Both people who carried it out. */
function peopleOf(people: TwoPeople | undefined): Stated[] {
  if (!people) return []
  return [
    stated('提出人', 'Proposed by', filed(people.proposedBy)),
    stated('核准人', 'Approved by', filed(people.approvedBy)),
  ]
}

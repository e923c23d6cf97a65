import { type Text, text } from '../platform/text.ts'
import { formOf } from '../registrations/forms/forms.ts'
import type { ActFacts } from './act-facts.ts'
import { actSectionsOf, changing, headStatements } from './act-statements.ts'
import { attachmentBlocks } from './certificate-attachments.ts'
import { changeBlocks } from './certificate-changes.ts'
import { examination } from './certificate-sections.ts'
import { standingBlocks } from './certificate-standing.ts'
import { type Block, factTable } from './certificate-tables.ts'
import { statedBlocks, statedRows } from './stated-rows.ts'

/** The certificate of an act on a registration: what the act did, then the registration right after it. */
export function actSections(facts: ActFacts): Block[] {
  const form = formOf(facts.securityType)
  const changes = changing(facts)
  return [
    factTable(text('登记', 'Registration'), statedRows(headStatements(facts))),
    ...statedBlocks(actSectionsOf(facts)),
    ...(changes ? changeBlocks(changes, form) : []),
    ...attachmentBlocks(facts.attachments),
    ...standingBlocks(facts, form),
    examination(declarationOf(facts), examinedAs(facts)),
  ]
}

/** What the filer declared. The register's own acts and its office's have none. */
function declarationOf(facts: ActFacts): { label?: Text; words: Text } | undefined {
  switch (facts.filingKind) {
    case 'renewal':
      return { words: RENEWAL }
    case 'amendment':
      return { words: AMENDMENT }
    case 'discharge':
      return { words: DISCHARGE }
    case 'objection':
    case 'objection_withdrawal':
    case 'case_acceptance':
      return facts.content.declaration ? { label: OBJECTOR, words: OBJECTION } : undefined
    default:
      return undefined
  }
}

function examinedAs({ filingKind }: ActFacts): Text | undefined {
  switch (filingKind) {
    case 'objection_lapse':
      return LAPSE_EXAMINED
    case 'revocation':
    case 'correction':
    case 'reinstatement':
      return OFFICE_EXAMINED
    default:
      return undefined
  }
}

const RECORDED = text(
  '登记机构记载该声明，不对其作出判断。',
  'The register records this declaration and does not judge it.',
)
const RENEWAL = text(
  `填表人声明：本次展期已经担保人同意（办法第十五条），登记内容真实、完整、合法（办法第二十三条）。${RECORDED.zh}`,
  'The filer declares that the debtor agreed to this renewal (art. 15 of the Measures) and that its content is ' +
    `true, complete and lawful (art. 23). ${RECORDED.en}`,
)
const AMENDMENT = text(
  `填表人声明：本次变更已经担保人同意，登记内容真实、完整、合法（办法第二十三条）。${RECORDED.zh}`,
  'The filer declares that the debtor agreed to this amendment and that its content is true, complete and lawful ' +
    `(art. 23 of the Measures). ${RECORDED.en}`,
)
const DISCHARGE = text(
  `填表人声明：注销原因和登记内容真实、完整、合法（办法第二十三条）。${RECORDED.zh}`,
  'The filer declares that the reason for the discharge and its content are true, complete and lawful (art. 23 of ' +
    `the Measures). ${RECORDED.en}`,
)
const OBJECTOR = text('异议人的声明', 'The objector’s declaration')
const OBJECTION = text(
  `异议人声明：登记内容真实、完整、合法（办法第二十三条）。${RECORDED.zh}`,
  `The objector declares that its content is true, complete and lawful (art. 23 of the Measures). ${RECORDED.en}`,
)

const PROVES_NO_RIGHT = text(
  '本证明不证明所登记的权利存在、有效或者内容真实。',
  'This certificate does not prove that the registered right exists, is valid, or is truly described.',
)
const LAPSE_EXAMINED = text(
  `本次登记由登记机构依办法第二十条自行作出，只审查期限是否届满、受理通知是否提交，不审查异议是否成立。${PROVES_NO_RIGHT.zh}`,
  'The register made this filing itself under art. 20 of the Measures. It examines whether the period is over and no ' +
    `notice came, not whether the objection was right. ${PROVES_NO_RIGHT.en}`,
)
const OFFICE_EXAMINED = text(
  `本次登记由登记机构办理，一人提出、另一人核准，二人缺一不可。${PROVES_NO_RIGHT.zh}`,
  `The register’s office made this filing: one person proposed it and another approved it. ${PROVES_NO_RIGHT.en}`,
)

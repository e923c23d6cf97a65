import { type Party, partyName } from '../parties/party.ts'
import { type Text, text } from '../platform/text.ts'
import type { Form } from '../registrations/forms/define-form.ts'
import { formOf } from '../registrations/forms/forms.ts'
import type { Terms } from './act-facts.ts'
import { attachmentBlocks } from './certificate-attachments.ts'
import { collateralBlocks } from './certificate-collateral.ts'
import type { InitialFacts, RegistrationContent } from './certificate-facts.ts'
import { unknownText } from './certificate-item-list.ts'
import { partyRows } from './certificate-parties.ts'
import { examination, expiry, row, section, when } from './certificate-sections.ts'
import { both, paragraphs, plain } from './certificate-styles.ts'
import { type Block, type FactRow, factTable } from './certificate-tables.ts'
import { exactMoment, filingKindLabels, groupsOfFour, thousands } from './certificate-wording.ts'
import { statedRows } from './stated-rows.ts'
import { termStatements } from './term-statements.ts'

/** What the first lines of an initial filing's certificate say: what it proves, and as of when. */
export function registrationProof(facts: InitialFacts): { proves: Text; asOf: Text } {
  const filed = exactMoment(facts.filedAt)
  const number = groupsOfFour(facts.registrationNumber)
  const kind = filingKindLabels[facts.filingKind]
  return {
    proves: text(
      `本证明证实：编号 ${number} 的登记，其${kind.zh}已于${filed.zh}记入本登记系统，登记内容如下。`,
      `It proves that, at ${filed.en}, the filing “${kind.en.toLowerCase()}” of registration ${number} was ` +
        'entered in this register, with the content below.',
    ),
    asOf: text(
      `所载为该次登记提交时的内容，登记序号 ${thousands(facts.sequence)}；此后的变更、展期、异议、更正、注销或者撤销不在其内，须另行查询。`,
      `It states that filing as it was made, at sequence ${thousands(facts.sequence)}; later amendments, ` +
        'renewals, objections, corrections, discharges or revocations are not in it: search the register for them.',
    ),
  }
}

/** The facts of one filing, section by section. */
export function registrationSections(facts: InitialFacts): Block[] {
  const form = formOf(facts.securityType)
  const { content } = facts
  return [
    factTable(text('登记', 'Registration'), registrationRows(facts, form)),
    ...parties(form?.securedPartyLabel ?? text('担保权人', 'Secured party'), content.securedParties ?? []),
    ...parties(form?.debtorLabel ?? text('担保人', 'Debtor'), content.debtors ?? []),
    ...collateralBlocks(form, content.collateral ?? {}),
    ...section(text('主债权与合同', 'Secured claim and contracts'), statedRows(termStatements(claimOf(content)))),
    ...section(text('其他内容', 'Other content'), otherRows(content)),
    ...attachmentBlocks(facts.attachments),
    examination(content.declaration ? { words: DECLARATION } : undefined),
  ]
}

function registrationRows(facts: InitialFacts, form: Form | undefined): FactRow[] {
  const { content } = facts
  return [
    row('登记证明编号', 'Registration number', plain(groupsOfFour(facts.registrationNumber))),
    row('本次登记编号', 'Filing number', plain(groupsOfFour(facts.filingNumber))),
    row('登记事项', 'Kind of filing', both(filingKindLabels[facts.filingKind])),
    row('担保类型', 'Security type', both(form?.label ?? text(facts.securityType, facts.securityType))),
    row('登记时间', 'Time of filing', both(exactMoment(facts.filedAt))),
    row('登记序号', 'Sequence', plain(thousands(facts.sequence))),
    ...when(content.termMonths, (months) => row('登记期限', 'Term', both(text(`${months} 个月`, `${months} months`)))),
    row('登记到期日', 'Expiry date', both(expiry(facts.expiresOn))),
    row('填表人', 'Filer', plain(facts.filer)),
    ...when(content.filerReference, (reference) => row('填表人归档号', 'Filer’s reference', plain(reference))),
    ...when(form?.effect, (effect) => row('登记的效力', 'What registration does', paragraphs(effect))),
  ]
}

function parties(label: Text, parties: readonly Party[]): Block[] {
  return parties.map((party, i) => {
    const which = parties.length > 1 ? `（${i + 1}/${parties.length}）` : ''
    return factTable(text(`${label.zh}${which}`, label.en), partyRows(party, partyName(party)))
  })
}

/** The filer's reference stands with the registration. */
function claimOf({ filerReference: _reference, ...terms }: RegistrationContent): Partial<Terms> {
  return terms
}

/** What a filing says beyond an initial one's content; a certificate states every fact, known to the layout or not. */
function otherRows(content: RegistrationContent): FactRow[] {
  return Object.entries(content)
    .filter(([name]) => !LAID_OUT.has(name))
    .map(([name, value]) => row(name, name, plain(unknownText(value))))
}

const LAID_OUT: ReadonlySet<string> = new Set<keyof RegistrationContent>([
  'securityType',
  'securedParties',
  'debtors',
  'collateral',
  'termMonths',
  'securedAmount',
  'ceiling',
  'maximumAmountSecurity',
  'scope',
  'negativePledge',
  'purchaseMoney',
  'contracts',
  'filerReference',
  'declaration',
])

const DECLARATION = text(
  '填表人声明：本次登记已经担保人同意（办法第七条），登记内容真实、完整、合法（办法第二十三条）。登记机构记载该声明，不对其作出判断。',
  'The filer declares that the debtor agreed to this filing (art. 7 of the Measures) and that its content is ' +
    'true, complete and lawful (art. 23). The register records this declaration and does not judge it.',
)

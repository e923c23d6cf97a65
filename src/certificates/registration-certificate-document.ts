import { type Party, partyName } from '../parties/party.ts'
import { type Text, text } from '../platform/text.ts'
import type { Field, Form } from '../registrations/forms/define-form.ts'
import { formOf } from '../registrations/forms/forms.ts'
import type { Money, RegistrationCertificateFacts, RegistrationContent } from './certificate-facts.ts'
import { itemList, unknownText } from './certificate-item-list.ts'
import { partyRows } from './certificate-parties.ts'
import { both, paragraphs, plain } from './certificate-styles.ts'
import { type Block, type FactRow, factTable } from './certificate-tables.ts'
import type { Piece } from './certificate-typesetting.ts'
import { calendarDay, exactMoment, filingKindLabels, groupsOfFour, money, thousands } from './certificate-wording.ts'

/** What the first lines of a registration certificate say: what it proves, and as of when. */
export function registrationProof(facts: RegistrationCertificateFacts): { proves: Text; asOf: Text } {
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
      `所载为该次登记提交时的内容，登记序号 ${thousands(facts.sequence)}；此后的变更、展期、异议、注销或者撤销不在其内，须另行查询。`,
      `It states that filing as it was made, at sequence ${thousands(facts.sequence)}; later amendments, ` +
        'renewals, objections, discharges or revocations are not in it: search the register for them.',
    ),
  }
}

/** The facts of one filing, section by section. */
export function registrationSections(facts: RegistrationCertificateFacts): Block[] {
  const form = formOf(facts.securityType)
  const { content } = facts
  return [
    factTable(text('登记', 'Registration'), registrationRows(facts, form)),
    ...parties(form?.securedPartyLabel ?? text('担保权人', 'Secured party'), content.securedParties ?? []),
    ...parties(form?.debtorLabel ?? text('担保人', 'Debtor'), content.debtors ?? []),
    ...collateral(form, content.collateral ?? {}),
    ...section(text('主债权与合同', 'Secured claim and contracts'), claimRows(content)),
    ...section(text('其他内容', 'Other content'), otherRows(content)),
    factTable(text('声明与审查', 'Declaration and examination'), examinationRows(content)),
  ]
}

function registrationRows(facts: RegistrationCertificateFacts, form: Form | undefined): FactRow[] {
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

function expiry(date: string): Text {
  const day = calendarDay(date)
  return text(`${day.zh}（至当日 24:00，北京时间）`, `${day.en}, until 24:00 (UTC+8)`)
}

function parties(label: Text, parties: readonly Party[]): Block[] {
  return parties.map((party, i) => {
    const which = parties.length > 1 ? `（${i + 1}/${parties.length}）` : ''
    return factTable(text(`${label.zh}${which}`, label.en), partyRows(party, partyName(party)))
  })
}

/** The form's fields in its order; fields of older versions of the form follow under their own names. */
function collateral(form: Form | undefined, values: Record<string, unknown>): Block[] {
  const fields = form?.fields ?? []
  const known = new Set(fields.map((field) => field.name))
  const unknown = Object.entries(values).filter(([name]) => !known.has(name))
  const rows = [
    ...fields.flatMap((field) => when(values[field.name], (value) => fieldRow(field, value)).flat()),
    ...unknown.map(([name, value]) => row(name, name, plain(unknownText(value)))),
  ]
  const tables = fields.filter((field) => field.input === 'table' && isRows(values[field.name]))
  return [
    ...section(text('担保财产', 'Collateral'), rows),
    ...tables.map((field) => itemList(field, values[field.name] as Record<string, unknown>[])),
  ]
}

function isRows(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}

function fieldRow(field: Field, value: unknown): FactRow[] {
  return field.input === 'table' ? [] : [{ label: field.label, value: fieldValue(field, value) }]
}

function fieldValue(field: Field, value: unknown): Piece[] {
  switch (field.input) {
    case 'choice': {
      const chosen = field.choices?.find((choice) => choice.value === value)
      return chosen ? both(chosen.label) : plain(unknownText(value))
    }
    case 'yes_no':
      return yesOrNo(value)
    case 'date':
      return both(calendarDay(String(value)))
    case 'amount':
      return plain(money(value as Money))
    case 'decimal':
    case 'number':
      return plain(thousands(value as string | number))
    default:
      return plain(unknownText(value))
  }
}

function yesOrNo(value: unknown): Piece[] {
  return both(value === true ? text('是', 'Yes') : text('否', 'No'))
}

function claimRows(content: RegistrationContent): FactRow[] {
  return [
    ...when(content.securedAmount, (amount) => row('主债权金额', 'Principal amount', plain(money(amount)))),
    ...when(content.maximumAmountSecurity, (yes) => row('最高额担保', 'Maximum-amount security', yesOrNo(yes))),
    ...when(content.ceiling, (ceiling) => row('最高债权额', 'Ceiling', plain(money(ceiling)))),
    ...when(content.scope, (scope) => row('担保范围', 'Scope', plain(scope))),
    ...when(content.negativePledge, (yes) => row('禁止或者限制转让的约定', 'Negative pledge', yesOrNo(yes))),
    ...when(content.purchaseMoney, (security) =>
      row('价款担保，标的物交付日', 'Purchase-money security, delivered on', both(calendarDay(security.deliveredOn))),
    ),
    ...(content.contracts ?? []).map((contract) =>
      row('合同', 'Contract', [
        ...plain([contract.number, contract.name].filter(Boolean).join('  ')),
        ...(contract.date ? [...plain('  '), ...both(calendarDay(contract.date))] : []),
      ]),
    ),
  ]
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

function examinationRows(content: RegistrationContent): FactRow[] {
  return [
    ...when(content.declaration, () => row('填表人的声明', 'The filer’s declaration', paragraphs(DECLARATION))),
    row('登记机构的审查', 'The register’s examination', paragraphs(EXAMINATION)),
  ]
}

const DECLARATION = text(
  '填表人声明：本次登记已经担保人同意（办法第七条），登记内容真实、完整、合法（办法第二十三条）。登记机构记载该声明，不对其作出判断。',
  'The filer declares that the debtor agreed to this filing (art. 7 of the Measures) and that its content is ' +
    'true, complete and lawful (art. 23). The register records this declaration and does not judge it.',
)

const EXAMINATION = text(
  '登记机构只作形式审查，不对登记内容作实质审查（动产和权利担保统一登记办法第四条）。本证明不证明所登记的权利存在、有效或者内容真实。',
  'The register examines form only, not substance (Measures for the Uniform Registration of Security in Movable ' +
    'Property and Rights, art. 4). This certificate does not prove that the right exists, is valid, or is truly ' +
    'described.',
)

function section(heading: Text, rows: readonly FactRow[]): Block[] {
  return rows.length > 0 ? [factTable(heading, rows)] : []
}

function row(zh: string, en: string, value: readonly Piece[]): FactRow {
  return { label: text(zh, en), value }
}

/** One thing made of a value that is there, or nothing. */
function when<T, R>(value: T | undefined, make: (value: T) => R): R[] {
  return value === undefined || value === null ? [] : [make(value)]
}

import { partyName } from '../parties/party.ts'
import { type Text, text } from '../platform/text.ts'
import { changeTypeLabels } from '../registrations/act-wording.ts'
import type { Change } from '../registrations/amendment-changes.ts'
import type { Form } from '../registrations/forms/define-form.ts'
import { collateralBlocks } from './certificate-collateral.ts'
import type { AmendmentFacts, Money, PartySummary, Replaced } from './certificate-facts.ts'
import { itemList, unknownText } from './certificate-item-list.ts'
import { partyLines, partyRows } from './certificate-parties.ts'
import { row, section, when } from './certificate-sections.ts'
import { both, paragraphs, plain } from './certificate-styles.ts'
import type { Block, FactRow } from './certificate-tables.ts'
import { calendarDay, exactMoment, identifierValue, money, schemeLabel, thousands } from './certificate-wording.ts'

type Of<T extends Change['type']> = Extract<Change, { type: T }>
type Rows = Record<string, unknown>[]

/** One change of an amendment as a section of its own: its kind as the heading, its items as tables. */
export function changeBlocks(facts: AmendmentFacts, at: number, form: Form | undefined): Block[] {
  const { changes } = facts.content
  const change = changes[at] as Change
  const replaced = facts.replaced[at] ?? {}
  const kind = changeTypeLabels[change.type] ?? text(change.type, change.type)
  const heading = text(
    changes.length > 1 ? `变更 ${at + 1}/${changes.length}：${kind.zh}` : `变更：${kind.zh}`,
    changes.length > 1 ? `Change ${at + 1} of ${changes.length}: ${kind.en}` : kind.en,
  )
  switch (change.type) {
    case 'add_collateral':
      return collateralBlocks(form, filled(change), heading, [ranksFromThisFiling(facts)])
    case 'release_collateral':
      return released(change, replaced, form, heading)
    default:
      return section(heading, changeRows(change, replaced, form))
  }
}

/** Added collateral ranks from the amendment's time (the Measures, art. 13). */
function ranksFromThisFiling({ filedAt, sequence }: AmendmentFacts): FactRow {
  const time = exactMoment(filedAt)
  const number = thousands(sequence)
  const words = text(
    `新增担保财产自本次变更登记时起排序（办法第十三条）：${time.zh}，登记序号 ${number}。`,
    `Ranks from this filing (art. 13 of the Measures): ${time.en}, sequence ${number}.`,
  )
  return row('顺位', 'Rank', paragraphs(words))
}

/** The items as they were taken out; what was filed to name them is stated beside them where it says less. */
function released(
  change: Of<'release_collateral'>,
  replaced: Replaced,
  form: Form | undefined,
  heading: Text,
): Block[] {
  const taken = replaced.items ?? []
  const named = (change.items ?? []) as Rows
  const field = form?.fields.find(({ name }) => name === 'items')
  const list = (zh: string, en: string, rows: Rows) =>
    rows.length > 0 ? [itemList({ label: text(zh, en), ...(field?.columns && { columns: field.columns }) }, rows)] : []
  const asFiled = JSON.stringify(named) === JSON.stringify(taken) ? [] : list('填报的解除项目', 'Items as filed', named)
  return [
    ...section(heading, [
      ...when(change.description, (words) => row('解除的内容', 'What is released', plain(words))),
      ...when(change.description, () => row('说明', 'Please note', paragraphs(IN_WORDS_ALONE))),
      ...(taken.length > 0
        ? [row('解除的明细', 'Items released', both(text(`${thousands(taken.length)} 项，见下表`, 'listed below')))]
        : []),
    ]),
    ...list('解除的明细', 'Items released', taken),
    ...asFiled,
  ]
}

const IN_WORDS_ALONE = text(
  '以文字解除的，照录；登记机构不判断文字所及的范围，明细不因此减少。',
  'A release in words is recorded as it was filed. The register does not judge what the words cover: no item leaves ' +
    'the list by them.',
)

function changeRows(change: Change, replaced: Replaced, form: Form | undefined): FactRow[] {
  switch (change.type) {
    case 'add_debtor':
      return [
        ...partyRows(change.party, partyName(change.party)),
        row('起算', 'Counts from', both(text('自本次变更登记时起', 'this filing'))),
      ]
    case 'release_debtor':
      return partyOf(form?.debtorLabel ?? DEBTOR, replaced.party)
    case 'rename_party':
      return renameRows(change, replaced, form)
    case 'transfer_secured_party':
      return [
        ...partyOf(text('转让人', 'Transferor'), replaced.party),
        ...partyRows(change.to, partyName(change.to)).map(({ label, value }) => ({
          label: text(`受让人${label.zh}`, `Transferee: ${label.en}`),
          value,
        })),
        ...when(change.toAccount, (account) => row('受让人账户', 'Account of the transferee', plain(account))),
      ]
    case 'change_amount':
      return amountRows(change, replaced)
    case 'rank_note':
      return [row('记载内容', 'Note', plain(change.text))]
    default:
      return Object.entries(change).map(([name, value]) => row(name, name, plain(unknownText(value))))
  }
}

const SECURED_PARTY = text('担保权人', 'Secured party')
const DEBTOR = text('担保人', 'Debtor')

function partyOf(label: Text, party: PartySummary | undefined): FactRow[] {
  return when(party, (each) => ({ label, value: partyLines(each) }))
}

function renameRows(change: Of<'rename_party'>, replaced: Replaced, form: Form | undefined): FactRow[] {
  const debtor = change.role === 'debtor'
  const side = debtor ? (form?.debtorLabel ?? DEBTOR) : (form?.securedPartyLabel ?? SECURED_PARTY)
  return [
    ...partyOf(text(`${side.zh}，变更前`, `${side.en} before`), replaced.party),
    ...when(change.name, (name) => row('变更后的名称', 'New name', plain(name))),
    ...when(change.identifier, (identifier) => {
      const label = schemeLabel(identifier.scheme)
      return row(`变更后的${label.zh}`, `New: ${label.en}`, plain(identifierValue(identifier)))
    }),
    row('变更日期', 'Changed on', both(calendarDay(change.changedOn))),
    ...(debtor ? [row('查询', 'Searching', paragraphs(STILL_FOUND))] : []),
  ]
}

const STILL_FOUND = text(
  '登记在效期间，以变更前的名称和证件号码仍可查得。',
  'While the registration is in effect it is still found under the name and number before the change.',
)

function amountRows({ securedAmount }: Of<'change_amount'>, replaced: Replaced): FactRow[] {
  const before = replaced.securedAmount
  const raised = before !== undefined && isRaised(before, securedAmount)
  return [
    row(
      '变更前的主债权金额',
      'Principal amount before',
      before ? plain(money(before)) : both(text('未填', 'none stated')),
    ),
    row('变更后的主债权金额', 'New principal amount', plain(money(securedAmount))),
    ...(raised
      ? [row('增加的部分', 'The increase', both(text('自本次变更登记时起算', 'counts from this filing')))]
      : []),
  ]
}

function isRaised(before: Money, after: Money): boolean {
  return before.currency === after.currency && hundredths(after.amount) > hundredths(before.amount)
}

/** Amounts have up to 18 digits: more than a number holds. */
function hundredths(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  return BigInt(whole + fraction.padEnd(2, '0'))
}

/** The fields of a change that have a value, without its type. */
function filled({ type: _type, ...values }: Of<'add_collateral'>): Record<string, unknown> {
  return values
}

import { partyLine, partyRows } from '../../parties/pages/party-view.ts'
import { schemeLabel, writtenIdentifier } from '../../parties/party-wording.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { writtenDate, writtenMoney } from '../../platform/written-form.ts'
import { changeTypeLabels } from '../../registrations/act-wording.ts'
import type { Change } from '../../registrations/amendment-changes.ts'
import { formOf } from '../../registrations/forms/forms.ts'
import { collateralFacts } from '../../registrations/pages/collateral-facts.ts'
import type { AmendmentFacts, Replaced } from '../certificate-facts.ts'

type Place = { language: Language; here: string }
type Of<T extends Change['type']> = Extract<Change, { type: T }>

/** One change of an amendment under a heading of its own, its items as tables. */
export function changeView(facts: AmendmentFacts, at: number, place: Place): Html {
  const { language } = place
  const { changes } = facts.content
  const change = changes[at] as Change
  const replaced = facts.replaced[at] ?? {}
  const kind = changeTypeLabels[change.type] ?? text(change.type, change.type)
  const heading =
    changes.length > 1
      ? text(`变更 ${at + 1}/${changes.length}：${kind.zh}`, `Change ${at + 1} of ${changes.length}: ${kind.en}`)
      : text(`变更：${kind.zh}`, kind.en)
  const rows = changeRows(facts, change, replaced, language)
  return html`<h2 class="govuk-heading-m">${inLanguage(heading, language)}</h2>
${rows.length > 0 ? summaryList(rows, language) : nothing}
${itemTables(facts, at, place)}`
}

/** The items that were added or taken out; a list that was filed in other words than what it took out stands beside. */
function itemTables(facts: AmendmentFacts, at: number, { language, here }: Place): Html {
  const change = facts.content.changes[at] as Change
  const list = (values: Record<string, unknown>, second: 0 | 1) =>
    collateralFacts(facts.securityType, values, { language, here, at: at * 2 + second })
  if (change.type === 'add_collateral') {
    const { type: _type, ...values } = change
    return list(values, 0)
  }
  if (change.type !== 'release_collateral') return html``
  const items = facts.replaced[at]?.items ?? []
  const named = change.items ?? []
  const asFiled = JSON.stringify(named) === JSON.stringify(items)
  const line = (zh: string, en: string) => html`<p class="govuk-body">${inLanguage(text(zh, en), language)}</p>`
  return html`${items.length > 0 ? html`${line('解除的项目：', 'Items released:')}${list({ items }, 0)}` : nothing}
${asFiled ? nothing : html`${line('填报的解除项目：', 'As filed:')}${list({ items: named }, 1)}`}`
}

function changeRows(facts: AmendmentFacts, change: Change, replaced: Replaced, language: Language): SummaryRow[] {
  const form = formOf(facts.securityType)
  const debtorLabel = form?.debtorLabel ?? text('担保人', 'Debtor')
  const fromThisFiling = (zh: string, en: string): SummaryRow => ({
    key: text(zh, en),
    value: inLanguage(text('自本次变更登记时起', 'from this filing'), language),
  })
  switch (change.type) {
    case 'add_collateral':
      return [fromThisFiling('排序（办法第十三条）', 'Ranks (art. 13 of the Measures)')]
    case 'release_collateral':
      return change.description === undefined
        ? []
        : [
            {
              key: text('解除的内容', 'What is released'),
              value: html`<div class="paragraph">${change.description}</div>`,
            },
          ]
    case 'add_debtor':
      return [...partyRows(change.party, language), fromThisFiling('起算', 'Counts')]
    case 'release_debtor':
      return partyOf(debtorLabel, replaced, language)
    case 'rename_party': {
      const secured = form?.securedPartyLabel ?? text('担保权人', 'Secured party')
      return renameRows(change, replaced, change.role === 'debtor' ? debtorLabel : secured, language)
    }
    case 'transfer_secured_party': {
      const { toAccount } = change
      return [
        ...partyOf(text('转让人', 'Transferor'), replaced, language),
        ...partyRows(change.to, language).map(({ key, value }) => ({ key: ofTransferee(key), value })),
        ...(toAccount ? [{ key: text('受让人账户', 'Account of the transferee'), value: toAccount }] : []),
      ]
    }
    case 'change_amount':
      return amountRows(change, replaced, language)
    case 'rank_note':
      return [{ key: text('记载内容', 'Note'), value: html`<div class="paragraph">${change.text}</div>` }]
    default:
      return Object.entries(change).map(([name, value]) => ({ key: text(name, name), value: JSON.stringify(value) }))
  }
}

function partyOf(key: Text, { party }: Replaced, language: Language): SummaryRow[] {
  return party ? [{ key, value: partyLine(party, language) }] : []
}

function ofTransferee(key: Text): Text {
  return text(`受让人${key.zh}`, `Transferee: ${key.en}`)
}

function renameRows(change: Of<'rename_party'>, replaced: Replaced, side: Text, language: Language): SummaryRow[] {
  const { name, identifier, changedOn } = change
  const rows: (SummaryRow | false)[] = [
    ...partyOf(text(`${side.zh}，变更前`, `${side.en} before`), replaced, language),
    name !== undefined && { key: text('变更后的名称', 'New name'), value: name },
    identifier !== undefined && {
      key: text(`变更后的${schemeLabel(identifier.scheme).zh}`, `New: ${schemeLabel(identifier.scheme).en}`),
      value: inLanguage(writtenIdentifier(identifier), language),
    },
    { key: text('变更日期', 'Changed on'), value: inLanguage(writtenDate(changedOn), language) },
  ]
  return rows.filter((row) => row !== false)
}

function amountRows({ securedAmount }: Of<'change_amount'>, replaced: Replaced, language: Language): SummaryRow[] {
  const before = replaced.securedAmount
  const none = inLanguage(text('未填', 'none stated'), language)
  return [
    { key: text('变更前的主债权金额', 'Secured amount before'), value: before ? writtenMoney(before) : none },
    { key: text('变更后的主债权金额', 'New secured amount'), value: writtenMoney(securedAmount) },
  ]
}

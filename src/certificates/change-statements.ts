import { schemeLabel, writtenIdentifier } from '../parties/party-wording.ts'
import { type Text, text } from '../platform/text.ts'
import { thousands, writtenDate, writtenExactMoment, writtenMoney } from '../platform/written-form.ts'
import { changeTypeLabels } from '../registrations/act-wording.ts'
import type { Change } from '../registrations/amendment-changes.ts'
import type { ChangeOf } from '../registrations/apply-change.ts'
import type { Form } from '../registrations/forms/define-form.ts'
import { formOf } from '../registrations/forms/forms.ts'
import type { ChangingFacts, Replaced } from './act-facts.ts'
import type { PartySummary } from './certificate-facts.ts'
import { correctionStatements } from './correction-statements.ts'
import { among, filed, named, note, type Stated, stated, whole, words } from './stated.ts'
import { isRaised } from './term-statements.ts'

/** A change with what it met. */
export type ChangeMet = { change: Change; replaced: Replaced }

/** The changes of a filing; of a revocation those of a part. */
export function changesOf({ content, replaced }: ChangingFacts): ChangeMet[] {
  if (!('changes' in content)) return []
  return (content.changes as Change[]).map((change, at) => ({ change, replaced: replaced?.[at] ?? {} }))
}

/** What the changes of a filing are called. */
const changeWords: Readonly<Record<ChangingFacts['filingKind'], { one: Text; filing: Text }>> = {
  amendment: { one: text('变更', 'Change'), filing: text('本次变更登记', 'this filing') },
  correction: { one: text('更正', 'Correction'), filing: text('本次更正', 'this correction') },
  revocation: { one: text('撤销', 'Revocation'), filing: text('本次撤销登记', 'this revocation') },
}

/** 变更 2/3：解除担保人 */
export function changeHeading(facts: ChangingFacts, at: number): Text {
  const changes = changesOf(facts)
  const kind = changeTypeLabels[changes[at]!.change.type]
  const { one } = changeWords[facts.filingKind]
  return changes.length > 1
    ? text(`${one.zh} ${at + 1}/${changes.length}：${kind.zh}`, `${one.en} ${at + 1} of ${changes.length}: ${kind.en}`)
    : text(`${one.zh}：${kind.zh}`, kind.en)
}

/** What one change says beside its lists of items. Pure. */
export function changeStatements(facts: ChangingFacts, at: number): Stated[] {
  const { change, replaced } = changesOf(facts)[at]!
  const form = formOf(facts.securityType)
  const { filing } = changeWords[facts.filingKind]
  const fromHere = words(text(`自${filing.zh}时起算`, `counts from ${filing.en}`))
  switch (change.type) {
    case 'add_collateral':
      return [ranksFromHere(facts, filing)]
    case 'release_collateral':
      return released(change, replaced)
    case 'add_debtor':
      return [whole(change.party), stated('起算', 'Counts from', fromHere)]
    case 'release_debtor':
      return partyOf(sideLabel(form, 'debtor'), replaced.party)
    case 'rename_party':
      return renamed(change, replaced, form)
    case 'transfer_secured_party':
      return [
        ...partyOf(text('转让人', 'Transferor'), replaced.party),
        whole(change.to, text('受让人', 'Transferee')),
        ...(change.toAccount ? [stated('受让人账户', 'Account of the transferee', filed(change.toAccount))] : []),
      ]
    case 'merge_parties':
      return merged(change, replaced, form)
    case 'divide_party':
      return divided(change, replaced, form)
    case 'transfer_asset':
      return assetTransferred(change, replaced, filing)
    case 'change_amount': {
      const before = replaced.securedAmount
      return [
        stated(
          '变更前的主债权金额',
          'Principal amount before',
          before ? filed(writtenMoney(before)) : words(text('未填', 'none stated')),
        ),
        stated('变更后的主债权金额', 'New principal amount', filed(writtenMoney(change.securedAmount))),
        ...(isRaised(before, change.securedAmount) ? [stated('增加的部分', 'The increase', fromHere)] : []),
      ]
    }
    case 'rank_note':
      return [stated('记载内容', 'Note', filed(change.text))]
    case 'correction':
      return correctionStatements(change, replaced, filing)
  }
}

/** Added collateral ranks from its filing's time (the Measures, art. 13). */
function ranksFromHere({ filedAt, sequence }: ChangingFacts, filing: Text): Stated {
  const time = writtenExactMoment(filedAt)
  const number = thousands(sequence)
  const said = text(
    `新增担保财产自${filing.zh}时起排序（办法第十三条）：${time.zh}，登记序号 ${number}。`,
    `Ranks from ${filing.en} (art. 13 of the Measures): ${time.en}, sequence ${number}.`,
  )
  return stated('顺位', 'Rank', note(said))
}

function released({ description }: ChangeOf<'release_collateral'>, { items = [] }: Replaced): Stated[] {
  const listed = text(`${thousands(items.length)} 项，见下表`, `${thousands(items.length)}, listed below`)
  return [
    ...(description === undefined
      ? []
      : [
          stated('解除的内容', 'What is released', filed(description)),
          stated('说明', 'Please note', note(IN_WORDS_ALONE)),
        ]),
    ...(items.length > 0 ? [stated('解除的明细', 'Items released', words(listed))] : []),
  ]
}

const IN_WORDS_ALONE = text(
  '以文字解除的，照录；登记机构不判断文字所及的范围，明细不因此减少。',
  'A release in words is recorded as it was filed. The register does not judge what the words cover: no item leaves ' +
    'the list by them.',
)

function sideLabel(form: Form | undefined, role: 'debtor' | 'securedParty'): Text {
  return role === 'debtor'
    ? (form?.debtorLabel ?? text('担保人', 'Debtor'))
    : (form?.securedPartyLabel ?? text('担保权人', 'Secured party'))
}

function partyOf(label: Text, party: PartySummary | undefined): Stated[] {
  return party ? [{ label, parts: [named(party)] }] : []
}

function renamed(change: ChangeOf<'rename_party'>, replaced: Replaced, form: Form | undefined): Stated[] {
  const side = sideLabel(form, change.role)
  const { name, identifier } = change
  const scheme = identifier && schemeLabel(identifier.scheme)
  return [
    ...partyOf(text(`${side.zh}，变更前`, `${side.en} before`), replaced.party),
    ...(name === undefined ? [] : [stated('变更后的名称', 'New name', filed(name))]),
    ...(identifier && scheme
      ? [stated(`变更后的${scheme.zh}`, `New: ${scheme.en}`, words(writtenIdentifier(identifier)))]
      : []),
    stated('变更日期', 'Changed on', words(writtenDate(change.changedOn))),
    ...stillFound(change.role, text('变更前的名称和证件号码', 'the name and number before the change')),
  ]
}

/** Debtors are indexed: what they were called is found on (the Measures, art. 14). */
function stillFound(role: 'debtor' | 'securedParty', by: Text): Stated[] {
  if (role !== 'debtor') return []
  const said = text(
    `登记在效期间，以${by.zh}仍可查得。`,
    `While the registration is in effect it is still found under ${by.en}.`,
  )
  return [stated('查询', 'Searching', note(said))]
}

function merged(change: ChangeOf<'merge_parties'>, { parties = [] }: Replaced, form: Form | undefined): Stated[] {
  const side = sideLabel(form, change.role)
  const before = text(`合并前的${side.zh}`, `${side.en} before the merger`)
  return [
    ...parties.flatMap((party, at) => partyOf(among(before, at, parties.length), party)),
    whole(change.into, text('合并后', 'After')),
    stated('合并日期', 'Merged on', words(writtenDate(change.changedOn))),
    ...stillFound(change.role, text('合并前各方的名称和证件号码', 'the names and numbers of those that merged')),
  ]
}

function divided(change: ChangeOf<'divide_party'>, { party }: Replaced, form: Form | undefined): Stated[] {
  const side = sideLabel(form, change.role)
  return [
    ...partyOf(text(`分立前的${side.zh}`, `${side.en} before the division`), party),
    ...change.into.map((each, at) => whole(each, among(text('分立后', 'After'), at, change.into.length))),
    stated('分立日期', 'Divided on', words(writtenDate(change.changedOn))),
    ...stillFound(change.role, text('分立前的名称和证件号码', 'the name and number before the division')),
  ]
}

function assetTransferred(change: ChangeOf<'transfer_asset'>, { party, items = [] }: Replaced, filing: Text): Stated[] {
  const listed = text(`${thousands(items.length)} 项，见下表`, `${thousands(items.length)}, listed below`)
  const said = text(
    `受让人自${filing.zh}时起列为担保人（民法典第四百零六条）；转让人在解除以前仍列为担保人。`,
    `The new owner is a debtor from ${filing.en} (Civil Code art. 406). The former owner stays one until released.`,
  )
  return [
    ...partyOf(text('转让人', 'Former owner'), party),
    whole(change.to, text('受让人', 'New owner')),
    stated('转让日期', 'Transferred on', words(writtenDate(change.transferredOn))),
    ...(change.description === undefined
      ? []
      : [stated('转让的担保财产', 'What was transferred', filed(change.description))]),
    ...(items.length > 0 ? [stated('转让的明细', 'Items transferred', words(listed))] : []),
    stated('起算', 'Counts from', note(said)),
  ]
}

import { partyName } from '../../parties/party.ts'
import { schemeLabel, writtenIdentifier } from '../../parties/party-wording.ts'
import { dataTable } from '../../platform/data-table.ts'
import type { SummaryRow } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { thousands, writtenDate, writtenMoment, writtenMoney } from '../../platform/written-form.ts'
import type { Money } from '../forms/define-form.ts'
import type { JoinedParty, registrationFor } from '../read-registration.ts'
import { statusLabels } from '../registration-wording.ts'
import { collateralFacts } from './collateral-facts.ts'

type View = ReturnType<typeof registrationFor>

/** Times in which the registration had ended before it was put back in effect: no rank is promised over them. */
export function gapsView({ gaps }: View, language: Language): Html {
  if (gaps.length === 0) return nothing
  const say = speaker(language)
  return html`<div class="note"><h2 class="govuk-heading-m">${say('失效期间', 'Time out of effect')}</h2>
<ul class="govuk-list govuk-list--bullet">${gaps.map(({ status, from, until }) => {
    const [begin, end] = [writtenMoment(from.filedAt), writtenMoment(until.filedAt)]
    const how = statusLabels[status]
    return html`<li>${say(
      `${begin.zh}${how.zh}（第 ${thousands(from.sequence)} 号登记），${end.zh}恢复（第 ${thousands(until.sequence)} 号登记）`,
      `${how.en} ${begin.en} (filing ${thousands(from.sequence)}), reinstated ${end.en} (filing ${thousands(until.sequence)})`,
    )}</li>`
  })}</ul>
<p class="govuk-body">${say('登记机构对失效期间不保证顺位：其间他人的登记可能在先。', 'The register promises no rank over this time: what others filed in it may come first.')}</p></div>`
}

/** Amounts secured before the present one: what an amendment added counts from it, and no earlier. */
export function formerAmounts(
  { formerAmounts: former, securedAmount: present }: AmountsView,
  language: Language,
): Html {
  if (former.length === 0) return nothing
  const say = speaker(language)
  const written = (money: Money | undefined) => (money ? writtenMoney(money) : say('未登记', 'Not stated'))
  return html`<h2 class="govuk-heading-m">${say('主债权金额的变更', 'Changes of the secured amount')}</h2>
${dataTable(language, {
  caption: text(
    '增加的部分自变更登记时起算，不随原有部分',
    'What was added counts from the amendment that added it, not with what was there before',
  ),
  rows: former,
  columns: [
    {
      label: text('此前的金额', 'Amount before'),
      heads: true,
      kind: 'whole',
      cell: ({ securedAmount }) => written(securedAmount),
    },
    {
      label: text('变更为', 'Changed to'),
      kind: 'whole',
      cell: (each) => written((former[former.indexOf(each) + 1] ?? { securedAmount: present }).securedAmount),
    },
    { label: text('变更时间', 'Changed at'), cell: ({ until }) => inLanguage(writtenMoment(until), language) },
    { label: text('变更登记序号', 'Sequence of the amendment'), cell: ({ untilSequence }) => thousands(untilSequence) },
  ],
})}`
}

type AmountsView = Pick<View, 'formerAmounts' | 'securedAmount'>

/** Since when a party that came later is one, and from whom it has the asset. */
export function joinedRows(
  { joined }: View,
  role: JoinedParty['role'],
  index: number,
  language: Language,
): SummaryRow[] {
  const found = joined.find((each) => each.role === role && each.index === index)
  if (!found) return []
  const { fromSequence, acquired } = found
  const since = text(`自第 ${thousands(fromSequence)} 号登记起`, `From filing ${thousands(fromSequence)}`)
  const day = acquired && writtenDate(acquired.on)
  return [
    { key: text('何时起', 'Since'), value: inLanguage(since, language) },
    ...(acquired && day
      ? [
          {
            key: text('担保财产的来源', 'How it has the asset'),
            value: inLanguage(
              text(`${day.zh}受让自${acquired.from}`, `Acquired from ${acquired.from} on ${day.en}`),
              language,
            ),
          },
        ]
      : []),
  ]
}

/** When a part was corrected: what a correction brought in counts from there. */
export function correctedWords(
  { corrected = [] }: { corrected?: { sequence: number; filedAt: string }[] },
  language: Language,
): Html {
  if (corrected.length === 0) return nothing
  const say = speaker(language)
  const each = corrected.map(({ sequence, filedAt }) => {
    const moment = inLanguage(writtenMoment(filedAt), language)
    return say(`${moment}（第 ${thousands(sequence)} 号登记）`, `${moment} (filing ${thousands(sequence)})`)
  })
  return html`<p class="govuk-body">${say(
    `这一部分更正过：${each.join('、')}。更正带入的内容自更正时起算。`,
    `This part was corrected: ${each.join('; ')}. What a correction brought in counts from there.`,
  )}</p>`
}

/** What parties were called before, marked as former: search still finds a debtor under it (the Measures, art. 14). */
export function formerNames({ formerParties }: View, language: Language): Html {
  if (formerParties.length === 0) return nothing
  const say = speaker(language)
  return html`<h2 class="govuk-heading-m">${say('曾用名称与号码', 'Former names and numbers')}</h2>
${dataTable(language, {
  caption: text(
    '已经变更的名称和号码，仍可查到这项登记',
    'Names and numbers that have changed; the registration is still found under those of a debtor',
  ),
  rows: formerParties,
  columns: [
    {
      label: text('曾用名称或者姓名', 'Former name'),
      heads: true,
      cell: ({ party }) => html`${partyName(party)} <span class="state state--ended">${say('曾用', 'Former')}</span>`,
    },
    {
      label: text('当时的号码', 'Number then'),
      cell: ({ party: { identifier } }) =>
        `${inLanguage(schemeLabel(identifier.scheme), language)} ${inLanguage(writtenIdentifier(identifier), language)}`,
    },
    { label: text('变更日期', 'Changed on'), cell: ({ changedOn }) => inLanguage(writtenDate(changedOn), language) },
    { label: text('变更登记序号', 'Sequence of the amendment'), cell: ({ untilSequence }) => thousands(untilSequence) },
  ],
})}`
}

/** What was released from the security, by each amendment that released something. */
export function releasedCollateral(view: View, language: Language, here: string): Html {
  if (view.released.length === 0) return nothing
  const say = speaker(language)
  return html`<h2 class="govuk-heading-m">${say('已经解除的担保财产', 'Released collateral')}</h2>
${view.released.map(({ sequence, filedAt, ...what }, nth) => {
  const moment = inLanguage(writtenMoment(filedAt), language)
  return html`<p class="govuk-body">${say(`${moment}解除（第 ${thousands(sequence)} 号登记），不再担保。`, `Released at ${moment}, filing ${thousands(sequence)}: no longer secured.`)}</p>
${collateralFacts(view.securityType, what, { language, here, at: view.collateral.length + nth })}`
})}`
}

/** Notes of changes of rank. They are noted only: results stay in the order of filing. */
export function rankNotes(view: View, language: Language): Html {
  if (view.rankNotes.length === 0) return nothing
  const say = speaker(language)
  return html`<h2 class="govuk-heading-m">${say('顺位变更记载', 'Notes of changes of rank')}</h2>
${dataTable(language, {
  caption: text('当事人约定的顺位变更，按先后', 'Changes of rank that the parties agreed, in order'),
  captionHidden: true,
  rows: view.rankNotes,
  columns: [
    { label: text('序号', 'Sequence'), kind: 'whole', cell: ({ sequence }) => thousands(sequence) },
    { label: text('时间', 'Time'), cell: ({ filedAt }) => inLanguage(writtenMoment(filedAt), language) },
    { label: text('内容', 'Note'), heads: true, cell: (note) => html`<div class="paragraph">${note.text}</div>` },
  ],
})}`
}

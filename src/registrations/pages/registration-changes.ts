import { partyName } from '../../parties/party.ts'
import { schemeLabel, writtenIdentifier } from '../../parties/party-wording.ts'
import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { thousands, writtenDate, writtenMoment } from '../../platform/written-form.ts'
import type { registrationFor } from '../read-registration.ts'
import { collateralFacts } from './collateral-facts.ts'

type View = ReturnType<typeof registrationFor>

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

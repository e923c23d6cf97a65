import { partyLine } from '../../parties/pages/party-view.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import {
  numberInGroups,
  thousands,
  writtenDate,
  writtenExactMoment,
  writtenMoney,
  writtenTerm,
} from '../../platform/written-form.ts'
import { dischargeReasonLabels } from '../../registrations/act-wording.ts'
import { formOf } from '../../registrations/forms/forms.ts'
import { collateralFacts } from '../../registrations/pages/collateral-facts.ts'
import { stateWord } from '../../registrations/pages/state-word.ts'
import { filingKindLabels, securityTypeLabel } from '../../registrations/registration-wording.ts'
import type { ActFacts, AmendmentFacts, StandingParty } from '../certificate-facts.ts'
import { changeView } from './change-view.ts'

/** What a renewal, amendment or discharge did, and the registration right after it. @param here for paging of lists */
export function actFactsView(facts: ActFacts, language: Language, here: string): Html {
  const say = speaker(language)
  return html`<h2 class="govuk-heading-m">${say('登记', 'Registration')}</h2>
${summaryList(filingRows(facts, language), language)}
${whatItDid(facts, language, here)}
<h2 class="govuk-heading-m">${say('本次登记后的状况', 'The registration after this filing')}</h2>
${summaryList(standingRows(facts, language), language)}
${facts.filingKind === 'amendment' ? collateralAfter(facts, language, here) : nothing}`
}

function filingRows(facts: ActFacts, language: Language): SummaryRow[] {
  return [
    { key: text('登记证明编号', 'Registration number'), value: numberInGroups(facts.registrationNumber) },
    { key: text('登记', 'Filing'), value: inLanguage(filingKindLabels[facts.filingKind], language) },
    { key: text('担保类型', 'Security type'), value: inLanguage(securityTypeLabel(facts.securityType), language) },
    {
      key: text('本次登记时间', 'Time of this filing'),
      value: inLanguage(writtenExactMoment(facts.filedAt), language),
    },
    { key: text('登记序号', 'Sequence'), value: thousands(facts.sequence) },
    { key: text('填表人', 'Filer'), value: facts.filer },
  ]
}

function whatItDid(facts: ActFacts, language: Language, here: string): Html {
  const say = speaker(language)
  switch (facts.filingKind) {
    case 'renewal':
      return html`<h2 class="govuk-heading-m">${say('展期', 'Renewal')}</h2>${summaryList(renewalRows(facts, language), language)}`
    case 'amendment':
      return html`${facts.content.changes.map((_, at) => changeView(facts, at, { language, here }))}`
    case 'discharge':
      return html`<h2 class="govuk-heading-m">${say('注销', 'Discharge')}</h2>${summaryList(dischargeRows(facts, language), language)}`
  }
}

function renewalRows(facts: Extract<ActFacts, { filingKind: 'renewal' }>, language: Language): SummaryRow[] {
  const say = speaker(language)
  return [
    {
      key: text('增加的期限', 'Months added'),
      value: inLanguage(writtenTerm(facts.content.additionalMonths), language),
    },
    {
      key: text('展期后的登记到期日', 'New expiry date'),
      value: inLanguage(writtenDate(facts.expiresOn), language),
    },
    { key: text('顺位', 'Rank'), value: say('不因展期改变', 'kept') },
  ]
}

function dischargeRows(facts: Extract<ActFacts, { filingKind: 'discharge' }>, language: Language): SummaryRow[] {
  const { reason, reasonText } = facts.content
  const { endedAt } = facts.standing
  return [
    { key: text('注销原因', 'Reason'), value: inLanguage(dischargeReasonLabels[reason], language) },
    ...(reasonText === undefined
      ? []
      : [
          {
            key: text('原因说明', 'Reason in the filer’s words'),
            value: html`<div class="paragraph">${reasonText}</div>`,
          },
        ]),
    ...(endedAt === undefined
      ? []
      : [{ key: text('终止时间', 'Ended at'), value: inLanguage(writtenExactMoment(endedAt), language) }]),
  ]
}

function standingRows(facts: ActFacts, language: Language): SummaryRow[] {
  const { standing, securityType } = facts
  const form = formOf(securityType)
  const { securedAmount } = standing
  const inEffect = standing.status === 'in_effect'
  return [
    { key: text('登记状态', 'Status'), value: stateWord(standing.status, language) },
    { key: text('登记期限', 'Term'), value: inLanguage(writtenTerm(standing.termMonths), language) },
    {
      key: inEffect ? text('登记到期日', 'Expiry date') : text('终止前的登记到期日', 'Expiry date before it ended'),
      value: inLanguage(writtenDate(facts.expiresOn), language),
    },
    { key: text('初始登记', 'Initial filing'), value: placeIn(standing.initialFiling, language) },
    ...(securedAmount ? [{ key: text('主债权金额', 'Secured amount'), value: writtenMoney(securedAmount) }] : []),
    ...partyRows(form?.securedPartyLabel ?? text('担保权人', 'Secured party'), standing.securedParties, language),
    ...partyRows(form?.debtorLabel ?? text('担保人', 'Debtor'), standing.debtors, language),
  ]
}

function partyRows(label: Text, parties: readonly StandingParty[], language: Language): SummaryRow[] {
  const several = parties.length > 1
  return parties.map((party, at) => {
    const former = (party.former ?? []).map((each) => {
      const day = writtenDate(each.changedOn)
      const until = inLanguage(text(`${day.zh}前为`, `until ${day.en}:`), language)
      return html`<div><span class="secondary small">${until}</span> ${partyLine(each, language)}</div>`
    })
    const key = several ? text(`${label.zh} ${at + 1}`, `${label.en} ${at + 1}`) : label
    return { key, value: html`<div>${partyLine(party, language)}</div>${former}` }
  })
}

function collateralAfter({ standing, securityType, content }: AmendmentFacts, language: Language, here: string): Html {
  const say = speaker(language)
  const { collateral, releasedInWords, rankNotes } = standing
  const notes: SummaryRow[] = [
    ...releasedInWords.map((each) => ({
      key: text('以文字解除的担保财产', 'Collateral released in words'),
      value: html`<div class="paragraph">${each.description}</div>${placeIn(each, language)}`,
    })),
    ...rankNotes.map((each) => ({
      key: text('顺位变更的记载', 'Note of a change of rank'),
      value: html`<div class="paragraph">${each.text}</div>${placeIn(each, language)}`,
    })),
  ]
  const parts = collateral.map(({ ranksFrom, ...values }, part) => {
    const number = collateral.length > 1 ? ` ${part + 1}` : ''
    const rank = [{ key: text('排序起算', 'Ranks from'), value: placeIn(ranksFrom, language) }]
    // The changes’ own lists come first on the page, two each at most, so these are numbered after them.
    const at = content.changes.length * 2 + part
    return html`<h2 class="govuk-heading-m">${say('变更后的担保财产', 'Collateral after this filing')}${number}</h2>
${summaryList(rank, language)}${collateralFacts(securityType, values, { language, here, at })}`
  })
  const noted = html`<h2 class="govuk-heading-m">${say('附记', 'Notes')}</h2>${summaryList(notes, language)}`
  return html`${parts}${notes.length > 0 ? noted : nothing}`
}

function placeIn({ sequence, filedAt }: { sequence: number; filedAt: string }, language: Language): Html {
  const number = thousands(sequence)
  const words = inLanguage(text(`登记序号 ${number}`, `sequence ${number}`), language)
  return html`<div>${inLanguage(writtenExactMoment(filedAt), language)}<br><span class="secondary small">${words}</span></div>`
}

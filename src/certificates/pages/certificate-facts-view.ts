import { attachmentTable } from '../../attachments/pages/attachment-table.ts'
import { partiesView } from '../../parties/pages/party-view.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { type Slice, slicePage } from '../../platform/paging.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import {
  numberInGroups,
  thousands,
  writtenDate,
  writtenExactMoment,
  writtenMoment,
  writtenTerm,
} from '../../platform/written-form.ts'
import { formOf } from '../../registrations/forms/forms.ts'
import { collateralFacts } from '../../registrations/pages/collateral-facts.ts'
import { termsRows } from '../../registrations/pages/terms-facts.ts'
import { filingKindLabels, securityTypeLabel } from '../../registrations/registration-wording.ts'
import { answerSentence, pastWarning, purposeLabel, type RecordedQuery } from '../../search/search-wording.ts'
import { MATCHES_A_PAGE, matchList } from '../../search-results/pages/match-list.ts'
import { timelineView } from '../../timeline/pages/timeline-view.ts'
import type { CertificateFacts, InitialFacts, SearchCertificateFacts, SearchMatch } from '../certificate-facts.ts'
import type { MatchesApart } from '../verify-certificate.ts'
import { actFactsView } from './act-facts-view.ts'
import { overlapFactsView } from './overlap-facts-view.ts'

/**
 * What a certificate says, as tables. @param facts already masked for the reader @param here path and query, for paging
 * @param apart the facts hold only a page of the matches
 */
export function certificateFactsView(
  facts: CertificateFacts,
  language: Language,
  here: string,
  apart?: MatchesApart,
): Html {
  if (facts.kind === 'search_certificate') return searchFacts(facts, language, here, apart)
  if (facts.kind === 'overlap_certificate') return overlapFactsView(facts, language, here)
  const said = facts.filingKind === 'initial' ? filingFacts(facts, language, here) : actFactsView(facts, language, here)
  return html`${said}
${attachmentFacts(facts.attachments, language)}`
}

function filingFacts(facts: InitialFacts, language: Language, here: string): Html {
  const say = speaker(language)
  const { content, securityType } = facts
  const form = formOf(securityType)
  const terms = termsRows(content, language)
  return html`<h2 class="govuk-heading-m">${say('登记', 'Registration')}</h2>
${summaryList(filingRows(facts, language), language)}
${partiesView(form?.securedPartyLabel ?? text('担保权人', 'Secured party'), content.securedParties, language)}
${partiesView(form?.debtorLabel ?? text('担保人', 'Debtor'), content.debtors, language)}
<h2 class="govuk-heading-m">${say('担保财产', 'Collateral')}</h2>
${collateralFacts(securityType, content.collateral, { language, here })}
${terms.length > 0 ? html`<h2 class="govuk-heading-m">${say('主债权与合同', 'Secured claim and contracts')}</h2>${summaryList(terms, language)}` : nothing}`
}

/** The files that a filing names, with the hash by which each can be told. */
function attachmentFacts(attachments: InitialFacts['attachments'], language: Language): Html {
  if (!attachments) return nothing
  return html`<h2 class="govuk-heading-m">${speaker(language)('附件', 'Attachments')}</h2>
${attachmentTable(language, attachments)}`
}

function filingRows(facts: InitialFacts, language: Language): SummaryRow[] {
  return [
    { key: text('登记证明编号', 'Registration number'), value: numberInGroups(facts.registrationNumber) },
    { key: text('登记', 'Filing'), value: inLanguage(filingKindLabels[facts.filingKind], language) },
    { key: text('担保类型', 'Security type'), value: inLanguage(securityTypeLabel(facts.securityType), language) },
    { key: text('登记时间', 'Time of filing'), value: inLanguage(writtenExactMoment(facts.filedAt), language) },
    { key: text('登记序号', 'Sequence'), value: thousands(facts.sequence) },
    { key: text('登记期限', 'Term'), value: inLanguage(writtenTerm(facts.content.termMonths), language) },
    { key: text('登记到期日', 'Expiry date'), value: inLanguage(writtenDate(facts.expiresOn), language) },
    { key: text('填表人', 'Filer'), value: facts.filer },
  ]
}

function searchFacts(
  facts: SearchCertificateFacts,
  language: Language,
  here: string,
  apart: MatchesApart | undefined,
): Html {
  const say = speaker(language)
  const query = facts.query as RecordedQuery
  const sentence = answerSentence({ query, asOf: facts.asOf, count: apart?.matchCount ?? facts.matches.length })
  const past = pastWarning({ searchedAt: facts.issuedAt, asOf: facts.asOf })
  const slice = apart ? sliceApart(facts, apart) : slicePage(facts.matches, MATCHES_A_PAGE, parametersOf(here), 'page')
  const rows: SummaryRow[] = [
    { key: text('查询人', 'Searcher'), value: facts.searcher },
    { key: text('查询目的', 'Purpose'), value: inLanguage(purposeLabel(facts.purpose), language) },
    { key: text('查询时间', 'Time of the search'), value: inLanguage(writtenMoment(facts.issuedAt), language) },
    {
      key: text('查询逻辑', 'Search logic'),
      value: inLanguage(
        text(`第 ${facts.searchLogic} 版，精确匹配`, `Version ${facts.searchLogic}, exact match`),
        language,
      ),
    },
    ...objectionRows(apart?.objectedCount ?? objectedOf(facts), language),
  ]
  return html`<h2 class="govuk-heading-m">${say('查询', 'Search')}</h2>
<p class="govuk-body"><strong>${inLanguage(sentence, language)}</strong></p>
${past ? html`<p class="govuk-body">${inLanguage(past, language)}</p>` : nothing}
<div class="text-column">${summaryList(rows, language)}</div>
${facts.matches.length > 0 ? matchList(slice, { language, here, linked: false }) : nothing}
${overTime(slice.rows, facts.asOf, language, here)}`
}

function sliceApart({ matches }: SearchCertificateFacts, { matchCount, after }: MatchesApart): Slice<SearchMatch> {
  const pages = Math.ceil(matchCount / MATCHES_A_PAGE)
  return { rows: matches, page: after / MATCHES_A_PAGE + 1, pages, first: after, total: matchCount }
}

function objectedOf({ matches }: SearchCertificateFacts): number {
  return matches.filter(({ openObjections = 0 }) => openObjections > 0).length
}

function objectionRows(count: number, language: Language): SummaryRow[] {
  if (count === 0) return []
  const said = text(
    `查得的登记中，${thousands(count)} 项载有未了结的异议；登记仍然在效，登记机构不判断异议是否成立。`,
    `${thousands(count)} of the registrations found have open objections. They are in effect; the register does not judge whether the objections are right.`,
  )
  return [{ key: text('异议', 'Objections'), value: inLanguage(said, language) }]
}

/** The timeline, as the certificate has it; those that were frozen before the acts were part of them have none. */
function overTime(
  matches: readonly SearchMatch[],
  asOf: SearchCertificateFacts['asOf'],
  language: Language,
  here: string,
): Html {
  const known = matches.flatMap((match) => (match.acts ? [{ ...match, acts: match.acts }] : []))
  return known.length > 0 ? timelineView(known, asOf, { language, here, linked: false }) : nothing
}

export function parametersOf(here: string): Record<string, string> {
  return Object.fromEntries(new URL(here, 'http://local').searchParams)
}

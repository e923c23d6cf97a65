import { partyLines } from '../../parties/pages/party-view.ts'
import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, joined, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { pageLinks, type Slice } from '../../platform/paging.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenDate, writtenMomentParts } from '../../platform/written-form.ts'
import { formOf } from '../../registrations/forms/forms.ts'
import { stateWord } from '../../registrations/pages/state-word.ts'
import { securityTypeLabel } from '../../registrations/registration-wording.ts'
import type { SearchAnswer } from '../../search/search-answer.ts'
import { rankingNote, searchedByLabel } from '../../search/search-wording.ts'

export const MATCHES_A_PAGE = 200

export type Match = Omit<SearchAnswer['matches'][number], 'openObjections'> & { openObjections?: number }

type Place = {
  language: Language
  here: string
  linked: boolean
  asOf?: { sequence: number }
  above?: Html
  /** More of why a match was found, under what it was found by. */
  whyFound?: (match: Match) => Html
}

/**
 * One page of the matches of a search. `linked`: the reader may open the registrations, with `asOf` also as they stood
 * then; `above`: what stands between heading and list.
 */
export function matchList(slice: Slice<Match>, place: Place): Html {
  const { language, here } = place
  const say = speaker(language)
  return html`<h2 class="govuk-heading-m" id="matches">${say('查得的在效登记', 'Registrations in effect that were found')}</h2>
<p class="govuk-body secondary">${inLanguage(rankingNote, language)}</p>
${place.above ?? nothing}
${slice.rows.length > 0 ? matchTable(slice.rows, place) : nothing}
${pageLinks(language, slice, { here, name: 'page', anchor: 'matches' })}`
}

function matchTable(matches: readonly Match[], place: Place): Html {
  const { language } = place
  return dataTable(language, {
    caption: text('查得的在效登记', 'Registrations in effect that were found'),
    captionHidden: true,
    rows: matches,
    columns: [
      { label: text('次序', 'Rank'), cell: ({ rank }) => thousands(rank), kind: 'whole' },
      { label: text('登记', 'Registration'), cell: (match) => registrationCell(match, place), heads: true },
      { label: text('当事人', 'Parties'), cell: (match) => partiesCell(match, language) },
      { label: text('担保财产', 'Collateral'), cell: ({ collateralSummary }) => collateralSummary },
      { label: text('登记时间（北京）', 'Filed (UTC+8)'), cell: ({ filedAt }) => momentLines(filedAt, language) },
      { label: text('状态', 'State'), cell: (match) => stateCell(match, language) },
      {
        label: text('相符的是', 'Found by'),
        cell: (match) => html`${foundBy(match.matchedBy, language)}${place.whyFound?.(match) ?? nothing}`,
      },
    ],
  })
}

function registrationCell({ registrationNumber, securityType }: Match, { language, linked, asOf }: Place): Html {
  const number = numberInGroups(registrationNumber, { copy: false })
  const shown = linked ? html`<a class="govuk-link" href="/registrations/${registrationNumber}">${number}</a>` : number
  const then = inLanguage(text('查询时的状况', 'As it stood then'), language)
  const past = asOf
    ? html`<br><a class="govuk-link" href="/registrations/${registrationNumber}?asOfSequence=${asOf.sequence}">${then}<span class="govuk-visually-hidden"> ${registrationNumber}</span></a>`
    : nothing
  return html`${shown}<br>${inLanguage(securityTypeLabel(securityType), language)}${past}`
}

/** Both sides by what their security type calls them. */
function partiesCell({ securityType, securedParties, debtors }: Match, language: Language): Html {
  const form = formOf(securityType)
  const side = (label: Text, parties: Match['debtors']) =>
    html`<div class="side"><span class="secondary small">${inLanguage(label, language)}</span>${partyLines(parties, language)}</div>`
  return html`${side(form?.securedPartyLabel ?? text('担保权人', 'Secured party'), securedParties)}${side(form?.debtorLabel ?? text('担保人', 'Debtor'), debtors)}`
}

function momentLines(time: string, language: Language): Html {
  const { day, clock } = writtenMomentParts(time)
  return html`<span class="line">${inLanguage(day, language)}</span><span class="line">${clock}</span>`
}

function stateCell({ expiresOn, openObjections = 0 }: Match, language: Language): Html {
  const until = writtenDate(expiresOn)
  const objected = text(
    `有 ${openObjections} 项异议`,
    `${openObjections} open objection${openObjections > 1 ? 's' : ''}`,
  )
  return html`${stateWord('in_effect', language)}<span class="line">${inLanguage(text(`至${until.zh}`, `until ${until.en}`), language)}</span>${openObjections > 0 ? html`<span class="line state state--ended">${inLanguage(objected, language)}</span>` : nothing}`
}

function foundBy(matchedBy: readonly string[], language: Language): Html {
  return joined(
    matchedBy.map((by) => inLanguage(searchedByLabel(by), language)),
    html`<br>`,
  )
}

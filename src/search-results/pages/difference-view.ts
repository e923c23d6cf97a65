import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenDate, writtenMoment } from '../../platform/written-form.ts'
import { securityTypeLabel } from '../../registrations/registration-wording.ts'
import type { RecordedSearch } from '../../search/load-search.ts'
import type { DifferentMatches, SearchDifference } from '../search-difference.ts'

/** Of each kind on the page; the rest is counted. */
export const DIFFERENT_SHOWN_MAX = 50

/** What is different since an earlier search of the same query, above the list of the later one. */
export function differenceView(
  difference: SearchDifference,
  later: RecordedSearch,
  earlier: RecordedSearch,
  language: Language,
): Html {
  const say = speaker(language)
  const { added, gone, changed } = difference
  const none = added.count + gone.count + changed.count === 0
  const then = inLanguage(writtenMoment(earlier.asOf.time), language)
  return html`<section class="difference" aria-labelledby="difference"><h2 class="govuk-heading-m" id="difference">${say('与上次查询相比', 'Since the earlier search')}</h2>
<p class="govuk-body">${say('上次查询', 'The earlier search')} <a class="govuk-link" href="/searches/${earlier.searchNumber}">${numberInGroups(earlier.searchNumber, { copy: false })}</a>${say(`，截至 ${then}：`, `, as of ${then}: `)}<strong>${none ? say('没有变化。', 'nothing is different.') : counts(difference, language)}</strong></p>
${earlier.searchLogic === later.searchLogic ? nothing : otherLogic(earlier, later, language)}
${list(text('新查得', 'Found now and not then'), added, language)}
${list(text('不再查得（所列为当时的内容）', 'Found then and not now, as they stood then'), gone, language)}
${list(text('其间有变更、展期、异议等登记事项', 'Found both times, with acts in between'), changed, language)}</section>`
}

function counts({ added, gone, changed }: SearchDifference, language: Language): string {
  const [more, fewer, other] = [added, gone, changed].map(({ count }) => thousands(count))
  return inLanguage(
    text(
      `新查得 ${more} 项，不再查得 ${fewer} 项，其间有登记事项的 ${other} 项。`,
      `${more} found now and not then, ${fewer} found then and not now, ${other} with acts in between.`,
    ),
    language,
  )
}

function otherLogic(earlier: RecordedSearch, later: RecordedSearch, language: Language): Html {
  return html`<div class="note"><p class="govuk-body">${inLanguage(
    text(
      `两次查询用的查询逻辑不同（第 ${earlier.searchLogic} 版和第 ${later.searchLogic} 版），差别也可能由此而来。`,
      `The two searches were made under different search logics (${earlier.searchLogic} and ${later.searchLogic}): differences may come from that too.`,
    ),
    language,
  )}</p></div>`
}

function list(heading: Text, { count, matches }: DifferentMatches, language: Language): Html {
  if (count === 0) return nothing
  const say = speaker(language)
  const left = count - matches.length
  return html`<h3 class="govuk-heading-s">${inLanguage(heading, language)}</h3>
${dataTable(language, {
  caption: heading,
  captionHidden: true,
  rows: matches,
  columns: [
    {
      label: text('登记', 'Registration'),
      cell: ({ registrationNumber, securityType }) =>
        html`<a class="govuk-link" href="/registrations/${registrationNumber}">${numberInGroups(registrationNumber, { copy: false })}</a><br>${inLanguage(securityTypeLabel(securityType), language)}`,
      heads: true,
    },
    {
      label: text('担保权人', 'Secured party'),
      cell: ({ securedParties }) => securedParties.map(({ name }) => name).join('；'),
    },
    { label: text('担保财产', 'Collateral'), cell: ({ collateralSummary }) => collateralSummary },
    { label: text('登记时间', 'Filed'), cell: ({ filedAt }) => inLanguage(writtenMoment(filedAt), language) },
    { label: text('登记到期日', 'Expiry date'), cell: ({ expiresOn }) => inLanguage(writtenDate(expiresOn), language) },
  ],
})}
${left > 0 ? html`<p class="govuk-body">${say(`另有 ${thousands(left)} 项未在此列出。`, `${thousands(left)} more are not listed here.`)}</p>` : nothing}`
}

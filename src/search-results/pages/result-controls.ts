import { hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Shell } from '../../platform/shell.ts'
import { type Language, text } from '../../platform/text.ts'
import { thousands } from '../../platform/written-form.ts'
import type { RecordedSearch } from '../../search/load-search.ts'
import { IN_ONE_CERTIFICATE_MAX } from '../../search/long-result.ts'
import { isNarrowed } from '../../search/match-view.ts'
import { matchFilter, type TypedView, viewAddress } from './match-filter.ts'

/** Shorter lists are read at a glance. */
export const FILTERED_FROM = 10

/** What can be done with a result. A search of which content was destroyed has no certificate any more. */
export function resultActions(found: RecordedSearch, shell: Shell): Html {
  const say = speaker(shell.language)
  const own = `/searches/${found.searchNumber}`
  const certificate =
    found.count > IN_ONE_CERTIFICATE_MAX
      ? html`<a class="govuk-button" href="${own}/certificate">${say('取查询证明（分册 PDF）', 'Get the certificate (PDF in parts)')}</a>`
      : html`<a class="govuk-button" href="/api/v1${own}/certificate">${say('取查询证明（PDF）', 'Get the certificate (PDF)')}</a>`
  return html`<div class="govuk-body actions">${found.destroyed.length > 0 ? nothing : certificate}
<form method="post" action="${own}/repeats">${hiddenCsrf(shell)}${submitButton(shell.language, text('再查一次', 'Search again'), { kind: 'secondary' })}</form>
<a class="govuk-link" href="/search?by=${found.query.by}&purpose=${found.purpose}">${say('另查一次', 'Search for something else')}</a></div>`
}

/** Above a long list: its filter, how much of it is shown, and all of it as files. */
export function aboveMatches(found: RecordedSearch, typed: TypedView, shown: number, language: Language): Html {
  const own = `/searches/${found.searchNumber}`
  return html`${matchFilter(typed, { language, errors: typed.refused }, own)}
${isNarrowed(typed.view) ? narrowedNote(found, typed, shown, language) : nothing}
${wholeFiles(found, language)}`
}

/** A narrowed list is no certified answer, and says so. */
function narrowedNote({ searchNumber, count }: RecordedSearch, { view }: TypedView, shown: number, language: Language) {
  const say = speaker(language)
  const [part, whole] = [thousands(shown), thousands(count)]
  const file = viewAddress(`/searches/${searchNumber}/matches.csv`, view)
  return html`<div class="note"><p class="govuk-body"><strong>${say(
    `以下显示全部 ${whole} 项中的 ${part} 项。`,
    `Showing ${part} of ${whole}. `,
  )}</strong>${say('经证明的结果是全部。', 'The certified answer is all of them.')}
${shown > 0 ? html`<a class="govuk-link" href="${file}">${say('下载这一部分（CSV）', 'Download these (CSV)')}</a>` : nothing}</p></div>`
}

function wholeFiles({ searchNumber, count }: RecordedSearch, language: Language): Html {
  const say = speaker(language)
  const file = `/searches/${searchNumber}/matches`
  return html`<p class="govuk-body">${say(`下载全部 ${thousands(count)} 项：`, `Download all ${thousands(count)}: `)}
<a class="govuk-link" href="${file}.csv">CSV</a>
<a class="govuk-link" href="${file}.json">JSON</a></p>`
}

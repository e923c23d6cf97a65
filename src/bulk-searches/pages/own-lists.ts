import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenMomentShort } from '../../platform/written-form.ts'
import { purposeLabel } from '../../search/search-wording.ts'
import { type BulkSearch, doneOf, states } from '../bulk-search.ts'

/** The lists that somebody had searched, newest first. @param page whether it is not the first, and not the last */
export function ownLists(
  rows: readonly BulkSearch[],
  language: Language,
  { older, more }: { older: boolean; more: boolean },
): Html {
  const say = speaker(language)
  const last = rows.at(-1)
  if (!last && !older) return nothing
  return html`<section aria-labelledby="history"><h2 class="govuk-heading-m" id="history">${say('您的清单', 'Your lists')}</h2>
${last ? table(rows, language) : html`<p class="govuk-body">${say('没有更早的清单。', 'There are no older lists.')}</p>`}
<nav class="pages" aria-label="${say('分页', 'Pages')}">
${older ? html`<a class="govuk-link" href="/bulk-searches#history">${say('最近的清单', 'Newest lists')}</a>` : nothing}
${last && more ? html`<a class="govuk-link" href="/bulk-searches?before=${last.bulkSearchNumber}#history">${say('更早的清单', 'Older lists')}</a>` : nothing}
</nav></section>`
}

function table(rows: readonly BulkSearch[], language: Language): Html {
  return dataTable(language, {
    caption: text('您的清单', 'Your lists'),
    captionHidden: true,
    rows,
    columns: [
      {
        label: text('清单编号', 'List number'),
        cell: ({ bulkSearchNumber }) =>
          html`<a class="govuk-link" href="/bulk-searches/${bulkSearchNumber}">${numberInGroups(bulkSearchNumber, { copy: false })}</a>`,
        kind: 'whole',
        heads: true,
      },
      {
        label: text('提交时间（北京）', 'Sent (UTC+8)'),
        cell: ({ createdAt }) => inLanguage(writtenMomentShort(createdAt), language),
      },
      { label: text('目的', 'Purpose'), cell: ({ purpose }) => inLanguage(purposeLabel(purpose), language) },
      { label: text('状态', 'State'), cell: (search) => stateWords(search, language) },
      { label: text('行数', 'Lines'), cell: ({ total }) => thousands(total), kind: 'figure' },
      { label: text('查得登记', 'Found'), cell: ({ found }) => thousands(found), kind: 'figure' },
    ],
  })
}

function stateWords(search: BulkSearch, language: Language): string {
  const word = inLanguage(states[search.state], language)
  if (search.state === 'ended' || search.state === 'waiting') return word
  return `${word} ${thousands(doneOf(search))}/${thousands(search.total)}`
}

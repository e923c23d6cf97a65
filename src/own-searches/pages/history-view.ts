import { dataTable } from '../../platform/data-table.ts'
import { hidden, hiddenCsrf } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Shell } from '../../platform/shell.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenMomentShort } from '../../platform/written-form.ts'
import { purposeLabel, searchedByLabel } from '../../search/search-wording.ts'
import { askedFor } from '../export-history.ts'
import { type HistoryPage, type ListedSearch, LOOKED_AT_MAX } from '../list-searches.ts'
import { historyAddress, type TypedHistory } from './history-filter.ts'

/** A page of one's own searches, and the ways to the others. @param older it is not the first page */
export function historyView({ searches, next }: HistoryPage, typed: TypedHistory, older: boolean, shell: Shell): Html {
  const { language } = shell
  const say = speaker(language)
  const ways = html`<nav class="pages" aria-label="${say('分页', 'Pages')}">
${older ? newest(typed, shell) : nothing}
${next === undefined ? nothing : olderOf(next, typed, shell)}
</nav>`
  if (searches.length === 0) {
    return html`<p class="govuk-body">${noneWords(typed, older, next !== undefined, language)}</p>
${older || next !== undefined ? ways : nothing}
${older || Object.keys(typed.filter).length > 0 ? nothing : html`<p class="govuk-body"><a class="govuk-link" href="/search">${say('查询', 'Search the register')}</a></p>`}`
  }
  return html`<p class="govuk-body">${say('您办理的查询，最近的在前；时间为北京时间。结果永远是查询当时的结果。', 'The searches you made, newest first; times are Beijing time (UTC+8). Each result stays what it was.')}</p>
${table(searches, shell)}
${ways}`
}

function noneWords({ filter }: TypedHistory, older: boolean, more: boolean, language: Language): string {
  const say = speaker(language)
  const looked = thousands(LOOKED_AT_MAX)
  if (more) {
    return say(
      `最近的 ${looked} 次查询中没有符合筛选的，可以接着往前找。`,
      `None of these ${looked} searches passes the filter; older ones can be looked through.`,
    )
  }
  if (older) return say('没有更早的查询。', 'There are no older searches.')
  if (Object.keys(filter).length > 0) return say('没有符合筛选的查询。', 'No search passes the filter.')
  return say('您还没有查询过。', 'You have made no searches yet.')
}

function newest(typed: TypedHistory, shell: Shell): Html {
  const words = speaker(shell.language)('最近的查询', 'Newest searches')
  return typed.filter.asked === undefined
    ? html`<a class="govuk-link" href="${historyAddress(typed)}">${words}</a>`
    : posted({}, typed, words, shell)
}

function olderOf(next: string, typed: TypedHistory, shell: Shell): Html {
  const words = speaker(shell.language)('更早的查询', 'Older searches')
  return typed.filter.asked === undefined
    ? html`<a class="govuk-link" href="${historyAddress(typed, { before: next })}">${words}</a>`
    : posted({ before: next }, typed, words, shell)
}

/** With a name in the filter, a page is asked for by a form: no name stands in an address. */
function posted(more: Record<string, string>, { fields }: TypedHistory, words: string, shell: Shell): Html {
  const values = Object.entries({ ...fields, ...more }).map(([name, value]) => hidden(name, value))
  return html`<form method="post" action="/searches">${hiddenCsrf(shell)}${values}<button class="link-button" type="submit">${words}</button></form>`
}

function table(rows: readonly ListedSearch[], shell: Shell): Html {
  const { language } = shell
  return dataTable(language, {
    caption: text('我的查询', 'My searches'),
    captionHidden: true,
    rows,
    columns: [
      {
        label: text('查询编号', 'Search number'),
        cell: ({ searchNumber }) =>
          html`<a class="govuk-link" href="/searches/${searchNumber}">${numberInGroups(searchNumber, { copy: false })}</a>`,
        kind: 'whole',
        heads: true,
      },
      { label: text('时间', 'Time'), cell: ({ searchedAt }) => inLanguage(writtenMomentShort(searchedAt), language) },
      { label: text('查询条件', 'Searched for'), cell: (search) => askedCell(search, language) },
      { label: text('目的', 'Purpose'), cell: ({ purpose }) => inLanguage(purposeLabel(purpose), language) },
      { label: text('查得', 'Found'), cell: ({ matchCount }) => foundWords(matchCount, language), kind: 'whole' },
      { label: text('办理', 'Act'), cell: (search) => againForm(search, shell), kind: 'whole' },
    ],
  })
}

function askedCell(search: ListedSearch, language: Language): Html {
  return html`${askedFor(search)}<br><span class="secondary small">${inLanguage(searchedByLabel(search.query.by), language)}</span>`
}

/** The same query for the same purpose, as of now; its page shows what is new since. */
function againForm({ searchNumber }: ListedSearch, shell: Shell): Html {
  const say = speaker(shell.language)
  return html`<form method="post" action="/searches/${searchNumber}/repeats">${hiddenCsrf(shell)}<button class="link-button" type="submit" data-once>${say('再查一次', 'Search again')}<span class="govuk-visually-hidden"> ${searchNumber}</span></button></form>`
}

function foundWords(count: number, language: Language): string {
  if (count === 0) return inLanguage(text('无', 'None'), language)
  return inLanguage(text(`${thousands(count)} 项`, thousands(count)), language)
}

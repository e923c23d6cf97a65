import { dataTable } from '../../platform/data-table.ts'
import { hidden, hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Shell } from '../../platform/shell.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenMomentShort } from '../../platform/written-form.ts'
import { type Fields, typed } from '../../registrations/pages/typed-fields.ts'
import { purposeLabel, searchedByLabel } from '../../search/search-wording.ts'
import type { RecordPlace, RecordsRead, SearchRecord } from '../read-search-records.ts'
import { recordFields } from './typed-record-filter.ts'

type Place = { language: Language; shell: Shell }

/** A page of records and the ways to the others. */
export function recordsView({ records, more, followedUntil }: RecordsRead, fields: Fields, place: Place): Html {
  const { language } = place
  const say = speaker(language)
  const older = typed(fields, 'beforeNumber') !== ''
  const last = records.at(-1)
  const none = older
    ? say('没有更早的查询。', 'There are no older searches.')
    : say('没有符合的查询。', 'No search fits.')
  return html`<p class="answer" id="found">${last ? say(`本页 ${thousands(records.length)} 次查询，最近的在前。`, `${thousands(records.length)} on this page, newest first.`) : none}</p>
${followedUntil ? html`<p class="govuk-body secondary">${followedWords(followedUntil, language)}</p>` : nothing}
${last ? table(records, language) : nothing}
<nav class="pages" aria-label="${say('分页', 'Pages')}">
${older ? pageForm(fields, undefined, place, text('最近的查询', 'Newest searches')) : nothing}
${more && last ? pageForm(fields, last, place, text('更早的查询', 'Older searches')) : nothing}
</nav>`
}

function followedWords(until: string, language: Language): string {
  const moment = writtenMomentShort(until)
  const words = text(
    `按被查询人只能查到 ${moment.zh}（北京时间）以前的查询；其后的请按日期查看。`,
    `By debtor, only searches before ${moment.en} (UTC+8) are found; for later ones read by day.`,
  )
  return inLanguage(words, language)
}

function table(records: readonly SearchRecord[], language: Language): Html {
  return dataTable(language, {
    caption: text('查询记录', 'Records of searches'),
    captionHidden: true,
    rows: records,
    columns: [
      {
        label: text('查询编号', 'Search number'),
        cell: ({ searchNumber }) =>
          html`<a class="govuk-link" href="/searches/${searchNumber}">${numberInGroups(searchNumber, { copy: false })}</a>`,
        heads: true,
      },
      {
        label: text('时间', 'Time'),
        cell: ({ searchedAt }) => inLanguage(writtenMomentShort(searchedAt), language),
      },
      {
        label: text('查询人', 'Searcher'),
        cell: ({ account, searcher }) => html`${account.name}<br><span class="secondary small">${searcher}</span>`,
      },
      { label: text('查询条件', 'Searched for'), cell: ({ query }) => askedCell(query, language) },
      { label: text('目的', 'Purpose'), cell: ({ purpose }) => inLanguage(purposeLabel(purpose), language) },
      { label: text('查得', 'Found'), cell: ({ matchCount }) => thousands(matchCount), kind: 'figure' },
    ],
  })
}

function askedCell(query: SearchRecord['query'], language: Language): Html {
  const { name, value, identifier } = query as { name?: string; value?: string; identifier?: { value: string } }
  const asked = [name ?? value, identifier?.value].filter((each) => each !== undefined).join('；')
  return html`${asked}<br><span class="secondary small">${inLanguage(searchedByLabel(query.by), language)}</span>`
}

/** The same look from another place. */
function pageForm(fields: Fields, place: RecordPlace | undefined, { language, shell }: Place, label: Text): Html {
  const kept = recordFields.map((name) => hidden(name, typed(fields, name)))
  const at = place
    ? html`${hidden('beforeTime', place.searchedAt)}${hidden('beforeNumber', place.searchNumber)}`
    : nothing
  return html`<form method="post" action="/registrar/searches#found">${hiddenCsrf(shell)}${kept}${at}${submitButton(language, label, { kind: 'secondary' })}</form>`
}

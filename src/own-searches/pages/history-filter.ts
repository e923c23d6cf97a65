import { type FormState, hiddenCsrf, select, textInput } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import type { Shell } from '../../platform/shell.ts'
import { text } from '../../platform/text.ts'
import { naming } from '../../registrations/field-errors.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import { readDate, readLine } from '../../registrations/typed-values.ts'
import { purposes } from '../../search/search-query.ts'
import type { HistoryFilter } from '../list-searches.ts'

const fieldNames = ['asked', 'purpose', 'found', 'searchedFrom', 'searchedTo'] as const
type FieldName = (typeof fieldNames)[number]

const ASKED_MAX_CHARACTERS = 200

const labels = {
  asked: text('查询的名称或者号码', 'Name or number searched for'),
  purpose: text('目的', 'Purpose'),
  found: text('结果', 'Result'),
  searchedFrom: text('查询日自', 'Searched from'),
  searchedTo: text('查询日至', 'Searched until'),
} as const

export type TypedHistory = { fields: Record<FieldName, string>; filter: HistoryFilter; refused: Refusal[] }

/** What was chosen, from an address or a form. What cannot be read is refused at its field and narrows nothing. */
export function readHistoryFilter(from: unknown): TypedHistory {
  const fields = Object.fromEntries(
    fieldNames.map((name) => [name, typed(from, name).trim()]),
  ) as TypedHistory['fields']
  const refused: Refusal[] = []
  const refuse = (name: FieldName, { code, message }: Refusal) => {
    refused.push({ code, pointer: `/${name}`, message: naming({ label: labels[name] }, { code, message }) })
    return undefined
  }
  const day = (name: 'searchedFrom' | 'searchedTo') => {
    const reading = readDate(fields[name])
    if (!reading) return undefined
    return 'refused' in reading ? refuse(name, reading.refused) : String(reading.value)
  }
  const askedFor = () => {
    const reading = readLine(fields.asked)
    if (!reading) return undefined
    if ('refused' in reading) return refuse('asked', reading.refused)
    return fields.asked.length > ASKED_MAX_CHARACTERS ? refuse('asked', tooLong) : String(reading.value)
  }
  const [asked, searchedFrom, searchedTo] = [askedFor(), day('searchedFrom'), day('searchedTo')]
  const filter: HistoryFilter = {
    ...(asked !== undefined && { asked }),
    ...(Object.hasOwn(purposes, fields.purpose) && { purpose: fields.purpose }),
    ...((fields.found === 'yes' || fields.found === 'no') && { found: fields.found === 'yes' }),
    ...(searchedFrom !== undefined && { searchedFrom }),
    ...(searchedTo !== undefined && { searchedTo }),
  }
  return { fields, filter, refused }
}

const tooLong: Refusal = {
  code: 'text_too_long',
  message: text(`最多 ${ASKED_MAX_CHARACTERS} 个字符`, `at most ${ASKED_MAX_CHARACTERS} characters`),
}

/** What may stand in an address: everything but what was searched for (threat 14). */
export function historyAddress({ fields }: TypedHistory, more: Record<string, string> = {}): string {
  const chosen = fieldNames
    .filter((name) => name !== 'asked' && fields[name] !== '')
    .map((name) => [name, fields[name]])
  const query = new URLSearchParams([...chosen, ...Object.entries(more)] as string[][]).toString()
  return query === '' ? '/searches' : `/searches?${query}`
}

/**
 * What narrows the list. It is posted, because a name that was searched for must not stand in an address; the same form
 * downloads what passes.
 */
export function historyFilter({ fields, filter }: TypedHistory, form: FormState, shell: Shell): Html {
  const say = speaker(form.language)
  const control = (name: FieldName) => ({ pointer: `/${name}`, label: labels[name], value: fields[name] })
  const narrowed = Object.keys(filter).length > 0 || form.errors.length > 0
  return html`<form method="post" action="/searches" class="list-filter" role="search" aria-label="${say('筛选我的查询', 'Filter my searches')}" novalidate autocomplete="off">
${hiddenCsrf(shell)}
${textInput(form, { ...control('asked'), hint: text('全部或者其中一部分', 'All of it, or a part') })}
${select(form, {
  ...control('purpose'),
  choices: Object.entries(purposes).map(([value, label]) => ({ value, label })),
  empty: text('不限', 'Any'),
})}
${select(form, { ...control('found'), choices: results, empty: text('不限', 'Any') })}
${textInput(form, { ...control('searchedFrom'), width: 10 })}
${textInput(form, { ...control('searchedTo'), width: 10 })}
<div class="list-filter__do list-filter__do--row"><button type="submit" class="govuk-button">${say('筛选', 'Filter')}</button>
<button type="submit" class="govuk-button govuk-button--secondary" formaction="/searches/export">${say('下载（CSV）', 'Download (CSV)')}</button>
${narrowed ? html`<a class="govuk-link" href="/searches">${say('清除筛选', 'Clear the filter')}</a>` : nothing}</div>
</form>`
}

const results = [
  { value: 'yes', label: text('查得登记', 'Something found') },
  { value: 'no', label: text('没有查得', 'Nothing found') },
]

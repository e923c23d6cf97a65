import { type FormState, select, textInput } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import { naming } from '../../registrations/field-errors.ts'
import { formOf, forms } from '../../registrations/forms/forms.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import { readDate } from '../../registrations/typed-values.ts'
import { isNarrowed, type MatchOrder, type MatchView, matchOrders } from '../../search/match-view.ts'

const fieldNames = ['securityType', 'filedFrom', 'filedTo', 'sort'] as const
type FieldName = (typeof fieldNames)[number]

const labels = {
  securityType: text('担保类型', 'Security type'),
  filedFrom: text('登记日自', 'Filed from'),
  filedTo: text('登记日至', 'Filed until'),
  sort: text('排列', 'Order'),
} as const

export type TypedView = { fields: Record<FieldName, string>; view: MatchView; refused: Refusal[] }

/** The view that an address asks for. What cannot be read is refused at its field and narrows nothing. */
export function readMatchView(query: unknown): TypedView {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, typed(query, name).trim()])) as TypedView['fields']
  const refused: Refusal[] = []
  const day = (name: 'filedFrom' | 'filedTo') => {
    const reading = readDate(fields[name])
    if (reading && 'refused' in reading) {
      const message = naming({ label: labels[name] }, reading.refused)
      refused.push({ code: reading.refused.code, pointer: `/${name}`, message })
    }
    return reading && 'value' in reading ? String(reading.value) : undefined
  }
  const [filedFrom, filedTo] = [day('filedFrom'), day('filedTo')]
  const { securityType, sort } = fields
  return {
    fields,
    view: {
      ...(formOf(securityType) && { securityType }),
      ...(filedFrom !== undefined && { filedFrom }),
      ...(filedTo !== undefined && { filedTo }),
      ...(Object.hasOwn(matchOrders, sort) && { sort: sort as MatchOrder }),
    },
    refused,
  }
}

/** An address with a view in it. */
export function viewAddress(path: string, view: MatchView): string {
  const query = new URLSearchParams(view as Record<string, string>).toString()
  return query === '' ? path : `${path}?${query}`
}

/** What narrows and orders the list. It holds nothing of what was searched for, so it may stand in an address. */
export function matchFilter({ fields, view }: TypedView, form: FormState, path: string): Html {
  const say = speaker(form.language)
  const control = (name: FieldName) => ({ pointer: `/${name}`, label: labels[name], value: fields[name] })
  const changed = isNarrowed(view) || (view.sort ?? 'rank') !== 'rank' || form.errors.length > 0
  return html`<form method="get" action="${path}#matches" class="list-filter" aria-label="${say('筛选和排列', 'Filter and order')}" novalidate autocomplete="off">
${select(form, {
  ...control('securityType'),
  choices: forms.map(({ securityType, label }) => ({ value: securityType, label })),
  empty: text('不限', 'Any'),
})}
${textInput(form, { ...control('filedFrom'), width: 10 })}
${textInput(form, { ...control('filedTo'), width: 10 })}
${select(form, { ...control('sort'), choices: Object.entries(matchOrders).map(([value, label]) => ({ value, label })) })}
<div class="list-filter__do"><button type="submit" class="govuk-button govuk-button--secondary">${say('筛选', 'Filter')}</button>
${changed ? html`<a class="govuk-link" href="${path}#matches">${say('显示全部', 'Show all')}</a>` : nothing}</div>
</form>`
}

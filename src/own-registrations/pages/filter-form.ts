import { type Choice, type FormState, select, textInput } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { text } from '../../platform/text.ts'
import { forms } from '../../registrations/forms/forms.ts'
import { statusLabels } from '../../registrations/registration-wording.ts'
import { statuses } from '../list-filter.ts'
import { type FilterField, filterLabels, type TypedFilter } from './typed-filter.ts'

/** What narrows the list. Sent by address, so that a narrowed list can be kept, and works without scripts. */
export function filterForm({ fields, filter }: TypedFilter, form: FormState): Html {
  const say = speaker(form.language)
  const control = (name: FilterField) => ({ pointer: `/${name}`, label: filterLabels[name], value: fields[name] })
  const list = (name: FilterField, choices: readonly Choice[]) =>
    select(form, { ...control(name), choices, empty: text('不限', 'Any') })
  const narrowed = Object.keys(filter).length > 0 || form.errors.length > 0
  return html`<form method="get" action="/registrations" class="list-filter" role="search" aria-label="${say('筛选我的登记', 'Filter my registrations')}" novalidate autocomplete="off">
${textInput(form, { ...control('debtor'), hint: text('名称或者其中一部分，或者号码', 'A name, a part of one, or a number') })}
${textInput(form, { ...control('text'), hint: text('描述和明细中的词，都要含有', 'From descriptions and items; all must be there') })}
${textInput(form, { ...control('reference'), hint: text('全部或者开头', 'All of it, or its beginning') })}
${list(
  'securityType',
  forms.map(({ securityType, label }) => ({ value: securityType, label })),
)}
${list('expires', expiryChoices)}
${list(
  'status',
  statuses.map((value) => ({ value, label: statusLabels[value] })),
)}
${textInput(form, { ...control('filedFrom'), width: 10 })}
${textInput(form, { ...control('filedTo'), width: 10 })}
<div class="list-filter__do"><button type="submit" class="govuk-button">${say('筛选', 'Filter')}</button>
${narrowed ? html`<a class="govuk-link" href="/registrations">${say('清除筛选', 'Clear the filter')}</a>` : nothing}</div>
</form>`
}

const expiryChoices: readonly Choice[] = [
  { value: '30', label: text('30 天内到期', 'Within 30 days') },
  { value: '90', label: text('90 天内到期', 'Within 90 days') },
  { value: 'expired', label: text('已到期', 'Expired') },
]

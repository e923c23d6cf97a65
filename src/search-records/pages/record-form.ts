import { identifierSchemes, identifierSchemesFor } from '../../parties/identifiers.ts'
import { type FormState, hiddenCsrf, select, submitButton, textInput } from '../../platform/form-controls.ts'
import { type Html, html } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Shell } from '../../platform/shell.ts'
import { text } from '../../platform/text.ts'
import { type Fields, typed } from '../../registrations/pages/typed-fields.ts'
import { purposes } from '../../search/search-query.ts'
import { REASON_MAX_CHARACTERS } from '../read-search-records.ts'

const schemes = [...new Set([...identifierSchemesFor('organization'), ...identifierSchemesFor('individual')])]

/** What narrows the records. Sent as a form: whom somebody was searched for stands in no address. */
export function recordForm(shell: Shell, fields: Fields, form: FormState): Html {
  const say = speaker(form.language)
  const control = (name: string, zh: string, en: string) => ({
    pointer: `/${name}`,
    label: text(zh, en),
    value: typed(fields, name),
  })
  return html`<p class="govuk-body">${say('全部用户的查询，最近的在前。每次查看都记入审计；按查询编号、账户或者被查询人查看的，须写明事由。', 'The searches of all users, newest first. Each look is recorded in the audit; to read by search number, account or debtor, give a reason.')}</p>
<form method="post" action="/registrar/searches" class="list-filter" role="search" aria-label="${say('查看查询记录', 'Read records of searches')}" novalidate autocomplete="off">
${hiddenCsrf(shell)}
${textInput(form, { ...control('reason', '事由', 'Reason'), hint: text('例如案号、投诉编号', 'Such as a case or complaint number'), maxLength: REASON_MAX_CHARACTERS })}
${textInput(form, { ...control('searchNumber', '查询编号', 'Search number'), inputmode: 'numeric' })}
${textInput(form, { ...control('searchedFrom', '查询日自', 'Searched from'), width: 10 })}
${textInput(form, { ...control('searchedTo', '查询日至', 'Searched until'), width: 10 })}
${select(form, {
  ...control('purpose', '目的', 'Purpose'),
  choices: Object.entries(purposes).map(([value, label]) => ({ value, label })),
  empty: text('不限', 'Any'),
})}
${textInput(form, { ...control('account', '查询人账户', 'Account of the searcher'), hint: text('全称、代码或者用户名', 'Full name, code or a login name') })}
${textInput(form, { ...control('debtorName', '被查询的机构名称', 'Organisation searched for'), hint: text('全称，按查询规则比对', 'Full name, compared as searches do') })}
${select(form, {
  ...control('debtorScheme', '被查询的号码类型', 'Kind of number searched for'),
  choices: schemes.map((value) => ({ value, label: identifierSchemes[value].label })),
})}
${textInput(form, control('debtorValue', '被查询的号码', 'Number searched for'))}
${textInput(form, { ...control('debtorCountry', '国家或地区', 'Country'), hint: text('仅境外号码，如 DE', 'Foreign numbers only, such as DE'), width: 4, maxLength: 2 })}
<div class="list-filter__do">${submitButton(form.language, text('查看', 'Read'))}</div>
</form>`
}

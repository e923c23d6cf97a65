import { countryChoices } from '../../parties/country-names.ts'
import { identifierSchemes, identifierSchemesFor, type PartyKind } from '../../parties/identifiers.ts'
import {
  type FormState,
  fieldId,
  hidden,
  hiddenCsrf,
  radios,
  select,
  submitButton,
  textInput,
} from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Shell } from '../../platform/shell.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { purposes } from '../search-query.ts'
import { isSearchedBy, type SearchedBy, searchedByLabels } from '../search-wording.ts'
import { asOfFields } from './as-of-fields.ts'

/** What was typed, as the form posts it. Nothing of it is trusted. */
export type TypedSearch = Readonly<Record<string, unknown>>

/** The form of one way of searching, under the list of all. Each way is a page, so that it works without scripts. */
export function searchForm(shell: Shell, by: SearchedBy, typed: TypedSearch, form: FormState): Html {
  const purpose = radios(form, {
    pointer: '/purpose',
    label: text('查询目的', 'Purpose of the search'),
    hint: text('目的与查询一并记录，载于查询证明。', 'Recorded with the search, and stated on its certificate.'),
    value: typed.purpose,
    choices: Object.entries(purposes).map(([value, label]) => ({ value, label })),
    small: true,
    inline: true,
  })
  return html`${waysOfSearch(shell, by)}
<form method="post" action="/search" novalidate autocomplete="off">
${hiddenCsrf(shell)}${hidden('by', by)}
${fieldsOf(by, typed, form)}
${purpose}
${asOfFields(typed, form)}
${submitButton(form.language, text('查询', 'Search'))}
</form>`
}

function waysOfSearch(shell: Shell, current: SearchedBy): Html {
  const say = speaker(shell.language)
  const items = Object.entries(shortLabels).map(
    ([by, label]) =>
      html`<li><a href="/search?by=${by}"${by === current ? html` aria-current="page"` : nothing}>${inLanguage(label, shell.language)}</a></li>`,
  )
  return html`<nav aria-label="${say('查询方式', 'Ways to search')}"><ul class="ways">${items}</ul></nav>`
}

const shortLabels: Readonly<Record<SearchedBy, ReturnType<typeof text>>> = {
  organizationName: text('机构名称', 'Organisation name'),
  organizationIdentifier: text('机构代码', 'Organisation code'),
  individualId: text('个人证件号码', 'Individual'),
  registrationNumber: text('登记证明编号', 'Registration number'),
  assetIdentifier: text('财产标识', 'Asset'),
}

/** The way that a query or form asks for; by name unless told. */
export function wayOf(by: unknown): SearchedBy {
  return isSearchedBy(by) ? by : 'organizationName'
}

function fieldsOf(by: SearchedBy, typed: TypedSearch, form: FormState): Html {
  switch (by) {
    case 'organizationName':
      return nameFields(typed, form)
    case 'organizationIdentifier':
      return identifierFields('organization', '', typed, form)
    case 'individualId':
      return identifierFields('individual', '', typed, form)
    case 'registrationNumber':
      return textInput(form, {
        pointer: '/value',
        label: searchedByLabels.registrationNumber,
        hint: text('20 位数字，可带空格。', '20 digits; spaces do no harm.'),
        value: typed.value,
        inputmode: 'numeric',
        width: 30,
        code: true,
      })
    case 'assetIdentifier':
      return textInput(form, {
        pointer: '/value',
        label: searchedByLabels.assetIdentifier,
        hint: text(
          '序列号、车辆识别代号、合同编号、发票号码，或者仓单、提单、存单的编号。',
          'A serial number, VIN, contract or invoice number, or the number of a warehouse receipt, bill of lading or deposit certificate.',
        ),
        value: typed.value,
        code: true,
      })
  }
}

function nameFields(typed: TypedSearch, form: FormState): Html {
  const identifier = (typed.identifier ?? {}) as TypedSearch
  const typedCode = ['value', 'country'].some((name) => typeof identifier[name] === 'string' && identifier[name] !== '')
  const failed = form.errors.some((each) => each.pointer?.startsWith('/identifier'))
  return html`${textInput(form, {
    pointer: '/name',
    label: searchedByLabels.organizationName,
    hint: text(
      '登记机关核准的全称。空格、全角半角、大小写和括号的式样不影响结果，其余须逐字相符。',
      'The full registered name. Spaces, width, case and the style of brackets make no difference; all else must match exactly.',
    ),
    value: typed.name,
  })}
<p class="govuk-body"><a class="govuk-link" href="/search-logic">${inLanguage(text('怎样才算同一个名称', 'When two names are the same'), form.language)}</a></p>
<details class="govuk-details"${typedCode || failed ? html` open` : nothing}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${inLanguage(text('同时按代码查询（选填）', 'Search by its code as well (optional)'), form.language)}</span></summary>
<div class="govuk-details__text">
<p class="govuk-body">${inLanguage(text('名称或者代码相符的登记都列出，并注明相符的是哪一项。', 'Registrations that match either are listed, each with what it was found by.'), form.language)}</p>
${identifierFields('organization', '/identifier', identifier, form)}
</div></details>`
}

/** Kind of number, number, and the country for kinds that need it. */
function identifierFields(kind: PartyKind, at: string, typed: TypedSearch, form: FormState): Html {
  const schemes = identifierSchemesFor(kind)
  const foreign = schemes.filter((scheme) => identifierSchemes[scheme].countryRequired)
  const person = kind === 'individual'
  return html`${select(form, {
    pointer: `${at}/scheme`,
    label: person ? text('证件类型', 'Kind of document') : text('代码类型', 'Kind of code'),
    value: typed.scheme,
    choices: schemes.map((value) => ({ value, label: identifierSchemes[value].label })),
  })}
${textInput(form, {
  pointer: `${at}/value`,
  label: person ? text('证件号码', 'Number') : text('代码', 'Code'),
  ...(person && {
    hint: text('个人只按证件号码查询，不按姓名。', 'Individuals are searched by number, never by name.'),
  }),
  value: typed.value,
  width: 30,
  code: true,
})}
<div data-needed-by="${[fieldId(`${at}/scheme`), ...foreign].join(' ')}">${select(form, {
    pointer: `${at}/country`,
    label: text('签发国家或者地区', 'Country or region that gave it'),
    hint: person ? text('护照须选。', 'For passports.') : text('境外注册号须选。', 'For foreign registration numbers.'),
    value: typed.country,
    choices: countryChoices(form.language),
    empty: text('请选择', 'Choose one'),
  })}</div>`
}

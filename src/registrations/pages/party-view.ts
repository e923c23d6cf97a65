import { countryChoices } from '../../parties/country-names.ts'
import {
  type FormState,
  fieldId,
  fieldName,
  hidden,
  hiddenCsrf,
  select,
  submitButton,
  textInput,
} from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import type { Refusal } from '../../platform/refusal.ts'
import type { Shell } from '../../platform/shell.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import type { TypedParty, TypedRelative } from '../typed-answers.ts'
import { leaveButton } from './filing-page.ts'
import { partyFieldLabel, schemeChoices, schemesWithCountry } from './party-fields.ts'

type View = { form: FormState; party: TypedParty; at: string }

/** The form of one party. Its fields are known by their pointers into the party. */
export function partyForm(shell: Shell, party: TypedParty, errors: readonly Refusal[]): Html {
  return html`<form method="post" novalidate>
${hiddenCsrf(shell)}${partyControls({ language: shell.language, errors }, party)}
<div class="govuk-button-group">${submitButton(shell.language, text('保存', 'Save'))}
${leaveButton(shell.language)}</div>
</form>`
}

/**
 * The fields of one party, for a form that has others besides. They are named by their pointers into the party.
 * @param at the pointer that stands before these, where the form has several parties
 */
export function partyControls(form: FormState, party: TypedParty, at = ''): Html {
  const view: View = { form, party, at }
  return html`${hidden(fieldName(`${at}/id`), party.id)}${hidden(fieldName(`${at}/kind`), party.kind)}
${party.kind === 'organization' ? organizationFields(view) : individualFields(view)}`
}

function organizationFields(view: View): Html {
  const { party } = view
  return html`${input(view, '/name', party.name, {
    hint: text(
      '与营业执照或者登记文件上的全称一字不差，查询即以此为准；没有字号的个体工商户不填。',
      'Letter for letter as on the licence: searches go by it. Leave empty for an individual business without a trade name.',
    ),
  })}
${identifier(view, '', party.identifier, 'organization')}
${address(view, '', party.address)}
${input(view, '/representative', party.representative)}
${share(view)}
${relative(view, '/parent', party.parent, {
  summary: text('这是分公司、分行等分支机构', 'This is a branch'),
  explanation: text(
    '分支机构须写明所属法人，查询所属法人时也能查到这项登记（办法第九条）。',
    'A branch names the organisation it belongs to, and is found under it too (art. 9 of the Measures).',
  ),
  kind: 'organization',
})}
${relative(view, '/owner', party.owner, {
  summary: text('这是个体工商户', 'This is an individual business'),
  explanation: text(
    '写明经营者，查询经营者的证件号码时也能查到这项登记。',
    'Name its owner; the registration is then found under the owner’s identity number too.',
  ),
  kind: 'individual',
})}`
}

function individualFields(view: View): Html {
  const { party } = view
  return html`${input(view, '/name', party.name, {
    hint: text('与身份证件一致。', 'As on the identity document.'),
  })}
${identifier(view, '', party.identifier, 'individual')}
${address(view, '', party.address)}
${share(view)}`
}

/** The parent of a branch or the owner of an individual business: folded away unless something stands there. */
function relative(
  view: View,
  at: '/parent' | '/owner',
  typed: TypedRelative,
  words: { summary: Text; explanation: Text; kind: TypedParty['kind'] },
): Html {
  const { language, errors } = view.form
  const filled = [typed.name, typed.identifier.value, typed.address.line, typed.address.division, typed.representative]
  const open = filled.some((each) => each !== '') || errors.some(({ pointer }) => pointer?.startsWith(view.at + at))
  return html`<details class="govuk-details"${open ? html` open` : nothing}>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">${inLanguage(words.summary, language)}</span></summary>
<div class="govuk-details__text"><p class="govuk-body">${inLanguage(words.explanation, language)}</p>
${input(view, `${at}/name`, typed.name)}
${identifier(view, at, typed.identifier, words.kind)}
${address(view, at, typed.address, { optional: true })}
${words.kind === 'organization' ? input(view, `${at}/representative`, typed.representative, { optional: true }) : nothing}
</div></details>`
}

function identifier(view: View, at: string, typed: TypedParty['identifier'], kind: TypedParty['kind']): Html {
  const scheme = `${at}/identifier/scheme`
  const country = `${at}/identifier/country`
  return html`${select(view.form, {
    pointer: view.at + scheme,
    label: partyFieldLabel(view.party.kind, scheme),
    value: typed.scheme,
    choices: schemeChoices(kind),
  })}
${input(view, `${at}/identifier/value`, typed.value, { code: true, width: 20 })}
<div data-needed-by="${[fieldId(view.at + scheme), ...schemesWithCountry(kind)].join(' ')}">${select(view.form, {
    pointer: view.at + country,
    label: partyFieldLabel(view.party.kind, country),
    hint:
      kind === 'organization'
        ? text('仅境外注册号需要。', 'Only for foreign registration numbers.')
        : text('仅护照需要。', 'Only for passports.'),
    value: typed.country,
    empty: text('请选择', 'Choose'),
    choices: countryChoices(view.form.language),
  })}</div>`
}

function address(view: View, at: string, typed: TypedParty['address'], options: { optional?: boolean } = {}): Html {
  const { kind } = view.party
  const country = `${at}/address/country`
  return html`${select(view.form, {
    pointer: view.at + country,
    label: partyFieldLabel(kind, country),
    value: typed.country || 'CN',
    choices: countryChoices(view.form.language),
  })}
${input(view, `${at}/address/line`, typed.line, options)}
${
  // The division only helps those who read masked addresses; branches and owners need none.
  at === ''
    ? input(view, '/address/division', typed.division, {
        optional: true,
        width: 20,
        hint: text(
          '区县名称或者六位行政区划代码，例如 420106。',
          'Its name or six-digit code (GB/T 2260), such as 420106.',
        ),
      })
    : nothing
}`
}

function share(view: View): Html {
  return input(view, '/share', view.party.share, {
    optional: true,
    width: 20,
    hint: text(
      '有多个权利人或者担保人时，可写明份额，例如“60%”“受托人”。',
      'Where there are several, its share or part, such as “60%” or “trustee”.',
    ),
  })
}

function input(
  view: View,
  pointer: string,
  value: string,
  more: { hint?: Text; optional?: boolean; code?: boolean; width?: 20 } = {},
): Html {
  const label = partyFieldLabel(view.party.kind, pointer)
  return textInput(view.form, { pointer: view.at + pointer, label, value, ...more })
}

/** The heading of a party's page. */
export function partyTitle(role: Text, kind: TypedParty['kind'], isNew: boolean): Text {
  const verb = isNew ? text('添加', 'Add') : text('更正', 'Change')
  const word = kind === 'organization' ? text('机构', 'organisation') : text('个人', 'individual')
  return text(`${verb.zh}${role.zh}（${word.zh}）`, `${verb.en} ${role.en.toLowerCase()} (${word.en})`)
}

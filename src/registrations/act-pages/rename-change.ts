import { countryChoices } from '../../parties/country-names.ts'
import { identifierSchemes, isIdentifierScheme } from '../../parties/identifiers.ts'
import { type Identifier, partyName } from '../../parties/party.ts'
import { schemeLabel, writtenIdentifier } from '../../parties/party-wording.ts'
import { type Choice, radios, select, summaryList, textInput } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { writtenDate } from '../../platform/written-form.ts'
import type { PageField } from '../field-errors.ts'
import { dateHint } from '../pages/field-control.ts'
import { schemeChoices } from '../pages/party-fields.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'
import { readDate, readLine } from '../typed-values.ts'
import type { ChangeForm } from './change-form.ts'
import { memberMissing, memberPlace } from './party-changes.ts'
import { memberByKey, membersOfBothSides } from './registration-members.ts'
import { present, refusedAt, valueRead } from './typed-reading.ts'

const member: PageField = {
  pointer: '/member',
  label: text('变更的当事人', 'Party whose name or number changed'),
  chosen: true,
}
const name: PageField = { pointer: '/name', label: text('新的名称或者姓名', 'New name') }
const value: PageField = {
  pointer: '/identifier/value',
  label: text('新的代码或者证件号码', 'New code or identity number'),
}
const scheme: PageField = {
  pointer: '/identifier/scheme',
  label: text('新号码的类型', 'Kind of the new number'),
  chosen: true,
}
const country: PageField = {
  pointer: '/identifier/country',
  label: text('签发新号码的国家或地区', 'Country or region that gave the new number'),
  chosen: true,
}
const changedOn: PageField = { pointer: '/changedOn', label: text('变更日期', 'Date of the change') }

/** A new name or number of a party; search goes on finding a debtor under the old ones (the Measures, art. 14). */
export const renameParty: ChangeForm = {
  type: 'rename_party',
  label: text('当事人更名或者更换证件号码', 'New name or number of a party'),
  purpose: text(
    '名称、姓名或者号码有变的，应在四个月内变更（办法第十四条）；原来的仍可查到。',
    'A party’s name or number changed: due within four months (art. 14 of the Measures). The old ones are still found.',
  ),
  fields: () => [member, name, scheme, value, country, changedOn],
  controls: (
    page,
    form,
    fields,
  ) => html`${radios(form, { ...member, value: typed(fields, 'member'), choices: membersOfBothSides(page) })}
${textInput(form, { ...name, hint: text('名称没有变的，不填。', 'Leave empty if it did not change.'), optional: true, value: typed(fields, 'name') })}
${textInput(form, { ...value, hint: text('号码没有变的，不填。', 'Leave empty if it did not change.'), optional: true, value: typed(fields, 'identifier', 'value'), code: true, width: 20 })}
${select(form, { ...scheme, optional: true, value: typed(fields, 'identifier', 'scheme'), empty: text('请选择', 'Choose'), choices: schemes })}
${select(form, {
  ...country,
  hint: text('仅境外注册号和护照需要。', 'Only for foreign registration numbers and passports.'),
  optional: true,
  value: typed(fields, 'identifier', 'country'),
  empty: text('请选择', 'Choose'),
  choices: countryChoices(page.language),
})}
${textInput(form, { ...changedOn, hint: dateHint(undefined), value: typed(fields, 'changedOn'), width: 10 })}`,
  read: (page, fields) => {
    const chosen = memberByKey(page.state, typed(fields, 'member'))
    const newName = readLine(typed(fields, 'name'))
    const number = readLine(typed(fields, 'identifier', 'value'))
    const day = readDate(typed(fields, 'changedOn'))
    const change = present({
      role: chosen?.role,
      index: chosen?.index,
      name: valueRead(newName),
      identifier: number === undefined ? undefined : identifierOf(fields, valueRead(number)),
      changedOn: valueRead(day),
    })
    const refused = [
      ...(chosen ? [] : [memberMissing]),
      ...(newName === undefined && number === undefined ? [nothingChanged] : []),
      ...refusedAt(newName, name.pointer),
      ...refusedAt(number, value.pointer),
      ...refusedAt(day, changedOn.pointer),
    ]
    return { change, refused }
  },
  place: (pointer) => {
    // What is wrong with the party as it would be called (a branch without its parent) is told at its new name.
    if (pointer === '' || /^\/(parent|owner)/.test(pointer)) return name.pointer
    return pointer === '/role' ? member.pointer : memberPlace(pointer)
  },
  facts: ({ state, language }, change) => {
    const { party } = state[change.role === 'debtor' ? 'debtors' : 'securedParties'][Number(change.index)]!
    const written = (identifier: Identifier) =>
      `${inLanguage(schemeLabel(identifier.scheme), language)} ${inLanguage(writtenIdentifier(identifier), language)}`
    const identifier = change.identifier as Identifier | undefined
    return summaryList(
      [
        { key: text('原名称或者姓名', 'Former name'), value: partyName(party) },
        ...(change.name === undefined
          ? []
          : [{ key: name.label, value: html`<strong>${String(change.name)}</strong>` }]),
        { key: text('原号码', 'Former number'), value: written(party.identifier) },
        ...(identifier ? [{ key: value.label, value: html`<strong>${written(identifier)}</strong>` }] : []),
        { key: changedOn.label, value: inLanguage(writtenDate(String(change.changedOn)), language) },
      ],
      language,
    )
  },
}

/** Kinds of numbers of organisations, then those of individuals that are not among them. */
const schemes: Choice[] = [
  ...new Map(
    (['organization', 'individual'] as const).flatMap(schemeChoices).map((each) => [each.value, each] as const),
  ).values(),
]

function identifierOf(fields: Fields, number: unknown): Record<string, unknown> {
  const kind = typed(fields, 'identifier', 'scheme')
  const needsCountry = isIdentifierScheme(kind) && identifierSchemes[kind].countryRequired
  const given = typed(fields, 'identifier', 'country')
  return present({
    scheme: kind === '' ? undefined : kind,
    value: number,
    country: needsCountry && given !== '' ? given : undefined,
  })
}

const nothingChanged: Refusal = {
  code: 'party_unchanged',
  pointer: name.pointer,
  message: text('请填写新的名称或者新的号码', 'Enter the new name or the new number'),
}

import { partyRows } from '../../parties/pages/party-view.ts'
import type { Party } from '../../parties/party.ts'
import { type FormState, fieldset, hidden, summaryList, textArea } from '../../platform/form-controls.ts'
import { type Html, html } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import { partyAsTyped, valueAsTyped, writtenSorted } from '../as-typed.ts'
import { atFields, type PageField } from '../field-errors.ts'
import { fieldControl, pageFields } from '../pages/field-control.ts'
import { partyFields } from '../pages/party-fields.ts'
import { partyControls } from '../pages/party-view.ts'
import { type Fields, typed, typedParty } from '../pages/typed-fields.ts'
import type { TypedParty } from '../typed-answers.ts'
import { readParagraph, readTyped } from '../typed-values.ts'
import type { ActPage } from './act-form.ts'
import type { ChangeForm } from './change-form.ts'
import { itemsField } from './collateral-changes.ts'
import { memberMissing, readParty, withoutPart } from './party-changes.ts'
import { memberByKey } from './registration-members.ts'
import { choicesOf, writtenItem } from './release-items.ts'
import { present, refusedAt, valueRead } from './typed-reading.ts'

/*
 * Corrections 更正 of what was filed wrongly. What is put right is chosen on a page before these, whose links name it;
 * each page begins with what was filed.
 */

const correction = { type: 'correction' as const, purpose: text('', '') }
export const statementField: PageField = { pointer: '/statement', label: text('更正的说明', 'Why it is corrected') }
const nothingChosen = (pointer: string): Refusal => ({
  code: 'correction_not_chosen',
  pointer,
  message: text('请先选择更正的内容', 'Choose what is to be corrected first'),
})

/** A party that was filed wrongly: it keeps its place, and is still found under what was filed. */
export const correctParty: ChangeForm = {
  ...correction,
  path: 'correction/party',
  label: text('更正当事人', 'Correction of a party'),
  fields: (fields) => [
    { pointer: '/member', label: text('更正的当事人', 'Party to correct') },
    ...partyFields(typed(fields, 'kind') === 'individual' ? 'individual' : 'organization'),
    statementField,
  ],
  controls: (page, form, fields) => {
    const chosen = memberByKey(page.state, asked(page, fields, 'member'))
    if (!chosen) return chooseFirst(page, 'member')
    const started = typed(fields, 'kind') !== ''
    const party = started ? typedParty(fields, chosen.member.party.kind) : partyAsTyped(chosen.member.party)
    return html`${hidden('member', asked(page, fields, 'member'))}${partyControls(form, party)}${statementControl(form, fields)}`
  },
  read: (page, fields) => {
    const chosen = memberByKey(page.state, typed(fields, 'member'))
    if (!chosen) return { change: { party: {} }, refused: [nothingChosen('/member')] }
    const { role, index, member } = chosen
    const typedNow: TypedParty = typedParty(fields, member.party.kind)
    const { party, refused } = readParty(page, role === 'debtor' ? 'debtors' : 'securedParties', fields, typedNow)
    const said = statementRead(fields)
    const same = writtenSorted(party) === writtenSorted(member.party)
    return {
      change: present({ ...said.change, party: { role, index, party } }),
      refused: [...refused, ...said.refused, ...(same && refused.length === 0 ? [unchanged('/name')] : [])],
    }
  },
  place: (pointer) => {
    const within = withoutPart('/party/party')(pointer)
    return within.startsWith('/party') ? '/member' : within
  },
  facts: ({ state, language }, change) => {
    const { role, index, party } = change.party as { role: string; index: number; party: Party }
    const before = state[role === 'debtor' ? 'debtors' : 'securedParties'][index]!.party
    return beforeAndAfter(
      language,
      summaryList(partyRows(before, language), language),
      html`${summaryList(partyRows(party, language), language)}${statementShown(change, language)}`,
    )
  },
}

/** One item of the list: it keeps its rank, and the register shows that it was corrected. */
export const correctItem: ChangeForm = {
  ...correction,
  path: 'correction/item',
  label: text('更正明细中的一项', 'Correction of an item'),
  fields: () => [{ pointer: '/item', label: text('更正的明细', 'Item to correct') }, statementField],
  controls: (page, form, fields) => {
    const key = asked(page, fields, 'item')
    const chosen = choicesOf(page.state).find((each) => each.key === key)
    if (!chosen) return chooseFirst(page, 'item')
    const table = itemsField(page)
    const columns = table.columns ?? []
    const started = fields.is !== undefined
    return html`${hidden('item', key)}
${fieldset(form, {
  pointer: '/item',
  legend: text('更正后的各项', 'The item as it should be'),
  legendClass: 'govuk-fieldset__legend--s',
  body: html`${columns.map((column) => fieldControl(form, column, '/is', started ? typed(fields, 'is', column.name) : valueAsTyped(chosen.item[column.name])))}`,
})}
${statementControl(form, fields)}`
  },
  read: (page, fields) => {
    const chosen = choicesOf(page.state).find(({ key }) => key === typed(fields, 'item'))
    if (!chosen) return { change: { item: {} }, refused: [nothingChosen('/item')] }
    const columns = itemsField(page).columns ?? []
    const readings = columns.map((column) => [column, readTyped(column, typed(fields, 'is', column.name))] as const)
    const is = present(Object.fromEntries(readings.map(([{ name }, reading]) => [name, valueRead(reading)])))
    const said = statementRead(fields)
    const refused = readings.flatMap(([{ name }, reading]) => refusedAt(reading, `/is/${name}`))
    const missing = columns
      .filter(({ required, name }) => required && is[name] === undefined)
      .map(({ name }) => ({ ...memberMissing, pointer: `/is/${name}` }))
    const same = writtenSorted(is) === writtenSorted(chosen.item)
    return {
      change: present({ ...said.change, item: { was: chosen.item, is } }),
      refused: [
        ...atFields([...refused, ...missing], pageFields(columns, '/is')),
        ...said.refused,
        ...(same ? [unchanged('/item')] : []),
      ],
    }
  },
  place: (pointer) => {
    if (pointer.startsWith('/item/is/')) return pointer.replace('/item/is', '/is')
    return pointer.startsWith('/item') || pointer === '' ? '/item' : pointer
  },
  facts: (page, change) => {
    const { was, is } = change.item as { was: Record<string, unknown>; is: Record<string, unknown> }
    const table = itemsField(page)
    const line = (item: Record<string, unknown>) =>
      html`<p class="govuk-body">${writtenItem(table, item, page.language)}</p>`
    return beforeAndAfter(page.language, line(was), html`${line(is)}${statementShown(change, page.language)}`)
  },
}

/** The words of a part of the collateral. */
export const correctDescription: ChangeForm = {
  ...correction,
  path: 'correction/description',
  label: text('更正担保财产的描述', 'Correction of a description'),
  fields: () => [
    { pointer: '/description', label: text('更正后的描述', 'The description as it should be') },
    statementField,
  ],
  controls: (page, form, fields) => {
    const part = page.state.collateral[partOf(page, fields)]
    if (!part) return chooseFirst(page, 'description')
    const started = fields.description !== undefined
    return html`${hidden('part', String(partOf(page, fields)))}
${textArea(form, {
  pointer: '/description',
  label: text('更正后的描述', 'The description as it should be'),
  value: started ? typed(fields, 'description') : String(part.description ?? ''),
  rows: 8,
})}
${statementControl(form, fields)}`
  },
  read: (page, fields) => {
    const part = partOf(page, fields)
    const before = page.state.collateral[part]
    if (!before) return { change: { description: {} }, refused: [nothingChosen('/description')] }
    const words = readParagraph(typed(fields, 'description'))
    const said = statementRead(fields)
    const same = valueRead(words) !== undefined && valueRead(words) === before.description
    return {
      change: present({ ...said.change, description: present({ part, is: valueRead(words) }) }),
      refused: [
        ...refusedAt(words, '/description'),
        ...(words === undefined ? [{ ...memberMissing, pointer: '/description' }] : []),
        ...(same ? [unchanged('/description')] : []),
        ...said.refused,
      ],
    }
  },
  place: (pointer) => (pointer.startsWith('/description') ? '/description' : pointer),
  facts: ({ state, language }, change) => {
    const { part, is } = change.description as { part: number; is: string }
    const paragraph = (words: unknown) => html`<div class="paragraph text-column">${String(words ?? '')}</div>`
    return beforeAndAfter(
      language,
      paragraph(state.collateral[part]?.description),
      html`${paragraph(is)}${statementShown(change, language)}`,
    )
  },
}

/** What the page before chose: from its link first, then from this page's own form. */
function asked(page: ActPage, fields: Fields, name: string): string {
  return typed(fields, name) || typed(page.request.query, name)
}

function partOf(page: ActPage, fields: Fields): number {
  const part = asked(page, fields, 'part')
  return /^\d{1,4}$/.test(part) ? Number(part) : -1
}

function chooseFirst({ language, path }: ActPage, id: string): Html {
  const say = speaker(language)
  const chooser = path.replace(/\/correction\/.*$/, '/correction')
  return html`<p class="govuk-body" id="${id}"><a class="govuk-link" href="${chooser}">${say('请先选择更正的内容', 'Choose what is to be corrected first')}</a></p>`
}

export function statementControl(form: FormState, fields: Fields): Html {
  return textArea(form, { ...statementField, optional: true, value: typed(fields, 'statement'), rows: 3 })
}

export function statementRead(fields: Fields): { change: Record<string, unknown>; refused: Refusal[] } {
  const reading = readParagraph(typed(fields, 'statement'))
  return { change: present({ statement: valueRead(reading) }), refused: refusedAt(reading, statementField.pointer) }
}

export function statementShown(change: Record<string, unknown>, language: ActPage['language']): Html {
  if (change.statement === undefined) return html``
  const value = html`<div class="paragraph">${String(change.statement)}</div>`
  return summaryList([{ key: statementField.label, value }], language)
}

export function beforeAndAfter(language: ActPage['language'], before: Html, after: Html): Html {
  const say = speaker(language)
  return html`<h2 class="govuk-heading-m">${say('现在登记的', 'As it stands')}</h2>
${before}
<h2 class="govuk-heading-m">${say('更正后', 'Corrected')}</h2>
${after}`
}

export function unchanged(pointer: string): Refusal {
  return {
    code: 'change_empty',
    pointer,
    message: text('与现在登记的相同，没有可更正的', 'This is what stands there now: nothing to correct'),
  }
}

import { textArea } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import { atFields, type PageField } from '../field-errors.ts'
import type { Field } from '../forms/define-form.ts'
import { judgeSection } from '../judge-answers.ts'
import { columnsHint } from '../pages/collateral-form.ts'
import { atTables, tablePreview } from '../pages/table-preview.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'
import type { TypedAnswers } from '../typed-answers.ts'
import type { ActPage } from './act-form.ts'
import type { ChangeForm } from './change-form.ts'
import { itemsNow, releaseControls, releaseRead } from './release-items.ts'

const description: PageField = { pointer: '/description', label: text('描述', 'Description') }
const items: PageField = { pointer: '/items', label: text('明细', 'Items') }

/** Added collateral ranks from the amendment's time (the Measures, art. 13): the page says so before it is filed. */
export const addCollateral: ChangeForm = {
  type: 'add_collateral',
  label: text('增加担保财产', 'Add collateral'),
  purpose: text(
    '增加的部分，顺位自变更时起算（办法第十三条）。',
    'What is added ranks from the time of the amendment (art. 13 of the Measures).',
  ),
  wide: true,
  fields: () => [description, items],
  controls: (page, form, fields) => {
    const { language } = page
    const table = itemsField(page)
    return html`${ranksLater(page)}
<div class="text-column">${textArea(form, { ...description, label: text('增加的担保财产的描述', 'Description of the added collateral'), optional: true, value: typed(fields, 'description') })}</div>
${textArea(form, {
  ...items,
  label: text(
    `增加的${table.label.zh}：粘贴或输入各行`,
    `Added ${table.label.en.toLowerCase()}: paste or type the rows`,
  ),
  hint: columnsHint(table, speaker(language)),
  optional: true,
  value: typed(fields, 'items'),
  rows: 8,
})}`
  },
  read: (page, fields) => {
    const judged = judgeItems(page, fields)
    return {
      change: (judged.body.collateral ?? {}) as Record<string, unknown>,
      refused: atTables(page.form.fields, judged)
        .filter(({ pointer }) => /^\/collateral\/(description|items)/.test(pointer ?? ''))
        .map((each) => ({ ...each, pointer: each.pointer!.replace('/collateral', '') })),
    }
  },
  place: (pointer) => (pointer === '' ? description.pointer : pointer),
  facts: (page, change) => html`${ranksLater(page)}${collateralOf(page, change, addedWords)}`,
}

/** Release of a part of the collateral; all of it is a discharge. */
export const releaseCollateral: ChangeForm = {
  type: 'release_collateral',
  label: text('解除部分担保财产', 'Release a part of the collateral'),
  purpose: text(
    '从登记中去掉一部分担保财产；全部解除的请办理注销。',
    'Takes a part of the collateral out of the registration; to release all of it, discharge it.',
  ),
  wide: true,
  fields: () => [items, description],
  controls: (page, form, fields) => html`${releaseControls(page, form, fields, itemsField(page))}
<div class="text-column">${textArea(form, {
    ...description,
    label: text('用文字说明解除的部分', 'What is released, in words'),
    hint: text(
      '没有列入明细的财产，在此写明。登记只记载这段文字，不据此删去明细。',
      'For collateral that is not on the list. These words are noted; no item is taken off the list because of them.',
    ),
    optional: true,
    value: typed(fields, 'description'),
  })}</div>`,
  read: (page, fields) => {
    const { read, refused } = releaseRead(page, fields, itemsField(page))
    return { change: read, refused: atFields(refused, [items, description]) }
  },
  place: (pointer) => (pointer === '' ? items.pointer : pointer),
  facts: (page, change, after) => {
    const note = after.released.at(-1) ?? {}
    const released = (note as { items?: object[] }).items?.length ?? 0
    const left = itemsNow(after).length
    const say = speaker(page.language)
    return html`${collateralOf(page, { ...change, ...note }, releasedWords)}
${released > 0 ? html`<p class="govuk-body">${say(`解除后，明细还有 ${left} 项。`, `Items left on the list: ${left}.`)}</p>` : nothing}`
  },
}

/** What was pasted and described, judged as on the form's page of collateral; its other fields are not asked here. */
function judgeItems(page: ActPage, fields: Fields) {
  const collateral = { description: typed(fields, 'description'), items: typed(fields, 'items') }
  return judgeSection(page.form, 'collateral', { collateral } as unknown as TypedAnswers, page.today)
}

export function itemsField(page: ActPage): Field {
  const field = page.form.fields.find(({ name }) => name === 'items')
  if (!field) throw new Error(`the form ${page.form.securityType} has no items`)
  return field
}

function ranksLater({ language }: ActPage): Html {
  const say = speaker(language)
  return html`<p class="govuk-body text-column">${say(
    '增加的担保财产，顺位自本次变更登记时起算，不随原有部分（办法第十三条）。',
    'Added collateral ranks from the time of this amendment, not with what was there before (art. 13 of the Measures).',
  )}</p>`
}

type Words = { description: Text; items: Text }
const addedWords: Words = {
  description: text('增加的担保财产', 'Added collateral'),
  items: text('增加的明细', 'Added items'),
}
const releasedWords: Words = {
  description: text('解除的说明', 'Release in words'),
  items: text('解除的明细', 'Released items'),
}

/** The description and the first rows of a change, as they will be filed. */
export function collateralOf(page: ActPage, change: Record<string, unknown>, words: Words): Html {
  const { language } = page
  const rows = ((change.items as Record<string, unknown>[] | undefined) ?? []).map((item, at) => ({
    place: at + 1,
    cells: Object.fromEntries(Object.entries(item).map(([name, value]) => [name, String(value)])),
  }))
  return html`${
    change.description === undefined
      ? nothing
      : html`<h2 class="govuk-heading-s">${inLanguage(words.description, language)}</h2><div class="paragraph text-column">${String(change.description)}</div>`
  }
${tablePreview(language, { ...itemsField(page), label: words.items }, rows)}`
}

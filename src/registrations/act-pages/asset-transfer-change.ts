import { partyRows } from '../../parties/pages/party-view.ts'
import { type Party, partyName } from '../../parties/party.ts'
import { radios, summaryList, textArea, textInput } from '../../platform/form-controls.ts'
import { html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { writtenDate } from '../../platform/written-form.ts'
import { atFields, type PageField } from '../field-errors.ts'
import type { Field } from '../forms/define-form.ts'
import { dateHint } from '../pages/field-control.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'
import { readDate } from '../typed-values.ts'
import type { ActPage } from './act-form.ts'
import type { ChangeForm } from './change-form.ts'
import { collateralOf, itemsField } from './collateral-changes.ts'
import {
  chosenMember,
  memberChoices,
  memberPlace,
  partyPageFields,
  partyPart,
  readParty,
  withoutPart,
} from './party-changes.ts'
import { releaseControls, releaseRead } from './release-items.ts'
import { present, refusedAt, valueRead } from './typed-reading.ts'

const seller: PageField = {
  pointer: '/member',
  label: text('转让财产的担保人', 'Debtor who transferred it'),
  chosen: true,
}
const transferredOn: PageField = { pointer: '/transferredOn', label: text('转让日期', 'Day of the transfer') }
const description: PageField = { pointer: '/description', label: text('转让的财产', 'What was transferred') }
const items: PageField = { pointer: '/items', label: text('转让的明细', 'Items transferred') }
const itemWords = {
  choose: text('转让的明细（选填）', 'Items transferred (optional)'),
  paste: text('转让的明细：粘贴各行', 'Items transferred: paste the rows'),
}

/** The asset went to another owner and the security with it (Civil Code art. 406). */
export const transferAsset: ChangeForm = {
  type: 'transfer_asset',
  label: text('担保财产转让他人', 'The asset went to another owner'),
  purpose: text(
    '担保人把担保财产转让他人的，担保权不受影响（民法典第四百零六条）；受让人增列为担保人。',
    'The debtor transferred the asset; the security follows it (Civil Code art. 406). The new owner joins the debtors.',
  ),
  wide: true,
  fields: (fields) => [seller, transferredOn, ...partyPageFields(fields), items, description],
  controls: (page, form, fields) => {
    const say = speaker(page.language)
    const debtors = page.state.debtors
    const only = debtors.length === 1 ? String(debtors[0]!.ordinal) : ''
    const table = tableOf(page)
    return html`<div class="text-column">${radios(form, { ...seller, value: typed(fields, 'member') || only, choices: memberChoices(debtors) })}
${textInput(form, { ...transferredOn, hint: dateHint(undefined), value: typed(fields, 'transferredOn'), width: 10 })}
<h2 class="govuk-heading-m">${say('受让人', 'The new owner')}</h2>
${partyPart(page, form, fields)}
<h2 class="govuk-heading-m">${say('转让了哪些财产', 'What was transferred')}</h2></div>
${table ? releaseControls(page, form, fields, table, itemWords) : nothing}
<div class="text-column">${textArea(form, {
      ...description,
      hint: text('没有列入明细的，用文字写明。', 'Say in words what is not on the list.'),
      optional: true,
      value: typed(fields, 'description'),
      rows: 3,
    })}</div>`
  },
  read: (page, fields) => {
    const chosen = chosenMember(page.state.debtors, fields)
    const day = readDate(typed(fields, 'transferredOn'))
    const { party, refused } = readParty(page, 'debtors', fields)
    const what = whatWasTransferred(page, fields)
    return {
      change: present({ ...chosen.change, to: party, transferredOn: valueRead(day), ...what.read }),
      refused: [
        ...chosen.refused,
        ...refusedAt(day, transferredOn.pointer),
        ...refused,
        ...atFields(what.refused, [items, description]),
      ],
    }
  },
  place: (pointer) => (pointer.startsWith('/items') ? items.pointer : withoutPart('/to')(memberPlace(pointer))),
  facts: (page, change) => {
    const { state, language } = page
    const say = speaker(language)
    return html`${summaryList(
      [
        { key: seller.label, value: partyName(state.debtors[Number(change.index)]!.party) },
        { key: transferredOn.label, value: inLanguage(writtenDate(String(change.transferredOn)), language) },
      ],
      language,
    )}
<h2 class="govuk-heading-m">${say('受让人', 'The new owner')}</h2>
${summaryList(partyRows(change.to as Party, language), language)}
<p class="govuk-body text-column">${say('受让人自本次变更登记时起增列为担保人，可被查到；原担保人仍在，解除的请另办。', 'The new owner is a debtor from this amendment on and is found by search. The old one stays; release it by another amendment.')}</p>
${tableOf(page) ? collateralOf(page, change, { description: description.label, items: items.label }) : nothing}`
  },
}

function tableOf(page: ActPage): Field | undefined {
  return page.form.fields.some(({ name }) => name === 'items') ? itemsField(page) : undefined
}

/** Items and words as for a release; here both may be left out. */
function whatWasTransferred(page: ActPage, fields: Fields) {
  const { read, refused } = releaseRead(page, fields, itemsField(page))
  return { read, refused: refused.filter(({ code }) => code !== 'collateral_not_chosen') }
}

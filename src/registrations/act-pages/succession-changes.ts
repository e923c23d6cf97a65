import { partyRows } from '../../parties/pages/party-view.ts'
import { type Party, partyName } from '../../parties/party.ts'
import {
  checkbox,
  type FormState,
  fieldset,
  hidden,
  radios,
  type SummaryRow,
  submitButton,
  summaryList,
  textInput,
} from '../../platform/form-controls.ts'
import { type Html, html } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { writtenDate } from '../../platform/written-form.ts'
import type { PageField } from '../field-errors.ts'
import { dateHint } from '../pages/field-control.ts'
import { blankParty, partyFields } from '../pages/party-fields.ts'
import { partyControls } from '../pages/party-view.ts'
import { type Fields, newPartyId, typed, typedParty } from '../pages/typed-fields.ts'
import type { TypedParty } from '../typed-answers.ts'
import { readDate } from '../typed-values.ts'
import type { ActPage } from './act-form.ts'
import type { ChangeForm } from './change-form.ts'
import { memberMissing, readParty, withoutPart } from './party-changes.ts'
import { memberByKey, membersOfBothSides } from './registration-members.ts'
import { present, refusedAt, valueRead } from './typed-reading.ts'

const merged: PageField = { pointer: '/merged', label: text('合并的当事人', 'Parties that merged'), chosen: true }
const changedOn: PageField = { pointer: '/changedOn', label: text('变更日期', 'Date of the change') }

/** Merger 合并: parties of one side go on as one, which is found under the names of all of them. */
export const mergeParties: ChangeForm = {
  type: 'merge_parties',
  label: text('当事人合并', 'Merger of parties'),
  purpose: text(
    '一方的当事人合并，或者被他人吸收合并，由存续或者新设的机构承继。',
    'Parties of one side merged, or one was taken over: the company that goes on succeeds them.',
  ),
  fields: () => [merged, ...partyFields('organization'), changedOn],
  controls: (page, form, fields) => html`${fieldset(form, {
    pointer: merged.pointer,
    legend: merged.label,
    legendClass: 'govuk-fieldset__legend--s',
    hint: text(
      '选同一方的；只有一个被他人吸收合并的，选这一个。',
      'Of one side only; if a company from outside took one over, choose that one.',
    ),
    body: html`${membersOfBothSides(page).map(({ value, label }) =>
      checkbox(form, { pointer: `/chosen/${value}`, label, value: typed(fields, 'chosen', value) }),
    )}`,
  })}
<h2 class="govuk-heading-m">${speaker(page.language)('合并后的机构', 'The company after the merger')}</h2>
${partyControls(form, successor(fields))}
${dateControl(form, fields)}`,
  read: (page, fields) => {
    const chosen = membersOfBothSides(page)
      .filter(({ value }) => typed(fields, 'chosen', value) === 'true')
      .map(({ value }) => memberByKey(page.state, value)!)
    const roles = new Set(chosen.map(({ role }) => role))
    const day = readDate(typed(fields, 'changedOn'))
    const { party, refused } = readParty(page, 'debtors', fields, successor(fields))
    return {
      change: present({
        role: chosen[0]?.role,
        indexes: chosen.length > 0 ? chosen.map(({ index }) => index) : undefined,
        into: party,
        changedOn: valueRead(day),
      }),
      refused: [
        ...(chosen.length === 0 ? [{ ...memberMissing, pointer: merged.pointer }] : []),
        ...(roles.size > 1 ? [bothSides] : []),
        ...refused,
        ...refusedAt(day, changedOn.pointer),
      ],
    }
  },
  place: (pointer) => {
    if (/^\/(role|indexes)/.test(pointer)) return merged.pointer
    return pointer === '/into' ? '/identifier/value' : withoutPart('/into')(pointer)
  },
  facts: ({ state, language }, change) => {
    const members = state[change.role === 'debtor' ? 'debtors' : 'securedParties']
    const before = (change.indexes as number[]).map((index) => members[index]!.party)
    return html`${summaryList(
      [
        { key: merged.label, value: html`${before.map((each) => html`<div>${nameAndNumber(each)}</div>`)}` },
        dateRow(change, language),
      ],
      language,
    )}
<h2 class="govuk-heading-m">${speaker(language)('合并后的机构', 'The company after the merger')}</h2>
${summaryList(partyRows(change.into as Party, language), language)}
${stillFound(language)}`
  },
}

const divided: PageField = { pointer: '/member', label: text('分立的当事人', 'Party that divided'), chosen: true }
const SUCCESSORS_MAX = 20

/** Division 分立: a party goes on as several; each of them is found under its names too. */
export const divideParty: ChangeForm = {
  type: 'divide_party',
  label: text('当事人分立', 'Division of a party'),
  purpose: text(
    '一个当事人分立为几家，由它们承继。',
    'One party divided into several companies, which go on in its place.',
  ),
  fields: (fields) => [
    divided,
    changedOn,
    ...Array.from({ length: successorsIn(fields) }, (_, at) =>
      partyFields('organization').map(({ pointer, label, ...rest }) => ({
        pointer: `/into/${at}${pointer}`,
        label: text(`第 ${at + 1} 家的${label.zh}`, `Company ${at + 1}, ${label.en.toLowerCase()}`),
        ...rest,
      })),
    ).flat(),
  ],
  controls: (page, form, fields) => {
    const { language } = page
    const shown = successorsIn(fields)
    return html`<button type="submit" class="default-button" name="step" value="check" tabindex="-1" aria-hidden="true">${speaker(language)('继续', 'Continue')}</button>
${hidden('successors', String(shown))}
${radios(form, { ...divided, value: typed(fields, 'member'), choices: membersOfBothSides(page) })}
${dateControl(form, fields)}
${Array.from(
  { length: shown },
  (
    _,
    at,
  ) => html`<h2 class="govuk-heading-m">${speaker(language)(`分立后的第 ${at + 1} 家`, `Company ${at + 1} after the division`)}</h2>
${partyControls(form, successor(fields, at), `/into/${at}`)}`,
)}
${shown < SUCCESSORS_MAX ? submitButton(language, text('再加一家', 'Add another company'), { kind: 'secondary', name: 'step', value: 'more' }) : html``}`
  },
  more: (fields) => ({ ...fields, successors: String(Math.min(successorsIn(fields) + 1, SUCCESSORS_MAX)) }),
  read: (page, fields) => {
    const chosen = memberByKey(page.state, typed(fields, 'member'))
    const day = readDate(typed(fields, 'changedOn'))
    const successors = successorsTyped(fields).map(({ at, party }) => ({
      at,
      ...readParty(page, 'debtors', fields, party),
    }))
    return {
      change: present({
        role: chosen?.role,
        index: chosen?.index,
        into: successors.map(({ party }) => party),
        changedOn: valueRead(day),
      }),
      refused: [
        ...(chosen ? [] : [memberMissing]),
        ...refusedAt(day, changedOn.pointer),
        ...(successors.length < 2 ? [tooFew] : []),
        ...successors.flatMap(({ at, refused }) =>
          refused.map((each) => ({ ...each, pointer: `/into/${at}${each.pointer}` })),
        ),
      ],
    }
  },
  place: (pointer) => {
    if (pointer === '/role' || pointer === '/index') return divided.pointer
    return pointer === '/into' ? '/into/0/identifier/value' : pointer
  },
  facts: ({ state, language }, change) => {
    const before = state[change.role === 'debtor' ? 'debtors' : 'securedParties'][Number(change.index)]!.party
    const say = speaker(language)
    return html`${summaryList([{ key: divided.label, value: nameAndNumber(before) }, dateRow(change, language)], language)}
${(change.into as Party[]).map(
  (
    party,
    at,
  ) => html`<h2 class="govuk-heading-m">${say(`分立后的第 ${at + 1} 家`, `Company ${at + 1} after the division`)}</h2>
${summaryList(partyRows(party, language), language)}`,
)}
${stillFound(language)}`
  },
}

function dateControl(form: FormState, fields: Fields): Html {
  return textInput(form, { ...changedOn, hint: dateHint(undefined), value: typed(fields, 'changedOn'), width: 10 })
}

function dateRow(change: Record<string, unknown>, language: ActPage['language']): SummaryRow {
  return { key: changedOn.label, value: inLanguage(writtenDate(String(change.changedOn)), language) }
}

function stillFound(language: ActPage['language']): Html {
  const say = speaker(language)
  return html`<p class="govuk-body text-column">${say('原来的名称和号码仍可查到这项登记（办法第十四条）。', 'The registration is still found under the former names and numbers (art. 14 of the Measures).')}</p>`
}

/** How many companies the page of a division asks for: two at least. */
function successorsIn(fields: Fields): number {
  const asked = Number(typed(fields, 'successors'))
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 2), SUCCESSORS_MAX) : 2
}

/** The companies of which anything was typed; the first two are asked in any case. */
function successorsTyped(fields: Fields): { at: number; party: TypedParty }[] {
  return Array.from({ length: successorsIn(fields) }, (_, at) => ({ at, party: successor(fields, at) })).filter(
    ({ at, party }) => at < 2 || [party.name, party.identifier.value, party.address.line].some((each) => each !== ''),
  )
}

/** Who succeeds is a company; the page of a merger asks for one, that of a division for several. */
function successor(fields: Fields, at?: number): TypedParty {
  const into = at === undefined ? fields : (fields.into as Fields | undefined)?.[String(at)]
  const blank = typed(into, 'kind') === ''
  return blank ? blankParty('organization', newPartyId()) : typedParty(into, 'organization')
}

function nameAndNumber(party: Party): string {
  return `${partyName(party)} ${party.identifier.value}`
}

const bothSides: Refusal = {
  code: 'parties_of_both_sides',
  pointer: merged.pointer,
  message: text('只能选同一方的当事人', 'Choose parties of one side only'),
}
const tooFew: Refusal = {
  code: 'division_into_one',
  pointer: '/into/1/name',
  message: text('分立后至少有两家', 'A division leaves two companies at least'),
}

import { partyRows } from '../../parties/pages/party-view.ts'
import { type Party, partyName } from '../../parties/party.ts'
import { type Choice, type FormState, radios, summaryList, textInput } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { type Text, text } from '../../platform/text.ts'
import type { PageField } from '../field-errors.ts'
import { judgeSection } from '../judge-answers.ts'
import { blankParty, type PartyRole, partyFields } from '../pages/party-fields.ts'
import { partyControls } from '../pages/party-view.ts'
import { type Fields, newPartyId, typed, typedParty } from '../pages/typed-fields.ts'
import type { Member } from '../registration-state.ts'
import type { TypedAnswers, TypedParty } from '../typed-answers.ts'
import { readLine } from '../typed-values.ts'
import type { ActPage } from './act-form.ts'
import type { ChangeForm } from './change-form.ts'
import { present, refusedAt, valueRead } from './typed-reading.ts'

/** An added debtor: found by search, and bound, from the amendment on. */
export const addDebtor: ChangeForm = {
  type: 'add_debtor',
  label: text('增加担保人', 'Add a debtor'),
  purpose: text('增加的担保人自变更时起可被查到。', 'An added debtor is found by search from the amendment on.'),
  fields: partyPageFields,
  controls: (page, form, fields) => partyPart(page, form, fields),
  read: (page, fields) => {
    const { party, refused } = readParty(page, 'debtors', fields)
    return { change: { party }, refused }
  },
  place: withoutPart('/party'),
  facts: ({ language }, change) => summaryList(partyRows(change.party as Party, language), language),
}

const debtor: PageField = { pointer: '/member', label: text('解除的担保人', 'Debtor to release'), chosen: true }

/** A released debtor leaves the index. The last one cannot be released. */
export const releaseDebtor: ChangeForm = {
  type: 'release_debtor',
  label: text('解除担保人', 'Release a debtor'),
  purpose: text(
    '有多个担保人的，解除其中一个；全部解除的请办理注销。',
    'One of several debtors is released; to release all, discharge the registration.',
  ),
  fields: () => [debtor],
  controls: ({ state }, form, fields) =>
    radios(form, { ...debtor, value: typed(fields, 'member'), choices: memberChoices(state.debtors) }),
  read: ({ state }, fields) => chosenMember(state.debtors, fields),
  place: memberPlace,
  facts: ({ state, language }, change) =>
    summaryList(partyRows(state.debtors[Number(change.index)]!.party, language), language),
}

const assignor: PageField = {
  pointer: '/member',
  label: text('转让的担保权人', 'Secured party that transfers'),
  chosen: true,
}

const toAccount: PageField = {
  pointer: '/toAccount',
  label: text('受让人在本系统的用户', 'The assignee’s account here'),
}

/** A transfer of the secured party's place to an assignee; its account, when it is named, is the filer from then on. */
export const transferSecuredParty: ChangeForm = {
  type: 'transfer_secured_party',
  label: text('变更担保权人（转让）', 'Transfer to another secured party'),
  purpose: text(
    '债权连同担保转让的，由受让人取代原担保权人，顺位不变。',
    'The claim and its security were assigned: the assignee takes the place of the secured party and keeps its rank.',
  ),
  fields: (fields) => [assignor, ...partyPageFields(fields), toAccount],
  controls: (page, form, fields) => {
    const say = speaker(page.language)
    const members = page.state.securedParties
    const only = members.length === 1 ? String(members[0]!.ordinal) : ''
    return html`${radios(form, { ...assignor, value: typed(fields, 'member') || only, choices: memberChoices(members) })}
<h2 class="govuk-heading-m">${say('受让人', 'The assignee')}</h2>
${partyPart(page, form, fields)}
<h2 class="govuk-heading-m">${say('以后由谁办理', 'Who keeps it up from now on')}</h2>
${textInput(form, {
  ...toAccount,
  hint: text(
    '机构全称、代码或者用户名。填了的，这项登记以后由该用户办理，原修改码失效，由其领取新的修改码；不填的，仍由贵方办理。',
    'Its full name, code or a login name. If given, that account keeps the registration up from then on: the old modification code ends and it collects a new one. If not, your account goes on doing so.',
  ),
  optional: true,
  value: typed(fields, 'toAccount'),
})}`
  },
  read: (page, fields) => {
    const chosen = chosenMember(page.state.securedParties, fields)
    const { party, refused } = readParty(page, 'securedParties', fields)
    const account = readLine(typed(fields, 'toAccount'))
    return {
      change: present({ ...chosen.change, to: party, toAccount: valueRead(account) }),
      refused: [...chosen.refused, ...refused, ...refusedAt(account, toAccount.pointer)],
    }
  },
  place: (pointer) => withoutPart('/to')(memberPlace(pointer)),
  facts: ({ state, language }, change) => {
    const before = state.securedParties[Number(change.index)]!.party
    const say = speaker(language)
    return html`${summaryList([{ key: text('原担保权人', 'Secured party until now'), value: partyName(before) }], language)}
<h2 class="govuk-heading-m">${say('受让人', 'The assignee')}</h2>
${summaryList(partyRows(change.to as Party, language), language)}
${
  change.toAccount === undefined
    ? nothing
    : summaryList([{ key: text('以后由其办理', 'Kept up from then on by'), value: String(change.toAccount) }], language)
}`
  },
  irrevocable: ({ toAccount: named }) => (named === undefined ? undefined : oldCodeEnds),
  next: (_filed, { request }) => [
    text(
      '受让人自登记时起为担保权人，顺位不变。',
      'The assignee is the secured party from the time of filing; the rank is kept.',
    ),
    typed(request.body, 'toAccount') === ''
      ? text('修改码不变，请继续保存。', 'The modification code stays the same: keep it.')
      : text(
          '原修改码已经失效。请受让人登录，在这项登记的页面领取新的修改码。',
          'The old modification code has ended. The assignee signs in and collects a new one on the page of this registration.',
        ),
  ],
}

const oldCodeEnds = text(
  '提交后，贵方的修改码即失效，这项登记不再由贵方办理，不能自行收回；由受让人领取新的修改码。',
  'Once submitted, your modification code ends and your account can keep this registration up no more, nor take it back; the assignee collects a new code.',
)

/** Parties as choices, by their ordinals, which never change hands: a choice stays itself when others come or go. */
export function memberChoices(members: readonly Member[], prefix = '', label?: Text): Choice[] {
  return members.map(({ ordinal, party }) => {
    const name = `${partyName(party)} ${party.identifier.value}`
    return {
      value: `${prefix}${ordinal}`,
      label: label ? text(`${label.zh} ${name}`, `${label.en} ${name}`) : text(name, name),
    }
  })
}

/** A pointer to the place of a party is the field where it was chosen. */
export function memberPlace(pointer: string): string {
  return pointer === '/index' ? '/member' : pointer
}

export function chosenMember(members: readonly Member[], fields: Fields) {
  const index = members.findIndex(({ ordinal }) => String(ordinal) === typed(fields, 'member'))
  return { change: index < 0 ? {} : { index }, refused: index < 0 ? [memberMissing] : [] }
}

export const memberMissing: Refusal = {
  code: 'field_missing',
  pointer: '/member',
  message: text('此项必填', 'This must be given'),
}

export function withoutPart(part: string): (pointer: string) => string {
  return (pointer) => (pointer.startsWith(`${part}/`) ? pointer.slice(part.length) : pointer)
}

export function partyPageFields(fields: Fields): PageField[] {
  return partyFields(kindOf(typed(fields, 'kind')))
}

/** The fields of one party, with the way to those of the other kind. */
export function partyPart(page: ActPage, form: FormState, fields: Fields): Html {
  const say = speaker(page.language)
  const party = partyOf(page, fields)
  const other =
    party.kind === 'organization'
      ? html`<a class="govuk-link" href="${page.path}?kind=individual">${say('是个人的，请填写个人的表', 'For an individual, use the form for individuals')}</a>`
      : html`<a class="govuk-link" href="${page.path}">${say('是机构的，请填写机构的表', 'For an organisation, use the form for organisations')}</a>`
  return html`<p class="govuk-body">${other}</p>
${partyControls(form, party)}`
}

function partyOf(page: ActPage, fields: Fields): TypedParty {
  const { kind } = page.request.query as { kind?: unknown }
  if (typed(fields, 'kind') === '') return blankParty(kindOf(kind), newPartyId())
  return typedParty(fields, kindOf(typed(fields, 'kind')))
}

export function readParty(
  page: ActPage,
  role: PartyRole,
  fields: Fields,
  party = partyOf(page, fields),
): { party: unknown; refused: Refusal[] } {
  const answers = { securedParties: [], debtors: [], [role]: [party] } as unknown as TypedAnswers
  const { body, refused } = judgeSection(page.form, role, answers, page.today)
  const at = `/${role}/0`
  return {
    party: (body[role] as unknown[])[0],
    refused: refused.map((each) => ({ ...each, pointer: (each.pointer ?? '').slice(at.length) })),
  }
}

function kindOf(kind: unknown): TypedParty['kind'] {
  return kind === 'individual' ? 'individual' : 'organization'
}

import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import { identifierSchemes, isIdentifierScheme } from '../../parties/identifiers.ts'
import { PARTIES_MAX } from '../../parties/party.ts'
import { fieldId, hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import { naming, type PageField } from '../field-errors.ts'
import { judgeSection } from '../judge-answers.ts'
import type { Note } from '../name-notes.ts'
import type { TypedParty } from '../typed-answers.ts'
import {
  continueLabel,
  type FilingPage,
  filingPage,
  leaveLink,
  sendStep,
  showsErrors,
  switchLeadsTo,
} from './filing-page.ts'
import { debtorNotes, notesOf } from './notes-view.ts'
import { type PartyRole, partyFields, roleLabel } from './party-fields.ts'

const roles = ['securedParties', 'debtors'] as const

/** The list of secured parties and debtors, under the names that the form gives them. */
export function partiesPages(app: FastifyInstance, deps: Deps): void {
  filingPage(app, deps, 'GET', '/parties', async (page) => sendParties(deps, page, showsErrors(page.request)))

  filingPage(app, deps, 'POST', '/parties', async (page) => {
    if (partiesRefused(page).length === 0) return page.reply.redirect(page.path('/collateral'), 303)
    switchLeadsTo(page, '/parties')
    return sendParties(deps, page, true)
  })
}

/** What is wrong with the parties: with each, and with their number. Pointers are into the body. */
function partiesRefused(page: FilingPage): Refusal[] {
  return roles.flatMap((role) => judgeSection(page.form, role, page.entry.answers, page.today).refused)
}

async function sendParties(deps: Deps, page: FilingPage, checked: boolean): Promise<FastifyReply> {
  const refused = partiesRefused(page)
  const notes = await notesOf(deps, page, judgeSection(page.form, 'debtors', page.entry.answers, page.today))
  const errors = checked ? summed(page, refused) : []
  const { language } = page
  return sendStep(page, 'parties', {
    title: text('当事人', 'Parties'),
    back: '/file',
    ...(errors.length > 0 && { errors, status: page.request.method === 'POST' ? 422 : 200 }),
    body: html`${roles.map((role) => roleSection(page, role, { refused, checked, notes }))}
<form method="post">${hiddenCsrf(page.request.shell)}${submitButton(language, continueLabel)}</form>
${leaveLink(page)}`,
  })
}

type Told = { refused: readonly Refusal[]; checked: boolean; notes: readonly Note[] }

function roleSection(page: FilingPage, role: PartyRole, told: Told): Html {
  const { checked } = told
  const { language } = page
  const say = speaker(language)
  const label = roleLabel(page.form, role)
  const parties = page.entry.answers[role]
  const add = (kind: TypedParty['kind'], words: string) =>
    html`<a class="govuk-link" href="${page.path(`/parties/${role}/new?kind=${kind}`)}">${words}<span class="govuk-visually-hidden">${say('：', ': ')}${inLanguage(label, language)}</span></a>`
  const missing = checked && parties.length === 0 ? missingParty(label) : undefined
  return html`<section class="parties" id="${fieldId(`/${role}`)}" tabindex="-1">
<h2 class="govuk-heading-m">${inLanguage(label, language)}</h2>
${missing ? html`<p class="govuk-error-message">${inLanguage(missing, language)}</p>` : nothing}
${parties.map((party, at) => partyLine(page, role, party, at, told))}
${
  parties.length < PARTIES_MAX
    ? html`<p class="govuk-body parties__add">${add('organization', say('添加机构', 'Add an organisation'))} ${add('individual', say('添加个人', 'Add an individual'))}</p>`
    : nothing
}
</section>`
}

function partyLine(page: FilingPage, role: PartyRole, party: TypedParty, at: number, { refused, notes }: Told): Html {
  const { language } = page
  const say = speaker(language)
  const { scheme, value } = party.identifier
  const name = party.name || party.owner.name || say('（未填名称）', '(no name yet)')
  const wrong = refused.some(({ pointer }) => pointer?.startsWith(`/${role}/${at}/`))
  const path = page.path(`/parties/${role}/${at}`)
  const about = html`<span class="govuk-visually-hidden"> ${name}</span>`
  return html`<div class="party" id="${fieldId(`/${role}/${at}`)}" tabindex="-1">
<p class="govuk-body party__name"><strong>${name}</strong>${wrong ? html` <span class="state state--alarm">${say('需要更正', 'Needs correction')}</span>` : nothing}</p>
<p class="govuk-body party__facts">${value ? html`${inLanguage(isIdentifierScheme(scheme) ? identifierSchemes[scheme].label : text(scheme, scheme), language)} ${value}` : nothing}</p>
<p class="govuk-body party__actions"><a class="govuk-link" href="${wrong ? `${path}?checked=1` : path}">${say('更正', 'Change')}${about}</a> <a class="govuk-link" href="${path}/remove">${say('删去', 'Remove')}${about}</a></p>
${role === 'debtors' ? debtorNotes(notes, at, language) : nothing}</div>`
}

/** Each error under the name of its party, linked to the party's line. */
function summed(page: FilingPage, refused: readonly Refusal[]): Refusal[] {
  const say = (role: PartyRole) => roleLabel(page.form, role)
  return refused.map((each) => {
    const [, role, at, ...rest] = (each.pointer ?? '').split('/') as [string, PartyRole, string?, ...string[]]
    if (at === undefined) return { code: each.code, pointer: `/${role}`, message: missingParty(say(role)) }
    const party = page.entry.answers[role][Number(at)]
    const name = party?.name || party?.owner.name || `${Number(at) + 1}`
    const field = fieldNamed(party, `/${rest.join('/')}`)
    const message = field ? naming(field, each) : each.message
    return {
      code: each.code,
      pointer: `/${role}/${at}`,
      message: text(`${name}：${message.zh}`, `${name}: ${message.en}`),
    }
  })
}

function fieldNamed(party: TypedParty | undefined, pointer: string): PageField | undefined {
  return partyFields(party?.kind ?? 'organization').find((each) => each.pointer === pointer)
}

function missingParty(label: Text): Text {
  return text(`请至少添加一个${label.zh}`, `Add at least one ${label.en.toLowerCase()}`)
}

import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import { PARTIES_MAX } from '../../parties/party.ts'
import { hidden, hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { ProblemError } from '../../platform/problem.ts'
import { type Text, text } from '../../platform/text.ts'
import { atFields } from '../field-errors.ts'
import type { TypedAnswers, TypedParty } from '../typed-answers.ts'
import { type FilingPage, filingPage, isLeft, leave, sendStep, showsErrors, switchLeadsTo } from './filing-page.ts'
import { blankParty, judgeParty, type PartyRole, partyFields, roleLabel } from './party-fields.ts'
import { partyForm, partyTitle } from './party-view.ts'
import { newPartyId, typedParty } from './typed-fields.ts'

const BODY_MAX_BYTES = 256 * 1024

/** The page of one party: `:role` is securedParties or debtors, `:at` its place from 0, or `new` with `?kind=`. */
export function partyPages(app: FastifyInstance, deps: Deps): void {
  filingPage(app, deps, 'GET', '/parties/:role/:at', async (page) => {
    const { role, at, party } = partyOf(page)
    return sendParty(page, role, at, party, showsErrors(page.request))
  })

  filingPage(app, deps, 'POST', '/parties/:role/:at', saveParty, { bodyLimit: BODY_MAX_BYTES })

  filingPage(app, deps, 'GET', '/parties/:role/:at/remove', async (page) => {
    const { role, at, party } = partyOf(page)
    if (at === undefined) throw new ProblemError('not_found')
    return sendRemoval(page, role, party)
  })

  filingPage(app, deps, 'POST', '/parties/:role/:at/remove', async (page) => {
    const role = roleOf(page)
    const { id } = page.request.body as { id?: unknown }
    await page.change((answers) => ({ ...answers, [role]: answers[role].filter((party) => party.id !== id) }))
    return page.reply.redirect(page.path('/parties'), 303)
  })
}

async function saveParty(page: FilingPage): Promise<FastifyReply> {
  const role = roleOf(page)
  const party = typedParty(page.request.body, kindOf((page.request.body as { kind?: unknown } | undefined)?.kind))
  const answers = await page.change((before) => ({ ...before, [role]: withParty(before[role], party) }))
  const at = answers[role].findIndex((each) => each.id === party.id)
  if (at < 0) throw new ProblemError('form_invalid', { detail: tooManyParties })
  if (isLeft(page.request.body)) return leave(page)
  if (judgeParty(page.form, role, party, page.today).length === 0) {
    return page.reply.redirect(page.path('/parties'), 303)
  }
  switchLeadsTo(page, `/parties/${role}/${at}`)
  return sendParty(page, role, at, party, true)
}

/** The party takes the place of the one with its id, or comes last: the same page sent twice adds nobody twice. */
function withParty(parties: TypedAnswers['debtors'], party: TypedParty): TypedAnswers['debtors'] {
  if (parties.some((each) => each.id === party.id)) return parties.map((each) => (each.id === party.id ? party : each))
  return parties.length < PARTIES_MAX ? [...parties, party] : parties
}

function sendParty(page: FilingPage, role: PartyRole, at: number | undefined, party: TypedParty, checked: boolean) {
  const refused = checked ? judgeParty(page.form, role, party, page.today) : []
  const errors = atFields(refused, partyFields(party.kind))
  return sendStep(page, 'parties', {
    title: partyTitle(roleLabel(page.form, role), party.kind, at === undefined),
    back: page.path('/parties'),
    ...(errors.length > 0 && { errors, status: page.request.method === 'POST' ? 422 : 200 }),
    body: partyForm(page.request.shell, party, errors),
  })
}

function sendRemoval(page: FilingPage, role: PartyRole, party: TypedParty): FastifyReply {
  const say = speaker(page.language)
  const label = roleLabel(page.form, role)
  const name = party.name || party.owner.name || say('（未填名称）', '(no name yet)')
  return sendStep(page, 'parties', {
    title: text(`删去这个${label.zh}`, `Remove this ${label.en.toLowerCase()}`),
    back: page.path('/parties'),
    body: html`<p class="govuk-body">${name}</p>
<form method="post">${hiddenCsrf(page.request.shell)}${hidden('id', party.id)}
${submitButton(page.language, text('删去', 'Remove'), { kind: 'warning' })}</form>`,
  })
}

function partyOf(page: FilingPage): { role: PartyRole; at: number | undefined; party: TypedParty } {
  const role = roleOf(page)
  const { at: place } = page.request.params as { at: string }
  if (place === 'new') {
    const { kind } = page.request.query as { kind?: unknown }
    return { role, at: undefined, party: blankParty(kindOf(kind), newPartyId()) }
  }
  const at = /^\d{1,2}$/.test(place) ? Number(place) : -1
  const party = page.entry.answers[role][at]
  if (!party) throw new ProblemError('not_found')
  return { role, at, party }
}

function roleOf(page: FilingPage): PartyRole {
  const { role } = page.request.params as { role: string }
  if (role === 'securedParties' || role === 'debtors') return role
  throw new ProblemError('not_found')
}

function kindOf(kind: unknown): TypedParty['kind'] {
  return kind === 'individual' ? 'individual' : 'organization'
}

const tooManyParties: Text = text(`最多 ${PARTIES_MAX} 个`, `At most ${PARTIES_MAX}`)

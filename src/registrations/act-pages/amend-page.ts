import type { FastifyInstance } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { html } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { listActDraftsOn } from '../act-draft-store.ts'
import { statusOn } from '../registration-state.ts'
import { draftsOn } from './act-draft-view.ts'
import { actHeading, sendEnded } from './act-form-view.ts'
import { actPage, openActPage } from './act-page.ts'
import { amendmentOf, type ChangeForm, pathOfChange } from './change-form.ts'
import { addCollateral, releaseCollateral } from './collateral-changes.ts'
import { addDebtor, releaseDebtor, transferSecuredParty } from './party-changes.ts'
import { renameParty } from './rename-change.ts'
import { changeAmount, rankNote } from './terms-changes.ts'

/** The kinds of change, in the order in which they are offered. */
const changes: readonly ChangeForm[] = [
  addCollateral,
  releaseCollateral,
  addDebtor,
  releaseDebtor,
  renameParty,
  transferSecuredParty,
  changeAmount,
  rankNote,
]

const title = text('变更登记', 'Amendment')

/** Amendment 变更登记 by page: the kind of change is chosen first, and each has its own page. */
export function amendPages(app: FastifyInstance, deps: Deps): void {
  const url = '/registrations/:registrationNumber/amend'
  const onRequest = async (request: Parameters<typeof personWhoMay>[0]) => void personWhoMay(request, 'register')
  app.get(url, { schema: { hide: true }, onRequest }, async (request, reply) => {
    const page = await openActPage(deps, request, reply)
    const { language, state } = page
    const status = statusOn(state, page.today)
    const path = `/registrations/${state.registrationNumber}`
    if (status !== 'in_effect') return sendEnded(page, { title }, status)
    const say = speaker(language)
    const drafts = await listActDraftsOn(deps.pool, page.person.userId, state.registrationNumber)
    const own = drafts.filter(({ act }) => act.startsWith('/amend/'))
    return sendPage(reply, {
      title,
      ownHeading: true,
      back: path,
      body: html`${actHeading(page, title)}
${draftsOn(state.registrationNumber, own, language)}
<p class="govuk-body">${say('选择变更的内容。每次登记一种变更，各有登记编号和证明。', 'Choose what changes. Each filing is one change, with its own number and certificate.')}</p>
<dl class="govuk-summary-list">${changes.map(
        (change) => html`<div class="govuk-summary-list__row">
<dt class="govuk-summary-list__key"><a class="govuk-link" href="${path}${pathOfChange(change)}">${inLanguage(change.label, language)}</a></dt>
<dd class="govuk-summary-list__value">${inLanguage(change.purpose, language)}</dd></div>`,
      )}</dl>`,
    })
  })
  for (const change of changes) actPage(app, deps, amendmentOf(change))
}

import type { FastifyInstance, FastifyReply } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage } from '../../platform/layout.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { listActDraftsOn } from '../act-draft-store.ts'
import { statusOn } from '../registration-state.ts'
import { draftsOn } from './act-draft-view.ts'
import type { ActPage } from './act-form.ts'
import { actHeading, sendEnded } from './act-form-view.ts'
import { actPage, openActPage } from './act-page.ts'
import { transferAsset } from './asset-transfer-change.ts'
import { amendmentOf, type ChangeForm, pathOfChange } from './change-form.ts'
import { addCollateral, releaseCollateral } from './collateral-changes.ts'
import { correctTerms } from './correct-terms-change.ts'
import { correctDescription, correctItem, correctParty } from './correction-changes.ts'
import { correctionEntry, sendCorrectionChooser } from './correction-page.ts'
import { addDebtor, releaseDebtor, transferSecuredParty } from './party-changes.ts'
import { renameParty } from './rename-change.ts'
import { divideParty, mergeParties } from './succession-changes.ts'
import { changeAmount, rankNote } from './terms-changes.ts'

/** What can be put right of what was filed wrongly, each on its page. */
export const corrections: readonly ChangeForm[] = [correctParty, correctTerms, correctItem, correctDescription]

/** The kinds of change, in the order in which they are offered; corrections have a page of their own to choose from. */
export const changes: readonly ChangeForm[] = [
  addCollateral,
  releaseCollateral,
  addDebtor,
  releaseDebtor,
  renameParty,
  mergeParties,
  divideParty,
  transferAsset,
  transferSecuredParty,
  changeAmount,
  rankNote,
]

const title = text('变更登记', 'Amendment')
const correctionTitle = text('变更登记：更正', 'Amendment: correction')

/** Amendment 变更登记 by page: the kind of change is chosen first, and each has its own page. */
export function amendPages(app: FastifyInstance, deps: Deps): void {
  choose('/amend', title, async (page) => {
    const number = page.state.registrationNumber
    const drafts = await listActDraftsOn(deps.pool, page.person.userId, number)
    const own = drafts.filter(({ act }) => act.startsWith('/amend/'))
    return sendChooser(page, {
      title,
      above: draftsOn(number, own, page.language),
      intro: text(
        '选择变更的内容。每次登记一种变更，各有登记编号和证明。',
        'Choose what changes. Each filing is one change, with its own number and certificate.',
      ),
      entries: [...changes.map((change) => ({ ...change, path: pathOfChange(change) })), correctionEntry('/amend')],
    })
  })
  choose('/amend/correction', correctionTitle, async (page) => sendCorrectionChooser(page, correctionTitle, '/amend'))
  for (const change of [...changes, ...corrections]) actPage(app, deps, amendmentOf(deps.pool, change))

  function choose(path: string, heading: typeof title, send: (page: ActPage) => Promise<FastifyReply>): void {
    const onRequest = async (request: Parameters<typeof personWhoMay>[0]) => void personWhoMay(request, 'register')
    app.get(
      `/registrations/:registrationNumber${path}`,
      { schema: { hide: true }, onRequest },
      async (request, reply) => {
        const page = await openActPage(deps, request, reply)
        const status = statusOn(page.state, page.today)
        return status === 'in_effect' ? send(page) : sendEnded(page, { title: heading }, status)
      },
    )
  }
}

/** What can be done, a line each with what it is for. Paths are after the registration's. */
export function sendChooser(
  page: ActPage,
  chooser: {
    title: ChangeForm['label']
    above?: Html
    intro: ChangeForm['label']
    entries: readonly { path: string; label: ChangeForm['label']; purpose: ChangeForm['label'] }[]
  },
): FastifyReply {
  const { language, state } = page
  const registration = `/registrations/${state.registrationNumber}`
  return sendPage(page.reply, {
    title: chooser.title,
    ownHeading: true,
    back: registration,
    body: html`${actHeading(page, chooser.title)}
${chooser.above ?? nothing}
<p class="govuk-body">${inLanguage(chooser.intro, language)}</p>
<dl class="govuk-summary-list">${chooser.entries.map(
      ({ path, label, purpose }) => html`<div class="govuk-summary-list__row">
<dt class="govuk-summary-list__key"><a class="govuk-link" href="${registration}${path}">${inLanguage(label, language)}</a></dt>
<dd class="govuk-summary-list__value">${inLanguage(purpose, language)}</dd></div>`,
    )}</dl>`,
  })
}

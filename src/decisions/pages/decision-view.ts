import type { FastifyReply } from 'fastify'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import {
  groupsOfFour,
  numberInGroups,
  thousands,
  writtenExactMoment,
  writtenMoment,
} from '../../platform/written-form.ts'
import type { ActPage } from '../../registrations/act-pages/act-form.ts'
import type { RegistrationState } from '../../registrations/registration-state.ts'
import { mayVote, type RegistrationDecision, statusOf } from '../decision.ts'
import { decisionFacts, effectOf, refusedNow } from './decision-facts.ts'
import { decisionLabel, decisionStatusLabels, decisionWord } from './decision-wording.ts'
import { approveForm, rejectForm, type Told } from './vote-forms.ts'

/** `page.state` is the registration as it stood when the act was proposed; `now` as it stands. */
export type DecisionView = { page: ActPage; decision: RegistrationDecision; now: RegistrationState }

/** A decision: where it stands, everything it says, and what this person can do about it. */
export function sendDecision(view: DecisionView, told?: Told): FastifyReply {
  const { page, decision } = view
  const { language, reply } = page
  const say = speaker(language)
  const title = decisionLabel(decision)
  if (told?.retryAfterSeconds !== undefined) reply.header('retry-after', String(told.retryAfterSeconds))
  page.request.shell = { ...page.request.shell, here: page.path }
  return sendPage(reply, {
    title,
    ownHeading: true,
    back: '/decisions',
    wide: true,
    ...(told && { errors: told.errors, status: told.status }),
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${inLanguage(page.form.label, language)} ·
${say(`登记 ${groupsOfFour(decision.registrationNumber)}`, `Registration ${groupsOfFour(decision.registrationNumber)}`)}</span>
${inLanguage(title, language)}</h1>
${outcome(view)}
${summaryList(rows(view), language)}
<h2 class="govuk-heading-m">${say('办理的内容', 'What is decided')}</h2>
${decisionFacts(page, decision)}
${steps(view, told)}`,
  })
}

/** Where it stands, first: for the proposer that another person is needed, at the end what was filed. */
function outcome({ page, decision }: DecisionView): Html {
  const say = speaker(page.language)
  const { filing } = decision
  if (filing) {
    return html`<div class="govuk-panel govuk-panel--confirmation"><h2 class="govuk-panel__title">${say('已经登记', 'Filed')}</h2>
<div class="govuk-panel__body">${say('本次登记编号', 'Filing number')}<br><strong>${numberInGroups(filing.filingNumber)}</strong></div></div>
<ul class="govuk-list govuk-list--bullet">
<li><a class="govuk-link" href="/api/v1/filings/${filing.filingNumber}/certificate">${say('下载本次登记证明（PDF）', 'Download the certificate of this filing (PDF)')}</a></li>
<li><a class="govuk-link" href="/registrations/${decision.registrationNumber}">${say('查看这项登记', 'See the registration')}</a></li>
<li>${say('当事人会收到通知。', 'The parties are told.')}</li></ul>`
  }
  if (statusOf(decision) !== 'proposed') return nothing
  const own = decision.votes.some(({ userId }) => userId === page.person.userId)
  return html`<p class="answer">${
    own
      ? say(
          '您已经提出，须由另一名登记员核准才登记。没有登记任何内容。',
          'You proposed this: another registrar must approve it. Nothing is filed yet.',
        )
      : say(
          '等待您或者其他登记员核准。没有登记任何内容。',
          'It waits for your approval, or that of another registrar. Nothing is filed yet.',
        )
  }</p>`
}

function rows({ page, decision }: DecisionView): SummaryRow[] {
  const { language } = page
  const status = statusOf(decision)
  const moment = (time: string) => inLanguage(writtenMoment(time), language)
  const comma = speaker(language)('，', ', ')
  return [
    { key: text('状态', 'State'), value: decisionWord(status, language) },
    {
      key: text('登记', 'Registration'),
      value: html`<a class="govuk-link" href="/registrations/${decision.registrationNumber}">${numberInGroups(decision.registrationNumber, { copy: false })}</a>`,
    },
    ...decision.votes.map(({ place, displayName, vote, at, reason }) => ({
      key:
        place === 1
          ? text('提出', 'Proposed by')
          : vote === 'approve'
            ? text('核准', 'Approved by')
            : text('否决', 'Rejected by'),
      value: html`${displayName}${comma}${moment(at)}${reason ? html`<div class="paragraph">${reason}</div>` : nothing}`,
    })),
    ...(status === 'proposed' || status === 'over'
      ? [{ key: text('核准的期限', 'To be approved by'), value: moment(decision.endsAt) }]
      : []),
    ...(decision.filing
      ? [
          {
            key: text('登记时间', 'Time of filing'),
            value: inLanguage(writtenExactMoment(decision.filing.filedAt), language),
          },
          { key: text('登记序号', 'Sequence'), value: thousands(decision.filing.sequence) },
        ]
      : []),
  ]
}

/** Approve or reject, as the second person; carry out what was approved and not filed. */
function steps(view: DecisionView, told: Told | undefined): Html {
  const { page, decision, now } = view
  const say = speaker(page.language)
  const own = decision.votes.some(({ userId }) => userId === page.person.userId)
  const status = statusOf(decision)
  const stuck = status === 'approved' && own
  const may = mayVote(decision, page.person.userId)
  if (!may && !stuck) return nothing
  const refused = refusedNow(page, decision, now)
  const place = { request: page.request, path: page.path, told }
  return html`<h2 class="govuk-heading-m">${stuck ? inLanguage(decisionStatusLabels.approved, page.language) : say('核准', 'Approve')}</h2>
${
  refused.length > 0
    ? html`<div class="alarm"><p class="govuk-body">${say('按登记的现状，核准后不能登记：', 'As the registration stands now, it could not be filed:')}</p>
<ul class="govuk-list govuk-list--bullet">${refused.map(({ message }) => html`<li>${inLanguage(message, page.language)}</li>`)}</ul></div>`
    : html`<p class="govuk-body">${say('核准后立即登记：', 'Approved, it is filed at once:')}${say('', ' ')}${inLanguage(effectOf(decision), page.language)}</p>`
}
${approveForm(place, text('核准并登记', 'Approve and file'), lostBy(view.decision))}
${may ? rejectForm(place) : nothing}`
}

/** What approving this loses for good. */
function lostBy({ kind, content }: DecisionView['decision']): Text | undefined {
  if (kind !== 'revocation' || content.scope === 'objection') return undefined
  return content.scope === 'part' ? noPart : noRank
}

const noRank = text(
  '撤销后虽可恢复登记，但不恢复失效期间的顺位。',
  'A revocation can be followed by a reinstatement, which gives no rank back for the time in between.',
)
const noPart = text(
  '撤销的部分不能恢复；以后再增加的，顺位自增加时起算。',
  'What is revoked in part is not reinstated; added again, it ranks from then.',
)

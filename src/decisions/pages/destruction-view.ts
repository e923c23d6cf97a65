import type { FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { numberInGroups, writtenDate, writtenMoment } from '../../platform/written-form.ts'
import { type Decision, isDestruction, mayVote, statusOf } from '../decision.ts'
import { decisionLabel, decisionWord, destructionLabels } from './decision-wording.ts'
import { approveForm, rejectForm, type Told } from './vote-forms.ts'

/** A destruction, which two registrars approve; or what is left of another decision once its content was destroyed. */
export function sendDestruction(
  request: FastifyRequest,
  reply: FastifyReply,
  decision: Decision,
  told?: Told,
): FastifyReply {
  const { language } = request
  const { userId } = personWhoMay(request, 'supervise')
  if (told?.retryAfterSeconds !== undefined) reply.header('retry-after', String(told.retryAfterSeconds))
  request.shell = { ...request.shell, here: `/decisions/${decision.decision}` }
  return sendPage(reply, {
    title: decisionLabel(decision),
    back: isDestruction(decision.kind) ? '/archive' : '/decisions',
    ...(told && { errors: told.errors, status: told.status }),
    body: html`${outcome(decision, userId, language)}
${summaryList(rows(decision, language), language)}
${steps(decision, { userId, request, told })}`,
  })
}

function outcome(decision: Decision, userId: number, language: Language): Html {
  const say = speaker(language)
  const status = statusOf(decision)
  if (!isDestruction(decision.kind))
    return html`<p class="answer">${say('这项登记的内容已经销毁，办理的内容随之销毁。', 'The content of the registration was destroyed, and with it what was decided.')}</p>`
  if (status === 'carried_out')
    return html`<p class="answer">${say('已经销毁。编号和哈希值保留。', 'It was destroyed. Numbers and hashes stay.')}</p>`
  if (status !== 'proposed') return nothing
  const own = decision.votes.some((vote) => vote.userId === userId)
  return html`<p class="answer">${
    own
      ? say(
          '您已核准，还须另一名登记员核准。没有销毁任何内容。',
          'You approved it; another registrar must too. Nothing is destroyed yet.',
        )
      : say(
          '由系统提出，须两名登记员核准。没有销毁任何内容。',
          'Proposed by the register; two registrars must approve. Nothing is destroyed yet.',
        )
  }</p>`
}

function rows(decision: Decision, language: Language): SummaryRow[] {
  const { registrationNumber, content, votes } = decision
  const status = statusOf(decision)
  const labels = isDestruction(decision.kind) ? destructionLabels : undefined
  const moment = (time: string) => inLanguage(writtenMoment(time), language)
  const day = (name: string, label: { zh: string; en: string }) =>
    typeof content[name] === 'string'
      ? [{ key: label, value: inLanguage(writtenDate(content[name].slice(0, 10)), language) }]
      : []
  return [
    { key: text('状态', 'State'), value: decisionWord(status, language, labels) },
    ...(registrationNumber === null
      ? []
      : [
          {
            key: text('登记', 'Registration'),
            value: html`<a class="govuk-link" href="/registrations/${registrationNumber}">${numberInGroups(registrationNumber, { copy: false })}</a>`,
          },
        ]),
    ...day('endedOn', text('登记结束', 'Ended')),
    ...day('keptUntil', text('保存至', 'Kept until')),
    ...day('searchedBefore', text('此日以前的查询', 'Searches before')),
    { key: text('提出时间', 'Proposed at'), value: moment(decision.proposedAt) },
    ...votes.map(({ displayName, vote, at, reason }) => ({
      key: vote === 'approve' ? text('核准', 'Approved by') : text('否决', 'Rejected by'),
      value: html`${displayName}，${moment(at)}${reason ? html`<div class="paragraph">${reason}</div>` : nothing}`,
    })),
    ...(status === 'proposed' || status === 'over'
      ? [{ key: text('核准的期限', 'To be approved by'), value: moment(decision.endsAt) }]
      : []),
    ...(decision.carriedOutAt && isDestruction(decision.kind)
      ? [{ key: text('销毁时间', 'Destroyed at'), value: moment(decision.carriedOutAt) }]
      : []),
  ]
}

type Step = { userId: number; request: FastifyRequest; told: Told | undefined }

function steps(decision: Decision, { userId, request, told }: Step): Html {
  const { language } = request
  const say = speaker(language)
  const own = decision.votes.some((vote) => vote.userId === userId)
  const may = mayVote(decision, userId)
  if (!isDestruction(decision.kind) || (!may && !(statusOf(decision) === 'approved' && own))) return nothing
  const path = `/decisions/${decision.decision}`
  const place = { request, path, told }
  return html`<h2 class="govuk-heading-m">${say('核准', 'Approve')}</h2>
${approveForm(place, text('核准销毁', 'Approve the destruction'), cannotComeBack)}
${may ? rejectForm(place) : nothing}`
}

const cannotComeBack = text(
  '两人核准后立即销毁，不能恢复。仍要保存的，请否决，并设定保全。',
  'With two approvals it is destroyed at once and cannot be brought back. If it must be kept, reject it and place a legal hold.',
)

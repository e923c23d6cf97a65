import type { FastifyReply } from 'fastify'
import { may } from '../../accounts/person.ts'
import type { Deps } from '../../deps.ts'
import { hiddenCsrf, type SummaryRow, submitButton, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import { writtenMoment } from '../../platform/written-form.ts'
import type { ActPage } from '../../registrations/act-pages/act-form.ts'
import { actHeading } from '../../registrations/act-pages/act-form-view.ts'
import {
  type CodeReplacement,
  loadOpenReplacement,
  type ReplacementStatus,
  replacementStatus,
} from '../code-replacement.ts'
import { codeTitle } from './code-officer.ts'

export const replacementLabels: Readonly<Record<ReplacementStatus, Text>> = {
  requested: text('等待第二人核准', 'Waiting for the second person'),
  waiting: text('已核准，等待期未满', 'Approved, in its waiting time'),
  ready: text('可以领取', 'Ready to be collected'),
  collected: text('已领取', 'Collected'),
  cancelled: text('已取消', 'Cancelled'),
}

/** Where a registration's code stands (it works, a new one is asked for or to be collected), and what can be done. */
export async function sendCode(
  deps: Deps,
  page: ActPage,
  told: { errors?: readonly Refusal[]; done?: string } = {},
): Promise<FastifyReply> {
  const { state } = page
  const { rowCount } = await deps.pool.query(
    'select from modification_codes where registration = $1 and until_sequence is null',
    [state.registration],
  )
  const open = await loadOpenReplacement(deps.pool, state.registration)
  const { errors = [] } = told
  page.request.shell = { ...page.request.shell, here: pathOf(page) }
  return sendPage(page.reply, {
    title: codeTitle,
    ownHeading: true,
    back: `/registrations/${state.registrationNumber}`,
    ...(errors.length > 0 && { errors, status: 409 }),
    body: html`${actHeading(page, codeTitle)}
${told.done ? doneNote(told.done, page) : nothing}
${open ? replacementView(page, open, deps.config.codeReplacementWaitHours) : standingView(page, rowCount! > 0)}`,
  })
}

/** What the step before has done, on the page that it leads to. */
function doneNote(done: string, { language }: ActPage): Html {
  const words = doneWords[done]
  return words ? html`<p class="answer" role="status">${inLanguage(words, language)}</p>` : nothing
}

const doneWords: Readonly<Record<string, Text>> = {
  requested: text('申请已经提出，须由另一人核准。', 'Asked for: another person must approve it.'),
  approved: text('已经核准，填表人已收到通知。', 'Approved; the filer has been told.'),
  cancelled: text('申请已经取消，现有修改码不受影响。', 'Cancelled; the present code is as it was.'),
}

/** No request: the code works, or there is none since the registration was transferred. */
function standingView(page: ActPage, live: boolean): Html {
  const { language, person, state } = page
  const say = speaker(language)
  const own = person.account === state.account
  if (!live && own)
    return html`<p class="govuk-body">${say('这项登记已经转由贵方办理，原修改码已经失效。请领取新的修改码，变更、展期、注销都要用到它。', 'This registration was transferred to your account and the old code has ended. Collect a new one: amending, renewing and discharging need it.')}</p>
${collectLink(page)}`
  return html`<p class="govuk-body">${
    live
      ? say(
          '现有修改码有效。登记机构只存有它的校验值，无从查出；遗失的，申请重发。',
          'The present code works. The register keeps only a hash and cannot look it up: if it is lost, ask for a new one.',
        )
      : say('新的填表人还没有领取修改码。', 'The new filer has not collected its code yet.')
  }</p>
<p class="govuk-body"><a class="govuk-link" href="${pathOf(page)}/replace">${say('申请重发修改码', 'Ask for a new modification code')}</a></p>`
}

/** A request that is under way: who asked, who approved, until when it waits. */
function replacementView(page: ActPage, open: CodeReplacement, waitHours: number): Html {
  const { language, person, state } = page
  const say = speaker(language)
  const status = replacementStatus(open)
  const ownSide = open.requestedFor === person.account
  const own = person.account === state.account
  const mayCancel = ownSide || open.account === person.account || may(person.role, 'supervise')
  return html`${summaryList(rows(open, status, language), language)}
${
  status === 'requested' && ownSide && open.requestedBy !== person.userId
    ? html`<p class="govuk-body">${say(`核准后等待 ${waitHours} 小时，填表人即可领取新的修改码；领取后原修改码失效。请先核实申请确由贵方提出。`, `Once approved, the filer can collect the new code after ${waitHours} hours; the old one then ends. First make sure that the request is genuine.`)}</p>${step(page, open, 'approve')}`
    : nothing
}
${status === 'requested' && open.requestedBy === person.userId ? html`<p class="govuk-body">${say('您已经提出，须由贵方另一人登录后在此页核准。', 'You asked for it: another person of your side signs in and approves it on this page.')}</p>` : nothing}
${status === 'ready' && own ? collectLink(page) : nothing}
${mayCancel ? step(page, open, 'cancel') : nothing}`
}

function rows(open: CodeReplacement, status: ReplacementStatus, language: ActPage['language']): SummaryRow[] {
  const moment = (time: string) => inLanguage(writtenMoment(time), language)
  const by = (name: string, time: string) => `${name}${speaker(language)('，', ', ')}${moment(time)}`
  return [
    { key: text('重发修改码', 'New modification code'), value: inLanguage(replacementLabels[status], language) },
    { key: text('申请', 'Asked for'), value: by(open.requestedByName, open.requestedAt) },
    { key: text('原因', 'Reason'), value: html`<div class="paragraph">${open.reason}</div>` },
    ...(open.approvedAt
      ? [{ key: text('核准', 'Approved'), value: by(open.approvedByName ?? '', open.approvedAt) }]
      : []),
    ...(open.readyAt ? [{ key: text('可以领取', 'Can be collected from'), value: moment(open.readyAt) }] : []),
  ]
}

function step(page: ActPage, { codeReplacement }: CodeReplacement, verb: 'approve' | 'cancel'): Html {
  const label = verb === 'approve' ? text('核准', 'Approve') : text('取消申请', 'Cancel the request')
  return html`<form method="post" action="${pathOf(page)}/${codeReplacement}/${verb}">${hiddenCsrf(page.request.shell)}
${submitButton(page.language, label, verb === 'cancel' ? { kind: 'secondary' } : {})}</form>`
}

function collectLink(page: ActPage): Html {
  const say = speaker(page.language)
  return html`<p class="govuk-body"><a class="govuk-link" href="${pathOf(page)}/collect">${say('领取新的修改码', 'Collect the new modification code')}</a></p>`
}

export function pathOf({ state }: ActPage): string {
  return `/registrations/${state.registrationNumber}/modification-code`
}

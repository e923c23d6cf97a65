import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import { hidden, hiddenCsrf, submitButton, summaryList } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { IdempotentRequest } from '../../platform/idempotency.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { ProblemError } from '../../platform/problem.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { numberInGroups, writtenMoment } from '../../platform/written-form.ts'
import type { ActPage } from '../../registrations/act-pages/act-form.ts'
import { actHeading } from '../../registrations/act-pages/act-form-view.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import { requesterOf } from '../code-routes.ts'
import { type CollectedCode, collectCode } from '../collect-code.ts'
import { pathOf, sendCode } from './code-page.ts'

const title = text('领取修改码', 'Collect the modification code')
const collected = text('新的修改码', 'The new modification code')

/** What collecting does, before it is done: it makes the new code, and the old one ends. */
export function sendBeforeCollecting(page: ActPage): FastifyReply {
  const { language, request } = page
  const say = speaker(language)
  return sendPage(page.reply, {
    title,
    ownHeading: true,
    back: pathOf(page),
    body: html`${actHeading(page, title)}
<p class="govuk-body">${say('领取后，新的修改码立即生效，原修改码失效，不能恢复。新的修改码只显示一次，请在可以保存的地方领取。', 'The new code works at once and the old one ends for good. It is shown once: collect it where you can keep it.')}</p>
<form method="post" action="${pathOf(page)}/collect">${hiddenCsrf(request.shell)}${hidden('actId', randomUUID())}
${submitButton(language, text('领取', 'Collect'))}</form>`,
  })
}

/** Makes the code and shows it. The same form sent again in this session shows it again, and no other is made. */
export async function collect(deps: Deps, page: ActPage): Promise<FastifyReply> {
  const { person, request, state } = page
  const key = `collect ${typed(request.body, 'actId') || randomUUID()}`
  const once = new IdempotentRequest(person.userId, person.bearer, key, { method: 'POST', path: page.path, body: {} })
  const registration = { sequence: state.registration, number: state.registrationNumber }
  try {
    const done = await collectCode(deps.pool, requesterOf(request), registration, once)
    if (!('refused' in done)) return sendCollected(page, done.answer)
    return sendCode(deps, page, { errors: done.refused.map(({ code, message }) => ({ code, message })) })
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'idempotency_key_of_other_credential') throw error
    return sendCode(deps, page, { errors: [shownElsewhere] })
  }
}

function sendCollected(page: ActPage, { modificationCode, registrationNumber, issuedAt }: CollectedCode): FastifyReply {
  const { language } = page
  const say = speaker(language)
  page.request.shell = { ...page.request.shell, here: pathOf(page) }
  return sendPage(page.reply, {
    title: collected,
    ownHeading: true,
    body: html`${actHeading(page, collected)}
${summaryList(
  [
    { key: text('登记证明编号', 'Registration number'), value: numberInGroups(registrationNumber) },
    { key: text('生效时间', 'Works since'), value: inLanguage(writtenMoment(issuedAt), language) },
  ],
  language,
)}
<div class="alarm"><h2 class="govuk-heading-m">${say('修改码', 'Modification code')}</h2>
<p class="govuk-body modification-code">${numberInGroups(modificationCode)}</p>
<p class="govuk-body"><strong>${say('请立即保存，离开本页后不再显示。', 'Keep it now: once you leave this page it is not shown again.')}</strong>
${say('变更、展期、注销这项登记都要用到它；以前的修改码已经失效。', 'Amending, renewing and discharging this registration need it; earlier codes have ended.')}</p></div>
<p class="govuk-body"><a class="govuk-link" href="/registrations/${registrationNumber}">${say('查看这项登记', 'See the registration')}</a></p>`,
  })
}

const shownElsewhere = {
  code: 'idempotency_key_of_other_credential',
  message: text(
    '这个修改码已经在另一次登录中领取，不再显示；没有保存的，请申请重发',
    'This code was collected in another session and is not shown again; if it was not kept, ask for a new one',
  ),
}

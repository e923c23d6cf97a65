import type { FastifyReply } from 'fastify'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenDate, writtenExactMoment } from '../../platform/written-form.ts'
import type { ActFiled, ActForm, ActPage } from './act-form.ts'

/** What happened, when, under which number; its certificate, and what comes next. */
export function sendActDone(page: ActPage, act: ActForm, filed: ActFiled): FastifyReply {
  const { language } = page
  const say = speaker(language)
  const registration = `/registrations/${filed.registrationNumber}`
  leadTheSwitchTo(page, registration)
  return sendPage(page.reply, {
    title: act.done,
    ownHeading: true,
    body: html`<div class="govuk-panel govuk-panel--confirmation"><h1 class="govuk-panel__title">${inLanguage(act.done, language)}</h1>
<div class="govuk-panel__body">${say('本次登记编号', 'Filing number')}<br><strong>${numberInGroups(filed.filingNumber)}</strong></div></div>
${summaryList(doneRows(page, act, filed), language)}
<h2 class="govuk-heading-m">${say('接下来', 'What comes next')}</h2>
<ul class="govuk-list govuk-list--bullet">
<li><a class="govuk-link" href="${filed.links.certificate}">${say('下载本次登记证明（PDF）', 'Download the certificate of this filing (PDF)')}</a></li>
${(act.next?.(filed, page) ?? []).map((each) => html`<li>${inLanguage(each, language)}</li>`)}
<li><a class="govuk-link" href="${registration}">${say('查看这项登记', 'See the registration')}</a></li>
</ul>`,
  })
}

function doneRows(page: ActPage, act: ActForm, filed: ActFiled): SummaryRow[] {
  const { language } = page
  const rows: SummaryRow[] = [
    { key: text('登记证明编号', 'Registration number'), value: numberInGroups(filed.registrationNumber) },
    { key: text('登记时间', 'Time of filing'), value: inLanguage(writtenExactMoment(filed.filedAt), language) },
    { key: text('登记序号', 'Sequence'), value: thousands(filed.sequence) },
  ]
  if (act.final || act.by) return rows
  const { zh, en } = writtenDate(filed.expiresOn)
  const until = speaker(language)(`${zh}，至当日 24:00`, `${en}, until 24:00 that day`)
  return [...rows, { key: text('登记到期日', 'Expiry date'), value: until }]
}

/** The page was filed, but not as it is now or not in this session: nothing was filed again. */
export function sendOtherwiseFiled(page: ActPage, act: ActForm): FastifyReply {
  const say = speaker(page.language)
  const registration = `/registrations/${page.state.registrationNumber}`
  leadTheSwitchTo(page, registration)
  return sendPage(page.reply, {
    title: text(`这份${act.title.zh}已经登记`, `Filed already: ${act.title.en.toLowerCase()}`),
    status: 409,
    body: html`<p class="govuk-body">${say(
      '同一页只登记一次：这次没有登记任何内容。先前登记的内容见登记经过；还要办理的，请从登记页面重新开始。',
      'A page is filed once, and nothing was filed now. What was filed before stands among the filings; for a further act begin again from the registration.',
    )}</p>
<p class="govuk-body"><a class="govuk-link" href="${registration}">${say('查看这项登记', 'See the registration')}</a></p>`,
  })
}

/** The language switch of a confirmation leads to the registration, and not to a new form. */
function leadTheSwitchTo(page: ActPage, path: string): void {
  page.request.shell = { ...page.request.shell, here: path }
}

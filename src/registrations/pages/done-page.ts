import type { FastifyReply } from 'fastify'
import { hiddenCsrf, summaryList } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { inLanguage, text } from '../../platform/text.ts'
import {
  groupsOfFour,
  numberInGroups,
  thousands,
  writtenDate,
  writtenExactMoment,
  writtenMoment,
} from '../../platform/written-form.ts'
import type { FilingPage } from './filing-page.ts'

/** The answer to an initial filing, as POST /registrations gives it. */
export type Filed = {
  registrationNumber: string
  sequence: number
  filedAt: string
  expiresOn: string
  modificationCode: string
  links: { certificate: string }
}

/**
 * What happened, when, under which number; what to keep, and what comes next. The code is shown here and nowhere else.
 */
export function sendDone(page: FilingPage, filed: Filed): FastifyReply {
  const { language, request, form } = page
  const say = speaker(language)
  const { registrationNumber, modificationCode } = filed
  return sendPage(page.reply, {
    title: text('登记完成', 'Registered'),
    ownHeading: true,
    body: html`<div class="govuk-panel govuk-panel--confirmation"><h1 class="govuk-panel__title">${say('登记完成', 'Registered')}</h1>
<div class="govuk-panel__body">${say('登记证明编号', 'Registration number')}<br><strong>${numberInGroups(registrationNumber)}</strong></div></div>
${summaryList(
  [
    { key: text('担保类型', 'Security type'), value: inLanguage(form.label, language) },
    { key: text('登记时间', 'Time of filing'), value: inLanguage(writtenExactMoment(filed.filedAt), language) },
    { key: text('登记序号', 'Sequence'), value: thousands(filed.sequence) },
    {
      key: text('登记到期日', 'Expiry date'),
      value: say(
        `${writtenDate(filed.expiresOn).zh}，至当日 24:00`,
        `${writtenDate(filed.expiresOn).en}, until 24:00 that day`,
      ),
    },
  ],
  language,
)}
<div class="alarm"><h2 class="govuk-heading-m">${say('修改码', 'Modification code')}</h2>
<p class="govuk-body modification-code">${numberInGroups(modificationCode)}</p>
<p class="govuk-body"><strong>${say('请立即保存，离开本页后不再显示。', 'Keep it now: once you leave this page it is not shown again.')}</strong>
${say(
  '变更、展期、注销这项登记都要用到它。登记机构只存有它的校验值，无从查出；遗失的，须经审核更换。',
  'Amending, renewing and discharging this registration need it. The register keeps only a hash and cannot look it up; a lost code has to be replaced after review.',
)}</p>
<form method="post" action="${page.path('/modification-code')}">${hiddenCsrf(request.shell)}
<button type="submit" class="govuk-button govuk-button--secondary">${say('下载修改码（.txt）', 'Download the code (.txt)')}</button></form></div>
<h2 class="govuk-heading-m">${say('接下来', 'What comes next')}</h2>
<ul class="govuk-list govuk-list--bullet">
<li><a class="govuk-link" href="${filed.links.certificate}">${say('下载登记证明（PDF）', 'Download the registration certificate (PDF)')}</a></li>
<li>${say('登记已经生效，查询担保人即可查到。', 'It is in effect and found by a search of the debtor.')} <a class="govuk-link" href="/registrations/${registrationNumber}">${say('查看这项登记', 'See the registration')}</a></li>
<li>${say(
      `需要延长的，请在 ${writtenDate(filed.expiresOn).zh}24:00 之前办理展期；到期不展期的，登记失效。`,
      `To prolong it, renew it before it ends on ${writtenDate(filed.expiresOn).en}; otherwise it lapses.`,
    )}</li>
<li>${say(
      '债务消灭、担保权实现或者放弃的，请在十个工作日内注销（办法第十六条）。',
      'When the debt is extinguished or the right realised or waived, discharge it within ten working days (art. 16 of the Measures).',
    )}</li>
<li><a class="govuk-link" href="/file">${say('办理另一项登记', 'File another registration')}</a></li>
</ul>`,
  })
}

/** What is kept of a modification code, in both languages. Lines end as all text editors read them. */
export function modificationCodeFile({ registrationNumber, modificationCode, filedAt, expiresOn }: Filed): string {
  const filed = writtenMoment(filedAt)
  const expires = writtenDate(expiresOn)
  return `\ufeff${[
    '修改码 Modification code',
    '',
    `修改码 Modification code: ${groupsOfFour(modificationCode)}`,
    `登记证明编号 Registration number: ${groupsOfFour(registrationNumber)}`,
    `登记时间 Filed at: ${filed.zh} ${filed.en}`,
    `登记到期日 Expiry date: ${expires.zh} ${expires.en}`,
    '',
    '请妥善保管，勿交他人。变更、展期、注销这项登记都要用到它。',
    'Keep it safe and to yourself. Amending, renewing and discharging this registration need it.',
    '',
  ].join('\r\n')}`
}

import type { FastifyReply } from 'fastify'
import {
  checkbox,
  hidden,
  hiddenCsrf,
  type SummaryRow,
  submitButton,
  summaryList,
  textArea,
} from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { problems } from '../../platform/problem.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import type { UnavailableCode } from '../../platform/unavailable.ts'
import { thousands, writtenMoment, writtenTerm } from '../../platform/written-form.ts'
import { cannotBeUndone } from '../../registrations/act-pages/act-check.ts'
import { dischargeForm, reasons } from '../../registrations/act-pages/discharge-form.ts'
import type { Discharge } from '../../registrations/discharge.ts'
import { declaration } from '../../registrations/pages/check-page.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import { batchWords } from '../batch-wording.ts'
import { type BatchPage, openLines } from './batch-page.ts'
import { batchTable } from './batch-table.ts'

type Told = { errors?: readonly Refusal[]; unavailable?: UnavailableCode }

/**
 * The preview before the confirmation, and after it the results: under the batch's own address, with the form to file
 * what is still open. Codes that were typed go back to who typed them, and nowhere else.
 */
export function sendBatch(page: BatchPage, told: Told = {}): FastifyReply {
  const { batch, language } = page
  const { unavailable } = told
  const errors = unavailable ? [{ code: unavailable, message: interrupted }] : (told.errors ?? [])
  if (unavailable) page.reply.header('retry-after', '5')
  const confirmed = batch.confirmedAt !== null
  const open = openLines(page).length > 0
  return sendPage(page.reply, {
    title: confirmed ? resultTitle(batchWords[batch.kind].title) : checkTitle(batchWords[batch.kind].title),
    wide: true,
    ...(confirmed && { back: '/registrations' }),
    ...(errors.length > 0 && { errors, status: unavailable ? problems[unavailable].status : 422 }),
    body: html`${confirmed ? resultWords(page) : previewWords(page)}
${summaryList(contentRows(page), language)}
${open ? confirmForm(page, errors) : html`${batchTable(page, { outcome: confirmed })}${confirmed ? nothing : changeForm(page)}`}`,
  })
}

function previewWords(page: BatchPage): Html {
  const say = speaker(page.language)
  const open = openLines(page).length
  const not = page.lines.length - open
  const none = not === 0
  return html`<p class="answer">${say(
    `将办理 ${thousands(open)} 项，每项各自登记${none ? '。' : `；另有 ${thousands(not)} 项不能办理。`}`,
    `${thousands(open)} will be filed, each by itself${none ? '.' : `; ${thousands(not)} cannot be done.`}`,
  )}</p>`
}

function resultWords(page: BatchPage): Html {
  const { language, batch, lines } = page
  const say = speaker(language)
  const filed = lines.filter(({ filing }) => filing).length
  const refused = lines.filter((line) => !line.filing && (line.refused || 'refused' in line.foreseen)).length
  const untried = lines.length - filed - refused
  const [all, f, r, u] = [lines.length, filed, refused, untried].map(thousands)
  return html`<p class="answer">${say(
    `本批共 ${all} 项：已登记 ${f} 项，未受理 ${r} 项，未办 ${u} 项。`,
    `${all} in this batch: ${f} filed, ${r} refused, ${u} not tried.`,
  )}</p>
<p class="govuk-body">${say('确认时间：', 'Confirmed: ')}${inLanguage(writtenMoment(batch.confirmedAt!), language)}
<a class="govuk-link" href="${page.path}/results">${say('下载结果（CSV）', 'Download the results (CSV)')}</a></p>
<p class="govuk-body secondary">${say('本页地址不变，可以随时再看。', 'This page keeps its address: come back to it any time.')}</p>`
}

function contentRows({ batch, language }: BatchPage): SummaryRow[] {
  const content = batch.content ?? {}
  if (batch.kind === 'renewal') {
    const months = inLanguage(writtenTerm(Number(content.additionalMonths)), language)
    return [{ key: text('延长的月数', 'Months to add'), value: months }]
  }
  const { reason, reasonText } = content as Discharge
  const rows = [{ key: text('注销原因', 'Reason for the discharge'), value: inLanguage(reasons[reason], language) }]
  return reasonText ? [...rows, { key: text('其他情形的说明', 'The other reason, in words'), value: reasonText }] : rows
}

function confirmForm(page: BatchPage, errors: readonly Refusal[]): Html {
  const { language, batch, request } = page
  const say = speaker(language)
  const form = { language, errors }
  const { body } = request
  const again = batch.confirmedAt !== null
  return html`<form method="post" action="${page.path}" class="filing-form" novalidate autocomplete="off">
${hiddenCsrf(request.shell)}${hidden('seen', String(batch.head.sequence))}${hidden('content', JSON.stringify(batch.content))}
${again ? html`<h2 class="govuk-heading-m">${say('继续办理', 'Go on with the rest')}</h2>` : nothing}
<div class="text-column">${textArea(form, {
    pointer: '/pasted',
    label: text('粘贴修改码', 'Paste the modification codes'),
    hint: text(
      '两列：登记证明编号、修改码，每项一行，可以直接从表格粘贴；也可以在下表逐项填写。没有修改码的不办。',
      'Two columns, registration number and code, a row each, as they paste from a spreadsheet. Or fill them in one by one below. What has no code is not tried.',
    ),
    value: typed(body, 'pasted'),
    rows: 6,
  })}</div>
${batchTable(page, { outcome: again, codes: { form, typed: (line) => typed(body, 'codes', `n${line.registrationNumber}`) } })}
<div class="text-column">${batch.kind === 'discharge' ? cannotBeUndone(page) : nothing}
${checkbox(form, {
  pointer: '/declaration',
  label: batch.kind === 'renewal' ? declaration : dischargeForm.declaration,
  value: typed(body, 'declaration'),
})}
<div class="govuk-button-group">${submitButton(language, batchWords[batch.kind].verb, { name: 'step', value: 'file', ...(batch.kind === 'discharge' && { kind: 'warning' }) })}
${again ? nothing : submitButton(language, text('返回修改', 'Go back and change'), { kind: 'secondary', name: 'step', value: 'edit' })}</div></div>
</form>`
}

function changeForm(page: BatchPage): Html {
  return html`<form method="post" action="${page.path}">${hiddenCsrf(page.request.shell)}
${submitButton(page.language, text('返回修改', 'Go back and change'), { kind: 'secondary', name: 'step', value: 'edit' })}</form>`
}

const checkTitle = ({ zh, en }: Text) => text(`核对${zh}`, `Check: ${en}`)
const resultTitle = ({ zh, en }: Text) => text(`${zh}结果`, `${en}: results`)

const interrupted = text(
  '办理中断，其余各项没有办理。已登记的见下表；请稍后再次提交，已登记的不会重复登记',
  'This was interrupted and the rest was not tried. What was filed is shown below; submit again in a while, and nothing is filed twice',
)

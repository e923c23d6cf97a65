import type { FastifyReply } from 'fastify'
import { hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import { thousands } from '../../platform/written-form.ts'
import { reasonControls } from '../../registrations/act-pages/discharge-form.ts'
import { monthsInput } from '../../registrations/act-pages/renew-form.ts'
import type { Fields } from '../../registrations/pages/typed-fields.ts'
import { batchWords } from '../batch-wording.ts'
import { type BatchPage, openLines } from './batch-page.ts'
import { batchTable } from './batch-table.ts'

/** The first page of a batch: what each of its acts says. */
export function sendTerms(page: BatchPage, fields: Fields, errors: readonly Refusal[] = []): FastifyReply {
  const { language, batch, lines } = page
  const say = speaker(language)
  const form = { language, errors }
  const [all, open] = [thousands(lines.length), thousands(openLines(page).length)]
  return sendPage(page.reply, {
    title: batchWords[batch.kind].title,
    wide: true,
    back: '/registrations',
    ...(errors.length > 0 && { errors, status: 422 }),
    body: html`<p class="answer">${say(`选了 ${all} 项登记，其中 ${open} 项可以办理。`, `${all} chosen, of which ${open} can be done.`)}</p>
<p class="govuk-body text-column">${say('下一页逐项列出办理的结果，核对并填写修改码之后才提交；现在不登记任何内容。', 'The next page shows what happens to each of them. Nothing is filed before you have checked it and given the modification codes.')}</p>
${
  open === '0'
    ? nothing
    : html`<form method="post" action="${page.path}" class="text-column" novalidate>
${hiddenCsrf(page.request.shell)}
${batch.kind === 'renewal' ? monthsInput(form, fields) : reasonControls(form, fields)}
${submitButton(language, text('继续', 'Continue'), { name: 'step', value: 'terms' })}
</form>`
}
${batchTable(page, { outcome: false })}`,
  })
}

import type { FastifyReply } from 'fastify'
import { html } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { text } from '../../platform/text.ts'
import { numberInGroups } from '../../platform/written-form.ts'
import type { FormEntry } from '../form-entry-store.ts'

/** An entry that was filed: under which number, and that nothing more can be filed or changed with it. */
export function sendAlreadyFiled(reply: FastifyReply, entry: FormEntry): FastifyReply {
  const number = entry.registrationNumber ?? ''
  const say = speaker(reply.request.shell.language)
  return sendPage(reply, {
    title: text('这份表已经登记', 'This form was registered already'),
    body: html`<p class="govuk-body">${say('登记证明编号', 'Registration number')}<br><strong>${numberInGroups(number)}</strong></p>
<p class="govuk-body">${say(
      '同一份表只登记一次：没有再次登记，也不能再改。内容需要更改的，请凭修改码办理变更登记。',
      'A form is registered once: nothing was registered again, and it cannot be changed here. To change its content, file an amendment with the modification code.',
    )}</p>
<p class="govuk-body">${say(
      '修改码只在提交登记的当次登录中显示，此处不再显示。',
      'The modification code is shown only in the session in which the form was submitted; it is not shown here.',
    )}</p>
<ul class="govuk-list">
<li><a class="govuk-link" href="/registrations/${number}">${say('查看这项登记', 'See the registration')}</a></li>
<li><a class="govuk-link" href="/api/v1/filings/${number}/certificate">${say('登记证明（PDF）', 'Registration certificate (PDF)')}</a></li>
<li><a class="govuk-link" href="/file">${say('办理另一项登记', 'File another registration')}</a></li>
</ul>`,
  })
}

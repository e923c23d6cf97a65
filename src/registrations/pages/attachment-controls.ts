import { type FiledAttachment, UNNAMED_KEPT_DAYS } from '../../attachments/attachment.ts'
import { attachmentTable, nameOf } from '../../attachments/pages/attachment-table.ts'
import { type FormState, fileInput, submitButton } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'

/**
 * The files of a form so far, each with its removal, and the input for more. The buttons post under `asked.name`:
 * `remove-0` for the first of the list, `attach` to take in what was chosen.
 */
export function attachmentControls(
  form: FormState,
  attachments: readonly FiledAttachment[],
  asked: { name: string; optional?: boolean; label?: Text },
): Html {
  const { language } = form
  const remove = inLanguage(text('移除', 'Remove'), language)
  const list = attachmentTable(language, attachments, {
    action: (each) =>
      html`<button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" name="${asked.name}" value="remove-${each.at}">${remove}<span class="govuk-visually-hidden"> ${inLanguage(nameOf(each), language)}</span></button>`,
  })
  return html`${attachments.length > 0 ? list : nothing}
${fileInput(form, {
  pointer: '/files',
  label: asked.label ?? text('选择文件', 'Choose files'),
  ...(asked.optional && { optional: true }),
  hint: text(
    `PDF、JPEG 或 PNG，每个不超过 20 MiB，共不超过 20 个；可以一次选几个。不能有密码、脚本。上传后请在 ${UNNAMED_KEPT_DAYS} 日内提交。`,
    `PDF, JPEG or PNG, at most 20 MiB each and 20 in all; several can be chosen at once. No passwords, no scripts. Submit within ${UNNAMED_KEPT_DAYS} days of uploading.`,
  ),
  accept: '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png',
  multiple: true,
})}
${submitButton(language, text('上传', 'Upload'), { kind: 'secondary', name: asked.name, value: 'attach' })}`
}

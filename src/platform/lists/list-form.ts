import { type FormState, fileInput } from '../form-controls.ts'
import { type Html, html } from '../html.ts'
import { speaker } from '../layout.ts'
import { type Text, text } from '../text.ts'

/** The field of the file. @param asText the columns to be formatted as text @param template where it is fetched */
export function listFileField(form: FormState, asText: Text, template: string): Html {
  const say = speaker(form.language)
  return fileInput(form, {
    pointer: '/file',
    label: text('或者上传文件', 'Or upload a file'),
    hint: html`${say(
      `CSV、XLSX，或者每行一个 JSON；最大 5 MiB。${asText.zh}请设为“文本”，以免丢失位数。文件取代上面的内容。`,
      `CSV, XLSX, or a JSON object a line; up to 5 MiB. Format ${asText.en} as text, so that no digit is lost. A file takes the place of what is pasted above.`,
    )} <a class="govuk-link" href="${template}">${say('下载 CSV 模板', 'Download the CSV template')}</a>`,
    accept: '.csv,.txt,.tsv,.xlsx,.ndjson,.jsonl,text/csv,text/plain',
  })
}

import { type FormState, fieldId, fileInput, submitButton, textArea } from '../../platform/form-controls.ts'
import { type Html, html, joined, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, text } from '../../platform/text.ts'
import type { Field } from '../forms/define-form.ts'
import type { JudgedAnswers } from '../judge-answers.ts'
import { fieldControl } from './field-control.ts'
import type { FilingPage } from './filing-page.ts'
import { cellErrorsOf, tablePreview } from './table-preview.ts'
import type { TypedRow } from './typed-row.ts'

/** What the collateral page shows: what was typed, as judged, and rows that are still in their inputs. */
export type CollateralView = {
  page: FilingPage
  form: FormState
  judged: JudgedAnswers
  rows: Record<string, TypedRow>
}

/** The fields of a form's definition, in its order. */
export function collateralFields(view: CollateralView): Html[] {
  const { fields } = view.page.form
  const typed = view.page.entry.answers.collateral
  return fields.map((field) =>
    field.input === 'table'
      ? tableControl(view, field)
      : html`<div class="text-column">${fieldControl(view.form, field, '/collateral', typed[field.name] ?? '')}</div>`,
  )
}

function tableControl(view: CollateralView, field: Field): Html {
  const { page, form, judged } = view
  const { language } = form
  const say = speaker(language)
  const pasted = page.entry.answers.collateral[field.name]
  const rows = judged.tables[field.name]?.rows ?? []
  const errors = cellErrorsOf(field, judged.refused).cells
  const heading = `${fieldId(`/collateral/${field.name}`)}-heading`
  return html`<section class="table-field" aria-labelledby="${heading}">
<h2 class="govuk-heading-m" id="${heading}">${inLanguage(field.label, language)}${field.required || field.name === 'items' ? nothing : say('（选填）', ' (optional)')}</h2>
${field.hint ? html`<p class="govuk-body text-column">${inLanguage(field.hint, language)}</p>` : nothing}
${textArea(form, {
  pointer: `/collateral/${field.name}`,
  label: text(`${field.label.zh}：粘贴或输入各行`, `${field.label.en}: paste or type the rows`),
  hint: columnsHint(field, say),
  value: pasted,
  rows: 6,
})}
<div class="text-column">
${fileInput(form, {
  pointer: `/files/${field.name}`,
  label: text(`${field.label.zh}：或者上传 CSV 文件`, `${field.label.en}: or upload a CSV file`),
  hint: html`${say('文件内容将取代上面的各行。', 'What it holds takes the place of the rows above.')} <a class="govuk-link" href="${page.path(`/collateral/${field.name}/template.csv`)}">${say('下载 CSV 模板', 'Download the CSV template')}<span class="govuk-visually-hidden">${say('：', ': ')}${inLanguage(field.label, language)}</span></a>`,
  accept: '.csv,.txt,.tsv,text/csv,text/plain',
})}
${rowInputs(view, field)}
${submitButton(language, text('保存并预览各行', 'Save and preview the rows'), { kind: 'secondary', name: 'action', value: `preview-${field.name}` })}
</div>
${tablePreview(language, field, rows, { errors, id: previewId(field), asPasted: true })}
</section>`
}

export function previewId(field: Pick<Field, 'name'>): string {
  return `preview-${field.name}`
}

/** Which columns there are, which are needed, and how cells are told apart. */
export function columnsHint(field: Field, say: (zh: string, en: string) => string): Html {
  const columns = (field.columns ?? []).map(({ label, required }) => {
    const words = say(label.zh, label.en)
    return required ? html`<strong>${words}</strong>${say('（必填）', ' (required)')}` : html`${words}`
  })
  return html`${say('各列依次为：', 'The columns, in order: ')}${joined(columns, html`${say('、', ', ')}`)}${say(
    '。第一行写列名的，列的次序不限。各格以制表符（从电子表格粘贴即是）、半角逗号或者分号分开。',
    '. With column names in the first row they may stand in any order. Cells are told apart by tabs (as spreadsheets paste), commas or semicolons.',
  )}`
}

/** One row in inputs, for those who have no spreadsheet. Folded away unless something stands there. */
function rowInputs(view: CollateralView, field: Field): Html {
  const { form, rows } = view
  const say = speaker(form.language)
  const at = `/row/${field.name}`
  const row = rows[field.name]
  const open = row !== undefined || form.errors.some(({ pointer }) => pointer?.startsWith(`${at}/`))
  return html`<details class="govuk-details"${open ? html` open` : nothing}>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">${say('逐项填写', 'Fill in one row at a time')}</span></summary>
<div class="govuk-details__text">
${(field.columns ?? []).map((column) => fieldControl(form, column, at, row?.[column.name] ?? ''))}
${submitButton(form.language, text('加入这一项', 'Add this row'), { kind: 'secondary', name: 'action', value: `preview-${field.name}` })}
</div></details>`
}

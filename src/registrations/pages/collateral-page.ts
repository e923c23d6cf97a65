import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import { csvFile, decodeText } from '../../platform/csv.ts'
import { hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { html, nothing } from '../../platform/html.ts'
import { ProblemError } from '../../platform/problem.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { atFields } from '../field-errors.ts'
import type { Field, Form } from '../forms/define-form.ts'
import { judgeSection } from '../judge-answers.ts'
import { collateralFields, previewId } from './collateral-form.ts'
import { pageFields } from './field-control.ts'
import {
  continueLabel,
  type FilingPage,
  filingPage,
  isLeft,
  leave,
  leaveButton,
  sendStep,
  showsErrors,
  switchLeadsTo,
} from './filing-page.ts'
import { readPostedForm } from './posted-form.ts'
import { atTables } from './table-preview.ts'
import { storable, typed, typedCollateral } from './typed-fields.ts'
import { appendRow, type TypedRow, typedRows } from './typed-row.ts'

/** 5,000 rows take about 3 MiB as text, and up to thrice that in a form without files. */
export const COLLATERAL_BODY_MAX_BYTES = 16 * 1024 * 1024

/** The collateral page: the fields of the type's definition, tables pasted or uploaded. */
export function collateralPages(app: FastifyInstance, deps: Deps): void {
  filingPage(app, deps, 'GET', '/collateral', async (page) =>
    sendCollateral(page, { checked: showsErrors(page.request) }),
  )

  filingPage(app, deps, 'POST', '/collateral', saveCollateral, {
    bodyLimit: COLLATERAL_BODY_MAX_BYTES,
    multipartForm: true,
  })

  filingPage(app, deps, 'GET', '/collateral/:table/template.csv', async (page) => {
    const field = tableOf(page)
    const names = (field.columns ?? []).map((column) => inLanguage(column.label, page.language))
    return page.reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${page.form.securityType}-${field.name}.csv"`)
      .send(csvFile([names]))
  })
}

/** The table that a path names. @throws ProblemError not_found */
export function tableOf(page: FilingPage): Field {
  const { table } = page.request.params as { table: string }
  const field = page.form.fields.find((each) => each.name === table && each.input === 'table')
  if (!field) throw new ProblemError('not_found')
  return field
}

async function saveCollateral(page: FilingPage): Promise<FastifyReply> {
  const { form, today, language } = page
  const { fields, files } = await readPostedForm(page.request, COLLATERAL_BODY_MAX_BYTES)
  const collateral = typedCollateral(form, fields)
  const refused = takeFiles(form, collateral, files)
  const rows = typedRows(form, fields)
  for (const field of form.fields.filter(({ name }) => rows[name])) {
    const appended = appendRow(form, field, String(collateral[field.name] ?? ''), rows[field.name]!, today, language)
    if ('refused' in appended) refused.push(...appended.refused)
    else {
      collateral[field.name] = appended.pasted
      delete rows[field.name]
    }
  }
  const answers = await page.change((before) => ({ ...before, collateral }))
  const saved = { ...page, entry: { ...page.entry, answers } }
  if (refused.length === 0 && isLeft(fields)) return leave(page)
  const preview = form.fields.find(({ name }) => typed(fields, 'action') === `preview-${name}`)
  const wrong =
    refused.length > 0 ||
    judgeSection(form, 'collateral', answers, today).refused.some(
      ({ pointer }) => !preview || pointer?.startsWith(`/collateral/${preview.name}`),
    )
  if (!wrong) return page.reply.redirect(page.path(preview ? `/collateral#${previewId(preview)}` : '/term'), 303)
  switchLeadsTo(page, '/collateral')
  return sendCollateral(saved, { checked: true, refused, rows, ...(preview && { only: preview }) })
}

/** Uploaded files take the place of what stood in their tables; one that is no text leaves it there. */
function takeFiles(form: Form, collateral: Record<string, unknown>, files: ReadonlyMap<string, Buffer>): Refusal[] {
  const refused: Refusal[] = []
  for (const { name, input } of form.fields) {
    const file = input === 'table' ? files.get(`files[${name}]`) : undefined
    if (!file) continue
    const content = isBinary(file) ? undefined : storable(decodeText(file))
    if (content === undefined) refused.push({ ...notText, pointer: `/files/${name}` })
    else collateral[name] = content
  }
  return refused
}

/** Spreadsheet files are archives or compound documents; text has no NUL, but in UTF-16, which begins with its mark. */
function isBinary(file: Buffer): boolean {
  const wide = (file[0] === 0xff && file[1] === 0xfe) || (file[0] === 0xfe && file[1] === 0xff)
  return file.subarray(0, 2).toString('latin1') === 'PK' || (!wide && file.subarray(0, 8192).includes(0))
}

function sendCollateral(
  page: FilingPage,
  options: { checked: boolean; refused?: Refusal[]; rows?: Record<string, TypedRow>; only?: Field },
): FastifyReply {
  const { form, language } = page
  const { checked, refused = [], rows = {}, only } = options
  const judged = judgeSection(form, 'collateral', page.entry.answers, page.today)
  // A preview of one table is not the moment to speak of what is not filled in yet elsewhere.
  const ofPage = atFields(atTables(form.fields, judged), pageFields(form.fields, '/collateral'))
  const told = only ? ofPage.filter(({ pointer }) => pointer?.startsWith(`/collateral/${only.name}`)) : ofPage
  const errors = checked ? [...refused, ...told] : []
  return sendStep(page, 'collateral', {
    title: text('担保财产', 'Collateral'),
    wide: true,
    back: page.path('/parties'),
    ...(errors.length > 0 && { errors, status: page.request.method === 'POST' ? 422 : 200 }),
    body: html`${form.note ? html`<p class="govuk-body text-column">${inLanguage(form.note, language)}</p>` : nothing}
<form method="post" enctype="multipart/form-data" action="${page.path('/collateral')}" class="filing-form" novalidate>
${hiddenCsrf(page.request.shell)}
<button type="submit" class="default-button" tabindex="-1" aria-hidden="true">${inLanguage(continueLabel, language)}</button>
${collateralFields({ page, form: { language, errors }, judged, rows })}
<div class="govuk-button-group">${submitButton(language, continueLabel)}
${leaveButton(language)}</div>
</form>`,
  })
}

const notText: Refusal = {
  code: 'file_not_text',
  message: text(
    '这不是 CSV 文件：请在电子表格软件中选“另存为”，类型选 CSV，再上传',
    'This is no CSV file: in the spreadsheet choose “Save as”, type CSV, and upload that',
  ),
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { beijingDate } from '../../platform/clock.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import { declarationMissing } from '../../registrations/act-pages/act-check.ts'
import { readReason } from '../../registrations/act-pages/discharge-form.ts'
import { readMonths } from '../../registrations/act-pages/renew-form.ts'
import { type Fields, typed } from '../../registrations/pages/typed-fields.ts'
import { filerOf } from '../../registrations/registration-routes.ts'
import { confirmBatch, keepContent } from '../batch-store.ts'
import { batchCsv } from '../export-batch.ts'
import { fileBatch } from '../file-batch.ts'
import { readPastedCodes } from '../pasted-codes.ts'
import { sendBatch } from './batch-check-view.ts'
import { type BatchPage, openBatch, openLines } from './batch-page.ts'
import { sendTerms } from './batch-terms-view.ts'
import { chooseBatch } from './choose-batch-page.ts'

const BODY_MAX_BYTES = 512 * 1024

/** Renewal and discharge of many registrations: chosen from the list, asked, previewed, confirmed once, found again. */
export function batchPages(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'register')
  const options = { schema: { hide: true }, onRequest }
  const url = '/registrations/batches/:batch'
  chooseBatch(app, deps)

  app.get(url, options, async (request, reply) => {
    const page = await openBatch(deps, request, reply)
    return page.batch.content === null ? sendTerms(page, {}) : sendBatch(page)
  })

  app.get(`${url}/results`, options, async (request, reply) => {
    const page = await openBatch(deps, request, reply)
    const day = beijingDate(deps.clock.nowMicroseconds())
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="batch-${page.batch.kind}-${day}.csv"`)
      .send(batchCsv(page.batch, page.lines, page.language))
  })

  app.post(url, { ...options, bodyLimit: BODY_MAX_BYTES }, async (request, reply) => {
    const page = await openBatch(deps, request, reply)
    switch (typed(request.body, 'step')) {
      case 'terms':
        return keepTerms(deps, page, (request.body ?? {}) as Fields)
      case 'edit':
        return askAgain(deps, page)
      case 'file':
        return file(deps, page)
      default:
        return reply.redirect(page.path, 303)
    }
  })
}

async function keepTerms(deps: Deps, page: BatchPage, fields: Fields): Promise<FastifyReply> {
  const { content, refused } = page.batch.kind === 'renewal' ? readMonths(fields) : readReason(fields)
  if (refused.length > 0) return sendTerms(page, fields, refused)
  const { declaration: _declaration, ...said } = content
  await keepContent(deps.pool, page.batch.batch, said)
  return page.reply.redirect(page.path, 303)
}

/** What was said before stays in the fields; the batch asks again until it is said anew. */
async function askAgain(deps: Deps, page: BatchPage): Promise<FastifyReply> {
  const { batch } = page
  if (batch.confirmedAt !== null || batch.content === null) return page.reply.redirect(page.path, 303)
  await keepContent(deps.pool, batch.batch, null)
  const said = Object.entries(batch.content).map(([name, value]) => [name, String(value)])
  return sendTerms({ ...page, batch: { ...batch, content: null } }, Object.fromEntries(said))
}

async function file(deps: Deps, page: BatchPage): Promise<FastifyReply> {
  const { batch, request } = page
  const { body } = request
  if (batch.content === null) return page.reply.redirect(page.path, 303)
  if (openLines(page).length === 0) return page.reply.redirect(page.path, 303)
  const pasted = readPastedCodes(
    typed(body, 'pasted'),
    new Set(page.lines.map(({ registrationNumber }) => registrationNumber)),
  )
  const codes = new Map(pasted.codes)
  for (const { registrationNumber } of page.lines) {
    const code = typed(body, 'codes', `n${registrationNumber}`).trim()
    if (code !== '') codes.set(registrationNumber, code)
  }
  const any = openLines(page).some(({ registrationNumber }) => codes.has(registrationNumber))
  const errors = [
    ...pasted.refused,
    ...(any || pasted.refused.length > 0 ? [] : [codesMissing]),
    ...(typed(body, 'declaration') === 'true' ? [] : [declarationMissing]),
  ]
  if (errors.length > 0) return sendBatch(page, { errors })
  const shown = typed(body, 'content') === JSON.stringify(batch.content)
  if (!shown || !(await confirmBatch(deps.pool, batch.batch, batch.content))) {
    return sendBatch(page, { errors: [contentChanged] })
  }
  const filed = await fileBatch(deps, batch, page.lines, {
    codes,
    seen: sequenceSeen(body),
    today: page.today,
    filer: filerOf(request),
    bearer: page.person.bearer,
  })
  if (!filed.unavailable) return page.reply.redirect(page.path, 303)
  return sendBatch(await openBatch(deps, request, page.reply), { unavailable: filed.unavailable })
}

/** 0, before every registration, when the page does not say. */
function sequenceSeen(body: unknown): number {
  const seen = typed(body, 'seen')
  return /^[1-9]\d{0,14}$/.test(seen) ? Number(seen) : 0
}

const codesMissing: Refusal = {
  code: 'modification_code_missing',
  pointer: '/pasted',
  message: text('请粘贴或者填写修改码', 'Paste or enter the modification codes'),
}
const contentChanged: Refusal = {
  code: 'batch_changed',
  message: text(
    '本批的内容已在另一页面修改，没有登记任何内容。请按现在的内容重新核对',
    'What this batch says was changed on another page, and nothing was filed. Check it again as it is now',
  ),
}

import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import { hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { attachmentControls } from './attachment-controls.ts'
import { continueLabel, type FilingPage, filingPage, sendStep, showsErrors, switchLeadsTo } from './filing-page.ts'
import { judgeUploadsThere, readPostedAttachments, withReceived } from './posted-attachments.ts'
import { typed } from './typed-fields.ts'

const FIELDS_MAX_BYTES = 64 * 1024

/** The page of the attachments: files are taken in as they are chosen, and kept with the entry by their hash. */
export function attachmentsPages(app: FastifyInstance, deps: Deps): void {
  filingPage(app, deps, 'GET', '/attachments', async (page) => {
    const { entry, person } = page
    const gone = showsErrors(page.request)
      ? await judgeUploadsThere(deps, person.account, entry.answers.attachments ?? [])
      : []
    return sendAttachments(
      page,
      gone.map(({ code, message }) => ({ code, message, pointer: '/files' })),
    )
  })

  filingPage(app, deps, 'POST', '/attachments', (page) => saveAttachments(deps, page), { multipartForm: true })
}

async function saveAttachments(deps: Deps, page: FilingPage): Promise<FastifyReply> {
  const { request, person } = page
  const posted = request.isMultipart()
    ? await readPostedAttachments(deps, request, person, FIELDS_MAX_BYTES)
    : { fields: request.body ?? {}, received: [], refused: [] }
  const action = typed(posted.fields, 'action')
  const removed = /^remove-(\d{1,2})$/.exec(action)?.[1]
  let refused: Refusal[] = []
  const answers = await page.change((before) => {
    const kept = (before.attachments ?? []).filter((_, at) => removed === undefined || at !== Number(removed))
    const all = withReceived(kept, posted)
    refused = all.refused
    return { ...before, attachments: all.attachments }
  })
  if (refused.length > 0) {
    switchLeadsTo(page, '/attachments')
    return sendAttachments({ ...page, entry: { ...page.entry, answers } }, refused)
  }
  return page.reply.redirect(page.path(action === 'continue' ? '/check' : '/attachments'), 303)
}

function sendAttachments(page: FilingPage, errors: readonly Refusal[]): FastifyReply {
  const { language, entry } = page
  const say = speaker(language)
  const continues = inLanguage(continueLabel, language)
  return sendStep(page, 'attachments', {
    title: text('附件', 'Attachments'),
    wide: true,
    back: page.path('/term'),
    ...(errors.length > 0 && { errors, status: page.request.method === 'POST' ? 422 : 200 }),
    body: html`<p class="govuk-body text-column">${say(
      '可以附上合同、清单或者照片，也可以不附。附件与登记内容一并保存，仅当事人、登记机构和法院可以打开；他人只看到件数、大小和摘要值。',
      'Contracts, schedules or photographs may be attached, or nothing. They are kept with the registration and opened by its parties, the register and courts only; others see their number, sizes and hashes.',
    )}</p>
<form method="post" enctype="multipart/form-data" action="${page.path('/attachments')}" class="filing-form" novalidate>
${hiddenCsrf(page.request.shell)}
<button type="submit" class="default-button" name="action" value="continue" tabindex="-1" aria-hidden="true">${continues}</button>
${attachmentControls({ language, errors }, entry.answers.attachments ?? [], { name: 'action', optional: true })}
${submitButton(language, continueLabel, { name: 'action', value: 'continue' })}
</form>`,
  })
}

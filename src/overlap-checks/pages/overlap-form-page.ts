import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import { requireOwnForm } from '../../accounts/csrf.ts'
import type { Deps } from '../../deps.ts'
import { microsecondsOf, rfc3339 } from '../../platform/clock.ts'
import { hiddenCsrf, radios, submitButton, textArea } from '../../platform/form-controls.ts'
import { type Html, html } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { listFileField } from '../../platform/lists/list-form.ts'
import { listTemplate } from '../../platform/lists/list-template.ts'
import { readList } from '../../platform/lists/read-list.ts'
import { postedList } from '../../platform/lists/receive-list.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { purposes } from '../../search/search-query.ts'
import { type ListedOverlapCheck, listOverlapChecks } from '../load-overlap-check.ts'
import { overlapColumns, overlapUse } from '../overlap-list.ts'
import { checkFor, sendCsv } from '../overlap-routes.ts'
import { ownChecks } from './own-checks.ts'

const CHECKS_A_PAGE = 20

/** The form of a check: paste a list or upload one. Below it, the checks that the reader made. */
export function overlapFormPages(app: FastifyInstance, deps: Deps): void {
  app.get('/overlap-checks', { schema: { hide: true } }, async (request, reply) => {
    return sendForm(deps, request, reply, {}, [])
  })

  app.get('/overlap-checks/template.csv', { schema: { hide: true } }, async (request, reply) => {
    personWhoMay(request, 'search')
    return sendCsv(reply, 'overlap-check.csv', listTemplate(overlapColumns, request.language))
  })

  app.post('/overlap-checks', { schema: { hide: true }, config: { multipartForm: true } }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const posted = await postedList(request, requireOwnForm)
    if ('refused' in posted) return sendForm(deps, request, reply, {}, [posted.refused])
    const { field, file } = posted
    const [purpose, list] = [field('purpose'), field('list')]
    const typed = { purpose, list: file ? '' : list }
    if (!Object.hasOwn(purposes, purpose)) return sendForm(deps, request, reply, typed, [purposeMissing])
    const read = await readList(file ?? list, overlapUse)
    const check = await checkFor(deps, person, request, read, purpose)
    const pointer = file ? '/file' : '/list'
    if ('refused' in check) {
      const errors = check.refused.map((each) => ({ ...each, pointer }))
      return sendForm(deps, request, reply, typed, errors)
    }
    return reply.redirect(`/overlap-checks/${check.checkNumber}`, 303)
  })
}

type Typed = { purpose?: string; list?: string }

async function sendForm(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: Typed,
  errors: readonly Refusal[],
): Promise<FastifyReply> {
  const person = personWhoMay(request, 'search')
  const before = momentOf((request.query as { before?: unknown } | undefined)?.before)
  const found = await listOverlapChecks(deps.pool, person.userId, {
    limit: CHECKS_A_PAGE + 1,
    ...(before !== undefined && { before }),
  })
  return sendPage(reply, {
    title: text('查清单', 'Check a list'),
    wide: true,
    ...(errors.length > 0 && { errors, status: errors[0]?.code === 'list_too_large' ? 413 : 422 }),
    body: html`${formView(request, typed, errors)}
${historyView(request, found, before !== undefined)}`,
  })
}

function formView(request: FastifyRequest, typed: Typed, errors: readonly Refusal[]): Html {
  const { language, shell } = request
  const say = speaker(language)
  const form = { language, errors }
  const columns = overlapColumns.map(({ label }) => inLanguage(label, language)).join(say('、', ', '))
  return html`<div class="text-column">
<p class="govuk-body">${say(
    '一次核对最多 10,000 行：序列号、车辆识别代号、发票、合同、仓单、提单等编号，或者财产描述加担保人。逐行告诉您哪些在效登记列有它。核对免费。',
    'Check up to 10,000 lines at once: serial numbers, VINs, invoice, contract, warehouse-receipt and other numbers, or descriptions with the debtor. You are told line by line what registrations in effect hold it. Checking is free.',
  )}</p>
<form method="post" action="/overlap-checks" enctype="multipart/form-data" novalidate autocomplete="off">
${hiddenCsrf(shell)}
${textArea(form, {
  pointer: '/list',
  label: text('粘贴清单', 'Paste the list'),
  hint: html`${say(
    '只有编号时，每行一个，不需要列名。有其他列时，从表格连同列名一起粘贴；可用的列：',
    'Numbers alone: one a line, without a heading. With other columns, paste them from the spreadsheet with their headings. The columns: ',
  )}${columns}${say('。', '.')}`,
  value: typed.list,
  rows: 8,
})}
${listFileField(form, text('编号列', 'columns of numbers'), '/overlap-checks/template.csv')}
${radios(form, {
  pointer: '/purpose',
  label: text('查询目的', 'Purpose'),
  hint: text('目的与核对一并记录，载于核对证明。', 'Recorded with the check, and stated on its certificate.'),
  value: typed.purpose,
  choices: Object.entries(purposes).map(([value, label]) => ({ value, label })),
  small: true,
  inline: true,
})}
${submitButton(language, text('核对清单', 'Check the list'))}
</form></div>`
}

function historyView(request: FastifyRequest, found: ListedOverlapCheck[], older: boolean): Html {
  const { language } = request
  const say = speaker(language)
  const rows = found.slice(0, CHECKS_A_PAGE)
  const last = rows.at(-1)
  if (!last && !older) return html``
  return html`<section aria-labelledby="history"><h2 class="govuk-heading-m" id="history">${say('您核对过的清单', 'Lists you have checked')}</h2>
${last ? ownChecks(rows, language) : html`<p class="govuk-body">${say('没有更早的核对。', 'There are no older checks.')}</p>`}
<nav class="pages" aria-label="${say('分页', 'Pages')}">
${older ? html`<a class="govuk-link" href="/overlap-checks#history">${say('最近的核对', 'Newest checks')}</a>` : html``}
${last && found.length > CHECKS_A_PAGE ? html`<a class="govuk-link" href="/overlap-checks?before=${String(microsecondsOf(last.checkedAt))}#history">${say('更早的核对', 'Older checks')}</a>` : html``}
</nav></section>`
}

/** Microseconds since the Unix epoch, as the link to older checks gives them. */
function momentOf(given: unknown): string | undefined {
  return typeof given === 'string' && /^\d{1,16}$/.test(given) ? rfc3339(Number(given)) : undefined
}

const purposeMissing: Refusal = {
  code: 'field_missing',
  pointer: '/purpose',
  message: text('请选择查询目的', 'Choose the purpose'),
}

import { hash, randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import { requireOwnForm } from '../../accounts/csrf.ts'
import type { Deps } from '../../deps.ts'
import { hidden, hiddenCsrf, radios, submitButton, textArea } from '../../platform/form-controls.ts'
import { type Html, html } from '../../platform/html.ts'
import { IdempotentRequest } from '../../platform/idempotency.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { listFileField } from '../../platform/lists/list-form.ts'
import { readList } from '../../platform/lists/read-list.ts'
import { postedList } from '../../platform/lists/receive-list.ts'
import { isWellFormedNumber } from '../../platform/numbers.ts'
import { ProblemError, problems } from '../../platform/problem.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { purposes } from '../../search/search-query.ts'
import { bulkColumns, bulkUse } from '../bulk-list.ts'
import { sendTemplate } from '../bulk-search-routes.ts'
import { listBulkSearches } from '../bulk-search-store.ts'
import { oneMomentNote } from '../bulk-wording.ts'
import { orderOf } from '../receive-order.ts'
import { startBulkSearch } from '../start-bulk-search.ts'
import { ownLists } from './own-lists.ts'

const LISTS_A_PAGE = 20

/** The form of a list: paste it or upload it. Below it, the lists that the reader had searched. */
export function bulkFormPages(app: FastifyInstance, deps: Deps): void {
  app.get('/bulk-searches', { schema: { hide: true } }, async (request, reply) =>
    sendForm(deps, request, reply, {}, []),
  )

  app.get('/bulk-searches/template.csv', { schema: { hide: true } }, async (request, reply) => {
    personWhoMay(request, 'search')
    return sendTemplate(request, reply)
  })

  app.post('/bulk-searches', { schema: { hide: true }, config: { multipartForm: true } }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const posted = await postedList(request, requireOwnForm)
    if ('refused' in posted) return sendForm(deps, request, reply, {}, [posted.refused])
    const { field, file } = posted
    const [purpose, list, once] = [field('purpose'), field('list'), field('once')]
    const typed = { purpose, once, list: file ? '' : list }
    const order = orderOf(purpose || undefined, await readList(file ?? list, bulkUse), undefined, { loopback: false })
    if ('refused' in order) {
      const errors = order.refused.map((each) => placed(each, file ? '/file' : '/list'))
      return sendForm(deps, request, reply, typed, errors)
    }
    // Pressed twice it is one list; the same form with another list is another.
    const same = { method: 'POST', path: '/bulk-searches', body: order }
    const digest = hash('sha256', JSON.stringify(order))
    const idempotency = new IdempotentRequest(person.userId, person.bearer, `${once} ${digest}`, same)
    try {
      const whole = { ...order, person, network: request.ip, requestId: request.id }
      const started = await startBulkSearch(deps, whole, idempotency)
      if ('refused' in started) return sendForm(deps, request, reply, typed, started.refused)
      return reply.redirect(`/bulk-searches/${started.answer.search.bulkSearchNumber}`, 303)
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'bulk_search_running')) throw error
      return sendForm(deps, request, reply, typed, [{ code: error.code, message: problems[error.code].title }])
    }
  })
}

type Typed = { purpose?: string; list?: string; once?: string }

function placed(refusal: Refusal, list: string): Refusal {
  if (!refusal.pointer?.startsWith('/purpose')) return { ...refusal, pointer: list }
  return { ...refusal, message: text('请选择查询目的', 'Choose the purpose of the search') }
}

async function sendForm(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: Typed,
  errors: readonly Refusal[],
): Promise<FastifyReply> {
  const person = personWhoMay(request, 'search')
  const { before } = (request.query ?? {}) as { before?: unknown }
  const older = typeof before === 'string' && isWellFormedNumber(before) ? before : undefined
  const page = { limit: LISTS_A_PAGE + 1, ...(older && { before: older }) }
  const found = await listBulkSearches(deps.pool, person.userId, page)
  return sendPage(reply, {
    title: text('批量查询', 'Search a list'),
    wide: true,
    ...(errors.length > 0 && { errors, status: statusOf(errors[0]!) }),
    body: html`${formView(request, typed, errors, deps.config.bulkSearchDays)}
${ownLists(found.slice(0, LISTS_A_PAGE), request.language, { older: older !== undefined, more: found.length > LISTS_A_PAGE })}`,
  })
}

function statusOf({ code }: Refusal): number {
  return code === 'list_too_large' || code === 'bulk_search_running' ? problems[code].status : 422
}

function formView(request: FastifyRequest, typed: Typed, errors: readonly Refusal[], keptDays: number): Html {
  const { language, shell } = request
  const say = speaker(language)
  const form = { language, errors }
  const columns = bulkColumns.map(({ label }) => inLanguage(label, language)).join(say('、', ', '))
  return html`<div class="text-column">
<p class="govuk-body">${say(
    '一次查询最多 10,000 个担保人：机构按名称或者代码，个人按证件号码。先给出逐行结果，需要时再取每一行的查询证明。',
    'Search up to 10,000 debtors at once: organisations by name or code, individuals by number. The result comes line by line first, and the certificate of each line when you ask for it.',
  )}</p>
<p class="govuk-body secondary">${inLanguage(oneMomentNote(keptDays), language)}</p>
<form method="post" action="/bulk-searches" enctype="multipart/form-data" novalidate autocomplete="off">
${hiddenCsrf(shell)}${hidden('once', typed.once || randomUUID())}
${textArea(form, {
  pointer: '/list',
  label: text('粘贴清单', 'Paste the list'),
  hint: html`${say(
    '从表格中连同列名一起粘贴；只有机构名称的，每行一个即可。可用的列：',
    'Paste it from a spreadsheet with its column names; names of organisations alone need no header, one a line. Columns: ',
  )}${columns}${say('。个人按号码查询，同行的姓名不参与查询。', '. Individuals are searched by number; a name beside it is not searched.')}`,
  value: typed.list,
  rows: 8,
})}
${listFileField(form, text('号码列', 'columns of numbers'), '/bulk-searches/template.csv')}
${radios(form, {
  pointer: '/purpose',
  label: text('查询目的', 'Purpose of the search'),
  hint: text('目的与每次查询一并记录，载于查询证明。', 'Recorded with each search, and stated on its certificate.'),
  value: typed.purpose,
  choices: Object.entries(purposes).map(([value, label]) => ({ value, label })),
  small: true,
  inline: true,
})}
${submitButton(language, text('查询清单', 'Search the list'))}
</form></div>`
}

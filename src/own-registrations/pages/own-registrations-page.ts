import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { beijingDate } from '../../platform/clock.ts'
import { hidden, hiddenCsrf, radios, submitButton } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import type { Shell } from '../../platform/shell.ts'
import { type Language, text } from '../../platform/text.ts'
import { thousands } from '../../platform/written-form.ts'
import { exportRegistrations } from '../export-registrations.ts'
import { COUNTED_MAX, countRegistrations, type ListedRegistration, listRegistrations } from '../list-registrations.ts'
import { filterForm } from './filter-form.ts'
import { listTable } from './list-table.ts'
import { filterFields, listAddress, readFilter, type TypedFilter } from './typed-filter.ts'

const LINES_A_PAGE = 50

/** The registrations that the reader's account filed, newest first, narrowed by what the address says; and as CSV. */
export function ownRegistrationsPages(app: FastifyInstance, deps: Deps): void {
  app.get('/registrations', { schema: { hide: true } }, async (request, reply) => {
    const person = personWhoMay(request, 'register')
    const { language } = request
    const chosen = readFilter(request.query)
    const before = sequenceOf((request.query as { before?: unknown }).before)
    const page = { limit: LINES_A_PAGE + 1, ...(before !== undefined && { before }) }
    const wrong = chosen.refused.length > 0
    const [found, count] = wrong
      ? [[], 0]
      : await Promise.all([
          listRegistrations(deps.pool, person.account, chosen.filter, page),
          countRegistrations(deps.pool, person.account, chosen.filter),
        ])
    const today = beijingDate(deps.clock.nowMicroseconds())
    return sendPage(reply, {
      title: text('我的登记', 'My registrations'),
      wide: true,
      ...(wrong && { errors: chosen.refused, status: 422 }),
      body: html`${filterForm(chosen, { language, errors: chosen.refused })}
${wrong ? nothing : listView({ found, count, chosen, older: before !== undefined, today, language, shell: request.shell })}`,
    })
  })

  app.get('/registrations/export', { schema: { hide: true } }, async (request, reply) => {
    const person = personWhoMay(request, 'register')
    const chosen = readFilter(request.query)
    if (chosen.refused.length > 0) return reply.redirect(listAddress('/registrations', chosen.fields), 303)
    const day = beijingDate(deps.clock.nowMicroseconds())
    const name = encodeURIComponent(`我的登记-${day}.csv`)
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="registrations-${day}.csv"; filename*=UTF-8''${name}`)
      .send(Readable.from(exportRegistrations(deps.pool, person.account, chosen.filter, request.language)))
  })
}

function sequenceOf(given: unknown): number | undefined {
  const sequence = Number(given)
  return typeof given === 'string' && Number.isSafeInteger(sequence) && sequence > 0 ? sequence : undefined
}

type ListView = {
  /** A page and, when there are more, one beyond it. */
  found: ListedRegistration[]
  count: number
  chosen: TypedFilter
  older: boolean
  today: string
  language: Language
  shell: Shell
}

function listView({ found, count, chosen, older, today, language, shell }: ListView): Html {
  const say = speaker(language)
  const { fields } = chosen
  const rows = found.slice(0, LINES_A_PAGE)
  const last = rows.at(-1)
  const narrowed = Object.keys(chosen.filter).length > 0
  const newest = listAddress('/registrations', fields)
  if (!last) return older ? noneOlder(newest, language) : none(narrowed, language)
  const oldest = listAddress('/registrations', fields, { before: String(last.sequence) })
  return html`<p class="answer">${countWords(count, narrowed, language)}</p>
<p class="govuk-body">${say('最近的在前；时间为北京时间。', 'Newest first; times are Beijing time (UTC+8).')}
<a class="govuk-link" href="${listAddress('/registrations/export', fields)}">${say('下载全部（CSV）', 'Download all of them (CSV)')}</a>
<a class="govuk-link" href="/drafts">${say('未办完的草稿', 'Your unfinished drafts')}</a></p>
<form method="post" action="/registrations/batches" class="filing-form">
${hiddenCsrf(shell)}${hidden('onPage', onPage(rows))}${filterFields.map((name) => hidden(name, fields[name]))}
${listTable(rows, today, language)}
${onPage(rows) === '' ? nothing : batchControls(narrowed, language)}
</form>
<nav class="pages" aria-label="${say('分页', 'Pages')}">
${older ? html`<a class="govuk-link" href="${newest}">${say('最近的登记', 'Newest registrations')}</a>` : nothing}
${found.length > LINES_A_PAGE ? html`<a class="govuk-link" href="${oldest}">${say('更早的登记', 'Older registrations')}</a>` : nothing}
</nav>`
}

function onPage(rows: readonly ListedRegistration[]): string {
  const inEffect = rows.filter(({ status }) => status === 'in_effect')
  return inEffect.map(({ registrationNumber }) => registrationNumber).join(',')
}

/** What is done with several registrations at once: a preview comes before anything is filed. */
function batchControls(narrowed: boolean, language: Language): Html {
  const form = { language, errors: [] }
  const everything = narrowed
    ? text('符合筛选的全部在效登记（最多 500 项）', 'Everything in effect that passes the filter (500 at most)')
    : text('本账户的全部在效登记（最多 500 项）', 'Everything in effect of your account (500 at most)')
  return html`${radios(form, {
    pointer: '/which',
    label: text('批量办理', 'Several at once'),
    hint: text(
      '先逐项列出办理的结果，确认之后才登记。',
      'What happens to each is shown first; nothing is filed before you confirm.',
    ),
    value: 'ticked',
    choices: [
      { value: 'ticked', label: text('勾选的登记', 'Those ticked') },
      { value: 'page', label: text('本页全部在效登记', 'All in effect on this page') },
      { value: 'all', label: everything },
    ],
    small: true,
  })}
<div class="govuk-button-group">${submitButton(language, text('批量展期', 'Renew them'), { kind: 'secondary', name: 'act', value: 'renewal' })}
${submitButton(language, text('批量注销', 'Discharge them'), { kind: 'secondary', name: 'act', value: 'discharge' })}</div>`
}

function countWords(count: number, narrowed: boolean, language: Language): string {
  const say = speaker(language)
  if (count > COUNTED_MAX) {
    const max = thousands(COUNTED_MAX)
    return narrowed
      ? say(`符合筛选的登记超过 ${max} 项。`, `More than ${max} registrations pass the filter.`)
      : say(`本账户的登记超过 ${max} 项。`, `Your account has more than ${max} registrations.`)
  }
  const many = thousands(count)
  const noun = count === 1 ? 'registration' : 'registrations'
  return narrowed
    ? say(`符合筛选的登记共 ${many} 项。`, `${many} ${noun} ${count === 1 ? 'passes' : 'pass'} the filter.`)
    : say(`本账户的登记共 ${many} 项。`, `Your account has ${many} ${noun}.`)
}

function none(narrowed: boolean, language: Language): Html {
  const say = speaker(language)
  if (narrowed) {
    return html`<p class="answer">${say('没有符合筛选的登记。', 'No registration passes the filter.')}</p>`
  }
  return html`<p class="govuk-body">${say('本账户还没有登记。', 'Your account has no registrations yet.')}</p>
<p class="govuk-body"><a class="govuk-link" href="/file">${say('办理一项登记', 'File a registration')}</a></p>`
}

function noneOlder(newest: string, language: Language): Html {
  const say = speaker(language)
  return html`<p class="govuk-body">${say('没有更早的登记。', 'There are no older registrations.')}</p>
<p class="govuk-body"><a class="govuk-link" href="${newest}">${say('最近的登记', 'Newest registrations')}</a></p>`
}

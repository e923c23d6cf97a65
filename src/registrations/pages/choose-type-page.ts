import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { dataTable } from '../../platform/data-table.ts'
import { hiddenCsrf, radios, submitButton } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { writtenMomentShort } from '../../platform/written-form.ts'
import {
  createEntry,
  deleteEntry,
  type FormEntrySummary,
  listUnfinished,
  RESUMABLE_MAX,
  tooManyUnfinished,
} from '../form-entry-store.ts'
import { excludedAssetOf, excludedAssets, formOf, forms } from '../forms/forms.ts'
import { judgeSection } from '../judge-answers.ts'
import type { Section } from '../typed-answers.ts'
import { type FilingPage, filingPage } from './filing-page.ts'
import { firstAnswers } from './first-answers.ts'
import { typed } from './typed-fields.ts'

/** The first page: what is to be registered, what is registered elsewhere, and what was begun before. */
export function chooseTypePages(app: FastifyInstance, deps: Deps): void {
  const guard = {
    schema: { hide: true },
    onRequest: async (request: FastifyRequest) => void personWhoMay(request, 'register'),
  }

  app.get('/file', guard, async (request, reply) => sendChoice(deps, request, reply, ''))

  app.post('/file', guard, async (request, reply) => {
    const person = personWhoMay(request, 'register')
    const securityType = typed(request.body, 'securityType')
    if (!formOf(securityType)) return sendChoice(deps, request, reply, securityType, chooseOne(securityType))
    const entry = await createEntry(deps.pool, person.userId, securityType, await firstAnswers(deps.pool, person))
    if (!entry) return sendChoice(deps, request, reply, securityType, tooManyUnfinished)
    return reply.redirect(`/file/${entry}/parties`, 303)
  })

  filingPage(app, deps, 'GET', '', async (page) => {
    const wrong = (section: Section) =>
      judgeSection(page.form, section, page.entry.answers, page.today).refused.length > 0
    const next =
      wrong('securedParties') || wrong('debtors')
        ? 'parties'
        : wrong('collateral')
          ? 'collateral'
          : wrong('terms')
            ? 'term'
            : 'check'
    return page.reply.redirect(page.path(`/${next}`), 303)
  })

  filingPage(app, deps, 'GET', '/delete', async (page) => {
    const say = speaker(page.language)
    return sendPage(page.reply, {
      title: text('删除未完成的登记', 'Delete an unfinished filing'),
      back: listOf(page),
      body: html`<p class="govuk-body">${inLanguage(page.form.label, page.language)}</p>
<p class="govuk-body">${say('已填写的内容将全部删除，不能恢复。', 'Everything typed in it will be deleted for good.')}</p>
<form method="post">${hiddenCsrf(page.request.shell)}${submitButton(page.language, text('删除', 'Delete'), { kind: 'warning' })}</form>`,
    })
  })

  filingPage(app, deps, 'POST', '/delete', async (page) => {
    await deleteEntry(deps.pool, page.person.userId, page.entry.id)
    return page.reply.redirect(listOf(page), 303)
  })
}

/** The list from which an entry is deleted: that of all drafts, or the one where filing begins. */
function listOf({ request }: Pick<FilingPage, 'request'>): string {
  return (request.query as { from?: unknown }).from === 'drafts' ? '/drafts' : '/file'
}

async function sendChoice(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  chosen: string,
  refused?: Refusal,
): Promise<FastifyReply> {
  const person = personWhoMay(request, 'register')
  const { shell, language } = request
  const say = speaker(language)
  const errors = refused ? [refused] : []
  const unfinished = await listUnfinished(deps.pool, person.userId)
  const form = { language, errors }
  return sendPage(reply, {
    title: text('办理登记', 'File a registration'),
    ...(refused && { errors, status: 422 }),
    body: html`${unfinishedList(unfinished, language)}
<p class="govuk-body"><a class="govuk-link" href="/drafts">${say('全部草稿：未办完的登记、展期、变更和注销', 'All drafts: unfinished registrations, renewals, amendments and discharges')}</a></p>
<form method="post" action="/file" novalidate>
${hiddenCsrf(shell)}
${radios(form, {
  pointer: '/securityType',
  label: text('要登记的是哪一类担保', 'Which kind of security is it'),
  labelClass: 'govuk-fieldset__legend--m',
  value: chosen,
  choices: forms.map(({ securityType, label, effect }) => ({ value: securityType, label, hint: effect })),
})}
${submitButton(language, text('继续', 'Continue'))}
</form>
<h2 class="govuk-heading-m">${say('不在这里登记的', 'Not registered here')}</h2>
<dl class="govuk-summary-list">${excludedAssets.map(
      ({ label, register }) =>
        html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${inLanguage(label, language)}</dt><dd class="govuk-summary-list__value">${inLanguage(register, language)}</dd></div>`,
    )}</dl>`,
  })
}

function unfinishedList(entries: readonly FormEntrySummary[], language: Language): Html {
  if (entries.length === 0) return nothing
  const say = speaker(language)
  const names = ({ debtors }: FormEntrySummary) => debtors.join('、') || say('（未填）', '(none yet)')
  return dataTable(language, {
    caption: text(
      `未完成的登记（最近 ${RESUMABLE_MAX} 份以内）`,
      `Unfinished filings (the last ${RESUMABLE_MAX} at most)`,
    ),
    rows: entries,
    columns: [
      {
        label: text('担保类型', 'Kind'),
        heads: true,
        cell: (row) =>
          inLanguage(formOf(row.securityType)?.label ?? text(row.securityType, row.securityType), language),
      },
      { label: text('担保人', 'Debtor'), cell: names },
      {
        label: text('上次保存', 'Last saved'),
        kind: 'whole',
        cell: (row) => inLanguage(writtenMomentShort(row.updatedAt), language),
      },
      {
        label: text('办理', 'Actions'),
        kind: 'whole',
        cell: (row) =>
          html`<a class="govuk-link" href="/file/${row.id}">${say('继续填写', 'Continue')}<span class="govuk-visually-hidden"> ${names(row)}</span></a> <a class="govuk-link" href="/file/${row.id}/delete">${say('删除', 'Delete')}<span class="govuk-visually-hidden"> ${names(row)}</span></a>`,
      },
    ],
  })
}

function chooseOne(given: string): Refusal {
  const excluded = excludedAssetOf(given)
  return {
    code: excluded ? 'asset_not_registrable_here' : 'security_type_missing',
    pointer: '/securityType',
    message: excluded
      ? text(
          `${excluded.label.zh}不在本系统登记，请到：${excluded.register.zh}`,
          `${excluded.label.en} is not registered here. Go to: ${excluded.register.en}`,
        )
      : text('请选择要登记的担保类型', 'Choose the kind of security'),
  }
}

import type { FastifyInstance } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { partyLines } from '../../parties/pages/party-view.ts'
import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { numberInGroups, writtenDate, writtenMomentShort } from '../../platform/written-form.ts'
import { type ListedRegistration, listRegistrations } from '../list-registrations.ts'
import { securityTypeLabel } from '../registration-wording.ts'
import { stateWord } from './state-word.ts'

const LINES_A_PAGE = 50

/** The registrations that the reader's account filed, newest first. */
export function ownRegistrationsPages(app: FastifyInstance, deps: Deps): void {
  app.get('/registrations', { schema: { hide: true } }, async (request, reply) => {
    const person = personWhoMay(request, 'register')
    const before = sequenceOf((request.query as { before?: unknown }).before)
    const found = await listRegistrations(deps.pool, person.account, {
      limit: LINES_A_PAGE + 1,
      ...(before !== undefined && { before }),
    })
    return sendPage(reply, {
      title: text('我的登记', 'My registrations'),
      wide: true,
      body: listView(found, request.language, before !== undefined),
    })
  })
}

function sequenceOf(given: unknown): number | undefined {
  const sequence = Number(given)
  return typeof given === 'string' && Number.isSafeInteger(sequence) && sequence > 0 ? sequence : undefined
}

/** @param found a page and, when there are more, one beyond it */
function listView(found: ListedRegistration[], language: Language, older: boolean): Html {
  const say = speaker(language)
  const rows = found.slice(0, LINES_A_PAGE)
  const last = rows.at(-1)
  if (!last) return older ? noneOlder(language) : none(language)
  return html`<p class="govuk-body">${say('本账户办理的登记，最近的在前；时间为北京时间。', 'What your account filed, newest first; times are Beijing time (UTC+8).')}
<a class="govuk-link" href="/drafts">${say('未办完的草稿', 'Your unfinished drafts')}</a></p>
${table(rows, language)}
<nav class="pages" aria-label="${say('分页', 'Pages')}">
${older ? html`<a class="govuk-link" href="/registrations">${say('最近的登记', 'Newest registrations')}</a>` : nothing}
${found.length > LINES_A_PAGE ? html`<a class="govuk-link" href="/registrations?before=${last.sequence}">${say('更早的登记', 'Older registrations')}</a>` : nothing}
</nav>`
}

function table(rows: ListedRegistration[], language: Language): Html {
  return dataTable(language, {
    caption: text('本账户的登记', 'Registrations of your account'),
    captionHidden: true,
    rows,
    columns: [
      {
        label: text('登记证明编号', 'Registration number'),
        cell: ({ registrationNumber }) =>
          html`<a class="govuk-link" href="/registrations/${registrationNumber}">${numberInGroups(registrationNumber, { copy: false })}</a>`,
        kind: 'whole',
        heads: true,
      },
      {
        label: text('担保类型', 'Security type'),
        cell: ({ securityType }) => inLanguage(securityTypeLabel(securityType), language),
      },
      { label: text('担保人', 'Debtor'), cell: ({ debtors }) => partyLines(debtors, language) },
      { label: text('登记时间', 'Filed'), cell: ({ filedAt }) => inLanguage(writtenMomentShort(filedAt), language) },
      {
        label: text('到期日', 'Expires'),
        cell: ({ expiresOn }) => inLanguage(writtenDate(expiresOn), language),
        kind: 'whole',
      },
      { label: text('状态', 'State'), cell: ({ status }) => stateWord(status, language), kind: 'whole' },
      { label: text('归档号', 'Your reference'), cell: ({ filerReference }) => filerReference ?? '' },
    ],
  })
}

function none(language: Language): Html {
  const say = speaker(language)
  return html`<p class="govuk-body">${say('本账户还没有登记。', 'Your account has no registrations yet.')}</p>
<p class="govuk-body"><a class="govuk-link" href="/file">${say('办理一项登记', 'File a registration')}</a></p>`
}

function noneOlder(language: Language): Html {
  const say = speaker(language)
  return html`<p class="govuk-body">${say('没有更早的登记。', 'There are no older registrations.')}</p>
<p class="govuk-body"><a class="govuk-link" href="/registrations">${say('最近的登记', 'Newest registrations')}</a></p>`
}

import type { FastifyInstance } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { summaryFor } from '../../parties/masking.ts'
import { partyLines } from '../../parties/pages/party-view.ts'
import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { numberInGroups, writtenDate, writtenMomentShort } from '../../platform/written-form.ts'
import { isOpen } from '../../registrations/objection-state.ts'
import { objectionWord } from '../../registrations/pages/objections-view.ts'
import { stateWord } from '../../registrations/pages/state-word.ts'
import { securityTypeLabel } from '../../registrations/registration-wording.ts'
import { type ListedObjection, listOwnObjections } from '../list-own-objections.ts'

const LINES_A_PAGE = 50

/** The objections of the reader's account, newest first, each with what is due. */
export function ownObjectionsPages(app: FastifyInstance, deps: Deps): void {
  app.get('/objections', { schema: { hide: true } }, async (request, reply) => {
    const person = personWhoMay(request, 'object')
    const before = sequenceOf((request.query as { before?: unknown }).before)
    const found = await listOwnObjections(deps.pool, person.account, {
      limit: LINES_A_PAGE + 1,
      ...(before !== undefined && { before }),
    })
    return sendPage(reply, {
      title: text('我的异议', 'My objections'),
      wide: true,
      body: listView(found, request.language, before !== undefined),
    })
  })
}

function sequenceOf(given: unknown): number | undefined {
  return typeof given === 'string' && /^[1-9]\d{0,14}$/.test(given) ? Number(given) : undefined
}

/** @param found a page and, when there are more, one beyond it */
function listView(found: ListedObjection[], language: Language, older: boolean): Html {
  const say = speaker(language)
  const rows = found.slice(0, LINES_A_PAGE)
  const last = rows.at(-1)
  const toNewest = html`<a class="govuk-link" href="/objections">${say('最近的异议', 'Newest objections')}</a>`
  if (!last) {
    return html`<p class="govuk-body">${older ? say('没有更早的异议。', 'There are no older objections.') : say('贵方没有提出过异议。', 'Your account has made no objections.')}</p>
<p class="govuk-body">${
      older
        ? toNewest
        : html`${say('登记有误的，先要求担保权人变更或者注销；被拒绝或者没有答复的，在登记的页面提出异议（办法第十八条）。', 'Where a registration is wrong, first demand that the secured party amend or discharge it; if it refuses or does not answer, object on the page of the registration (art. 18 of the Measures).')} <a class="govuk-link" href="/search">${say('查询登记', 'Search the register')}</a>`
    }</p>`
  }
  return html`<p class="govuk-body">${say('本账户提出的异议，最近的在前；时间为北京时间。', 'The objections of your account, newest first; times are Beijing time (UTC+8).')}</p>
${table(rows, language)}
<nav class="pages" aria-label="${say('分页', 'Pages')}">
${older ? toNewest : nothing}
${found.length > LINES_A_PAGE ? html`<a class="govuk-link" href="/objections?before=${last.sequence}">${say('更早的异议', 'Older objections')}</a>` : nothing}
</nav>`
}

function table(rows: ListedObjection[], language: Language): Html {
  return dataTable(language, {
    caption: text('本账户的异议', 'Objections of your account'),
    captionHidden: true,
    rows,
    columns: [
      {
        label: text('异议编号', 'Objection'),
        kind: 'whole',
        heads: true,
        cell: ({ filingNumber }) => numberInGroups(filingNumber, { copy: false }),
      },
      {
        label: text('登记', 'Registration'),
        cell: ({ registrationNumber, securityType, registrationStatus }) =>
          html`<a class="govuk-link" href="/registrations/${registrationNumber}">${numberInGroups(registrationNumber, { copy: false })}</a><br>${inLanguage(securityTypeLabel(securityType), language)} ${stateWord(registrationStatus, language)}`,
      },
      {
        label: text('担保权人', 'Secured party'),
        cell: ({ securedParties }) =>
          partyLines(
            securedParties.map((each) => summaryFor('searcher', each)),
            language,
          ),
      },
      { label: text('提出时间', 'Filed'), cell: ({ filedAt }) => inLanguage(writtenMomentShort(filedAt), language) },
      { label: text('状态', 'State'), kind: 'whole', cell: ({ status }) => objectionWord(status, language) },
      {
        label: text('受理通知的期限', 'Notice of acceptance due'),
        cell: ({ acceptanceDueOn }) =>
          acceptanceDueOn === null ? '' : inLanguage(writtenDate(acceptanceDueOn), language),
      },
      { label: text('办理', 'Acts'), cell: (each) => acts(each, language) },
    ],
  })
}

function acts(
  { registrationNumber, filingNumber, registrationStatus, status }: ListedObjection,
  language: Language,
): Html {
  if (registrationStatus !== 'in_effect' || !isOpen({ status })) return nothing
  const say = speaker(language)
  const at = `/registrations/${registrationNumber}/objections/${filingNumber}`
  const about = html`<span class="govuk-visually-hidden"> ${filingNumber}</span>`
  return html`${status === 'noted' ? html`<div><a class="govuk-link" href="${at}/accept-case">${say('上传受理通知', 'Note the acceptance')}${about}</a></div>` : nothing}<div><a class="govuk-link" href="${at}/withdraw">${say('撤回', 'Withdraw')}${about}</a></div>`
}

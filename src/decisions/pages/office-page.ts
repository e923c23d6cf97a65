import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import {
  type CodeReplacement,
  listOpenReplacements,
  replacementStatus,
} from '../../modification-codes/code-replacement.ts'
import { replacementLabels } from '../../modification-codes/pages/code-page.ts'
import { dataTable } from '../../platform/data-table.ts'
import { submitButton, textInput } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { isWellFormedNumber, normalizeNumber } from '../../platform/numbers.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { numberInGroups, writtenMomentShort } from '../../platform/written-form.ts'
import { type Decision, mayVote, statusOf } from '../decision.ts'
import { listDecisions } from '../decision-store.ts'
import { decisionLabel, decisionWord } from './decision-wording.ts'

const WAITING_MAX = 200
const LINES_A_PAGE = 50
/** Destructions may be many, and have their own page. */
const filings = { filings: true }

/** The registrars' desk: what waits for a second person first, then the rest, and the way to any registration. */
export function officePages(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'supervise')
  const options = { schema: { hide: true }, onRequest }

  app.get('/decisions', options, async (request, reply) => sendOffice(deps, request, reply))

  app.get('/decisions/find', options, async (request, reply) => {
    const given = (request.query as { number?: unknown }).number
    const number = normalizeNumber(typeof given === 'string' ? given : '')
    if (!isWellFormedNumber(number))
      return sendOffice(deps, request, reply, { number: String(given ?? ''), error: mistyped })
    const { rows } = await deps.pool.query(
      `select first.filing_number as number from filings f join filings first on first.sequence = f.registration
       where f.filing_number = $1`,
      [number],
    )
    if (!rows[0]) return sendOffice(deps, request, reply, { number, error: unknown })
    return reply.redirect(`/registrations/${rows[0].number}`, 303)
  })
}

async function sendOffice(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: { number: string; error?: Refusal } = { number: '' },
): Promise<FastifyReply> {
  const { userId, account } = personWhoMay(request, 'supervise')
  const before = momentOf((request.query as { before?: unknown }).before)
  const waiting =
    before === undefined ? await listDecisions(deps.pool, { ...filings, waiting: true, limit: WAITING_MAX }) : []
  const codes = before === undefined ? await listOpenReplacements(deps.pool, account) : []
  const all = await listDecisions(deps.pool, {
    ...filings,
    waiting: false,
    limit: LINES_A_PAGE + 1,
    ...(before !== undefined && { before }),
  })
  const { language } = request
  const say = speaker(language)
  const forMe = waiting.filter((each) => mayVote(each, userId) || isStuck(each, userId))
  const others = waiting.filter((each) => !forMe.includes(each))
  const page = all.slice(0, LINES_A_PAGE)
  const last = page.at(-1)
  const over = page.filter((each) => statusOf(each) !== 'proposed' && !isStuck(each, userId))
  return sendPage(reply, {
    title: text('登记机构办理', 'Register office'),
    wide: true,
    ...(asked.error && { errors: [asked.error], status: 422 }),
    body: html`${before === undefined ? part(text('等待您办理', 'Waiting for you'), forMe, language) : nothing}
${others.length > 0 ? part(text('等待其他登记员', 'Waiting for another registrar'), others, language) : nothing}
${codes.length > 0 ? codesPart(codes, language) : nothing}
${before === undefined ? lookup(language, asked) : nothing}
${before === undefined ? html`<p class="govuk-body"><a class="govuk-link" href="/archive">${say('档案：保存期满的销毁、保全', 'Archive: destruction after retention, legal holds')}</a></p>` : nothing}
${before === undefined && over.length === 0 ? nothing : part(text('已经结束的办理，最近的在前', 'Decided, newest first'), over, language)}
<nav class="pages" aria-label="${say('分页', 'Pages')}">
${before === undefined ? nothing : html`<a class="govuk-link" href="/decisions">${say('最近的办理', 'Newest decisions')}</a>`}
${all.length > LINES_A_PAGE && last ? html`<a class="govuk-link" href="/decisions?before=${encodeURIComponent(last.proposedAt)}">${say('更早的办理', 'Older decisions')}</a>` : nothing}
</nav>`,
  })
}

/** Approved by this person and not filed: it can be carried out again. */
function isStuck(decision: Decision, userId: number): boolean {
  return statusOf(decision) === 'approved' && decision.votes.some((vote) => vote.userId === userId)
}

function momentOf(given: unknown): string | undefined {
  return typeof given === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z$/.test(given) ? given : undefined
}

/** Any registration by its number or by that of one of its filings, ended ones too. */
function lookup(language: Language, { number, error }: { number: string; error?: Refusal }): Html {
  const form = { language, errors: error ? [error] : [] }
  return html`<h2 class="govuk-heading-m">${inLanguage(text('打开一项登记', 'Open a registration'), language)}</h2>
<form method="get" action="/decisions/find" class="text-column" novalidate>
${textInput(form, {
  pointer: '/number',
  label: text('登记证明编号或者本次登记编号', 'Registration number, or that of one of its filings'),
  hint: text(
    '20 位数字；已经注销、撤销、到期的也可以打开，在那里提出撤销、更正或者恢复。',
    '20 digits. Ended ones open too; revocation, correction and reinstatement are proposed there.',
  ),
  value: number,
  inputmode: 'numeric',
  code: true,
})}
${submitButton(language, text('打开', 'Open'), { kind: 'secondary' })}</form>`
}

function part(title: Text, decisions: readonly Decision[], language: Language): Html {
  const heading = html`<h2 class="govuk-heading-m">${inLanguage(title, language)}</h2>`
  if (decisions.length === 0) {
    return html`${heading}<p class="govuk-body">${inLanguage(text('没有。', 'Nothing.'), language)}</p>`
  }
  return html`${heading}${dataTable(language, {
    caption: title,
    captionHidden: true,
    rows: decisions,
    columns: [
      {
        label: text('办理', 'Decision'),
        heads: true,
        cell: (each) =>
          html`<a class="govuk-link" href="/decisions/${each.decision}">${inLanguage(decisionLabel(each), language)}</a>`,
      },
      {
        label: text('登记', 'Registration'),
        cell: ({ registrationNumber }) => numberInGroups(registrationNumber ?? '', { copy: false }),
      },
      { label: text('提出', 'Proposed by'), cell: ({ votes }) => votes[0]?.displayName ?? '' },
      {
        label: text('提出时间', 'Proposed at'),
        cell: ({ proposedAt }) => inLanguage(writtenMomentShort(proposedAt), language),
      },
      { label: text('状态', 'State'), cell: (each) => decisionWord(statusOf(each), language) },
    ],
  })}`
}

/** New modification codes that the office asked for, until the filer has collected them. */
function codesPart(codes: readonly CodeReplacement[], language: Language): Html {
  const title = text('登记机构提出的重发修改码', 'New modification codes asked for by the office')
  return html`<h2 class="govuk-heading-m">${inLanguage(title, language)}</h2>${dataTable(language, {
    caption: title,
    captionHidden: true,
    rows: codes,
    columns: [
      {
        label: text('登记', 'Registration'),
        heads: true,
        cell: ({ registrationNumber }) =>
          html`<a class="govuk-link" href="/registrations/${registrationNumber}/modification-code">${numberInGroups(registrationNumber, { copy: false })}</a>`,
      },
      { label: text('申请', 'Asked for by'), cell: ({ requestedByName }) => requestedByName },
      {
        label: text('申请时间', 'Asked for at'),
        cell: ({ requestedAt }) => inLanguage(writtenMomentShort(requestedAt), language),
      },
      {
        label: text('状态', 'State'),
        cell: (each) => inLanguage(replacementLabels[replacementStatus(each)], language),
      },
    ],
  })}`
}

const mistyped: Refusal = {
  code: 'number_mistyped',
  pointer: '/number',
  message: text(
    '编号有误：应为 20 位数字且校验位相符，请逐位核对',
    'The number is mistyped: it has 20 digits with matching check digits; compare it digit by digit',
  ),
}
const unknown: Refusal = {
  code: 'not_found',
  pointer: '/number',
  message: text('没有这个编号的登记', 'There is no registration with this number'),
}

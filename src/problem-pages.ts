import type { FastifyInstance } from 'fastify'
import { html } from './platform/html.ts'
import { sendPage } from './platform/layout.ts'
import { type ProblemSpec, problems } from './platform/problem.ts'
import { inLanguage, text } from './platform/text.ts'

/** What each problem's `type` leads to: its code, its status and what it says, on one page (RFC 9457, 3.1.1). */
export function problemPages(app: FastifyInstance): void {
  app.get('/problems', { schema: { hide: true } }, async (request, reply) => {
    const { language } = request
    const rows = Object.entries<ProblemSpec>(problems).map(
      ([code, { status, title }]) =>
        html`<div class="govuk-summary-list__row" id="${code}"><dt class="govuk-summary-list__key"><code>${code}</code></dt>
<dd class="govuk-summary-list__value">${status} ${inLanguage(title, language)}</dd></div>`,
    )
    return sendPage(reply, {
      title: text('接口的错误代码', 'Problem codes of the API'),
      body: html`<dl class="govuk-summary-list">${rows}</dl>`,
    })
  })
}

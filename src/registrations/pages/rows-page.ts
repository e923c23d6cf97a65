import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { text } from '../../platform/text.ts'
import { readSection } from '../typed-answers.ts'
import { tableOf } from './collateral-page.ts'
import { filingPage, sendStep } from './filing-page.ts'
import { rowsAsFiled, tablePreview } from './table-preview.ts'

const ROWS_A_PAGE = 200

/** All rows of one table, as they will be filed, page by page. */
export function rowsPages(app: FastifyInstance, deps: Deps): void {
  filingPage(app, deps, 'GET', '/collateral/:table', async (page) => {
    const field = tableOf(page)
    const rows = rowsAsFiled(field, readSection(page.form, 'collateral', page.entry.answers).part.collateral)
    const last = Math.max(Math.ceil(rows.length / ROWS_A_PAGE), 1)
    const asked = Number((page.request.query as { page?: unknown }).page ?? 1)
    const at = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), last) : 1
    const say = speaker(page.language)
    const to = (number: number, words: string) =>
      html`<a class="govuk-link" href="${page.path(`/collateral/${field.name}?page=${number}`)}">${words}</a>`
    return sendStep(page, 'check', {
      title: field.label,
      wide: true,
      back: page.path('/check'),
      body: html`${rows.length === 0 ? html`<p class="govuk-body">${say('没有行。', 'There are no rows.')}</p>` : nothing}
${tablePreview(page.language, field, rows, { from: (at - 1) * ROWS_A_PAGE, upTo: ROWS_A_PAGE })}
${
  last > 1
    ? html`<nav class="pages" aria-label="${say('分页', 'Pages')}">${at > 1 ? to(at - 1, say('上一页', 'Previous page')) : nothing}
<span>${say(`第 ${at} 页，共 ${last} 页`, `Page ${at} of ${last}`)}</span>
${at < last ? to(at + 1, say('下一页', 'Next page')) : nothing}</nav>`
    : nothing
}
<p class="govuk-body"><a class="govuk-link" href="${page.path('/collateral')}">${say('更正各行', 'Change the rows')}</a></p>`,
    })
  })
}

/** The full list as said in a link. */
export const fullListLabel = text('查看全部', 'See the full list')

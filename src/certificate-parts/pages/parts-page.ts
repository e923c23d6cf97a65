import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { dataTable } from '../../platform/data-table.ts'
import { hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { type Html, html } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import type { Shell } from '../../platform/shell.ts'
import { type Language, text } from '../../platform/text.ts'
import { groupsOfFour, thousands } from '../../platform/written-form.ts'
import type { RecordedSearch } from '../../search/load-search.ts'
import { answerSentence } from '../../search/search-wording.ts'
import { certifiableSearch, partedCertificate } from '../part-routes.ts'
import { askForParts, findPreparation, listParts, type MadePart, type Preparation } from '../part-store.ts'
import { PART_MATCHES, partsOf } from '../render-part.ts'

const AGAIN_SECONDS = 5

/** The certificate of a search with very many matches: asked for, in preparation with its progress, then its parts. */
export function certificatePartsPages(app: FastifyInstance, deps: Deps): void {
  app.get('/searches/:searchNumber/certificate', { schema: { hide: true } }, async (request, reply) => {
    const found = await certifiableSearch(deps, request)
    if (!(await partedCertificate(deps, found))) return reply.redirect(pdfOf(found, undefined), 303)
    const { shell } = request
    const preparation = await findPreparation(deps.pool, found.searchNumber)
    const parts = preparation?.finished ? await listParts(deps.pool, found.searchNumber) : []
    // The page asks again by itself, also without scripts.
    if (preparation && !preparation.finished) reply.header('refresh', String(AGAIN_SECONDS))
    const written = groupsOfFour(found.searchNumber)
    return sendPage(reply, {
      title: text(`查询证明 ${written}`, `Certificate of search ${written}`),
      back: `/searches/${found.searchNumber}`,
      body: html`<p class="govuk-body">${sentenceOf(found, shell.language)}</p>
${!preparation ? askView(found, shell) : preparation.finished ? partsView(found, parts, shell.language) : progressView(preparation, shell.language)}`,
    })
  })

  app.post('/searches/:searchNumber/certificate', { schema: { hide: true } }, async (request, reply) => {
    const found = await certifiableSearch(deps, request)
    if (await partedCertificate(deps, found)) await askForParts(deps.pool, found.searchNumber, partsOf(found.count))
    return reply.redirect(`/searches/${found.searchNumber}/certificate`, 303)
  })
}

function pdfOf({ searchNumber }: RecordedSearch, part: number | undefined): string {
  return `/api/v1/searches/${searchNumber}/certificate${part === undefined ? '' : `?part=${part}`}`
}

function sentenceOf({ query, asOf, count }: RecordedSearch, language: Language): string {
  const sentence = answerSentence({ query, asOf, count })
  return language === 'en' ? sentence.en : sentence.zh
}

function askView(found: RecordedSearch, shell: Shell): Html {
  const say = speaker(shell.language)
  const [parts, each] = [thousands(partsOf(found.count)), thousands(PART_MATCHES)]
  return html`<p class="govuk-body">${say(
    `登记很多，证明分为 ${parts} 册，每册列 ${each} 项，各为一份完整的 PDF，编号、核验码相同。制作需要几分钟，可以离开本页，稍后再来取。`,
    `There are very many registrations: the certificate has ${parts} parts of ${each} registrations, each a complete PDF under the same number and code. Making them takes some minutes. You may leave this page and come back for them.`,
  )}</p>
<form method="post" action="/searches/${found.searchNumber}/certificate" class="filing-form">${hiddenCsrf(shell)}
${submitButton(shell.language, text('制作证明', 'Make the certificate'))}</form>`
}

function progressView({ parts, partsDone }: Preparation, language: Language): Html {
  const say = speaker(language)
  const [done, all] = [thousands(partsDone), thousands(parts)]
  return html`<p class="govuk-body" role="status"><strong>${say(`正在制作：已完成 ${done} 册，共 ${all} 册。`, `In preparation: ${done} of ${all} parts are done.`)}</strong></p>
<p><progress max="${String(parts)}" value="${String(partsDone)}" aria-label="${say('制作进度', 'Progress')}">${done} / ${all}</progress></p>
<p class="govuk-body secondary">${say(`本页每 ${AGAIN_SECONDS} 秒自动更新。可以离开，制作不会中断；从查询结果页可以再回到这里。`, `This page is renewed every ${AGAIN_SECONDS} seconds. You may leave it: the work goes on, and the page of the result leads back here.`)}</p>`
}

function partsView(found: RecordedSearch, made: readonly MadePart[], language: Language): Html {
  const say = speaker(language)
  const known = new Map(made.map((each) => [each.part, each]))
  const rows = Array.from({ length: partsOf(found.count) }, (_, at) => ({ part: at + 1, made: known.get(at + 1) }))
  const ranks = (part: number) => {
    const [first, last] = [(part - 1) * PART_MATCHES + 1, Math.min(part * PART_MATCHES, found.count)].map(thousands)
    return say(`第 ${first} 至 ${last} 项`, `${first} to ${last}`)
  }
  return html`<p class="govuk-body">${say('证明已经制作完毕。各册齐全才是完整的结果。', 'The certificate is ready. Only all parts together are the whole result.')}</p>
${dataTable(language, {
  caption: text('查询证明各册', 'Parts of the certificate'),
  captionHidden: true,
  rows,
  columns: [
    {
      label: text('册', 'Part'),
      cell: ({ part }) =>
        html`<a class="govuk-link" href="${pdfOf(found, part)}">${say(`第 ${part} 册（PDF）`, `Part ${part} (PDF)`)}</a>`,
      kind: 'whole',
      heads: true,
    },
    { label: text('次序', 'Ranks'), cell: ({ part }) => ranks(part), kind: 'whole' },
    { label: text('大小', 'Size'), cell: ({ made }) => (made ? megabytes(made.bytes) : ''), kind: 'whole' },
    {
      label: text('文件的 SHA-256', 'SHA-256 of the file'),
      cell: ({ made }) => (made ? html`<code class="hash">${made.sha256}</code>` : ''),
    },
  ],
})}`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

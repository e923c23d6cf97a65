import type { FastifyInstance } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { microsecondsOf, rfc3339 } from '../../platform/clock.ts'
import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenMomentShort } from '../../platform/written-form.ts'
import { purposeLabel, searchedByLabel } from '../../search/search-wording.ts'
import { type ListedSearch, listSearches } from '../list-searches.ts'

const LINES_A_PAGE = 50

/** The searches that the reader made, newest first. */
export function ownSearchesPages(app: FastifyInstance, deps: Deps): void {
  app.get('/searches', { schema: { hide: true } }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const before = momentOf((request.query as { before?: unknown }).before)
    const found = await listSearches(deps.pool, person.userId, {
      limit: LINES_A_PAGE + 1,
      ...(before !== undefined && { before }),
    })
    return sendPage(reply, {
      title: text('我的查询', 'My searches'),
      wide: true,
      body: listView(found, request.language, before !== undefined),
    })
  })
}

/** Microseconds since the Unix epoch, as the link to older searches gives them. */
function momentOf(given: unknown): string | undefined {
  const microseconds = Number(given)
  return typeof given === 'string' && /^\d{1,16}$/.test(given) ? rfc3339(microseconds) : undefined
}

/** @param found a page and, when there are more, one beyond it */
function listView(found: ListedSearch[], language: Language, older: boolean): Html {
  const say = speaker(language)
  const rows = found.slice(0, LINES_A_PAGE)
  const last = rows.at(-1)
  const toNewest = html`<a class="govuk-link" href="/searches">${say('最近的查询', 'Newest searches')}</a>`
  if (!last) {
    return html`<p class="govuk-body">${older ? say('没有更早的查询。', 'There are no older searches.') : say('您还没有查询过。', 'You have made no searches yet.')}</p>
<p class="govuk-body">${older ? toNewest : html`<a class="govuk-link" href="/search">${say('查询', 'Search the register')}</a>`}</p>`
  }
  return html`<p class="govuk-body">${say('您办理的查询，最近的在前；时间为北京时间。结果永远是查询当时的结果。', 'The searches you made, newest first; times are Beijing time (UTC+8). Each result stays what it was.')}</p>
${table(rows, language)}
<nav class="pages" aria-label="${say('分页', 'Pages')}">
${older ? toNewest : nothing}
${found.length > LINES_A_PAGE ? html`<a class="govuk-link" href="/searches?before=${String(microsecondsOf(last.searchedAt))}">${say('更早的查询', 'Older searches')}</a>` : nothing}
</nav>`
}

function table(rows: ListedSearch[], language: Language): Html {
  return dataTable(language, {
    caption: text('我的查询', 'My searches'),
    captionHidden: true,
    rows,
    columns: [
      {
        label: text('查询编号', 'Search number'),
        cell: ({ searchNumber }) =>
          html`<a class="govuk-link" href="/searches/${searchNumber}">${numberInGroups(searchNumber, { copy: false })}</a>`,
        kind: 'whole',
        heads: true,
      },
      {
        label: text('时间', 'Time'),
        cell: ({ searchedAt }) => inLanguage(writtenMomentShort(searchedAt), language),
      },
      { label: text('查询条件', 'Searched for'), cell: (search) => askedCell(search, language) },
      { label: text('目的', 'Purpose'), cell: ({ purpose }) => inLanguage(purposeLabel(purpose), language) },
      { label: text('查得', 'Found'), cell: ({ matchCount }) => foundWords(matchCount, language), kind: 'whole' },
    ],
  })
}

function askedCell({ query }: ListedSearch, language: Language): Html {
  const { name, value, identifier } = query as { name?: string; value?: string; identifier?: { value: string } }
  const asked = [name ?? value, identifier?.value].filter((each) => each !== undefined).join('；')
  return html`${asked}<br><span class="secondary small">${inLanguage(searchedByLabel(query.by), language)}</span>`
}

function foundWords(count: number, language: Language): string {
  if (count === 0) return inLanguage(text('无', 'None'), language)
  return inLanguage(text(`${thousands(count)} 项`, thousands(count)), language)
}

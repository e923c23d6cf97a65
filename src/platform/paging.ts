import { type Html, html, nothing } from './html.ts'
import { speaker } from './layout.ts'
import type { Language } from './text.ts'
import { thousands } from './written-form.ts'

/** One page of a list that is wholly known. `first` is the place of its first row, from 0. */
export type Slice<Row> = { rows: readonly Row[]; page: number; pages: number; first: number; total: number }

/** The page that a query asks for by this name; what is no page of the list is its nearest. */
export function slicePage<Row>(rows: readonly Row[], size: number, query: unknown, name: string): Slice<Row> {
  const asked = Number((query as Record<string, unknown> | undefined)?.[name] ?? 1)
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  const first = (page - 1) * size
  return { rows: rows.slice(first, first + size), page, pages, first, total: rows.length }
}

/**
 * Which rows are shown, and the ways to the others. Nothing when there is one page. The links keep the rest of this
 * page's query. @param name the query parameter @param anchor id of the list
 */
export function pageLinks(
  language: Language,
  slice: Slice<unknown>,
  link: { here: string; name: string; anchor: string },
): Html {
  const { page, pages, first, rows, total } = slice
  if (pages === 1) return nothing
  const say = speaker(language)
  const to = (target: number, words: string) => html`<a class="govuk-link" href="${pathOf(link, target)}">${words}</a>`
  const [from, until] = [thousands(first + 1), thousands(first + rows.length)]
  const label = say(`分页，第 ${page} 页，共 ${pages} 页`, `Pages: ${page} of ${pages}`)
  return html`<nav class="pages" aria-label="${label}">
<span>${say(`第 ${from} 至 ${until} 项，共 ${thousands(total)} 项`, `${from} to ${until} of ${thousands(total)}`)}</span>
${page > 1 ? to(page - 1, say('上一页', 'Previous page')) : nothing}
${page < pages ? to(page + 1, say('下一页', 'Next page')) : nothing}
</nav>`
}

function pathOf({ here, name, anchor }: { here: string; name: string; anchor: string }, page: number): string {
  const url = new URL(here, 'http://local')
  url.searchParams.set(name, String(page))
  return `${url.pathname}${url.search}#${anchor}`
}

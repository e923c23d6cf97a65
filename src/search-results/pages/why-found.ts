import { hidden, hiddenCsrf } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import type { Shell } from '../../platform/shell.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { nameKeyOrRefusal } from '../../search/name-refusal.ts'
import type { SearchLogic } from '../../search/search-logics.ts'
import type { HitAs } from '../load-name-hits.ts'
import type { Match } from './match-list.ts'

const words = {
  former: text('曾用名', 'a former name'),
  parent: text('所属法人的名称', 'the name of its parent'),
  owner: text('经营者的姓名', 'the name of its owner'),
} as const

/**
 * Why a registration was found by a searched name: that it is another than the debtor's name of now, and a way to the
 * comparison of the two, step by step. Names are posted: they stand in no address.
 */
export function whyFound(
  match: Match,
  hits: readonly HitAs[],
  searched: { name: string; logic: SearchLogic },
  shell: Shell,
): Html {
  if (hits.length === 0) return nothing
  const { language } = shell
  const others = hits.filter((each) => each !== 'current')
  const as = others.map((each) => html`<span class="line secondary small">${inLanguage(words[each], language)}</span>`)
  const same = hits.includes('current') ? nameWithItsKey(match, searched) : undefined
  if (same === undefined) return html`${as}`
  return html`${as}<form method="post" action="/search-logic/try">${hiddenCsrf(shell)}${hidden('first', searched.name)}${hidden('second', same)}<button class="link-button" type="submit">${inLanguage(text('为什么相符', 'Why it matches'), language)}<span class="govuk-visually-hidden"> ${match.registrationNumber}</span></button></form>`
}

function nameWithItsKey({ debtors }: Match, { name, logic }: { name: string; logic: SearchLogic }): string | undefined {
  const searched = nameKeyOrRefusal(name, logic)
  if ('refused' in searched) return undefined
  return debtors.find((each) => {
    const key = nameKeyOrRefusal(each.name, logic)
    return 'key' in key && key.key === searched.key
  })?.name
}

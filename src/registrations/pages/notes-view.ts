import type { Deps } from '../../deps.ts'
import type { Party } from '../../parties/party.ts'
import { partyName } from '../../parties/party.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Language } from '../../platform/text.ts'
import type { Note } from '../name-notes.ts'
import { type PlacedDebtor, preFilingNotes } from '../pre-filing-check.ts'
import type { FilingPage } from './filing-page.ts'

/** Notes that only say how a debtor is found; the others ask the filer to look again. */
const plain: ReadonlySet<string> = new Set([
  'name_search_key',
  'name_characters_passed_over',
  'individual_found_by_number',
])

/** The notes of the debtors that are right in form. What is wrong in form is told as such, and first. */
export async function notesOf(
  deps: Deps,
  page: FilingPage,
  judged: { body: Record<string, unknown>; refused: readonly Refusal[] },
): Promise<Note[]> {
  const debtors = (judged.body.debtors ?? []) as Party[]
  const placed: PlacedDebtor[] = debtors.flatMap((debtor, at) =>
    judged.refused.some(({ pointer }) => `${pointer}/`.startsWith(`/debtors/${at}/`)) ? [] : [{ debtor, at }],
  )
  return preFilingNotes(deps, placed, page.today)
}

/** What is told of one debtor: first what to look at again. Empty without notes. */
export function debtorNotes(notes: readonly Note[], at: number, language: Language): Html {
  const own = notes.filter(({ pointer }) => pointer.startsWith(`/debtors/${at}/`))
  if (own.length === 0) return nothing
  const say = speaker(language)
  const [look, told] = [own.filter(({ code }) => !plain.has(code)), own.filter(({ code }) => plain.has(code))]
  const line = ({ message }: Note) => html`<li>${inLanguage(message, language)}${say('。', '.')}</li>`
  return html`<div class="pre-filing">${
    look.length > 0
      ? html`<div class="note"><p class="govuk-body"><strong>${say('请核对：', 'Please check: ')}</strong></p><ul class="govuk-list govuk-list--bullet">${look.map(line)}</ul></div>`
      : nothing
  }${told.length > 0 ? html`<ul class="govuk-list secondary small">${told.map(line)}</ul>` : nothing}</div>`
}

/** The same under the name of each debtor, for the page on which all answers are checked. */
export function allDebtorNotes(notes: readonly Note[], debtors: readonly Party[], language: Language): Html {
  const say = speaker(language)
  if (notes.length === 0) return nothing
  const parts = debtors.map((debtor, at) => {
    const own = debtorNotes(notes, at, language)
    return own === nothing ? nothing : html`<h3 class="govuk-heading-s">${partyName(debtor)}</h3>${own}`
  })
  return html`<section class="part"><h2 class="govuk-heading-m">${say('登记后怎样查得', 'How it will be found')}</h2>
<p class="govuk-body text-column secondary">${say(
    '以下只是提示，不影响提交。',
    'These are hints; they keep nothing from being submitted.',
  )} <a class="govuk-link" href="/search-logic">${say('怎样才算同一个名称', 'When two names are the same')}</a></p>
<div class="text-column">${parts}</div></section>`
}

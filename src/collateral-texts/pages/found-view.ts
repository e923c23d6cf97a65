import { partyLines } from '../../parties/pages/party-view.ts'
import { dataTable } from '../../platform/data-table.ts'
import { hidden, hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Shell } from '../../platform/shell.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenDate, writtenMomentShort } from '../../platform/written-form.ts'
import { stateWord } from '../../registrations/pages/state-word.ts'
import { securityTypeLabel } from '../../registrations/registration-wording.ts'
import type { Followed } from '../descriptions-of.ts'
import type { Excerpt } from '../excerpt.ts'
import type { CollateralFound, CollateralHit, CollateralQuery } from '../search-collateral.ts'

type Place = { language: Language; shell: Shell }

/** What a search in texts found: how far the index has come, a page of hits, the way to the next. */
export function foundView({ hits, more, followed }: CollateralFound, query: CollateralQuery, place: Place): Html {
  const { language } = place
  const say = speaker(language)
  const older = query.before !== undefined
  const none = older
    ? say('没有更早的登记。', 'There are no older registrations.')
    : say('没有登记含有这些文字。', 'No registration holds these words.')
  const some = more
    ? say(
        `最近的 ${hits.length} 项登记，更早的在下一页：`,
        `The newest ${hits.length}; older ones are on the next page:`,
      )
    : say(`共 ${thousands(hits.length)} 项登记。`, `${thousands(hits.length)} found.`)
  return html`<p class="answer" id="found">${hits.length === 0 ? none : older ? say('更早的登记：', 'Older registrations:') : some}</p>
<p class="govuk-body secondary">${followedWords(followed, language)}</p>
${hits.length === 0 ? nothing : hitTable(hits, language)}
<nav class="pages" aria-label="${say('分页', 'Pages')}">
${older ? pageForm({ ...query, before: undefined }, place, say('最近的登记', 'Newest registrations')) : nothing}
${more ? pageForm({ ...query, before: hits.at(-1)!.sequence }, place, say('更早的登记', 'Older registrations')) : nothing}
</nav>`
}

/** Up to which filing texts are found. What is less than a moment behind is not worth a warning. */
export function followedWords({ sequence, head }: Followed, language: Language): string {
  const say = speaker(language)
  const behind = head - sequence
  const until = thousands(sequence)
  if (behind <= BEHIND_MAX_FILINGS)
    return say(`文字索引截至第 ${until} 号登记。`, `The index of texts holds filings up to ${until}.`)
  return say(
    `文字索引只到第 ${until} 号登记，其后 ${thousands(behind)} 号登记尚未编入，请稍后再查。`,
    `The index of texts holds filings up to ${until} only; ${thousands(behind)} later ones are not in it yet. Look again later.`,
  )
}

const BEHIND_MAX_FILINGS = 100

function hitTable(hits: readonly CollateralHit[], language: Language): Html {
  return dataTable(language, {
    caption: text('含有这些文字的登记，最近的在前', 'Registrations that hold these words, newest first'),
    captionHidden: true,
    rows: hits,
    columns: [
      { label: text('登记', 'Registration'), cell: (hit) => registrationCell(hit, language), heads: true },
      { label: text('担保财产', 'Collateral'), cell: ({ excerpts }) => html`${excerpts.map(excerptLine)}` },
      { label: text('担保人', 'Debtor'), cell: ({ debtors }) => partyLines(debtors, language) },
      { label: text('登记时间', 'Filed'), cell: ({ filedAt }) => inLanguage(writtenMomentShort(filedAt), language) },
      { label: text('状态', 'State'), cell: (hit) => stateCell(hit, language), kind: 'whole' },
    ],
  })
}

function registrationCell({ registrationNumber, securityType }: CollateralHit, language: Language): Html {
  const number = numberInGroups(registrationNumber, { copy: false })
  return html`<a class="govuk-link" href="/registrations/${registrationNumber}">${number}</a><br>${inLanguage(securityTypeLabel(securityType), language)}`
}

function excerptLine(excerpt: Excerpt): Html {
  const pieces = excerpt.map(({ text, found }) => (found ? html`<mark>${text}</mark>` : html`${text}`))
  return html`<p class="excerpt">${pieces}</p>`
}

function stateCell({ status, expiresOn }: CollateralHit, language: Language): Html {
  const until = writtenDate(expiresOn)
  return html`${stateWord(status, language)}<span class="line secondary small">${inLanguage(text(`到期日 ${until.zh}`, `expires ${until.en}`), language)}</span>`
}

/** The same words again from another place: sent as a form, since they stand in no address. */
function pageForm(
  query: Omit<CollateralQuery, 'before'> & { before: number | undefined },
  { language, shell }: Place,
  words: string,
): Html {
  const fields = Object.entries(query).filter(([, value]) => value !== undefined)
  return html`<form method="post" action="/collateral-search#found">${hiddenCsrf(shell)}${fields.map(([name, value]) => hidden(name, String(value)))}
${submitButton(language, text(words, words), { kind: 'secondary' })}</form>`
}

import { schemeLabel, writtenIdentifier } from '../../parties/party-wording.ts'
import { dataTable } from '../../platform/data-table.ts'
import { hidden, hiddenCsrf } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Shell } from '../../platform/shell.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { thousands, writtenMomentInBrackets } from '../../platform/written-form.ts'
import type { NearMatchAnswer, NearMatchesAnswer } from '../../search/near-match-answer.ts'

type Shown = NearMatchesAnswer & { asOf?: { sequence: number; time: string } }

/**
 * Near matches, below the certified list and a heavy line: an aid, each with its reasons and a button that searches for
 * it exactly. Nothing where the way of searching has none.
 */
export function nearMatchList(near: Shown, { shell, purpose }: { shell: Shell; purpose: string }): Html {
  if (near.nearMatchesState === 'not_asked') return nothing
  const say = speaker(shell.language)
  return html`<section class="near" aria-labelledby="near-matches">
<h2 class="govuk-heading-m" id="near-matches">${say('近似结果（不在查询证明之内）', 'Near matches (not covered by the certificate)')}</h2>
${stateNote(near, shell.language)}
${
  near.nearMatches.length > 0
    ? html`<p class="govuk-body text-column">${say(
        '下列名称或者编号与所查的近似，但不相同，不属于上面的查询结果，仅供核对有无写错。名称不同，可能是另一主体。',
        'These are near what was searched for but not the same. They are no part of the result above and only help to notice a slip. Another name may be another person.',
      )}</p>
${nearTable(near.nearMatches, shell, purpose)}`
    : nothing
}
</section>`
}

/** What the list stands for: none, not all, or not known. Never silently "none". */
function stateNote({ nearMatchesState, nearMatches, asOf }: Shown, language: Language): Html {
  const words = (zh: string, en: string) => inLanguage(text(zh, en), language)
  if (nearMatchesState === 'unavailable') {
    return html`<div class="note"><p class="govuk-body"><strong>${words(
      '现在算不出近似结果：不表示没有。请稍后重新载入本页。',
      'Near matches cannot be computed now; that does not mean that there are none. Load this page again later.',
    )}</strong></p></div>`
  }
  const moment = asOf ? writtenMomentInBrackets(asOf.time) : text('', '')
  const when = text(
    `按现在计算：截至第 ${thousands(asOf?.sequence ?? 0)} 号登记（${moment.zh}），只列有在效登记的。`,
    `Computed as of now, filing ${thousands(asOf?.sequence ?? 0)} (${moment.en}); only what has registrations in effect.`,
  )
  const behind = nearMatchesState === 'behind'
  return html`<p class="govuk-body secondary">${inLanguage(when, language)}</p>
${
  behind
    ? html`<div class="note"><p class="govuk-body"><strong>${words(
        '最近的登记还没有全部编入近似索引，可能有遗漏；查询结果不受影响。',
        'Some of the latest filings are not in the index of near matches yet, so some may be missing; the result is not affected.',
      )}</strong></p></div>`
    : nothing
}
${nearMatches.length === 0 ? html`<p class="govuk-body">${words('没有近似的在效登记。', 'Nothing in effect is near it.')}</p>` : nothing}`
}

function nearTable(matches: readonly NearMatchAnswer[], shell: Shell, purpose: string): Html {
  const { language } = shell
  return dataTable(language, {
    caption: text('近似结果，最近似的在前', 'Near matches, nearest first'),
    captionHidden: true,
    rows: matches,
    columns: [
      { label: text('登记的名称或者编号', 'Registered'), cell: (match) => nameCell(match, language), heads: true },
      {
        label: text('与所查的差别', 'How it differs'),
        cell: ({ reasons }) => html`${reasons.map(({ message }) => html`<div>${message}</div>`)}`,
      },
      { label: text('在效登记', 'In effect'), cell: (match) => countWords(match), kind: 'figure' },
      { label: text('查询', 'Search'), cell: (match) => searchButton(match, shell, purpose) },
    ],
  })
}

function nameCell({ name, value, identifier, foundAs }: NearMatchAnswer, language: Language): Html {
  const ties = (foundAs.includes('current') ? [] : foundAs).flatMap((each) =>
    Object.hasOwn(tieWords, each) ? tieWords[each as keyof typeof tieWords] : [],
  )
  const small = (words: string) => html`<div class="secondary small">${words}</div>`
  return html`${name ?? value ?? ''}${identifier ? small(`${inLanguage(schemeLabel(identifier.scheme), language)} ${inLanguage(writtenIdentifier(identifier), language)}`) : nothing}${ties.map((each) => small(inLanguage(each, language)))}`
}

/** What is not the debtor's own name of now. */
const tieWords: Readonly<Record<'former' | 'parent', Text>> = {
  former: text('担保人的曾用名', 'A former name of the debtor'),
  parent: text('作为担保人的分支机构的上级', 'The parent of a branch that is the debtor'),
}

function countWords({ inEffect, inEffectMore }: NearMatchAnswer): string {
  return `${thousands(inEffect)}${inEffectMore ? '+' : ''}`
}

/** A form, so that it works without scripts and the name stands in no address (threat 14). */
function searchButton({ by, name, value }: NearMatchAnswer, shell: Shell, purpose: string): Html {
  const say = speaker(shell.language)
  return html`<form method="post" action="/search">${hiddenCsrf(shell)}${hidden('by', by)}${hidden('purpose', purpose)}${by === 'organizationName' ? hidden('name', name ?? '') : hidden('value', value ?? '')}
<button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" data-once>${say('查询这一个', 'Search for it')}<span class="govuk-visually-hidden"> ${name ?? value ?? ''}</span></button></form>`
}

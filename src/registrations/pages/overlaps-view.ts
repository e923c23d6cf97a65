import type { Deps } from '../../deps.ts'
import { partyLines } from '../../parties/pages/party-view.ts'
import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, joined, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { Unavailable } from '../../platform/unavailable.ts'
import { numberInGroups, thousands, writtenDate } from '../../platform/written-form.ts'
import type { JudgedAnswers } from '../judge-answers.ts'
import { type ItemOverlap, type OverlappingRegistration, overlapsOfItems } from '../overlaps-of-items.ts'
import type { Collateral } from '../registration-form.ts'
import { securityTypeLabel } from '../registration-wording.ts'
import type { FilingPage } from './filing-page.ts'

/**
 * Numbers of this form that registrations in effect list already. It informs and blocks nothing: of what is wrong in
 * form nothing is told, and when the register cannot say, the form goes on without.
 */
export async function overlapsView({ pool }: Deps, page: FilingPage, judged: JudgedAnswers): Promise<Html> {
  const collateral = judged.body.collateral as Collateral | undefined
  if (!collateral || judged.refused.some(({ pointer }) => pointer?.startsWith('/collateral'))) return nothing
  const { language, person, form } = page
  try {
    const { securityType } = form
    const { overlaps, count } = await overlapsOfItems(pool, { securityType, collateral }, person.account)
    return overlaps.length > 0 ? overlapSection(overlaps, count, language) : nothing
  } catch (error) {
    if (error instanceof Unavailable) return nothing
    throw error
  }
}

function overlapSection(overlaps: ItemOverlap[], count: number, language: Language): Html {
  const say = speaker(language)
  const rows = overlaps.flatMap((overlap) => overlap.registrations.map((registration) => ({ overlap, registration })))
  const numbers = thousands(count)
  const shown = thousands(overlaps.length)
  const part = count > overlaps.length ? say(`下列前 ${shown} 个。`, ` The first ${shown} are listed.`) : ''
  return html`<section class="part" aria-labelledby="overlaps"><h2 class="govuk-heading-m" id="overlaps">${say('编号已在登记中', 'Numbers that are registered already')}</h2>
<p class="govuk-body text-column">${say(
    `这份表中有 ${numbers} 个编号已在下列在效登记中。${part}可能是同一财产已有在先的权利，也可能是贵方先前的登记或者编号相同的另一财产。请核对；不影响提交。`,
    `${numbers} ${count === 1 ? 'number' : 'numbers'} of this form ${count === 1 ? 'is' : 'are'} in these registrations in effect.${part} The asset may bear an earlier right, or it is an earlier filing of yours, or another asset with the same number. Check it; you can submit all the same.`,
  )}</p>
${dataTable(language, {
  caption: text('编号已在其中的在效登记', 'Registrations in effect that list a number'),
  captionHidden: true,
  rows,
  columns: [
    { label: text('编号', 'Number'), cell: ({ overlap }) => numberCell(overlap, language), heads: true },
    { label: text('登记', 'Registration'), cell: ({ registration }) => registrationCell(registration, language) },
    {
      label: text('担保权人', 'Secured party'),
      cell: ({ registration }) => partyLines(registration.securedParties, language),
    },
    {
      label: text('担保人', 'Debtor'),
      cell: ({ registration }) => partyLines(registration.debtors, language),
    },
    {
      label: text('登记到期日', 'Expiry date'),
      cell: ({ registration }) => inLanguage(writtenDate(registration.expiresOn), language),
    },
  ],
})}</section>`
}

function numberCell({ identifier, more }: ItemOverlap, language: Language): Html {
  const words = text('还有更多登记列有该编号', 'and more registrations list it')
  return html`${identifier}${more ? html`<br><span class="secondary small">${inLanguage(words, language)}</span>` : nothing}`
}

function registrationCell(registration: OverlappingRegistration, language: Language): Html {
  const { registrationNumber, securityType, yours } = registration
  const number = numberInGroups(registrationNumber, { copy: false })
  const lines = [
    html`<a class="govuk-link" href="/registrations/${registrationNumber}">${number}</a>`,
    html`${inLanguage(securityTypeLabel(securityType), language)}`,
    ...(yours ? [html`<strong>${inLanguage(text('贵方的登记', 'Yours'), language)}</strong>`] : []),
  ]
  return joined(lines, html`<br>`)
}

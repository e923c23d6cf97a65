import { partyLines } from '../../parties/pages/party-view.ts'
import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { groupsOfFour, numberInGroups, writtenDate, writtenMomentShort } from '../../platform/written-form.ts'
import { writtenSoonness } from '../../registrations/expiry-wording.ts'
import { stateWord } from '../../registrations/pages/state-word.ts'
import { securityTypeLabel } from '../../registrations/registration-wording.ts'
import type { ListedRegistration } from '../list-registrations.ts'

/** Registrations in lines, with how soon those that can expire do. */
export function listTable(rows: readonly ListedRegistration[], today: string, language: Language): Html {
  return dataTable(language, {
    caption: text('本账户的登记', 'Registrations of your account'),
    captionHidden: true,
    rows,
    columns: [
      { label: text('选', 'Tick'), cell: (row) => tick(row, language), kind: 'whole' },
      {
        label: text('登记证明编号', 'Registration number'),
        cell: ({ registrationNumber }) =>
          html`<a class="govuk-link" href="/registrations/${registrationNumber}">${numberInGroups(registrationNumber, { copy: false })}</a>`,
        kind: 'whole',
        heads: true,
      },
      {
        label: text('担保类型', 'Security type'),
        cell: ({ securityType }) => inLanguage(securityTypeLabel(securityType), language),
      },
      { label: text('担保人', 'Debtor'), cell: ({ debtors }) => partyLines(debtors, language) },
      { label: text('登记时间', 'Filed'), cell: ({ filedAt }) => inLanguage(writtenMomentShort(filedAt), language) },
      { label: text('到期日', 'Expires'), cell: (row) => expiryCell(row, today, language), kind: 'whole' },
      { label: text('状态', 'State'), cell: ({ status }) => stateWord(status, language), kind: 'whole' },
      { label: text('归档号', 'Your reference'), cell: ({ filerReference }) => filerReference ?? '' },
    ],
  })
}

/** Only what is in effect can be renewed or discharged. */
function tick({ registrationNumber, status }: ListedRegistration, language: Language): string | Html {
  if (status !== 'in_effect') return ''
  const label = inLanguage(text('选择登记 ', 'Choose registration '), language) + groupsOfFour(registrationNumber)
  return html`<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="chosen-${registrationNumber}" name="chosen" type="checkbox" value="${registrationNumber}"><label class="govuk-label govuk-checkboxes__label" for="chosen-${registrationNumber}"><span class="govuk-visually-hidden">${label}</span></label></div></div>`
}

function expiryCell({ expiresOn, status }: ListedRegistration, today: string, language: Language): Html {
  const soon = status === 'in_effect' || status === 'expired'
  const words = html`<br><span class="secondary small">${inLanguage(writtenSoonness(expiresOn, today), language)}</span>`
  return html`${inLanguage(writtenDate(expiresOn), language)}${soon ? words : nothing}`
}

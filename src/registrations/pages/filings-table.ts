import { dataTable } from '../../platform/data-table.ts'
import { type Html, html } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { groupsOfFour, numberInGroups, thousands, writtenMoment } from '../../platform/written-form.ts'
import type { RegistrationView } from '../read-registration.ts'
import { filingKindLabels } from '../registration-wording.ts'

type Shown = { registrationNumber: string; filings: RegistrationView['filings'] }

/** The filings of a registration in order. `past`: the reader may see how it stood right after each. */
export function filingsTable({ registrationNumber, filings }: Shown, language: Language, past: boolean): Html {
  const say = speaker(language)
  const about = (filingNumber: string) =>
    html`<span class="govuk-visually-hidden"> ${groupsOfFour(filingNumber)}</span>`
  return html`${dataTable(language, {
    caption: text('登记经过，按先后', 'Filings in order'),
    captionHidden: true,
    rows: filings,
    columns: [
      { label: text('登记', 'Filing'), cell: ({ kind }) => inLanguage(filingKindLabels[kind], language), heads: true },
      {
        label: text('编号', 'Number'),
        cell: ({ filingNumber }) => numberInGroups(filingNumber, { copy: false }),
        kind: 'whole',
      },
      { label: text('序号', 'Sequence'), cell: ({ sequence }) => thousands(sequence) },
      { label: text('时间', 'Time'), cell: ({ filedAt }) => inLanguage(writtenMoment(filedAt), language) },
      {
        label: text('证明', 'Certificate'),
        cell: ({ filingNumber }) =>
          html`<a class="govuk-link" href="/api/v1/filings/${filingNumber}/certificate">${say('登记证明（PDF）', 'Certificate (PDF)')}${about(filingNumber)}</a>`,
      },
      ...(past
        ? [
            {
              label: text('当时的状况', 'As it stood then'),
              cell: ({ sequence, filingNumber }: Shown['filings'][number]) =>
                html`<a class="govuk-link" href="/registrations/${registrationNumber}?asOfSequence=${String(sequence)}">${say('当时的状况', 'As it stood then')}${about(filingNumber)}</a>`,
            },
          ]
        : []),
    ],
  })}
<p class="govuk-body"><a class="govuk-link" href="/which-came-first?first=${registrationNumber}">${say('与另一项登记比较先后', 'Compare with another filing: which came first')}</a></p>`
}

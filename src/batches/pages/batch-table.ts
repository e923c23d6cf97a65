import { partyLines } from '../../parties/pages/party-view.ts'
import { type Column, dataTable } from '../../platform/data-table.ts'
import { type FormState, fieldId, fieldName } from '../../platform/form-controls.ts'
import { type Html, html } from '../../platform/html.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { groupsOfFour, numberInGroups, writtenDate } from '../../platform/written-form.ts'
import { batchWords } from '../batch-wording.ts'
import type { BatchPage } from './batch-page.ts'

type Line = BatchPage['lines'][number]

/** The registrations of a batch: what will happen to each or what came of it, and where its code is typed. */
export function batchTable(
  page: BatchPage,
  show: { outcome: boolean; codes?: { form: FormState; typed: (line: Line) => string } },
): Html {
  const { language, batch, lines } = page
  const { codes } = show
  const foreseen = batch.content !== null && batch.confirmedAt === null
  const columns: (Column<Line> | false)[] = [
    {
      label: text('登记证明编号', 'Registration number'),
      cell: ({ registrationNumber }) =>
        html`<a class="govuk-link" href="/registrations/${registrationNumber}">${numberInGroups(registrationNumber, { copy: false })}</a>`,
      kind: 'whole',
      heads: true,
    },
    { label: text('担保人', 'Debtor'), cell: ({ debtors }) => partyLines(debtors, language) },
    {
      label: show.outcome ? text('登记到期日', 'Expiry date') : text('现在的到期日', 'Present expiry date'),
      cell: ({ expiresOn }) => inLanguage(writtenDate(expiresOn), language),
      kind: 'whole',
    },
    !show.outcome && {
      label: foreseen ? batchWords[batch.kind].will : text('可否办理', 'Can it be done'),
      cell: (line) => foreseenCell(line, page, foreseen),
    },
    show.outcome && { label: text('结果', 'Outcome'), cell: (line) => outcomeCell(line, page) },
    codes !== undefined && {
      label: text('修改码', 'Modification code'),
      cell: (line) =>
        line.filing || 'refused' in line.foreseen ? '' : codeInput(line, codes.typed(line), codes.form.language),
    },
  ]
  return dataTable(language, {
    caption: text('本批的登记', 'Registrations of this batch'),
    captionHidden: true,
    rows: lines,
    columns: columns.filter((each) => each !== false),
  })
}

function foreseenCell({ foreseen }: Line, { language, batch }: BatchPage, known: boolean): Html {
  if ('refused' in foreseen) return notDone(inLanguage(foreseen.refused.message, language))
  if (!known) return html`${inLanguage(text('可以', 'Yes'), language)}`
  if (batch.kind === 'discharge') return html`${inLanguage(text('全部失效', 'It ends wholly'), language)}`
  return html`<strong>${inLanguage(writtenDate(foreseen.expiresOn), language)}</strong>`
}

function outcomeCell(line: Line, { language, batch }: BatchPage): Html {
  const { filing, refused, foreseen } = line
  if (filing) {
    const certificate = inLanguage(text('登记证明（PDF）', 'Certificate (PDF)'), language)
    return html`<span class="state state--in-effect">${inLanguage(batchWords[batch.kind].done, language)}</span>
<br>${inLanguage(text('编号', 'No.'), language)} ${numberInGroups(filing.filingNumber)}
<br><a class="govuk-link" href="/api/v1/filings/${filing.filingNumber}/certificate">${certificate}<span class="govuk-visually-hidden"> ${groupsOfFour(filing.filingNumber)}</span></a>`
  }
  const why = 'refused' in foreseen ? foreseen.refused : refused
  if (why) return notDone(inLanguage(why.message, language))
  return html`${inLanguage(text('未办：没有给出修改码', 'Not tried: no code was given'), language)}`
}

function notDone(words: string): Html {
  return html`<strong>${words}</strong>`
}

function codeInput(line: Line, value: string, language: Language): Html {
  const pointer = codePointer(line.registrationNumber)
  const label = inLanguage(text('修改码：', 'Modification code: '), language) + groupsOfFour(line.registrationNumber)
  return html`<label class="govuk-visually-hidden" for="${fieldId(pointer)}">${label}</label><input class="govuk-input" id="${fieldId(pointer)}" name="${fieldName(pointer)}" type="text" value="${value}" autocomplete="off" spellcheck="false" autocapitalize="off">`
}

/** Where a line's code is typed. The letter keeps a parser from taking the number for a place in a list. */
export function codePointer(registrationNumber: string): string {
  return `/codes/n${registrationNumber}`
}

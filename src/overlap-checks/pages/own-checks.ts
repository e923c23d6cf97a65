import { dataTable } from '../../platform/data-table.ts'
import { type Html, html } from '../../platform/html.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenMomentShort } from '../../platform/written-form.ts'
import { purposeLabel } from '../../search/search-wording.ts'
import type { ListedOverlapCheck } from '../load-overlap-check.ts'
import { gradeLabels } from '../overlap-wording.ts'

/** The checks that somebody made, newest first. */
export function ownChecks(rows: readonly ListedOverlapCheck[], language: Language): Html {
  return dataTable(language, {
    caption: text('您核对过的清单', 'Lists you have checked'),
    captionHidden: true,
    rows,
    columns: [
      {
        label: text('核对编号', 'Check number'),
        cell: ({ checkNumber }) =>
          html`<a class="govuk-link" href="/overlap-checks/${checkNumber}">${numberInGroups(checkNumber, { copy: false })}</a>`,
        kind: 'whole',
        heads: true,
      },
      {
        label: text('时间（北京）', 'Time (UTC+8)'),
        cell: ({ checkedAt }) => inLanguage(writtenMomentShort(checkedAt), language),
      },
      { label: text('目的', 'Purpose'), cell: ({ purpose }) => inLanguage(purposeLabel(purpose), language) },
      { label: text('行数', 'Lines'), cell: ({ counts }) => thousands(counts.lines), kind: 'figure' },
      { label: gradeLabels.exact, cell: ({ counts }) => thousands(counts.exact), kind: 'figure' },
      { label: gradeLabels.similar, cell: ({ counts }) => thousands(counts.similar), kind: 'figure' },
    ],
  })
}

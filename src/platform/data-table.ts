import { type Html, html, nothing } from './html.ts'
import { inLanguage, type Language, type Text } from './text.ts'

/** A column of a table. `figure` is set to the right in tabular figures, `whole` is never broken on a wide screen. */
export type Column<Row> = {
  label: Text
  cell: (row: Row) => string | number | Html
  kind?: 'figure' | 'whole'
  /** The cell that names its row. */
  heads?: boolean
}

/** Tables of more columns become cards on wider screens than others. */
const NARROW_MAX_COLUMNS = 6

/**
 * Rows under their headings; on a narrow screen each row is a card whose lines carry the headings. Roles are written
 * out because a table that is not laid out as one loses them in some browsers.
 */
export function dataTable<Row>(
  language: Language,
  table: { caption: Text; captionHidden?: boolean; columns: readonly Column<Row>[]; rows: readonly Row[] },
): Html {
  const { caption, captionHidden, columns, rows } = table
  const headings = columns.map(
    (column) =>
      html`<th scope="col" role="columnheader"${column.kind === 'figure' ? classOf(column) : nothing}>${inLanguage(column.label, language)}</th>`,
  )
  const lines = rows.map((row) => html`<tr role="row">${columns.map((column) => cellOf(column, row, language))}</tr>`)
  return html`<table class="facts${columns.length > NARROW_MAX_COLUMNS ? ' facts--wide' : ''}" role="table">
<caption${captionHidden ? html` class="govuk-visually-hidden"` : nothing}>${inLanguage(caption, language)}</caption>
<thead role="rowgroup"><tr role="row">${headings}</tr></thead>
<tbody role="rowgroup">${lines}</tbody>
</table>`
}

function cellOf<Row>(column: Column<Row>, row: Row, language: Language): Html {
  const label = inLanguage(column.label, language)
  const content = column.cell(row)
  // An empty cell has nothing between its tags, so that a card can leave the line out.
  return column.heads
    ? html`<th scope="row" role="rowheader" data-label="${label}"${classOf(column)}><div>${content}</div></th>`
    : html`<td role="cell" data-label="${label}"${classOf(column)}>${content === '' ? nothing : html`<div>${content}</div>`}</td>`
}

function classOf<Row>({ kind }: Column<Row>): Html {
  return kind ? html` class="${kind}"` : nothing
}

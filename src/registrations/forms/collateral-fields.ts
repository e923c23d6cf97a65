import { type Text, text } from '../../platform/text.ts'
import { type Field, paragraph, table } from './define-form.ts'

/** The general description that every form has (the Measures, art. 9). Optional here: a rule asks for it or items. */
export function description(label: Text, hint: Text = reasonablyIdentifies): Field {
  return paragraph('description', label, { hint })
}

/** The list of items that every form has: one row an item, each with a name. */
export function items(label: Text, columns: readonly Field[]): Field {
  return table('items', label, columns, { hint: oneRowAnItem })
}

const reasonablyIdentifies = text(
  '描述应能合理识别担保财产（办法第九条）；填写明细的，可不填。',
  'It must reasonably identify the collateral (art. 9 of the Measures); may be left out where items are listed.',
)

const oneRowAnItem = text(
  '每行一项，最多 5,000 项，可从电子表格粘贴。',
  'One row an item, up to 5,000; rows paste from a spreadsheet.',
)

import type { Form } from '../registrations/forms/define-form.ts'
import type { ChangingFacts } from './act-facts.ts'
import { collateralBlocks } from './certificate-collateral.ts'
import { itemList } from './certificate-item-list.ts'
import { section } from './certificate-sections.ts'
import type { Block } from './certificate-tables.ts'
import { changeLists } from './change-lists.ts'
import { changeHeading, changeStatements, changesOf } from './change-statements.ts'
import { statedRows } from './stated-rows.ts'

/** Each change of a filing as a section of its own: its kind as the heading, its items as tables. */
export function changeBlocks(facts: ChangingFacts, form: Form | undefined): Block[] {
  const columns = form?.fields.find(({ name }) => name === 'items')?.columns
  return changesOf(facts).flatMap((met, at) => {
    const heading = changeHeading(facts, at)
    const rows = statedRows(changeStatements(facts, at))
    if (met.change.type === 'add_collateral') {
      const { type: _type, ...values } = met.change
      return collateralBlocks(form, values, heading, rows)
    }
    const lists = changeLists(met).map(({ label, items }) => itemList({ label, ...(columns && { columns }) }, items))
    return [...section(heading, rows), ...lists]
  })
}

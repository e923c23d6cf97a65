import { type Text, text } from '../platform/text.ts'
import type { ChangeMet } from './change-statements.ts'

type Items = Record<string, unknown>[]

/** At most so many lists belong to a change. */
export const LISTS_MAX = 2

/**
 * The lists of items that a change names, as they stood; what was filed to name those taken out is stated beside them
 * where it says less. Pure.
 */
export function changeLists({ change, replaced }: ChangeMet): { label: Text; items: Items }[] {
  const { items = [] } = replaced
  switch (change.type) {
    case 'release_collateral': {
      const asFiled = (change.items ?? []) as Items
      const same = JSON.stringify(asFiled) === JSON.stringify(items)
      return filled([
        { label: text('解除的明细', 'Items released'), items },
        { label: text('填报的解除项目', 'Items as filed'), items: same ? [] : asFiled },
      ])
    }
    case 'transfer_asset':
      return filled([{ label: text('转让的明细', 'Items transferred'), items }])
    case 'correction':
      return filled([
        { label: text('更正前', 'Before'), items },
        { label: text('更正后', 'Now'), items: change.item ? [change.item.is as Items[number]] : [] },
      ])
    default:
      return []
  }
}

function filled<L extends { items: Items }>(lists: L[]): L[] {
  return lists.filter(({ items }) => items.length > 0)
}

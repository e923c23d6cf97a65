import { createHash } from 'node:crypto'
import { checkbox, type FormState, fieldset, textArea } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { type Language, type Text, text } from '../../platform/text.ts'
import { writtenMoney } from '../../platform/written-form.ts'
import type { Field } from '../forms/define-form.ts'
import { columnsHint } from '../pages/collateral-form.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'
import { atRow, readRows } from '../pasted-rows.ts'
import type { RegistrationState } from '../registration-state.ts'
import { readParagraph, readTyped } from '../typed-values.ts'
import type { ActPage } from './act-form.ts'
import { present, refusedAt, valueRead } from './typed-reading.ts'

type Item = Readonly<Record<string, unknown>>

/** What the choice of items is called on a page. */
export type ItemWords = { choose: Text; paste: Text }
const releaseWords: ItemWords = {
  choose: text('选择解除的明细', 'Choose the items to release'),
  paste: text('解除的明细：粘贴各行', 'Items to release: paste the rows'),
}

/** Items that are listed with a box each; longer lists are pasted. */
const LISTED_MAX = 200

/** The items that the registration holds now, over all its parts. */
export function itemsNow(state: RegistrationState): Item[] {
  return state.collateral.flatMap((part) => (part.items ?? []) as Item[])
}

/** The items to choose from, or a field to paste into where they are too many. */
export function releaseControls(
  page: ActPage,
  form: FormState,
  fields: Fields,
  table: Field,
  words: ItemWords = releaseWords,
): Html {
  const choices = choicesOf(page.state)
  if (choices.length === 0) return nothing
  const { language } = page
  if (choices.length <= LISTED_MAX) {
    return fieldset(form, {
      pointer: '/items',
      legend: words.choose,
      legendClass: 'govuk-fieldset__legend--s',
      ...(words === releaseWords && { hint: sameAre }),
      body: html`${choices.map(({ key, item, count }) => {
        const label = writtenItem(table, item, language) + (count > 1 ? ` ×${count}` : '')
        return checkbox(form, {
          pointer: `/chosen/${key}`,
          label: text(label, label),
          value: typed(fields, 'chosen', key),
        })
      })}`,
    })
  }
  return textArea(form, {
    pointer: '/items',
    label: words.paste,
    hint: html`${words === releaseWords ? speaker(language)(sameAre.zh, sameAre.en) : nothing} ${columnsHint(table, speaker(language))}`,
    optional: true,
    value: typed(fields, 'items'),
    rows: 8,
  })
}

/** What is to be released: the items chosen or pasted, and words. */
export function releaseRead(
  page: ActPage,
  fields: Fields,
  table: Field,
): { read: Record<string, unknown>; refused: Refusal[] } {
  const words = readParagraph(typed(fields, 'description'))
  const choices = choicesOf(page.state)
  const { items, refused } =
    choices.length <= LISTED_MAX
      ? {
          items: choices.filter(({ key }) => typed(fields, 'chosen', key) === 'true').map(({ item }) => item),
          refused: [],
        }
      : pastedItems(table, typed(fields, 'items'))
  // An item is matched by what it says: one that says more comes first, lest one that says less takes it out with it.
  const ordered = items.toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)
  return {
    read: present({ description: valueRead(words), items: ordered.length > 0 ? ordered : undefined }),
    refused: [
      ...refused,
      ...refusedAt(words, '/description'),
      ...(items.length === 0 && words === undefined && refused.length === 0
        ? [{ ...nothingReleased, pointer: choices.length > 0 ? '/items' : '/description' }]
        : []),
    ],
  }
}

/** Equal items are one choice: they are released together, since nothing tells them apart. */
export function choicesOf(state: RegistrationState): { key: string; item: Item; count: number }[] {
  const equal = Map.groupBy(itemsNow(state), (item) => JSON.stringify(item))
  return [...equal].map(([written, [item, ...others]]) => ({
    key: `i${createHash('sha256').update(written).digest('hex').slice(0, 20)}`,
    item: item!,
    count: others.length + 1,
  }))
}

/** Pasted rows, of which any column may be left out: a serial number alone says which item. */
function pastedItems(table: Field, pasted: string): { items: Item[]; refused: Refusal[] } {
  const columns = table.columns ?? []
  const { rows, refused } = readRows(columns, pasted)
  const told: Refusal[] = [...refused]
  const items = rows.map(({ place, cells }) =>
    present(
      Object.fromEntries(
        columns.map((column) => {
          const reading = readTyped(column, cells[column.name] ?? '')
          told.push(...refusedAt(reading, '/items').map((each) => atRow(place, each)))
          return [column.name, valueRead(reading)]
        }),
      ),
    ),
  )
  return { items, refused: told.map((each) => ({ ...each, pointer: '/items' })) }
}

/** An item on one line, by its form's columns. */
export function writtenItem(table: Field, item: Item, language: Language): string {
  const known = (table.columns ?? []).filter(({ name }) => item[name] !== undefined)
  return known
    .map((column) => {
      const value = item[column.name]
      const chosen = column.choices?.find((each) => each.value === value)
      if (chosen) return speaker(language)(chosen.label.zh, chosen.label.en)
      if (typeof value === 'object' && value !== null)
        return writtenMoney(value as { currency: string; amount: string })
      return String(value)
    })
    .join(speaker(language)('，', ', '))
}

const sameAre = text(
  '按所写的各项比对：各项都相同的明细一并解除。核对页列出实际解除的明细。',
  'Items are matched by what is said of them: those that are the same in all of it are released together. The next page lists what will be released.',
)
const nothingReleased: Refusal = {
  code: 'collateral_not_chosen',
  message: text(
    '请选择解除的明细，或者用文字说明解除的部分',
    'Choose the items to release, or say in words what is released',
  ),
}

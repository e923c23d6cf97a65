import type { Refusal } from '../platform/refusal.ts'
import { type Text, text } from '../platform/text.ts'

/** A field of a page: its pointer, and what messages call it. `chosen` fields are chosen from, not typed. */
export type PageField = { pointer: string; label: Text; chosen?: boolean }

/** Errors of one page that are told at once; the rest are counted. */
export const ERRORS_SHOWN_MAX = 20

/**
 * Brings refusals to the fields of a page: each to the field of its own pointer, else to the first field within it (an
 * amount that is missing as a whole), else to the one around it (a cell of a table), in the order of the page. What a
 * message leaves open, namely which field it is about, the label says.
 */
export function atFields(refused: readonly Refusal[], fields: readonly PageField[]): Refusal[] {
  const placed = refused.map((each) => {
    const field = fieldOf(each.pointer ?? '', fields)
    if (!field) return { at: fields.length, error: each }
    return {
      at: fields.indexOf(field),
      error: { code: each.code, pointer: field.pointer, message: naming(field, each) },
    }
  })
  const told = placed
    .sort((a, b) => a.at - b.at)
    .slice(0, ERRORS_SHOWN_MAX)
    .map(({ error }) => error)
  const rest = refused.length - told.length
  return rest > 0 ? [...told, { ...more(rest), pointer: told.at(-1)?.pointer }] : told
}

/** The field that a pointer into the body is about. */
export function fieldOf(pointer: string, fields: readonly PageField[]): PageField | undefined {
  const around = fields.filter((each) => pointer.startsWith(`${each.pointer}/`))
  return (
    fields.find((each) => each.pointer === pointer) ??
    fields.find((each) => each.pointer.startsWith(`${pointer}/`)) ??
    around.sort((a, b) => b.pointer.length - a.pointer.length)[0]
  )
}

/** The message as a sentence about its field. */
export function naming({ label, chosen }: Omit<PageField, 'pointer'>, { code, message }: Refusal): Text {
  if (code === 'field_missing' || code === 'text_too_short') {
    return text(`请${chosen ? '选择' : '填写'}${label.zh}`, `${chosen ? 'Choose' : 'Enter'}: ${label.en}`)
  }
  if (code === 'value_not_allowed') return text(`请选择${label.zh}`, `Choose: ${label.en}`)
  if (speaksForItself.test(code)) return message
  return text(`${label.zh}：${message.zh}`, `${label.en}: ${message.en}`)
}

const speaksForItself =
  /^(identifier|name|column|quotation|too_many_rows|too_many_cells|collateral|ceiling|change_empty|correction|division|parent|party|delivery|currency_unknown)/

function more(count: number): Refusal {
  return {
    code: 'more_errors',
    message: text(`另有 ${count} 处，更正以上各处后显示`, `${count} more, shown when these are put right`),
  }
}

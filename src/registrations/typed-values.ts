import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import type { Field } from './forms/define-form.ts'

/**
 * What a person typed into one field, read as the form means it. Only what can be read in one way is read: full-width
 * digits, thousands separators in groups of three and dates with the year first are; `20,5` and `3/4/2026` are not, and
 * the person is asked. `undefined`: nothing was typed.
 */
export type Reading = { value: unknown } | { refused: Refusal } | undefined

/** Reads what was typed into a field of a form, tables and amounts with a currency apart. */
export function readTyped(field: Pick<Field, 'input' | 'choices' | 'name'>, typed: string): Reading {
  switch (field.input) {
    case 'paragraph':
      return readParagraph(typed)
    case 'choice':
      return readChoice(field.choices ?? [], typed)
    case 'yes_no':
      return readYesNo(typed)
    case 'date':
      return readDate(typed)
    case 'decimal':
      return readAmount(typed)
    case 'number':
      return readNumber(typed)
    default:
      return field.name === 'currency' ? readCurrency(typed) : readLine(typed)
  }
}

/** One line: ends trimmed, line ends and tabs inside (cells of spreadsheets have them) become one blank. */
export function readLine(typed: string): Reading {
  return readText(typed.replace(/\s*[\r\n\t]+\s*/g, ' ').trim())
}

/** Several lines: ends trimmed, line ends as one character. */
export function readParagraph(typed: string): Reading {
  return readText(typed.replace(/\r\n?/g, '\n').trim())
}

/** An amount as a decimal string: `1,234,567.5` becomes `1234567.5`. At most two decimals, no sign, no unit. */
export function readAmount(typed: string): Reading {
  const compact = compacted(typed).replace(/^[¥$€£]\s*/, '')
  if (compact === '') return undefined
  const plain = withoutSeparators(compact)
  if (plain === undefined || !/^\d{1,16}(\.\d{1,2})?$/.test(plain)) return { refused: amountNotRead }
  return { value: plain }
}

/** A quantity: as many digits as a number can hold exactly, at most six after the point. */
export function readNumber(typed: string): Reading {
  const compact = compacted(typed)
  if (compact === '') return undefined
  const plain = withoutSeparators(compact)
  if (plain === undefined || !/^\d+(\.\d{1,6})?$/.test(plain)) return { refused: numberNotRead }
  const digits = plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain
  return String(Number(digits)) === digits ? { value: Number(digits) } : { refused: numberTooLong }
}

/** A whole number, for months. */
export function readWholeNumber(typed: string): Reading {
  const compact = compacted(typed)
  if (compact === '') return undefined
  return /^\d{1,6}$/.test(compact) ? { value: Number(compact) } : { refused: wholeNumberNotRead }
}

/** A date with its year first, as `2026-11-22`, `2026/11/22`, `2026.1.5`, `2026年11月22日` or `20261122`. */
export function readDate(typed: string): Reading {
  const compact = compacted(typed).replace(/\s/g, '')
  if (compact === '') return undefined
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(compact) ??
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})日?$/.exec(compact) ??
    /^(\d{4})()(\d\d)(\d\d)$/.exec(compact)
  if (!match) return { refused: dateNotRead }
  const [, year, , month, day] = match as unknown as [string, string, string, string, string]
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isRealDate(date) ? { value: date } : { refused: dateNotReal }
}

/** A currency's code, in capitals. Whether ISO 4217 knows it is the form's rule. */
export function readCurrency(typed: string): Reading {
  const compact = compacted(typed).toUpperCase()
  return compact === '' ? undefined : { value: compact }
}

/** A choice by its value, or by its label in either language as a spreadsheet has it. */
export function readChoice(choices: NonNullable<Field['choices']>, typed: string): Reading {
  const given = typed.trim()
  if (given === '') return undefined
  const wanted = given.normalize('NFKC').toLowerCase()
  const found = choices.find(({ value, label }) =>
    [value, label.zh, label.en].some((each) => each.normalize('NFKC').toLowerCase() === wanted),
  )
  return { value: found?.value ?? given }
}

function readYesNo(typed: string): Reading {
  if (typed === '') return undefined
  return { value: typed === 'yes' ? true : typed === 'no' ? false : typed }
}

function readText(trimmed: string): Reading {
  if (trimmed === '') return undefined
  // What could not be decoded was replaced by U+FFFD: nobody means to file that.
  return trimmed.includes('\ufffd') || !trimmed.isWellFormed() ? { refused: characterDamaged } : { value: trimmed }
}

/** Full-width forms as ASCII, invisible format characters (as calculators and chats paste them) taken out. */
function compacted(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
}

/** Digits without separators in groups of three; undefined when the separators stand otherwise. Leading zeros go. */
function withoutSeparators(typed: string): string | undefined {
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(typed) || /^\d{1,3}(?: \d{3})+(?:\.\d+)?$/.test(typed)
  const plain = grouped ? typed.replace(/[, ]/g, '') : typed
  return /^\d+(\.\d+)?$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : undefined
}

function isRealDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

const amountNotRead: Refusal = {
  code: 'amount_not_read',
  message: text(
    '请以元为单位写成数字，例如 1234567.00 或 1,234,567.00，小数点用“.”，最多两位小数',
    'write it in digits, such as 1234567.00 or 1,234,567.00, with “.” before at most two decimals',
  ),
}
const numberNotRead: Refusal = {
  code: 'number_not_read',
  message: text(
    '请填写数字，例如 12 或 1,250.5，不带单位，最多六位小数',
    'write a number such as 12 or 1,250.5, without a unit and with at most six decimals',
  ),
}
const numberTooLong: Refusal = {
  code: 'number_too_long',
  message: text('数字位数过多，最多 15 位有效数字', 'it has too many digits; at most 15 can be kept exactly'),
}
const wholeNumberNotRead: Refusal = {
  code: 'number_not_whole',
  message: text('请填写整数，例如 36', 'write a whole number, such as 36'),
}
const dateNotRead: Refusal = {
  code: 'date_not_read',
  message: text('请按年、月、日填写，例如 2026-11-22', 'write the date year first, such as 2026-11-22'),
}
const dateNotReal: Refusal = {
  code: 'date_not_real',
  message: text('没有这一天，请核对日期', 'there is no such day; check the date'),
}
const characterDamaged: Refusal = {
  code: 'character_damaged',
  message: text(
    '含有损坏的字符（�），请重新输入；上传的文件请另存为 UTF-8 或 GB18030 编码',
    'it holds a damaged character (�); type it again, or save an uploaded file as UTF-8 or GB18030',
  ),
}

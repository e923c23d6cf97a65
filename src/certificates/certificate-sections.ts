import { type Text, text } from '../platform/text.ts'
import { both, paragraphs } from './certificate-styles.ts'
import { type Block, type FactRow, factTable } from './certificate-tables.ts'
import type { Piece } from './certificate-typesetting.ts'
import { calendarDay } from './certificate-wording.ts'

/** What the certificates of all kinds of filings have in common. */

/**
 * The last section: what was declared, if that was asked, and what the register examined: form only, unless told.
 */
export function examination(declaration: { label?: Text; words: Text } | undefined, examined = EXAMINATION): Block {
  const declared = text('填表人的声明', 'The filer’s declaration')
  return factTable(text('声明与审查', 'Declaration and examination'), [
    ...when(declaration, ({ label = declared, words }) => ({ label, value: paragraphs(words) })),
    row('登记机构的审查', 'The register’s examination', paragraphs(examined)),
  ])
}

/** The last day in effect, and until when on it. */
export function expiry(date: string): Text {
  const day = calendarDay(date)
  return text(`${day.zh}（至当日 24:00，北京时间）`, `${day.en}, until 24:00 (UTC+8)`)
}

export function yesOrNo(value: unknown): Piece[] {
  return both(value === true ? text('是', 'Yes') : text('否', 'No'))
}

const EXAMINATION = text(
  '登记机构只作形式审查，不对登记内容作实质审查（动产和权利担保统一登记办法第四条）。本证明不证明所登记的权利存在、有效或者内容真实。',
  'The register examines form only, not substance (Measures for the Uniform Registration of Security in Movable ' +
    'Property and Rights, art. 4). This certificate does not prove that the right exists, is valid, or is truly ' +
    'described.',
)

/** A section, unless it has nothing to say. */
export function section(heading: Text, rows: readonly FactRow[]): Block[] {
  return rows.length > 0 ? [factTable(heading, rows)] : []
}

export function row(zh: string, en: string, value: readonly Piece[]): FactRow {
  return { label: text(zh, en), value }
}

/** One thing made of a value that is there, or nothing. */
export function when<T, R>(value: T | undefined, make: (value: T) => R): R[] {
  return value === undefined || value === null ? [] : [make(value)]
}

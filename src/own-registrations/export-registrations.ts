import type { Pool } from 'pg'
import { writtenIdentifier } from '../parties/party-wording.ts'
import { BYTE_ORDER_MARK, csvRows, numberAsText } from '../platform/csv.ts'
import { inLanguage, type Language, type Text, text } from '../platform/text.ts'
import { beijingMoment } from '../platform/written-form.ts'
import { securityTypeLabel, statusLabels } from '../registrations/registration-wording.ts'
import type { ListFilter } from './list-filter.ts'
import { type ListedRegistration, listRegistrations } from './list-registrations.ts'

const ROWS_A_PART = 1_000

/**
 * The whole filtered list as CSV, part by part: what is not sent yet is not read yet. What is filed meanwhile is not
 * in it; what is filed on a registration of it may be.
 */
export async function* exportRegistrations(
  pool: Pick<Pool, 'query'>,
  account: number,
  filter: ListFilter,
  language: Language,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRows([columns.map(({ label }) => inLanguage(label, language))])
  let before: number | undefined
  for (;;) {
    const page = { limit: ROWS_A_PART, ...(before !== undefined && { before }) }
    const rows = await listRegistrations(pool, account, filter, page)
    if (rows.length > 0) yield csvRows(rows.map((row) => columns.map(({ cell }) => cell(row, language))))
    if (rows.length < ROWS_A_PART) return
    before = rows.at(-1)!.sequence
  }
}

type Column = { label: Text; cell(row: ListedRegistration, language: Language): string }

const columns: readonly Column[] = [
  {
    label: text('登记证明编号', 'Registration number'),
    cell: ({ registrationNumber }) => numberAsText(registrationNumber),
  },
  {
    label: text('担保类型', 'Security type'),
    cell: ({ securityType }, language) => inLanguage(securityTypeLabel(securityType), language),
  },
  { label: text('担保人', 'Debtors'), cell: ({ debtors }) => debtors.map(({ name }) => name).join('；') },
  {
    label: text('担保人代码或者证件号码', 'Numbers of the debtors'),
    cell: ({ debtors }, language) =>
      debtors.map(({ identifier }) => numberAsText(inLanguage(writtenIdentifier(identifier), language))).join('；'),
  },
  { label: text('担保财产', 'Collateral'), cell: ({ collateralSummary }) => collateralSummary },
  { label: text('登记时间（北京时间）', 'Filed (UTC+8)'), cell: ({ filedAt }) => beijingMoment(filedAt) },
  { label: text('登记到期日', 'Expiry date'), cell: ({ expiresOn }) => expiresOn },
  { label: text('状态', 'State'), cell: ({ status }, language) => inLanguage(statusLabels[status], language) },
  {
    label: text('填表人归档号', 'Filer’s reference'),
    cell: ({ filerReference }) => numberAsText(filerReference ?? ''),
  },
]

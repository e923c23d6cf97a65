import { csvFile, numberAsText } from '../platform/csv.ts'
import { inLanguage, type Language, text } from '../platform/text.ts'
import { beijingMoment } from '../platform/written-form.ts'
import type { Batch, BatchLine } from './batch-store.ts'
import { batchWords } from './batch-wording.ts'
import type { Foreseen } from './foresee-line.ts'

/** What came of each line of a batch, for a spreadsheet. */
export function batchCsv(
  batch: Batch,
  lines: readonly (BatchLine & { foreseen: Foreseen })[],
  language: Language,
): string {
  const headings = [
    text('登记证明编号', 'Registration number'),
    text('担保人', 'Debtors'),
    text('结果', 'Outcome'),
    text('本次登记编号', 'Filing number'),
    text('登记时间（北京时间）', 'Filed (UTC+8)'),
    text('登记到期日', 'Expiry date'),
  ]
  const rows = lines.map((line) => [
    numberAsText(line.registrationNumber),
    line.debtors.map(({ name }) => name).join('；'),
    inLanguage(outcomeOf(batch, line), language),
    numberAsText(line.filing?.filingNumber ?? ''),
    line.filing ? beijingMoment(line.filing.filedAt) : '',
    line.expiresOn,
  ])
  return csvFile([headings.map((each) => inLanguage(each, language)), ...rows])
}

function outcomeOf(batch: Batch, { filing, refused, foreseen }: BatchLine & { foreseen: Foreseen }) {
  if (filing) return batchWords[batch.kind].done
  if ('refused' in foreseen) return foreseen.refused.message
  return refused?.message ?? text('未办', 'Not tried')
}

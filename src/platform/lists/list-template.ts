import { csvFile } from '../csv.ts'
import { inLanguage, type Language } from '../text.ts'
import type { ListColumn } from './list.ts'

/** A CSV file to fill in: the names of the columns in the reader's language, and two rows as examples. */
export function listTemplate(columns: readonly ListColumn[], language: Language): string {
  return csvFile([
    columns.map(({ label }) => inLanguage(label, language)),
    ...[0, 1].map((at) => columns.map(({ examples }) => examples[at] ?? '')),
  ])
}

import type { DerivedRows, EndedRows } from './act.ts'

/** What a group writes besides its filings: rows that begin, and rows of earlier groups that end. */
export type GroupRows = Omit<DerivedRows, 'ended'> & { ended: Required<EndedRows> }

type Until = { from_sequence: number; until_sequence?: number }

/**
 * Joins the rows of a group's acts in their order. A row that one act begins and a later one ends is written with both
 * ends at once: one statement cannot update what it inserts. Pure.
 */
export function joinRows(outcomes: readonly Partial<DerivedRows>[]): GroupRows {
  const rows: GroupRows = {
    registrations: [],
    debtorKeys: [],
    assetKeys: [],
    objections: [],
    modificationCodes: [],
    importedLines: [],
    filingAttachments: [],
    ended: { registrations: [], debtorKeys: [], assetKeys: [], objections: [], modificationCodes: [] },
  }
  for (const outcome of outcomes) {
    for (const table of tables) {
      for (const end of outcome.ended?.[table] ?? []) endRow(rows, table, end)
      rows[table].push(...((outcome[table] ?? []) as never[]))
    }
    rows.importedLines.push(...(outcome.importedLines ?? []))
    rows.filingAttachments.push(...(outcome.filingAttachments ?? []))
  }
  return rows
}

const tables = ['registrations', 'debtorKeys', 'assetKeys', 'objections', 'modificationCodes'] as const
type Table = (typeof tables)[number]
type End = { registration: number; sequence: number; [more: string]: unknown }

function endRow(rows: GroupRows, table: Table, end: End): void {
  const { sequence, ...identity } = end
  const fields = Object.entries(identity)
  const begun = (rows[table] as (Until & Record<string, unknown>)[]).find(
    (row) => row.until_sequence === undefined && fields.every(([name, value]) => row[name] === value),
  )
  if (begun) begun.until_sequence = sequence
  else (rows.ended[table] as End[]).push(end)
}

import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { type SearchLogic, searchLogics } from '../search/search-logics.ts'
import { type FilingRow, loadFilingRows, rowsOfFilings } from './rows-of-filings.ts'

/** A row that is not as the filings say. `expected` or `found` is missing where one side has no such row. */
export type Difference = { table: string; registration: number; expected?: string; found?: string }

export type RebuildCounts = { filings: number; registrations: number; differences: number }

type Client = Pick<Pool, 'query'>
const BATCH = 500

/**
 * Folds every registration from its filings alone and compares what is derived with what stands in the tables. Filings
 * are checked too: dense, rising in time, each content under its commitment, and none missing but what was destroyed by
 * a logged act.
 * @param report called for each difference @param progress called with the share done, 0 to 1
 */
export async function checkDerived(
  client: Client,
  report: (difference: Difference) => void,
  progress: (share: number) => void = () => {},
  known: readonly SearchLogic[] = searchLogics,
): Promise<RebuildCounts> {
  const counts: RebuildCounts = { filings: 0, registrations: 0, differences: 0 }
  const tell = (difference: Difference) => {
    counts.differences += 1
    report(difference)
  }
  const { rows: head } = await client.query('select last_sequence from register_head')
  const last: number = head[0].last_sequence
  await checkOrder(client, last, tell)
  const begun = await loadBegunLogics(client, known)
  const logics = begun.map(({ logic }) => logic)
  let after = 0
  for (;;) {
    const initial = await client.query(
      `select sequence from filings where kind = 'initial' and sequence > $1 and sequence <= $2 order by sequence limit $3`,
      [after, last, BATCH],
    )
    const registrations: number[] = initial.rows.map((row) => row.sequence)
    if (registrations.length === 0) return counts
    const filings = await loadFilingRows(client, registrations, last)
    const incomplete = await checkDestroyed(client, filings, registrations, tell)
    const whole = registrations.filter((each) => !incomplete.has(each))
    const standing = filings.filter((each) => each.content !== null && !incomplete.has(each.registration))
    const expected = expectedRows(standing, logics, tell)
    for (const table of tables) await compare(client, table, whole, expected, tellUnlessDue(begun, tell))
    counts.filings += filings.length
    counts.registrations += registrations.length
    after = registrations.at(-1)!
    progress(after / last)
  }
}

type BegunLogic = { logic: SearchLogic; due: { after: number; upTo: number } | undefined }

/** The versions whose keys must be there; of one being built also of which registrations they may still be missing. */
async function loadBegunLogics(client: Client, known: readonly SearchLogic[]): Promise<BegunLogic[]> {
  const { rows } = await client.query(
    `select version, keyed_sequence, begun_sequence, completed_at from search_logics order by version::integer`,
  )
  return rows.map(({ version, keyed_sequence, begun_sequence, completed_at }) => {
    const logic = known.find((each) => each.version === version)
    if (!logic) throw new Error(`search logic ${version} is not known to this program: it is older than the register`)
    return { logic, due: completed_at === null ? { after: keyed_sequence, upTo: begun_sequence } : undefined }
  })
}

/** A key that a version being built has yet to write is no difference; one that is there and should not be is one. */
function tellUnlessDue(begun: readonly BegunLogic[], tell: (difference: Difference) => void) {
  return (difference: Difference) => {
    const { table, registration, expected } = difference
    const version = table === 'debtor_keys' && expected !== undefined ? JSON.parse(expected)[LOGIC_AT] : null
    const due = begun.find(({ logic }) => logic.version === version)?.due
    if (!due || registration <= due.after || registration > due.upTo) tell(difference)
  }
}

/** Where the version stands in the text of a row of debtor_keys. */
const LOGIC_AT = 5

/**
 * Content is there if and only if it was not destroyed; then nothing that was derived from it may be left either.
 * @returns registrations of which a content is there or missing against the log: they cannot be folded
 */
async function checkDestroyed(
  client: Client,
  filings: readonly FilingRow[],
  registrations: readonly number[],
  tell: (difference: Difference) => void,
): Promise<Set<number>> {
  const { rows } = await client.query('select registration from destructions where registration = any($1)', [
    registrations,
  ])
  const destroyed = new Set<number>(rows.map((row) => row.registration))
  const wrong = filings.filter((each) => (each.content === null) !== destroyed.has(each.registration))
  for (const { registration, sequence, content } of wrong) {
    const said = content === null ? { expected: `${sequence} its content` } : { found: `${sequence} still there` }
    tell({ table: 'filing_contents', registration, ...said })
  }
  const left = await client.query(
    `select f.registration, f.sequence from filings f join certificates c on c.number = f.filing_number
     where f.registration = any($1)`,
    [[...destroyed]],
  )
  for (const { registration, sequence } of left.rows)
    tell({ table: 'certificates', registration, found: `${sequence} still there` })
  return new Set(wrong.map(({ registration }) => registration))
}

/** What the filings of some registrations derive to, each row with both its ends. */
function expectedRows(
  filings: readonly FilingRow[],
  logics: readonly SearchLogic[],
  tell: (difference: Difference) => void,
): Map<string, Set<string>> {
  const rows = new Map<string, Set<string>>(tables.map(({ name }) => [name, new Set<string>()]))
  for (const [registration, own] of Map.groupBy(filings, (each) => each.registration)) {
    for (const row of own) checkCommitment(row, tell)
    const joined = rowsOfFilings(own, logics)
    for (const table of tables) {
      for (const row of joined[table.rows]) rows.get(table.name)!.add(`${registration}\n${table.text(row as never)}`)
    }
  }
  return rows
}

async function compare(
  client: Client,
  table: (typeof tables)[number],
  registrations: readonly number[],
  expected: Map<string, Set<string>>,
  tell: (difference: Difference) => void,
): Promise<void> {
  const { rows } = await client.query(table.select, [registrations])
  const missing = new Set(expected.get(table.name))
  for (const row of rows) {
    const text = `${row.registration}\n${table.text(row as never)}`
    if (!missing.delete(text))
      tell({ table: table.name, registration: row.registration, found: table.text(row as never) })
  }
  for (const text of missing) {
    const [registration = '', ...rest] = text.split('\n')
    tell({ table: table.name, registration: Number(registration), expected: rest.join('\n') })
  }
}

const line = (...values: unknown[]) => JSON.stringify(values.map((value) => value ?? null))

type Row = Record<string, unknown>

/** The derived tables: how a row is read, and the one text by which rows are compared. */
const tables = [
  {
    name: 'registrations',
    rows: 'registrations',
    select: 'select * from registrations where registration = any($1)',
    text: (row: Row) =>
      line(
        row.from_sequence,
        row.until_sequence,
        row.registration_number,
        row.security_type,
        row.filed_at,
        row.expires_on,
        row.ended,
        row.account,
        row.filer_reference,
        sorted(row.secured_parties),
        sorted(row.debtors),
        row.collateral_summary,
        row.open_objections,
      ),
  },
  {
    name: 'debtor_keys',
    rows: 'debtorKeys',
    select: `select registration, from_sequence, until_sequence, encode(key_digest, 'hex') as key_digest, key, kind, logic,
      debtor, matched_as from debtor_keys where registration = any($1)`,
    text: (row: Row) =>
      line(
        row.from_sequence,
        row.until_sequence,
        row.key_digest,
        row.key,
        row.kind,
        row.logic,
        row.debtor,
        row.matched_as,
      ),
  },
  {
    name: 'filing_attachments',
    rows: 'filingAttachments',
    select: `select registration, sequence, place, encode(sha256, 'hex') as sha256, name
      from filing_attachments where registration = any($1)`,
    text: (row: Row) => line(row.sequence, row.place, row.sha256, row.name),
  },
  {
    name: 'asset_keys',
    rows: 'assetKeys',
    select: `select registration, from_sequence, until_sequence, encode(key_digest, 'hex') as key_digest, key, kind
      from asset_keys where registration = any($1)`,
    text: (row: Row) => line(row.from_sequence, row.until_sequence, row.key_digest, row.key, row.kind),
  },
  {
    name: 'objections',
    rows: 'objections',
    select: 'select * from objections where registration = any($1)',
    text: (row: Row) =>
      line(
        row.from_sequence,
        row.until_sequence,
        row.objection,
        row.filing_number,
        row.account,
        row.filed_at,
        row.status,
      ),
  },
] as const

/** jsonb keeps no order of names: both sides are written in one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  )
}

function checkCommitment(row: FilingRow, tell: (difference: Difference) => void): void {
  const real = createHash('sha256').update(row.salt).update(row.content).digest('hex')
  const stated = row.commitment.toString('hex')
  if (real !== stated) {
    tell({
      table: 'filing_contents',
      registration: row.registration,
      expected: `${row.sequence} ${stated}`,
      found: `${row.sequence} ${real}`,
    })
  }
}

async function checkOrder(client: Client, last: number, tell: (difference: Difference) => void): Promise<void> {
  const { rows } = await client.query(
    `select sequence, place, earlier from (
       select sequence, row_number() over (order by sequence) as place,
         lag(filed_at) over (order by sequence) >= filed_at as earlier
       from filings where sequence <= $1) f
     where sequence <> place or earlier order by sequence limit 20`,
    [last],
  )
  for (const row of rows) {
    const found = row.earlier ? 'its time is not later than the one before' : `stands at place ${row.place}`
    tell({ table: 'filings', registration: row.sequence, found })
  }
  const { rows: count } = await client.query('select count(*) as n from filings where sequence <= $1', [last])
  if (count[0].n !== last)
    tell({ table: 'register_head', registration: last, expected: `${last} filings`, found: `${count[0].n} filings` })
}

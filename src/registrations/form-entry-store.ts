import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { blankAnswers } from './pages/typed-fields.ts'
import type { TypedAnswers } from './typed-answers.ts'

/** What a person has typed so far on the pages of one form. It is its owner's own: nobody else's query finds it. */
export type FormEntry = {
  id: string
  securityType: string
  answers: TypedAnswers
  /** Set once it was filed; from then on the answers stay as they are, and some days later they are forgotten. */
  registrationNumber: string | undefined
}

/** An unfinished entry in a list. Times are RFC 3339 UTC. */
export type FormEntrySummary = { id: string; securityType: string; debtors: string[]; updatedAt: string }

/** Forms and acts together that one person may leave unfinished; who reaches it is asked to delete some. */
export const UNFINISHED_MAX = 200
export const RESUMABLE_MAX = 10

type Queryable = Pick<Pool, 'query'>

/** The stored form of an entry: what was typed, and the filings that were tried with it. */
type Stored = TypedAnswers & { filingIds?: string[] }

export const tooManyUnfinished: Refusal = {
  code: 'too_many_unfinished',
  message: text(
    `未办完的登记和草稿已有 ${UNFINISHED_MAX} 份，请先在“草稿”中办完或删除一些`,
    `There are ${UNFINISHED_MAX} unfinished forms and drafts; finish or delete some under “Drafts” first`,
  ),
}

/** SQL of how much a person has left unfinished: forms and drafts of acts. @param owner the placeholder, `$2` */
export function unfinishedCount(owner: string): string {
  return `((select count(*) from form_entries where owner = ${owner} and registration_number is null)
    + (select count(*) from act_drafts where owner = ${owner}))`
}

/** Starts an entry. @returns its id, or undefined when the owner has too many unfinished ones */
export async function createEntry(
  pool: Queryable,
  owner: number,
  securityType: string,
  answers: TypedAnswers,
): Promise<string | undefined> {
  const { rows } = await pool.query(
    `insert into form_entries (form_entry, owner, security_type, answers)
     select $1, $2, $3, $4 where ${unfinishedCount('$2')} < $5
     returning form_entry`,
    [randomUUID(), owner, securityType, JSON.stringify(answers), UNFINISHED_MAX],
  )
  return rows[0]?.form_entry
}

/**
 * Reads an entry of this owner. One that was filed by a process that ended before it could say so here is found by its
 * filing, and says so from now on.
 */
export async function loadEntry(pool: Queryable, owner: number, id: string): Promise<FormEntry | undefined> {
  if (!isEntryId(id)) return undefined
  const { rows } = await pool.query(
    `select form_entry, security_type, answers, coalesce(registration_number, (select f.filing_number from filings f
       where f.filing_id in (select value::uuid from jsonb_array_elements_text(coalesce(e.answers -> 'filingIds', '[]'))))
     ) as registration_number
     from form_entries e where form_entry = $1 and owner = $2`,
    [id, owner],
  )
  return rows[0] && entryOf(rows[0])
}

/** The newest unfinished entries of a person. */
export async function listUnfinished(pool: Queryable, owner: number): Promise<FormEntrySummary[]> {
  const { rows } = await pool.query(
    `select form_entry as id, security_type as "securityType", updated_at as "updatedAt",
       array(select coalesce(nullif(d ->> 'name', ''), d -> 'owner' ->> 'name')
         from jsonb_array_elements(answers -> 'debtors') d) as debtors
     from form_entries where owner = $1 and registration_number is null order by updated_at desc limit $2`,
    [owner, RESUMABLE_MAX],
  )
  return rows.map((row) => ({ ...row, debtors: row.debtors.filter((name: string | null) => name) }))
}

/**
 * Changes what was typed, one change at a time: two tabs of the same entry lose nothing to each other.
 * @returns the entry as it is now; one that was filed is returned unchanged; undefined when it is not this owner's
 */
export async function changeAnswers(
  pool: Pool,
  owner: number,
  id: string,
  change: (answers: TypedAnswers) => TypedAnswers,
): Promise<FormEntry | undefined> {
  if (!isEntryId(id)) return undefined
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select from form_entries where form_entry = $1 and owner = $2 for update', [id, owner])
    const entry = await loadEntry(client, owner, id)
    if (!entry || entry.registrationNumber) {
      await client.query('rollback')
      return entry
    }
    const answers = change(entry.answers)
    await client.query(
      'update form_entries set answers = answers || $2, updated_at = clock_timestamp() where form_entry = $1',
      [id, JSON.stringify(answers)],
    )
    await client.query('commit')
    return { ...entry, answers }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/**
 * Notes that this filing is about to be tried, before it is: by it the entry is known as filed even when this process
 * ends at once, and long after the stored answer has gone.
 */
export async function noteFiling(pool: Queryable, id: string, filingId: string): Promise<void> {
  await pool.query(
    `update form_entries
     set answers = jsonb_set(answers, '{filingIds}', coalesce(answers -> 'filingIds', '[]') || to_jsonb($2::text)),
       updated_at = clock_timestamp()
     where form_entry = $1 and registration_number is null`,
    [id, filingId],
  )
}

/** Closes an entry with the number that it was registered under. */
export async function finishEntry(pool: Queryable, id: string, registrationNumber: string): Promise<void> {
  await pool.query(
    `update form_entries set registration_number = $2, updated_at = clock_timestamp()
     where form_entry = $1 and registration_number is null`,
    [id, registrationNumber],
  )
}

/** Deletes an unfinished entry. One that was filed stays. */
export async function deleteEntry(pool: Queryable, owner: number, id: string): Promise<void> {
  const entry = await loadEntry(pool, owner, id)
  if (!entry || entry.registrationNumber) return
  await pool.query('delete from form_entries where form_entry = $1 and owner = $2 and registration_number is null', [
    id,
    owner,
  ])
}

function isEntryId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
}

function entryOf(row: {
  form_entry: string
  security_type: string
  answers: Stored
  registration_number: string | null
}): FormEntry {
  const { filingIds: _filingIds, ...answers } = row.answers
  return {
    id: row.form_entry,
    securityType: row.security_type,
    answers: { ...blankAnswers(), ...answers },
    registrationNumber: row.registration_number ?? undefined,
  }
}

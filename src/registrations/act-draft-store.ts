import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Text } from '../platform/text.ts'
import { UNFINISHED_MAX, unfinishedCount } from './form-entry-store.ts'

/** Whose draft of which act: a person has one for each act on a registration. `act` is the path of the act's page. */
export type ActDraftKey = { owner: number; registrationNumber: string; act: string }

/** What a person typed into the pages of an act and saved for later. Times are RFC 3339 UTC. */
export type ActDraft = {
  id: string
  fields: Record<string, unknown>
  /** Which saving this was, from 1. */
  revision: number
  updatedAt: string
}

type Queryable = Pick<Pool, 'query'>

/** Filings that a draft remembers to have been tried; the last one is what counts after a crash. */
const TRIED_MAX = 50

/**
 * Saves a draft. A page that did not see the last saving overwrites nothing, unless it saves the same again.
 * @param draft `revision` is the one that the page was made from, 0 for none; `fields` never hold a modification code
 * @returns its id; or what stands there now; or that the person has too many unfinished things
 */
export async function saveActDraft(
  pool: Queryable,
  { owner, registrationNumber, act }: ActDraftKey,
  draft: { securityType: string; title: Text; fields: Record<string, unknown>; actId: string; revision: number },
): Promise<{ saved: string } | { savedElsewhere: ActDraft } | { tooMany: true }> {
  // One that was filed makes room.
  const before = await loadActDraft(pool, { owner, registrationNumber, act })
  const { rows } = await pool.query(
    `insert into act_drafts (draft, owner, registration_number, act, title, fields, act_id, security_type)
     select $1, $2, $3, $4, $5, $6, $7, $10 where $9 or ${unfinishedCount('$2')} < ${UNFINISHED_MAX}
     on conflict (owner, registration_number, act) do update
     set title = excluded.title, fields = excluded.fields, act_id = excluded.act_id,
       revision = act_drafts.revision + 1, updated_at = clock_timestamp(),
       filing_ids = case when act_drafts.act_id = excluded.act_id then act_drafts.filing_ids else '{}' end
     where act_drafts.revision = $8 or act_drafts.fields::text = excluded.fields::text
     returning draft`,
    [
      randomUUID(),
      owner,
      registrationNumber,
      act,
      JSON.stringify(draft.title),
      JSON.stringify(draft.fields),
      draft.actId,
      draft.revision,
      before !== undefined,
      draft.securityType,
    ],
  )
  if (rows[0]) return { saved: rows[0].draft }
  const now = await loadActDraft(pool, { owner, registrationNumber, act })
  return now ? { savedElsewhere: now } : { tooMany: true }
}

/** Reads a draft. One that was filed by a process that ended before it could delete it is deleted now. */
export async function loadActDraft(pool: Queryable, key: ActDraftKey): Promise<ActDraft | undefined> {
  const { rows } = await pool.query(
    `select draft as id, fields, revision, updated_at as "updatedAt",
       exists (select from filings where filing_id = any(filing_ids)) as filed
     from act_drafts where owner = $1 and registration_number = $2 and act = $3`,
    [key.owner, key.registrationNumber, key.act],
  )
  if (!rows[0]) return undefined
  const { filed, ...draft } = rows[0]
  if (!filed) return draft
  await deleteActDraft(pool, key.owner, draft.id)
  return undefined
}

/** What a person has saved for later on a registration, the last first. */
export async function listActDraftsOn(
  pool: Queryable,
  owner: number,
  registrationNumber: string,
): Promise<{ act: string; title: Text; updatedAt: string }[]> {
  const { rows } = await pool.query(
    `select act, title, updated_at as "updatedAt" from act_drafts where owner = $1 and registration_number = $2
       and not exists (select from filings where filing_id = any(filing_ids)) order by updated_at desc`,
    [owner, registrationNumber],
  )
  return rows
}

/** Of which act a draft is, for its owner. */
export async function findActDraft(
  pool: Queryable,
  owner: number,
  id: string,
): Promise<{ registrationNumber: string; act: string; title: Text } | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined
  const { rows } = await pool.query(
    'select registration_number as "registrationNumber", act, title from act_drafts where draft = $1 and owner = $2',
    [id, owner],
  )
  return rows[0]
}

export async function deleteActDraft(pool: Queryable, owner: number, id: string): Promise<void> {
  await pool.query('delete from act_drafts where draft = $1 and owner = $2', [id, owner])
}

/**
 * Notes on the draft of a page, if there is one, that this filing is about to be tried, before it is: by it the draft
 * is known as filed even when this process ends before it could delete it.
 */
export async function noteActFiling(pool: Queryable, key: ActDraftKey, actId: string, filingId: string): Promise<void> {
  await pool.query(
    `update act_drafts set filing_ids = (filing_ids || $5::uuid)[greatest(1, cardinality(filing_ids) - ${TRIED_MAX - 2}):],
       updated_at = clock_timestamp()
     where owner = $1 and registration_number = $2 and act = $3 and act_id = $4`,
    [key.owner, key.registrationNumber, key.act, actId, filingId],
  )
}

/** Deletes the draft of a page that was filed. A draft that was begun on another page stays. */
export async function deleteFiledDraft(pool: Queryable, key: ActDraftKey, actId: string): Promise<void> {
  await pool.query(
    'delete from act_drafts where owner = $1 and registration_number = $2 and act = $3 and act_id = $4',
    [key.owner, key.registrationNumber, key.act, actId],
  )
}

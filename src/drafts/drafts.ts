import type { Pool } from 'pg'
import type { NoticeDetails } from '../notices/notice.ts'
import { beijingDate, microsecondsOf } from '../platform/clock.ts'
import type { Text } from '../platform/text.ts'

/** An unfinished form or act of a person. Times are RFC 3339 UTC. */
export type Draft = {
  id: string
  updatedAt: string
  /** The last Beijing day on which it is kept, if nobody touches it before. */
  endsOn: string
} & ({ securityType: string; debtors: string[] } | { title: Text; registrationNumber: string; path: string })

/** A draft that was deleted because nobody touched it, as its notice says. */
export type EndedDraft = NoticeDetails['draft_ended'] & { registrationNumber: string | null; endedAt: string }

type Queryable = Pick<Pool, 'query'>

/** How many days before its end a draft is told to end. */
export const ENDING_SOON_DAYS = 7
/** How long the list says which drafts were deleted. */
export const ENDED_SHOWN_DAYS = 60
const ENDED_SHOWN_MAX = 50
const DAY_MICROSECONDS = 86_400_000_000

/** SQL of the moment before which a draft was last touched whose last day is over: whole days of Beijing. */
export function untouchedSince(days: string): string {
  return `date_trunc('day', clock_timestamp(), 'Asia/Shanghai') - make_interval(days => ${days})`
}

/** The last day of a draft: `days` after the Beijing day on which it was last touched. */
export function endsOn(updatedAt: string, days: number): string {
  return beijingDate(microsecondsOf(updatedAt) + days * DAY_MICROSECONDS)
}

/** A page of a person's drafts, the one touched last first. */
export async function listDrafts(
  pool: Queryable,
  owner: number,
  days: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ drafts: Draft[]; total: number }> {
  const counted = await pool.query(
    `select (select count(*) from form_entries where owner = $1 and registration_number is null)
       + (select count(*) from act_drafts where owner = $1) as total`,
    [owner],
  )
  // What was typed may be long: it is read for the rows of this page only.
  const { rows } = await pool.query(
    `select d.id, d.updated_at, a.title, a.registration_number, a.act, e.security_type,
       array(select coalesce(nullif(p ->> 'name', ''), p -> 'owner' ->> 'name')
         from jsonb_array_elements(e.answers -> 'debtors') p) as debtors,
       exists (select from filings f where f.filing_id = any(a.filing_ids) or f.filing_id = any(array(
         select value::uuid from jsonb_array_elements_text(coalesce(e.answers -> 'filingIds', '[]'))))) as filed
     from (
       select form_entry as id, updated_at from form_entries where owner = $1 and registration_number is null
       union all select draft, updated_at from act_drafts where owner = $1
       order by updated_at desc, id limit $2 offset $3) d
     left join act_drafts a on a.draft = d.id left join form_entries e on e.form_entry = d.id
     order by d.updated_at desc, d.id`,
    [owner, limit, offset],
  )
  // One that was filed by a process that ended before it could say so is no draft any more; a job puts it right.
  const drafts = rows.filter(({ filed }) => !filed).map((row) => draftOf(row, days))
  return { drafts, total: Number(counted.rows[0].total) }
}

function draftOf(row: Record<string, any>, days: number): Draft {
  const own = { id: row.id, updatedAt: row.updated_at, endsOn: endsOn(row.updated_at, days) }
  if (row.security_type) {
    return { ...own, securityType: row.security_type, debtors: row.debtors.filter((name: string | null) => name) }
  }
  const { title, registration_number: registrationNumber, act } = row
  return { ...own, title, registrationNumber, path: `/registrations/${registrationNumber}${act}` }
}

/** How many drafts of a person end within a week, and the last day of the first of them. */
export async function draftsEndingSoon(
  pool: Queryable,
  owner: number,
  days: number,
): Promise<{ count: number; endsOn: string } | undefined> {
  const since = untouchedSince('$2')
  const { rows } = await pool.query(
    `select count(*) as count, min(updated_at) as first from (
       select updated_at from form_entries where owner = $1 and registration_number is null and updated_at < ${since}
       union all select updated_at from act_drafts where owner = $1 and updated_at < ${since}) d`,
    [owner, days - ENDING_SOON_DAYS - 1],
  )
  const count = Number(rows[0].count)
  return count > 0 ? { count, endsOn: endsOn(rows[0].first, days) } : undefined
}

/** The drafts of a person that were deleted because nobody touched them, the last first, from their notices. */
export async function listEndedDrafts(pool: Queryable, owner: number): Promise<EndedDraft[]> {
  const { rows } = await pool.query(
    `select details, registration_number as "registrationNumber", at as "endedAt" from notices
     where user_id = $1 and kind = 'draft_ended' and at > clock_timestamp() - make_interval(days => $2)
     order by notice desc limit $3`,
    [owner, ENDED_SHOWN_DAYS, ENDED_SHOWN_MAX],
  )
  return rows.map(({ details, ...row }) => ({ ...details, ...row }))
}

import type { Pool } from 'pg'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { inTransaction } from '../platform/transaction.ts'
import type { RegistrationStatus } from '../registrations/registration-status.ts'
import type { PartySummary } from '../registrations/search-index.ts'
import { type Followed, followedTo } from './descriptions-of.ts'
import { type Excerpt, excerptOf } from './excerpt.ts'
import { queryOf } from './text-terms.ts'

export const PURPOSE_MAX_CHARACTERS = 500
export const PAGE_MAX = 200
/** So long a search in texts may take: one for words that stand in nearly every text would read them all. */
const STATEMENT_TIMEOUT_SECONDS = 8
/** Lines of a registration that are shown. */
const EXCERPTS_MAX = 2

/** Who looks, from where: goes into the audit with what was looked for. */
export type Looking = { userId: number; account: number; network: string | undefined; requestId: string }

export type CollateralQuery = {
  text: string
  purpose?: string
  status?: RegistrationStatus
  securityType?: string
  /** A sequence: only registrations that were filed before it. */
  before?: number
}

export type CollateralHit = {
  /** Of the initial filing: the place in the list. */
  sequence: number
  registrationNumber: string
  securityType: string
  status: RegistrationStatus
  securedParties: PartySummary[]
  debtors: PartySummary[]
  filedAt: string
  expiresOn: string
  excerpts: Excerpt[]
}

export type CollateralFound = { hits: CollateralHit[]; more: boolean; followed: Followed }

/**
 * The registrations whose collateral, as it stands, holds every word of a text; newest first, ended ones too. The look
 * is in the audit before anything is read. A later page begins where the one before ended, whatever was filed since.
 */
export async function searchCollateral(
  pool: Pool,
  looking: Looking,
  asked: CollateralQuery,
  limit: number,
): Promise<CollateralFound | { refused: Refusal[] }> {
  const query = queryOf(asked.text)
  if (!query) return { refused: [notSearchable] }
  await auditLook(pool, looking, asked)
  try {
    return await inTransaction(pool, async (client) => {
      await client.query(`set local statement_timeout = '${STATEMENT_TIMEOUT_SECONDS}s'`)
      const followed = await followedTo(client)
      const { rows } = await client.query(FIND, [
        query.terms,
        query.phrases,
        asked.status ?? null,
        asked.securityType ?? null,
        asked.before ?? null,
        limit + 1,
        EXCERPTS_MAX,
      ])
      const hits = rows.slice(0, limit).map(({ lines, ...row }) => ({
        ...row,
        excerpts: (lines as string[]).map((line) => excerptOf(line, query)),
      }))
      return { hits, more: rows.length > limit, followed }
    })
  } catch (error) {
    if ((error as { code?: unknown }).code === STATEMENT_TIMED_OUT) return { refused: [tooManyTexts] }
    throw error
  }
}

const STATEMENT_TIMED_OUT = '57014'

async function auditLook(pool: Pool, by: Looking, asked: CollateralQuery): Promise<void> {
  await pool.query(
    `insert into audit_events (user_id, account, act, subject, network, request_id)
     values ($1, $2, 'collateral_texts.searched', $3, $4, $5)`,
    [by.userId, by.account, JSON.stringify(asked), by.network ?? null, by.requestId],
  )
}

/*
 * It has no name, so it is planned with its values: how rare the terms are decides where it begins. A line of what is
 * folded stands for the description or item of the same place.
 */
const FIND = `
  with today as materialized (
    select (closed_at at time zone 'Asia/Shanghai')::date as today from register_head),
  found as materialized (
    select t.registration, t.from_sequence from collateral_texts t
    where t.until_sequence is null and t.terms @> $1::integer[]
      and not exists (select from unnest($2::text[]) phrase where strpos(t.folded, phrase) = 0)
      and ($5::bigint is null or t.registration < $5)
      and ($3::text is null and $4::text is null or exists (select from registrations r
        where r.registration = t.registration and r.until_sequence is null
          and ($4::text is null or r.security_type = $4)
          and ($3::text is null or case when r.ended is not null then r.ended
            when r.expires_on < (select today from today) then 'expired' else 'in_effect' end = $3)))
    order by t.registration desc limit $6)
  select r.registration as sequence, r.registration_number as "registrationNumber", r.security_type as "securityType",
    case when r.ended is not null then r.ended
      when r.expires_on < (select today from today) then 'expired' else 'in_effect' end as status,
    r.secured_parties as "securedParties", r.debtors, r.filed_at as "filedAt", r.expires_on as "expiresOn",
    array(select (t.descriptions || t.items)[line.place]
      from unnest(string_to_array(t.folded, chr(10))) with ordinality line (folded, place)
      where exists (select from unnest($2::text[]) phrase where strpos(line.folded, phrase) > 0)
      order by line.place limit $7) as lines
  from found join collateral_texts t using (registration, from_sequence)
    join registrations r on r.registration = found.registration and r.until_sequence is null
  order by r.registration desc`

/** A text of which nothing can be looked for. */
export const notSearchable: Refusal = {
  code: 'collateral_text_not_searchable',
  pointer: '/text',
  message: text(
    '没有可供查找的字：请输入文字、字母或数字',
    'There is nothing to look for: enter characters, letters or digits',
  ),
}
const tooManyTexts: Refusal = {
  code: 'collateral_text_too_common',
  pointer: '/text',
  message: text(
    '含有这些字的登记太多，未能在时限内查完：请多写几个字，或者限定状态、类型',
    'Too many registrations hold these words to be found in time: add words, or choose a state or a type',
  ),
}

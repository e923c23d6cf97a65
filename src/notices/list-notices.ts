import type { Pool } from 'pg'
import type { NoticeContent } from './notice.ts'

/** Whose notices: those of the account, and of its user alone. */
export type NoticeReader = { userId: number; account: number }

/** A notice as one user sees it. `at` is RFC 3339 in UTC. */
export type ListedNotice = NoticeContent & { notice: number; at: string; read: boolean }

/** Beyond this nobody counts: "99+" says enough. */
export const UNREAD_COUNT_MAX = 100

const READ_UP_TO = '(select coalesce(max(notice), 0) from notices_read_up_to where user_id = $2)'
const READ_ALONE = 'exists (select from notice_reads r where r.user_id = $2 and r.notice = n.notice)'
const OF_READER = 'n.account = $1 and (n.user_id is null or n.user_id = $2)'

/** Notices, newest first. @param page `before` a notice (the last one of the page before); at most `limit` */
export async function listNotices(
  pool: Pick<Pool, 'query'>,
  reader: NoticeReader,
  page: { before?: number; limit: number; unread?: boolean },
): Promise<ListedNotice[]> {
  const { rows } = await pool.query({
    name: page.unread ? 'list-unread-notices' : 'list-notices',
    text: `select n.notice, n.kind, n.registration_number as "registrationNumber",
        n.filing_number as "filingNumber", n.details, n.at, n.notice <= ${READ_UP_TO} or ${READ_ALONE} as read
      from notices n where ${OF_READER} and n.notice < coalesce($3::bigint, 9223372036854775807)
        ${page.unread ? `and n.notice > ${READ_UP_TO} and not ${READ_ALONE}` : ''}
      order by n.notice desc limit $4`,
    values: [reader.account, reader.userId, page.before ?? null, page.limit],
  })
  return rows.map(({ registrationNumber, filingNumber, ...row }) => ({
    ...row,
    ...(registrationNumber && { registrationNumber }),
    ...(filingNumber && { filingNumber }),
  }))
}

/** How many notices the reader has not read, up to UNREAD_COUNT_MAX. Looks only at what is newer than the read ones. */
export async function countUnread(pool: Pick<Pool, 'query'>, reader: NoticeReader): Promise<number> {
  const { rows } = await pool.query({
    name: 'count-unread-notices',
    text: `select count(*) as unread from (select from notices n
      where ${OF_READER} and n.notice > ${READ_UP_TO} and not ${READ_ALONE} limit ${UNREAD_COUNT_MAX}) some_unread`,
    values: [reader.account, reader.userId],
  })
  return rows[0].unread
}

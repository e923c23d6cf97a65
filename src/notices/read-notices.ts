import type { Pool } from 'pg'
import type { NoticeReader } from './list-notices.ts'

/**
 * Notes that a user has read every notice up to one that it was shown. Sending it twice changes nothing.
 *
 * Notices become visible when their transactions commit, which need not be the order of their numbers: a lower one may
 * still come. So "everything up to" is only said of what is older than any transaction can be; newer ones are noted one
 * by one, as they are seen now.
 */
export async function markRead(pool: Pick<Pool, 'query'>, reader: NoticeReader, upTo: number): Promise<void> {
  await pool.query({
    name: 'mark-notices-read',
    text: `with settled as (
        select coalesce(max(notice), 0) as notice from notices
        where account = $1 and notice <= $3 and at < clock_timestamp() - interval '${TRANSACTION_MAX_MINUTES} minutes'
      ), risen as (
        insert into notices_read_up_to as r (user_id, notice) select $2, notice from settled where notice > 0
        on conflict (user_id) do update set notice = greatest(r.notice, excluded.notice)
      ), one_by_one as (
        insert into notice_reads (user_id, notice)
        select $2, n.notice from notices n, settled
        where n.account = $1 and (n.user_id is null or n.user_id = $2) and n.notice > settled.notice and n.notice <= $3
        on conflict do nothing
      )
      delete from notice_reads r using settled where r.user_id = $2 and r.notice <= settled.notice`,
    values: [reader.account, reader.userId, upTo],
  })
}

/** No transaction that adds notices lasts this long: the order of filings allows seconds, the follower a minute. */
const TRANSACTION_MAX_MINUTES = 60

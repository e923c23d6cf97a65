import type { Pool } from 'pg'
import type { NewNotice } from './notice.ts'

/**
 * Adds notices, in one statement, inside whatever transaction the caller has open: they are there when it commits. A
 * notice whose source is there already is passed over.
 */
export async function addNotices(client: Pick<Pool, 'query'>, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map((each) => ({
    account: each.account,
    user_id: each.userId ?? null,
    kind: each.kind,
    registration_number: each.registrationNumber ?? null,
    filing_number: each.filingNumber ?? null,
    details: each.details,
    source: each.source,
  }))
  await client.query({
    name: 'add-notices',
    // In the order of their sources, so that two who add the same ones do not wait for each other in a circle.
    text: `insert into notices (account, user_id, kind, registration_number, filing_number, details, source)
      select account, user_id, kind, registration_number, filing_number, details, source
      from json_to_recordset($1::json) as n(account bigint, user_id bigint, kind text, registration_number text,
        filing_number text, details jsonb, source text)
      order by source on conflict (source) do nothing`,
    values: [JSON.stringify(rows)],
  })
}

import type { Pool } from 'pg'
import type { FiledAttachment } from '../attachments/attachment.ts'
import type { MediaType } from '../attachments/media-type.ts'

type Row = { sequence: number; sha256: string; bytes: number; mediaType: MediaType; name: string | null }

/** What each filing of a registration names, by its sequence and in its order. Those that name none are missing. */
export async function loadFiledAttachments(
  pool: Pick<Pool, 'query'>,
  registration: number,
): Promise<Map<number, FiledAttachment[]>> {
  const { rows } = await pool.query({
    name: 'load-filed-attachments',
    text: `select f.sequence, encode(f.sha256, 'hex') as sha256, a.bytes, a.media_type as "mediaType", f.name
      from filing_attachments f join attachments a using (sha256)
      where f.registration = $1 order by f.sequence, f.place`,
    values: [registration],
  })
  const filed = new Map<number, FiledAttachment[]>()
  for (const { sequence, name, ...stored } of rows as Row[]) {
    const attachment = { ...stored, ...(name !== null && { name }) }
    filed.set(sequence, [...(filed.get(sequence) ?? []), attachment])
  }
  return filed
}

/** One attachment of one filing, with the account that filed it. Undefined: it does not name it. */
export async function findFiledAttachment(
  pool: Pick<Pool, 'query'>,
  filingNumber: string,
  sha256: string,
): Promise<(FiledAttachment & { account: number }) | undefined> {
  const { rows } = await pool.query(
    `select encode(f.sha256, 'hex') as sha256, a.bytes, a.media_type as "mediaType", f.name, account
     from filings join filing_attachments f using (sequence) join attachments a using (sha256)
     where filing_number = $1 and f.sha256 = decode($2, 'hex')`,
    [filingNumber, sha256],
  )
  if (!rows[0]) return undefined
  const { name, ...stored } = rows[0] as Row & { account: number }
  return { ...stored, ...(name !== null && { name }) }
}

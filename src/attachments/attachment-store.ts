import type { FileHandle } from 'node:fs/promises'
import type { ClientBase, Pool } from 'pg'
import { inTransaction } from '../platform/transaction.ts'
import type { StoredAttachment } from './attachment.ts'
import type { MediaType } from './media-type.ts'

/** Attachments in the database: each stored once, in chunks, and never changed. */
export const CHUNK_BYTES = 512 * 1024

type Queryable = Pick<Pool, 'query'>

/** Who uploaded: the account may name the bytes in its filings from then on. */
export type Uploader = { account: number; actor: number; network: string | undefined }

/** What is known of bytes that somebody stored before; undefined when nobody did. */
export async function findAttachment(pool: Queryable, sha256: string): Promise<StoredAttachment | undefined> {
  const { rows } = await pool.query({
    name: 'find-attachment',
    text: `select encode(sha256, 'hex') as sha256, bytes, media_type as "mediaType" from attachments
      where sha256 = decode($1, 'hex')`,
    values: [sha256],
  })
  return rows[0]
}

/**
 * Stores bytes and notes that this account uploaded them, in one transaction: all of it is there or nothing. The same
 * bytes are stored once, however many upload them at the same time, in whichever process.
 */
export async function storeUpload(
  pool: Pool,
  uploader: Uploader,
  attachment: StoredAttachment,
  file: FileHandle,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await storeOnce(client, attachment, file)
    await client.query(
      `insert into attachment_uploads (account, sha256, actor, network) values ($1, decode($2, 'hex'), $3, $4)
       on conflict (account, sha256) do update
         set actor = excluded.actor, network = excluded.network, uploaded_at = excluded.uploaded_at`,
      [uploader.account, attachment.sha256, uploader.actor, uploader.network ?? null],
    )
  })
}

/** Holds the row until the transaction ends, whether it was stored now or before. */
async function storeOnce(client: ClientBase, attachment: StoredAttachment, file: FileHandle): Promise<void> {
  const { sha256, bytes, mediaType } = attachment
  for (;;) {
    const { rowCount } = await client.query(
      `insert into attachments (sha256, bytes, media_type) values (decode($1, 'hex'), $2, $3) on conflict do nothing`,
      [sha256, bytes, mediaType],
    )
    if (rowCount === 1) return storeChunks(client, attachment, file)
    const there = await client.query(`select from attachments where sha256 = decode($1, 'hex') for key share`, [sha256])
    // Gone between the two statements: removed as one that nobody named. It is stored anew.
    if (there.rowCount === 1) return
  }
}

async function storeChunks(client: ClientBase, { sha256, bytes }: StoredAttachment, file: FileHandle): Promise<void> {
  const buffer = Buffer.alloc(Math.min(CHUNK_BYTES, bytes))
  for (let at = 0, place = 0; at < bytes; place += 1) {
    const want = Math.min(CHUNK_BYTES, bytes - at)
    const { bytesRead } = await file.read(buffer, 0, want, at)
    if (bytesRead !== want) throw new Error('an upload is shorter than when it was hashed')
    await client.query({
      name: 'store-chunk',
      text: `insert into attachment_chunks (sha256, place, content) values (decode($1, 'hex'), $2, $3)`,
      values: [sha256, place, buffer.subarray(0, want)],
    })
    at += want
  }
}

/** The bytes of an attachment, a chunk at a time. */
export async function* readChunks(pool: Queryable, { sha256, bytes }: StoredAttachment): AsyncGenerator<Buffer> {
  const chunks = Math.ceil(bytes / CHUNK_BYTES)
  for (let place = 0; place < chunks; place += 1) {
    const { rows } = await pool.query({
      name: 'read-chunk',
      text: `select content from attachment_chunks where sha256 = decode($1, 'hex') and place = $2`,
      values: [sha256, place],
    })
    if (!rows[0]) throw new Error(`chunk ${place} of attachment ${sha256} is not there`)
    yield rows[0].content
  }
}

/** Of these hashes, those that the account uploaded in the last days and may name. */
export async function findUploads(
  pool: Queryable,
  account: number,
  hashes: readonly string[],
): Promise<Map<string, StoredAttachment>> {
  if (hashes.length === 0) return new Map()
  const { rows } = await pool.query(
    `select encode(a.sha256, 'hex') as sha256, bytes, media_type as "mediaType"
     from attachment_uploads u join attachments a using (sha256)
     where u.account = $1 and u.sha256 = any(select decode(each, 'hex') from unnest($2::text[]) each)`,
    [account, hashes],
  )
  return new Map(rows.map((row: { sha256: string; bytes: number; mediaType: MediaType }) => [row.sha256, row]))
}

/**
 * Of these uploads, those that are there, as `account:sha256`. What is found cannot be removed before the transaction
 * ends.
 */
export async function holdUploads(
  client: ClientBase,
  uploads: readonly { account: number; sha256: string }[],
): Promise<Set<string>> {
  if (uploads.length === 0) return new Set()
  const { rows } = await client.query(
    `select u.account, encode(a.sha256, 'hex') as sha256
     from unnest($1::bigint[], $2::text[]) as asked(account, sha256)
     join attachment_uploads u on u.account = asked.account and u.sha256 = decode(asked.sha256, 'hex')
     join attachments a on a.sha256 = u.sha256 for key share of a`,
    [uploads.map(({ account }) => account), uploads.map(({ sha256 }) => sha256)],
  )
  return new Set(rows.map((row) => `${row.account}:${row.sha256}`))
}

/** Uploads of an account in the last hour, counted up to a limit. */
export async function countRecentUploads(pool: Queryable, account: number, upTo: number): Promise<number> {
  const { rows } = await pool.query(
    `select count(*) as n from (select from attachment_uploads
       where account = $1 and uploaded_at > clock_timestamp() - interval '1 hour' limit $2) recent`,
    [account, upTo],
  )
  return rows[0].n
}

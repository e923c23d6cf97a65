import type { Pool, PoolClient } from 'pg'
import type { Deps } from '../deps.ts'
import { followOrder } from '../registrations/follow-order.ts'
import { foldedOf } from '../registrations/load-standing.ts'
import { foldedTextOf } from './collateral-text.ts'
import { type CollateralTextRow, deriveCollateralTexts } from './derive-collateral-texts.ts'

/** Its row in `followers`. */
export const FOLLOWER = 'index-collateral-texts'
const BATCH_MAX_FILINGS = 500
/** Of content that is held in memory at once; a single registration may have more. */
const BATCH_MAX_BYTES = 16 * 1024 * 1024
const TRANSACTION_TIMEOUT_SECONDS = 120

type Client = Pick<Pool, 'query'>

/**
 * Writes what each filing since the last time says of its collateral into the text index, in the order of filings. Rows
 * and cursor are one transaction, so each is written once, however often this is killed or run beside itself.
 */
export function indexCollateralTexts({ pool }: Pick<Deps, 'pool'>): Promise<void> {
  return followOrder(pool, { name: FOLLOWER, timeoutSeconds: TRANSACTION_TIMEOUT_SECONDS, deal: indexBatch })
}

/**
 * The cursor's row is locked before content is read, and by a destruction before it lets content go: so nothing is
 * written of a registration that was destroyed meanwhile.
 */
async function indexBatch(client: PoolClient, after: number): Promise<number> {
  const { last, registrations } = await filingsAfter(client, after)
  if (last === undefined) return after
  for (const some of inPortions(registrations)) {
    const rows = await collateralTextsOf(client, some, last)
    await writeRows(client, rows, after)
  }
  return last
}

type Sized = { registration: number; bytes: number }

/** The registrations whose collateral the next filings may have changed, with how much content theirs is. */
async function filingsAfter(
  client: Client,
  after: number,
): Promise<{ last: number | undefined; registrations: Sized[] }> {
  const { rows } = await client.query({
    name: 'filings-to-index',
    text: `with next as materialized (
        select sequence, registration, kind from filings where sequence > $1 order by sequence limit $2),
      concerned as (select distinct registration from next
        where kind in ('initial', 'amendment', 'correction', 'revocation'))
      select (select max(sequence) from next) as last, (
        select coalesce(jsonb_agg(jsonb_build_object('registration', registration, 'bytes', bytes)
          order by registration), '[]')
        from (select f.registration, sum(octet_length(c.content))::bigint as bytes
          from concerned join filings f using (registration) join filing_contents c using (sequence)
          where f.sequence <= (select max(sequence) from next) group by f.registration) sized) as registrations`,
    values: [after, BATCH_MAX_FILINGS],
  })
  return { last: rows[0].last ?? undefined, registrations: rows[0].registrations }
}

function inPortions(registrations: readonly Sized[]): number[][] {
  const portions: number[][] = []
  let room = 0
  for (const { registration, bytes } of registrations) {
    if (bytes > room || portions.length === 0) {
      portions.push([])
      room = BATCH_MAX_BYTES
    }
    portions.at(-1)!.push(registration)
    room -= bytes
  }
  return portions
}

/**
 * What the filings of some registrations up to a sequence derive to. A registration without all of its content is left
 * out: it was destroyed, or `rebuild --check` tells what is missing.
 */
export async function collateralTextsOf(
  client: Client,
  registrations: readonly number[],
  last: number,
): Promise<CollateralTextRow[]> {
  const { rows } = await client.query({
    name: 'contents-to-index',
    text: `select f.registration, f.sequence, f.filed_at, f.filing_number, f.kind, f.account, c.content
      from filings f left join filing_contents c using (sequence)
      where f.registration = any($1) and f.sequence <= $2 order by f.registration, f.sequence`,
    values: [registrations, last],
  })
  return [...Map.groupBy(rows, (row) => row.registration).values()]
    .filter((own) => own.every(({ content }) => content !== null))
    .flatMap((own) => deriveCollateralTexts(own.map(foldedOf)))
}

/** Ends what was written before and changed since, and adds what began since. */
async function writeRows(client: Client, rows: readonly CollateralTextRow[], after: number): Promise<void> {
  const ended = rows.filter((row) => row.from_sequence <= after && (row.until_sequence ?? 0) > after)
  if (ended.length > 0) {
    await client.query({
      name: 'end-collateral-texts',
      text: `update collateral_texts t set until_sequence = e.until_sequence
        from unnest($1::bigint[], $2::bigint[], $3::bigint[]) e (registration, from_sequence, until_sequence)
        where t.registration = e.registration and t.from_sequence = e.from_sequence`,
      values: [columnOf(ended, 'registration'), columnOf(ended, 'from_sequence'), columnOf(ended, 'until_sequence')],
    })
  }
  const begun: (CollateralTextRow & { folded: string })[] = []
  for (const row of rows) if (row.from_sequence > after) begun.push({ ...row, ...(await foldedTextOf(row)) })
  if (begun.length === 0) return
  await client.query({
    name: 'add-collateral-texts',
    text: `insert into collateral_texts
        (registration, from_sequence, until_sequence, descriptions, items, folded, terms)
      select * from jsonb_to_recordset($1) as row (registration bigint, from_sequence bigint, until_sequence bigint,
        descriptions text[], items text[], folded text, terms integer[])`,
    values: [JSON.stringify(begun)],
  })
}

function columnOf<Name extends keyof CollateralTextRow>(rows: readonly CollateralTextRow[], name: Name) {
  return rows.map((row) => row[name])
}

import type { Pool } from 'pg'

type Client = Pick<Pool, 'query'>

/** How far a certificate in parts has come. */
export type Preparation = { searchNumber: string; parts: number; partsDone: number; finished: boolean }

/** A part that was made. */
export type MadePart = { part: number; bytes: number; sha256: string }

/** A process that is silent for so long has died, and another goes on. */
const TAKEN_SECONDS = 120

/** Asks for a certificate in parts. Asked again, it is the same one. */
export async function askForParts(pool: Client, searchNumber: string, parts: number): Promise<Preparation> {
  await pool.query(
    'insert into certificate_preparations (search_number, parts) values ($1, $2) on conflict do nothing',
    [searchNumber, parts],
  )
  return (await findPreparation(pool, searchNumber)) ?? { searchNumber, parts, partsDone: 0, finished: false }
}

export async function findPreparation(pool: Client, searchNumber: string): Promise<Preparation | undefined> {
  const { rows } = await pool.query(
    `select search_number as "searchNumber", parts, finished_at is not null as finished,
       case when finished_at is not null then parts else (select count(*)::integer from certificate_parts p
         where p.search_number = c.search_number) end as "partsDone"
     from certificate_preparations c where search_number = $1`,
    [searchNumber],
  )
  return rows[0]
}

/** Takes the certificate that was least lately worked on, so that a long one does not keep the others waiting. */
export async function takePreparation(pool: Client): Promise<Preparation | undefined> {
  const { rows } = await pool.query(
    `update certificate_preparations set taken_until = clock_timestamp() + $1 * interval '1 second'
     where search_number = (select search_number from certificate_preparations
       where finished_at is null and taken_until < clock_timestamp()
       order by taken_until, requested_at limit 1 for update skip locked)
     returning search_number as "searchNumber", parts, false as finished, 0 as "partsDone"`,
    [TAKEN_SECONDS],
  )
  return rows[0]
}

export async function stillAtWork(pool: Client, searchNumber: string): Promise<void> {
  await pool.query(
    `update certificate_preparations set taken_until = clock_timestamp() + $2 * interval '1 second'
     where search_number = $1`,
    [searchNumber, TAKEN_SECONDS],
  )
}

/** Lets another step be made, by whoever comes next. @param seconds after a failure, not at once */
export async function letGo(pool: Client, searchNumber: string, seconds = 0): Promise<void> {
  await pool.query(
    `update certificate_preparations set taken_until = clock_timestamp() + $2 * interval '1 second'
     where search_number = $1`,
    [searchNumber, seconds],
  )
}

export async function finish(pool: Client, searchNumber: string): Promise<void> {
  await pool.query('update certificate_preparations set finished_at = clock_timestamp() where search_number = $1', [
    searchNumber,
  ])
}

/** What cannot be made any more, with its parts. */
export async function giveUp(pool: Client, searchNumber: string): Promise<void> {
  await pool.query('delete from certificate_preparations where search_number = $1', [searchNumber])
}

/** The first part that is not made yet. */
export async function nextPart(pool: Client, { searchNumber, parts }: Preparation): Promise<number | undefined> {
  const { rows } = await pool.query(
    `select min(part) as part from generate_series(1, $2::integer) part
     where not exists (select from certificate_parts p where p.search_number = $1 and p.part = part.part)`,
    [searchNumber, parts],
  )
  return rows[0].part ?? undefined
}

/** Keeps a part. One that is there already stays: the same facts give the same bytes. */
export async function keepPart(pool: Client, searchNumber: string, part: number, pdf: Uint8Array): Promise<void> {
  await pool.query(
    `insert into certificate_parts (search_number, part, pdf, sha256) values ($1, $2, $3, sha256($3))
     on conflict do nothing`,
    [searchNumber, part, pdf],
  )
}

export async function readPart(pool: Client, searchNumber: string, part: number): Promise<Buffer | undefined> {
  const { rows } = await pool.query('select pdf from certificate_parts where search_number = $1 and part = $2', [
    searchNumber,
    part,
  ])
  return rows[0]?.pdf
}

export async function listParts(pool: Client, searchNumber: string): Promise<MadePart[]> {
  const { rows } = await pool.query(
    `select part, octet_length(pdf) as bytes, encode(sha256, 'hex') as sha256 from certificate_parts
     where search_number = $1 order by part`,
    [searchNumber],
  )
  return rows
}

/** Parts are kept for a month. They follow from the frozen facts, and are made again when one is asked for. */
export async function forgetOldParts(pool: Client): Promise<void> {
  await pool.query(
    `delete from certificate_parts p where made_at < clock_timestamp() - interval '30 days' and exists (
       select from certificate_preparations c where c.search_number = p.search_number and c.finished_at is not null)`,
  )
}

import type { Pool } from 'pg'
import type { Difference } from '../registrations/rebuild.ts'
import { type CollateralText, foldedTextOf } from './collateral-text.ts'
import { followedTo } from './descriptions-of.ts'
import { collateralTextsOf, FOLLOWER } from './index-collateral-texts.ts'

type Client = Pick<Pool, 'query'>
const BATCH_MAX_REGISTRATIONS = 500

/**
 * Derives the text index again from the filings, as far as it has followed them, and names each row that differs.
 * @returns how many differ
 */
export async function checkCollateralTexts(client: Client, report: (difference: Difference) => void): Promise<number> {
  const { sequence } = await followedTo(client)
  let differences = 0
  let after = 0
  for (;;) {
    const { rows } = await client.query(
      `select distinct registration from (
         (select sequence as registration from filings where kind = 'initial' and sequence > $1 and sequence <= $2
          order by sequence limit $3)
         union all (select registration from collateral_texts where registration > $1 order by registration limit $3)) e
       order by registration limit $3`,
      [after, sequence, BATCH_MAX_REGISTRATIONS],
    )
    const registrations: number[] = rows.map((row) => row.registration)
    if (registrations.length === 0) return differences
    for (const difference of await differencesIn(client, registrations, sequence)) {
      differences += 1
      report(difference)
    }
    after = registrations.at(-1)!
  }
}

/** Empties the text index, so that its follower fills it anew from the first filing. Only its owner may. */
export async function emptyCollateralTexts(client: Client): Promise<void> {
  await client.query(`do $$ begin
    perform from followers where name = '${FOLLOWER}' for update;
    truncate collateral_texts;
    update followers set sequence = 0 where name = '${FOLLOWER}';
  end $$`)
}

async function differencesIn(client: Client, registrations: number[], sequence: number): Promise<Difference[]> {
  const { rows } = await client.query('select * from collateral_texts where registration = any($1)', [registrations])
  const found = new Set(rows.map(lineOf))
  const differences: Difference[] = []
  for (const row of await collateralTextsOf(client, registrations, sequence)) {
    const expected = lineOf({ ...row, ...(await foldedTextOf(row)) })
    if (!found.delete(expected)) differences.push({ ...table, registration: row.registration, expected })
  }
  return [...differences, ...[...found].map((line) => ({ ...table, registration: JSON.parse(line)[0], found: line }))]
}

const table = { table: 'collateral_texts' }

type Row = CollateralText & {
  registration: number
  from_sequence: number
  until_sequence: number | null
  folded: string
  terms: number[]
}

function lineOf({ registration, from_sequence, until_sequence, descriptions, items, folded, terms }: Row): string {
  return JSON.stringify([registration, from_sequence, until_sequence, descriptions, items, folded, terms])
}

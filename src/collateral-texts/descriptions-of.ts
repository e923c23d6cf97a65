import type { Pool } from 'pg'
import type { CollateralText } from './collateral-text.ts'
import { FOLLOWER } from './index-collateral-texts.ts'

type Client = Pick<Pool, 'query'>

/** What a registration said of its collateral from a sequence (inclusive) until another (exclusive; null: still). */
export type Description = CollateralText & {
  registration: number
  fromSequence: number
  untilSequence: number | null
  /** As it is compared: see foldedTextOf. */
  folded: string
}

/**
 * What some registrations said of their collateral at a sequence. Those beyond the sequence that was followed to are
 * not there yet.
 */
export async function descriptionsOf(
  client: Client,
  registrations: readonly number[],
  sequence: number,
): Promise<Map<number, Description>> {
  const { rows } = await client.query({
    name: 'collateral-texts-of',
    text: `select registration, from_sequence as "fromSequence", until_sequence as "untilSequence", descriptions, items,
        folded
      from collateral_texts where registration = any($1) and from_sequence <= $2
        and (until_sequence is null or until_sequence > $2)`,
    values: [registrations, sequence],
  })
  return new Map(rows.map((row) => [row.registration, row]))
}

/** How far the text index has followed the order, and where the order stands. */
export type Followed = { sequence: number; head: number }

export async function followedTo(client: Client): Promise<Followed> {
  const { rows } = await client.query({
    name: 'collateral-texts-followed-to',
    text: `select w.sequence, h.last_sequence as head from followers w, register_head h where w.name = $1`,
    values: [FOLLOWER],
  })
  return rows[0]
}

import type { Pool } from 'pg'
import { beijingDate, type Clock } from '../platform/clock.ts'
import type { ListRow } from '../platform/lists/list.ts'
import { composeNumber, newVerificationCode, randomDigits } from '../platform/numbers.ts'
import type { Refusal } from '../platform/refusal.ts'
import { findByAssetKeys } from '../registrations/find-by-keys.ts'
import { SEARCH_LOGIC } from '../search/search-key.ts'
import { findSimilar } from './find-similar.ts'
import { countsOf, EXACT_MAX_PER_LINE, type ExactHit, type OverlapCheck } from './overlap-check.ts'
import { askedLines, type LineKeys } from './overlap-list.ts'
import { SIMILARITY_RULE } from './similarity-rules.ts'

type Client = Pick<Pool, 'query'>

/** Who checks, and why. */
export type Asker = { actor: number; account: number; network: string | undefined; purpose: string }

/**
 * Checks a list and records it. What is registered is read in one statement, at the moment that it states; everything
 * after that is read as of the same moment, so that the check says the same whenever it is read again.
 * @throws Unavailable order_not_closed
 */
export async function checkOverlaps(
  client: Client,
  clock: Clock,
  rows: readonly ListRow[],
  asker: Asker,
): Promise<OverlapCheck | { refused: Refusal[] }> {
  const today = beijingDate(clock.nowMicroseconds())
  const asked = askedLines(rows, today)
  if ('refused' in asked) return asked
  const { lines, keys } = asked
  const { asOf, exact, more } = await findExact(
    client,
    lines.map(({ kind }, at) => ({ asset: keys[at]!.asset, kind })),
  )
  const { similar, asOfSequence, complete } = await findSimilar(client, lines, keys, asOf)
  const listed = new Set(exact.map(({ at, registration }) => `${at} ${registration}`))
  const found = {
    lines,
    exact,
    more,
    // What lists the very number is told by that.
    similar: similar.filter(({ at, registration }) => !listed.has(`${at} ${registration}`)),
  }
  return record(client, today, {
    verificationCode: newVerificationCode(),
    actor: asker.actor,
    account: asker.account,
    purpose: asker.purpose,
    searchLogic: SEARCH_LOGIC,
    similarityRule: SIMILARITY_RULE,
    asOf,
    ...found,
    similarAsOf: asOfSequence,
    similarComplete: complete,
    counts: countsOf(found),
    network: asker.network,
  })
}

type WantedLine = { asset: LineKeys['asset']; kind: OverlapCheck['lines'][number]['kind'] }

/** Each number is looked up once, however many lines have it. */
async function findExact(client: Client, wantedLines: readonly WantedLine[]) {
  const places = new Map<string, number[]>()
  const wanted = []
  for (const [at, { asset, kind }] of wantedLines.entries()) {
    if (!asset) continue
    const id = `${asset.digest} ${kind ?? ''}`
    const known = places.get(id)
    if (known) known.push(at)
    else {
      places.set(id, [at])
      wanted.push({ ...asset, ...(kind !== undefined && { kind }) })
    }
  }
  const { asOf, hits, more } = await findByAssetKeys(client, wanted, EXACT_MAX_PER_LINE)
  const lists = [...places.values()]
  const exact: ExactHit[] = hits.flatMap(({ at, ...hit }) => lists[at]!.map((line) => ({ ...hit, at: line })))
  return {
    asOf,
    // By line; of a line, who came first.
    exact: exact.sort((a, b) => a.at - b.at || a.since - b.since || a.registration - b.registration),
    more: [...more].flatMap((at) => lists[at]!).sort((a, b) => a - b),
  }
}

type Unrecorded = Omit<OverlapCheck, 'checkNumber' | 'checkedAt'> & { network: string | undefined }

async function record(client: Client, today: string, check: Unrecorded): Promise<OverlapCheck> {
  const { network, ...rest } = check
  const checkNumber = composeNumber(today, randomDigits('overlap_check'))
  const { rows } = await client.query({
    name: 'record-overlap-check',
    text: `insert into overlap_checks (check_number, actor, account, network, purpose, search_logic, similarity_rule,
        as_of_sequence, as_of_time, lines, exact_hits, more_hits, similar_hits, similar_as_of_sequence, similar_complete,
        counts, verification_code)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11::jsonb, $12, $13::jsonb, $14, $15,
        $16::jsonb, $17)
      on conflict (check_number) do nothing returning checked_at`,
    values: [
      checkNumber,
      rest.actor,
      rest.account,
      network ?? null,
      rest.purpose,
      rest.searchLogic,
      rest.similarityRule,
      rest.asOf.sequence,
      rest.asOf.time,
      JSON.stringify(rest.lines),
      JSON.stringify(rest.exact.map(({ at, registration, since, kinds }) => [at, registration, since, kinds])),
      rest.more,
      JSON.stringify(rest.similar.map(({ at, registration, share, place }) => [at, registration, share, place])),
      rest.similarAsOf,
      rest.similarComplete,
      JSON.stringify(rest.counts),
      rest.verificationCode,
    ],
  })
  // Numbers are random: two may meet, and the next try draws another.
  return rows[0] ? { ...rest, checkNumber, checkedAt: rows[0].checked_at } : record(client, today, check)
}

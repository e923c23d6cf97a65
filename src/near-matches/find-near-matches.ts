import type { Pool } from 'pg'
import { keyDigest } from '../registrations/key-digest.ts'
import { SEARCH_LOGIC } from '../search/search-key.ts'
import { chooseTerms, type TermCounts, termsToCount } from './choose-terms.ts'
import { FOLLOWER } from './index-names.ts'
import { foldAssetKey } from './look-alikes.ts'
import { type InEffect, type Moment, namesInEffect, numbersInEffect } from './look-up-in-effect.ts'
import { readingTerm } from './name-terms.ts'
import { namesInFilings } from './names-in-filings.ts'
import { type NearReason, otherForms } from './near-match.ts'
import { compareTexts, rankNames } from './rank-names.ts'
import { foldedNameOf, type ReadName, readName } from './read-name.ts'

/** Something registered that is near what was searched for. `key` is its search key. */
export type NearFound = InEffect & { key: string; name: string; score: number; reasons: NearReason[] }

/** `complete`: nothing that the index or the filings hold was left out. */
export type Found = { asOf: Moment; complete: boolean; found: NearFound[] }

type Client = Pick<Pool, 'query'>

const FOUND_MAX = 20
/** Looked up at once whether anything is in effect; the next so many only when those have nothing. */
const LOOKED_UP = 25
const LOOKED_UP_MAX = 120
/** Names that the index gives at most for a query. */
const CANDIDATES_MAX = 5_000
/** Filings that are not indexed yet are read by themselves up to so many. */
const UNINDEXED_MAX_FILINGS = 500
/** Asset identifiers of those filings that are looked at. */
const UNINDEXED_MAX_NUMBERS = 20_000
/** With more names than this a query cannot be chosen without knowing how frequent its terms are. */
const UNCOUNTED_MAX_NAMES = 20_000

/** The index cannot be used. */
export class NoIndex extends Error {}

/**
 * Names near a searched one that have a registration in effect, best first, at most twenty.
 * @param moment of the search; unless told, now
 * @throws NoIndex when there is none, or no statistics of a large one
 */
export async function findNearNames(client: Client, name: string, moment?: Moment): Promise<Found> {
  const folded = foldedNameOf(name)
  const searched = folded && readName(folded.folded)
  const state = await stateOf(client, searched ? termsToCount(searched) : [], moment)
  const { asOf, counts } = state
  if (!folded || !searched) return { asOf, complete: true, found: [] }
  const indexed = await candidatesOf(client, searched, counts)
  const unindexed = state.unindexed
    ? (await namesInFilings(client, state.unindexed)).map(({ folded, key, name }) => ({ folded, key, name }))
    : []
  const ranked = rankNames(searched, [...unindexed, ...indexed], counts)
  const found = await inEffectOf(client, ranked, { searchedKey: folded.key, asOf })
  return { asOf, complete: state.complete && (indexed.length < CANDIDATES_MAX || state.counted), found }
}

/** Asset identifiers that look like the searched one but for O 0, I 1, S 5 and the like. */
export async function findNearNumbers(client: Client, key: string, moment?: Moment): Promise<Found> {
  const state = await stateOf(client, [], moment, { named: false })
  const look = foldAssetKey(key)
  const keys = new Set([...(await indexedNumbers(client, look)), ...(await unindexedNumbers(client, state, look))])
  keys.delete(key)
  const numbers = [...keys].sort(compareTexts).slice(0, LOOKED_UP_MAX)
  const asked = numbers.map((each) => ({ key: each, keyDigest: keyDigest('asset', null, each).toString('hex') }))
  const effects = await numbersInEffect(client, asked, state.asOf)
  const found = asked.flatMap(({ key: registered, keyDigest }) => {
    const effect = effects.get(keyDigest)
    if (!effect) return []
    const difference = differing(key, registered)
    const score = 1 - difference.searched.split(' ').length / (key.length + 1)
    const reason: NearReason = { code: 'look_alike_identifier', ...difference }
    return [{ ...effect, key: registered, name: registered, score, reasons: [reason] }]
  })
  found.sort((a, b) => b.score - a.score || compareTexts(a.key, b.key))
  return { asOf: state.asOf, complete: state.complete, found: found.slice(0, FOUND_MAX) }
}

type State = {
  asOf: Moment
  counts: TermCounts
  /** Whether nearly all names are counted. */
  counted: boolean
  complete: boolean
  /** Filings after those that are indexed, when there are few. */
  unindexed: { after: number; upTo: number } | undefined
}

/** How far order, index and statistics are, and how frequent the terms are. */
async function stateOf(client: Client, terms: string[], moment?: Moment, { named = true } = {}): Promise<State> {
  const { rows } = await client.query({
    name: 'near-state',
    text: `select h.last_sequence, h.closed_at, w.sequence as indexed, c.names, coalesce(n.debtor_name, 0) as newest,
        coalesce(n.debtor_name, 0) - c.counted_up_to as uncounted,
        (select json_object_agg(t.term, t.names) from debtor_name_terms t where t.term = any($2)) as terms
      from register_head h left join followers w on w.name = $1 left join debtor_name_count c on true
        left join lateral (select debtor_name from debtor_names order by debtor_name desc limit 1) n on true`,
    values: [FOLLOWER, terms],
  })
  const row = rows[0]
  if (!row || row.indexed === null || row.names === null) throw new NoIndex()
  if (named && row.names === 0 && row.uncounted > UNCOUNTED_MAX_NAMES) throw new NoIndex()
  const asOf = moment ?? { sequence: row.last_sequence, time: row.closed_at }
  const upTo = asOf.sequence
  const waiting = upTo - row.indexed
  const names = row.names + row.uncounted
  // A term that was not counted, or not lately, is taken to be as frequent among the names that came since.
  const share = row.names > 0 ? row.uncounted / row.names : 0
  const known: Record<string, number> = row.terms ?? {}
  const count = (term: string) => Math.ceil((known[term] ?? 0) * (1 + share))
  return {
    asOf,
    counts: { names, count },
    counted: row.uncounted <= Math.max(UNCOUNTED_MAX_NAMES, row.names / 4),
    complete: waiting <= UNINDEXED_MAX_FILINGS,
    unindexed: waiting > 0 ? { after: Math.max(row.indexed, upTo - UNINDEXED_MAX_FILINGS), upTo } : undefined,
  }
}

type Candidate = { folded: string; sounds?: boolean; id?: number; key?: string; name?: string }

async function candidatesOf(client: Client, searched: ReadName, counts: TermCounts): Promise<Candidate[]> {
  const query = chooseTerms(searched, counts)
  if (query === undefined) return []
  const { rows } = await client.query({
    name: 'near-candidates',
    text: `select debtor_name as id, folded, coalesce(terms @@ $3::tsquery, false) as sounds
      from debtor_names where terms @@ $1::tsquery limit $2`,
    values: [query, CANDIDATES_MAX, readingTerm(searched).map((term) => `'${term}'`)[0] ?? null],
  })
  return rows
}

type Ranked = Candidate & { score: number; reasons: NearReason[] }

/** Goes through the ranked names until twenty have something in effect. */
async function inEffectOf(
  client: Client,
  ranked: readonly Ranked[],
  { searchedKey, asOf }: { searchedKey: string; asOf: Moment },
): Promise<NearFound[]> {
  const found: NearFound[] = []
  const seen = new Set([searchedKey])
  for (let at = 0; at < Math.min(ranked.length, LOOKED_UP_MAX) && found.length < FOUND_MAX; at += LOOKED_UP) {
    const named = (await withNames(client, ranked.slice(at, at + LOOKED_UP))).filter(({ key }) => {
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    const effects = await namesInEffect(client, named, asOf)
    for (const { keyDigest, key, name, score, reasons } of named) {
      const effect = effects.get(keyDigest)
      if (effect) found.push({ ...effect, key, name, score, reasons: allReasons(reasons, searchedKey, key) })
    }
  }
  return found.slice(0, FOUND_MAX)
}

/** What the index only gave by number gets its name. */
async function withNames(client: Client, ranked: readonly Ranked[]) {
  const { rows } = await client.query({
    name: 'near-names',
    text: `select debtor_name as id, key, name from debtor_names where debtor_name = any($1)`,
    values: [ranked.flatMap(({ id }) => id ?? [])],
  })
  const byId = new Map<number, { key: string; name: string }>(rows.map((row) => [row.id, row]))
  return ranked.flatMap(({ id, key, name, score, reasons }) => {
    const named = id === undefined ? { key: key!, name: name! } : byId.get(id)
    if (!named) return []
    const digest = keyDigest('organization_name', SEARCH_LOGIC, named.key).toString('hex')
    return [{ ...named, keyDigest: digest, score, reasons }]
  })
}

function allReasons(reasons: NearReason[], searchedKey: string, key: string): NearReason[] {
  const forms = otherForms(searchedKey, key)
  const all = forms ? [forms, ...reasons] : reasons
  return all.length > 0 ? all : [{ code: 'punctuation' }]
}

async function indexedNumbers(client: Client, look: string): Promise<string[]> {
  const { rows } = await client.query({
    name: 'near-numbers',
    text: 'select key from asset_numbers where look_digest = $1 order by key limit $2',
    values: [keyDigest('asset_look', null, look), LOOKED_UP_MAX],
  })
  return rows.map(({ key }) => key)
}

async function unindexedNumbers(client: Client, { unindexed }: State, look: string): Promise<string[]> {
  if (!unindexed) return []
  const { rows } = await client.query({
    name: 'near-numbers-unindexed',
    text: `select a.key from filings f join asset_keys a on a.registration = f.registration
        and a.from_sequence = f.sequence where f.sequence > $1 and f.sequence <= $2 limit $3`,
    values: [unindexed.after, unindexed.upTo, UNINDEXED_MAX_NUMBERS],
  })
  return rows.map(({ key }) => key as string).filter((key) => foldAssetKey(key) === look)
}

/** The characters at the places where two numbers of one length differ. */
function differing(searched: string, registered: string): { searched: string; registered: string } {
  const [ours, theirs] = [Array.from(searched), Array.from(registered)]
  const places = ours.flatMap((each, at) => (each === theirs[at] ? [] : [at]))
  return { searched: places.map((at) => ours[at]).join(' '), registered: places.map((at) => theirs[at]).join(' ') }
}

import type { Pool } from 'pg'
import { purposes } from '../search/search-query.ts'
import { digestOfIdentifierKey, nameDigests } from './asked-keys.ts'
import { type Counted, type ShownCount, shownCount, shownSum } from './shown-count.ts'

type Client = Pick<Pool, 'query'>

/** The present month and so many before it. */
export const MONTHS_BEFORE = 24
const REGISTERED_NAMES_MAX = 100

export type Purpose = keyof typeof purposes

export type MonthOfSearches = {
  /** YYYY-MM in Beijing. */
  month: string
  isOver: boolean
  purposes: Record<Purpose, ShownCount>
  total: ShownCount
}

/** `until`: every search before this moment is counted, none after it. The newest month is first. */
export type SearchesAbout = { until: string; months: MonthOfSearches[] }

/** Whose searches are counted: an account whose identity is verified. */
export type Debtor = { account: number; identifierKey: string }

/**
 * How often a debtor was asked for, by month and purpose. A search counts once, by whichever of the debtor's keys it
 * asked. The debtor's own searches do not count, nor do those of courts and the register's office.
 */
export async function searchesAbout(pool: Pool, debtor: Debtor): Promise<SearchesAbout> {
  const keys = await ownKeys(pool, debtor)
  const { rows } = await pool.query(COUNT, [keys, debtor.account, MONTHS_BEFORE])
  const { until, first } = rows[0]
  const counted = new Map<string, Counted>(rows.map((row) => [`${row.month} ${row.purpose}`, row]))
  const months = monthsFrom(first, until).map((month) => monthOf(month, until, counted))
  while (months.length > MONTHS_MIN && isNone(months.at(-1)!)) months.pop()
  return { until, months }
}

/** Before the first month in which it was asked for, a debtor need not read a long list of nothing. */
const MONTHS_MIN = 6
const isNone = ({ total }: MonthOfSearches) => total.is === 'exactly' && total.searches === 0

/**
 * The debtor's number, the verified name of its account, and the names under which its number is or was registered as
 * debtor by others. A name that others bear now is left out: whoever files a registration could else have the searches
 * for somebody else counted.
 */
async function ownKeys(client: Client, { account, identifierKey }: Debtor): Promise<Buffer[]> {
  const digest = digestOfIdentifierKey(identifierKey)
  const { rows } = await client.query(OWN_NAMES, [digest, identifierKey, account, REGISTERED_NAMES_MAX])
  const { rows: own } = await client.query(
    `select name from accounts where account = $1 and kind <> 'individual' and identity_verified_at is not null`,
    [account],
  )
  const names = own.flatMap(({ name }) => nameDigests(name))
  const registered = rows.map(({ key_digest }) => key_digest as Buffer)
  return [...[digest, ...names].map((hex) => Buffer.from(hex, 'hex')), ...registered]
}

const OWN_NAMES = `
  with registered as materialized (
    select distinct n.key_digest, n.key from debtor_keys i join debtor_keys n
      on n.registration = i.registration and n.debtor = i.debtor and n.kind = 'organization_name'
    where i.key_digest = decode($1, 'hex') and i.key = $2 and i.kind = 'identifier'
      and i.matched_as in ('current', 'former') and n.matched_as in ('current', 'former')
      and exists (select from registrations r where r.registration = i.registration and r.until_sequence is null
        and r.account <> $3)
    limit $4)
  select key_digest from registered n where not exists (
    select from debtor_keys o join debtor_keys i
      on i.registration = o.registration and i.debtor = o.debtor and i.kind = 'identifier'
    where o.key_digest = n.key_digest and o.key = n.key and o.matched_as = 'current' and o.until_sequence is null
      and i.matched_as = 'current' and i.until_sequence is null and i.key <> $2)`

/** One row without a month where nothing was counted, so that the moment is told. */
const COUNT = `
  with followed as materialized (
    select until, date_trunc('month', (until - interval '1 microsecond') at time zone 'Asia/Shanghai')
      - make_interval(months => $3) as first
    from searches_followed)
  select followed.until, to_char(followed.first, 'YYYY-MM') as first, c.*
  from followed left join lateral (
    select to_char(k.searched_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, k.purpose,
      count(distinct k.search_number)::integer as searches, count(distinct k.account)::integer as accounts
    from searched_keys k join accounts a using (account)
    where k.key_digest = any($1) and k.account <> $2 and a.kind in ('institution', 'individual')
      and k.searched_at >= followed.first at time zone 'Asia/Shanghai' and k.searched_at < followed.until
    group by 1, 2) c on true`

/** Newest first, each YYYY-MM. */
function monthsFrom(first: string, until: string): string[] {
  const months: string[] = []
  for (let month = monthBefore(until); month >= first; month = previous(month)) months.push(month)
  return months
}

/** The month of the last moment before another. */
function monthBefore(time: string): string {
  const beijing = new Date(Date.parse(time) - 1 + 8 * 3_600_000)
  return beijing.toISOString().slice(0, 7)
}

function previous(month: string): string {
  const [year, of] = month.split('-').map(Number) as [number, number]
  return of === 1 ? `${year - 1}-12` : `${year}-${String(of - 1).padStart(2, '0')}`
}

function monthOf(month: string, until: string, counted: Map<string, Counted>): MonthOfSearches {
  const [year, of] = month.split('-').map(Number) as [number, number]
  const isOver = Date.UTC(year, of, 1) - 8 * 3_600_000 <= Date.parse(until)
  const none = { searches: 0, accounts: 0 }
  const byPurpose = Object.fromEntries(
    Object.keys(purposes).map((purpose) => [
      purpose,
      shownCount(counted.get(`${month} ${purpose}`) ?? none, { monthIsOver: isOver }),
    ]),
  ) as Record<Purpose, ShownCount>
  return { month, isOver, purposes: byPurpose, total: shownSum(Object.values(byPurpose)) }
}

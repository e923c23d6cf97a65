import type { Pool } from 'pg'
import type { Party } from '../parties/party.ts'
import { identifierSearchKey } from '../search/search-key.ts'
import type { SearchLogic } from '../search/search-logics.ts'
import { keyDigest } from './key-digest.ts'
import type { PartySummary } from './search-index.ts'

/** What the register has in effect beside a debtor that is about to be filed. */
export type KnownDebtor = {
  /** Its number stands under another name. */
  otherName: boolean
  /** Those names, for organisations: never a person's. */
  otherNames: string[]
  /** Its name stands under other codes of organisations. */
  otherIdentifiers: PartySummary['identifier'][]
}

/** Of each key the latest registrations are looked at, and no more: a debtor may have tens of thousands. */
const LOOKED_AT = 50

type Found = { ord: number; by: string; registration: number; debtor: PartySummary }

/**
 * Looks each debtor up by its number and, an organisation, by its name: what is in effect now under one of them and not
 * under the other. Two index probes a debtor, in one query, and one more for the names that may be told.
 */
export async function loadKnownDebtors(
  pool: Pick<Pool, 'query'>,
  debtors: readonly Party[],
  logic: SearchLogic,
  today: string,
): Promise<KnownDebtor[]> {
  const wanted = debtors.flatMap((debtor, ord) => [
    { ord, by: 'identifier', key: keyOf(debtor.identifier), digest: '' },
    ...(nameOf(debtor) === undefined
      ? []
      : [{ ord, by: 'name', key: logic.organizationKey(nameOf(debtor)!), digest: '' }]),
  ])
  for (const each of wanted) {
    const [kind, version] = each.by === 'name' ? ['organization_name', logic.version] : ['identifier', null]
    each.digest = keyDigest(kind!, version ?? null, each.key).toString('hex')
  }
  const { rows } = await pool.query<Found>({
    name: 'known-debtors',
    text: KNOWN_DEBTORS,
    values: [JSON.stringify(wanted), today, LOOKED_AT],
  })
  const told = await namesThatMayBeTold(pool, rows, logic)
  return debtors.map((debtor, ord) =>
    known(
      debtor,
      rows.filter((row) => row.ord === ord),
      told,
      logic,
    ),
  )
}

function known(debtor: Party, found: readonly Found[], told: ReadonlySet<string>, logic: SearchLogic): KnownDebtor {
  const own = keyOf(debtor.identifier)
  const ownName = nameKeyOf(debtor.name ?? '', logic)
  const underOther = found.filter(
    (row) => row.by === 'identifier' && keyOf(row.debtor.identifier) === own && isOther(row, ownName, told, logic),
  )
  const others = found.filter(
    ({ by, debtor: { kind, name, identifier } }) =>
      by === 'name' && kind === 'organization' && nameKeyOf(name, logic) === ownName && keyOf(identifier) !== own,
  )
  return {
    otherName: debtor.name !== undefined && underOther.length > 0,
    otherNames: unique(underOther.filter((row) => told.has(idOf(row))).map((row) => row.debtor.name)),
    otherIdentifiers: [...new Map(others.map((row) => [keyOf(row.debtor.identifier), row.debtor.identifier])).values()],
  }
}

/** An individual business without a trade name stands under its owner's: that is no other name of its own. */
function isOther(row: Found, ownName: string | undefined, told: ReadonlySet<string>, logic: SearchLogic): boolean {
  if (nameKeyOf(row.debtor.name, logic) === ownName) return false
  return row.debtor.kind === 'individual' || told.has(idOf(row))
}

/** Names that are an organisation’s own: they have a key as its name; an owner’s would have one as the owner’s. */
async function namesThatMayBeTold(
  pool: Pick<Pool, 'query'>,
  found: readonly Found[],
  logic: SearchLogic,
): Promise<ReadonlySet<string>> {
  const asked = found.filter((row) => row.by === 'identifier' && row.debtor.kind === 'organization')
  const keys = asked.flatMap((row) => {
    const key = nameKeyOf(row.debtor.name, logic)
    if (key === undefined) return []
    const digest = keyDigest('organization_name', logic.version, key).toString('hex')
    return [{ id: idOf(row), registration: row.registration, digest }]
  })
  if (keys.length === 0) return new Set()
  const { rows } = await pool.query<{ id: string }>({
    name: 'own-names',
    text: `select distinct w.id from json_to_recordset($1::json) as w(id text, registration bigint, digest text)
      join debtor_keys k on k.key_digest = decode(w.digest, 'hex') and k.registration = w.registration
      where k.until_sequence is null and k.matched_as = 'current'`,
    values: [JSON.stringify(keys)],
  })
  return new Set(rows.map(({ id }) => id))
}

const idOf = (row: Found) => `${row.registration} ${row.debtor.name}`
const unique = (names: readonly string[]) => [...new Set(names)]
const nameOf = (debtor: Party) => (debtor.kind === 'organization' ? debtor.name : undefined)

function keyOf({ scheme, value, country }: PartySummary['identifier']): string {
  return identifierSearchKey(scheme, value, country)
}

/** Names of individuals are compared by the same steps, and never searched. */
function nameKeyOf(name: string, logic: SearchLogic): string | undefined {
  try {
    return logic.organizationKey(name)
  } catch {
    return undefined
  }
}

const KNOWN_DEBTORS = `
select distinct on (w.ord, w.by, d.debtor) w.ord, w.by, r.registration, d.debtor
from json_to_recordset($1::json) as w(ord integer, by text, key text, digest text)
cross join lateral (
  select k.registration from debtor_keys k
  where k.key_digest = decode(w.digest, 'hex') and k.key = w.key and k.until_sequence is null
    and k.matched_as = 'current'
  order by k.registration desc limit $3) latest
join registrations r on r.registration = latest.registration and r.until_sequence is null and r.ended is null
  and r.expires_on >= $2::date
cross join lateral jsonb_array_elements(r.debtors) as d(debtor)
order by w.ord, w.by, d.debtor, r.registration desc`

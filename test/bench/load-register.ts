import { once } from 'node:events'
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { makeUscc } from '../../src/parties/uscc.ts'
import { registeredNames } from '../../src/sandbox/registered-names.ts'
import { organizationSearchKey } from '../../src/search/search-key.ts'

export type LoadedDebtor = { name: string; serialNumber: string }

type Load = {
  /** Registrations to load, each with one debtor of its own name and code, and one serial number. */
  count: number
  seed?: string
  /** All of them against this one debtor instead. */
  debtor?: string
  /** Their filings too, which timelines, certificates and followers read. */
  filings?: boolean
  /** Every so many of the debtors are given back. */
  sampleEvery?: number
  /** Followers that are left where they are, to go through what was loaded; the others are set behind it. */
  followersLeft?: readonly string[]
}

const CHUNK_LINES = 2_000

/**
 * Loads registrations straight into the tables, by COPY from a file that the server reads, as they would stand had each
 * been filed: the derived rows, and filings without signed content where asked for. Nothing may be filed meanwhile.
 * @param superuserUrl of a server on this machine
 * @returns a sample of what was loaded, in the order of filing
 */
export async function loadRegister(superuserUrl: string, load: Load): Promise<LoadedDebtor[]> {
  const folder = mkdtempSync(join(tmpdir(), 'encumbra-load-'))
  chmodSync(folder, 0o755)
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const file = join(folder, 'debtors.tsv')
    const sample = await writeDebtors(file, load)
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '1GB'; set work_mem = '256MB'`)
    await client.query(STAGING)
    await client.query(`copy loading from '${file}'`)
    await insertAll(client, load)
    await client.query('vacuum analyze registrations, debtor_keys, asset_keys, register_head')
    return sample
  } finally {
    await client.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One line a debtor: place, name, key, code, serial number. */
async function writeDebtors(file: string, load: Load): Promise<LoadedDebtor[]> {
  const { count, seed = '1', debtor, sampleEvery = Math.max(1, Math.floor(count / 20_000)) } = load
  const names = registeredNames(seed)
  const out = createWriteStream(file, { mode: 0o644 })
  const sample: LoadedDebtor[] = []
  let lines = ''
  for (let i = 1; i <= count; i += 1) {
    const name = debtor ?? names.next().value.name
    const serialNumber = `SN${String(i).padStart(9, '0')}`
    const code = makeUscc(`91110108MA${String(debtor === undefined ? i : 1).padStart(7, '0')}`)
    lines += `${i}\t${name}\t${organizationSearchKey(name)}\t${code}\t${serialNumber}\n`
    if (i % sampleEvery === 0) sample.push({ name, serialNumber })
    if (i % CHUNK_LINES > 0 && i < count) continue
    if (!out.write(lines)) await once(out, 'drain')
    lines = ''
  }
  out.end()
  await once(out, 'finish')
  return sample
}

/** The head moves last, in one transaction with the rows: until then no search can know of them. */
async function insertAll(client: pg.Client, { filings, followersLeft = [] }: Load): Promise<void> {
  const indexes = await client.query(SECONDARY_INDEXES)
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`)
  await client.query('begin')
  if (filings) await client.query(FILINGS)
  for (const statement of ROWS) await client.query(statement)
  await client.query(
    `update register_head set last_sequence = last_sequence + (select count(*) from loading),
       last_filed_at = clock_timestamp(), closed_at = clock_timestamp()`,
  )
  await client.query(
    `update followers set sequence = (select last_sequence from register_head) where name <> all($1::text[])`,
    [followersLeft],
  )
  await client.query('commit')
  for (const { definition } of indexes.rows) await client.query(definition)
}

const STAGING = `create temporary table loading (i bigint, name text, key text, code text, serial_number text)`

const SECONDARY_INDEXES = `
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
where i.indrelid in ('registrations'::regclass, 'debtor_keys'::regclass, 'asset_keys'::regclass)
  and not i.indisprimary`

/** As keyDigest makes it. */
const digest = (kind: string, logic: string, key: string) =>
  `substr(sha256(convert_to('${kind}' || e'\\n' || '${logic}' || e'\\n' || ${key}, 'UTF8')), 1, 16)`

/** Twenty digits that no other number has; nobody types them, so their check digits are none. */
const number = (sequence: string) => `'19990101' || lpad((${sequence})::text, 12, '0')`

const LOADING = `from loading l, (select last_sequence as n, last_filed_at as t from register_head) head`

const FILINGS = `
with filed as (
  insert into filings (sequence, filed_at, filing_id, filing_number, kind, registration, account, actor, commitment,
    verification_code)
  select n + i, t + i * interval '1 microsecond', gen_random_uuid(), ${number('n + i')}, 'initial', n + i, 1, 1,
    sha256(int8send(n + i)), 'LOADED0000000000' ${LOADING} order by i
  returning sequence
) select count(*) from filed`

const ROWS = [
  `insert into registrations (registration, from_sequence, registration_number, security_type, filed_at, expires_on,
     account, secured_parties, debtors, collateral_summary)
   select n + i, n + i, ${number('n + i')}, 'chattel_mortgage', t + i * interval '1 microsecond',
     (current_date + 365 + (i % 700)::integer), 1,
     '[{"kind": "organization", "name": "北京示例银行股份有限公司", "identifier": {"scheme": "uscc", "value": "91110108MA0000000T"}}]',
     jsonb_build_array(jsonb_build_object('kind', 'organization', 'name', name,
       'identifier', jsonb_build_object('scheme', 'uscc', 'value', code))),
     '数控机床一台，序列号 ' || serial_number ${LOADING} order by i`,
  `insert into debtor_keys (key_digest, registration, key, kind, logic, debtor, matched_as, from_sequence)
   select ${digest('organization_name', '1', 'key')}, n + i, key, 'organization_name', '1', 0, 'current', n + i
     ${LOADING}
   union all
   select ${digest('identifier', '', "'uscc:' || code")}, n + i, 'uscc:' || code, 'identifier', null, 0, 'current', n + i
     ${LOADING}`,
  `insert into asset_keys (key_digest, registration, key, kind, from_sequence)
   select ${digest('asset', '', 'serial_number')}, n + i, serial_number, 'serial_number', n + i ${LOADING}`,
]

import type { Pool } from 'pg'
import { partyFor, type Reader } from '../parties/masking.ts'
import type { Party } from '../parties/party.ts'
import type { FilingKind } from './act.ts'
import type { RegistrationContent } from './registration-form.ts'

export type RegistrationStatus = 'in_effect' | 'discharged' | 'expired' | 'revoked'

/** A registration as it stands, folded from its filings. Times are RFC 3339 UTC. */
export type RegistrationView = {
  registrationNumber: string
  securityType: string
  status: RegistrationStatus
  filedAt: string
  expiresOn: string
  termMonths: number
  securedParties: Party[]
  debtors: Party[]
  collateral: (RegistrationContent['collateral'] & { ranksFrom: { sequence: number; filedAt: string } })[]
  content: RegistrationContent
  filings: { filingNumber: string; kind: FilingKind; sequence: number; filedAt: string }[]
  objections: never[]
  asOf: { sequence: number; time: string }
  filer: string
  account: number
}

/** Reads a registration as of the head of the order. @returns undefined when there is no such number */
export async function readRegistration(
  pool: Pick<Pool, 'query'>,
  number: string,
): Promise<RegistrationView | undefined> {
  const { rows } = await pool.query({
    name: 'read-registration',
    text: `select r.registration, r.registration_number, r.security_type, r.filed_at, r.expires_on, r.account,
        case when r.ended is not null then r.ended
          when r.expires_on < (h.closed_at at time zone 'Asia/Shanghai')::date then 'expired'
          else 'in_effect' end as status,
        h.last_sequence, h.closed_at, a.name as filer
      from register_head h, registrations r join accounts a using (account)
      where r.registration = (select registration from registrations
          where registration_number = $1 and from_sequence = registration)
        and r.from_sequence <= h.last_sequence and (r.until_sequence is null or r.until_sequence > h.last_sequence)`,
    values: [number],
  })
  const row = rows[0]
  if (!row) return undefined
  const filings = await readFilings(pool, row.registration)
  const [first] = filings
  if (!first?.content) throw new Error(`the content of filing ${row.registration} is not there`)
  const content = JSON.parse(first.content.toString('utf8')) as RegistrationContent
  return {
    registrationNumber: row.registration_number,
    securityType: row.security_type,
    status: row.status,
    filedAt: row.filed_at,
    expiresOn: row.expires_on,
    termMonths: content.termMonths,
    securedParties: content.securedParties,
    debtors: content.debtors,
    collateral: [{ ...content.collateral, ranksFrom: { sequence: first.sequence, filedAt: first.filedAt } }],
    content,
    filings: filings.map(({ content: _content, ...filing }) => filing),
    objections: [],
    asOf: { sequence: row.last_sequence, time: row.closed_at },
    filer: row.filer,
    account: row.account,
  }
}

/** The view for one reader: individuals masked, the filer's own reference only for parties and the registrar. */
export function registrationFor(reader: Reader, view: RegistrationView) {
  const { content, account: _account, ...rest } = view
  const { securedParties: _s, debtors: _d, collateral: _c, declaration: _e, filerReference, ...terms } = content
  const own = reader === 'party' || reader === 'registrar' || reader === 'court'
  return {
    ...terms,
    ...(own && filerReference !== undefined && { filerReference }),
    ...rest,
    securedParties: view.securedParties.map((each) => partyFor(reader, each)),
    debtors: view.debtors.map((each) => partyFor(reader, each)),
  }
}

/** Who this person is to a registration; undefined when it is not for them to see. */
export function readerOf(
  person: { account: number; role: string },
  view: { account: number; status: RegistrationStatus },
): Reader | undefined {
  if (person.role === 'registrar') return 'registrar'
  if (person.account === view.account) return 'party'
  return view.status === 'in_effect' ? 'searcher' : undefined
}

type FilingRow = { filingNumber: string; kind: FilingKind; sequence: number; filedAt: string; content: Buffer }

async function readFilings(pool: Pick<Pool, 'query'>, registration: number): Promise<FilingRow[]> {
  const { rows } = await pool.query({
    name: 'read-filings',
    text: `select f.filing_number as "filingNumber", f.kind, f.sequence, f.filed_at as "filedAt", c.content
      from filings f left join filing_contents c using (sequence) where f.registration = $1 order by f.sequence`,
    values: [registration],
  })
  return rows
}

import type { ClientBase } from 'pg'
import type { Act, Outcome, Place } from './act.ts'
import { joinRows } from './write-rows.ts'

/** An act that was accepted at its place, ready to be written. */
export type Accepted = { act: Act; place: Place; outcome: Outcome; answer: Buffer }

/**
 * Writes a group in one statement: the filings, their contents, what is derived from them, the answers that can be sent
 * again, who did it from where, and the new head. The rows travel as JSON; the contents as one bytea cut by offsets,
 * since an array of bytea would be escaped twice over.
 */
export async function writeFilings(client: ClientBase, group: readonly Accepted[]): Promise<void> {
  const last = group.at(-1)!.place
  const rows = joinRows(group.map(({ outcome }) => outcome.derived))
  const contents = Buffer.concat(group.map(({ act }) => act.content))
  let offset = 1
  const filings = group.map(({ act, place, outcome }) => {
    const row = {
      sequence: place.sequence,
      filed_at: place.filedAt,
      filing_id: act.filingId,
      filing_number: place.filingNumber,
      kind: act.kind,
      registration: outcome.registration,
      account: act.filer.account,
      actor: act.filer.actor,
      commitment: act.commitment.toString('hex'),
      verification_code: act.verificationCode,
      salt: act.salt.toString('hex'),
      content_at: offset,
      content_bytes: act.content.length,
      network: act.filer.network ?? null,
      request_id: act.filer.requestId ?? null,
    }
    offset += act.content.length
    return row
  })
  if (Object.values(rows.ended).some((each) => each.length > 0)) {
    await client.query({ name: 'end-rows', text: END_ROWS, values: [JSON.stringify(rows.ended)] })
  }
  await client.query({
    name: 'write-filings',
    text: WRITE_FILINGS,
    values: [
      JSON.stringify(filings),
      contents,
      JSON.stringify(rows.registrations),
      JSON.stringify(rows.debtorKeys),
      JSON.stringify(rows.assetKeys),
      JSON.stringify(rows.modificationCodes),
      JSON.stringify(rows.importedLines),
      JSON.stringify(group.flatMap(sealedAnswer)),
      last.sequence,
      last.filedAt,
      JSON.stringify(rows.objections),
    ],
  })
  if (rows.filingAttachments.length > 0) {
    const attachments = JSON.stringify(rows.filingAttachments)
    await client.query({ name: 'write-attachments', text: WRITE_ATTACHMENTS, values: [attachments] })
  }
}

function sealedAnswer({ act, answer }: Accepted) {
  const { sealing } = act
  if (!sealing) return []
  return {
    actor: act.filer.actor,
    key_hash: sealing.keyHash.toString('hex'),
    request_hash: sealing.requestHash.toString('hex'),
    bearer_hash: sealing.bearerHash.toString('hex'),
    answer: sealing.seal(answer).toString('hex'),
  }
}

const WRITE_FILINGS = `
with given as materialized (
  select * from json_to_recordset($1::json) as g(sequence bigint, filed_at timestamptz, filing_id uuid,
    filing_number text, kind text, registration bigint, account bigint, actor bigint, commitment text,
    verification_code text, salt text, content_at integer, content_bytes integer, network inet, request_id text)
), filing as (
  insert into filings (sequence, filed_at, filing_id, filing_number, kind, registration, account, actor, commitment,
    verification_code)
  select sequence, filed_at, filing_id, filing_number, kind, registration, account, actor, decode(commitment, 'hex'),
    verification_code from given order by sequence
), content as (
  insert into filing_contents (sequence, content, salt)
  select sequence, substring($2::bytea from content_at for content_bytes), decode(salt, 'hex') from given
), audited as (
  insert into audit_events (at, user_id, account, act, subject, network, request_id)
  select filed_at, actor, account, 'filing.' || kind, filing_number, network, request_id from given
), registration as (
  insert into registrations (registration, from_sequence, until_sequence, registration_number, security_type, filed_at,
    expires_on, ended, account, filer_reference, secured_parties, debtors, collateral_summary, open_objections)
  select registration, from_sequence, until_sequence, registration_number, security_type, filed_at, expires_on, ended,
    account, filer_reference, secured_parties, debtors, collateral_summary, open_objections
  from json_to_recordset($3::json) as r(registration bigint, from_sequence bigint, until_sequence bigint,
    registration_number text, security_type text, filed_at timestamptz, expires_on date, ended text, account bigint,
    filer_reference text, secured_parties jsonb, debtors jsonb, collateral_summary text, open_objections integer)
), debtor as (
  insert into debtor_keys (key_digest, registration, key, kind, logic, debtor, matched_as, from_sequence, until_sequence)
  select decode(key_digest, 'hex'), registration, key, kind, logic, debtor, matched_as, from_sequence, until_sequence
  from json_to_recordset($4::json) as k(key_digest text, registration bigint, key text, kind text, logic text,
    debtor integer, matched_as text, from_sequence bigint, until_sequence bigint)
), asset as (
  insert into asset_keys (key_digest, registration, key, kind, from_sequence, until_sequence)
  select decode(key_digest, 'hex'), registration, key, kind, from_sequence, until_sequence
  from json_to_recordset($5::json) as k(key_digest text, registration bigint, key text, kind text,
    from_sequence bigint, until_sequence bigint)
), code as (
  insert into modification_codes (registration, from_sequence, until_sequence, code_hash)
  select registration, from_sequence, until_sequence, decode(code_hash, 'hex')
  from json_to_recordset($6::json) as c(registration bigint, from_sequence bigint, until_sequence bigint, code_hash text)
), line as (
  insert into imported_lines (account, line_digest, registration)
  select account, decode(line_digest, 'hex'), registration
  from json_to_recordset($7::json) as l(account bigint, line_digest text, registration bigint)
), objection as (
  insert into objections (objection, registration, filing_number, account, filed_at, status, from_sequence,
    until_sequence)
  select objection, registration, filing_number, account, filed_at, status, from_sequence, until_sequence
  from json_to_recordset($11::json) as o(objection bigint, registration bigint, filing_number text, account bigint,
    filed_at timestamptz, status text, from_sequence bigint, until_sequence bigint)
), answered as (
  insert into idempotency_keys (actor, key_hash, request_hash, bearer_hash, answer)
  select actor, decode(key_hash, 'hex'), decode(request_hash, 'hex'), decode(bearer_hash, 'hex'), decode(answer, 'hex')
  from json_to_recordset($8::json) as a(actor bigint, key_hash text, request_hash text, bearer_hash text, answer text)
)
update register_head set last_sequence = $9, last_filed_at = $10::timestamptz, closed_at = $10::timestamptz`

// Runs after the filings are written, and only for those few that name attachments.
const WRITE_ATTACHMENTS = `
insert into filing_attachments (sequence, place, registration, sha256, name)
select sequence, place, registration, decode(sha256, 'hex'), name
from json_to_recordset($1::json) as a(sequence bigint, place integer, registration bigint, sha256 text, name text)`

// Runs before the rows of the group are written, so that it ends rows of earlier groups only.
const END_ROWS = `
with registration_ended as (
  update registrations r set until_sequence = e.sequence
  from json_to_recordset($1::json -> 'registrations') as e(registration bigint, sequence bigint)
  where r.registration = e.registration and r.until_sequence is null
), debtor_ended as (
  update debtor_keys k set until_sequence = e.sequence
  from json_to_recordset($1::json -> 'debtorKeys') as e(registration bigint, sequence bigint, key_digest text,
    debtor integer, matched_as text)
  where k.registration = e.registration and k.key_digest = decode(e.key_digest, 'hex') and k.debtor = e.debtor
    and k.matched_as = e.matched_as and k.until_sequence is null
), asset_ended as (
  update asset_keys k set until_sequence = e.sequence
  from json_to_recordset($1::json -> 'assetKeys') as e(registration bigint, sequence bigint, key_digest text, kind text)
  where k.registration = e.registration and k.key_digest = decode(e.key_digest, 'hex') and k.kind = e.kind
    and k.until_sequence is null
), objection_ended as (
  update objections o set until_sequence = e.sequence
  from json_to_recordset($1::json -> 'objections') as e(registration bigint, sequence bigint, objection bigint)
  where o.objection = e.objection and o.until_sequence is null
), code_ended as (
  update modification_codes c set until_sequence = e.sequence
  from json_to_recordset($1::json -> 'modificationCodes') as e(registration bigint, sequence bigint)
  where c.registration = e.registration and c.until_sequence is null
)
select`

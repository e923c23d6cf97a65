import { randomBytes } from 'node:crypto'
import { beijingDate, rfc3339, systemClock } from '../../src/platform/clock.ts'
import { composeNumber, randomDigits } from '../../src/platform/numbers.ts'
import type { Act, Outcome, Place } from '../../src/registrations/act.ts'
import { prepareRegistration } from '../../src/registrations/register.ts'
import type { RegistrationContent } from '../../src/registrations/registration-form.ts'
import { searchLogics } from '../../src/search/search-logics.ts'

/** The tables that a filing writes; the last only when it came with an Idempotency-Key. */
export const TABLES = [
  'filings',
  'filing_contents',
  'registrations',
  'debtor_keys',
  'asset_keys',
  'modification_codes',
  'audit_events',
  'idempotency_keys',
] as const

export type RawRows = Partial<Record<(typeof TABLES)[number], Record<string, unknown>[]>>

export function preparedAct(content: RegistrationContent): Act {
  const filer = { actor: 1, account: 1, accountName: 'raw', network: '127.0.0.1', requestId: 'raw' }
  const act = prepareRegistration(filer, content, { today: beijingDate(systemClock.nowMicroseconds()) })
  if ('refused' in act) throw new Error(JSON.stringify(act.refused))
  return act
}

/** The rows that the register itself writes for a filing, as values for raw inserts, by table. */
export function rowsOf(act: Act, sequence: number): RawRows {
  const filedOn = beijingDate(systemClock.nowMicroseconds())
  const place: Place = {
    sequence,
    filedAt: rfc3339(1_000_000_000_000_000 + sequence),
    filedOn,
    filingNumber: composeNumber(filedOn, randomDigits('filing')),
  }
  const nothing = { filerReferences: new Map(), importedLines: new Map(), registrations: new Map() }
  const order = { ...nothing, attachments: new Set<string>(), logics: searchLogics }
  const { derived } = act.judge(order, place) as Outcome
  const { filedAt, filingNumber } = place
  const keyed = <Row extends { key_digest: string }>(row: Row) => ({
    ...row,
    key_digest: Buffer.from(row.key_digest, 'hex'),
  })
  return {
    filings: [
      {
        sequence,
        filed_at: filedAt,
        filing_id: crypto.randomUUID(),
        filing_number: filingNumber,
        kind: act.kind,
        registration: sequence,
        account: 1,
        actor: 1,
        commitment: act.commitment,
        verification_code: act.verificationCode,
      },
    ],
    filing_contents: [{ sequence, content: act.content, salt: act.salt }],
    registrations: (derived.registrations ?? []).map((row) => ({
      ...row,
      secured_parties: JSON.stringify(row.secured_parties),
      debtors: JSON.stringify(row.debtors),
    })),
    debtor_keys: (derived.debtorKeys ?? []).map(keyed),
    asset_keys: (derived.assetKeys ?? []).map(keyed),
    modification_codes: (derived.modificationCodes ?? []).map((row) => ({
      ...row,
      code_hash: Buffer.from(row.code_hash, 'hex'),
    })),
    audit_events: [
      {
        at: filedAt,
        user_id: 1,
        account: 1,
        act: 'filing.initial',
        subject: filingNumber,
        network: '127.0.0.1',
        request_id: 'raw',
      },
    ],
  }
}

/** The rows of a group under Idempotency-Keys, whose sealed answers are as long as the register's. */
export function rawRows(contents: readonly RegistrationContent[], counter: { next: number }): RawRows {
  const rows: RawRows = {}
  for (const content of contents) {
    const own = { ...rowsOf(preparedAct(content), counter.next++), idempotency_keys: [answerRow()] }
    for (const table of TABLES) rows[table] = [...(rows[table] ?? []), ...(own[table] ?? [])]
  }
  return rows
}

const SEALED_ANSWER_BYTES = 580

function answerRow() {
  const hash = () => randomBytes(32)
  return {
    actor: 1,
    key_hash: hash(),
    request_hash: hash(),
    bearer_hash: hash(),
    answer: randomBytes(SEALED_ANSWER_BYTES),
  }
}

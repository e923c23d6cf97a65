import type { SearchLogic } from '../search/search-logics.ts'
import type { DerivedRows, RegistrationRow } from './act.ts'
import { isOpen } from './objection-state.ts'
import type { RegistrationState } from './registration-state.ts'
import { assetKeysOf, collateralSummary, type DebtorKey, debtorKeysOf, partySummary } from './search-index.ts'

/**
 * The rows that follow from a state, as the difference to the state before: rows that ended, and rows that began. A
 * rebuild folds the filings and comes to the same rows. Pure.
 * @param before undefined for the initial filing @param logics the versions under which names have keys
 */
export function deriveRows(
  before: RegistrationState | undefined,
  after: RegistrationState,
  logics: readonly SearchLogic[],
): Partial<DerivedRows> {
  const sequence = after.lastSequence
  const derived = { registration: after.registration, from_sequence: sequence }
  const debtors = difference(before ? debtorKeysIn(before, logics) : [], debtorKeysIn(after, logics), debtorKeyId)
  const sameAssets = before?.collateral === after.collateral
  const assets = sameAssets
    ? { ended: [], begun: [] }
    : difference(before ? assetKeysIn(before) : [], assetKeysIn(after), (key) => `${key.kind}\n${key.key}`)
  const objections = difference(before ? objectionsIn(before) : [], objectionsIn(after), (row) =>
    JSON.stringify([row.objection, row.status]),
  )
  return {
    registrations: [rowOf(after)],
    debtorKeys: debtors.begun.map((key) => ({ ...key, ...derived })),
    assetKeys: assets.begun.map((key) => ({ ...key, ...derived })),
    objections: objections.begun.map((row) => ({ ...row, ...derived })),
    ended: {
      registrations: before ? [{ registration: after.registration, sequence }] : [],
      debtorKeys: debtors.ended.map(({ key_digest, debtor, matched_as }) => ({
        registration: after.registration,
        sequence,
        key_digest,
        debtor,
        matched_as,
      })),
      assetKeys: assets.ended.map(({ key_digest, kind }) => ({
        registration: after.registration,
        sequence,
        key_digest,
        kind,
      })),
      objections: objections.ended.map(({ objection }) => ({
        registration: after.registration,
        sequence,
        objection,
      })),
    },
  }
}

/** The row of `registrations` that holds from the state's last filing on. */
function rowOf(state: RegistrationState): RegistrationRow {
  const { terms } = state
  return {
    registration: state.registration,
    from_sequence: state.lastSequence,
    registration_number: state.registrationNumber,
    security_type: state.securityType,
    filed_at: state.filedAt,
    expires_on: state.expiresOn,
    ended: state.ended?.status ?? null,
    account: state.account,
    filer_reference: terms.filerReference ?? null,
    secured_parties: state.securedParties.map(({ party }) => partySummary(party)),
    debtors: state.debtors.map(({ party }) => partySummary(party)),
    collateral_summary: state.collateral.map(collateralSummary).join('；').slice(0, 400),
    open_objections: state.objections.filter(isOpen).length,
  }
}

/** Where each objection stands: what has become of it makes a new row. */
function objectionsIn(state: RegistrationState) {
  return state.objections.map(({ sequence, filingNumber, account, filedAt, status }) => ({
    objection: sequence,
    filing_number: filingNumber,
    account,
    filed_at: filedAt,
    status,
  }))
}

/** A debtor is found under what it is called now and under everything it was called before. */
function debtorKeysIn(state: RegistrationState, logics: readonly SearchLogic[]): DebtorKey[] {
  return state.debtors.flatMap(({ party, ordinal, former }) => {
    const current = debtorKeysOf(party, ordinal, logics)
    const taken = new Set(current.map((key) => key.key_digest))
    const earlier = former
      .flatMap((each) => debtorKeysOf(each.party, ordinal, logics))
      .filter((key) => {
        if (taken.has(key.key_digest)) return false
        taken.add(key.key_digest)
        return true
      })
    return [...current, ...earlier.map((key) => ({ ...key, matched_as: 'former' as const }))]
  })
}

function assetKeysIn(state: RegistrationState) {
  const keys = state.collateral.flatMap((part) => assetKeysOf(state.securityType, part))
  return [...new Map(keys.map((key) => [`${key.kind}\n${key.key}`, key])).values()]
}

const debtorKeyId = (key: DebtorKey) => `${key.key_digest}\n${key.debtor}\n${key.matched_as}`

function difference<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: (each: T) => string,
): { ended: T[]; begun: T[] } {
  const [old, now] = [new Set(before.map(idOf)), new Set(after.map(idOf))]
  return { ended: before.filter((each) => !now.has(idOf(each))), begun: after.filter((each) => !old.has(idOf(each))) }
}

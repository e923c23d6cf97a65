import { hash, randomUUID } from 'node:crypto'
import { newVerificationCode, pooledRandomBytes } from '../platform/numbers.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { type SearchLogic, searchLogics } from '../search/search-logics.ts'
import type { Act, AnswerSealing, Filer, OrderState, Outcome, Place } from './act.ts'
import { canonicalBytes, commitmentOf, newSalt } from './canonical-filing.ts'
import { expiresOn } from './expiry.ts'
import { attachmentNeeds, attachmentRows, attachmentsIn, judgeAttachments } from './named-attachments.ts'
import type { RegistrationContent } from './registration-form.ts'
import { judgeForm } from './registration-rules.ts'
import { assetKeysOf, collateralSummary, type DebtorKey, debtorKeysOf, partySummary } from './search-index.ts'

export type RegisterOptions = {
  /** The Beijing day on which the form is judged. */
  today: string
  sealing?: AnswerSealing
  /** Import: the same filer and reference (or, without one, the same line) is a duplicate. */
  onceOnly?: { lineDigest: string }
}

export const MODIFICATION_CODE_BYTES = 16

/**
 * Initial registration 初始登记 (the Measures, arts. 8 to 11): the form is judged, hashed and keyed here, outside the
 * order; its place, time, number and expiry are given under the lock.
 * @returns the act, or everything that is wrong with the form
 */
export function prepareRegistration(
  filer: Filer,
  content: RegistrationContent,
  options: RegisterOptions,
): { refused: Refusal[] } | Act {
  const refused = judgeForm(content, options.today)
  if (refused.length > 0) return { refused }

  const bytes = canonicalBytes(content)
  const salt = newSalt()
  const verificationCode = newVerificationCode()
  const modificationCode = pooledRandomBytes(MODIFICATION_CODE_BYTES).toString('hex').toUpperCase()
  const codeHash = hashModificationCode(modificationCode).toString('hex')
  const debtorKeys = content.debtors.flatMap((debtor, at) => debtorKeysOf(debtor, at, searchLogics))
  const assetKeys = assetKeysOf(content.securityType, content.collateral)
  const summaries = {
    secured_parties: content.securedParties.map(partySummary),
    debtors: content.debtors.map(partySummary),
    collateral_summary: collateralSummary(content.collateral),
    open_objections: 0,
  }
  // What `judge` needs of the content, and no more: a form that waits for its place keeps its bytes only.
  const { securityType, termMonths, filerReference: reference } = content
  const named = { attachments: attachmentsIn(content) }
  const lineDigest = reference === undefined ? options.onceOnly?.lineDigest : undefined
  const needs = {
    ...(options.onceOnly && { filerReference: reference, lineDigest }),
    ...attachmentNeeds(named),
  }

  return {
    filingId: randomUUID(),
    kind: 'initial',
    filer,
    verificationCode,
    content: bytes,
    salt,
    commitment: commitmentOf(salt, bytes),
    rows: 4 + debtorKeys.length + assetKeys.length + named.attachments.length,
    needs,
    sealing: options.sealing,
    judge: (state, place) => judge(state, place),
  }

  function judge(state: OrderState, place: Place): { refused: Refusal[] } | Outcome {
    const earlier = duplicateOf(state, filer.account, needs)
    if (earlier) return { refused: [alreadyFiled(earlier)] }
    const unknown = judgeAttachments(state, filer.account, named)
    if (unknown.length > 0) return { refused: unknown }
    remember(state, filer.account, needs, place.filingNumber)

    const { sequence, filedAt, filingNumber } = place
    const expires = expiresOn(place.filedOn, termMonths)
    const derived = { registration: sequence, from_sequence: sequence }
    return {
      registration: sequence,
      derived: {
        registrations: [
          {
            ...derived,
            ...summaries,
            registration_number: filingNumber,
            security_type: securityType,
            filed_at: filedAt,
            expires_on: expires,
            ended: null,
            account: filer.account,
            filer_reference: reference ?? null,
          },
        ],
        debtorKeys: keysUnder(state.logics, debtorKeys, bytes).map((key) => ({ ...key, ...derived })),
        assetKeys: assetKeys.map((key) => ({ ...key, ...derived })),
        modificationCodes: [{ ...derived, code_hash: codeHash }],
        filingAttachments: attachmentRows({ registration: sequence, sequence }, named),
        importedLines: lineDigest ? [{ account: filer.account, line_digest: lineDigest, registration: sequence }] : [],
      },
      answer: {
        registrationNumber: filingNumber,
        filingNumber,
        sequence,
        filedAt,
        expiresOn: expires,
        modificationCode,
        verificationCode,
        links: linksOf(filingNumber),
      },
    }
  }
}

/**
 * The keys under the versions that are written at this place in the order. Those of all versions that the program has
 * were made before; of one that was given to it beside them, they are made now.
 */
function keysUnder(logics: readonly SearchLogic[], made: readonly DebtorKey[], bytes: Buffer): DebtorKey[] {
  const written = new Set(logics.map(({ version }) => version))
  const kept = made.filter(({ logic }) => logic === null || written.has(logic))
  const missing = logics.filter((each) => !searchLogics.includes(each))
  if (missing.length === 0) return kept
  const { debtors } = JSON.parse(bytes.toString('utf8')) as RegistrationContent
  const more = debtors.flatMap((debtor, at) => debtorKeysOf(debtor, at, missing))
  return [...kept, ...more.filter(({ logic }) => logic !== null)]
}

/** Only the hash of a modification code is kept: 128 random bits need no slow hash. */
export function hashModificationCode(code: string): Buffer {
  return hash('sha256', code.toUpperCase().replace(/[\s-]/g, ''), 'buffer')
}

export function linksOf(registrationNumber: string) {
  return {
    registration: `/api/v1/registrations/${registrationNumber}`,
    certificate: `/api/v1/filings/${registrationNumber}/certificate`,
    verification: `/api/v1/certificates/${registrationNumber}`,
  }
}

function duplicateOf(state: OrderState, account: number, needs: Act['needs']): string | undefined {
  if (needs.filerReference !== undefined) return state.filerReferences.get(`${account}:${needs.filerReference}`)
  if (needs.lineDigest !== undefined) return state.importedLines.get(`${account}:${needs.lineDigest}`)
  return undefined
}

function remember(state: OrderState, account: number, needs: Act['needs'], number: string): void {
  if (needs.filerReference !== undefined) state.filerReferences.set(`${account}:${needs.filerReference}`, number)
  if (needs.lineDigest !== undefined) state.importedLines.set(`${account}:${needs.lineDigest}`, number)
}

/** A duplicate is told apart by its code; the registration number is the one filed earlier. */
function alreadyFiled(number: string): Refusal {
  return {
    code: 'already_filed',
    pointer: '/filerReference',
    message: text(`已登记过，登记证明编号 ${number}`, `Filed before, under registration number ${number}`),
  }
}

import { randomUUID, timingSafeEqual } from 'node:crypto'
import { newVerificationCode } from '../platform/numbers.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { identifierSearchKey } from '../search/search-key.ts'
import type {
  Act,
  AnswerSealing,
  DerivedRows,
  Filer,
  FilingKind,
  OrderState,
  Outcome,
  Place,
  StandingRegistration,
} from './act.ts'
import { canonicalBytes, commitmentOf, newSalt } from './canonical-filing.ts'
import { deriveRows } from './derive-rows.ts'
import { applyFiling } from './fold-registration.ts'
import { partyKeysOf } from './is-party-to.ts'
import {
  attachmentNeeds,
  attachmentRows,
  attachmentsIn,
  judgeAttachmentList,
  judgeAttachments,
} from './named-attachments.ts'
import { hashModificationCode, linksOf } from './register.ts'
import { type RegistrationState, statusOn } from './registration-state.ts'
import { judgeStatus, type StatusRefusal } from './registration-status.ts'

export type ActOptions = {
  modificationCode?: string
  expectedSequence?: number
  sealing?: AnswerSealing
}

/**
 * Who may do an act (domain: the acts). The filer's account with the modification code; anybody with a verified
 * identity; whom the act's own `may` names; the register and its registrars, who are judged before they come here.
 */
export type Right = 'filer' | 'anybody' | 'own' | 'register'

type ActOn = {
  kind: FilingKind
  right: Right
  registrationNumber: string
  /** What is filed: the body without the secrets and the expectation. */
  content: Record<string, unknown>
  options: ActOptions
  /** Who may, where only the registration's state can tell. */
  may?: (state: RegistrationState) => Refusal[]
  /** Guards of this act's own, in order of precedence, after those that every act has. */
  guard?: (state: RegistrationState, place: Place) => Refusal[]
  /** Chosen beforehand when the act must be filed once whoever sends it; a fresh one otherwise. */
  filingId?: string
  /** What the answer says beside the common part. */
  answer?: (after: RegistrationState) => Record<string, unknown>
}

/**
 * Prepares an act of the filer on a registration. Under the lock it is judged on the registration as it stands at its
 * own place in the order: it is there, it is the filer's, the code works, nothing came between, the status allows it.
 */
export function prepareActOn(filer: Filer, act: ActOn): Act {
  const bytes = canonicalBytes(act.content)
  const salt = newSalt()
  const verificationCode = newVerificationCode()
  return {
    filingId: act.filingId ?? randomUUID(),
    kind: act.kind,
    filer,
    verificationCode,
    content: bytes,
    salt,
    commitment: commitmentOf(salt, bytes),
    rows: 20 + attachmentsIn(act.content).length,
    needs: { registrationNumber: act.registrationNumber, ...attachmentNeeds(act.content) },
    ...(act.options.sealing && { sealing: act.options.sealing }),
    judge: (state, place) => judge(filer, act, verificationCode, state, place),
  }
}

function judge(
  filer: Filer,
  act: ActOn,
  verificationCode: string,
  order: OrderState,
  place: Place,
): { refused: Refusal[] } | Outcome {
  const standing = order.registrations.get(act.registrationNumber)
  const refused = guards(filer, act, standing, place, order)
  if (refused.length > 0 || !standing) return { refused }
  const before = standing.state
  const after = applyFiling(before, { ...place, kind: act.kind, account: filer.account, content: act.content })
  const codeHash = after.account === before.account ? standing.codeHash : undefined
  order.registrations.set(act.registrationNumber, { state: after, codeHash })
  return {
    registration: before.registration,
    derived: {
      ...withCodes(deriveRows(before, after, order.logics), before, after),
      filingAttachments: attachmentRows({ registration: before.registration, sequence: place.sequence }, act.content),
    },
    answer: {
      registrationNumber: act.registrationNumber,
      filingNumber: place.filingNumber,
      sequence: place.sequence,
      filedAt: place.filedAt,
      expiresOn: after.expiresOn,
      verificationCode,
      ...act.answer?.(after),
      links: linksOfAct(act.registrationNumber, place.filingNumber),
    },
  }
}

/** The answer's links for an act that is not the initial filing. */
export function linksOfAct(registrationNumber: string, filingNumber: string) {
  return {
    ...linksOf(registrationNumber),
    certificate: `/api/v1/filings/${filingNumber}/certificate`,
    verification: `/api/v1/certificates/${filingNumber}`,
  }
}

/** Under another filer the old code ends: the new one collects its own. */
function withCodes(
  derived: Partial<DerivedRows>,
  before: RegistrationState,
  after: RegistrationState,
): Partial<DerivedRows> {
  if (after.account === before.account) return derived
  const ended = { registration: after.registration, sequence: after.lastSequence }
  return { ...derived, ended: { ...derived.ended!, modificationCodes: [ended] } }
}

/** One guard a line, in order of precedence. */
function guards(
  filer: Filer,
  act: ActOn,
  standing: StandingRegistration | undefined,
  place: Place,
  order: OrderState,
): Refusal[] {
  if (!standing) return [notFound]
  const { state, codeHash } = standing
  if (act.right === 'filer' && state.account !== filer.account) return [notTheFiler]
  if (act.right === 'filer' && !codeMatches(act.options.modificationCode, codeHash)) return [codeWrong]
  const mayNot = act.may?.(state) ?? []
  if (mayNot.length > 0) return mayNot
  const status = judgeStatus(statusOn(state, place.filedOn), act.kind)
  if (status && act.right === 'anybody' && !isParty(filer, state)) return [notFound]
  if (status) return [statusRefusals[status]]
  const { expectedSequence } = act.options
  if (expectedSequence !== undefined && expectedSequence !== state.lastSequence)
    return [sequencePassed(state.lastSequence)]
  const wrong = judgeAttachmentList(act.content)
  if (wrong.length > 0) return wrong
  const unknown = judgeAttachments(order, filer.account, act.content)
  if (unknown.length > 0) return unknown
  return act.guard?.(state, place) ?? []
}

/** What has ended is told to those only who may still read it. */
function isParty(filer: Filer, state: RegistrationState): boolean {
  if (filer.account === state.account) return true
  const identifier = filer.identity?.identifier
  const key = identifier && identifierSearchKey(identifier.scheme, identifier.value, identifier.country)
  return key !== undefined && partyKeysOf(state).includes(key)
}

function codeMatches(given: string | undefined, hash: Buffer | undefined): boolean {
  if (given === undefined || hash === undefined) return false
  return timingSafeEqual(hashModificationCode(given), hash)
}

const notFound: Refusal = {
  code: 'not_found',
  message: text('没有找到，或您无权查看', 'Not found, or not for you to see'),
}
const notTheFiler: Refusal = {
  code: 'not_the_filer',
  message: text('只有登记的填表人可以办理', 'Only the filer of the registration may do this'),
}
const codeWrong: Refusal = {
  code: 'modification_code_wrong',
  pointer: '/modificationCode',
  message: text(
    '修改码不正确，请核对登记时保存的修改码',
    'The modification code is wrong; compare it with the one kept when filing',
  ),
}
const statusRefusals: Record<StatusRefusal, Refusal> = {
  registration_discharged: {
    code: 'registration_discharged',
    message: text('这项登记已经注销', 'This registration has been discharged'),
  },
  registration_expired: {
    code: 'registration_expired',
    message: text('这项登记已经到期', 'This registration has expired'),
  },
  registration_revoked: {
    code: 'registration_revoked',
    message: text('这项登记已经撤销', 'This registration has been revoked'),
  },
  registration_in_effect: {
    code: 'registration_in_effect',
    message: text('这项登记仍然在效', 'This registration is in effect'),
  },
}

function sequencePassed(lastSequence: number): Refusal {
  return {
    code: 'expected_sequence_passed',
    pointer: '/expectedSequence',
    message: text(
      `此间又有登记（第 ${lastSequence} 号），请先查看变动再办理`,
      `Another act came between (sequence ${lastSequence}); look at what changed first`,
    ),
  }
}

import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { endOfDays } from '../platform/working-days.ts'
import { isOpen, type Objection, type ObjectionStatus } from './objection-state.ts'
import { isAmong } from './party-members.ts'
import type { RegistrationState } from './registration-state.ts'

/** Days in which a court or arbitrator must have taken up the objection (the Measures, art. 20). */
export const ACCEPTANCE_DAYS = 30

/** Days in which the objector tells the secured party (the Measures, art. 19). */
export const TELLING_DAYS = 7

/** The last day on which the notice of case acceptance may come, YYYY-MM-DD in Beijing. */
export function acceptanceDueOn(filedOn: string): string {
  return endOfDays(filedOn, ACCEPTANCE_DAYS)
}

/** The last day on which the objector tells the secured party, YYYY-MM-DD in Beijing. */
export function tellingDueOn(filedOn: string): string {
  return endOfDays(filedOn, TELLING_DAYS)
}

/** What an objection is on a day in Beijing: without a notice in time it has lapsed, filed or not. */
export function objectionStatusOn(objection: Objection, today: string): ObjectionStatus {
  const late = objection.status === 'noted' && acceptanceDueOn(objection.filedOn) < today
  return late ? 'lapsed' : objection.status
}

/** Objection: not by the secured party itself, and one at a time. One guard a line. */
export function judgeObjecting(
  state: RegistrationState,
  objector: { account: number; identifier: Objection['objector']['identifier'] },
  demandedOn: string,
  today: string,
): Refusal[] {
  const filer = state.account === objector.account
  if (filer || isAmong(state.securedParties, objector.identifier)) return [bySecuredParty]
  const own = state.objections.filter((each) => each.account === objector.account)
  const open = own.some((each) => isOpen({ status: objectionStatusOn(each, today) }))
  if (open) return [alreadyOpen]
  return demandedOn > today ? [demandInFuture] : []
}

/** Only the account that objected withdraws its objection or notes its case. */
export function judgeObjector(state: RegistrationState, filingNumber: string, account: number): Refusal[] {
  const objection = state.objections.find((each) => each.filingNumber === filingNumber)
  if (!objection) return [objectionNotFound]
  return objection.account === account ? [] : [notTheObjector]
}

/** An objection that is there and has not ended. */
export function judgeObjectionOpen(state: RegistrationState, filingNumber: string, today: string): Refusal[] {
  const objection = state.objections.find((each) => each.filingNumber === filingNumber)
  if (!objection) return [objectionNotFound]
  const status = objectionStatusOn(objection, today)
  return isOpen({ status }) ? [] : [objectionEnded(status)]
}

/** Case acceptance: once, and in time. */
export function judgeAcceptance(
  state: RegistrationState,
  acceptance: { objection: string; acceptedOn: string },
  today: string,
): Refusal[] {
  const refused = judgeObjectionOpen(state, acceptance.objection, today)
  if (refused.length > 0) return refused
  const objection = state.objections.find((each) => each.filingNumber === acceptance.objection)!
  if (objection.status === 'case_accepted') return [acceptedAlready]
  return acceptance.acceptedOn > today ? [acceptanceInFuture] : []
}

/** Lapse: nobody's choice, so it is refused while the notice may still come. */
export function judgeLapse(state: RegistrationState, filingNumber: string, today: string): Refusal[] {
  const objection = state.objections.find((each) => each.filingNumber === filingNumber)
  if (!objection) return [objectionNotFound]
  if (objection.status !== 'noted') return [objectionEnded(objection.status)]
  return objectionStatusOn(objection, today) === 'lapsed' ? [] : [notDue]
}

const bySecuredParty: Refusal = {
  code: 'objection_by_secured_party',
  message: text(
    '担保权人或填表人不能对自己的登记提出异议；有误的请办理变更或注销（办法第十八条）',
    'The secured party or filer cannot object to its own registration; amend or discharge it (art. 18 of the Measures)',
  ),
}
const alreadyOpen: Refusal = {
  code: 'objection_already_open',
  message: text(
    '贵方对这项登记的异议还没有结束，不能再次提出',
    'Your account has an open objection to this registration already',
  ),
}
const demandInFuture: Refusal = {
  code: 'date_in_future',
  pointer: '/demandedOn',
  message: text('提出要求的日期在将来，请核对', 'The day of the demand is yet to come; check it'),
}
const acceptanceInFuture: Refusal = {
  code: 'date_in_future',
  pointer: '/acceptedOn',
  message: text('受理日期在将来，请核对', 'The day of acceptance is yet to come; check it'),
}
const objectionNotFound: Refusal = {
  code: 'objection_not_found',
  message: text('这项登记没有这个编号的异议', 'This registration has no objection with this number'),
}
const notTheObjector: Refusal = {
  code: 'not_the_objector',
  message: text('只有提出异议的一方可以办理', 'Only the account that objected may do this'),
}
const acceptedAlready: Refusal = {
  code: 'case_accepted_already',
  message: text('这项异议的受理通知已经登记', 'The case of this objection has been noted as accepted already'),
}
const notDue: Refusal = {
  code: 'objection_lapse_not_due',
  message: text('三十日期限未满，异议尚未失效', 'The thirty days are not over: the objection has not lapsed'),
}

function objectionEnded(status: ObjectionStatus): Refusal {
  const words = objectionStatusLabels[status]
  return {
    code: 'objection_ended',
    message: text(`这项异议${words.zh}，不能再办理`, `This objection has ended: ${words.en.toLowerCase()}`),
  }
}

/** What has become of an objection, in words. */
export const objectionStatusLabels = {
  noted: text('已记载', 'Noted'),
  case_accepted: text('案件已受理', 'Case accepted'),
  withdrawn: text('已撤回', 'Withdrawn'),
  lapsed: text('已失效', 'Lapsed'),
  revoked: text('已撤销', 'Revoked'),
} as const satisfies Record<ObjectionStatus, unknown>

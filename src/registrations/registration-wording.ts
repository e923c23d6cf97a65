import { type Text, text } from '../platform/text.ts'
import type { FilingKind } from './act.ts'
import { formOf } from './forms/forms.ts'
import type { RegistrationStatus } from './registration-status.ts'

/** The words of closed lists of registrations. Pure. */
export const filingKindLabels: Readonly<Record<FilingKind, Text>> = {
  initial: text('初始登记', 'Initial registration'),
  amendment: text('变更登记', 'Amendment'),
  renewal: text('展期登记', 'Renewal'),
  discharge: text('注销登记', 'Discharge'),
  objection: text('异议登记', 'Objection'),
  objection_withdrawal: text('撤回异议', 'Withdrawal of an objection'),
  case_acceptance: text('异议案件受理通知', 'Notice of case acceptance'),
  objection_lapse: text('异议失效', 'Lapse of an objection'),
  revocation: text('撤销登记', 'Revocation'),
  correction: text('登记机构更正', 'Registrar’s correction'),
  reinstatement: text('恢复登记', 'Reinstatement'),
}

export const statusLabels: Readonly<Record<RegistrationStatus, Text>> = {
  in_effect: text('在效', 'In effect'),
  discharged: text('已注销', 'Discharged'),
  expired: text('已到期', 'Expired'),
  revoked: text('已撤销', 'Revoked'),
}

/** The security type in words; one that no form describes any more stays as it was filed. */
export function securityTypeLabel(securityType: string): Text {
  return formOf(securityType)?.label ?? text(securityType, securityType)
}

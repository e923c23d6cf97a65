import { type Text, text } from '../platform/text.ts'
import type { FilingKind } from '../registrations/act.ts'
import type { CertificateFacts } from './certificate-facts.ts'

/** What a certificate is called, on it and where it is checked. Pure. */
export function certificateTitle(facts: CertificateFacts): Text {
  if (facts.kind === 'registration_certificate') return filingCertificates[facts.filingKind]
  return otherCertificates[facts.kind]
}

const filingCertificates: Readonly<Record<FilingKind, Text>> = {
  initial: text('登记证明', 'Registration certificate'),
  renewal: text('展期登记证明', 'Certificate of renewal'),
  amendment: text('变更登记证明', 'Certificate of amendment'),
  discharge: text('注销登记证明', 'Certificate of discharge'),
  objection: text('异议登记证明', 'Certificate of objection'),
  objection_withdrawal: text('撤回异议证明', 'Certificate of withdrawal'),
  case_acceptance: text('案件受理通知证明', 'Certificate of case acceptance'),
  objection_lapse: text('异议失效证明', 'Certificate of lapse'),
  revocation: text('撤销登记证明', 'Certificate of revocation'),
  correction: text('更正登记证明', 'Certificate of correction'),
  reinstatement: text('恢复登记证明', 'Certificate of reinstatement'),
}
const otherCertificates = {
  search_certificate: text('查询证明', 'Search certificate'),
  overlap_certificate: text('清单核对证明', 'Certificate of a list check'),
} as const

/** What is known of one by its kind alone. */
export function kindTitle(kind: string): Text {
  return otherCertificates[kind as keyof typeof otherCertificates] ?? filingCertificates.initial
}

import { text } from '../platform/text.ts'
import { writtenDate, writtenExactMoment, writtenTerm } from '../platform/written-form.ts'
import { dischargeReasonLabels } from '../registrations/act-wording.ts'
import type { DischargeFacts, RenewalFacts } from './act-facts.ts'
import { filed, note, type Stated, stated, words } from './stated.ts'

/** What a renewal did. Pure. */
export function renewalStatements({ content, expiresOn }: RenewalFacts): Stated[] {
  const day = writtenDate(expiresOn)
  return [
    stated('增加的期限', 'Months added', words(writtenTerm(content.additionalMonths))),
    stated(
      '展期后的登记到期日',
      'New expiry date',
      words(text(`${day.zh}（至当日 24:00，北京时间）`, `${day.en}, until 24:00 (UTC+8)`)),
    ),
    stated('顺位', 'Rank', note(RANK_KEPT)),
  ]
}

const RANK_KEPT = text(
  '展期不改变顺位：仍自初始登记时起排序，变更时新增的担保财产仍自该次变更登记时起排序。',
  'A renewal keeps the rank: it still counts from the initial filing, and for collateral added by an amendment from ' +
    'that amendment.',
)

/** Why it was discharged, and when it ended. Pure. */
export function dischargeStatements({ content, standing }: DischargeFacts): Stated[] {
  const { reason, reasonText } = content
  return [
    stated('注销原因', 'Reason', words(dischargeReasonLabels[reason] ?? text(reason, reason))),
    ...(reasonText === undefined ? [] : [stated('原因说明', 'Reason in the filer’s words', filed(reasonText))]),
    ...(standing.endedAt === undefined
      ? []
      : [stated('终止时间', 'Ended at', words(writtenExactMoment(standing.endedAt)))]),
  ]
}

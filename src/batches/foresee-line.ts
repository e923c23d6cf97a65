import { Temporal } from 'temporal-polyfill'
import { beijingDate, microsecondsOf } from '../platform/clock.ts'
import type { Refusal } from '../platform/refusal.ts'
import { type Text, text } from '../platform/text.ts'
import { expiresOn, isExpired } from '../registrations/expiry.ts'
import { judgeStatus, type RegistrationStatus } from '../registrations/registration-status.ts'
import { statusLabels } from '../registrations/registration-wording.ts'
import type { BatchContent, BatchKind, BatchLine } from './batch-store.ts'

/** What the act would do to a line, were it filed now. Pure; the filing judges again at its place in the order. */
export type Foreseen = { expiresOn: string } | { refused: Refusal }

export function foreseeLine(
  line: BatchLine,
  batch: { kind: BatchKind; content: BatchContent | null },
  now: { account: number; today: string },
): Foreseen {
  if (line.account !== now.account) return { refused: notTheFiler }
  const status: RegistrationStatus = line.ended ?? (isExpired(line.expiresOn, now.today) ? 'expired' : 'in_effect')
  const refused = judgeStatus(status, batch.kind)
  if (refused) return { refused: { code: refused, message: endedWords(statusLabels[status]) } }
  if (batch.kind === 'discharge') return { expiresOn: line.expiresOn }
  return { expiresOn: renewedExpiry(line, Number(batch.content?.additionalMonths ?? 0)) }
}

/**
 * Terms count from the filing day and are clamped to the month's end, so the months that a term has are those between
 * the months of its two days.
 */
function renewedExpiry({ filedAt, expiresOn: last }: BatchLine, additionalMonths: number): string {
  const filedOn = beijingDate(microsecondsOf(filedAt))
  const begin = Temporal.PlainDate.from(filedOn).toPlainYearMonth()
  const { months } = begin.until(Temporal.PlainDate.from(last).toPlainYearMonth(), { largestUnit: 'months' })
  return expiresOn(filedOn, months + additionalMonths)
}

const notTheFiler: Refusal = {
  code: 'not_the_filer',
  message: text('填表人已变更，只有现填表人可以办理', 'Another account is its filer now, and only that may do this'),
}

function endedWords(label: Text): Text {
  return text(`登记${label.zh}，不能办理`, `It is ${label.en.toLowerCase()}: this cannot be done`)
}

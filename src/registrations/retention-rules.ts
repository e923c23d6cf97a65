import { Temporal } from 'temporal-polyfill'
import { beijingDate, microsecondsOf } from '../platform/clock.ts'
import type { RegistrationStatus } from './registration-status.ts'

/** What has ended is kept for so many years (the Measures, art. 30). */
export const RETENTION_YEARS = 15

/**
 * The last day on which what ended on a day is kept: the same day fifteen years on, or the last of its month where
 * there is none (Civil Code art. 202). Both are days in Beijing, YYYY-MM-DD.
 */
export function keptUntil(endedOn: string): string {
  return Temporal.PlainDate.from(endedOn).add({ years: RETENTION_YEARS }, { overflow: 'constrain' }).toString()
}

/** May it be destroyed on this day? */
export function isRetentionOver(endedOn: string, today: string): boolean {
  return keptUntil(endedOn) < today
}

/** The first of all days whose searches are still kept: what was searched before it is due. */
export function searchesKeptFrom(today: string): string {
  let day = Temporal.PlainDate.from(today).subtract({ years: RETENTION_YEARS }, { overflow: 'constrain' })
  while (keptUntil(day.toString()) > today) day = day.subtract({ days: 1 })
  return day.toString()
}

/** The day on which a registration ended: of the filing that ended it, or its last day. Undefined while in effect. */
export function endedOn(registration: {
  status: RegistrationStatus
  expiresOn: string
  filings: readonly { filedAt: string }[]
}): string | undefined {
  const { status, expiresOn, filings } = registration
  if (status === 'in_effect') return undefined
  // Nothing follows on what ended it, but a registrar's act that would put it back in effect.
  return status === 'expired' ? expiresOn : beijingDate(microsecondsOf(filings.at(-1)!.filedAt))
}

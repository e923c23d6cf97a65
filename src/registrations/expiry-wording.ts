import { Temporal } from 'temporal-polyfill'
import { type Text, text } from '../platform/text.ts'

/**
 * How soon the last day is, in words: in days up to three months, then in whole months, then in years. Pure.
 * @param expiresOn YYYY-MM-DD @param today the Beijing day
 */
export function writtenSoonness(expiresOn: string, today: string): Text {
  const from = Temporal.PlainDate.from(today)
  const days = from.until(expiresOn, { largestUnit: 'days' }).days
  if (days === 0) return text('今天 24:00 到期', 'expires tonight at 24:00')
  if (days === 1) return text('明天到期', 'expires tomorrow')
  if (days === -1) return text('昨天到期', 'expired yesterday')
  if (days < 0) return ago(days, from.until(expiresOn, { largestUnit: 'months' }).months)
  if (days <= DAYS_MAX) return text(`还有 ${days} 天到期`, `expires in ${days} days`)
  const { months } = from.until(expiresOn, { largestUnit: 'months' })
  if (months < YEARS_FROM_MONTHS) return text(`还有约 ${months} 个月`, `about ${months} months left`)
  const years = Math.floor(months / 12)
  return text(`还有 ${years} 年多`, `more than ${years} years left`)
}

function ago(days: number, months: number): Text {
  if (-days <= DAYS_MAX) return text(`已到期 ${-days} 天`, `expired ${-days} days ago`)
  if (-months < YEARS_FROM_MONTHS) return text(`已到期约 ${-months} 个月`, `expired about ${-months} months ago`)
  const years = Math.floor(-months / 12)
  return text(`已到期 ${years} 年多`, `expired more than ${years} years ago`)
}

const DAYS_MAX = 90
const YEARS_FROM_MONTHS = 24

import chineseDays from 'chinese-days'
import { Temporal } from 'temporal-polyfill'

/**
 * Statutory periods (Civil Code arts. 201 to 203): the day of the event does not count, and a period that ends on a
 * holiday ends on the next working day. The holidays and make-up days are the State Council's, as the package
 * chinese-days has them; a year that is not announced yet counts Saturdays and Sundays only. Days are YYYY-MM-DD in
 * Beijing. Pure.
 */

/** The last day of a period of calendar days that begins after `from`. */
export function endOfDays(from: string, days: number): string {
  return nextWorkingDay(Temporal.PlainDate.from(from).add({ days }).toString())
}

/** The last day of a period of working days that begins after `from`. */
export function endOfWorkingDays(from: string, days: number): string {
  let day = from
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(dayAfter(day))
  return day
}

/** The day itself when it is a working day, else the next one. */
function nextWorkingDay(day: string): string {
  let at = day
  while (!chineseDays.isWorkday(at)) at = dayAfter(at)
  return at
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

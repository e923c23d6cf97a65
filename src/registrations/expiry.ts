import { Temporal } from 'temporal-polyfill'

/**
 * Terms are whole months counted from the filing day in Beijing, clamped to the month's end: 31 January plus one month
 * is 28 or 29 February (the Measures, art. 11). Registration terms do not roll over holidays.
 * @param filedOn YYYY-MM-DD @returns YYYY-MM-DD, the last day in effect
 */
export function expiresOn(filedOn: string, termMonths: number): string {
  return Temporal.PlainDate.from(filedOn).add({ months: termMonths }, { overflow: 'constrain' }).toString()
}

/** In effect until 24:00 in Beijing of its last day. `today` is the Beijing day of the moment asked about. */
export function isExpired(lastDay: string, today: string): boolean {
  return lastDay < today
}

import { beijingDate, microsecondsOf, rfc3339 } from './clock.ts'
import { type Html, html } from './html.ts'
import { type Text, text } from './text.ts'

/** How pages write numbers, times and money. Pure. */

const BEIJING_OFFSET_MICROSECONDS = 8 * 3_600 * 1_000_000
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 2026年11月22日 14:03:05（北京时间）, 22 Nov 2026 14:03:05 (UTC+8). @param time RFC 3339 in UTC, up to six decimals */
export function writtenMoment(time: string): Text {
  return momentWith(time, 19)
}

/** The moment to the microsecond: what rank hangs on. */
export function writtenExactMoment(time: string): Text {
  return momentWith(time, 26)
}

/** The moment for use inside brackets: 2026年11月22日 14:03:05，北京时间. */
export function writtenMomentInBrackets(time: string): Text {
  const { day, clock } = inBeijing(time, 19)
  return text(`${day.zh} ${clock}，北京时间`, `${day.en} ${clock}, UTC+8`)
}

/** The moment without its zone, for columns whose heading says that times are Beijing's. */
export function writtenMomentShort(time: string): Text {
  const { day, clock } = inBeijing(time, 19)
  return text(`${day.zh} ${clock}`, `${day.en} ${clock}`)
}

/** 2026-11-22 14:03:05 in Beijing, as spreadsheets read a moment. */
export function beijingMoment(time: string): string {
  return rfc3339(microsecondsOf(time) + BEIJING_OFFSET_MICROSECONDS)
    .slice(0, 19)
    .replace('T', ' ')
}

/** Day and clock of a moment apart, for narrow columns: the clock is to the microsecond, rank hangs on it. */
export function writtenMomentParts(time: string): { day: Text; clock: string } {
  return inBeijing(time, 26)
}

/** 2026年11月22日, 22 Nov 2026. Anything that is not YYYY-MM-DD stays as it is. */
export function writtenDate(date: string): Text {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? []
  if (!year) return text(date, date)
  return text(`${year}年${Number(month)}月${Number(day)}日`, `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`)
}

/** 1,234,567.00 from a decimal string or a number; every digit of the fraction stays. */
export function thousands(value: string | number): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** CNY 1,234,567.00 */
export function writtenMoney({ currency, amount }: { currency: string; amount: string }): string {
  return `${currency} ${thousands(amount)}`
}

/** 24 个月（2 年）, 24 months (2 years). @param months whole months, at least one */
export function writtenTerm(months: number): Text {
  const years = months % 12 === 0 ? months / 12 : undefined
  const english = `${months} ${months === 1 ? 'month' : 'months'}`
  if (years === undefined) return text(`${months} 个月`, english)
  return text(`${months} 个月（${years} 年）`, `${english} (${years} ${years === 1 ? 'year' : 'years'})`)
}

/** 2 天 3 小时 0.000123 秒, 2 days 3 hours 0.000123 seconds. Parts of nothing are left out; a day has 24 hours. */
export function writtenDuration(microseconds: number): Text {
  const second = 1_000_000
  const units = [
    { length: 86_400 * second, zh: '天', en: 'day' },
    { length: 3_600 * second, zh: '小时', en: 'hour' },
    { length: 60 * second, zh: '分钟', en: 'minute' },
  ]
  let left = microseconds
  const parts = units.flatMap(({ length, zh, en }) => {
    const count = Math.floor(left / length)
    left -= count * length
    return count > 0 ? [text(`${thousands(count)} ${zh}`, `${thousands(count)} ${en}${count === 1 ? '' : 's'}`)] : []
  })
  const fraction = String(left % second)
    .padStart(6, '0')
    .replace(/0+$/, '')
  const seconds = `${Math.floor(left / second)}${fraction && `.${fraction}`}`
  if (left > 0 || parts.length === 0)
    parts.push(text(`${seconds} 秒`, `${seconds} second${seconds === '1' ? '' : 's'}`))
  return text(parts.map(({ zh }) => zh).join(' '), parts.map(({ en }) => en).join(' '))
}

/** 20261122 0123 … as text: groups of four. */
export function groupsOfFour(number: string): string {
  return number.replace(/.{4}(?=.)/gu, '$& ')
}

/**
 * A number or code in groups of four. The gaps are space between the groups and no characters, so that it is selected
 * and read by programs as it is; the script adds a button that copies it. Inside a link give `copy: false`.
 */
export function numberInGroups(number: string, { copy = true } = {}): Html {
  const groups = (number.match(/.{1,4}/gu) ?? []).map((each) => html`<span class="number__group">${each}</span>`)
  return html`<span class="number"${copy ? html` data-copy="${number}"` : html``}>${groups}</span>`
}

function momentWith(time: string, characters: number): Text {
  const { day, clock } = inBeijing(time, characters)
  return text(`${day.zh} ${clock}（北京时间）`, `${day.en} ${clock} (UTC+8)`)
}

function inBeijing(time: string, characters: number): { day: Text; clock: string } {
  const microseconds = microsecondsOf(time)
  const clock = rfc3339(microseconds + BEIJING_OFFSET_MICROSECONDS).slice(11, characters)
  return { day: writtenDate(beijingDate(microseconds)), clock }
}

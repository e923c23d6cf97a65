import type { Random } from './random.ts'

/** An amount on a form. */
export type Money = { currency: string; amount: string }

/** Yuan as a decimal string with two decimals. */
export function yuan(amount: number): string {
  return (Math.round(amount * 100) / 100).toFixed(2)
}

export function cny(amount: number): Money {
  return { currency: 'CNY', amount: yuan(amount) }
}

/** A round sum as lenders lend: two significant digits, `from` to `to` yuan, small ones more often than large. */
export function roundSum(random: Random, from: number, to: number): number {
  const drawn = from * (to / from) ** (random.integer(10_000) / 10_000)
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(drawn)) - 1)
  return Math.max(from, Math.round(drawn / unit) * unit)
}

/** The date some days later (earlier if negative). Dates are YYYY-MM-DD. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A contract's number as institutions write them: HDZL-2026-0318 or （2026）沪银贷字第0318号. */
export function contractNumber(random: Random, date: string, word: string, divisionCode = '310000'): string {
  const year = date.slice(0, 4)
  if (random.chance(0.3)) {
    const province = PROVINCE_LETTERS[divisionCode.slice(0, 2)] ?? '沪'
    return `（${year}）${province}${word}字第${random.digits(random.between(4, 6))}号`
  }
  let letters = ''
  for (let i = random.between(2, 4); i > 0; i--) letters += 'ABCDFGHJKLMNPQRSTWXYZ'.charAt(random.integer(21))
  return `${letters}-${year}${random.pick(['-', ''])}${date.slice(5, 7)}${random.pick(['-', ''])}${random.digits(random.between(4, 6))}`
}

/**
 * The number of a fully digital invoice (数电票), 20 digits: year (2), division (2), channel (1), serial (15). They are
 * without a check digit.
 */
export function invoiceNumber(random: Random, date: string, divisionCode: string): string {
  return `${date.slice(2, 4)}${divisionCode.slice(0, 2)}2${random.digits(15)}`
}

const PROVINCE_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '11京 12津 13冀 14晋 15蒙 21辽 22吉 23黑 31沪 32苏 33浙 34皖 35闽 36赣 37鲁 41豫 42鄂 43湘 44粤 45桂 46琼 50渝 51川 52贵 53云 54藏 61陕 62甘 ' +
    '63青 64宁 65新'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), entry.slice(2)]),
)

import { scaleBand, scaleLinear } from 'd3-scale'
import { type Html, html } from '../../platform/html.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { thousands } from '../../platform/written-form.ts'
import type { ShownCount } from '../shown-count.ts'

/** So wide that it is read on a telephone without scrolling; a desk's screen shows it a little larger. */
const WIDTH = 340
const ROW_HEIGHT = 22
const LABEL_WIDTH = 76
const NUMBER_WIDTH = 52
const FEW_WIDTH = 5
const INK = '#1f1e1a'
const BAR = '#0b5a5e'

/** Months that are drawn: a year and the present one. */
const MONTHS_MAX = 13

/**
 * Searches by month as bars, the newest on top, each with its number. What is shown as few is an empty stub of one
 * length, what is only a lower bound is paler. The same facts stand in the table beside it.
 */
export function monthChart(months: readonly { month: string; total: ShownCount }[], language: Language): Html {
  const drawn = months.slice(0, MONTHS_MAX)
  const height = drawn.length * ROW_HEIGHT
  const most = Math.max(1, ...drawn.map(({ total }) => (total.is === 'few' ? 0 : total.searches)))
  const x = scaleLinear([0, most], [0, WIDTH - LABEL_WIDTH - NUMBER_WIDTH])
  const y = scaleBand(
    drawn.map(({ month }) => month),
    [0, height],
  ).padding(0.2)
  const rows = drawn.map(({ month, total }) => {
    const [top, thick] = [rounded(y(month)!), rounded(y.bandwidth())]
    const base = rounded(top + thick / 2 + 4)
    const length = total.is === 'few' ? FEW_WIDTH : rounded(x(total.searches))
    return html`<text x="0" y="${base}">${monthWords(month, language)}</text>${barOf(total, { top, thick, length })}<text x="${rounded(LABEL_WIDTH + length + 6)}" y="${base}">${countWords(total, language)}</text>`
  })
  const label = inLanguage(text('近一年各月被查询次数', 'Searches by month over a year'), language)
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}" xmlns="http://www.w3.org/2000/svg" font-size="12" fill="${INK}">${rows}</svg>`
}

function barOf(total: ShownCount, { top, thick, length }: { top: number; thick: number; length: number }): Html {
  const place = html`x="${LABEL_WIDTH}" y="${top}" width="${length}" height="${thick}"`
  if (total.is === 'few') return html`<rect ${place} fill="none" stroke="${BAR}"/>`
  return html`<rect ${place} fill="${BAR}" fill-opacity="${total.is === 'at_least' ? 0.55 : 1}"/>`
}

/** In a table, a list and a chart alike: 少量, 12 or 10+. */
export function countWords(count: ShownCount, language: Language): string {
  if (count.is === 'few') return inLanguage(text('少量', 'Few'), language)
  return count.is === 'at_least' ? `${thousands(count.searches)}+` : thousands(count.searches)
}

export function monthWords(month: string, language: Language): string {
  const [year, of] = month.split('-') as [string, string]
  if (language !== 'en') return `${year}年${Number(of)}月`
  const name = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(Date.parse(`${month}-01`))
  return `${name} ${year}`
}

const rounded = (value: number) => Math.round(value * 10) / 10

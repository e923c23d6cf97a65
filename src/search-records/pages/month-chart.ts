import { scaleBand, scaleLinear } from 'd3-scale'
import { type Html, html, nothing } from '../../platform/html.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { thousands } from '../../platform/written-form.ts'
import type { ShownCount } from '../shown-count.ts'

const WIDTH = 900
const HEIGHT = 240
const MARGIN = { top: 28, right: 8, bottom: 44, left: 8 }
const FEW_HEIGHT = 6
const INK = '#1f1e1a'
const BAR = '#0b5a5e'
const RULE = '#d9d3c5'

/**
 * Searches by month as bars from the earliest to the latest, each with its number. What is shown as few is an empty
 * stub of one height, what is only a lower bound has a broken top. The same facts stand in the table beside it.
 */
export function monthChart(months: readonly { month: string; total: ShownCount }[], language: Language): Html {
  const inOrder = months.toReversed()
  const most = Math.max(...inOrder.map(({ total }) => (total.is === 'few' ? 0 : total.searches)), FEW_HEIGHT)
  const x = scaleBand(
    inOrder.map(({ month }) => month),
    [MARGIN.left, WIDTH - MARGIN.right],
  )
    .paddingInner(0.3)
    .paddingOuter(0.1)
  const y = scaleLinear([0, most], [HEIGHT - MARGIN.bottom, MARGIN.top])
  const base = HEIGHT - MARGIN.bottom
  const title = inLanguage(text('各月被查询次数', 'Searches by month'), language)
  // At the side of its bar a label of few months is clear; of many, each second month is named.
  const every = inOrder.length > 14 ? 3 : 1
  const bars = inOrder.map(({ month, total }, at) => {
    const left = rounded(x(month)!)
    const width = rounded(x.bandwidth())
    const middle = rounded(x(month)! + x.bandwidth() / 2)
    const height = total.is === 'few' ? FEW_HEIGHT : base - y(total.searches)
    const top = rounded(base - height)
    const label = total.is === 'few' ? '·' : total.is === 'at_least' ? `${thousands(total.searches)}+` : plain(total)
    const drawn =
      total.is === 'few'
        ? html`<rect x="${left}" y="${top}" width="${width}" height="${FEW_HEIGHT}" fill="none" stroke="${BAR}"/>`
        : html`<rect x="${left}" y="${top}" width="${width}" height="${rounded(height)}" fill="${BAR}"${total.is === 'at_least' ? html` fill-opacity="0.55"` : nothing}/>`
    const named = at % every === (inOrder.length - 1) % every || inOrder.length <= 14
    return html`${drawn}<text x="${middle}" y="${rounded(top - 7)}" text-anchor="middle" font-size="13" fill="${INK}">${label}</text>${named ? html`<text x="${middle}" y="${base + 18}" text-anchor="middle" font-size="13" fill="${INK}">${monthLabel(month, language)}</text>` : nothing}`
  })
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}" xmlns="http://www.w3.org/2000/svg">
<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${base}" y2="${base}" stroke="${RULE}"/>
${bars}</svg>`
}

function plain(total: ShownCount): string {
  return total.is !== 'few' && total.searches > 0 ? thousands(total.searches) : ''
}

function monthLabel(month: string, language: Language): string {
  const [year, of] = month.split('-')
  return language === 'en' ? `${of}/${year!.slice(2)}` : `${year!.slice(2)}年${Number(of)}月`
}

const rounded = (value: number) => Math.round(value * 10) / 10

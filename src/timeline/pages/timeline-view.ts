import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { pageLinks, type Slice, slicePage } from '../../platform/paging.ts'
import { inLanguage, type Language } from '../../platform/text.ts'
import { groupsOfFour, thousands, writtenMoment, writtenMomentInBrackets } from '../../platform/written-form.ts'
import { BARS_MAX, type Bar, type Timeline, type TimelineMatch, timelineOf } from '../timeline.ts'
import { barOf, legendOf, legendPartLabels, markLabel, markOf, partOf, rounded, verticals } from '../timeline-svg.ts'
import { actLabel, expiresLabel, nowLabel, oneScale, shortened, timelineHeading } from '../timeline-wording.ts'
import { actsTable } from './acts-table.ts'

type Place = { language: Language; here: string; linked: boolean }
type AsOf = { sequence: number; time: string }

/** The registrations of one page of a result over time: a picture of up to 50, and all their acts as a table. */
export function timelineView(matches: readonly TimelineMatch[], asOf: AsOf, place: Place): Html {
  const { language, here } = place
  const drawn = slicePage(matches, BARS_MAX, Object.fromEntries(new URL(here, 'http://local').searchParams), 'timeline')
  return html`<h2 class="govuk-heading-m" id="timeline">${inLanguage(timelineHeading, language)}</h2>
<p class="govuk-body secondary">${inLanguage(oneScale, language)}</p>
${whatIsDrawn(drawn, language)}
${picture(drawn.rows, asOf, language)}
${pageLinks(language, drawn, { here, name: 'timeline', anchor: 'timeline' })}
${actsTable(matches, asOf, place)}`
}

function whatIsDrawn({ rows, total }: Slice<TimelineMatch>, language: Language): Html {
  if (rows.length === total) return nothing
  const say = speaker(language)
  const [first, last] = [thousands(rows[0]!.rank), thousands(rows.at(-1)!.rank)]
  return html`<p class="govuk-body">${say(`一图最多画 ${BARS_MAX} 项：这里是次序 ${first} 至 ${last} 的登记，其余的翻页查看；表中各项俱全。`, `A picture holds up to ${BARS_MAX}: these are ranks ${first} to ${last}; the others are on the pages below, and all are in the table.`)}</p>`
}

/** In pixels. The picture is as wide as a desk's page; on a telephone it scrolls sideways, and nothing else does. */
const LABELS = 212
const PLOT = 624
const ENDS = 124
const WIDTH = LABELS + PLOT + ENDS
const AXIS = 44
const ROW = 40
const MARK = 13

function picture(matches: readonly TimelineMatch[], asOf: AsOf, language: Language): Html {
  const say = speaker(language)
  const timeline = timelineOf(matches, asOf, { width: PLOT, mark: MARK })
  const height = AXIS + timeline.bars.length * ROW + 8
  const moment = inLanguage(writtenMomentInBrackets(asOf.time), language)
  const count = timeline.bars.length
  const title = say(`${count} 项登记的时间线`, `Timeline of ${count} ${count === 1 ? 'registration' : 'registrations'}`)
  const desc = say(
    `截至第 ${thousands(asOf.sequence)} 号登记（${moment}）；各项登记的起止和登记事项与下表相同。`,
    `As of filing ${thousands(asOf.sequence)} (${moment}); the table below says the same of each registration and act.`,
  )
  return html`${legend(timeline, language)}
<div class="timeline" role="region" aria-labelledby="timeline" tabindex="0">
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="timeline-title timeline-desc" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-size="12.5">
<title id="timeline-title">${title}</title><desc id="timeline-desc">${desc}</desc>
<g transform="translate(${LABELS} 0)">
${axis(timeline, inLanguage(nowLabel(asOf.time), language))}
${verticals(timeline, AXIS - 6, height - 4, 1)}
${timeline.bars.map((bar, at) => barOf(bar, timeline, { y: middleOf(at), mark: MARK, title: titlesOf(bar, asOf, language) }))}
</g>
${timeline.bars.map((bar, at) => labels(bar, middleOf(at), language))}
</svg>
</div>`
}

const middleOf = (at: number) => AXIS + at * ROW + ROW / 2

/** Round dates, and above them the search's own moment. */
function axis({ ticks, now }: Timeline, nowWords: string): Html {
  const label = (x: number, y: number, words: string, more: Html) =>
    html`<text x="${rounded(x)}" y="${y}" text-anchor="middle" ${more}>${words}</text>`
  return html`${ticks.map(({ x, label: words }) => label(x, AXIS - 12, words, html`fill="#5d5950"`))}
${label(now, 14, nowWords, html`fill="#1f1e1a" font-weight="700"`)}`
}

/** What each bar is: rank, number and whose right at the left, expiry at the right. */
function labels({ match, unmarked }: Bar, y: number, language: Language): Html {
  const say = speaker(language)
  const [holder] = match.securedParties
  const others = match.securedParties.length - 1
  const more = others > 0 ? say(`等 ${others + 1} 人`, ` and ${others} more`) : ''
  const under = unmarked > 0 ? say(`另有 ${unmarked} 项未标`, `${unmarked} more, unmarked`) : ''
  return html`<text x="0" y="${y - 3}" font-weight="700">${thousands(match.rank)}</text>
<text x="24" y="${y - 3}">${groupsOfFour(match.registrationNumber)}</text>
<text x="24" y="${y + 13}" fill="#5d5950">${shortened(holder?.name ?? '', HOLDER_EMS - (more ? 3 : 0))}${more}</text>
<text x="${LABELS + PLOT + 4}" y="${y + 4}">${inLanguage(expiresLabel(match.expiresOn), language)}</text>
${under ? html`<text x="${LABELS + PLOT + 4}" y="${y + 18}" fill="#5d5950">${under}</text>` : nothing}`
}

const HOLDER_EMS = 14

function titlesOf({ marks, match }: Bar, asOf: AsOf, language: Language): (at: number) => string {
  return (at) => {
    const { act } = marks[at]!
    const moment = inLanguage(writtenMoment(act.filedAt), language)
    return `${inLanguage(actLabel(act, match.acts, asOf), language)} ${moment} ${groupsOfFour(act.filingNumber)}`
  }
}

function legend(timeline: Timeline, language: Language): Html {
  const say = speaker(language)
  const { parts, shapes } = legendOf(timeline)
  const entry = (drawing: Html, width: number, words: string) =>
    html`<li><svg aria-hidden="true" viewBox="0 0 ${width} 18" width="${width}" height="18">${drawing}</svg>${words}</li>`
  return html`<ul class="timeline-legend" aria-label="${say('图例', 'Legend')}">
${shapes.map((shape) => entry(markOf(shape, 9, 9, MARK), 18, inLanguage(markLabel(shape), language)))}
${parts.map((part) => entry(partOf(part, 18), 36, inLanguage(legendPartLabels[part], language)))}
</ul>`
}

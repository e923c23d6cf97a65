import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js'
import { html } from '../platform/html.ts'
import { type Text, text } from '../platform/text.ts'
import { BARS_MAX, type Bar, type Timeline, type TimelineMatch, timelineOf } from '../timeline/timeline.ts'
import {
  barOf,
  legendOf,
  legendPartLabels,
  markLabel,
  markOf,
  partOf,
  rounded,
  verticals,
} from '../timeline/timeline-svg.ts'
import { nowLabel, oneScale, shortened, timelineHeading } from '../timeline/timeline-wording.ts'
import type { SearchCertificateFacts, SearchMatch } from './certificate-facts.ts'
import type { CertificatePart } from './certificate-part.ts'
import { both, CONTENT_WIDTH, HAIRLINE, paragraphs, plain, styles } from './certificate-styles.ts'
import { type Block, GAP } from './certificate-tables.ts'
import { contentOf, type Piece, setLines, widthOf } from './certificate-typesetting.ts'
import { calendarDay, groupsOfFour, thousands } from './certificate-wording.ts'

/**
 * The timeline of a search certificate: a table with a bar a row, so that it goes on over pages with its axis above it
 * on each. Words are set by pdfmake in the certificates' own fonts: a drawing holds none.
 */
export function timelineBlocks(facts: SearchCertificateFacts, part?: CertificatePart): Block[] {
  // The picture is of the first by rank: they stand in the first part.
  if (part && part.part > 1) return []
  const matches = facts.matches.slice(0, BARS_MAX).filter(hasActs)
  if (matches.length === 0) return []
  const timeline = timelineOf(matches, facts.asOf, { width: PLOT, mark: MARK })
  const left = (part?.matchCount ?? facts.matches.length) - matches.length
  return [
    set(both(timelineHeading, styles.heading, styles.headingSmall), CONTENT_WIDTH, [0, 14, 0, 2]),
    set(paragraphs(oneScale, styles.cell), CONTENT_WIDTH, [0, 0, 0, 4]),
    ...(left > 0 ? [set(paragraphs(notDrawn(left, part !== undefined), styles.cell), CONTENT_WIDTH)] : []),
    legend(timeline),
    {
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: [LABELS, PLOT, ENDS],
        body: [['', axis(timeline, facts.asOf.time), ''] as TableCell[], ...timeline.bars.map(rowOf(timeline))],
      },
      layout: bare,
    },
  ]
}

/** Certificates that were frozen before the acts were part of their facts have no timeline. */
function hasActs(match: SearchMatch): match is SearchMatch & TimelineMatch {
  return match.acts !== undefined
}

function notDrawn(left: number, inParts: boolean): Text {
  const [zh, en] = inParts ? ['各册的查询结果', 'the results of all parts'] : ['查询结果', 'the result above']
  return text(
    `图中画出次序在前的 ${BARS_MAX} 项；其余 ${thousands(left)} 项未画，均列于${zh}。`,
    `The picture shows the first ${BARS_MAX} by rank; the other ${thousands(left)} are in ${en}.`,
  )
}

/** Points. */
const LABELS = 116
const ENDS = 70
const PLOT = CONTENT_WIDTH - LABELS - ENDS - 2 * GAP
const MARK = 7.5
const AXIS = 26
const ROW = 22
const LINE = 0.5

const set = (pieces: Piece[], width: number, margin: Margins = [0, 0, 0, 0]) =>
  ({ ...(contentOf(setLines(pieces, width)) as object), margin }) as Content

type Margins = [left: number, top: number, right: number, bottom: number]

/** A drawing of its own width and height. */
function drawing(width: number, height: number, shapes: ReturnType<typeof html>): Content {
  const size = html`viewBox="0 0 ${rounded(width)} ${height}" width="${rounded(width)}" height="${height}"`
  return { svg: html`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${shapes}</svg>`.toString() }
}

/** The round dates and the search's moment above the first bar of each page. */
function axis(timeline: Timeline, time: string): Content {
  const label = (words: Piece[], x: number, y: number) => {
    const width = words.reduce((sum, { text, style }) => sum + widthOf(text, style), 0)
    const from = Math.min(Math.max(x - width / 2, 0), PLOT - width)
    return { ...(set(words, width + 1) as object), relativePosition: { x: from, y } }
  }
  const dates = timeline.ticks.map((tick) => label(plain(tick.label, styles.cellSmall), tick.x, 11))
  return {
    stack: [
      label(both(nowLabel(time), styles.cell, styles.cellSmall), timeline.now, 0),
      ...dates,
      drawing(PLOT, AXIS, verticals(timeline, AXIS - 4, AXIS, LINE)),
    ],
  } as Content
}

function rowOf(timeline: Timeline): (bar: Bar) => TableCell[] {
  return (bar) => {
    const { match } = bar
    const shapes = html`${verticals(timeline, 0, ROW, LINE)}${barOf(bar, timeline, { y: ROW / 2, mark: MARK })}`
    const number = plain(`${thousands(match.rank)}  ${groupsOfFour(match.registrationNumber)}`, styles.cell)
    const holder = plain(shortened(match.securedParties[0]?.name ?? '', HOLDER_EMS), styles.cellSmall)
    const expires = calendarDay(match.expiresOn)
    return [
      { stack: [one(number, LABELS), one(holder, LABELS)] } as TableCell,
      drawing(PLOT, ROW, shapes) as TableCell,
      {
        stack: [one(plain(`至${expires.zh}`, styles.cell), ENDS), one(plain(expires.en, styles.cellSmall), ENDS)],
      } as TableCell,
    ]
  }
}

/** The first line only: a row is as high as its drawing. */
const one = (pieces: Piece[], width: number) => contentOf(setLines(pieces, width).slice(0, 1)) as object

const HOLDER_EMS = 16

const bare: CustomTableLayout = {
  hLineWidth: (line, node) => (line === 0 || line === node.table.body.length ? LINE : 0),
  vLineWidth: () => 0,
  hLineColor: () => HAIRLINE,
  paddingLeft: (column) => (column === 0 ? 0 : GAP / 2),
  paddingRight: (column) => (column === 2 ? 0 : GAP / 2),
  paddingTop: () => 0,
  paddingBottom: () => 0,
}

const LEGEND_COLUMNS = 2

/** Two entries a line, each a drawing and its words. */
function legend(timeline: Timeline): Content {
  const { parts, shapes } = legendOf(timeline)
  const entries = [
    ...shapes.map((shape) => ({ drawn: drawing(20, 10, markOf(shape, 10, 5, MARK)), label: markLabel(shape) })),
    ...parts.map((part) => ({ drawn: drawing(20, 10, partOf(part, 10)), label: legendPartLabels[part] })),
  ]
  const width = CONTENT_WIDTH / LEGEND_COLUMNS - 26
  const cells = entries.map(({ drawn, label }) => ({
    columns: [
      { ...(drawn as object), width: 20, margin: [0, 0.5, 0, 0] },
      { ...(set(both(label, styles.cell, styles.cellSmall), width) as object), width },
    ],
    columnGap: 6,
    width: CONTENT_WIDTH / LEGEND_COLUMNS,
  }))
  const lines = Array.from({ length: Math.ceil(cells.length / LEGEND_COLUMNS) }, (_, line) => ({
    columns: cells.slice(line * LEGEND_COLUMNS, (line + 1) * LEGEND_COLUMNS),
  }))
  return { stack: lines, margin: [0, 0, 0, 6] } as Content
}

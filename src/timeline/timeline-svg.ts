import {
  type SymbolType,
  symbol,
  symbolAsterisk,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTimes,
  symbolTriangle,
  symbolWye,
} from 'd3-shape'
import { type Html, html, nothing } from '../platform/html.ts'
import { type Text, text } from '../platform/text.ts'
import type { Bar, MarkShape, Timeline } from './timeline.ts'

/** The drawing of a timeline, for pages and certificates: shapes that are told apart without colour. Pure. */

const INK = '#1f1e1a'
const ELAPSED = '#a9bfbd'
const TO_COME = '#ffffff'
const RULE = '#d9d3c5'

type Drawn = {
  type: SymbolType
  /** Filled with ink, with white, or a stroke alone. */
  as: 'ink' | 'white' | 'stroke'
  turn?: number
  label: Text
}

/** The mark of each act, and what the legend calls it. */
const drawn: Readonly<Record<MarkShape, Drawn>> = {
  initial: { type: symbolCircle, as: 'ink', label: text('初始登记', 'Initial registration') },
  amendment: { type: symbolSquare, as: 'white', label: text('变更登记', 'Amendment') },
  added_collateral: {
    type: symbolCross,
    as: 'ink',
    label: text('变更登记，新增担保财产（自此排序）', 'Amendment that adds collateral, which ranks from it'),
  },
  renewal: { type: symbolTriangle, as: 'ink', turn: 90, label: text('展期登记', 'Renewal') },
  objection_open: { type: symbolDiamond, as: 'ink', label: text('异议登记，尚未了结', 'Objection, open') },
  objection_closed: { type: symbolDiamond, as: 'white', label: text('异议登记，已了结', 'Objection, closed') },
  case_acceptance: { type: symbolWye, as: 'ink', label: text('异议案件受理通知', 'Notice of case acceptance') },
  objection_end: {
    type: symbolTriangle,
    as: 'white',
    turn: 180,
    label: text('异议撤回、失效或者被撤销', 'Objection withdrawn, lapsed or revoked'),
  },
  ending: { type: symbolTimes, as: 'stroke', label: text('注销或者撤销', 'Discharge or revocation') },
  reinstatement: { type: symbolStar, as: 'ink', label: text('恢复登记', 'Reinstatement') },
  correction: { type: symbolAsterisk, as: 'stroke', label: text('登记机构更正', 'Registrar’s correction') },
}

export const markLabel = (shape: MarkShape): Text => drawn[shape].label

/** One mark around a point. @param side of its square, about */
export function markOf(shape: MarkShape, x: number, y: number, side: number, title?: string): Html {
  const { type, as, turn } = drawn[shape]
  const path = symbol(type, side * side * AREA[as])()!
  const fill = as === 'ink' ? INK : as === 'white' ? TO_COME : 'none'
  const turned = turn ? html` rotate(${turn})` : nothing
  const width = rounded(side * (as === 'stroke' ? 0.17 : 0.12))
  return html`<path transform="translate(${rounded(x)} ${rounded(y)})${turned}" d="${path}" fill="${fill}" stroke="${INK}" stroke-width="${width}">${title === undefined ? nothing : html`<title>${title}</title>`}</path>`
}

/** Of the square around a mark, so that all look equally large. */
const AREA = { ink: 0.5, white: 0.55, stroke: 0.6 } as const

/** Lines that run through all bars: round dates, folds, and the moment of the search. */
export function verticals(timeline: Timeline, top: number, bottom: number, line: number): Html {
  const at = (x: number, attributes: Html) =>
    html`<path d="M${rounded(x)} ${top}V${bottom}" fill="none" ${attributes}/>`
  return html`${timeline.ticks.map(({ x }) => at(x, html`stroke="${RULE}" stroke-width="${line}"`))}${timeline.folds.map((x) => at(x, html`stroke="${INK}" stroke-width="${line}" stroke-dasharray="1 3"`))}${at(timeline.now, html`stroke="${INK}" stroke-width="${line * 1.6}"`)}`
}

/**
 * A bar around a height: what has passed is grey, what is to come is white, a gap is left out; a thin line below it
 * from where added collateral ranks; at its end the expiry. @param title says an act in words, for who points at it
 */
export function barOf(
  bar: Bar,
  timeline: Timeline,
  { y, mark, title }: { y: number; mark: number; title?: (at: number) => string },
): Html {
  const high = rounded(mark * 0.62)
  const top = rounded(y - high / 2)
  const line = rounded(mark * 0.09)
  const box = (from: number, until: number, fill: string) =>
    until > from
      ? html`<path d="M${rounded(from)} ${top}H${rounded(until)}V${top + high}H${rounded(from)}Z" fill="${fill}" stroke="${INK}" stroke-width="${line}"/>`
      : nothing
  const whole = [...bar.gaps.map(({ from }) => from), bar.until]
  const begins = [bar.from, ...bar.gaps.map(({ until }) => until)]
  const pieces = begins.map((from, at) => {
    const until = whole[at]!
    const now = Math.min(Math.max(timeline.now, from), until)
    return html`${box(from, now, ELAPSED)}${box(now, until, TO_COME)}`
  })
  const gaps = bar.gaps.map(
    ({ from, until }) =>
      html`<path d="M${rounded(from)} ${rounded(y)}H${rounded(until)}" fill="none" stroke="${INK}" stroke-width="${line}" stroke-dasharray="2 2"/>`,
  )
  const below = rounded(top + high + mark * 0.35)
  const added = bar.added.map(
    (x) =>
      html`<path d="M${rounded(x)} ${rounded(y)}V${below}H${rounded(bar.until)}" fill="none" stroke="${INK}" stroke-width="${rounded(line * 1.5)}"/>`,
  )
  const end = html`<path d="M${rounded(bar.until)} ${rounded(y - mark * 0.75)}V${rounded(y + mark * 0.75)}" fill="none" stroke="${INK}" stroke-width="${rounded(mark * 0.22)}"/>`
  const marks = bar.marks.map(({ x, shape }, at) => markOf(shape, x, y, mark, title?.(at)))
  return html`${pieces}${gaps}${added}${end}${marks}`
}

/** The parts of bars that a legend explains, drawn in a box: `elapsed`, `to_come`, `gap`, `added`, `expiry`, `fold`. */
export type LegendPart = 'elapsed' | 'to_come' | 'gap' | 'expiry' | 'fold'

export const legendPartLabels: Readonly<Record<LegendPart, Text>> = {
  elapsed: text('已经过的登记期限', 'Term that has passed'),
  to_come: text('剩余的登记期限', 'Term to come'),
  expiry: text('登记到期日', 'Expiry date'),
  gap: text('注销或者撤销后、恢复登记前，不在效', 'Ended and not yet reinstated'),
  fold: text('点线以外，时间按比例缩短', 'Beyond the dotted line time is compressed'),
}

/** What a legend has to explain of a picture: only what is in it, in a fixed order. */
export function legendOf(timeline: Timeline): { parts: LegendPart[]; shapes: MarkShape[] } {
  const shapes = new Set(timeline.bars.flatMap(({ marks }) => marks.map(({ shape }) => shape)))
  return {
    shapes: (Object.keys(drawn) as MarkShape[]).filter((shape) => shapes.has(shape)),
    parts: [
      'elapsed',
      'to_come',
      'expiry',
      ...(timeline.bars.some(({ gaps }) => gaps.length > 0) ? (['gap'] as const) : []),
      ...(timeline.folds.length > 0 ? (['fold'] as const) : []),
    ],
  }
}

/** A part as a small drawing `2 × side` wide and `side` high. */
export function partOf(part: LegendPart, side: number): Html {
  const [width, middle, top, bottom] = [side * 2, side / 2, side * 0.2, side * 0.8]
  const line = (d: string, width: number, dashes = '') =>
    html`<path d="${d}" fill="none" stroke="${INK}" stroke-width="${width}"${dashes ? html` stroke-dasharray="${dashes}"` : nothing}/>`
  switch (part) {
    case 'elapsed':
    case 'to_come':
      return html`<path d="M1 ${top}H${width - 1}V${bottom}H1Z" fill="${part === 'elapsed' ? ELAPSED : TO_COME}" stroke="${INK}" stroke-width="1"/>`
    case 'gap':
      return line(`M0 ${middle}H${width}`, 1, '2 2')
    case 'expiry':
      return line(`M${side} 0V${side}`, rounded(side * 0.2))
    case 'fold':
      return line(`M${side} 0V${side}`, 1, '1 3')
  }
}

/** Two decimals are finer than any screen or printer, and make the same bytes on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

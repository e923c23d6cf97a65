import { type Text, text } from '../platform/text.ts'
import { thousands, writtenDate, writtenMomentParts } from '../platform/written-form.ts'
import { filingKindLabels } from '../registrations/registration-wording.ts'
import type { MatchAct } from './load-acts.ts'
import { isOpenObjection, type TimelineMatch } from './timeline.ts'

/** What the timeline and its table say. Pure. */

export const timelineHeading = text('时间线', 'Timeline')

/** The line of the search's own moment. */
export function nowLabel(time: string): Text {
  const { day } = writtenMomentParts(time)
  return text(`查询时点 ${day.zh}`, `As of ${day.en}`)
}

export const oneScale = text(
  '每项登记一条，自登记时起至登记到期日止；竖线是本次查询的时点，其后的登记不在图中。标记过密时依次错开，时间以表为准。',
  'A bar a registration, from its filing to its expiry date; the upright line is the moment of this search, and nothing filed later is shown. Marks that would meet stand side by side: the table gives the times.',
)

/** An act in words, with what it means for the timeline. */
export function actLabel(act: MatchAct, all: readonly MatchAct[], asOf: { time: string }): Text {
  const label = filingKindLabels[act.kind]
  if (act.addsCollateral)
    return text(`${label.zh}（新增担保财产，自此排序）`, `${label.en} (adds collateral, which ranks from here)`)
  if (act.kind !== 'objection') return label
  return isOpenObjection(act, all, asOf)
    ? text(`${label.zh}（尚未了结）`, `${label.en} (open)`)
    : text(`${label.zh}（已了结）`, `${label.en} (closed)`)
}

/** Acts that are too many to be listed one by one. */
export function unlistedActs({ rank, acts, actCount }: TimelineMatch): Text | undefined {
  if (actCount === undefined || actCount <= acts.length) return undefined
  const left = thousands(actCount - acts.length)
  return text(
    `次序 ${rank} 的登记另有 ${left} 项较早的登记事项未列出，见该登记的页面。`,
    `Of the registration of rank ${rank}, ${left} earlier acts are not listed; they stand on its own page.`,
  )
}

export function expiresLabel(date: string): Text {
  const day = writtenDate(date)
  return text(`至${day.zh}`, `until ${day.en}`)
}

/** A name short enough for its place: `widest` in ems. Controls, which could turn the text around, are left out. */
export function shortened(name: string, widest: number): string {
  const characters = Array.from(name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ''))
  let used = 0
  for (const [at, character] of characters.entries()) {
    used += WIDE.test(character) ? 1 : 0.56
    if (used > widest) return `${characters.slice(0, Math.max(0, at - 1)).join('')}…`
  }
  return characters.join('')
}

const WIDE = /[\u1100-\u{10ffff}]/u

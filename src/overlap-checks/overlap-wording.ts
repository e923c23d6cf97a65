import { type Text, text } from '../platform/text.ts'
import { thousands, writtenMomentInBrackets } from '../platform/written-form.ts'
import type { AssetKeyKind } from '../registrations/forms/define-form.ts'
import type { Grade, OverlapCheck } from './overlap-check.ts'
import { kindLabels } from './overlap-list.ts'

/** What pages, reports and certificates say of overlap checks. Pure. */

export const gradeLabels: Readonly<Record<Grade, Text>> = {
  exact: text('已登记', 'Registered'),
  similar: text('描述相似', 'Similar'),
  nothing: text('没有查得', 'Nothing found'),
}

export function kindLabel(kind: string): Text {
  return kindLabels[kind as AssetKeyKind] ?? text(kind, kind)
}

/** The answer in one sentence. */
export function overlapSentence({ asOf, counts }: Pick<OverlapCheck, 'asOf' | 'counts'>): Text {
  const moment = writtenMomentInBrackets(asOf.time)
  const [lines, exact, similar, nothing] = [counts.lines, counts.exact, counts.similar, counts.nothing].map(thousands)
  const asOfZh = `截至第 ${thousands(asOf.sequence)} 号登记（${moment.zh}）`
  const asOfEn = `as of filing ${thousands(asOf.sequence)} (${moment.en})`
  if (counts.exact === 0 && counts.similar === 0) {
    return text(
      `${asOfZh}，清单 ${lines} 行，没有一行查得在效登记。`,
      `Nothing was found of the ${lines} ${counts.lines === 1 ? 'line' : 'lines'} of the list, ${asOfEn}.`,
    )
  }
  const are = (count: number) => (count === 1 ? 'is' : 'are')
  const zh = [
    ...(counts.exact > 0 ? [`${exact} 行的编号已在在效登记中`] : []),
    ...(counts.similar > 0 ? [`${similar} 行与同一担保人的登记描述相似`] : []),
    ...(counts.nothing > 0 ? [`${nothing} 行没有查得`] : []),
  ]
  const en = [
    ...(counts.exact > 0 ? [`${exact} ${are(counts.exact)} in registrations in effect by number`] : []),
    ...(counts.similar > 0 ? [`${similar} ${are(counts.similar)} similar to a registration of the same debtor`] : []),
    ...(counts.nothing > 0 ? [`of ${nothing} nothing was found`] : []),
  ]
  const listed = en.length > 1 ? `${en.slice(0, -1).join(', ')} and ${en.at(-1)}` : en.join('')
  return text(
    `${asOfZh}，清单 ${lines} 行中，${zh.join('，')}。`,
    `Of the ${lines} ${counts.lines === 1 ? 'line' : 'lines'} of the list, ${listed}, ${asOfEn}.`,
  )
}

/** What a check does not find, in one line. */
export const notCheckedNote = text(
  '只核对在效登记中列明的编号；以概括描述登记的财产（包括动产浮动抵押）没有编号，不会因编号查得：放款或购买前请另按担保人名称查询。不涉及未登记的权利、其他登记系统、留置权、占有和司法查封。',
  'Only numbers that registrations in effect list are compared. Assets under a general description, floating charges among them, have no number and are not found by one: search the debtor by name before you lend or buy. Unregistered rights, other registers, liens, possession and court seizures are not covered.',
)

export const similarNote = text(
  '“描述相似”仅供参考：同一担保人在效登记的描述中，有本行至少六成的词语；不表示财产相同，没有列出也不表示没有登记。',
  '“Similar” is an aid: a registration in effect of the same debtor has at least sixty percent of the line’s terms in one description. It does not say that the asset is the same, and what is not listed may be registered all the same.',
)

export const similarIncompleteNote = text(
  '该清单涉及的登记描述过多，没有全部比较：请减少行数后再查，或者按担保人名称查询。',
  'There were more descriptions than are compared in one check: check fewer lines, or search the debtors by name.',
)

/** Said when the index of descriptions was behind. */
export function similarAsOfNote(sequence: number): Text {
  return text(
    `描述只比较到第 ${thousands(sequence)} 号登记为止；其后的登记稍后可查。`,
    `Descriptions were compared up to filing ${thousands(sequence)} only; those after it can be checked shortly.`,
  )
}

/** Rank on a line's hits. */
export const ranksFromNote = text(
  '次序按该编号列入各登记的时间先后，仅供参考，不决定清偿顺序。',
  'The order is that in which registrations came to list the number; it is informational and decides no priority.',
)

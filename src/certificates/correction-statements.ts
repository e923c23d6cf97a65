import { type Text, text } from '../platform/text.ts'
import type { ChangeOf } from '../registrations/apply-change.ts'
import type { Replaced, Terms } from './act-facts.ts'
import { filed, note, type Stated, stated, whole, words } from './stated.ts'
import { isRaised, termStatements } from './term-statements.ts'

/** What was filed wrongly, as it was and as it is now, beside the item of the list. Pure. */
export function correctionStatements(change: ChangeOf<'correction'>, replaced: Replaced, filing: Text): Stated[] {
  const { statement, party, terms, item, description } = change
  const collateral = item !== undefined || description !== undefined
  return [
    ...(statement === undefined ? [] : [stated('更正说明', 'What was wrong', filed(statement))]),
    ...(party ? [...(replaced.whole ? [whole(replaced.whole, BEFORE)] : []), whole(party.party, AFTER)] : []),
    ...(party?.role === 'debtor' ? [stated('查询', 'Searching', note(STILL_FOUND))] : []),
    ...(terms ? termsCorrected(replaced.terms ?? {}, terms, filing) : []),
    ...(item ? [stated('更正的明细', 'Item corrected', words(LISTED))] : []),
    ...(description
      ? [
          stated(
            '更正前的描述',
            'Description before',
            replaced.description === undefined ? words(NONE) : filed(replaced.description),
          ),
          stated('更正后的描述', 'Description now', filed(description.is)),
        ]
      : []),
    ...(collateral ? [stated('起算', 'Counts from', note(broughtIn(filing)))] : []),
  ]
}

const BEFORE = text('更正前', 'Before')
const AFTER = text('更正后', 'Now')
const NONE = text('未填', 'none stated')
const LISTED = text('1 项，更正前后见下表', '1, before and after listed below')
const STILL_FOUND = text(
  '登记在效期间，以更正前的名称和证件号码仍可查得。',
  'While the registration is in effect it is still found under the name and number before the correction.',
)

/** Each term named by the correction: as it was, if it was there, and as it is. */
function termsCorrected(before: Partial<Terms>, after: Partial<Terms>, filing: Text): Stated[] {
  const names = Object.keys(after) as (keyof Terms)[]
  const raised = isRaised(before.securedAmount, after.securedAmount)
  return [
    ...names.flatMap((name) => {
      const now = termStatements({ [name]: after[name] }, AFTER)
      const was = termStatements({ [name]: before[name] }, BEFORE)
      return [...(was.length > 0 ? was : notThere(now)), ...now]
    }),
    ...(raised
      ? [stated('增加的部分', 'The increase', words(text(`自${filing.zh}时起算`, `counts from ${filing.en}`)))]
      : []),
  ]
}

/** The first line of a term that was not filed before. */
function notThere([first]: readonly Stated[]): Stated[] {
  if (!first || 'whole' in first) return []
  const label = text(first.label.zh.replace(AFTER.zh, BEFORE.zh), first.label.en.replace(AFTER.en, BEFORE.en))
  return [{ label, parts: [words(NONE)] }]
}

function broughtIn(filing: Text): Text {
  return text(
    `更正不改变该部分的排序；因更正而增加的内容自${filing.zh}时起算。`,
    `The part keeps its rank; what the correction brought in counts from ${filing.en}.`,
  )
}
